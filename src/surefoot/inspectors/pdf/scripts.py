"""Raised and lowered figures as the characters that Unicode has for them: a raised 2 is no 2."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeAlias

from surefoot.inspectors.pdf.content import Piece
from surefoot.inspectors.pdf.runs import Run

Table: TypeAlias = dict[int, int]
RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_LEVEL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

_SMALL = 0.9
"""Of the size of the letters before it, that a figure has at most which is moved off their baseline."""
_UP, _DOWN, _FARTHEST = 0.15, 0.05, 0.7
"""Of that size: by how much it is raised or lowered at the least, and at the most."""
_GAP = 0.25
"""Of that size: how far from them it stands at the most."""
_FOOT, _HEAD = 0.2, 0.33
"""Of a font's size, over the baseline: there begin raised forms, there end lowered ones."""


def level(text: str) -> str:
    """Return ``text`` with raised figures as ordinary ones: a mark is a number, however it is set."""
    return text.translate(_LEVEL)


def spelled(texts: Sequence[str], table: Table) -> Sequence[str]:
    """Return the ``texts`` of a row as characters of a ``table``, if that has one for each of their letters.

    There is none for the letters of a raised "st".
    """
    letters = "".join(texts).replace(" ", "")
    known = any(map(str.isalnum, letters)) and all(ord(char) in table for char in letters)
    return [text.translate(table) for text in texts] if known else texts


def read(pieces: Mapping[int, Sequence[Piece]], runs: Mapping[int, Sequence[Run]]) -> dict[int, list[Piece]]:
    """Return the ``pieces`` of a page, by their sequence, with raised and lowered figures as such.

    A figure is raised or lowered that has the form of one, as some fonts have it,
    or that is smaller than the letters before it and off their baseline.

    Args:
        pieces: the strings of each marked-content sequence, in the order of the page.
        runs: where they stand.
    """
    found: dict[int, list[Piece]] = {mcid: [] for mcid in pieces}
    for table, held in groupby(_set(pieces, runs), key=lambda each: each[1]):
        row = [(mcid, piece) for mcid, _, piece in held]
        # What is raised together may be several sequences: a link, and words around it.
        texts = spelled([piece.text for _, piece in row], table)
        for (mcid, piece), text in zip(row, texts, strict=True):
            found[mcid].append(replace(piece, text=text))
    return found


def _set(
    pieces: Mapping[int, Sequence[Piece]], runs: Mapping[int, Sequence[Run]]
) -> Iterator[tuple[int, Table, Piece]]:
    """Yield each piece of a page with its sequence and the table of its figures, which may be empty."""
    line = last = None
    for mcid, held in pieces.items():
        strings = runs.get(mcid, ())
        # Where two readers of one content stream differ on its strings, no geometry is certain.
        certain = bool(held) and held[-1].last + 1 == len(strings)
        for piece in held:
            table: Table = {}
            if certain:
                run = strings[piece.first]
                if line is None or last is None or not _goes_on(last, run, line):
                    line = run
                if piece.first == piece.last:
                    table = _table(run, line, piece.text)
                line = line if table else run
                last = strings[piece.last]
            yield mcid, table, piece


def _goes_on(last: Run, run: Run, line: Run) -> bool:
    """Whether ``run`` stands right behind ``last``, on the line of ``line``."""
    if last.box.empty or not line.level or not line.size:
        return False
    return abs(run.box.left - last.box.right) <= _GAP * line.size


def _table(run: Run, line: Run, text: str) -> Table:
    """Return which figures a ``run`` shows behind what stands on the ``line``: none for ordinary ones."""
    if run.box.empty or not run.level:
        return {}
    if run.up == line.up:
        # A hyphen, too, stands above the line.
        if not any(map(str.isalnum, text)):
            return {}
        # Not smaller figures of the old form, which hang below the line as well.
        foot, head = ((edge - run.up) / run.size for edge in (run.box.bottom, run.box.top))
        lowered = foot < 0 and head <= _HEAD and run.size >= line.size
        return RAISED if foot >= _FOOT else LOWERED if lowered else {}
    moved = (run.up - line.up) / line.size
    if run.size > _SMALL * line.size or abs(moved) > _FARTHEST:
        return {}
    return RAISED if moved >= _UP else LOWERED if moved <= -_DOWN else {}
