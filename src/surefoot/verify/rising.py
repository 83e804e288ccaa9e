"""The longest rising series: what is in order, whatever else is not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def rising(numbers: Sequence[int]) -> Sequence[int]:
    """Return the ranks of the longest series of ``numbers`` that rises all the way (Fredman, 1975).

    Of several that are as long, it is the one whose last numbers are least.
    """
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for rank, number in enumerate(numbers):
        at = bisect_left(ends, number)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [number]
        last[at : at + 1] = [rank]
    series: list[int] = []
    rank = last[-1] if last else -1
    while rank >= 0:
        series.append(rank)
        rank = before[rank]
    return series[::-1]
