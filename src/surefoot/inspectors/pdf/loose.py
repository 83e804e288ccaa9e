"""Words that a tagged file shows and no tag says: all content is tagged or an artifact (ISO 14289-1, 7.1)."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

import pypdfium2

from surefoot.inspectors.pdf.contrast import hidden
from surefoot.inspectors.pdf.geometry import Box, Matrix
from surefoot.inspectors.pdf.lines import Pages
from surefoot.inspectors.pdf.painted import bare, bounds, dark, things
from surefoot.inspectors.pdf.sight import matrix, run
from surefoot.inspectors.pdf.structure import Content, Element
from surefoot.text import spaced

_pdfium: Any = pypdfium2.raw
"""PDFium's own functions, which know no types."""
_WITHIN = 0.5
"""Of a text, how much stands at the least where the tagged text stands."""


def words(root: Element, pages: Pages, document: pypdfium2.PdfDocument) -> Iterator[str]:
    """Yield for each page the words that a reader sees on it, and that are neither tagged nor an artifact.

    Either they are in marked content with a number that no element below ``root`` has,
    or in none. Of the latter those count that stand where the file has tagged text on
    some page: in the margins others than the writer may have put a stamp.
    """
    tagged = {leaf for leaf in root.leaves() if isinstance(leaf, Content)}
    boxes = [each.box for leaf, each in pages.items() if leaf in tagged and each.box]
    area = reduce(or_, boxes) if boxes else None
    found = defaultdict[int, list[str]](list)
    for leaf, each in pages.items():
        found[leaf.page] += [each.visible] if leaf not in tagged else []
    for number in range(len(document)):
        found[number] += _unmarked(document, number, area) if area else ()
        said = spaced(" ".join(found[number]))
        if any(map(str.isalnum, said)):
            yield said


@dataclass(frozen=True, slots=True)
class _Bare:
    """A text that is neither in content with a number nor an artifact."""

    thing: Any
    form: Matrix | None
    """Of what it stands in."""

    @property
    def box(self) -> Box:
        box = bounds(self.thing)
        return self.form.box(box) if self.form else box


def _unmarked(document: pypdfium2.PdfDocument, number: int, area: Box) -> Iterator[str]:
    """Yield such texts that can be read on a page, within ``area``."""
    page = document[number]
    visible = Box(*page.get_cropbox())
    found = [
        each
        for thing in things(page)
        for each in _within(thing, None)
        if _is_plain(each, visible) and area.share(each.box) >= _WITHIN
    ]
    texts = page.get_textpage() if found else None
    said = [_said(each.thing, texts) for each in found]
    unseen = hidden(page, [each.box for each in found], bare) if found else ()
    yield from (text for rank, text in enumerate(said) if rank not in unseen)
    page.close()


def _within(thing: Any, form: Matrix | None) -> Iterator[_Bare]:
    """Yield the texts that a page object is or holds."""
    if not bare(thing):
        return
    kind = _pdfium.FPDFPageObj_GetType(thing)
    if kind == _pdfium.FPDF_PAGEOBJ_TEXT:
        yield _Bare(thing, form)
    elif kind == _pdfium.FPDF_PAGEOBJ_FORM:
        inner = form @ matrix(thing) if form else matrix(thing)
        for rank in range(_pdfium.FPDFFormObj_CountObjects(thing)):
            yield from _within(_pdfium.FPDFFormObj_GetObject(thing, rank), inner)


def _is_plain(text: _Bare, visible: Box) -> bool:
    """Whether a text is no watermark: neither light nor slanted, nor in a layer of its own."""
    shown = run(text.thing, text.box, text.form, visible)
    return shown.seen and shown.level and dark(text.thing)


def _said(text: Any, texts: Any) -> str:
    size = _pdfium.FPDFTextObj_GetText(text, texts, None, 0)
    buffer = ctypes.create_string_buffer(size)
    units = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    _pdfium.FPDFTextObj_GetText(text, texts, units, size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
