"""Numbers that may be the marks of notes: raised above their line, or at its beginning."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from surefoot.inspectors.pdf.destinations import Place
from surefoot.inspectors.pdf.untagged.lines import Line
from surefoot.inspectors.pdf.untagged.links import Covered
from surefoot.inspectors.pdf.untagged.scripts import is_raised

_TOGETHER = 0.3
"""Of the font's size: with less white between them, two figures are one number. A "1" is a narrow thing."""
_NUMBER = re.compile(r"[\[(]?([0-9]{1,4})[\])]?[.:]?")
_DIGITS = frozenset("0123456789")
_OPENING, _CLOSING, _STOPS = frozenset("[("), frozenset("])"), frozenset(".:")


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """A number that may call a note, or begin one."""

    line: Line
    start: int
    """Rank of its first letter in the line; a bracket is part of it."""
    end: int
    number: str
    raised: bool
    linked: bool
    place: Place | None
    """Where its link leads; None where it has none or leads nowhere."""

    @property
    def first(self) -> bool:
        """Whether it begins its line."""
        return self.start == 0

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.line.glyphs[self.start].left

    @property
    def calls(self) -> bool:
        """Whether it may call a note: it is raised, or a link with nothing in its line to rise above."""
        return self.raised or (self.linked and self.alone)

    @property
    def alone(self) -> bool:
        """Whether its line holds nothing but marks."""
        return all(glyph.text in _DIGITS | _OPENING | _CLOSING for glyph in self.line.glyphs)


def marks(line: Line, covered: Covered) -> Iterator[Mark]:
    """Yield the numbers of a ``line`` that are raised or linked, and the one that begins it."""
    at = 0
    while at < len(line.glyphs):
        end = _end(line, at, covered)
        if mark := _mark(line, at, end, covered):
            yield mark
        at = max(end, at + 1)


def _end(line: Line, start: int, covered: Covered) -> int:
    """Return where the number ends that may begin at ``start``: it is of one make, under one link."""
    first = start + (line.glyphs[start].text in _OPENING)
    end = first
    while _goes_on(line, start, end, _DIGITS) and (end == first or _together(line, end, covered)):
        end += 1
    end += _goes_on(line, start, end, _CLOSING)
    # A stop may stand on the baseline behind a raised number.
    return end + (start == 0 and line.text(end, end + 1) in _STOPS)


def _goes_on(line: Line, start: int, at: int, kind: Collection[str]) -> bool:
    """Whether a letter is of a ``kind``, and as high as the one that begins the number."""
    glyphs = line.glyphs
    found = at < len(glyphs) and glyphs[at].text in kind
    return found and is_raised(line, glyphs[at]) == is_raised(line, glyphs[start])


def _together(line: Line, at: int, covered: Covered) -> bool:
    """Whether a figure is of one number with the one before it."""
    before, glyph = line.glyphs[at - 1 : at + 1]
    linked_alike = covered.within.get(before) is covered.within.get(glyph)
    return linked_alike and glyph.left - before.right < _TOGETHER * glyph.size


def _mark(line: Line, start: int, end: int, covered: Covered) -> Mark | None:
    found = _NUMBER.fullmatch("".join(glyph.text for glyph in line.glyphs[start:end]))
    if not found:
        return None
    figure = line.glyphs[start + found.start(1)]
    raised, link = is_raised(line, figure), covered.within.get(figure)
    if not (raised or link or start == 0):
        return None
    return Mark(line, start, end, found[1], raised, link is not None, link.place if link else None)
