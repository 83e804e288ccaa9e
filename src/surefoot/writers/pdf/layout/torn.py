"""Find what should keep together, but is taller than a page: it may as well begin where there is room."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from weasyprint.formatting_structure.boxes import FootnoteAreaBox

from surefoot.writers.pdf.boxes import Box, Rendering, parts, walk
from surefoot.writers.pdf.engine.notes import fragments
from surefoot.writers.pdf.sheet.ground import piece_of

_HOLE = 0.25
"""Of a page: what stays empty less than this is no hole."""


def torn(rendering: Rendering) -> frozenset[int]:
    """Return the ranks of the rows and figures that are broken, and yet leave a hole on the page before."""
    beginning = [dict.fromkeys(_pieces(page)) for page in rendering.pages]
    return frozenset(
        piece
        for number, (here, there) in enumerate(pairwise(beginning))
        if number and _hole(rendering.pages[number - 1]) > _HOLE
        for piece in here.keys() & there.keys() - beginning[number - 1].keys()
    )


def _pieces(page: Box) -> Iterator[int]:
    for part in parts(page):
        for box in walk(part):
            if box.element is not None and (piece := piece_of(box.element)) is not None:
                yield piece


def _hole(page: Box) -> float:
    """Return how much of a page stays empty between its text and its notes, of 1."""
    flow, *others = parts(page)
    sheet = page._page_box  # noqa: SLF001 - WeasyPrint offers no other way to the boxes
    bottom = sheet.content_box_y() + sheet.height
    if others and isinstance(others[0], FootnoteAreaBox):
        bottom -= others[0].margin_height()
    return float((bottom - fragments.foot(flow)) / sheet.height)
