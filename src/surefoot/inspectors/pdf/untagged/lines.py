"""Letters to lines: what stands on one baseline, in the order in which the page is painted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from surefoot.inspectors.pdf.untagged.glyphs import Glyph

HYPHENS = frozenset("-\u2010")
"""What may stand at a line's end only because the line ends."""
_RISE = 0.6
"""Of the font's size, by which a superscript may stand above its line; lines are farther apart."""
_BACK = 0.5
"""Of the font's size, by which a letter may reach back over the one before it."""
_SAME = 0.05
"""Of the font's size, by which the baselines of one line may differ."""
_WHITE = 0.15
"""Of the font's size: more white than this between two letters is a space."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line of text, or a part of one."""

    page: int
    glyphs: tuple[Glyph, ...]
    """Spaces are none: white between two letters is enough."""
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
        return cls(page, tuple(glyphs), up, size, family)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.glyphs[-1].right

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
    """Whether there is a space between two letters of a line."""
    return other.left - one.right > _WHITE * min(one.size, other.size)


def lines(page: int, glyphs: Iterable[Glyph]) -> list[Line]:
    """Return the lines of a ``page``, as they are painted."""
    found: list[_Row] = []
    for glyph in glyphs:
        if glyph.text.isspace() or not glyph.text.isprintable():
            continue
        if not (found and found[-1].takes(glyph)):
            found.append(_Row([glyph], glyph))
    return [Line.of(page, each.glyphs) for each in found]


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
        return glyph.left > last.left - _BACK * max(glyph.size, last.size) and all(
            abs(glyph.up - each.up) < _RISE * max(glyph.size, each.size) for each in (last, self.tallest)
        )

    def _lacks(self, glyph: Glyph) -> bool:
        """Whether a letter stands within the line that was painted without it, for want of it in the font."""
        within = self.glyphs[0].left < glyph.left < self.glyphs[-1].right
        return within and any(abs(glyph.up - each.up) < _SAME * glyph.size for each in self.glyphs)
