"""Which of several marked places a destination means, told by geometry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeAlias

from surefoot.inspectors.pdf.destinations import Place
from surefoot.inspectors.pdf.sight import Box

Spot: TypeAlias = tuple[int, Box]
"""A page, and the ink of what stands there first."""

_REACH = 24.0
"""Points by which an engine may aim beside what it means: two lines of text."""
_TOLERANCE = 8.0
"""Points by which one aim may differ from the others of its file: half a line."""


@dataclass(frozen=True, slots=True)
class _Aim:
    """A destination, and the spot nearest to it."""

    spot: int
    right: float
    up: float


class Places:
    """Spots of one kind, and the constant offset with which this file's links aim at them.

    Engines let a link lead to the top of a line, to its baseline or a line
    above, but each always to the same. So an aim is judged by the others.
    """

    def __init__(self, spots: Sequence[Spot | None], *, sideways: bool) -> None:
        """Take the spots by rank, None for what is nowhere to be seen.

        Args:
            spots: where each of them begins.
            sideways: whether several can stand in one line, so that the left edge counts.
        """
        self._sideways = sideways
        self._right = self._up = 0.0
        self._on: defaultdict[int, list[tuple[int, Box]]] = defaultdict(list)
        for rank, spot in enumerate(spots):
            if spot is not None:
                self._on[spot[0]].append((rank, spot[1]))

    def learn(self, places: Iterable[Place]) -> None:
        """Take the median offset of ``places`` for this file's constant one."""
        aims = [aim for place in places if (aim := self._nearest(place)) and self._off(aim) <= _REACH]
        if aims:
            self._right += median(aim.right for aim in aims)
            self._up += median(aim.up for aim in aims)

    def at(self, place: Place) -> int | None:
        """Return the rank of the spot that ``place`` means; None if it means none."""
        aim = self._nearest(place)
        return aim.spot if aim and self._off(aim) <= _TOLERANCE else None

    def _nearest(self, place: Place) -> _Aim | None:
        if place.top is None:
            return None
        aims = [self._aim(rank, box, place.left, place.top) for rank, box in self._on[place.page]]
        return min(aims, key=self._off, default=None)

    def _aim(self, rank: int, box: Box, left: float | None, top: float) -> _Aim:
        right = left - box.left - self._right if self._sideways and left is not None else 0.0
        return _Aim(rank, right, top - box.top - self._up)

    @staticmethod
    def _off(aim: _Aim) -> float:
        return max(abs(aim.right), abs(aim.up))
