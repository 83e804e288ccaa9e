"""Lay a composition out so that nothing is lost, and heal where the engine fails."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from surefoot import theme
from surefoot.composition import Composition
from surefoot.design import on_top
from surefoot.errors import WriterError
from surefoot.writers.pdf import companions, engine, gate
from surefoot.writers.pdf.boxes import Box, Furniture, Rendering, furniture, parts, walk
from surefoot.writers.pdf.engine import EngineError, numbers
from surefoot.writers.pdf.furniture import stylesheet
from surefoot.writers.pdf.gate import Trouble
from surefoot.writers.pdf.notes import Placement
from surefoot.writers.pdf.resources import Shelf
from surefoot.writers.pdf.sheet import Sheet, dress

_REMEDIES = 3
"""How often single notes are moved, before all of them are."""
_SHOWN = 5
"""Troubles, or notes, that a message lists."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Layout:
    """Laid-out pages."""

    placement: Placement
    sheet: Sheet
    rendering: Rendering
    furniture: dict[Box, Furniture]

    def troubles(self) -> tuple[Trouble, ...]:
        """Return what the gate says of it."""
        return gate.check(self.rendering, self.sheet.notes.elements, self.furniture)


def lay_out(composition: Composition) -> Layout:
    """Return the laid-out pages of ``composition``, which is left as it was.

    Notes stand at the foot of the page of their call. Where the engine cannot
    keep them there, those of the troubled pages stand behind the block of their
    call, and at last all of them at the end of the document. A warning in the
    log says so.

    Raises:
        WriterError: even so something would be lost; the message says what and where.
    """
    layout = _healed(composition, Placement(), _REMEDIES)
    if layout is None:
        layout = _attempt(composition, Placement(at_end=True, plain=True))
        if troubles := layout.troubles():
            raise WriterError(f"The PDF would not be whole. {_report(troubles)}")
    if moved := _moved(layout.placement):
        _log.warning("In the PDF, %s: otherwise words would be lost or covered.", moved)
    return layout


def _healed(composition: Composition, placement: Placement, remedies: int) -> Layout | None:
    """Return pages without trouble after so many ``remedies`` at most; None if they do not help."""
    try:
        layout = _attempt(composition, placement)
    except EngineError as error:
        _log.info("%s", error)
        return None
    troubles = layout.troubles()
    if not troubles:
        return layout
    _log.info("%s", _report(troubles))
    remedy = _remedy(placement, layout, troubles) if remedies else placement
    return None if remedy == placement else _healed(composition, remedy, remedies - 1)


def _attempt(composition: Composition, placement: Placement) -> Layout:
    sheet = dress(composition.copy(), placement)
    sheets = [
        theme.text("design.css"),
        theme.text("print.css"),
        theme.text("scripts.css"),
        stylesheet(composition.metadata, composition.settings.paper, sections=bool(sheet.folios)),
        on_top(composition.settings),
    ]
    faces = companions.files(composition.settings.fonts)
    rendering = engine.lay_out(sheet.root, sheets, Shelf(sheet.resources), faces)
    numbers.fill(rendering, sheet.folios)
    return Layout(placement, sheet, rendering, furniture(rendering))


def _remedy(placement: Placement, layout: Layout, troubles: Sequence[Trouble]) -> Placement:
    """Return what to try next: move the notes that suffer, and those on the pages that suffer."""
    named = {trouble.note for trouble in troubles} - {gate.BODY}
    pages = {trouble.page for trouble in troubles} - {0}
    inset = placement.inset.union(named, *(_notes_on(layout, page) for page in sorted(pages)))
    plain = placement.plain or any(trouble.note == gate.BODY for trouble in troubles)
    return Placement(inset=inset, plain=plain)


def _moved(placement: Placement) -> str:
    """Return what stands elsewhere than it should, for a reader of the log; empty if nothing does."""
    if placement.at_end:
        return "all notes stand at the end"
    said = []
    if placement.inset:
        numbers = sorted(int(note.removeprefix("fn-")) for note in placement.inset)
        named = ", ".join(map(str, numbers[:_SHOWN]))
        more = f" and {len(numbers) - _SHOWN} more" if len(numbers) > _SHOWN else ""
        said.append(f"some notes stand behind the paragraphs that call them ({named}{more})")
    if placement.plain:
        said.append("tables and figures break wherever a page ends")
    return ", and ".join(said)


def _notes_on(layout: Layout, page: int) -> Collection[str]:
    owners = layout.sheet.notes.elements
    boxes = (box for part in parts(layout.rendering.pages[page - 1]) for box in walk(part))
    return {owners[box.element] for box in boxes if box.element in owners}


def _report(troubles: Sequence[Trouble]) -> str:
    """Return the troubles as sentences, each with its page."""
    said = [f"Page {trouble.page}: {trouble.what}" if trouble.page else trouble.what for trouble in troubles]
    more = f" And {len(said) - _SHOWN} more." if len(said) > _SHOWN else ""
    return " ".join(said[:_SHOWN]) + more
