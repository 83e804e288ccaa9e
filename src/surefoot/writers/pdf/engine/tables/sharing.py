"""How the columns of a table share a line that does not suffice for them."""

from __future__ import annotations

from collections.abc import Sequence


def lent(given: Sequence[float], good: Sequence[float], most: Sequence[float]) -> list[float]:
    """Return widths of columns after those with too much have lent to those with too little.

    Args:
        given: their widths now.
        good: in which the lines in them have a good length.
        most: beyond which width is of no use to them.
    """
    lacking = [max(0.0, wanted - width) for wanted, width in zip(good, given, strict=True)]
    idle = [max(0.0, width - used) for used, width in zip(most, given, strict=True)]
    moved = min(sum(lacking), sum(idle))
    if not moved:
        return list(given)
    taken, lost = moved / sum(lacking), moved / sum(idle)
    return [
        width + taken * lacks - lost * idles for width, lacks, idles in zip(given, lacking, idle, strict=True)
    ]


def lowered(widths: Sequence[float], room: float) -> list[float]:
    """Return ``widths``, the largest of them lowered to one limit, so that together they have ``room``."""
    limit = room
    for rank, width in enumerate(sorted(widths)):
        limit = room / (len(widths) - rank)
        if width > limit:
            break
        room -= width
    return [min(width, limit) for width in widths]
