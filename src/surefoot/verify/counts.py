"""The numbers of list items, where they are printed like words before them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from surefoot.promise import Prose
from surefoot.verify.anchors import Agreement
from surefoot.verify.letters import shown
from surefoot.verify.stretch import Text

_LONGEST = 80
"""Characters of a block by which it is known."""


def miscounted(
    promised: Prose, found: Prose, texts: tuple[Text, Text], agreements: Sequence[Agreement]
) -> Iterator[tuple[int, str, str]]:
    """Yield the rank of each block before which another number is found, with both as they are written.

    A block before which none is found may have it elsewhere.
    """
    one, other = texts
    known = sorted((each for each in agreements if each.size), key=lambda each: each.start)
    at = {each: rank for rank, each in enumerate(other.starts[:-1])}
    for rank, number in enumerate(promised.counted or ()):
        there = at.get(_found(one.starts[rank], known), -1)
        printed = found.counted[there] if found.counted and there >= 0 else ""
        if printed and printed != number:
            block = promised.blocks[rank]
            yield rank, _written(number, block), _written(printed, block)


def _found(start: int, agreements: Sequence[Agreement]) -> int:
    """Return where a letter is found; -1 if it is not."""
    at = bisect_left(agreements, start, key=lambda each: each.start + each.size - 1)
    before = agreements[at] if at < len(agreements) else None
    return start - before.start + before.other if before and before.start <= start else -1


def _written(number: str, block: str) -> str:
    text = shown(block)
    known = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return f"{number}. {known}" if number else known
