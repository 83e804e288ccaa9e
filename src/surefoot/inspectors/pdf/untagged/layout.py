"""How a file sets its notes apart from its prose: by their size, a drawn line, or only by their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
        """Return the layout of a file whose lines ``calling`` call notes, which begin at ``heads``."""
        last = max((sheets.ranks[line] for line in calling), default=-1)
        at_foot = last > min((sheets.ranks[line] for line in heads), default=last)
        text = usual([line.size for line in calling if line not in heads])
        rule = _foot_rule(sheets, heads) if at_foot else None
        families = frozenset(line.family for line in heads)
        return cls(sheets.rules, usual([line.size for line in heads]), families, text, at_foot, rule)

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
        begin = first
        while begin and lines[begin - 1].up < min(ups, default=0):
            begin -= 1
        return begin

    def alike(self, lines: Sequence[Line], first: int) -> int:
        """Return from where lines of a page look like notes, below white, before ``first``."""
        begin = first
        while begin and self._is_alike(lines[begin - 1]):
            begin -= 1
        while 0 < begin < first and lines[begin - 1].up - lines[begin].up < _WHITE * self.size:
            begin += 1
        return begin

    def _is_alike(self, line: Line) -> bool:
        return line.size <= LARGER * self.size and line.family in self.families


def usual(sizes: Sequence[float]) -> float:
    """Return the size that most lines have; 0 where there are none."""
    return median_low(sizes) if sizes else 0.0


def _foot_rule(sheets: Sheets, heads: Collection[Line]) -> int | None:
    """Return the length of the line that most pages with notes draw above the first one."""
    first = {line.page: line for line in sorted(heads, key=lambda line: -sheets.ranks[line])}
    drawn = Counter(rule for line in first.values() for rule in _above(sheets, line))
    rule, count = max(drawn.items(), key=lambda each: each[1], default=(None, 0))
    return rule if 2 * count > len(first) else None


def _above(sheets: Sheets, head: Line) -> Iterator[int]:
    """Yield the length of the lowest line that is drawn above a note."""
    above = [box for box in sheets.rules.get(head.page, ()) if box.bottom > head.up]
    if above:
        yield _length(min(above, key=lambda box: box.bottom))


def _length(box: Box) -> int:
    return round(box.right - box.left)
