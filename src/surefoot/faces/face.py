"""One face of a font: which characters it has, and how wide they are."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

from surefoot.faces.companions import EASTERN, NOT_EASTERN

_ITALIC = 0x01
"""The bit of ``fsSelection`` (OpenType, OS/2)."""
_TYPOGRAPHIC_FAMILY, _FAMILY = 16, 1
"""Names of a family (OpenType, name): of all its weights, and of four styles at most."""


@dataclass(frozen=True, slots=True)
class Face:
    """A font file."""

    file: Path
    family: str
    """By which CSS knows it."""

    @property
    def weight(self) -> int:
        """100 to 900."""
        return _read(self.file).weight

    @property
    def italic(self) -> bool:
        """Whether it leans."""
        return _read(self.file).italic

    @property
    def height(self) -> float:
        """From the highest to the deepest of its letters, in sizes of the font."""
        return _read(self.file).height

    def has(self, character: str) -> bool:
        """Whether it has a glyph for ``character``, and is the one to ask for it."""
        left = self.family in EASTERN and any(first <= ord(character) <= last for first, last in NOT_EASTERN)
        return not left and ord(character) in _read(self.file).advances

    def width(self, text: str) -> float:
        """Return how wide ``text`` runs, in sizes of the font: glyph by glyph, nothing joined or kerned."""
        advances = _read(self.file).advances
        return sum(advances.get(ord(character), 0.0) for character in text)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text that one face sets."""

    face: Face
    text: str

    @property
    def width(self) -> float:
        """In sizes of the font."""
        return self.face.width(self.text)


def runs(text: str, faces: Sequence[Face]) -> Iterator[Run]:
    """Yield ``text`` in runs, each in the first of ``faces`` that has its characters.

    A mark, a space or a control goes with what it follows.

    Raises:
        LookupError: no face has a character, which is the error's argument.
    """
    held, last = "", None
    for character in text:
        face = last if last and _follows(character, last) else _first(character, faces)
        if face != last and last:
            yield Run(last, held)
            held = ""
        held, last = held + character, face
    if last:
        yield Run(last, held)


def _follows(character: str, face: Face) -> bool:
    return unicodedata.category(character) in {"Cf", "Zs"} or (
        unicodedata.category(character).startswith("M") and face.has(character)
    )


def _first(character: str, faces: Sequence[Face]) -> Face:
    found = next((face for face in faces if face.has(character)), None)
    if found is None:
        raise LookupError(character)
    return found


def family(file: Path) -> str:
    """Return the family of a font, as the font itself has it."""
    with TTFont(file, fontNumber=0, lazy=True) as font:
        names = font["name"]
        return names.getDebugName(_TYPOGRAPHIC_FAMILY) or names.getDebugName(_FAMILY) or ""


@dataclass(frozen=True, slots=True)
class _Metrics:
    weight: int
    italic: bool
    height: float
    advances: Mapping[int, float]
    """In sizes of the font, by the numbers of characters."""


@cache
def _read(file: Path) -> _Metrics:
    with TTFont(file, fontNumber=0, lazy=True) as font:
        head, style, lines = (_table(font, name) for name in ("head", "OS/2", "hhea"))
        # The names of glyphs, which nobody asks for here, take longest to read.
        font.setGlyphOrder([str(number) for number in range(_table(font, "maxp").numGlyphs)])
        widths = _table(font, "hmtx").metrics
        return _Metrics(
            style.usWeightClass,
            italic=bool(style.fsSelection & _ITALIC),
            height=(lines.ascent - lines.descent) / head.unitsPerEm,
            advances={
                number: widths[glyph][0] / head.unitsPerEm
                for number, glyph in (font.getBestCmap() or {}).items()
            },
        )


def _table(font: TTFont, name: str) -> Any:
    return font[name]
