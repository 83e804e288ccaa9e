"""Where the lines of a cover may end, and how wide is what stands between."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from surefoot.faces.face import Face, Run, runs

HYPHENS = frozenset("-‐–—/")
"""Behind which a word may be broken."""
_WIDE = frozenset("WF")
_OPENS = frozenset({"Ps", "Pi"})
_CLINGS = frozenset({"Pe", "Pf", "Po", "Lm", "Mn"})
_SMALL = frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ")
"""Kana that no line begins with (JIS X 4051)."""
_JOINED = frozenset({"Mn", "Mc", "Me", "Cf"})


@dataclass(frozen=True, slots=True)
class Piece:
    """What no line ends within. Widths are in sizes of the font."""

    runs: tuple[Run, ...]
    width: float
    space: float
    """Of the width: the space at the end, which a line that ends here does without."""

    @property
    def text(self) -> str:
        """All its letters."""
        return "".join(run.text for run in self.runs)


def pieces(text: str, faces: Sequence[Face], hyphens: Collection[str]) -> list[Piece]:
    """Return ``text`` in pieces; within a word a line may end behind ``hyphens`` alone.

    A library for UAX #14 takes longer to load than a cover to draw.

    Raises:
        LookupError: no face has a character, which is the error's argument.
    """
    ends = [at for at, (one, other) in enumerate(pairwise(text), 1) if _may_end(one, other, hyphens)]
    return [_piece(text[begin:end], faces) for begin, end in pairwise([0, *ends, len(text)])]


def letters(piece: Piece, faces: Sequence[Face]) -> Iterator[Piece]:
    """Yield the letters of a piece, marks with what they follow."""
    held = ""
    for character in piece.text:
        if held and unicodedata.category(character) not in _JOINED:
            yield _piece(held, faces)
            held = ""
        held += character
    yield _piece(held, faces)


def _piece(text: str, faces: Sequence[Face]) -> Piece:
    found = tuple(runs(text, faces))
    space = found[-1].face.width(" ") if text.endswith(" ") else 0.0
    return Piece(found, sum(run.width for run in found), space)


def _may_end(one: str, other: str, hyphens: Collection[str]) -> bool:
    if one == " " or (one in hyphens and other.isalpha()):
        return True
    if not {unicodedata.east_asian_width(one), unicodedata.east_asian_width(other)} & _WIDE:
        return False
    opens, clings = unicodedata.category(one) in _OPENS, unicodedata.category(other) in _CLINGS
    return not (opens or clings or other == " " or other in _SMALL)
