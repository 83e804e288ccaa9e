"""Which of several marked places a destination means, told by geometry."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from surefoot.inspectors.pdf.destinations import Place
from surefoot.inspectors.pdf.geometry import Box

_REACH = 24.0
"""Points by which an engine may aim beside what it means: two lines of text."""
_TOLERANCE = 8.0
"""Points by which one aim may differ from the others of its file: half a line."""
_GRAIN = 0.5
"""Points to which offsets are told apart when they are counted: less than calls in a row are apart."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something begins."""

    page: int
    ink: Box
    """Of what stands there first."""
    head: float
    """The top of its line, where a picture in it is taller than the text."""


@dataclass(frozen=True, slots=True)
class _Aim:
    """A destination seen from one of the spots."""

    spot: int
    right: float
    up: float
    aside: float
    """How far it lies to the left or to the right, also where that does not count."""

    @property
    def off(self) -> float:
        """How far it lies from the spot."""
        return max(abs(self.right), abs(self.up))


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
        self._spots = spots
        self._sideways = sideways
        self._right = self._up = 0.0
        self._on: defaultdict[int, list[tuple[int, Spot]]] = defaultdict(list)
        for rank, spot in enumerate(spots):
            if spot is not None:
                self._on[spot.page].append((rank, spot))

    def learn(self, places: Iterable[Place]) -> None:
        """Take for this file's offset the one that most of ``places`` have from some spot."""
        aims = [aim for place in places for aim in self._aims(place) if aim.off <= _REACH]
        counted = Counter((round(aim.right / _GRAIN), round(aim.up / _GRAIN)) for aim in aims)
        if not counted:
            return
        # An offset on the border between two grains is counted in both.
        around = {
            (right, up): sum(counted[right + x, up + y] for x in (-1, 0, 1) for y in (-1, 0, 1))
            for right, up in list(counted)
        }
        best = max(around, key=lambda grain: (around[grain], -abs(grain[0]) - abs(grain[1]), grain))
        close = [aim for aim in aims if _distance(aim, best) <= 1.5 * _GRAIN]
        self._right = median(aim.right for aim in close)
        self._up = median(aim.up for aim in close)

    def page(self, rank: int) -> int | None:
        """Return the page of a spot; None if it is nowhere to be seen."""
        spot = self._spots[rank]
        return None if spot is None else spot.page

    def at(self, place: Place) -> int | None:
        """Return the rank of the spot that ``place`` means; None if it means none.

        Of several at one height, as in cells side by side, it is the one that is closest.
        """
        aims = self._aims(place)
        least = min((aim.off for aim in aims), default=_TOLERANCE)
        level = [aim for aim in aims if aim.off <= min(least + _GRAIN, _TOLERANCE)]
        aim = min(level, key=lambda aim: (aim.aside, aim.off), default=None)
        return aim.spot if aim else None

    def _aims(self, place: Place) -> list[_Aim]:
        if place.top is None:
            return []
        return [self._aim(rank, spot, place.left, place.top) for rank, spot in self._on[place.page]]

    def _aim(self, rank: int, spot: Spot, left: float | None, top: float) -> _Aim:
        aside = 0.0 if left is None else left - spot.ink.left - self._right
        right = aside if self._sideways else 0.0
        # Some engines aim by the text, others by the line: at either end, and between, the aim is exact.
        above_text, above_line = (top - edge - self._up for edge in (spot.ink.top, spot.head))
        return _Aim(rank, right, max(min(above_text, 0.0), above_line), abs(aside))


def _distance(aim: _Aim, grain: tuple[int, int]) -> float:
    return max(abs(aim.right - grain[0] * _GRAIN), abs(aim.up - grain[1] * _GRAIN))
