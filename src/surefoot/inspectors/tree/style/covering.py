"""What covers a whole window, so that nothing of the page behind it is seen."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import takewhile
from math import inf

from surefoot.inspectors.tree.names import Element
from surefoot.inspectors.tree.style.cascade import Cascade
from surefoot.inspectors.tree.style.colours import colour
from surefoot.inspectors.tree.style.values import number, pixels, word

_FAINT = frozenset("clip-path filter mask-image opacity scale transform translate visibility".split())
"""Properties by which a box may cover less than it fills."""
ASKED = _FAINT.union(
    "animation-name background-color bottom height left max-height max-width position right top width "
    "z-index".split()
)
_WINDOW = {"width": "vw", "height": "vh"}
_WHOLE = 100
"""Percent."""


def covered(root: Element, cascade: Cascade, gone: Collection[Element]) -> Iterator[Element]:
    """Yield what a page hides behind a box that fills the window and does not move with the page.

    That is the box that is raised above all others (``z-index``), where this can be told.
    """
    levels = {each: _level(cascade, each) for each in cascade.declared("z-index")}
    top = max(levels, key=lambda each: levels[each], default=None)
    if top is None or list(levels.values()).count(levels[top]) > 1 or not _covers(cascade, top):
        return
    around = (top, *top.iterancestors())
    if any(each in gone or any(cascade.value(each, name) != () for name in _FAINT) for each in around):
        return
    body = root.find("{*}body")
    for each in takewhile(lambda each: each is not body, around):
        yield from each.itersiblings()
        yield from each.itersiblings(preceding=True)


def _covers(cascade: Cascade, element: Element) -> bool:
    paper = cascade.value(element, "background-color")
    opaque = colour(paper[0]) if paper and len(paper) == 1 else None
    return (
        word(cascade.value(element, "position") or ()) == "fixed"
        and cascade.value(element, "animation-name") == ()
        and 0 < _level(cascade, element) < inf
        and opaque is not None
        and opaque[3] == 1
        and _fills(cascade, element, "left", "right", "width")
        and _fills(cascade, element, "top", "bottom", "height")
    )


def _level(cascade: Cascade, element: Element) -> float:
    """Return how high an element is raised; where that cannot be told, above all."""
    value = cascade.value(element, "z-index")
    given = number(value[0]) if value and len(value) == 1 else None
    return inf if value is None else given or 0.0


def _fills(cascade: Cascade, element: Element, start: str, end: str, size: str) -> bool:
    begun, ended, given = (cascade.value(element, each) for each in (start, end, size))
    if not begun or pixels(begun[0]) != 0 or cascade.value(element, f"max-{size}") != ():
        return False
    if given == ():
        return bool(ended) and ended is not None and pixels(ended[0]) == 0
    if given is None or len(given) != 1 or given[0].type not in {"percentage", "dimension"}:
        return False
    (length,) = given
    of_window = length.type == "percentage" or length.lower_unit.endswith(_WINDOW[size])
    return bool(of_window and length.value >= _WHOLE)
