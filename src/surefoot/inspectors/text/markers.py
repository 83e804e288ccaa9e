"""Which words at a line's beginning are the markers of list items."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BULLET = r"[-*+•‣◦](?: +|$)"
# Two spaces tell a list's number from one that begins a sentence, and its letter from an initial:
# so pandoc's Markdown wants capital letters to be written, and so pandoc prints them all.
_NUMBER = r"\(?(?:(?:[0-9]{1,9}|[a-z]|[ivxlcdm]{1,9})[.)](?: {2,}|$)|[a-z]{2}[.)] {2,})"
_MARKERS = re.compile(rf"(?:{_BULLET}|{_NUMBER})+", re.IGNORECASE)
_LIKE_NUMBER = re.compile(r"( *)(\(?)([0-9]{1,9}|[a-z])([.)] )(?=\S)")


def markers(words: str) -> str:
    """Return the markers that ``words`` begin with."""
    return found[0] if (found := _MARKERS.match(words)) else ""


def numbers(markers: str) -> str:
    """Return the numbers among ``markers``, without signs around them."""
    return " ".join(re.findall(r"\w+", markers))


def settled(lines: Sequence[str]) -> Sequence[str]:
    """Return ``lines`` with a second space behind those numbers that are a list's though they have but one.

    They count on from one to the next in one column, and no paragraph of that
    column stands between them.
    """
    made = [*lines]
    last: dict[int, tuple[int, int, str]] = {}
    begins = True
    for at, line in enumerate(lines):
        number = _LIKE_NUMBER.match(line)
        column = len(line) - len(line.lstrip(" "))
        if number or (begins and line.strip()):
            before = last.get(column)
            last = {other: seen for other, seen in last.items() if other < column}
        if number:
            rank, form = _rank(number[3]), number[2] + number[4]
            if before and before[1:] == (rank - 1, form):
                made[before[0]], made[at] = _with_two_spaces(lines[before[0]]), _with_two_spaces(line)
            last[column] = at, rank, form
        begins = not line.strip()
    return made


def _rank(number: str) -> int:
    return int(number) if number.isdecimal() else ord(number)


def _with_two_spaces(line: str) -> str:
    return _LIKE_NUMBER.sub(lambda number: number[0] + " ", line, count=1)
