"""Which letters of a line without tags are raised or lowered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from surefoot.inspectors.pdf import scripts
from surefoot.inspectors.pdf.untagged.glyphs import Glyph
from surefoot.inspectors.pdf.untagged.lines import Line

_HIGH = 0.15
"""Of the font's size, by which a letter stands above its baseline that is raised."""
_LOW = 0.08
_SMALL = 0.9
"""Of the font's size, that a lowered letter has at most."""


def is_raised(line: Line, glyph: Glyph) -> bool:
    """Whether a letter stands above the others of its line."""
    return glyph.up - line.up > _HIGH * line.size


def spelled(line: Line, glyphs: Sequence[Glyph]) -> Iterator[str]:
    """Yield the text of each of some letters of a ``line``.

    What is raised or lowered becomes a character that says so where there is one
    for all of it: there is none for the letters of a raised "st".
    """
    for table, run in groupby(glyphs, key=lambda glyph: _table(line, glyph)):
        yield from scripts.spelled([glyph.text for glyph in run], table)


def _table(line: Line, glyph: Glyph) -> scripts.Table:
    if is_raised(line, glyph):
        return scripts.RAISED
    lowered = line.up - glyph.up > _LOW * line.size and glyph.size < _SMALL * line.size
    return scripts.LOWERED if lowered else {}
