"""Which values hide an element with all that is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from surefoot.inspectors.tree.names import Element, is_block, name
from surefoot.inspectors.tree.style.cascade import Cascade
from surefoot.inspectors.tree.style.colours import colour
from surefoot.inspectors.tree.style.values import Tokens, functions, number, pixels, word

_FAR = -500.0
"""Pixels: what lies so far beyond the edge is out of sight, however wide the window and its margins."""
_NOTHING = 1.0
"""Pixels of a side: a box that is no larger shows nothing."""
ALL_BUT = 0.01
"""So small a part of 1 is none to the eye."""
_HALF = 0.5
_QUARTER = 90
"""Degrees."""
_BLURRED = 10.0
"""Pixels, by which letters of any size for reading are washed out."""
_CUT_OFF = frozenset({"hidden", "clip", "scroll", "auto"})
_TAKEN_OUT = frozenset({"absolute", "fixed"})
_IN_LINE = frozenset({"inline", "contents"})
_TABLE = frozenset("caption table tbody td tfoot th thead tr".split())

Test: TypeAlias = Callable[[Tokens], bool]


def _is_nought(value: Tokens) -> bool:
    """Whether a number is 0, or all but."""
    return len(value) == 1 and (given := number(value[0])) is not None and given <= ALL_BUT


def _is_flat(value: Tokens) -> bool:
    """Whether a side is scaled to nothing. By less than that it is turned over, and there."""
    return len(value) == 1 and (given := number(value[0])) is not None and abs(given) <= ALL_BUT


def _is_tiny(value: Tokens) -> bool:
    return len(value) == 1 and (size := pixels(value[0])) is not None and size <= _NOTHING


def _is_far(value: Tokens) -> bool:
    return len(value) == 1 and (offset := pixels(value[0])) is not None and offset <= _FAR


def _is_filtered_out(value: Tokens) -> bool:
    return any(
        (name == "opacity" and _is_nought(arguments[:1]))
        or (name == "blur" and any((pixels(each) or 0) >= _BLURRED for each in arguments[:1]))
        for name, arguments in functions(value)
    )


def _is_masked(value: Tokens) -> bool:
    """Whether a mask lets nothing through: one layer, of no colour."""
    layers = [arguments for name, arguments in functions(value) if name.endswith("gradient")]
    colours = [found for arguments in layers for each in arguments if (found := colour(each)) is not None]
    if any(token.type == "url" for token in value):
        return False
    return len(layers) == 1 and len(colours) > 1 and all(each[3] <= ALL_BUT for each in colours)


def _is_on_edge(value: Tokens) -> bool:
    """Whether a turn about an axis in the page shows the edge alone."""
    turned = [token for token in value if token.type == "dimension" and token.lower_unit == "deg"]
    return any(token.value % 180 == _QUARTER for token in turned)


def _is_moved_or_flat(value: Tokens) -> bool:
    """Whether a transformation makes an element a line or a point, or moves it away."""
    return any(
        (name.startswith("scale") and any(_is_flat((each,)) for each in arguments[:2]))
        or (
            name.startswith("translate")
            and any(_is_far((each,)) for each in arguments[:2] if each.type != "percentage")
        )
        or (name in {"rotatex", "rotatey"} and _is_on_edge(arguments))
        for name, arguments in functions(value)
    )


def _is_clipped(value: Tokens) -> bool:
    """Whether a path has no area: an inset of half the box from both sides, or a circle of none."""
    for shape, arguments in functions(value):
        if shape == "inset" and arguments:
            ways = [number(each) for each in arguments]
            return all(way is not None and way >= _HALF for way in ways[:2])
        if shape in {"circle", "ellipse"} and arguments:
            return _is_tiny(arguments[:1])
    return False


def _is_empty_rectangle(value: Tokens) -> bool:
    """Whether ``rect(top, right, bottom, left)`` encloses nothing."""
    for shape, arguments in functions(value):
        if shape == "rect":
            top, right, bottom, left = (*map(pixels, arguments), None, None, None, None)[:4]
            flat = top is not None and bottom is not None and bottom - top <= _NOTHING
            return flat or (left is not None and right is not None and right - left <= _NOTHING)
    return False


BY_ITSELF: Mapping[str, Test] = {
    "display": lambda value: word(value) == "none",
    "content-visibility": lambda value: word(value) == "hidden",
    "opacity": _is_nought,
    "filter": _is_filtered_out,
    "scale": lambda value: any(_is_flat((each,)) for each in value[:2]),
    "transform": _is_moved_or_flat,
    "translate": lambda value: any(_is_far((each,)) for each in value[:2] if each.type != "percentage"),
    "rotate": lambda value: word(value[:1]) in {"x", "y"} and _is_on_edge(value),
    "mask-image": _is_masked,
    "clip-path": _is_clipped,
}
"""What hides, whatever else is declared."""
IF_PLACED: Mapping[str, Test] = {
    "left": _is_far,
    "top": _is_far,
    "right": _is_far,
    "clip": _is_empty_rectangle,
}
"""What hides what is positioned."""
IF_CUT: Mapping[str, Mapping[str, Test]] = {
    "x": dict.fromkeys(("width", "max-width"), _is_tiny),
    # A part of a height that is not given is the whole of it (CSS 2, section 10.5).
    "y": dict.fromkeys(
        ("height", "max-height"), lambda value: _is_tiny(value) and value[0].type != "percentage"
    ),
}
"""What hides a box whose overflow in one direction is cut off."""
ROOM = frozenset(
    "flex flex-basis flex-grow min-height min-width padding padding-bottom padding-right".split()
)
"""What makes a box larger than its height and width say, so that words are seen that overflow them."""
IF_BLOCK: Mapping[str, Test] = dict.fromkeys(("text-indent", "margin-left", "margin-top"), _is_far)
"""What hides a block."""
TESTS: Mapping[str, Test] = {**BY_ITSELF, **IF_PLACED, **IF_CUT["x"], **IF_CUT["y"], **IF_BLOCK}
BESIDES = frozenset({"animation-name", "display", "float", "overflow-x", "overflow-y", "position"})
"""What else is asked, to tell whether a value hides."""


def hides(cascade: Cascade, element: Element) -> bool:
    """Whether what holds for an element surely hides it, with all that is in it.

    An animation may end in showing it.
    """
    if cascade.value(element, "animation-name") != () and not _is(
        cascade, element, "animation-name", {"none"}
    ):
        return False
    return any(
        test(value)
        for tests in _that_matter(cascade, element)
        for name, test in tests.items()
        if (value := cascade.value(element, name))
    )


def _that_matter(cascade: Cascade, element: Element) -> Iterator[Mapping[str, Test]]:
    yield BY_ITSELF
    taken_out = _is(cascade, element, "position", _TAKEN_OUT)
    if taken_out:
        yield IF_PLACED
    elif _is(cascade, element, "position", {"relative"}):
        yield {name: test for name, test in IF_PLACED.items() if name != "clip"}
    if taken_out or is_boxed(cascade, element):
        yield IF_BLOCK
        if has_its_size(cascade, element):
            yield from (tests for axis, tests in IF_CUT.items() if _is_cut_off(cascade, element, axis))


def _is_cut_off(cascade: Cascade, element: Element, axis: str) -> bool:
    """Whether a box does not show what is beyond it, unless it is scrolled (CSS Overflow, section 3.1)."""
    own, other = (cascade.value(element, f"overflow-{each}") for each in (axis, "y" if axis == "x" else "x"))
    scrolls = word(own or ()) in {"", "visible"} and word(other or ()) in _CUT_OFF - {"clip"}
    return scrolls or word(own or ()) in _CUT_OFF


def has_its_size(cascade: Cascade, element: Element) -> bool:
    """Whether a box cuts off what is beyond its height and width: a body leaves that to the window."""
    return not (name(element) in {"body", "html"} or is_tabled(cascade, element)) and not any(
        value is None or any(pixels(each) != 0 for each in value)
        for value in (cascade.value(element, each) for each in ROOM)
    )


def is_tabled(cascade: Cascade, element: Element) -> bool:
    """Whether an element is a table or a part of one, which is never too small for what is in it."""
    display = cascade.value(element, "display")
    return name(element) in _TABLE or display is None or word(display).startswith("table")


def is_boxed(cascade: Cascade, element: Element) -> bool:
    """Whether an element is a box of its own, not a part of a line."""
    display = cascade.value(element, "display")
    if display == ():
        return is_block(element) or _is(cascade, element, "float", {"left", "right"})
    return display is not None and word(display) not in _IN_LINE


def _is(cascade: Cascade, element: Element, asked: str, words: frozenset[str] | set[str]) -> bool:
    value = cascade.value(element, asked)
    return bool(value) and value is not None and word(value[:1]) in words
