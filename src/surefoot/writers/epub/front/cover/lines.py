"""Breaks a text into lines as wide as a cover is, as large as there is room for."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from surefoot.faces.face import Face, Run, runs

Piece: TypeAlias = tuple[Run, ...]
"""What no line ends within."""
_WIDE = frozenset("WF")
_OPENS = frozenset({"Ps", "Pi"})
_CLINGS = frozenset({"Pe", "Pf", "Po", "Lm", "Mn"})
_SMALL = frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ")
"""Kana that no line begins with (JIS X 4051)."""
_HYPHENS = frozenset("-‐–—/")
_JOINED = frozenset({"Mn", "Mc", "Me", "Cf"})
_LARGE = 0.6
"""Of the largest size: below it the words of a cover are broken at their hyphens."""
_STEP = 0.94
"""From one size to the next smaller one."""
_CROWDED = 0.88
"""Of the height of its letters: a leading for a few large lines."""
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a cover."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one size."""

    lines: tuple[Line, ...]
    size: float
    leading: float
    """From one line to the next."""

    @property
    def height(self) -> float:
        """Of all lines."""
        return len(self.lines) * self.leading


@dataclass(frozen=True, slots=True)
class Room:
    """Where a text shall go."""

    width: float
    height: float
    largest: float
    """Size of the letters, where the text is short."""
    smallest: float
    """What does not fit in this size is cut."""


def fitted(text: str, faces: Sequence[Face], room: Room) -> Block:
    """Return ``text`` in lines that fill the ``room`` as evenly as can be, in the largest size that fits.

    A word is broken at its hyphens only where it would make all of the text small.

    Raises:
        LookupError: no face has a character, which is the error's argument.
    """
    text = " ".join(text.split())
    whole, broken = (_pieces(text, faces, ends) for ends in (frozenset[str](), _HYPHENS))
    return (
        _largest(whole, replace(room, smallest=room.largest * _LARGE))
        or _largest(broken, room)
        or _cut(text, faces, room)
    )


def _largest(pieces: Sequence[Piece], room: Room) -> Block | None:
    """Return ``pieces`` in lines of the largest size in which they fit; None if they do in none."""
    size, leading = room.largest, _leading(pieces)
    while size >= room.smallest:
        width = room.width / size
        lines = _filled(pieces, width)
        if max(map(_width, pieces)) <= width and len(lines) * leading * size <= room.height:
            return Block(_even(pieces, width, len(lines)), size, leading * size)
        size *= _STEP
    return None


def _cut(text: str, faces: Sequence[Face], room: Room) -> Block:
    """Return as much of ``text`` as there is room for in the smallest size; a word may break anywhere."""
    width = room.width / room.smallest
    pieces = [part for piece in _pieces(text, faces, _HYPHENS) for part in _parts(piece, faces, width)]
    leading = _leading(pieces) * room.smallest
    lines, most = _filled(pieces, width), max(1, int(room.height / leading))
    if len(lines) > most:
        kept = "".join(run.text for line in lines[:most] for run in line.runs)
        return _cut(kept[:-2].rstrip() + _ELLIPSIS, faces, room)
    return Block(tuple(lines), room.smallest, leading)


def _leading(pieces: Sequence[Piece]) -> float:
    """Return what there is from line to line, in sizes of the font: scripts are of several heights."""
    return _CROWDED * max(run.face.height for piece in pieces for run in piece)


def _parts(piece: Piece, faces: Sequence[Face], width: float) -> Iterator[Piece]:
    """Yield a piece that is wider than a line as its letters, marks with what they follow."""
    if _width(piece) <= width:
        yield piece
        return
    letters: list[str] = []
    for character in "".join(run.text for run in piece):
        if letters and unicodedata.category(character) in _JOINED:
            letters[-1] += character
        else:
            letters.append(character)
    yield from (tuple(runs(letter, faces)) for letter in letters)


def _pieces(text: str, faces: Sequence[Face], ends: Collection[str]) -> list[Piece]:
    """Return ``text`` in pieces, behind each of which a line may end; within a word behind ``ends`` alone.

    A library for UAX #14 takes longer to load than a cover to draw.
    """
    marks = [at for at, (one, other) in enumerate(pairwise(text), 1) if _may_end(one, other, ends)]
    return [tuple(runs(text[begin:end], faces)) for begin, end in pairwise([0, *marks, len(text)])]


def _may_end(one: str, other: str, ends: Collection[str]) -> bool:
    if one == " " or (one in ends and other.isalpha()):
        return True
    if not {unicodedata.east_asian_width(one), unicodedata.east_asian_width(other)} & _WIDE:
        return False
    opens, clings = unicodedata.category(one) in _OPENS, unicodedata.category(other) in _CLINGS
    return not (opens or clings or other == " " or other in _SMALL)


def _filled(pieces: Sequence[Piece], width: float) -> list[Line]:
    """Return lines with as many pieces in each as fit."""
    lines: list[list[Run]] = [[]]
    for piece in pieces:
        if lines[-1] and _width([*lines[-1], *piece]) > width:
            lines.append([])
        lines[-1] += piece
    return [Line(tuple(_joined(line))) for line in lines]


def _even(pieces: Sequence[Piece], width: float, count: int) -> tuple[Line, ...]:
    """Return the pieces in ``count`` lines, the widest of which is as narrow as can be."""
    narrow, wide = max(map(_width, pieces)), width
    while wide - narrow > 0.05:  # noqa: PLR2004 (sizes of the font: nobody sees less)
        middle = (narrow + wide) / 2
        narrow, wide = (narrow, middle) if len(_filled(pieces, middle)) <= count else (middle, wide)
    return tuple(_filled(pieces, wide))


def _width(line: Sequence[Run]) -> float:
    """Return how wide runs are, in sizes of the font, without the space at their end."""
    space = line[-1].face.width(" ") if line and line[-1].text.endswith(" ") else 0
    return sum(run.width for run in line) - space


def _joined(line: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs of a line with neighbours of one face joined."""
    held: Run | None = None
    for run in line:
        if held and held.face == run.face:
            held = Run(run.face, held.text + run.text)
        else:
            if held:
                yield held
            held = run
    if held:
        yield Run(held.face, held.text.rstrip())
