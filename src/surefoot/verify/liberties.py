"""What a medium without tables may do: say headers again with their cells, and a picture's words once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from surefoot.verify.stretch import Text


class Liberties:
    """The rows of headers in a text, and the captions that only echo their pictures."""

    def __init__(self, text: Text, labels: frozenset[int], echoes: frozenset[int]) -> None:
        self._text = text
        self._labels = labels
        self._echoes = echoes
        self._rows = [range(first, self._end(first)) for first in sorted(labels) if first - 1 not in labels]

    def taken(self, blocks: range, found: str, place: range, *, front: bool, back: bool) -> bool:
        """Whether blocks are all found, but for what a linear medium may say otherwise.

        A cell may begin with the headers of its columns: ``Place: North``, or
        ``Group, Place: North``. A row of headers that are all said so may be left out,
        and so may a caption that says what its picture says.

        Args:
            blocks: their ranks.
            found: all letters that are found.
            place: which of them stand in the place of the blocks.
            front: whether anything may stand before them.
            back: whether anything may stand behind them.
        """
        rows = [row for row in self._rows if row.start in blocks]
        if not rows and self._row_of(blocks.start) is None and self._echoes.isdisjoint(blocks):
            return False
        # The next cell may be known by its words already; its headers stand before it.
        end = "" if back else self._again(self._row_of(blocks.stop - 1)) + r"\Z"
        pattern = re.compile("".join(self._pattern(blocks)) + end)
        letters = found[place.start : place.stop]
        match = pattern.search(letters) if front else pattern.match(letters)
        if match is None:
            return False
        omitted = (row for row, plain in zip(rows, match.groups(), strict=True) if plain is None)
        names = (re.compile(f"{name}[,:]") for row in omitted for name in self._names(row))
        return all(name.search(found, place.start) for name in names)

    def aside(self, blocks: range, found: str) -> tuple[list[range], list[range]]:
        """Return which letters to leave out of account where something else is wrong with the blocks.

        Args:
            blocks: their ranks.
            found: the letters that stand in their place.

        Returns:
            stretches of the whole text, where rows of headers are left out, and
            stretches of what was found, where headers are said again.
        """
        rows = [row for row in self._rows if row.start in blocks]
        last = self._row_of(blocks.start)
        starts = self._text.starts
        omitted = [
            range(starts[rank], starts[rank + 1])
            for rank in self._echoes.intersection(blocks)
            if found.count(self._text.parts[rank]) == 1
        ]
        names = "|".join(name for row in (*rows, *([last] if last else ())) for name in self._names(row))
        if not names:
            return omitted, []
        plain = ("".join(map(re.escape, self._text.parts[row.start : row.stop])) for row in rows)
        omitted += [
            range(starts[row.start], starts[row.stop])
            for row, letters in zip(rows, plain, strict=True)
            if not re.search(f"{letters}(?![,:])", found)
        ]
        again = re.finditer(f"(?:{names})(?:,(?:{names}))*:", found)
        return omitted, [range(*match.span()) for match in again]

    def _pattern(self, blocks: range) -> Iterator[str]:
        """Yield the expression that each block must match."""
        rank = blocks.start
        while rank < blocks.stop:
            row = self._row_of(rank)
            block = re.escape(self._text.parts[rank])
            if rank in self._echoes:
                yield f"(?:{block})?"
            elif row is None:
                yield block
            elif rank in row:
                yield f"({''.join(map(re.escape, self._text.parts[rank : row.stop]))})?"
                rank = row.stop - 1
            else:
                yield self._again(row) + block
            rank += 1

    def _again(self, row: range | None) -> str:
        """Return the expression for headers that may be said again."""
        if row is None:
            return ""
        name = f"(?:{'|'.join(self._names(row))})"
        return f"(?:{name}(?:,{name})*:)?"

    def _row_of(self, rank: int) -> range | None:
        """Return the headers of the last table that begins at a block or before it."""
        at = bisect_right(self._rows, rank, key=lambda row: row.start)
        return self._rows[at - 1] if at else None

    def _names(self, row: range) -> list[str]:
        return list(dict.fromkeys(re.escape(self._text.parts[rank]) for rank in row))

    def _end(self, first: int) -> int:
        while first in self._labels:
            first += 1
        return first
