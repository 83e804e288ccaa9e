"""Marks in a row that read as one: a "1" and a "2" set so close that they are a "12"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from surefoot.inspectors.pdf.calls import Stretch
from surefoot.inspectors.pdf.lines import Pages
from surefoot.inspectors.pdf.speech import Pressed, boxes, words

_PARTS = 0.4
"""Of the marks' height: less white between two digits is what stands within a number."""


def run_together(found: Collection[Stretch], calls: Collection[Pressed], pages: Pages) -> Iterator[Pressed]:
    """Yield the ``calls`` whose mark stands so close behind another that the two read as one.

    Nothing but white space is between them, on the page as in the structure
    tree, and neither has a bracket or any other sign on that side.
    """
    for stretch in found:
        before: Pressed | None = None
        for each in stretch.sounds:
            if isinstance(each, Pressed) and each in calls:
                if before is not None and _as_one(before, each, pages):
                    yield each
                before = each
            elif isinstance(each, Pressed) or each.strip():
                before = None


def _as_one(one: Pressed, other: Pressed, pages: Pages) -> bool:
    first, second = words(one.element, pages).strip(), words(other.element, pages).strip()
    if not (first[-1:].isalnum() and second[:1].isalnum()):
        return False
    ones, others = boxes(one.element, pages), boxes(other.element, pages)
    if not ones or not others:
        return False
    (page, left), (next_page, right) = ones[-1], others[0]
    # The second may stand on the other side, where the script runs from right to left.
    gap = max(right.left - left.right, left.left - right.right)
    height = min(left.top - left.bottom, right.top - right.bottom)
    return page == next_page and left.beside(right) and gap < _PARTS * height
