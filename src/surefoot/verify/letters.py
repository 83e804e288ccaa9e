"""Two texts beside each other: are they one, was something put in, where do they part, how alike are they."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from surefoot.text import LINE_END, fold

_GRAM = 4
_SHOWN = 80
"""Characters of a text behind its first difference: enough to see what it is. Half as many before it."""


def letters(text: str) -> str:
    """Return a spaced ``text`` without its gaps."""
    return "".join(text.split())


def same(one: str, other: str) -> bool:
    """Whether two spaced texts are one but for their gaps."""
    return letters(one) == letters(other) or fold(one) == fold(other)


def gaps_apart(one: str, other: str) -> int:
    """Return at how many places only one of two spaced texts of the same letters has a gap.

    A line's end on either side leaves open whether there is a space.
    """
    if one == other:
        return 0
    if letters(one) != letters(other):
        # They are one only when composed over a gap, and one of the two has it.
        return LINE_END not in one + other
    mine, theirs = _gaps(one), _gaps(other)
    differing = (at for at in mine.keys() | theirs.keys() if mine.get(at) != theirs.get(at))
    return sum(LINE_END not in {mine.get(at), theirs.get(at)} for at in differing)


def put_in(one: str, other: str) -> str | None:
    """Return the letters that were put into ``one`` to make it ``other``; None if it is not whole in there.

    Nothing may grow onto a word: ``p. 123`` is not ``p. 12`` with something put in.
    """
    mine, theirs = letters(one), letters(other)
    size = len(theirs) - len(mine)
    if size <= 0:
        return None
    gaps = _gaps(other).keys() | {0, len(theirs)}
    for at in range(len(mine) - alike(mine[::-1], theirs[::-1]), alike(mine, theirs) + 1):
        if _parted(theirs, at, gaps) and _parted(theirs, at + size, gaps):
            return theirs[at : at + size]
    return _between(one.split(), other.split())


def alike(one: str, other: str) -> int:
    """Return how many letters two texts have in common at their beginning."""
    sizes = range(1, min(len(one), len(other)) + 1)
    return bisect_left(sizes, x=True, key=lambda size: one[:size] != other[:size])


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much of two texts is in both, from 0 to 1, by their grams."""
    return 2 * len(one & other) / max(1, len(one) + len(other))


def grams(text: str) -> frozenset[str]:
    """Return the runs of a few letters that a text is made of."""
    return frozenset(text[at : at + _GRAM] for at in range(max(1, len(text) - _GRAM + 1)) if text)


def around(one: str, other: str) -> tuple[str, str]:
    """Return both spaced texts around the place where they part."""
    if letters(one) == letters(other):
        at = alike(one, other)
        return _excerpt(one, at), _excerpt(other, at)
    part = alike(letters(one), letters(other))
    return _excerpt(one, _reached(one, part)), _excerpt(other, _reached(other, part))


def shown(text: str) -> str:
    """Return a spaced text as a reader sees it."""
    return text.replace(LINE_END, " ")


def shortened(text: str, length: int) -> str:
    """Return ``text``, or as much of it as fits into a ``length`` with an ellipsis."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


def _gaps(text: str) -> Mapping[int, str]:
    """Return the gaps of a spaced text by the number of letters before them."""
    places: dict[int, str] = {}
    for at, char in enumerate(text):
        if char.isspace():
            places[at - len(places)] = char
    return places


def _parted(text: str, at: int, gaps: set[int]) -> bool:
    """Whether a word ends or begins ``at`` a place among the letters of a text."""
    return at in gaps or not (text[at - 1].isalnum() and text[at].isalnum())


def _between(mine: Sequence[str], theirs: Sequence[str]) -> str | None:
    """Return the words of ``theirs`` that are not ``mine``; None if not all of mine are there, in order."""
    added: list[str] = []
    rest = iter(theirs)
    for word in mine:
        for candidate in rest:
            if candidate == word:
                break
            added.append(candidate)
        else:
            return None
    return "".join([*added, *rest])


def _reached(text: str, count: int) -> int:
    """Return how far into a spaced text its first ``count`` letters reach."""
    seen = 0
    for at, char in enumerate(text):
        if not char.isspace():
            if seen == count:
                return at
            seen += 1
    return len(text)


def _excerpt(text: str, at: int) -> str:
    start = max(0, at - _SHOWN // 2)
    end = at + _SHOWN
    return ("…" if start else "") + shown(text[start:end]) + ("…" if end < len(text) else "")
