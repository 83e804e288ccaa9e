"""Words from right to left: letters put from where they stand into the order in which they are read.

How a line is set is ruled by the bidirectional algorithm (UAX 9); here it runs
backwards. What it cannot tell is the direction of a paragraph, which whoever
calls has to know.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias
from unicodedata import bidirectional, category

from surefoot.inspectors.pdf.untagged.glyphs import Glyph

Cell: TypeAlias = Sequence[Glyph]
"""What moves as one: a letter with the marks on it, all letters of a ligature; none for white."""
_KINDS = {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "N", "ES": "S", "CS": "S"}
_FIGURES = "N(?:S?N)*"
_LEFTWARD = re.compile(rf"(?:{_FIGURES})?R(?:[^L]*R)?")
"""What runs from right to left in a line that does not. A figure belongs to the word that it touches."""
_RIGHTWARD = re.compile(rf"L(?:[^R]*[LN])?|{_FIGURES}")
"""What runs from left to right among what does not."""


def is_leftward(glyph: Glyph) -> bool:
    """Whether a letter is of a script that runs from right to left."""
    return _kind(glyph) == "R"


def has_words(glyphs: Sequence[Glyph]) -> bool:
    """Whether there is a word from right to left: a single letter is a sign, as in formulas."""
    return any(is_leftward(one) and is_leftward(other) for one, other in pairwise(glyphs))


def is_alone(glyphs: Iterable[Glyph]) -> bool:
    """Whether no letter runs from left to right."""
    return all(_kind(glyph) != "L" for glyph in glyphs)


def mostly(glyphs: Iterable[Glyph]) -> bool:
    """Whether more letters run from right to left than from left to right."""
    kinds = [_kind(glyph) for glyph in glyphs]
    return kinds.count("R") > kinds.count("L")


def read(glyphs: Sequence[Glyph], parted: Callable[[Glyph, Glyph], bool], *, leftward: bool) -> list[Glyph]:
    """Return the letters of a line as they are read.

    Args:
        glyphs: as they are painted.
        parted: whether there is white between two letters.
        leftward: whether the line as a whole runs from right to left.
    """
    row = list(_row(sorted(_cells(glyphs), key=lambda cell: cell[0].left), parted))
    kinds = "".join(_kind(cell[0]) if cell else " " for cell in row)
    if leftward:
        row = _turned(row, kinds)
    else:
        for found in _LEFTWARD.finditer(kinds):
            row[slice(*found.span())] = _turned(row[slice(*found.span())], found[0])
    return [glyph for cell in row for glyph in cell]


def _kind(glyph: Glyph) -> str:
    """Return of which kind a letter is, of those that :data:`_LEFTWARD` knows."""
    return _KINDS.get(bidirectional(glyph.text), "-")


def _turned(row: Sequence[Cell], kinds: str) -> list[Cell]:
    """Return cells from right to left, all but those that run from left to right even there."""
    turned = list(row)
    for found in _RIGHTWARD.finditer(kinds):
        turned[slice(*found.span())] = reversed(turned[slice(*found.span())])
    return turned[::-1]


def _row(cells: Sequence[Cell], parted: Callable[[Glyph, Glyph], bool]) -> Iterator[Cell]:
    """Yield the cells of a line, and the white between them."""
    yield cells[0]
    for one, other in pairwise(cells):
        if parted(one[0], other[0]):
            yield ()
        yield other


def _cells(glyphs: Sequence[Glyph]) -> Iterator[Cell]:
    """Yield the cells of a line in the order of their painting."""
    cells: list[list[Glyph]] = []
    for glyph in glyphs:
        if cells and (category(glyph.text).startswith("M") or _place(cells[-1][0]) == _place(glyph)):
            cells[-1].append(glyph)
        else:
            cells.append([glyph])
    # PDFium turns words around letter by letter, and so the letters of a ligature as well.
    back = [one[0].left > other[0].left for one, other in pairwise(cells)]
    for rank, cell in enumerate(cells):
        yield _ligature(cell) if any(back[max(0, rank - 1) : rank + 1]) else cell


def _place(glyph: Glyph) -> tuple[float, float]:
    return glyph.left, glyph.right


def _ligature(cell: Cell) -> Cell:
    """Return a cell with its letters turned around, before the marks on them."""
    letters = [glyph for glyph in cell if _place(glyph) == _place(cell[0]) and is_leftward(glyph)]
    return [*reversed(letters), *(glyph for glyph in cell if glyph not in letters)]
