"""Mends of the painting, without which a page does not say what it shows."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, partial
from typing import Any

import pydyf
from weasyprint import pdf
from weasyprint.draw import text as draw_text
from weasyprint.pdf.fonts import build_fonts_dictionary
from weasyprint.pdf.stream import Stream

from surefoot.writers.pdf.boxes import Box, Furniture
from surefoot.writers.pdf.engine.mending import Mend, rewritten
from surefoot.writers.pdf.spoken import HYPHEN, actual_text

_HEBREW = (22, 15, 16, 17, 23, 18, 19, 20, 21, 14, 24, 12, 25, 13, 10, 11, 26)
_ARABIC = (28, 29, 30, 31, 32, 33, 27)
_HARFBUZZ = dict(enumerate(_HEBREW + _ARABIC, start=10))
"""HarfBuzz's own combining classes of points: a dagesh, a shin dot and a shadda come before the vowel."""


def mends(furniture: Mapping[Box, Furniture], add_tags: Callable[..., None]) -> tuple[Mend, ...]:
    """Return what must be in force while a PDF is written.

    Args:
        furniture: boxes that are no content but artifacts of the page.
        add_tags: writes the structure tree.
    """
    return (
        Mend(pdf, "Stream", partial(_Stream, furniture)),
        Mend(pdf, "build_fonts_dictionary", _fonts_dictionary),
        Mend(pdf, "add_tags", add_tags),
        Mend(draw_text, "draw_first_line", _draw_first_line()),
        Mend(pydyf.Stream, "data", property(_ended)),
    )


class _Stream(Stream):
    """A page's content that says what it is: lines with their words, furniture as artifacts."""

    def __init__(self, furniture: Mapping[Box, Furniture], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        self._furniture = furniture

    @contextmanager
    def marked(self, box: Box, tag: str) -> Iterator[None]:
        """Mark what is painted meanwhile as ``box``."""
        if box in self._furniture:
            self.begin_marked_content("Artifact", pydyf.Dictionary(self._furniture[box].value))  # type: ignore[no-untyped-call]
        else:
            mcid = len(self._tags)
            self._tags[box] = {"tag": tag, "mcid": mcid}
            said = actual_text(getattr(box, "text", ""), backwards=box.style["direction"] == "rtl")
            replacement = {"ActualText": pydyf.String(said)} if said else {}
            self.begin_marked_content(tag, pydyf.Dictionary({"MCID": mcid, **replacement}))  # type: ignore[no-untyped-call]
        try:
            yield
        finally:
            self.end_marked_content()  # type: ignore[no-untyped-call]


def _fonts_dictionary(pdf: Any, fonts: Mapping[Any, Any], *rest: Any) -> Any:
    """Write the fonts, every hyphen among their glyphs as U+002D.

    The glyph of several characters reads as the one that came first: an
    automatic hyphen would put U+2010 into every address that is copied.
    """
    for font in fonts.values():
        for glyph, text in font.to_unicode.items():
            if text == HYPHEN:
                font.to_unicode[glyph] = "-"
    return build_fonts_dictionary(pdf, fonts, *rest)


_data = vars(pydyf.Stream)["data"].fget


def _ended(stream: pydyf.Stream) -> bytes:
    r"""Return a stream that has the length that it says.

    The end of a line before ``endstream`` is no part of it (ISO 32000-1, 7.3.8.1).
    pydyf writes a line feed, which readers take together with a carriage return
    that the stream happens to end with.
    """
    written = bytes(_data(stream))
    end = b"\r\nendstream"
    return written.removesuffix(end) + b"\r" + end if written.endswith(end) else written


@cache
def _draw_first_line() -> Callable[..., Any]:
    """Text whose every glyph reads as its own letters.

    WeasyPrint gives all letters of a cluster to one glyph and none to the
    others: an accent then reads as nothing, and the letter below it, wherever
    it stands, as if it bore the accent.
    """
    return rewritten(
        draw_text,
        "draw_first_line",
        """
                t1 = clusters[i]
                if glyph_item.item.analysis.level % 2:  # rtl
                    t2 = glyph_item.item.length if i == 0 else clusters[i-1]
                else:
                    t2 = glyph_item.item.length if i == num_glyphs-1 else clusters[i+1]
                utf8_text = utf8_text or textbox.pango_layout.text.encode()
                font.to_unicode[glyph_id] = utf8_text[offset+t1:offset+t2].decode()
""",
        """
                utf8_text = utf8_text or textbox.pango_layout.text.encode()
                font.to_unicode[glyph_id] = letters_of(
                    i, clusters[0:num_glyphs], utf8_text[offset:offset + glyph_item.item.length],
                    glyph_item.item.analysis.level % 2)
""",
        letters_of=letters_of,
    )


def letters_of(place: int, clusters: Sequence[int], text: bytes, backwards: int) -> str:
    """Return the letters of one glyph of a run.

    Args:
        place: of the glyph, in the order of the page.
        clusters: for each glyph, where in ``text`` its cluster begins.
        text: of the run, UTF-8.
        backwards: whether the run is painted from right to left.
    """
    start = clusters[place]
    glyphs = [index for index, cluster in enumerate(clusters) if cluster == start]
    rank = glyphs[::-1].index(place) if backwards else glyphs.index(place)
    end = min((cluster for cluster in clusters if cluster > start), default=len(text))
    letters = text[start:end].decode()
    if len(letters) < len(glyphs):
        letters = unicodedata.normalize("NFD", letters)
    letters = "".join(sorted(letters, key=_shaped))
    spare = max(0, len(letters) - len(glyphs))
    return letters[: spare + 1] if rank == 0 else letters[spare + rank : spare + rank + 1]


def _shaped(letter: str) -> int:
    """Return where HarfBuzz shapes a letter of a cluster: in Hebrew and Arabic not in Unicode's order.

    A ligature takes its letters across the marks between them: lam, fathatan, alef.
    """
    canonical = unicodedata.combining(letter)
    return _HARFBUZZ.get(canonical, canonical)
