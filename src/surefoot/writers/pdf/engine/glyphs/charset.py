"""CID-keyed fonts, as those for Chinese, Japanese and Korean: their CIDs made the numbers of their glyphs.

WeasyPrint writes numbers of glyphs. In such a font a reader takes them for CIDs, and
looks up in the font's charset which glyph is meant (ISO 32000-1, 9.7.4.2): another one.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont
from weasyprint.pdf import fonts

from surefoot.writers.pdf.engine.mending import Mend


def mends() -> tuple[Mend, ...]:
    """Return what must be in force while a PDF is written."""
    return (Mend(fonts.Font, "clean", _cleaned(fonts.Font.clean)),)


def _cleaned(original: Callable[..., None]) -> Callable[..., None]:
    def clean(self: Any, *args: Any) -> None:
        original(self, *args)
        if self.type == "otf":
            self.file_content = numbered(self.file_content)

    return clean


def numbered(font: bytes) -> bytes:
    """Return an OpenType ``font`` with a charset in which every CID is the number of its glyph."""
    read = TTFont(BytesIO(font), recalcBBoxes=False, recalcTimestamp=False)
    top = read["CFF "].cff[0]
    if not hasattr(top, "ROS"):
        return font
    old = top.charset
    new = [".notdef", *(f"cid{number:05d}" for number in range(1, len(old)))]
    outlines = top.CharStrings.charStrings
    top.CharStrings.charStrings = {name: outlines[known] for name, known in zip(new, old, strict=True)}
    top.charset = new
    read.setGlyphOrder(new)
    written = BytesIO()
    read.save(written, reorderTables=None)
    return written.getvalue()
