"""What comes in order, and what does not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


def rising(ranks: Sequence[int]) -> list[bool]:
    """Return for each of ``ranks`` whether it is one of the longest run that never falls."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, rank in enumerate(ranks):
        length = bisect_right(ends, rank)
        before.append(last[length - 1] if length else -1)
        ends[length:] = [rank, *ends[length + 1 :]]
        last[length:] = [at, *last[length + 1 :]]
    kept, at = [False] * len(ranks), last[-1] if last else -1
    while at >= 0:
        kept[at], at = True, before[at]
    return kept
