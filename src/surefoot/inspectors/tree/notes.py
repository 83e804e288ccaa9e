"""Tell the true notes from what else could be one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from surefoot.inspectors.tree.names import Element
from surefoot.inspectors.tree.survey import Item


def notes(items: Mapping[Element, Item], called: set[Element]) -> Iterator[Element]:
    """Yield the true notes: those that are called, and what could be one besides.

    An item of a list inside a note is no note, and neither is a box around
    called notes. What is hidden and not called is none either: a copy for
    paper, or for a window that opens over the text.
    """
    boxes: set[Element] = set()
    for element in called:
        box = items[element].outer
        while box is not None and box not in boxes:
            boxes.add(box)
            box = items[box].outer
    within: set[Element | None] = set()
    for element, item in items.items():
        inside = item.outer in within
        if element in called or not (inside or element in boxes):
            within.add(element)
            if element in called or item.seen:
                yield element
        elif inside:
            within.add(element)
