"""Where a page shows its marked content, as PDFium lays it out, and what of it cannot be seen."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2

_pdfium: Any = pypdfium2.raw
"""PDFium's own functions, which know no types."""
_OVERHANG = 2.0
"""Points by which ink may leave the page box: a slanted letter's, not a whole letter's."""
_INK = {_pdfium.FPDF_PAGEOBJ_TEXT, _pdfium.FPDF_PAGEOBJ_IMAGE, _pdfium.FPDF_PAGEOBJ_FORM}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, in the page's own space."""

    left: float
    bottom: float
    right: float
    top: float

    def __or__(self, other: Box) -> Box:
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    def within(self, outer: Box) -> bool:
        """Whether the box lies in ``outer``, overhang apart."""
        return (
            self.left >= outer.left - _OVERHANG
            and self.bottom >= outer.bottom - _OVERHANG
            and self.right <= outer.right + _OVERHANG
            and self.top <= outer.top + _OVERHANG
        )

    def beside(self, other: Box) -> bool:
        """Whether the two boxes have a height in common, as in one line."""
        return min(self.top, other.top) > max(self.bottom, other.bottom)

    def touches(self, other: Box) -> bool:
        """Whether the two boxes have an area in common."""
        return min(self.right, other.right) > max(self.left, other.left) and self.beside(other)


def opened(data: bytes) -> pypdfium2.PdfDocument:
    """Return the PDF ``data`` as PDFium opens it; to be closed."""
    return pypdfium2.PdfDocument(data)  # type: ignore[no-untyped-call]


def boxes(document: pypdfium2.PdfDocument, number: int) -> dict[int, Box]:
    """Return the box of every marked-content sequence whose ink lies wholly on page ``number``."""
    page = document[number]
    visible = Box(*page.get_cropbox())
    found: dict[int, Box] = {}
    outside = set()
    for mcid, box in _inked(page):
        found[mcid] = found[mcid] | box if mcid in found else box
        if not box.within(visible):
            outside.add(mcid)
    page.close()
    return {mcid: box for mcid, box in found.items() if mcid not in outside}


def _inked(page: pypdfium2.PdfPage) -> Iterator[tuple[int, Box]]:
    """Yield number and box of every text, picture and form that has an area."""
    edges = [ctypes.c_float() for _ in range(4)]
    pointers = [ctypes.byref(edge) for edge in edges]
    for rank in range(_pdfium.FPDFPage_CountObjects(page.raw)):
        thing = _pdfium.FPDFPage_GetObject(page.raw, rank)
        if _pdfium.FPDFPageObj_GetType(thing) not in _INK:
            continue
        mcid = _pdfium.FPDFPageObj_GetMarkedContentID(thing)
        if mcid < 0 or not _pdfium.FPDFPageObj_GetBounds(thing, *pointers):
            continue
        box = Box(*(edge.value for edge in edges))
        if box.right > box.left and box.top > box.bottom:
            yield mcid, box
