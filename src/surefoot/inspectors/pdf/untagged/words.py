"""Letters to words: lines joined, marks and printed addresses left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from surefoot.inspectors.pdf.untagged.glyphs import Glyph
from surefoot.inspectors.pdf.untagged.lines import HYPHENS, Line, parted
from surefoot.inspectors.pdf.untagged.scripts import spelled
from surefoot.text import BREAK_HYPHEN, LINE_END

Part: TypeAlias = tuple[Line, int, int]
"""A line, and the ranks of its first letter that counts and of the one behind the last."""

_BULLETS = frozenset("•◦‣▪▫∙·○●")
_ORDINAL = re.compile(r"\(?(?:[0-9]{1,3}|[a-z]|[ivxlc]{1,6})[.)]$")
_INDENT = 3.0
"""Points by which a list's item begins farther in than the text around it."""


def words(lines: Iterable[Part], silent: set[Glyph]) -> str:
    """Return the text of parts of lines, without the letters that are ``silent``.

    Between two lines stands a line's end, and a hyphen at the end of one is
    :data:`surefoot.text.BREAK_HYPHEN`: nobody can tell whether it is the word's own.
    """
    pieces: list[str] = []
    for line, start, end in lines:
        if pieces:
            pieces.append(LINE_END)
        pieces += _letters(line, start, end, silent)
    return "".join(pieces)


def unmarked(lines: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts of a note's lines without the bullets and numbers of lists that begin them.

    A number begins an item only where its line stands farther in than the one before.
    """
    before: Line | None = None
    for line, start, end in lines:
        first = line.text(start, end).split(" ", 1)[0]
        bullet = line.glyphs[start].text in _BULLETS if start < end else False
        indented = before is not None and line.left - before.left > _INDENT
        ordinal = start == 0 and indented and _ORDINAL.match(first) is not None
        yield line, start + (1 if bullet else len(first) if ordinal else 0), end
        before = before if ordinal else line


def _letters(line: Line, start: int, end: int, silent: set[Glyph]) -> Iterator[str]:
    glyphs = line.glyphs[start:end]
    for rank, (glyph, text) in enumerate(zip(glyphs, spelled(line, glyphs), strict=True)):
        if rank and parted(glyphs[rank - 1], glyph):
            yield " "
        if glyph not in silent:
            broken = rank == len(glyphs) - 1 and end == len(line.glyphs) and glyph.text in HYPHENS
            yield BREAK_HYPHEN if broken and rank else text
