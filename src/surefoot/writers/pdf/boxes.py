"""Ways through WeasyPrint's laid-out boxes: every box once, and which of them are no content."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure.boxes import MarginBox, ReplacedBox, TableRowGroupBox
from weasyprint.layout.absolute import AbsolutePlaceholder

Box: TypeAlias = Any
"""A box of WeasyPrint's formatting structure."""
Rendering: TypeAlias = Any
"""A ``weasyprint.Document``: laid-out pages."""


class Furniture(Enum):
    """What is on a page without being content, as PDF describes it (ISO 32000-1, 14.8.2.2)."""

    HEAD = {"Type": "/Pagination", "Subtype": "/Header"}  # noqa: RUF012 - an enumeration's values are constants
    FOOT = {"Type": "/Pagination", "Subtype": "/Footer"}  # noqa: RUF012
    REPEATED = {"Type": "/Pagination"}  # noqa: RUF012
    ORNAMENT = {"Type": "/Layout"}  # noqa: RUF012


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


def furniture(rendering: Rendering) -> dict[Box, Furniture]:
    """Return the boxes that only furnish a page.

    They are the running heads and feet, the head of a table where it is repeated
    on a further page, and pictures that their author marked as mere ornament.
    """
    found: dict[Box, Furniture] = {}
    heads: set[Element] = set()
    for page in rendering.pages:
        for part in parts(page):
            if isinstance(part, MarginBox):
                kind = Furniture.HEAD if part.at_keyword.startswith("@top") else Furniture.FOOT
                found.update(dict.fromkeys(walk(part), kind))
            else:
                found.update(_within(part, heads))
    return found


def _within(part: Box, heads: set[Element]) -> Iterator[tuple[Box, Furniture]]:
    """Yield what is no content in the flow or in the notes; ``heads`` are the table heads seen before."""
    for box in walk(part):
        if isinstance(box, TableRowGroupBox) and box.is_header and box.element is not None:
            if box.element in heads:
                yield from ((repeated, Furniture.REPEATED) for repeated in walk(box))
            heads.add(box.element)
        elif isinstance(box, ReplacedBox) and not box.element.get("alt"):
            yield box, Furniture.ORNAMENT
