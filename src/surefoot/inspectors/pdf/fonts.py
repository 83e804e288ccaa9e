"""What the codes of a shown string mean as text (ISO 32000-1, 9.10.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from struct import unpack_from
from typing import Any

import pikepdf

from surefoot.inspectors.pdf.attributes import array

UNKNOWN = "\ufffd"
"""A glyph whose text the file does not tell. It stays, and so becomes a difference."""

_CODECS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
_IDENTITY = frozenset({"/Identity-H", "/Identity-V"})
_NO_CODE = -1
_WIDEST_RANGE = 0x10000


class _Texts(dict[int, str]):
    """What codes mean."""

    def __missing__(self, code: int) -> str:
        return UNKNOWN


class Font:
    """A font, as far as its text goes."""

    def __init__(self, width: int, texts: Iterable[tuple[int, str]] = ()) -> None:
        """Take the ``texts`` of the codes of a font, which are so many bytes wide: one or two."""
        self._width, self._texts = width, _Texts(texts)

    def text(self, shown: bytes) -> str:
        """Return the text of a shown string."""
        codes: Iterable[int] = shown
        if self._width > 1:
            whole, broken = divmod(len(shown), self._width)
            codes = (*unpack_from(f">{whole}H", shown), *[_NO_CODE] * broken)
        return "".join(map(self._texts.__getitem__, codes))


def read(font: pikepdf.Object) -> Font:
    """Return the ``font``: by its /ToUnicode, else by its predefined encoding, else nothing is known.

    A code without a glyph means nothing, whatever the file says that it does: the page shows an empty box.
    """
    undefined = set(_undefined(font))
    return Font(_width(font), ((code, text) for code, text in _texts(font) if code not in undefined))


def _width(font: pikepdf.Object) -> int:
    return 2 if font.get("/Subtype") == "/Type0" else 1


def _texts(font: pikepdf.Object) -> Iterator[tuple[int, str]]:
    cmap, codec = font.get("/ToUnicode"), _CODECS.get(str(font.get("/Encoding")))
    if isinstance(cmap, pikepdf.Stream):
        yield from _mappings(cmap)
    elif codec:
        yield from enumerate(bytes([code]).decode(codec, "replace") for code in range(256))


def _undefined(font: pikepdf.Object) -> Iterator[int]:
    """Yield the codes of the glyph ``.notdef``: by their names, or as the first CID (9.6.6.1, 9.7.6.3)."""
    encoding = font.get("/Encoding")
    if str(encoding) in _IDENTITY:
        yield 0
    elif isinstance(encoding, pikepdf.Dictionary):
        code = 0
        for each in array(encoding.get("/Differences")):
            if isinstance(each, int):
                code = each
                continue
            if each == "/.notdef":
                yield code
            code += 1


def _mappings(cmap: pikepdf.Object) -> Iterator[tuple[int, str]]:
    """Read a ToUnicode CMap (9.10.3), whose syntax is near enough to that of content streams."""
    for instruction in pikepdf.parse_content_stream(cmap, "endbfchar endbfrange"):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "endbfchar":
                for code, text in zip(operands[::2], operands[1::2], strict=False):
                    yield int.from_bytes(bytes(code)), _utf16(bytes(text))
            case "endbfrange":
                for first, last, texts in zip(operands[::3], operands[1::3], operands[2::3], strict=False):
                    yield from _range(bytes(first), bytes(last), texts)


def _range(first: bytes, last: bytes, texts: pikepdf.Object) -> Iterator[tuple[int, str]]:
    start, end = int.from_bytes(first), int.from_bytes(last)
    codes = range(start, min(end + 1, start + _WIDEST_RANGE))
    if isinstance(texts, pikepdf.Array):
        for code, text in zip(codes, texts, strict=False):
            yield code, _utf16(bytes(text))
        return
    base = bytes(texts)
    for code in codes:
        yield code, _utf16((int.from_bytes(base) + code - start).to_bytes(len(base)))


def _utf16(text: bytes) -> str:
    return text.decode("utf-16-be", "replace")
