"""Raised and lowered figures as the characters that Unicode has for them."""

from __future__ import annotations

from surefoot.model import Json
from surefoot.source.prose import words
from surefoot.source.tree import rewrite

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_TABLES = {"Superscript": _RAISED, "Subscript": _LOWERED}


def as_characters(tree: Json) -> None:
    """Turn superscripts and subscripts of figures into characters, in place.

    As characters they say what they mean in every edition, plain text included,
    and are proved: `10^6^` must not become 106. What Unicode has no character
    for, such as the letters of `1^st^`, stays as it is.
    """
    rewrite(tree, _spelled)


def _spelled(part: Json) -> Json:
    table = _TABLES.get(part.get("t", ""))
    if table is None or any(inline["t"] != "Str" for inline in part["c"]):
        return None
    text = words(part["c"])
    known = text and all(ord(char) in table for char in text)
    return {"t": "Str", "c": text.translate(table)} if known else None
