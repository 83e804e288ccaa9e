"""The letters that glyphs stand for, so that every reader of the file finds the words in it."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from weasyprint.draw import text as draw_text

from surefoot.writers.pdf.engine.glyphs.codes import code_of
from surefoot.writers.pdf.engine.mending import Mend, rewritten
from surefoot.writers.pdf.spoken import HYPHEN

_PLAIN = str.maketrans({HYPHEN: "-", "\u00a0": " "})
"""In our faces each pair is one glyph; an automatic hyphen would put U+2010 into every copied address."""
_HEBREW = (22, 15, 16, 17, 23, 18, 19, 20, 21, 14, 24, 12, 25, 13, 10, 11, 26)
_ARABIC = (28, 29, 30, 31, 32, 33, 27)
_HARFBUZZ = dict(enumerate(_HEBREW + _ARABIC, start=10))
"""HarfBuzz's own combining classes of points: a dagesh, a shin dot and a shadda come before the vowel."""
_NOTHING = "\u2060"
"""A word joiner, for glyphs without a letter: each must have some text (ISO 14289-1, 7.21.7)."""
_ACCENTS = 200
"""The first combining class of accents that stand above or below a letter; signs below it join letters."""


def mends() -> tuple[Mend, ...]:
    """Return what must be in force while a PDF is written."""
    return (Mend(draw_text, "draw_first_line", _draw_first_line()),)


def letters_of(clusters: Sequence[int], text: bytes, backwards: int) -> list[str]:
    """Return the letters of each glyph of a run, in the order of the page.

    Args:
        clusters: for each glyph, where in ``text`` its cluster begins.
        text: of the run, UTF-8.
        backwards: whether the run is painted from right to left.
    """
    glyphs = defaultdict[int, list[int]](list)
    for place, start in enumerate(clusters):
        glyphs[start].append(place)
    starts = sorted(glyphs)
    letters = [""] * len(clusters)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        places = glyphs[start][::-1] if backwards else glyphs[start]
        if end - start == len(places) == 1:
            letters[places[0]] = chr(text[start])
            continue
        for place, share in zip(places, _shares(text[start:end].decode(), len(places)), strict=True):
            letters[place] = share
    return letters


def _shares(letters: str, glyphs: int) -> Iterator[str]:
    """Yield the letters of each of the ``glyphs`` of a cluster: the first has all that there are more."""
    letters = letters.translate(_PLAIN)
    if len(letters) < glyphs:
        letters = unicodedata.normalize("NFD", letters)
    letters = "".join(sorted(letters, key=_shaped))
    first = max(0, len(letters) - glyphs) + 1
    yield letters[:first]
    yield from (letters[place : place + 1] or _NOTHING for place in range(first, first + glyphs - 1))


def _shaped(letter: str) -> int:
    """Return where HarfBuzz shapes a letter of a cluster: in Hebrew and Arabic not in Unicode's order.

    A ligature takes its letters across the marks between them: lam, fathatan, alef.
    """
    canonical = unicodedata.combining(letter)
    return _HARFBUZZ.get(canonical, canonical if canonical >= _ACCENTS else 0)


@cache
def _draw_first_line() -> Callable[..., Any]:
    """Text whose every glyph reads as its own letters.

    WeasyPrint gives all letters of a cluster to one glyph and none to the others, as
    they are where a glyph is met first: an accent then reads as nothing, and a letter,
    wherever it stands, as if it bore the accent.
    """
    return rewritten(
        draw_text,
        "draw_first_line",
        "        utf8_text = None\n",
        """
        text = textbox.pango_layout.text.encode()[glyph_item.item.offset:][:glyph_item.item.length]
        letters = letters_of(clusters[0:num_glyphs], text, glyph_item.item.analysis.level % 2)
""",
        """
            if glyph_id not in font.to_unicode:
                # Get positions of the glyph in the UTF-8 string.
                offset = glyph_item.item.offset
                t1 = clusters[i]
                if glyph_item.item.analysis.level % 2:  # rtl
                    t2 = glyph_item.item.length if i == 0 else clusters[i-1]
                else:
                    t2 = glyph_item.item.length if i == num_glyphs-1 else clusters[i+1]
                utf8_text = utf8_text or textbox.pango_layout.text.encode()
                font.to_unicode[glyph_id] = utf8_text[offset+t1:offset+t2].decode()
""",
        """
            code = code_of(font, glyph_id, letters[i])
""",
        "f'<{glyph_id:04x}>'",
        "f'<{code:04x}>'",
        "f'{glyph_id:04x}'",
        "f'{code:04x}'",
        letters_of=letters_of,
        code_of=code_of,
    )
