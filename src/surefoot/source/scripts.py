"""Raised and lowered figures as the characters that Unicode has for them."""

from __future__ import annotations

from surefoot.model import Json
from surefoot.source.prose import words
from surefoot.source.tree import of_kind, rewrite

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_TABLES = {"Superscript": _RAISED, "Subscript": _LOWERED}
# What a style sets between the raised numbers of works; no character is raised for it.
_BETWEEN = set(",;–—- \u00a0\u2009\u202f")


def as_characters(tree: Json) -> None:
    """Turn superscripts and subscripts of figures into characters, in place.

    As characters they say what they mean in every edition, plain text included,
    and are proved: `10^6^` must not become 106, nor a raised number of a cited
    work one with the word before it. What Unicode has no character for, such as
    the letters of `1^st^`, stays as it is.
    """
    rewrite(tree, _spelled)


def _spelled(part: Json) -> Json:
    table = _TABLES.get(part.get("t", ""))
    if table is None:
        return None
    if any(inline["t"] == "Link" for inline in part["c"]):
        return _cited(part)
    if any(inline["t"] != "Str" for inline in part["c"]):
        return None
    text = words(part["c"])
    known = text and all(ord(char) in table for char in text)
    return {"t": "Str", "c": text.translate(table)} if known else None


def _cited(raised: Json) -> Json:
    """Return the numbers of cited works that a style raises, each still a link."""
    numbers = words(raised["c"])
    if not any(char.isdigit() for char in numbers) or not set(numbers) <= _BETWEEN | set("0123456789"):
        return None
    for text in of_kind(raised, "Str"):
        text["c"] = "".join(char.translate(_RAISED) if char.isdigit() else char for char in text["c"])
    return {"t": "Span", "c": [["", [], []], raised["c"]]}
