"""What a page shows of its marked content, and besides it, as PDFium lays it out."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

import pypdfium2

from surefoot.inspectors.pdf.clear import Surroundings
from surefoot.inspectors.pdf.contrast import hidden
from surefoot.inspectors.pdf.geometry import Box, Matrix
from surefoot.inspectors.pdf.painted import bounds, dark, is_artifact, number, things, within
from surefoot.inspectors.pdf.runs import LEVEL, Run, matrix, run

_pdfium: Any = pypdfium2.raw
"""PDFium's own functions, which know no types."""
_TEXT, _FORM = _pdfium.FPDF_PAGEOBJ_TEXT, _pdfium.FPDF_PAGEOBJ_FORM
_LETTER = 0.4
"""Of a font's size: so wide and high is a letter at the least, and no dot."""
_INK = {_TEXT, _FORM, _pdfium.FPDF_PAGEOBJ_IMAGE}


@dataclass(frozen=True, slots=True)
class Bare:
    """A text that can be read, and is neither in content with a number nor an artifact."""

    said: str
    box: Box


@dataclass(slots=True)
class Sight:
    """What one page shows."""

    visible: Box
    """What is left of the page when it is cut (14.11.2)."""
    boxes: dict[int, Box] = field(default_factory=dict)
    """Of all that has an area, text and pictures, by the number of its marked-content sequence."""
    runs: defaultdict[int, list[Run]] = field(default_factory=lambda: defaultdict(list))
    """Every string of a sequence, in the order of the content stream."""
    bare: list[Bare] = field(default_factory=list)


def opened(data: bytes) -> pypdfium2.PdfDocument:
    """Return the PDF ``data`` as PDFium opens it; to be closed."""
    document = pypdfium2.PdfDocument(data)  # type: ignore[no-untyped-call]
    document.init_forms()  # type: ignore[no-untyped-call]
    return document


def seen(document: pypdfium2.PdfDocument, number: int) -> Sight:
    """Return what page ``number`` shows."""
    with closing(document[number]) as page:
        return _Look(page).sight()


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of which only a look at the page can tell if it is read."""

    run: Run
    thing: Any
    at: int
    """The rank of the object of the page that it is, or stands in."""
    alone: bool
    """It is in no form."""


class _Look:
    """One page, looked at object by object, in the order of painting."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._page = page
        self._sight = Sight(Box(*page.get_cropbox()))  # type: ignore[no-untyped-call]
        self._around = Surroundings(page)
        self._texts: list[_Text] = []
        self._bare: list[_Text] = []
        self._over: list[Run] = []

    def sight(self) -> Sight:
        """Return what the page shows."""
        for at, thing in enumerate(things(self._page)):
            mcid = number(thing)
            if mcid >= 0:
                self._take(thing, mcid, None, at)
                continue
            self._around.meet(thing)
            self._print_over(thing, None)
            if not is_artifact(thing):
                self._pass_by(thing, None, at)
        self._judge()
        return self._sight

    def _take(self, thing: Any, mcid: int, form: Matrix | None, at: int) -> None:
        """Take in an object of marked content, and what stands in it if it is a form."""
        kind = _pdfium.FPDFPageObj_GetType(thing)
        if form is None:
            self._around.meet_text(thing) if kind == _TEXT else self._around.meet(thing)
        if kind not in _INK:
            return
        box = form.box(bounds(thing)) if form else bounds(thing)
        boxes = self._sight.boxes
        if not box.empty:
            boxes[mcid] = boxes[mcid] | box if mcid in boxes else box
        if kind == _TEXT:
            shown = run(thing, box, form, self._sight.visible)
            self._sight.runs[mcid].append(shown)
            if shown.seen:
                self._texts.append(_Text(shown, thing, at, alone=form is None))
        elif kind == _FORM:
            inner = _inner(thing, form)
            for each in within(thing):
                self._take(each, mcid, inner, at)

    def _print_over(self, thing: Any, form: Matrix | None) -> None:
        """Take in what is no content, unless it may be a watermark.

        That is light, transparent, slanted, or in a layer of its own.
        """
        kind = _pdfium.FPDFPageObj_GetType(thing)
        placed = _inner(thing, form)
        if kind == _FORM:
            for each in within(thing):
                self._print_over(each, placed)
        elif kind == _TEXT and placed.a > 0 and abs(placed.b) <= LEVEL * placed.a and dark(thing):
            box = form.box(bounds(thing)) if form else bounds(thing)
            self._over.append(run(thing, box, form, self._sight.visible))

    def _pass_by(self, thing: Any, form: Matrix | None, at: int) -> None:
        """Take in what is neither content with a number nor an artifact, unless it is a watermark."""
        kind = _pdfium.FPDFPageObj_GetType(thing)
        if kind == _TEXT:
            box = form.box(bounds(thing)) if form else bounds(thing)
            shown = run(thing, box, form, self._sight.visible)
            if shown.seen and shown.level and dark(thing):
                self._bare.append(_Text(shown, thing, at, alone=False))
        elif kind == _FORM:
            inner = _inner(thing, form)
            for each in within(thing):
                if number(each) < 0 and not is_artifact(each):
                    self._pass_by(each, inner, at)

    def _judge(self) -> None:
        """Tell which texts can be read: for certain, or by a look at the page, which spoils it.

        Dark letters over a text leave neither to be read.
        """
        for text in self._texts:
            text.run.seen = not any(_hides(over, text.run) for over in self._over)
        doubtful = [
            text
            for text in (*self._texts, *self._bare)
            if not (text.alone and self._around.leave_clear(text.thing, text.run.box))
        ]
        letters = self._page.get_textpage() if self._bare else None  # type: ignore[no-untyped-call]
        said = [_said(text.thing, letters) for text in self._bare]
        asked = {text.at for text in (*self._texts, *self._bare)}
        for rank in hidden(self._page, [text.run.box for text in doubtful], asked) if doubtful else ():
            doubtful[rank].run.seen = False
        self._sight.bare += [
            Bare(words, text.run.box) for text, words in zip(self._bare, said, strict=True) if text.run.seen
        ]


def _hides(over: Run, text: Run) -> bool:
    """Whether letters stand on a text; dots and lines do not hide it."""
    letters = over.box.height >= _LETTER * over.size
    return letters and over.box.crosses(text.box, min(_LETTER * text.size, over.box.width / 2))


def _inner(thing: Any, form: Matrix | None) -> Matrix:
    """Return the transformation of an object of a form, as it comes out on the page."""
    return form @ matrix(thing) if form else matrix(thing)


def _said(text: Any, letters: Any) -> str:
    size = _pdfium.FPDFTextObj_GetText(text, letters, None, 0)
    buffer = ctypes.create_string_buffer(size)
    units = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    _pdfium.FPDFTextObj_GetText(text, letters, units, size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
