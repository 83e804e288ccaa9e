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
from itertools import compress
from statistics import median_low
from typing import Any

import pypdfium2

from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.painted import Asked, Painted, leave_texts

_pdfium: Any = pypdfium2.raw
"""PDFium's own functions, which know no types."""
_INK, _PAPER = 160, 250
"""The one is darker than this where there is a letter, the other lighter where there is none."""
_LIGHT = 208
"""What is lighter is no letter that is dark on light."""
_CONTRAST = 8
"""Levels of grey, of 255, by which letters must be darker or lighter than what is around them."""
_FEW = 6
"""Pixels of ink from which nothing can be concluded."""
_CELL = 1.5
"""How many times as wide as high is what is looked at in one piece: a word or less."""
_INKY = bytes(level < _INK for level in range(256))
_BLANK = bytes(level >= _PAPER for level in range(256))
_LIT = bytes(level >= _LIGHT for level in range(256))
_DIM = bytes(level < _LIGHT + _CONTRAST for level in range(256))


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
    seen = Painted.of(page, annotated=True)
    leave_texts(page, asked)
    wanted = Painted.of(page, annotated=False)
    found, drawn, undrawn = set(), set(), []
    for rank, text in enumerate(texts):
        letters = wanted.rows(text.box)
        if not any(min(row, default=255) < _PAPER for row in letters):
            undrawn.append(rank)
            continue
        drawn.add(_font(text))
        shown = seen.rows(text.box)
        if not _is_plain(shown, letters) and not _stands_out(shown, letters):
            found.add(rank)
    # A font that is not in the file, and of which nothing is drawn, may be lacking only here.
    return found.union(rank for rank in undrawn if _is_embedded(texts[rank]) or _font(texts[rank]) in drawn)


def _font(text: Text) -> int:
    return int(ctypes.cast(_pdfium.FPDFTextObj_GetFont(text.thing), ctypes.c_void_p).value or 0)


def _is_embedded(text: Text) -> bool:
    return bool(_pdfium.FPDFFont_GetIsEmbedded(_pdfium.FPDFTextObj_GetFont(text.thing)))


def _is_plain(seen: Sequence[bytes], letters: Sequence[bytes]) -> bool:
    """Whether a text is dark on light in every pixel; most texts are, and that is soon said."""
    page, ink = b"".join(seen), b"".join(letters)
    return not _both(ink, _INKY, page, _LIT) and not _both(ink, _BLANK, page, _DIM)


def _both(one: bytes, these: bytes, other: bytes, those: bytes) -> bool:
    """Whether at some place ``one`` is among ``these`` and ``other`` among ``those``."""
    return _number(one.translate(these)) & _number(other.translate(those)) != 0


def _number(pixels: bytes) -> int:
    return int.from_bytes(pixels, "little")


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
    levels, letters = b"".join(seen), b"".join(wanted)
    ink = [*compress(levels, letters.translate(_INKY))]
    paper = [*compress(levels, letters.translate(_BLANK))]
    if min(len(ink), len(paper)) < least:
        return None
    # What stands over the edge of a cover must not outweigh the rest.
    return abs(median_low(ink) - median_low(paper))
