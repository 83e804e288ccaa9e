"""What the codes of a shown string mean as text (ISO 32000-1, 9.10.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf

UNKNOWN = "\ufffd"
"""A glyph whose text the file does not tell. It stays, and so becomes a difference."""

_CODECS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
_WIDEST_RANGE = 0x10000


@dataclass(frozen=True, slots=True)
class Font:
    """A font, as far as its text goes."""

    width: int
    """Bytes to the code."""
    texts: Mapping[bytes, str]

    def text(self, shown: bytes) -> str:
        """Return the text of a shown string."""
        codes = [shown[at : at + self.width] for at in range(0, len(shown), self.width)]
        return "".join([self.texts.get(code, UNKNOWN) for code in codes])


def read(font: pikepdf.Object) -> Font:
    """Return the ``font``: by its /ToUnicode, else by its predefined encoding, else nothing is known."""
    width = 2 if font.get("/Subtype") == "/Type0" else 1
    cmap = font.get("/ToUnicode")
    if isinstance(cmap, pikepdf.Stream):
        return Font(width, dict(_mappings(cmap, width)))
    codec = _CODECS.get(str(font.get("/Encoding")))
    if codec is None:
        return Font(width, {})
    return Font(1, {bytes([code]): bytes([code]).decode(codec, "replace") for code in range(256)})


def _mappings(cmap: pikepdf.Object, width: int) -> Iterator[tuple[bytes, str]]:
    """Read a ToUnicode CMap (9.10.3), whose syntax is near enough to that of content streams."""
    for instruction in pikepdf.parse_content_stream(cmap, "endbfchar endbfrange"):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "endbfchar":
                for code, text in zip(operands[::2], operands[1::2], strict=False):
                    yield bytes(code).rjust(width, b"\0"), _utf16(bytes(text))
            case "endbfrange":
                for first, last, texts in zip(operands[::3], operands[1::3], operands[2::3], strict=False):
                    yield from _range(bytes(first), bytes(last), texts, width)


def _range(first: bytes, last: bytes, texts: pikepdf.Object, width: int) -> Iterator[tuple[bytes, str]]:
    start, end = int.from_bytes(first), int.from_bytes(last)
    codes = range(start, min(end + 1, start + _WIDEST_RANGE))
    if isinstance(texts, pikepdf.Array):
        for code, text in zip(codes, texts, strict=False):
            yield code.to_bytes(width), _utf16(bytes(text))
        return
    base = bytes(texts)
    for code in codes:
        yield code.to_bytes(width), _utf16((int.from_bytes(base) + code - start).to_bytes(len(base)))


def _utf16(text: bytes) -> str:
    return text.decode("utf-16-be", "replace")
