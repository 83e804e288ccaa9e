"""Take a declaration apart into those of single properties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from surefoot.inspectors.tree.style.colours import colour
from surefoot.inspectors.tree.style.values import Tokens

_SIDES = ("top", "right", "bottom", "left")
_LOGICAL = {
    "inset-inline": ("left", "right"),
    "inset-inline-start": ("left",),
    "inset-inline-end": ("right",),
    "inset-block": ("top", "bottom"),
    "inset-block-start": ("top",),
    "block-size": ("height",),
    "inline-size": ("width",),
    "max-block-size": ("max-height",),
    "max-inline-size": ("max-width",),
    "min-block-size": ("min-height",),
    "min-inline-size": ("min-width",),
}
"""Sides of a line that is read from left to right; what lies far off to either side is as far."""
_MASKS = frozenset({"mask", "-webkit-mask", "-webkit-mask-image"})
_SIZES = frozenset("xx-small x-small small medium large x-large xx-large xxx-large smaller larger".split())


def longhands(name: str, value: Tokens) -> Iterator[tuple[str, Tokens]]:
    """Yield the properties that a declaration sets, as far as they matter to sight, with their values.

    A value with a variable in it is handed on whole: what it sets is not known.
    """
    if name in {"margin", "inset"}:
        yield from _sides(name, value)
    elif name == "background":
        yield from _background(value)
    elif name == "font":
        yield "font-size", next(((token,) for token in value if _is_size(token)), value)
    elif name in _LOGICAL:
        for rank, side in enumerate(_LOGICAL[name]):
            yield side, value[rank : rank + 1] or value[:1]
    elif name in _MASKS:
        yield "mask-image", value
    elif name == "overflow":
        yield "overflow-x", value[:1]
        yield "overflow-y", value[1:2] or value[:1]
    elif name == "animation":
        yield "animation-name", value
    else:
        yield name, value


def _sides(name: str, value: Tokens) -> Iterator[tuple[str, Tokens]]:
    prefix = "margin-" if name == "margin" else ""
    # One value is for all sides, of two the second for right and left, of three the second as well.
    ranks = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}.get(len(value))
    for at, side in enumerate(_SIDES):
        yield prefix + side, value if ranks is None else (value[ranks[at]],)


def _background(value: Tokens) -> Iterator[tuple[str, Tokens]]:
    if any(token.type == "function" and token.lower_name == "var" for token in value) and len(value) > 1:
        yield "background-color", value
        return
    images = tuple(token for token in value if token.type == "url" or _is_image(token))
    colours = tuple(token for token in value if not _is_image(token) and _is_colour(token))
    yield "background-color", colours[-1:]
    yield "background-image", images


def _is_colour(token: Any) -> bool:
    unknown = token.type == "function" and token.lower_name not in {"calc", "min", "max"}
    current = token.type == "ident" and token.lower_value == "currentcolor"
    return colour(token) is not None or unknown or current


def _is_image(token: Any) -> bool:
    return token.type == "function" and (
        token.lower_name == "url" or "gradient" in token.lower_name or "image" in token.lower_name
    )


def _is_size(token: Any) -> bool:
    return (token.type in {"dimension", "percentage"} or (token.type == "number" and token.value == 0)) or (
        token.type == "ident" and token.lower_value in _SIZES
    )
