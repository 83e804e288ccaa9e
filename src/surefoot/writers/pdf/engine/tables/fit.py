"""How the columns of a table are made to fit: gaps between them are lost before size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import floor

from surefoot.writers.pdf.boxes import Box

POINT = 4 / 3
"""CSS pixels."""
_GRADE = 0.5
"""Points between two sizes: nearly equal ones look like a mistake."""
_LINE = 8.0
"""Ems: words in a cell can do with lines of this length, some 16 letters."""
_SPARE = 0.5
"""CSS pixels that a table is made narrower than it must be, for what is rounded."""
_TRIES = 4
"""How often a shape is tightened to one end: a good line does not shrink as gaps do."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What became of a table."""

    measure: float | None = None
    """Into which it fits, in CSS pixels."""
    reaches: bool = False
    """It reaches out over the edge of the text, as far as the stylesheet lets it."""
    gap: float = 1
    """What is left of the room between columns, as a share."""
    size: float | None = None
    """Of its type, in points; none if it is as the stylesheet wants it."""
    hyphenated: bool = False
    """Words in it may be hyphenated."""
    broken: bool = False
    """Its columns are narrower than their longest words."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far a table may be tightened: the least share of its gaps, and the least size in points."""

    gap: float
    size: float


@dataclass(frozen=True, slots=True)
class Shape:
    """The widths of columns, in CSS pixels, their gaps among them."""

    least: tuple[float, ...]
    most: tuple[float, ...]
    gaps: tuple[float, ...]
    size: float
    """Of the type, in points."""
    gap: float = 1
    """What is left of the gaps, as a share."""

    @property
    def narrowest(self) -> float:
        """The width below which words break."""
        return sum(self.least)

    @property
    def wanted(self) -> float:
        """The width in which lines have a good length."""
        return sum(self.good)

    @property
    def good(self) -> list[float]:
        """The width of each column in which lines have a good length."""
        columns = zip(self.least, self.most, self._lines(), strict=True)
        return [min(most, max(least, line)) for least, most, line in columns]

    @property
    def has_long_words(self) -> bool:
        """Whether words take more than a good line."""
        return any(least > line for least, line in zip(self.least, self._lines(), strict=True))

    def _lines(self) -> list[float]:
        return [_LINE * self.size * POINT + gap for gap in self.gaps]

    def shrunk(self, size: float, share: float) -> Shape:
        """Return what becomes of it in type of another size, in points, and with a share of its gaps."""
        factor = size / self.size
        gaps = tuple(gap * share * factor for gap in self.gaps)

        def scaled(widths: tuple[float, ...]) -> tuple[float, ...]:
            columns = zip(widths, self.gaps, gaps, strict=True)
            return tuple((width - gap) * factor + left for width, gap, left in columns)

        return Shape(scaled(self.least), scaled(self.most), gaps, size, self.gap * share)


def fit_of(table: Box) -> Fit:
    """Return what became of a table. It is laid out several times, and has one shape."""
    fit: Fit = getattr(table, "fit", Fit())
    return fit


def note(table: Box, **changes: float | bool) -> None:
    """Remember what became of a table."""
    table.fit = replace(fit_of(table), **changes)  # type: ignore[arg-type]


def tightened(shape: Shape, step: Step, room: float, width: Callable[[Shape], float]) -> Shape:
    """Return ``shape`` tightened until its ``width`` is ``room``, but no further than ``step`` says."""
    for _ in range(_TRIES):
        too_wide = width(shape) - room
        if too_wide <= 0:
            break
        too_wide, gaps = too_wide + _SPARE, sum(shape.gaps)
        share = max(1 - too_wide / gaps, min(1, step.gap / shape.gap)) if gaps else 1
        ratio = room / (room + too_wide - gaps * (1 - share))
        smaller = max(step.size, floor(shape.size * ratio / _GRADE) * _GRADE) if ratio < 1 else shape.size
        shape = shape.shrunk(min(shape.size, smaller), share)
    return shape
