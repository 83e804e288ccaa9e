"""Where call and note of a citation stand on pages without tags: the boxes of their letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from surefoot.inspectors.pdf.exhibit import Located, by_page
from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.untagged.glyphs import Glyph
from surefoot.inspectors.pdf.untagged.sheets import Sheets
from surefoot.inspectors.pdf.untagged.testimony import read

_ASCENT, _DESCENT = 0.8, 0.25
"""Of the font's size: as far as letters reach above and below their baseline."""


def located(sheets: Sheets) -> Iterator[Located]:
    """Yield where each of the citations stands that :func:`.testimony.testimony` finds."""
    for call, note in read(sheets).pairs():
        mark = call.mark
        at = [(mark.line.page, _box(mark.line.glyphs[mark.start : mark.end]))]
        lines = note.lines if note else []
        yield Located(by_page(at), by_page((line.page, _box(line.glyphs)) for line in lines))


def _box(glyphs: Sequence[Glyph]) -> Box:
    return Box(
        min(glyph.left for glyph in glyphs),
        min(glyph.up - _DESCENT * glyph.size for glyph in glyphs),
        max(glyph.right for glyph in glyphs),
        max(glyph.up + _ASCENT * glyph.size for glyph in glyphs),
    )
