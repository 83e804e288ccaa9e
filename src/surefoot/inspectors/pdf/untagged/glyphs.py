"""The letters that a page shows, each with its place, as PDFium lays them out."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import closing
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
_LONG, _THIN = 30.0, 3.0
"""Points from which a drawn line is a rule, and those up to which it is a line at all."""
# What PDFium makes of a hyphen at which it thinks that a word was broken, and a soft hyphen that is shown.
_HYPHENS = {0x02: "-", 0xAD: "-"}


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


@dataclass(slots=True)
class _Reader:
    """The text of one page."""

    text: Any
    visible: Box
    manners: dict[int, _Manner | None] = field(default_factory=dict)
    edges: Any = field(default_factory=_pdfium.FS_RECTF)
    across: ctypes.c_double = field(default_factory=ctypes.c_double)
    up: ctypes.c_double = field(default_factory=ctypes.c_double)

    def glyphs(self) -> Iterator[Glyph]:
        for rank in range(_pdfium.FPDFText_CountChars(self.text)):
            thing = _pdfium.FPDFText_GetTextObject(self.text, rank)
            # What belongs to no text object is a guess of PDFium's at spaces and line ends.
            manner = self._manner(rank, thing) if thing else None
            if manner and (glyph := self._glyph(rank, manner)):
                yield glyph

    def _manner(self, rank: int, thing: Any) -> _Manner | None:
        key = ctypes.addressof(thing.contents)
        if key not in self.manners:
            self.manners[key] = self._read(rank, thing)
        return self.manners[key]

    def _read(self, rank: int, thing: Any) -> _Manner | None:
        """Return the manner of a text object; None if it is not upright, or cannot be seen."""
        matrix = _pdfium.FS_MATRIX()
        _pdfium.FPDFText_GetMatrix(self.text, rank, matrix)
        points = _pdfium.FPDFText_GetFontSize(self.text, rank)
        size = points * matrix.d
        upright = size > 0 and abs(points * matrix.b) < _LEVEL * points * matrix.a
        painted = _pdfium.FPDFTextObj_GetTextRenderMode(thing) not in _INVISIBLE
        return _Manner(size, self._family(rank)) if upright and painted else None

    def _family(self, rank: int) -> str:
        name = ctypes.create_string_buffer(_LONGEST_NAME)
        _pdfium.FPDFText_GetFontInfo(self.text, rank, name, _LONGEST_NAME, None)
        # Behind the tag of a subset (ISO 32000-1, 9.6.4), and before the style.
        return re.split("[-,]", name.value.decode("latin-1").rpartition("+")[2])[0]

    def _glyph(self, rank: int, manner: _Manner) -> Glyph | None:
        _pdfium.FPDFText_GetLooseCharBox(self.text, rank, self.edges)
        _pdfium.FPDFText_GetCharOrigin(self.text, rank, self.across, self.up)
        left, right, up = self.edges.left, self.edges.right, self.up.value
        if not Box(left, up, right, up).within(self.visible):
            return None
        code = _pdfium.FPDFText_GetUnicode(self.text, rank)
        known = _pdfium.FPDFText_HasUnicodeMapError(self.text, rank) != 1
        text = _HYPHENS.get(code, chr(code)) if known else UNKNOWN
        return Glyph(text, left, right, up, manner.size, manner.family)


def glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    """Return what ``page`` shows upright and visibly, in the order in which it is painted."""
    with closing(page.get_textpage()) as text:  # type: ignore[no-untyped-call]
        visible = Box(*page.get_cropbox())  # type: ignore[no-untyped-call]
        return list(_Reader(text.raw, visible).glyphs())


def rules(page: pypdfium2.PdfPage) -> list[Box]:
    """Return the horizontal lines that ``page`` draws."""
    count = _pdfium.FPDFPage_CountObjects(page.raw)
    things = [_pdfium.FPDFPage_GetObject(page.raw, rank) for rank in range(count)]
    paths = (each for each in things if _pdfium.FPDFPageObj_GetType(each) == _pdfium.FPDF_PAGEOBJ_PATH)
    boxes = map(_bounds, paths)
    return [box for box in boxes if box.right - box.left > _LONG and box.top - box.bottom < _THIN]


def _bounds(thing: Any) -> Box:
    edges = [ctypes.c_float() for _ in range(4)]
    _pdfium.FPDFPageObj_GetBounds(thing, *map(ctypes.byref, edges))
    return Box(*(edge.value for edge in edges))
