"""Pack a picture as PNG (ISO/IEC 15948), small and the same every time."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from struct import pack

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_TRUE_COLOUR, _PALETTE = 2, 3
_COLOURS = 256
_STEP = 17
"""Of sixteen shades of each primary: as many as the edges of letters need."""
_SHADES = bytes(round(value / _STEP) * _STEP for value in range(256))


def png(rows: Sequence[bytes]) -> bytes:
    """Return a picture of ``rows``, each of red, green and blue bytes in turn, in sixteen shades of each.

    Pages of text have few colours, and get a palette.
    """
    pixels = b"".join(rows).translate(_SHADES)
    width = len(rows[0]) // 3
    points = list(zip(pixels[0::3], pixels[1::3], pixels[2::3], strict=True))
    colours = sorted(set(points))
    if len(colours) > _COLOURS:
        return _file(width, len(rows), _TRUE_COLOUR, b"", pixels)
    ranks = {colour: rank for rank, colour in enumerate(colours)}
    palette = b"".join(map(bytes, colours))
    return _file(width, len(rows), _PALETTE, palette, bytes(map(ranks.__getitem__, points)))


def _file(width: int, height: int, kind: int, palette: bytes, samples: bytes) -> bytes:
    line = len(samples) // height
    # Each line begins with the number of its filter, here none: letters differ from their neighbours.
    lines = b"".join(b"\0" + samples[start : start + line] for start in range(0, len(samples), line))
    header = pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"PLTE", palette), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b"")]
    return _SIGNATURE + b"".join(_chunk(*chunk) for chunk in chunks if chunk[1] or chunk[0] != b"PLTE")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))
