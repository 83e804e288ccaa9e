"""Raised and lowered figures as the characters that Unicode has for them."""

from __future__ import annotations

from surefoot.model import Json
from surefoot.source.prose import words

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_TABLES = {"Superscript": _RAISED, "Subscript": _LOWERED}


def as_characters(node: Json) -> None:
    """Turn superscripts and subscripts of figures into characters, in place.

    As characters they say what they mean in every edition, plain text included,
    and are proved: `10^6^` must not become 106. What Unicode has no character
    for, such as the letters of `1^st^`, stays as it is.
    """
    if isinstance(node, list):
        for at, part in enumerate(node):
            if isinstance(part, dict) and (spelled := _spelled(part)):
                node[at] = {"t": "Str", "c": spelled}
            else:
                as_characters(part)
    elif isinstance(node, dict):
        for part in node.values():
            as_characters(part)


def _spelled(part: Json) -> str:
    table = _TABLES.get(part.get("t", ""))
    if table is None or any(inline["t"] != "Str" for inline in part["c"]):
        return ""
    text = words(part["c"])
    return text.translate(table) if text and all(ord(char) in table for char in text) else ""
