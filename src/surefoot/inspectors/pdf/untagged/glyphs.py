"""The letters that a page shows, each with its place, as PDFium lays them out."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2

from surefoot.inspectors.pdf.geometry import Box

_pdfium: Any = pypdfium2.raw
"""PDFium's own functions, which know no types."""
UNKNOWN = "\ufffd"
"""A glyph whose text the file does not tell."""
_INVISIBLE = {3, 7}
"""Text rendering modes that paint nothing (ISO 32000-1, table 106): the words that lie behind a scan."""
_LONGEST_NAME = 128
_LEVEL = 0.02
"""How far a line that counts as level may climb: the sine of one degree."""
# What PDFium makes of a soft hyphen, and of a hyphen at which it thinks that a word was broken.
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}
_WHITE = {*map(ord, " \r\n\t\u00a0")}


@dataclass(frozen=True, slots=True, eq=False)
class Glyph:
    """One character."""

    text: str
    left: float
    right: float
    up: float
    """Of its baseline."""
    size: float
    """Of the font, as it comes out on the page."""
    family: str
    """Of the font, as far as its name tells."""

    @property
    def middle(self) -> tuple[float, float]:
        """A point in its ink, or where ink would be."""
        return (self.left + self.right) / 2, self.up + self.size / 4


@dataclass(frozen=True, slots=True)
class _Manner:
    """What all characters of one text object have in common."""

    size: float
    family: str
    shown: bool


@dataclass(slots=True)
class _Reader:
    """The text of one page."""

    text: Any
    visible: Box
    manners: dict[int, _Manner] = field(default_factory=dict)
    edges: Any = field(default_factory=_pdfium.FS_RECTF)
    across: ctypes.c_double = field(default_factory=ctypes.c_double)
    up: ctypes.c_double = field(default_factory=ctypes.c_double)

    def glyphs(self) -> Iterator[Glyph]:
        for rank in range(_pdfium.FPDFText_CountChars(self.text)):
            code = _pdfium.FPDFText_GetUnicode(self.text, rank)
            # PDFium guesses at spaces and line ends, and white between letters says as much.
            if code not in _WHITE:
                manner = self._manner(rank)
                if manner.shown and (glyph := self._glyph(rank, code, manner)):
                    yield glyph

    def _manner(self, rank: int) -> _Manner:
        thing = _pdfium.FPDFText_GetTextObject(self.text, rank)
        key = ctypes.addressof(thing.contents) if thing else 0
        if key not in self.manners:
            matrix = _pdfium.FS_MATRIX()
            _pdfium.FPDFText_GetMatrix(self.text, rank, matrix)
            level = matrix.a > 0 and matrix.d > 0 and abs(matrix.b) <= _LEVEL * matrix.a
            size = _pdfium.FPDFText_GetFontSize(self.text, rank) * math.hypot(matrix.c, matrix.d)
            painted = _pdfium.FPDFTextObj_GetTextRenderMode(thing) not in _INVISIBLE if thing else True
            self.manners[key] = _Manner(abs(size), self._family(rank), level and painted and size != 0)
        return self.manners[key]

    def _family(self, rank: int) -> str:
        name = ctypes.create_string_buffer(_LONGEST_NAME)
        _pdfium.FPDFText_GetFontInfo(self.text, rank, name, _LONGEST_NAME, None)
        # Behind the tag of a subset (ISO 32000-1, 9.6.4), and before the style.
        return re.split("[-,]", name.value.decode(errors="replace").rpartition("+")[2])[0]

    def _glyph(self, rank: int, code: int, manner: _Manner) -> Glyph | None:
        edges, page = self.edges, self.visible
        _pdfium.FPDFText_GetLooseCharBox(self.text, rank, edges)
        _pdfium.FPDFText_GetCharOrigin(self.text, rank, self.across, self.up)
        left, right, up = edges.left, edges.right, self.up.value
        if left < page.left or right > page.right or not page.bottom < up < page.top:
            return None
        if _pdfium.FPDFText_HasUnicodeMapError(self.text, rank) == 1:
            text = UNKNOWN
        else:
            text = _HYPHENS.get(code, chr(code))
        return Glyph(text, left, right, up, manner.size, manner.family)


def glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    """Return what ``page`` shows upright and visibly, in the order in which it is painted."""
    text = page.get_textpage()  # type: ignore[no-untyped-call]
    try:
        visible = Box(*page.get_cropbox())  # type: ignore[no-untyped-call]
        return list(_Reader(text.raw, visible).glyphs())
    finally:
        text.close()


def rules(page: pypdfium2.PdfPage) -> list[Box]:
    """Return the horizontal lines that ``page`` draws."""
    found = []
    edges = [ctypes.c_float() for _ in range(4)]
    for rank in range(_pdfium.FPDFPage_CountObjects(page.raw)):
        thing = _pdfium.FPDFPage_GetObject(page.raw, rank)
        if _pdfium.FPDFPageObj_GetType(thing) == _pdfium.FPDF_PAGEOBJ_PATH:
            _pdfium.FPDFPageObj_GetBounds(thing, *map(ctypes.byref, edges))
            box = Box(*(edge.value for edge in edges))
            if box.right - box.left > _LONG and box.top - box.bottom < _THIN:
                found.append(box)
    return found


_LONG, _THIN = 30.0, 3.0
"""Points from which a drawn line is a rule, and those up to which it is a line at all."""
