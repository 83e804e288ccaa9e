"""Where two sequences part: in every place, or, where they are too long for that, between their ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import TypeAlias

Span: TypeAlias = tuple[int, int, int, int]
"""From where to where in the one, and in the other."""

_AT_ONCE = 4_000_000
"""Pairs that are compared at once."""


def parted(ones: Sequence[str], others: Sequence[str]) -> Iterator[Span]:
    """Yield the spans in which two sequences differ."""
    if ones == others:
        return
    head = common(ones, others)
    tail = common(ones[head:][::-1], others[head:][::-1])
    mine, theirs = ones[head : len(ones) - tail], others[head : len(others) - tail]
    if len(mine) * len(theirs) > _AT_ONCE:
        yield head, len(ones) - tail, head, len(others) - tail
        return
    for kind, start, end, other_start, other_end in SequenceMatcher(
        None, mine, theirs, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            yield head + start, head + end, head + other_start, head + other_end


def common(ones: Sequence[str], others: Sequence[str]) -> int:
    """Return how many texts two sequences have in common at their beginning."""
    pairs = zip(ones, others, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
