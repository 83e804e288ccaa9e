"""Which texts of a page can be read for certain, so that nobody need look at the painted page.

A text can that is dark and opaque, in no layer, not clipped, of a font that has
outlines, and not touched by anything but texts and a few thin lines:
it stands on white paper. All others are looked at (see :mod:`.contrast`).
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2

from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.painted import bounds, dark

_pdfium: Any = pypdfium2.raw
"""PDFium's own functions, which know no types."""
_CLIPPING = _pdfium.FPDF_TEXTRENDERMODE_FILL_CLIP
"""The first of the text rendering modes that clip what follows (table 106)."""
_THIN, _FEW = 1.5, 3
"""Points, and a number: so many lines as thin as that hide no word."""
_MANY = 200
"""From so many things around the texts, looking at the page is quicker."""


class Surroundings:
    """What a page shows beside the texts in question."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._boxes: list[Box] = []
        self._fonts: dict[int, bool] = {}
        self._unclear = any(map(_is_drawn, _annotations(page)))

    def meet(self, thing: Any) -> None:
        """Take in an object of the page, whatever it is."""
        if _pdfium.FPDFPageObj_GetType(thing) == _pdfium.FPDF_PAGEOBJ_TEXT:
            self.meet_text(thing)
        box = bounds(thing)
        for clip in _clips(thing):
            box &= clip
        if not box.empty:
            self._boxes.append(box)
        self._unclear = self._unclear or len(self._boxes) > _MANY

    def meet_text(self, text: Any) -> None:
        """Take in one of the texts in question."""
        self._unclear = self._unclear or _pdfium.FPDFTextObj_GetTextRenderMode(text) >= _CLIPPING

    def leave_clear(self, text: Any, box: Box) -> bool:
        """Whether a text that stands in ``box`` can be read for certain."""
        if self._unclear or not dark(text) or _pdfium.FPDFPageObj_HasTransparency(text):
            return False
        touching = [each for each in self._boxes if each.touches(box)]
        return (
            len(touching) <= _FEW
            and all(min(each.width, each.height) <= _THIN for each in touching)
            and not any(_clips(text))
            and self._has_outlines(text)
        )

    def _has_outlines(self, text: Any) -> bool:
        """Whether the glyphs of a text are no drawings of their own, as in fonts of Type 3."""
        font = _pdfium.FPDFTextObj_GetFont(text)
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self._fonts:
            size = ctypes.c_size_t()
            found = _pdfium.FPDFFont_GetFontData(font, None, 0, size)
            self._fonts[key] = bool(found and size.value)
        return self._fonts[key]


def _clips(thing: Any) -> Iterator[Box]:
    """Yield the boxes around the paths that clip an object (8.5.4).

    PDFium takes those away that are rectangles and leave the object whole.
    """
    clip = _pdfium.FPDFPageObj_GetClipPath(thing)
    for rank in range(_pdfium.FPDFClipPath_CountPaths(clip)):
        points = [
            _point(_pdfium.FPDFClipPath_GetPathSegment(clip, rank, at))
            for at in range(_pdfium.FPDFClipPath_CountPathSegments(clip, rank))
        ]
        across, up = zip(*points, strict=True) if points else ((0.0,), (0.0,))
        yield Box(min(across), min(up), max(across), max(up))


def _point(segment: Any) -> tuple[float, float]:
    across, up = ctypes.c_float(), ctypes.c_float()
    _pdfium.FPDFPathSegment_GetPoint(segment, across, up)
    return across.value, up.value


def _annotations(page: pypdfium2.PdfPage) -> Iterator[Any]:
    for rank in range(_pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = _pdfium.FPDFPage_GetAnnot(page.raw, rank)
        try:
            yield annotation
        finally:
            _pdfium.FPDFPage_CloseAnnot(annotation)


def _is_drawn(annotation: Any) -> bool:
    """Whether an annotation may cover a text: a link has no looks, unless it says so (12.5.5)."""
    named = _pdfium.FPDFAnnot_GetSubtype(annotation) != _pdfium.FPDF_ANNOT_LINK
    return bool(named or _pdfium.FPDFAnnot_HasKey(annotation, b"AP"))
