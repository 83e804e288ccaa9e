"""The codes of glyphs: one for each text that a glyph stands for.

In the scripts of India one glyph stands for a vowel here, and for a consonant
and a vowel there. Its own number is its code for the text that is met first;
further codes are taken from the end of all numbers. An encoding of the font leads
from code to glyph (ISO 32000-1, 9.7.5), and its /ToUnicode from code to text (9.10.3).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pydyf
from weasyprint import pdf
from weasyprint.pdf.fonts import build_fonts_dictionary

from surefoot.writers.pdf.engine.mending import Mend

_LAST = 0xFFFF
"""The last code of two bytes."""
_AT_ONCE = 100
"""Entries that a section of a CMap may have."""


def mends() -> tuple[Mend, ...]:
    """Return what must be in force while a PDF is written."""
    return (Mend(pdf, "build_fonts_dictionary", _fonts_dictionary),)


def code_of(font: Any, glyph: int, letters: str) -> int:
    """Return the code under which a ``glyph`` of ``font`` stands for ``letters``."""
    if font.to_unicode.setdefault(glyph, letters) == letters:
        return glyph
    further: dict[tuple[int, str], int] = vars(font).setdefault("further", {})
    free = _LAST - len(further)
    # A font may be so full of glyphs that no code is left.
    return further.setdefault((glyph, letters), free) if free > font.glyph_count else glyph


def _fonts_dictionary(document: Any, fonts: Mapping[Any, Any], compress: Any, *rest: Any) -> Any:
    """Write the fonts, and what the further codes of their glyphs mean."""
    dictionary = build_fonts_dictionary(document, fonts, compress, *rest)
    for font in fonts.values():
        if further := vars(font).get("further"):
            written = _object(document, dictionary[font.hash])
            glyphs = {glyph: glyph for glyph in font.to_unicode}
            encoding = _encoding(glyphs | {code: glyph for (glyph, _), code in further.items()}, compress)
            document.add_object(encoding)
            written["Encoding"] = encoding.reference
            texts = {code: f"<{text.encode('utf-16-be').hex()}>" for (_, text), code in further.items()}
            cmap = _object(document, written["ToUnicode"]).stream
            end = cmap.index(b"endcmap")
            cmap[end:end] = _entries("bfchar", texts)
    return dictionary


def _object(document: Any, reference: bytes) -> Any:
    return document.objects[int(reference.split()[0])]


def _encoding(codes: Mapping[int, int], compress: Any) -> pydyf.Stream:
    """Return a CMap from codes to glyphs (ISO 32000-1, 9.7.5.4)."""
    system = {"Registry": pydyf.String("Adobe"), "Ordering": pydyf.String("Identity"), "Supplement": 0}
    extra = {
        "Type": "/CMap",
        "CMapName": "/Surefoot-H",
        "CIDSystemInfo": pydyf.Dictionary(system),
        "WMode": 0,
    }
    lines = [
        b"/CIDInit /ProcSet findresource begin",
        b"12 dict begin",
        b"begincmap",
        b"/CIDSystemInfo 3 dict dup begin",
        b"/Registry (Adobe) def",
        b"/Ordering (Identity) def",
        b"/Supplement 0 def",
        b"end def",
        b"/CMapName /Surefoot-H def",
        b"/CMapType 1 def",
        b"/WMode 0 def",
        b"1 begincodespacerange",
        b"<0000> <ffff>",
        b"endcodespacerange",
        *_entries("cidchar", codes),
        b"endcmap",
        b"CMapName currentdict /CMap defineresource pop",
        b"end",
        b"end",
    ]
    return pydyf.Stream(lines, extra, compress=compress)


def _entries(kind: str, values: Mapping[int, object]) -> Iterator[bytes]:
    """Yield the sections of a CMap that lead from codes to ``values``."""
    listed = sorted(values.items())
    for start in range(0, len(listed), _AT_ONCE):
        entries = listed[start : start + _AT_ONCE]
        yield f"{len(entries)} begin{kind}".encode()
        yield from (f"<{code:04x}> {value}".encode() for code, value in entries)
        yield f"end{kind}".encode()
