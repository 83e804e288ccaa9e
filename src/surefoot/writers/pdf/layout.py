"""Lay a composition out so that nothing is lost, and heal where the engine fails."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from surefoot import theme
from surefoot.compose import Composition
from surefoot.errors import WriterError
from surefoot.writers.pdf import engine, gate
from surefoot.writers.pdf.boxes import Box, Furniture, Rendering, furniture, parts, walk
from surefoot.writers.pdf.engine import EngineError
from surefoot.writers.pdf.furniture import stylesheet
from surefoot.writers.pdf.gate import Trouble
from surefoot.writers.pdf.notes import Placement
from surefoot.writers.pdf.resources import Shelf
from surefoot.writers.pdf.sheet import Sheet, dress

_ROUNDS = 3
"""Attempts with single notes moved, before all of them are."""
_SHOWN = 5
"""Troubles that a message lists."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Layout:
    """Laid-out pages."""

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
    call, and at last all of them at the end of the document.

    Raises:
        WriterError: even so something would be lost; the message says what and where.
    """
    placement = Placement()
    for _ in range(_ROUNDS):
        try:
            layout = _attempt(composition, placement)
        except EngineError as error:
            _log.warning("%s", error)
            break
        troubles = layout.troubles()
        if not troubles:
            return layout
        remedy = _remedy(placement, layout, troubles)
        if remedy == placement:
            break
        placement = remedy
        _log.warning("Laid out anew, with notes behind their paragraphs. %s", _report(troubles))
    layout = _attempt(composition, Placement(at_end=True, plain=True))
    if troubles := layout.troubles():
        raise WriterError(f"The PDF would not be whole. {_report(troubles)}")
    _log.warning("Set all notes at the end: the engine could not keep them at the foot of their pages.")
    return layout


def _attempt(composition: Composition, placement: Placement) -> Layout:
    sheet = dress(composition.copy(), placement)
    sheets = [theme.text("design.css"), theme.text("print.css"), stylesheet(composition.metadata)]
    rendering = engine.lay_out(sheet.root, sheets, Shelf(sheet.resources))
    return Layout(sheet, rendering, furniture(rendering))


def _remedy(placement: Placement, layout: Layout, troubles: Sequence[Trouble]) -> Placement:
    """Return what to try next: move the notes that suffer, and those on the pages that suffer."""
    named = {trouble.note for trouble in troubles} - {gate.BODY}
    pages = {trouble.page for trouble in troubles} - {0}
    inset = placement.inset.union(named, *(_notes_on(layout, page) for page in sorted(pages)))
    plain = placement.plain or any(trouble.note == gate.BODY for trouble in troubles)
    return Placement(inset=inset, plain=plain)


def _notes_on(layout: Layout, page: int) -> Collection[str]:
    owners = layout.sheet.notes.elements
    boxes = (box for part in parts(layout.rendering.pages[page - 1]) for box in walk(part))
    return {owners[box.element] for box in boxes if box.element in owners}


def _report(troubles: Sequence[Trouble]) -> str:
    """Return the troubles as sentences, each with its page."""
    said = [f"Page {trouble.page}: {trouble.what}" if trouble.page else trouble.what for trouble in troubles]
    more = f" And {len(said) - _SHOWN} more." if len(said) > _SHOWN else ""
    return " ".join(said[:_SHOWN]) + more
