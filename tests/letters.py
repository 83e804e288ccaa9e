"""Letters set by hand on pages without tags, as PDFium would report them: where each stands is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from surefoot.inspectors.pdf.destinations import Link, Place
from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.untagged.glyphs import Glyph
from surefoot.inspectors.pdf.untagged.lines import Line
from surefoot.inspectors.pdf.untagged.links import covered
from surefoot.inspectors.pdf.untagged.sheets import Sheets
from surefoot.inspectors.pdf.untagged.testimony import testimony
from surefoot.promise import Recovered

LEFT, TOP = 72.0, 700.0
SIZE, LEADING = 10.0, 12.0
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿˢᵗ", "0123456789+-()nst", strict=True))
_LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉₊", "0123456789+", strict=True))


@dataclass(frozen=True)
class Row:
    """One line as it is to be set; every letter is half as wide as it is high."""

    words: str
    size: float = SIZE
    left: float = LEFT
    family: str = "Serif"

    def glyphs(self, up: float = TOP) -> Iterator[Glyph]:
        """Yield its letters. What is raised or lowered is set small; a space is white."""
        left = self.left
        for char in self.words:
            small, rise = (0.6, 0.35) if char in _RAISED else (0.6, -0.15) if char in _LOWERED else (1, 0)
            right = left + small * self.size / 2
            if char != " ":
                text = _RAISED.get(char) or _LOWERED.get(char, char)
                yield Glyph(text, left, right, up + rise * self.size, small * self.size, self.family)
            left = right

    def line(self, up: float = TOP, page: int = 0) -> Line:
        return Line.of(page, list(self.glyphs(up)))


def small(words: str, **how: float) -> Row:
    """A row as notes are often set."""
    return Row(words, 7.5, **how)


def page(number: int, *rows: str | Row, top: float = TOP) -> list[Line]:
    """The lines of a page, one below the other; what has no words leaves its line white."""
    set_ = [row if isinstance(row, Row) else Row(row) for row in rows]
    return [row.line(top - rank * LEADING, number) for rank, row in enumerate(set_) if row.words]


def box(line: Line, words: str) -> Box:
    """Where some words of a line stand, written without spaces."""
    start = "".join(glyph.text for glyph in line.glyphs).index(words)
    found = line.glyphs[start : start + len(words)]
    return Box(found[0].left, line.up - 1, found[-1].right, line.up + line.size)


def link(line: Line, words: str, to: Line | Place | str | None) -> Link:
    """A link over some words of a line: to the upper left corner of another, or to an address."""
    if isinstance(to, str):
        return Link(line.page, box(line, words), to)
    place = Place(to.page, to.left, to.up + to.size) if isinstance(to, Line) else to
    return Link(line.page, box(line, words), place=place)


def sheets(
    *pages: Sequence[Line], links: Sequence[Link] = (), rules: Mapping[int, Sequence[Box]] | None = None
) -> Sheets:
    """A file of some pages, of which each has the number of its rank, with what is drawn on each."""
    lines = [line for page in pages for line in page]
    return Sheets.of(lines, rules or {}, covered(links, dict(enumerate(pages))))


def read(*pages: Sequence[Line], **more: Any) -> Recovered:
    """What the file says of its citations."""
    return testimony(sheets(*pages, **more))


def notes(*pages: Sequence[Line], **more: Any) -> list[tuple[str, str]]:
    """The mark and the text of each citation, line ends shown as a bar."""
    found = read(*pages, **more).citations
    return [(each.mark, each.note.replace("\u2028", "|")) for each in found]
