"""Ways through WeasyPrint's laid-out boxes: every box once, and which of them are no content."""

from __future__ import annotations

from collections.abc import Iterator

from weasyprint.formatting_structure.boxes import MarginBox, TableRowGroupBox
from weasyprint.layout.absolute import AbsolutePlaceholder

from surefoot.writers.pdf.engine import Box, Rendering


def unwrapped(box: Box) -> Box:
    """Return the box itself, where WeasyPrint left a placeholder for it."""
    return box._box if isinstance(box, AbsolutePlaceholder) else box  # noqa: SLF001 - it has no other name


def walk(box: Box) -> Iterator[Box]:
    """Yield ``box`` and all boxes below it, in reading order."""
    box = unwrapped(box)
    yield box
    for child in box.children:
        yield from walk(child)


def parts(page: Box) -> Iterator[Box]:
    """Yield what a laid-out ``page`` consists of: the flow, the note area, the margin boxes."""
    yield from page._page_box.children  # noqa: SLF001 - WeasyPrint offers no other way to the boxes


def furniture(rendering: Rendering) -> frozenset[Box]:
    """Return all boxes that only furnish a page.

    They are the running heads and feet, and the head of a table where it is
    repeated on a further page.
    """
    found: set[Box] = set()
    heads: set[int] = set()
    for page in rendering.pages:
        for part in parts(page):
            if isinstance(part, MarginBox):
                found.update(walk(part))
            else:
                found.update(_repeated_heads(part, heads))
    return frozenset(found)


def _repeated_heads(part: Box, seen: set[int]) -> Iterator[Box]:
    """Yield the boxes of table heads whose element was ``seen`` before, and note the new ones."""
    for box in walk(part):
        if isinstance(box, TableRowGroupBox) and box.is_header and box.element is not None:
            if id(box.element) in seen:
                yield from walk(box)
            seen.add(id(box.element))
