"""What a page shows of its marked content, as PDFium lays it out."""

from __future__ import annotations

import ctypes
import math
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import pypdfium2

from surefoot.inspectors.pdf.contrast import hidden
from surefoot.inspectors.pdf.geometry import Box, Matrix
from surefoot.inspectors.pdf.painted import bounds, dark, numbered

_pdfium: Any = pypdfium2.raw
"""PDFium's own functions, which know no types."""
_TEXT, _FORM = _pdfium.FPDF_PAGEOBJ_TEXT, _pdfium.FPDF_PAGEOBJ_FORM
_INK = {_TEXT, _FORM, _pdfium.FPDF_PAGEOBJ_IMAGE}
_INVISIBLE = {_pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, _pdfium.FPDF_TEXTRENDERMODE_CLIP}
"""Text rendering modes that paint nothing (table 106)."""
_SMALLEST = 2.0
"""Points: a font of a smaller size is a line of dust."""
_LEVEL = 0.02
"""How far a line that counts as level may climb: the sine of one degree."""


@dataclass(slots=True)
class Run:
    """A string that a page shows."""

    box: Box
    """Of its ink; empty where it has none."""
    right: float
    """Where it begins, on its baseline."""
    up: float
    size: float
    """Of the font, as it comes out on the page."""
    level: bool
    """It is set upright and from left to right."""
    seen: bool
    """It can be read: it is painted, on the page, large enough, not mirrored, and stands out."""


@dataclass(slots=True)
class Sight:
    """What one page shows of its marked-content sequences, by their numbers."""

    visible: Box
    """What is left of the page when it is cut (14.11.2)."""
    boxes: dict[int, Box] = field(default_factory=dict)
    """Of all that has an area, text and pictures."""
    runs: defaultdict[int, list[Run]] = field(default_factory=lambda: defaultdict(list))
    """Every string, in the order of the content stream."""
    texts: list[Run] = field(default_factory=list)
    """Those strings of which only a look at the page can tell if they are read."""

    def take(self, thing: Any, mcid: int, form: Matrix | None) -> None:
        """Take in a page object, and what stands in it if it is a form."""
        kind = _pdfium.FPDFPageObj_GetType(thing)
        if kind not in _INK:
            return
        box = form.box(bounds(thing)) if form else bounds(thing)
        if not box.empty:
            self.boxes[mcid] = self.boxes[mcid] | box if mcid in self.boxes else box
        if kind == _TEXT:
            shown = run(thing, box, form, self.visible)
            self.runs[mcid].append(shown)
            if shown.seen:
                self.texts.append(shown)
        elif kind == _FORM:
            within = form @ matrix(thing) if form else matrix(thing)
            for rank in range(_pdfium.FPDFFormObj_CountObjects(thing)):
                self.take(_pdfium.FPDFFormObj_GetObject(thing, rank), mcid, within)

    def print_over(self, thing: Any, form: Matrix | None) -> None:
        """Take in what is no content: dark letters over a text leave neither to be read.

        What is light, transparent, slanted, or in a layer of its own may be a watermark.
        """
        kind = _pdfium.FPDFPageObj_GetType(thing)
        within = form @ matrix(thing) if form else matrix(thing)
        if kind == _FORM:
            for rank in range(_pdfium.FPDFFormObj_CountObjects(thing)):
                self.print_over(_pdfium.FPDFFormObj_GetObject(thing, rank), within)
        elif kind == _TEXT and within.a > 0 and abs(within.b) <= _LEVEL * within.a and dark(thing):
            box = form.box(bounds(thing)) if form else bounds(thing)
            for shown in self.texts:
                if box.crosses(shown.box, shown.size):
                    shown.seen = False


def run(text: Any, box: Box, form: Matrix | None, visible: Box) -> Run:
    """Return a text object as it comes out on a page, in the ``form`` that it stands in.

    Args:
        text: PDFium's own object.
        box: of its ink on the page.
        form: the transformation of the form.
        visible: what is left of the page when it is cut.
    """
    placed, height = matrix(text), ctypes.c_float()
    if form:
        placed = form @ placed
    _pdfium.FPDFTextObj_GetFontSize(text, height)
    size = abs(height.value) * math.hypot(placed.c, placed.d)
    level = placed.a > 0 and placed.d > 0 and abs(placed.b) <= _LEVEL * placed.a
    mirrored = placed.a * placed.d < placed.b * placed.c
    painted = _pdfium.FPDFTextObj_GetTextRenderMode(text) not in _INVISIBLE and not mirrored
    seen = painted and size >= _SMALLEST and not box.empty and box.within(visible)
    return Run(box, placed.e, placed.f, size, level, seen)


def opened(data: bytes) -> pypdfium2.PdfDocument:
    """Return the PDF ``data`` as PDFium opens it; to be closed."""
    document = pypdfium2.PdfDocument(data)  # type: ignore[no-untyped-call]
    document.init_forms()  # type: ignore[no-untyped-call]
    return document


def seen(document: pypdfium2.PdfDocument, number: int) -> Sight:
    """Return what page ``number`` shows."""
    page = document[number]
    sight = Sight(Box(*page.get_cropbox()))
    for rank in range(_pdfium.FPDFPage_CountObjects(page.raw)):
        thing = _pdfium.FPDFPage_GetObject(page.raw, rank)
        mcid = _pdfium.FPDFPageObj_GetMarkedContentID(thing)
        if mcid >= 0:
            sight.take(thing, mcid, None)
        elif sight.texts:
            sight.print_over(thing, None)
    for rank in hidden(page, [each.box for each in sight.texts], numbered) if sight.texts else ():
        sight.texts[rank].seen = False
    page.close()
    return sight


def matrix(thing: Any) -> Matrix:
    """Return the transformation of a page object."""
    found = _pdfium.FS_MATRIX()
    _pdfium.FPDFPageObj_GetMatrix(thing, found)
    return Matrix(found.a, found.b, found.c, found.d, found.e, found.f)
