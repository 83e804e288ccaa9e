"""What a box cuts off: words that it has no room for, however narrow their letters are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from math import inf

from lxml import etree

from surefoot.inspectors.tree.names import Element, is_block, name
from surefoot.inspectors.tree.style.cascade import Cascade
from surefoot.inspectors.tree.style.hiding import has_its_size, is_boxed, is_tabled
from surefoot.inspectors.tree.style.ink import SMALLEST, Ink
from surefoot.inspectors.tree.style.values import ABSOLUTE, Tokens, number, pixels, word

_HEIGHTS = ("height", "max-height")
_CLAMP, _ORIENT = "-webkit-line-clamp", "-webkit-box-orient"
MAY_CUT = frozenset({*_HEIGHTS, _CLAMP, "white-space"})
"""What may leave words without room."""
ASKED = MAY_CUT | {_ORIENT, "max-width"}
"""What is asked where any of them does."""
CUT_OFF = frozenset({"hidden", "clip"})
_HALF_A_LINE = 0.5
"""So much of a line shows no letter whole."""
_WINDOW = 2560.0
"""Pixels: no ordinary window shows a longer line."""
_NARROW = 0.25
"""How wide the letters of the narrowest fonts are, as a part of their size."""
_OF_WORDS = frozenset(
    (
        "a abbr aside b bdi blockquote cite code dd div dl dt em h1 h2 h3 h4 h5 h6 i ins kbd li mark ol p q "
        "s samp section small span strong sub sup u ul var"
    ).split()
)


def cut(cascade: Cascade, inks: Mapping[Element | None, Ink], gone: Collection[Element]) -> Iterator[Element]:
    """Yield the boxes that surely cut off some of the words in them.

    Args:
        cascade: of the document.
        inks: how words look in each element.
        gone: what is hidden anyway.
    """
    for element in {each for asked in MAY_CUT for each in cascade.declared(asked)}:
        if name(element) in _OF_WORDS and _is_plain(cascade, element):
            letters, size = _letters(element, inks, gone)
            if letters and not _has_room(cascade, element, inks, letters, size):
                yield element


def _has_room(
    cascade: Cascade, element: Element, inks: Mapping[Element | None, Ink], letters: int, size: float
) -> bool:
    """Whether so many letters of a size may find room in a box."""
    lines = _lines(cascade, element, inks, size)
    return lines > _HALF_A_LINE and letters * _NARROW * size <= lines * _longest(cascade, element, inks)


def _is_plain(cascade: Cascade, element: Element) -> bool:
    """Whether an element is a box no larger than it says, and nothing in it stands apart or scrolls."""
    return (
        cascade.value(element, "animation-name") == ()
        and is_boxed(cascade, element)
        and has_its_size(cascade, element)
        and all(
            cascade.value(each, asked) == ()
            for each in element.iterdescendants("*")
            for asked in ("overflow-x", "overflow-y", "position")
        )
    )


def _letters(
    element: Element, inks: Mapping[Element | None, Ink], gone: Collection[Element]
) -> tuple[int, float]:
    """Return how many letters of known sizes an element surely shows, and the size of the smallest."""
    count, sizes = 0, list[float]()
    walk = etree.iterwalk(element, events=("start",))
    for _, each in walk:
        if each in gone or name(each) not in _OF_WORDS:
            walk.skip_subtree()
            continue
        own = len("".join("".join([each.text or "", *(inner.tail or "" for inner in each)]).split()))
        size = inks[each].size
        if own and size is not None and size >= SMALLEST:
            count += own
            sizes.append(size)
    return count, min(sizes, default=0.0)


def _lines(cascade: Cascade, element: Element, inks: Mapping[Element | None, Ink], size: float) -> float:
    """Return for how many lines of letters of a ``size`` there is room."""
    cut = {each for each in ("x", "y") if word(cascade.value(element, f"overflow-{each}") or ()) in CUT_OFF}
    heights = (_length(cascade.value(element, each), element, inks) for each in _HEIGHTS if "y" in cut)
    lines = [height / size for height in heights if height is not None]
    clamp = cascade.value(element, _CLAMP) if "y" in cut else ()
    if clamp and word(cascade.value(element, "display") or ()) == "-webkit-box":
        given = number(clamp[0]) if word(cascade.value(element, _ORIENT) or ()) == "vertical" else None
        lines += [] if given is None else [given]
    alone = not any(is_block(each) or name(each) == "br" for each in element.iterdescendants("*"))
    if "x" in cut and alone and word(cascade.value(element, "white-space") or ()) == "nowrap":
        lines.append(1.0)
    return min(lines, default=inf)


def _longest(cascade: Cascade, element: Element, inks: Mapping[Element | None, Ink]) -> float:
    """Return how long a line of an element is at the most."""
    boxes = (
        each
        for each in (element, *element.iterancestors())
        if is_boxed(cascade, each) and not is_tabled(cascade, each) and cascade.value(each, "min-width") == ()
    )
    widths = (_length(cascade.value(each, "max-width"), each, inks) for each in boxes)
    return min((width for width in widths if width is not None), default=_WINDOW)


def _length(value: Tokens | None, element: Element, inks: Mapping[Element | None, Ink]) -> float | None:
    """Return a length in pixels; None for what depends on anything but the size of letters."""
    if not value or len(value) != 1 or value[0].type != "dimension":
        return None
    (length,) = value
    if length.lower_unit in ABSOLUTE:
        return pixels(length)
    size = inks[element].size if length.lower_unit == "em" else None
    return None if size is None else float(length.value) * size
