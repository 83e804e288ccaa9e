"""Letters to lines: what stands on one baseline, in the order in which the page is painted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from surefoot.inspectors.pdf.untagged.glyphs import Glyph

HYPHENS = frozenset("-\u2010")
"""What may stand at a line's end only because the line ends."""
_RISE = 0.6
"""Of the font's size, by which a superscript may stand above its line; lines are farther apart."""
_BACK = 0.5
"""Of the font's size, by which a letter may reach back over the one before it."""
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
        part = self.glyphs[start:end]
        pieces = [glyph.text for glyph in part[:1]]
        for one, other in pairwise(part):
            pieces += [" ", other.text] if parted(one, other) else [other.text]
        return "".join(pieces)


def parted(one: Glyph, other: Glyph) -> bool:
    """Whether there is a space between two letters of a line."""
    return other.left - one.right > _WHITE * min(one.size, other.size)


def lines(page: int, glyphs: Iterable[Glyph]) -> list[Line]:
    """Return the lines of a ``page``, as they are painted."""
    found: list[list[Glyph]] = []
    for glyph in glyphs:
        if glyph.text.isspace() or not glyph.text.isprintable():
            continue
        if found and _goes_on(found[-1], glyph):
            found[-1].append(glyph)
        elif found and _fills(found[-1], glyph):
            found[-1] = sorted([*found[-1], glyph], key=lambda each: each.left)
        else:
            found.append([glyph])
    return [Line.of(page, each) for each in found]


def _goes_on(line: Sequence[Glyph], glyph: Glyph) -> bool:
    last, tallest = line[-1], max(line[-_LOOK:], key=lambda each: each.size)
    return (
        # Of a ligature's letters, each has the place of the whole.
        glyph.left > last.left - _BACK * max(glyph.size, last.size)
        and abs(glyph.up - last.up) < _RISE * max(glyph.size, last.size)
        and abs(glyph.up - tallest.up) < _RISE * max(glyph.size, tallest.size)
    )


def _fills(line: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether a letter stands within a line that was painted without it, for want of it in the font."""
    within = line[0].left < glyph.left < line[-1].right
    return within and any(abs(glyph.up - each.up) < _SAME * glyph.size for each in line[-_LOOK:])


_SAME = 0.05
"""Of the font's size, by which the baselines of one line may differ."""
_LOOK = 40
"""Letters back, among which there is one that stands on the baseline."""
