"""What is raised, lowered or turned round, in Unicode's characters: ``x<sup>2</sup>`` is not ``x2``."""

from __future__ import annotations

from itertools import islice
from unicodedata import bidirectional

from surefoot.inspectors.tree.names import Element, is_block, name

_FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SIGNS = "+-−=()"
_TABLES = {
    "sup": _FIGURES | str.maketrans(_SIGNS + "ni", "⁺⁻⁻⁼⁽⁾ⁿⁱ"),
    "sub": str.maketrans("0123456789" + _SIGNS, "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"),
}
_MAPPED = frozenset("0123456789ni" + _SIGNS)
_LEVEL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# What is set between the raised numbers of cited works stays as it is.
_BETWEEN = frozenset(",;–—- \u00a0\u2009\u202f")
_NEAR = 4
"""How many elements may stand around words within the one that raises them."""

_LONGEST = 64
"""Pieces of text, above which what is raised is no figure."""


def raised(text: str, holder: Element) -> str:
    """Return ``text``, which stands in ``holder``, as it is raised or lowered.

    That is done with figures and signs where nothing else is raised with them:
    there is no character for the letters of ``1<sup>st</sup>``.
    """
    if not text or not _MAPPED.issuperset(text):
        return text
    for around in islice((holder, *holder.iterancestors()), _NEAR):
        if is_block(around):
            break
        if name(around) in _TABLES:
            return text.translate(_table(around))
    return text


def _table(raising: Element) -> dict[int, int]:
    """Return how the words in a ``sup`` or ``sub`` are to be spelled."""
    pieces = list(islice(raising.itertext(), _LONGEST))
    if len(pieces) == _LONGEST:
        return {}
    whole = frozenset("".join(pieces))
    if raising.find(".//{*}a") is not None:
        return _FIGURES if whole <= _BETWEEN | frozenset("0123456789") else {}
    return _TABLES[name(raising)] if whole <= _MAPPED else {}


def level(text: str) -> str:
    """Return ``text`` with raised figures as ordinary ones: a mark is a number, however it is set."""
    return text.translate(_LEVEL)


def overriding(element: Element) -> str:
    """Return the character that shows words against their direction, if a ``bdo`` does so; else nothing.

    The letters of a script that is written as the ``bdo`` says stay as they are.
    """
    directions = {bidirectional(char) for char in "".join(islice(element.itertext(), _LONGEST))}
    direction = element.get("dir", "").lower()
    if direction == "rtl" and directions & {"L", "EN"}:
        return "\u202e"
    return "\u202d" if direction == "ltr" and directions & {"R", "AL"} else ""
