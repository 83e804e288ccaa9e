"""The lines of a whole file in reading order, and which line a place in it means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from surefoot.inspectors.pdf.destinations import Place
from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.untagged.lines import Line
from surefoot.inspectors.pdf.untagged.links import Covered
from surefoot.inspectors.pdf.untagged.marks import Mark, marks

_ABOVE = 2.5
"""Times the font's size, up to which a link aims above the line that it means."""
_BELOW = 0.1
_CLOSE = 0.5
"""Times the font's size, by which one aim may differ from the others of its file."""
_BESIDE = 24.0
"""Points by which it may aim beside it."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """The text of a file, without running heads and folios."""

    lines: Sequence[Line]
    rules: Mapping[int, Sequence[Box]]
    """The lines drawn on each page."""
    covered: Covered
    marks: Mapping[Line, Sequence[Mark]]
    ranks: Mapping[Line, int]
    """Of each line among all."""
    pages: Mapping[int, Sequence[Line]]
    """The lines of each page."""

    @classmethod
    def of(cls, lines: Sequence[Line], rules: Mapping[int, Sequence[Box]], covered: Covered) -> Sheets:
        """Return the sheets of some lines, their marks found."""
        found = {line: tuple(marks(line, covered)) for line in lines}
        return cls._of(lines, rules, covered, found)

    def less(self, lines: Sequence[Line]) -> Sheets:
        """Return the sheets with only some of their ``lines``."""
        return self._of(lines, self.rules, self.covered, self.marks)

    @classmethod
    def _of(
        cls,
        lines: Sequence[Line],
        rules: Mapping[int, Sequence[Box]],
        covered: Covered,
        found: Mapping[Line, Sequence[Mark]],
    ) -> Sheets:
        ranks = {line: rank for rank, line in enumerate(lines)}
        pages = {page: tuple(each) for page, each in groupby(lines, key=lambda line: line.page)}
        return cls(lines, rules, covered, found, ranks, pages)

    def opening(self, line: Line) -> Mark | None:
        """Return the number that begins a line, if one does."""
        first = next(iter(self.marks[line]), None)
        return first if first and first.first else None

    def aimed(self, place: Place | None, lead: float | None) -> Line | None:
        """Return the line that a link to ``place`` shows.

        Args:
            place: where it leads.
            lead: by how much this file's links aim above the baseline of what they mean;
                None where it is not known: then it is the first line below the place.
        """
        near = self.near(place)
        if lead is None:
            return max(near, key=lambda line: line.up, default=None)
        if not near:
            return self._next(place)
        off = {line: abs(above - lead) for line, above in near.items()}
        close = (line for line in near if off[line] < _CLOSE * line.size)
        return min(close, key=lambda line: off[line], default=None)

    def near(self, place: Place | None) -> dict[Line, float]:
        """Return the lines that a link to ``place`` may mean, and how far above each baseline it aims."""
        if place is None or place.top is None:
            return {}
        above = {line: place.top - line.up for line in self.pages.get(place.page, ())}
        near = {line: up for line, up in above.items() if -_BELOW * line.size < up < _ABOVE * line.size}
        return {line: up for line, up in near.items() if _is_beside(place.left, line)} or near

    def _next(self, place: Place | None) -> Line | None:
        """Return the first line of the next page, if a link leads below all lines of its own."""
        if place is None or place.top is None:
            return None
        below = all(place.top <= line.up for line in self.pages.get(place.page, ()))
        return next(iter(self.pages.get(place.page + 1, ())), None) if below else None

    def behind(self, line: Line, mark: Mark) -> bool:
        """Whether a line stands behind the line of a mark."""
        return self.ranks[line] > self.ranks[mark.line]


def lead(aims: Iterable[float]) -> float | None:
    """Return by how much links aim above what they surely mean; None where there are none."""
    known = list(aims)
    return median(known) if known else None


def _is_beside(left: float | None, line: Line) -> bool:
    return left is None or line.left - _BESIDE <= left <= line.right + _BESIDE
