"""How a file sets its notes apart from its prose: by their size, a drawn line, or only by their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from statistics import median_low

from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.untagged.lines import Line
from surefoot.inspectors.pdf.untagged.sheets import Sheets

LARGER = 1.15
"""Times a size: what is larger is a heading."""
_SMALLER = 0.93
"""Notes of at most this part of the text's size are told from it by their size."""
_WHITE = 1.7
"""Times the font's size: lines farther apart have white between them."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How notes look in one file."""

    rules: Mapping[int, Sequence[Box]]
    """The lines drawn on each page."""
    size: float
    """Of the letters of notes."""
    families: frozenset[str]
    """Of the fonts in which notes begin."""
    text: float
    """Of the letters of the prose."""
    at_foot: bool
    """Behind some notes there is prose again that calls notes."""
    rule: int | None
    """The length of the line that is drawn above the notes of each page; None where there is none."""

    @classmethod
    def of(cls, sheets: Sheets, calling: Collection[Line], heads: Collection[Line]) -> Layout:
        """Return the layout of a file whose lines ``calling`` call notes, which begin at ``heads``.

        There is at least one note, and they are in order.
        """
        first = min(sheets.ranks[line] for line in heads)
        at_foot = any(sheets.ranks[line] > first for line in calling)
        sizes = [line.size for line in heads]
        text = median_low([line.size for line in calling if line not in heads] or sizes)
        rule = _foot_rule(sheets, heads) if at_foot else None
        families = frozenset(line.family for line in heads)
        return cls(sheets.rules, median_low(sizes), families, text, at_foot, rule)

    @property
    def small(self) -> bool:
        """Whether notes are told from prose by their size."""
        return self.size < _SMALLER * self.text

    def is_heading(self, line: Line) -> bool:
        """Whether a line is larger than prose."""
        return line.size > LARGER * self.text

    def below_rule(self, lines: Sequence[Line], first: int) -> int:
        """Return from where lines of a page stand below the rule of its notes, before ``first``."""
        left, right = min(line.left for line in lines), max(line.right for line in lines)
        drawn = (box for box in self.rules.get(lines[0].page, ()) if _length(box) == self.rule)
        ups = [box.bottom for box in drawn if box.left < right and left < box.right]
        below = takewhile(lambda line: ups and line.up < min(ups), reversed(lines[:first]))
        return first - len(list(below))

    def alike(self, lines: Sequence[Line], first: int) -> int:
        """Return from where lines of a page look like notes, below white, before ``first``."""
        begin = first - len(list(takewhile(self._is_alike, reversed(lines[:first]))))
        while 0 < begin < first and lines[begin - 1].up - lines[begin].up < _WHITE * self.size:
            begin += 1
        return begin

    def _is_alike(self, line: Line) -> bool:
        return line.size <= LARGER * self.size and line.family in self.families


def _foot_rule(sheets: Sheets, heads: Collection[Line]) -> int | None:
    """Return the length of the line that most pages with notes draw above the first one."""
    first: dict[int, Line] = {}
    for line in heads:
        first.setdefault(line.page, line)
    [(rule, count)] = Counter(_above(sheets, line) for line in first.values()).most_common(1)
    return rule if 2 * count > len(first) else None


def _above(sheets: Sheets, head: Line) -> int | None:
    """Return the length of the lowest line that is drawn above a note."""
    above = (box for box in sheets.rules.get(head.page, ()) if box.bottom > head.up)
    lowest = min(above, key=lambda box: box.bottom, default=None)
    return _length(lowest) if lowest else None


def _length(box: Box) -> int:
    return round(box.right - box.left)
