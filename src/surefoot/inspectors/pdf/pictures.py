"""Take pictures of pieces of pages."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

import pypdfium2

from surefoot.exhibit import Outline, Part, Picture
from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.png import png

_pdfium: Any = pypdfium2.raw
"""PDFium's own functions, which know no types."""
_SCALE = 150 / 72
"""Pixels for a point: the letters of a note are clear, and a piece of a page stays small."""
_EDGE = 16
"""Pixels of paper left beside the ink."""
_SLACK = 18
"""Pixels by which a piece may grow so as to end between two lines."""


@dataclass(frozen=True, slots=True)
class Stripe:
    """A piece of a page over its whole width; in pixels from its top left corner."""

    page: int
    top: int
    bottom: int
    outlines: tuple[Outline, ...]
    cut: bool = False
    """There is more than is shown."""


def on_screen(document: pypdfium2.PdfDocument, number: int, box: Box) -> tuple[int, int, int, int] | None:
    """Return left, top, right and bottom of ``box`` in pixels of its page as shown: cropped and turned.

    None if it is off the page.
    """
    page = document[number]
    width, height = _size(page)
    edges = []
    for across, up in ((box.left, box.bottom), (box.right, box.top)):
        x, y = ctypes.c_int(), ctypes.c_int()
        _pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, across, up, x, y)
        edges.append((x.value, y.value))
    page.close()
    (left, right), (top, bottom) = (sorted(side) for side in zip(*edges, strict=True))
    on_page = right > 0 and bottom > 0 and left < width and top < height
    return (left, top, right, bottom) if on_page else None


def picture(document: pypdfium2.PdfDocument, stripe: Stripe) -> Picture:
    """Return the picture of a stripe, trimmed to whole lines and to the width of the ink."""
    start, rows = _rendered(document, stripe)
    top, bottom = _between_lines(rows, stripe.top - start, stripe.bottom - start)
    rows = rows[top:bottom]
    left, right = _inked(rows)
    rows = [row[3 * left : 3 * right] for row in rows]
    width, height = right - left, len(rows)
    outlines = (_clipped(each, left, start + top, width, height) for each in stripe.outlines)
    parts = tuple(part for part in Part if any(each.part is part for each in stripe.outlines))
    place = f"page {stripe.page + 1}"
    return Picture(parts, place, png(rows), width, height, tuple(outlines), stripe.cut)


def _size(page: pypdfium2.PdfPage) -> tuple[int, int]:
    width, height = page.get_size()  # type: ignore[no-untyped-call]
    return ceil(width * _SCALE), ceil(height * _SCALE)


def _rendered(document: pypdfium2.PdfDocument, stripe: Stripe) -> tuple[int, list[bytes]]:
    """Return the first line of pixels that was rendered, a little above the stripe, and all of them."""
    page = document[stripe.page]
    _, height = _size(page)
    top = min(max(0, stripe.top - _SLACK), height - 1)
    bottom = max(top + 1, min(height, stripe.bottom + _SLACK))
    # PDFium's binding wants points and rounds them up to pixels.
    below, above = (max(0, pixels - 0.5) / _SCALE for pixels in (height - bottom, top))
    bitmap = page.render(scale=_SCALE, crop=(0, below, 0, above), rev_byteorder=True)
    data, width, stride = bytes(bitmap.buffer), 3 * bitmap.width, bitmap.stride
    bitmap.close()
    page.close()
    return top, [data[at : at + width] for at in range(0, len(data), stride)]


def _between_lines(rows: Sequence[bytes], top: int, bottom: int) -> tuple[int, int]:
    """Return where to cut so that no line of text is cut through, if it can be, and no wide gap is left."""
    ink = [len(row) - row.count(row[:1]) for row in rows]
    first, last = _least(ink, top), _least(ink, bottom - 1)
    inked = [at for at in range(first, last + 1) if ink[at]]
    if not inked:
        return first, max(first, last) + 1
    return max(first, inked[0] - _EDGE), min(last, inked[-1] + _EDGE) + 1


def _least(ink: Sequence[int], wish: int) -> int:
    """Return the row near ``wish`` that has the least ink, and of several the nearest."""
    near = range(max(0, min(wish - _SLACK, len(ink) - 1)), min(len(ink), max(wish + _SLACK, 0) + 1))
    return min(near, key=lambda at: (ink[at], abs(at - wish)))


def _inked(rows: Sequence[bytes]) -> tuple[int, int]:
    """Return the first and the last column but one that differ from the paper, with an edge."""
    width = len(rows[0]) // 3
    paper = rows[0][:1]
    inked = [row for row in rows if row.strip(paper)]
    left = min((len(row) - len(row.lstrip(paper)) for row in inked), default=0) // 3
    right = width - min((len(row) - len(row.rstrip(paper)) for row in inked), default=0) // 3
    return max(0, left - _EDGE), min(width, right + _EDGE)


def _clipped(outline: Outline, left: int, top: int, width: int, height: int) -> Outline:
    """Return the outline in pixels of a picture that begins at ``left`` and ``top`` of its page."""
    start, end = (max(1, edge - left) for edge in (outline.left, outline.left + outline.width))
    head, foot = (max(1, edge - top) for edge in (outline.top, outline.top + outline.height))
    end, foot = min(end, width - 1), min(foot, height - 1)
    return replace(outline, left=start, top=head, width=max(0, end - start), height=max(0, foot - head))
