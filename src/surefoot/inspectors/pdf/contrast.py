"""Which texts of a page cannot be read: the page is painted, and they are not to be seen.

It is painted twice in grey: as it is, and with nothing but its texts, black on
white. The second picture says where ink should be. A text can be read where the
first is darker or lighter there than right beside it. So it is found whatever
hides it: a cover, a clip, its colour, transparency, an optional content that is
off. Colours of one lightness count as one; a text that is half hidden can be
read, one of which a word is hidden cannot.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Any

import pypdfium2

from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.painted import Asked, Painted, covers, leave_texts

_pdfium: Any = pypdfium2.raw
"""PDFium's own functions, which know no types."""
_INK, _PAPER = 160, 250
"""The one is darker than this where there is a letter, the other lighter where there is none."""
_LIGHT, _DARK = 208, 128
_CONTRAST = 8
"""Levels of grey, of 255, by which letters must be darker or lighter than what is around them."""
_FEW = 6
"""Pixels of ink from which nothing can be concluded."""
_CELL = 1.5
"""How many times as wide as high is what is looked at in one piece: a word or less."""
_INKY = bytes(level < _INK for level in range(256))
_LIT = bytes(level >= _LIGHT for level in range(256))
_DIM = bytes(level < _DARK for level in range(256))


@dataclass(frozen=True, slots=True)
class Text:
    """A text that a page shows."""

    thing: Any
    """PDFium's own object."""
    box: Box


def hidden(page: pypdfium2.PdfPage, texts: Sequence[Text], asked: Asked) -> set[int]:
    """Return the ranks of those ``texts`` of a page that cannot be read; the page is spoilt by it.

    Args:
        page: to be painted.
        texts: of the page.
        asked: whether an object of the page is or holds one of these.
    """
    around, seen = covers(page, asked), Painted.of(page, annotated=True)
    leave_texts(page, asked)
    wanted = Painted.of(page, annotated=False)
    found, drawn, undrawn = set(), set(), []
    for rank, text in enumerate(texts):
        letters = wanted.rows(text.box)
        if not any(min(row, default=255) < _PAPER for row in letters):
            undrawn.append(rank)
            continue
        drawn.add(_font(text))
        covered = any(cover.touches(text.box) for cover in around)
        if not _is_read(seen.rows(text.box), letters, covered=covered):
            found.add(rank)
    # A font that is not in the file, and of which nothing is drawn, may be lacking only here.
    return found.union(rank for rank in undrawn if _is_embedded(texts[rank]) or _font(texts[rank]) in drawn)


def _font(text: Text) -> int:
    return int(ctypes.cast(_pdfium.FPDFTextObj_GetFont(text.thing), ctypes.c_void_p).value or 0)


def _is_embedded(text: Text) -> bool:
    return bool(_pdfium.FPDFFont_GetIsEmbedded(_pdfium.FPDFTextObj_GetFont(text.thing)))


def _is_read(seen: Sequence[bytes], letters: Sequence[bytes], *, covered: bool) -> bool:
    """Whether a text can be read, of which the rows of pixels are ``seen`` and should be ``letters``.

    Most texts are black on white, and that is soon said.
    """
    page, ink = b"".join(seen), b"".join(letters)
    if _number(ink, _INKY) & _number(page, _LIT):
        return _stands_out(seen, letters)
    return not covered or _is_plain(page, ink) or _stands_out(seen, letters)


def _is_plain(page: bytes, ink: bytes) -> bool:
    """Whether there is about as much light and dark as there should be."""
    dark, dots = page.translate(_DIM).count(1), ink.translate(_DIM).count(1)
    light, paper = page.translate(_LIT).count(1), ink.translate(_LIT).count(1)
    return dots <= 2 * dark <= 4 * dots and 2 * light >= paper


def _number(pixels: bytes, which: bytes) -> int:
    return int.from_bytes(pixels.translate(which), "little")


def _stands_out(seen: Sequence[bytes], letters: Sequence[bytes]) -> bool:
    """Whether in each piece of a line what should be ink is darker or lighter than what should not."""
    step = max(1, int(_CELL * len(seen)))
    pieces = [slice(left, left + step) for left in range(0, len(seen[0]), step)]
    told = [_contrast([row[at] for row in seen], [row[at] for row in letters], _FEW) for at in pieces]
    if all(contrast is None for contrast in told):
        told = [_contrast(seen, letters, 1)]
    return all(contrast is None or contrast >= _CONTRAST for contrast in told)


def _contrast(seen: Sequence[bytes], wanted: Sequence[bytes], least: int) -> int | None:
    """Return by how many levels ink differs from paper; None if there is less than ``least`` of either."""
    ink, paper = [], []
    for levels, letters in zip(seen, wanted, strict=True):
        for level, letter in zip(levels, letters, strict=True):
            if letter < _INK:
                ink.append(level)
            elif letter >= _PAPER:
                paper.append(level)
    if min(len(ink), len(paper)) < least:
        return None
    # What stands over the edge of a cover must not outweigh the rest.
    return abs(median_low(ink) - median_low(paper))
