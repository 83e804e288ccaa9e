"""What a variable of the design may hold: what the value that it has by default is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import tinycss2
from tinycss2.color5 import parse_color

_UNITS = frozenset(
    "em rem ex rex ch rch cap rcap ic ric lh rlh vw vh vi vb vmin vmax px cm mm q in pt pc".split()
)
"""Of lengths (CSS Values 4, 6)."""
# What would end the declaration or the style element around it is no value (CSS Syntax 3, 5.4).
_BEYOND = re.compile(r"[;{}<>]")
_FRACTIONS = {"normal", "diagonal-fractions", "stacked-fractions", "ordinal", "slashed-zero"}
_WORDS = {
    "figures": _FRACTIONS - {"normal"} | {"oldstyle-nums", "lining-nums"},
    "table-figures": _FRACTIONS | {"oldstyle-nums", "lining-nums", "proportional-nums", "tabular-nums"},
    "text-align": {"start", "end", "left", "right", "center", "justify"},
    "hyphens": {"auto", "manual", "none"},
}
"""What those may be that hold words of CSS."""
_SEVERAL = {"figures", "table-figures"}
_FACTORS = {"page-note-indent"}
"""Multiplied with a length, and so no length; other numbers are of lines, which may be lengths too."""


def fits(name: str, value: str, default: str) -> bool:
    """Whether ``value`` is of the kind that the variable ``name`` wants.

    Functions such as ``calc()`` and ``var()`` are left to those who work them out.
    """
    tokens, (usual, *_) = _tokens(value), _tokens(default)
    if not tokens or _BEYOND.search(value):
        return False
    if any(token.type == "function" for token in tokens) and usual.type != "hash":
        return True
    if name in _WORDS:
        return all(token.type == "ident" and token.lower_value in _WORDS[name] for token in tokens) and (
            len(tokens) == 1 or name in _SEVERAL
        )
    if usual.type == "string":
        return _are_faces(tokens)
    (token, *more) = tokens
    return not more and _is_one(name, token, usual)


def kind(name: str, default: str) -> str:
    """Return what the variable ``name`` wants, with an example."""
    (usual, *_) = _tokens(default)
    if name in _WORDS:
        return f"one of {', '.join(sorted(_WORDS[name]))}"
    names = {
        "hash": "a colour",
        "string": "names of font families",
        "dimension": "a length",
        "number": "a number",
    }
    return f"{names[usual.type]}, such as {default}"


def srgb(value: str) -> str:
    """Return a colour as ``#rrggbb``, without its transparency.

    Empty where it is no colour by itself, or of a colour space that is none of sRGB's own.
    """
    colour = parse_color(value)
    if colour is None or isinstance(colour, str) or colour.space not in {"srgb", "hsl", "hwb"}:
        return ""
    parts = (round(255 * min(1, max(0, part))) for part in colour.to("srgb").coordinates)
    return "#" + "".join(f"{part:02x}" for part in parts)


def _is_one(name: str, token: Any, usual: Any) -> bool:
    """Whether a ``token`` alone is a value in the place of the ``usual`` one."""
    if usual.type == "hash":
        return token.type == "function" or parse_color(token) is not None
    if usual.type == "number" and token.type == "number":
        return bool(token.value >= 0)
    return name not in _FACTORS and _is_length(token)


def _is_length(token: Any) -> bool:
    if token.type == "dimension":
        return bool(token.value >= 0 and token.lower_unit in _UNITS)
    if token.type == "percentage":
        return bool(token.value >= 0)
    return bool(token.type == "number" and token.value == 0)


def _are_faces(tokens: Sequence[Any]) -> bool:
    """Whether ``tokens`` are names with commas between them (CSS Fonts 4, 2.1)."""
    names: list[list[Any]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            names.append([])
        else:
            names[-1].append(token)
    return all(_is_face(name) for name in names)


def _is_face(name: Sequence[Any]) -> bool:
    kinds = [token.type for token in name]
    return kinds == ["string"] or (bool(kinds) and set(kinds) == {"ident"})


def _tokens(value: str) -> list[Any]:
    found = tinycss2.parse_component_value_list(value, skip_comments=True)
    return [token for token in found if token.type != "whitespace"]
