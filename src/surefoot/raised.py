"""Raised and lowered figures as the characters that Unicode has for them."""

from __future__ import annotations

_TABLES = {
    "sup": str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ"),
    "sub": str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"),
}


def spelled(text: str, kind: str) -> str:
    """Return ``text`` as raised or lowered characters, if there is one for each; else as it is.

    Args:
        text: the words.
        kind: ``sup`` or ``sub``, as in HTML.
    """
    table = _TABLES[kind]
    return text.translate(table) if all(ord(char) in table for char in text.strip()) else text
