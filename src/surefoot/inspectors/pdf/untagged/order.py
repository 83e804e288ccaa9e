"""The order in which the lines of a page are read.

Engines paint a page in its reading order, column by column and the notes last.
But some paint in layers: lists' numbers behind everything, boxes that could
scroll behind what stands around them. Such layers are put together again, from
above to below.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median

from surefoot.inspectors.pdf.untagged.glyphs import Glyph
from surefoot.inspectors.pdf.untagged.lines import Line

_SLIP = 0.4
"""Times the font's size, by which a number may slip from the baseline of an item with a superscript."""
_NEAR = 4.0
"""Times the font's size, up to which a list's number stands away from its item."""
_JUMP = 1.0
"""Times the font's size, by which a line stands higher than the one before it that is in another layer."""
_COLUMN = 0.25
"""Of the text's height, by which a column begins above the end of the one before it."""
_MARKER = re.compile(r"\(?(?:[0-9]{1,4}|[a-zA-Z]|[ivxlcdm]{1,7})[.)]|\[[0-9]{1,4}\]|[•◦‣▪▫∙·○●–—*-]")


def ordered(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a page, given as they are painted, as they are read."""
    page: list[Line] = []
    for layer in _layers(list(_at_home(lines))):
        page = _merged(page, layer)
    return page


def columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the columns of a page: each begins far above the line before it, and stands right of all."""
    height = max(line.up for line in lines) - min(line.up for line in lines)
    begun = 0
    for rank in range(1, len(lines)):
        far = lines[rank].up - lines[rank - 1].up > _COLUMN * height
        if far and min(line.left for line in lines[rank:]) > median(line.right for line in lines[begun:rank]):
            yield list(lines[begun:rank])
            begun = rank
    yield list(lines[begun:])


def _at_home(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, with numbers and bullets that were painted apart put before their items."""
    homes: dict[Line, Line] = {}
    for marker in (line for line in lines if _MARKER.fullmatch(line.text())):
        items = (line for line in lines if _is_item(marker, line))
        item = min(items, key=lambda line: line.left, default=None)
        if item is not None:
            homes.setdefault(item, marker)
    moved = set(homes.values())
    for line in lines:
        if line not in moved:
            yield Line.of(line.page, _with_markers(line, homes)) if line in homes else line


def _with_markers(line: Line, homes: Mapping[Line, Line]) -> list[Glyph]:
    """Return the letters of a line behind those of its marker, which may have one before it in turn."""
    before = _with_markers(homes[line], homes) if line in homes else []
    return [*before, *line.glyphs]


def _is_item(marker: Line, line: Line) -> bool:
    beside = line.left > marker.left and line.left - marker.right < _NEAR * line.size
    return beside and abs(line.up - marker.up) < _SLIP * line.size


def _layers(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield runs of lines that go down the page. Beside the last line, one may begin a column."""
    layer: list[Line] = []
    for line in lines:
        if layer and line.up > layer[-1].up + _JUMP * line.size and _is_over(line, layer[-1]):
            yield layer
            layer = []
        layer.append(line)
    if layer:
        yield layer


def _is_over(line: Line, other: Line) -> bool:
    """Whether two lines cannot stand in columns side by side: a mere sign fills none."""
    sign = not any(glyph.text.isalnum() for glyph in other.glyphs)
    return sign or (line.left < other.right and other.left < line.right)


def _merged(page: Sequence[Line], layer: Iterable[Line]) -> list[Line]:
    """Put each line of a ``layer`` into the ``page``, before what stands below it."""
    merged, at = list(page), 0
    for line in layer:
        below = (rank for rank in range(at, len(merged)) if merged[rank].up < line.up - _SLIP * line.size)
        at = next(below, len(merged))
        merged.insert(at, line)
        at += 1
    return merged
