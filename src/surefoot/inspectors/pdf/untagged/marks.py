"""Numbers that may be the marks of notes: raised above their line, or at its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from surefoot.inspectors.pdf.destinations import Place
from surefoot.inspectors.pdf.untagged.lines import Line
from surefoot.inspectors.pdf.untagged.links import Covered
from surefoot.inspectors.pdf.untagged.scripts import is_raised

_TOGETHER = 0.3
"""Of the font's size: with less white between them, two figures are one number. A "1" is a narrow thing."""
_NUMBER = re.compile(r"[\[(]?([0-9]{1,4})[\])]?[.:]?")
_DIGITS = frozenset("0123456789")
_BEGINNING = _DIGITS | frozenset("[(")
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
        end = _end(line, at, covered) if line.glyphs[at].text in _BEGINNING else at
        if end > at and (mark := _mark(line, at, end, covered)):
            yield mark
        at = max(end, at + 1)


def _end(line: Line, start: int, covered: Covered) -> int:
    """Return where the number ends that may begin at ``start``: it is of one make, under one link."""
    at = start
    for wanted in (_OPENING, _DIGITS, _CLOSING, _STOPS if start == 0 else frozenset[str]()):
        most = 1 if wanted is not _DIGITS else len(line.glyphs)
        while most and at < len(line.glyphs) and line.glyphs[at].text in wanted:
            if wanted is _DIGITS and at > start and not _alike(line, start, at, covered):
                break
            at, most = at + 1, most - 1
    return at


def _alike(line: Line, start: int, at: int, covered: Covered) -> bool:
    first = line.glyphs[at - 1]
    glyph = line.glyphs[at]
    bracket = line.glyphs[start].text in _OPENING and at == start + 1
    return (
        is_raised(line, first) == is_raised(line, glyph)
        and (bracket or covered.within.get(first) is covered.within.get(glyph))
        and glyph.left - first.right < _TOGETHER * glyph.size
    )


def _mark(line: Line, start: int, end: int, covered: Covered) -> Mark | None:
    found = _NUMBER.fullmatch("".join(glyph.text for glyph in line.glyphs[start:end]))
    if not found:
        return None
    digits = [glyph for glyph in line.glyphs[start:end] if glyph.text in _DIGITS]
    raised = is_raised(line, digits[0])
    link = next((covered.within[glyph] for glyph in digits if glyph in covered.within), None)
    if not (raised or link or start == 0):
        return None
    return Mark(line, start, end, found[1], raised, link is not None, link.place if link else None)
