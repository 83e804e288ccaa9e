"""The strings that a page shows, as PDFium lays them out."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from typing import Any

import pypdfium2

from surefoot.inspectors.pdf.geometry import Box, Matrix

_pdfium: Any = pypdfium2.raw
"""PDFium's own functions, which know no types."""
_INVISIBLE = {_pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, _pdfium.FPDF_TEXTRENDERMODE_CLIP}
"""Text rendering modes that paint nothing (table 106)."""
_SMALLEST = 2.0
"""Points: a font of a smaller size is a line of dust."""
LEVEL = 0.02
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
    level = placed.a > 0 and placed.d > 0 and abs(placed.b) <= LEVEL * placed.a
    mirrored = placed.a * placed.d < placed.b * placed.c
    painted = _pdfium.FPDFTextObj_GetTextRenderMode(text) not in _INVISIBLE and not mirrored
    seen = painted and size >= _SMALLEST and not box.empty and box.within(visible)
    return Run(box, placed.e, placed.f, size, level, seen)


def matrix(thing: Any) -> Matrix:
    """Return the transformation of a page object."""
    found = _pdfium.FS_MATRIX()
    _pdfium.FPDFPageObj_GetMatrix(thing, found)
    return Matrix(found.a, found.b, found.c, found.d, found.e, found.f)
