"""Sets a text in lines as wide as a cover is, as large as there is room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from surefoot.faces.face import Face, Run
from surefoot.writers.epub.front.cover.pieces import HYPHENS, Piece, letters, pieces

_LARGE = 0.6
"""Of the size that a text has with its words broken: so large is it set with whole words."""
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
    """Return ``text`` in even lines of the largest size in which it fits into the ``room``.

    A word is broken at its hyphens only where it would make all of the text small.

    Raises:
        LookupError: no face has a character, which is the error's argument.
    """
    whole, broken = (_largest(pieces(text, faces, hyphens), room) for hyphens in ((), HYPHENS))
    if whole and broken and whole.size >= _LARGE * broken.size:
        return whole
    return broken or _cut(text, faces, room)


def _largest(parts: Sequence[Piece], room: Room) -> Block | None:
    """Return ``parts`` in lines of the largest size in which they fit; None if they do in none."""
    size, leading = room.largest, _leading(parts)
    while size >= room.smallest:
        width = room.width / size
        lines = _filled(parts, width)
        if max(map(_width, lines)) <= width and len(lines) * leading * size <= room.height:
            return Block(tuple(map(_line, _even(parts, width))), size, leading * size)
        size *= _STEP
    return None


def _cut(text: str, faces: Sequence[Face], room: Room) -> Block:
    """Return as much of ``text`` as there is room for in the smallest size; a word may break anywhere."""
    width = room.width / room.smallest
    parts = list(_narrow(pieces(text, faces, HYPHENS), faces, width))
    leading = _leading(parts) * room.smallest
    lines, most = _filled(parts, width), max(1, int(room.height / leading))
    if len(lines) > most:
        kept = "".join(piece.text for line in lines[:most] for piece in line)
        return _cut(kept[:-2].rstrip() + _ELLIPSIS, faces, room)
    return Block(tuple(map(_line, lines)), room.smallest, leading)


def _narrow(parts: Sequence[Piece], faces: Sequence[Face], width: float) -> Iterator[Piece]:
    """Yield ``parts``, those that are wider than a line letter by letter."""
    for piece in parts:
        yield from [piece] if piece.width - piece.space <= width else letters(piece, faces)


def _leading(parts: Sequence[Piece]) -> float:
    """Return what there is from line to line, in sizes of the font: scripts are of several heights."""
    return _CROWDED * max(run.face.height for piece in parts for run in piece.runs)


def _filled(parts: Sequence[Piece], width: float) -> list[list[Piece]]:
    """Return lines with as many pieces in each as fit, and one at least."""
    lines: list[list[Piece]] = [[]]
    for piece in parts:
        if lines[-1] and _width([*lines[-1], piece]) > width:
            lines.append([])
        lines[-1].append(piece)
    return lines


def _even(parts: Sequence[Piece], width: float) -> list[Sequence[Piece]]:
    """Return lines with what stays free at their ends shared out: the least sum of its squares.

    Each piece is narrower than ``width``.
    """
    best: list[tuple[float, list[Sequence[Piece]]]] = [(0.0, [])]
    for first in reversed(range(len(parts))):
        options = []
        for after in range(first + 1, len(parts) + 1):
            free = width - _width(parts[first:after])
            if free < 0:
                break
            cost, following = best[len(parts) - after]
            options.append((free * free + cost, [parts[first:after], *following]))
        best.append(min(options, key=lambda option: option[0]))
    return best[-1][1]


def _width(line: Sequence[Piece]) -> float:
    """Return how wide a line is, in sizes of the font."""
    return sum(piece.width for piece in line) - line[-1].space


def _line(line: Sequence[Piece]) -> Line:
    """Return a line without the space at its end, and with neighbours of one face joined."""
    joined: list[Run] = []
    for run in (run for piece in line for run in piece.runs):
        if joined and joined[-1].face == run.face:
            joined[-1] = Run(run.face, joined[-1].text + run.text)
        else:
            joined.append(run)
    return Line((*joined[:-1], Run(joined[-1].face, joined[-1].text.rstrip(" "))))
