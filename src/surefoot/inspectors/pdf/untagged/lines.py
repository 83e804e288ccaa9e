"""Letters to lines: what stands on one baseline, in the order in which the page is painted.

Engines paint a page in its reading order, column by column and the notes last,
but some paint the numbers of a list behind all of it; those are put back before
their items.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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
_SLIP = 0.4
"""Times the font's size, by which a number may slip from the baseline of an item with a superscript."""
_NEAR = 4.0
"""Times the font's size, up to which a list's number stands away from its item."""
_MARKER = re.compile(r"\(?(?:[0-9]{1,4}|[a-zA-Z]|[ivxlcdm]{1,7})[.)]|\[[0-9]{1,4}\]|[•◦‣▪▫∙·○●–—*-]")


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

    @classmethod
    def of(cls, page: int, glyphs: Sequence[Glyph]) -> Line:
        """Return the line of some letters."""
        kinds = Counter((round(glyph.size, 1), round(glyph.up, 1)) for glyph in glyphs)
        (size, up), _ = max(kinds.items(), key=lambda kind: (kind[1], kind[0]))
        return cls(page, tuple(glyphs), up, size)

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
    """Return the lines of a ``page``."""
    found: list[list[Glyph]] = []
    for glyph in glyphs:
        if glyph.text.isspace() or not glyph.text.isprintable():
            continue
        if found and _goes_on(found[-1], glyph):
            found[-1].append(glyph)
        else:
            found.append([glyph])
    return list(_marked([Line.of(page, each) for each in found]))


def _goes_on(line: Sequence[Glyph], glyph: Glyph) -> bool:
    last, tallest = line[-1], max(line[-_LOOK:], key=lambda each: each.size)
    return (
        # Of a ligature's letters, each has the place of the whole.
        glyph.left > last.left - _BACK * max(glyph.size, last.size)
        and abs(glyph.up - last.up) < _RISE * max(glyph.size, last.size)
        and abs(glyph.up - tallest.up) < _RISE * max(glyph.size, tallest.size)
    )


_LOOK = 40
"""Letters back, among which there is one that stands on the baseline."""


def _marked(found: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, with the numbers and bullets that were painted apart put before their items."""
    markers = [line for line in found if _MARKER.fullmatch(line.text())]
    at_home: dict[Line, Line] = {}
    for marker in markers:
        items = (line for line in found if line is not marker and _is_item(marker, line))
        item = min(items, key=lambda line: line.left, default=None)
        if item is not None and item not in at_home:
            at_home[item] = marker
    moved = set(at_home.values())
    for line in found:
        if line in at_home:
            yield Line.of(line.page, [*at_home[line].glyphs, *line.glyphs])
        elif line not in moved:
            yield line


def _is_item(marker: Line, line: Line) -> bool:
    gap = line.left - marker.right
    return abs(line.up - marker.up) < _SLIP * line.size and -_BACK < gap / line.size < _NEAR
