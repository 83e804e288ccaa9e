"""Paint a page in grey, and again with nothing but its texts."""

from __future__ import annotations

import ctypes
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Any, Self

import pypdfium2

from surefoot.inspectors.pdf.geometry import Box

_pdfium: Any = pypdfium2.raw
"""PDFium's own functions, which know no types."""
_TEXT, _FORM = _pdfium.FPDF_PAGEOBJ_TEXT, _pdfium.FPDF_PAGEOBJ_FORM
_OPAQUE, _DARK = 200, 128
"""From which opacity, and to which lightness, letters over others make these unreadable."""
_ARTIFACT, _LAYER, _NAME = "Artifact", "OC", 64
"""The tags of artifacts and of optional content (8.11.3.2); bytes of a tag that are looked at."""
_SCALE = 1.5
"""Pixels to the point: the strokes of small letters come out dark enough."""
_LARGEST = 4000
"""Pixels that a picture is high or wide at most."""
_WIDER = 1000.0
"""Times by which a clip is made larger: then it shows a text whole, or, if it lies beside it, nothing."""


@dataclass(frozen=True, slots=True)
class Painted:
    """A page in levels of grey."""

    pixels: memoryview
    """Row by row from the top."""
    stride: int
    box: Box
    """The part of the page that is painted."""
    across: float
    """Pixels to the point."""
    down: float

    @classmethod
    def of(cls, page: pypdfium2.PdfPage, *, annotated: bool) -> Self:
        """Paint ``page`` upright."""
        box = Box(*page.get_cropbox())  # type: ignore[no-untyped-call]
        width, height = box.right - box.left, box.top - box.bottom
        scale = min(_SCALE, _LARGEST / max(width, height))
        upright = (360 - page.get_rotation()) % 360  # type: ignore[no-untyped-call]
        bitmap = page.render(scale=scale, rotation=upright, grayscale=True, draw_annots=annotated)  # type: ignore[no-untyped-call]
        pixels = memoryview(bitmap.buffer).cast("B")
        return cls(pixels, bitmap.stride, box, bitmap.width / width, bitmap.height / height)

    def rows(self, box: Box) -> list[bytes]:
        """Return the rows of pixels in ``box``."""
        left = max(0, int((box.left - self.box.left) * self.across))
        right = min(self.stride, int((box.right - self.box.left) * self.across) + 2)
        top = max(0, int((self.box.top - box.top) * self.down))
        bottom = min(len(self.pixels) // self.stride, int((self.box.top - box.bottom) * self.down) + 2)
        starts = range(top * self.stride, bottom * self.stride, self.stride)
        return [bytes(self.pixels[start + left : start + right]) for start in starts]


def number(thing: Any) -> int:
    """Return the number of the marked content that a page object is in (14.7.4); -1 where it has none."""
    return int(_pdfium.FPDFPageObj_GetMarkedContentID(thing))


def is_artifact(thing: Any) -> bool:
    """Whether a page object is in an artifact (14.8.2.2)."""
    return _ARTIFACT in _marks(thing)


def leave_texts(page: pypdfium2.PdfPage, asked: Container[int]) -> None:
    """Leave on ``page`` nothing but texts, black, opaque and not cut by a clip.

    Args:
        page: to be left so.
        asked: ranks of the objects that are or hold these texts.
    """
    for rank, thing in enumerate(things(page)):
        if rank in asked:
            _leave_text(thing)
        else:
            _pdfium.FPDFPageObj_SetIsActive(thing, False)  # noqa: FBT003 - PDFium knows no keywords


def _leave_text(thing: Any) -> None:
    kind = _pdfium.FPDFPageObj_GetType(thing)
    if kind == _TEXT:
        box = bounds(thing)
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        moved = x * (1 - _WIDER), y * (1 - _WIDER)
        _pdfium.FPDFPageObj_TransformClipPath(thing, _WIDER, 0, 0, _WIDER, *moved)
        _pdfium.FPDFPageObj_SetFillColor(thing, 0, 0, 0, 255)
        _pdfium.FPDFTextObj_SetTextRenderMode(thing, _pdfium.FPDF_TEXTRENDERMODE_FILL)
    elif kind == _FORM:
        for each in within(thing):
            _leave_text(each)
    else:
        _pdfium.FPDFPageObj_SetIsActive(thing, False)  # noqa: FBT003


def dark(text: Any) -> bool:
    """Whether a text is painted dark and opaque, and in no layer that may be switched off."""
    if _pdfium.FPDFTextObj_GetTextRenderMode(text) != _pdfium.FPDF_TEXTRENDERMODE_FILL or _LAYER in _marks(
        text
    ):
        return False
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    _pdfium.FPDFPageObj_GetFillColor(text, red, green, blue, alpha)
    return alpha.value >= _OPAQUE and (3 * red.value + 6 * green.value + blue.value) / 10 < _DARK


def within(form: Any) -> Iterator[Any]:
    """Yield the objects of a form."""
    return (
        _pdfium.FPDFFormObj_GetObject(form, rank) for rank in range(_pdfium.FPDFFormObj_CountObjects(form))
    )


def _marks(thing: Any) -> Iterator[str]:
    """Yield the tags of the marked content that a page object is in."""
    for rank in range(_pdfium.FPDFPageObj_CountMarks(thing)):
        yield _name(_pdfium.FPDFPageObj_GetMark(thing, rank))


def _name(mark: Any) -> str:
    """Return the tag of a marked-content sequence; of a long one PDFium writes nothing."""
    buffer, length = ctypes.create_string_buffer(_NAME), ctypes.c_ulong()
    units = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    _pdfium.FPDFPageObjMark_GetName(mark, units, _NAME, length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def bounds(thing: Any) -> Box:
    """Return the box of a page object in its own space; empty where it has none."""
    edges = [ctypes.c_float() for _ in range(4)]
    _pdfium.FPDFPageObj_GetBounds(thing, *map(ctypes.byref, edges))
    return Box(*(edge.value for edge in edges))


def things(page: pypdfium2.PdfPage) -> Iterator[Any]:
    """Yield the objects of a page."""
    for rank in range(_pdfium.FPDFPage_CountObjects(page.raw)):
        yield _pdfium.FPDFPage_GetObject(page.raw, rank)
