"""Which texts of a page cannot be read: the page is painted, and they are not to be seen.

It is painted twice in grey: as it is, and with nothing but its texts, black on
white. The second picture says where ink should be. A text can be read where the
first is darker or lighter there than right beside it. So it is found whatever
hides it: a cover, a clip, its colour, transparency, an optional content that is
off. Colours of one lightness count as one; a text that is half hidden can be
read, one of which a word is hidden cannot.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import compress
from statistics import median_low

import pypdfium2

from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.painted import Painted, leave_texts

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


def hidden(page: pypdfium2.PdfPage, texts: Sequence[Box], asked: Container[int]) -> set[int]:
    """Return the ranks of those ``texts`` of a page that cannot be read; the page is spoilt by it.

    Args:
        page: to be painted.
        texts: where they stand.
        asked: ranks of the objects of the page that are texts or hold them.
    """
    seen = Painted.of(page, annotated=True)
    leave_texts(page, asked)
    wanted = Painted.of(page, annotated=False)
    return {rank for rank, box in enumerate(texts) if not _is_read(seen.rows(box), wanted.rows(box))}


def _is_read(seen: Sequence[bytes], letters: Sequence[bytes]) -> bool:
    """Whether a text can be read, of which the rows of pixels are ``seen`` and should be ``letters``."""
    drawn = any(min(row, default=255) < _PAPER for row in letters)
    return drawn and (_is_plain(seen, letters) or _stands_out(seen, letters))


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
