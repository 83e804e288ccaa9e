"""Letters to lines: what stands on one baseline, lines as they are painted and letters as they are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from surefoot.inspectors.pdf.untagged import leftward
from surefoot.inspectors.pdf.untagged.glyphs import Glyph

HYPHENS = frozenset("-\u2010")
"""What may stand at a line's end only because the line ends."""
_RISE = 0.6
"""Of the font's size, by which a superscript may stand above its line; lines are farther apart."""
_BACK = 0.5
"""Of the font's size, by which a letter may reach back over the one before it."""
_BESIDE = 1.0
"""Of the font's size: what stands farther off is a cell of its own, where something else says so too."""
_SAME = 0.05
"""Of the font's size, by which the baselines of one line may differ."""
_OFF = 0.15
"""Of the font's size, by which the baselines of a row's cells differ that are no line."""
_WHITE_BELOW = 1.7
"""Of the font's size: rows farther apart are no paragraph."""
_WHITE = 0.15
"""Of the font's size: more white than this between two letters is a space."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line of text, or a part of one."""

    page: int
    glyphs: tuple[Glyph, ...]
    """As they are read. Spaces are none: white between two letters is enough."""
    left: float
    """Where its ink begins, whichever way it runs."""
    right: float
    up: float
    """Of the baseline of most of its letters."""
    size: float
    """Of most of its letters."""
    family: str
    """Of their font."""

    @classmethod
    def of(cls, page: int, glyphs: Sequence[Glyph]) -> Line:
        """Return the line of some letters."""
        kinds = Counter((round(glyph.size, 1), round(glyph.up, 1), glyph.family) for glyph in glyphs)
        (size, up, family), _ = max(kinds.items(), key=lambda kind: (kind[1], kind[0]))
        return cls(page, tuple(glyphs), *_edges(glyphs), up, size, family)

    def text(self, start: int = 0, end: int | None = None) -> str:
        """Return the words of some of its letters, with the spaces between them."""
        return joined(self.glyphs[start:end])


def joined(glyphs: Sequence[Glyph], ends: Collection[Glyph] = ()) -> str:
    """Return the words of some letters, with the spaces between them, of which a line's end has none."""
    pieces = [glyph.text for glyph in glyphs[:1]]
    for one, other in pairwise(glyphs):
        pieces += [" ", other.text] if one not in ends and parted(one, other) else [other.text]
    return "".join(pieces)


def parted(one: Glyph, other: Glyph) -> bool:
    """Whether there is a space between two letters of a line, whichever of them stands at the left."""
    white = max(other.left - one.right, one.left - other.right)
    return white > _WHITE * min(one.size, other.size)


def lines(page: int, glyphs: Iterable[Glyph]) -> list[Line]:
    """Return the lines of a ``page``, as they are painted."""
    found: list[_Row] = []
    for glyph in glyphs:
        if glyph.text.isspace() or not glyph.text.isprintable():
            continue
        if not (found and found[-1].takes(glyph)):
            found.append(_Row([glyph], glyph))
    rows = [each.glyphs for each in _joined(found)]
    return [Line.of(page, _read(row, rows[max(0, rank - 1) : rank + 2])) for rank, row in enumerate(rows)]


def _joined(rows: Iterable[_Row]) -> list[_Row]:
    """Return rows, those put together that PDFium tore apart to turn words around."""
    joined: list[_Row] = []
    for row in rows:
        if not (joined and joined[-1].joins(row)):
            joined.append(row)
    return joined


def _read(row: Sequence[Glyph], around: Iterable[Sequence[Glyph]]) -> Sequence[Glyph]:
    """Return the letters of a row as they are read: ``around`` are it, the row before and the one after."""
    if not leftward.has_words(row):
        return row
    near = [each for each in around if abs(each[0].up - row[0].up) < _WHITE_BELOW * row[0].size]
    if leftward.is_alone(row):
        return leftward.read(row, parted, leftward=not any(_ends(row, each) for each in near))
    return leftward.read(row, parted, leftward=leftward.mostly(chain.from_iterable(near)))


def _ends(row: Sequence[Glyph], other: Sequence[Glyph]) -> bool:
    """Whether a row ends a paragraph from left to right: it begins as another does, and is shorter."""
    (left, right), (start, end) = _edges(row), _edges(other)
    return abs(left - start) < row[0].size < end - right


def _edges(row: Iterable[Glyph]) -> tuple[float, float]:
    return min(glyph.left for glyph in row), max(glyph.right for glyph in row)


@dataclass(slots=True)
class _Row:
    """A line under construction."""

    glyphs: list[Glyph]
    tallest: Glyph
    """The first of its largest letters, which surely stands on the baseline."""

    def takes(self, glyph: Glyph) -> bool:
        """Take a letter in, if it belongs to the line."""
        if self._goes_on(glyph):
            self.glyphs.append(glyph)
        elif self._lacks(glyph):
            self.glyphs = sorted([*self.glyphs, glyph], key=lambda each: each.left)
        else:
            return False
        if glyph.size > self.tallest.size:
            self.tallest = glyph
        return True

    def _goes_on(self, glyph: Glyph) -> bool:
        last = self.glyphs[-1]
        # Of a ligature's letters, each has the place of the whole.
        forth = glyph.left > last.left - _BACK * max(glyph.size, last.size)
        return forth and self._is_level(glyph) and not self._is_beside(glyph)

    def _is_beside(self, glyph: Glyph) -> bool:
        """Whether a letter begins another cell: far off, and as large, but on a baseline of its own."""
        size = self.tallest.size
        far = glyph.left - self.glyphs[-1].right > _BESIDE * size
        return far and abs(glyph.size - size) < _SAME * size and abs(glyph.up - self.tallest.up) > _OFF * size

    def _is_level(self, glyph: Glyph) -> bool:
        return all(
            abs(glyph.up - each.up) < _RISE * max(glyph.size, each.size)
            for each in (self.glyphs[-1], self.tallest)
        )

    def joins(self, row: _Row) -> bool:
        """Take in a row that stands on the line or beside it, if words from right to left made it one."""
        size = max(self.tallest.size, row.tallest.size)
        if abs(self.tallest.up - row.tallest.up) >= _RISE * size:
            return False
        (left, right), (start, end) = _edges(self.glyphs), _edges(row.glyphs)
        if max(left - end, start - right) >= _BESIDE * size:
            return False
        if not any(map(leftward.is_leftward, self.glyphs + row.glyphs)):
            return False
        self.glyphs += row.glyphs
        self.tallest = max(self.tallest, row.tallest, key=lambda glyph: glyph.size)
        return True

    def _lacks(self, glyph: Glyph) -> bool:
        """Whether a letter stands within the line that was painted without it, for want of it in the font."""
        within = self.glyphs[0].left < glyph.left < self.glyphs[-1].right
        return within and any(abs(glyph.up - each.up) < _SAME * glyph.size for each in self.glyphs)
