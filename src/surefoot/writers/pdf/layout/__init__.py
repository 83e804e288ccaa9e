"""Lay a composition out so that nothing is lost, and heal where the engine fails."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from weasyprint.formatting_structure.boxes import FootnoteAreaBox

from surefoot import theme
from surefoot.composition import Composition
from surefoot.design import chosen
from surefoot.errors import WriterError
from surefoot.faces import companions
from surefoot.writers.pdf import engine
from surefoot.writers.pdf.boxes import Box, Furniture, Rendering, furniture, parts, walk
from surefoot.writers.pdf.engine import EngineError, numbers
from surefoot.writers.pdf.engine.tables import widths
from surefoot.writers.pdf.layout import gate
from surefoot.writers.pdf.layout.gate import Ill, Trouble
from surefoot.writers.pdf.layout.healing import Patient, remedy
from surefoot.writers.pdf.layout.remarks import remarks
from surefoot.writers.pdf.layout.torn import torn
from surefoot.writers.pdf.sheet import Sheet, dress
from surefoot.writers.pdf.sheet.furniture import stylesheet
from surefoot.writers.pdf.sheet.ground import Ground, mark, rank_of, survey
from surefoot.writers.pdf.sheet.placement import Placement, Standing
from surefoot.writers.pdf.sheet.resources import Shelf

_ATTEMPTS = 8
"""How often one thing or another is moved, before all notes are."""
_LAST = Placement(everywhere=Standing.END, plain=True)
_SHOWN = 5
"""Troubles that a message lists."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Layout:
    """Laid-out pages."""

    placement: Placement
    ground: Ground
    sheet: Sheet
    rendering: Rendering
    furniture: dict[Box, Furniture]
    left_out: tuple[str, ...]
    """Of the author's style sheets, in sentences."""

    def troubles(self) -> tuple[Trouble, ...]:
        """Return what the gate says of it."""
        return gate.check(self.rendering, self.sheet.notes.elements, self.furniture)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What stands elsewhere than it should, or is not as it should look, in sentences for the author."""
        tables = widths.fits(self.rendering).items()
        fits = {rank: fit for table, fit in tables if (rank := rank_of(table)) is not None}
        return (*remarks(self.placement, self.ground, fits), *self.left_out)

    def patient(self, troubles: Sequence[Trouble]) -> Patient:
        """Return what a remedy must know of it."""
        root = self.sheet.root
        return Patient(
            self.placement,
            self.ground,
            {child: parent for parent in root.iter() for child in parent},
            {
                page: self._at_foot(page)
                for page in {page for trouble in troubles for page in (trouble.page, *trouble.between)} - {0}
            },
        )

    def _at_foot(self, page: int) -> frozenset[str]:
        """Return the ids of the notes in the note area of a page."""
        owners = self.sheet.notes.elements
        areas = [part for part in parts(self.rendering.pages[page - 1]) if isinstance(part, FootnoteAreaBox)]
        boxes = (box for area in areas for box in walk(area))
        return frozenset(owners[box.element] for box in boxes if box.element in owners)


def lay_out(composition: Composition) -> Layout:
    """Return the laid-out pages of ``composition``, which is left as it was.

    Notes stand at the foot of the page of their call. Where the engine cannot
    keep them there, :mod:`surefoot.writers.pdf.layout.healing` says what is tried, and
    the remarks of the layout what came of it.

    Raises:
        WriterError: even so something would be lost; the message says what and where.
    """
    ground = survey(composition)
    layout = _healed(composition, ground, Placement())
    if layout is None:
        layout = _attempt(composition, ground, _LAST)
        if troubles := [trouble for trouble in layout.troubles() if trouble.ill is not Ill.AWAY]:
            raise WriterError(f"The PDF would not be whole. {_report(troubles)}")
    return layout


def _healed(composition: Composition, ground: Ground, placement: Placement) -> Layout | None:
    """Return pages without trouble; None if the remedies do not help."""
    for _ in range(_ATTEMPTS):
        try:
            layout = _attempt(composition, ground, placement)
        except EngineError as error:
            _log.info("%s", error)
            return None
        troubles = layout.troubles()
        if not troubles:
            return _filled(composition, layout)
        _log.info("%s", _report(troubles))
        before, placement = placement, remedy(layout.patient(troubles), troubles)
        if placement == before:
            return None
    return None


def _filled(composition: Composition, layout: Layout) -> Layout:
    """Return a layout without the holes that stay before what no page can hold, if there is one."""
    pieces = torn(layout.rendering)
    if not pieces:
        return layout
    placement = replace(layout.placement, torn=pieces)
    with suppress(EngineError):
        filled = _attempt(composition, layout.ground, placement)
        return layout if filled.troubles() else filled
    return layout


def _attempt(composition: Composition, ground: Ground, placement: Placement) -> Layout:
    copy = composition.copy()
    mark(copy, placement)
    sheet = dress(copy, placement)
    sheets = [
        theme.text("design.css"),
        theme.text("print.css"),
        theme.text("scripts.css"),
        stylesheet(
            composition.metadata,
            composition.settings.paper,
            sheet.running,
            sections=bool(sheet.folios),
            notes=len(composition.notes),
        ),
        chosen(composition.settings),
    ]
    faces = companions.files(composition.settings.fonts)
    rendering, left_out = engine.lay_out(
        sheet.root, sheets, composition.settings.stylesheets, Shelf(sheet.resources), faces
    )
    numbers.fill(rendering, sheet.folios)
    return Layout(placement, ground, sheet, rendering, furniture(rendering), left_out)


def _report(troubles: Sequence[Trouble]) -> str:
    """Return the troubles as sentences, each with its page."""
    said = [f"Page {trouble.page}: {trouble.what}" if trouble.page else trouble.what for trouble in troubles]
    more = f" And {len(said) - _SHOWN} more." if len(said) > _SHOWN else ""
    return " ".join(said[:_SHOWN]) + more
