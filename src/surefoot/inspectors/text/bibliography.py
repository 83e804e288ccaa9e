"""Tells a numbered bibliography from notes, which begin with the same labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from surefoot.inspectors.text.labels import Labels

# One number is a mark or a citation; several, or one with a locator, are citations.
_BRACKET = re.compile(r"(?P<before>^|.)\[(?P<number>[0-9]+)(?P<more>\s*[,;\u2013-]\s*[^][]+)?\]", re.DOTALL)
_APART = {"", " ", "\n", ","}


def is_bibliography(lines: Sequence[str], found: Labels) -> bool:
    """Whether labels in square brackets are those of cited works: numeric styles print ``word [3]``.

    A note's mark stands at its word, or the marks count from 1 up. Where all
    stand apart from their words, and one comes again, before its turn, or with
    others in its bracket, they are citations.
    """
    first = found[min(found)]
    if first.group("before", "behind") != ("[", "]"):
        return False
    brackets = list(_BRACKET.finditer("\n".join(line.rstrip() for line in lines[: min(found)])))
    numbers = {label["number"] for label in found.values()}
    called = [bracket for bracket in brackets if bracket["number"] in numbers]
    if not called or any(bracket["before"] not in _APART for bracket in called):
        return False
    in_turn = [bracket["number"] for bracket in called] == [str(turn + 1) for turn in range(len(called))]
    return not in_turn or any(bracket["more"] for bracket in called)
