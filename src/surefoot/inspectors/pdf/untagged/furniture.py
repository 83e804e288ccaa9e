"""Running heads, running feet and page numbers: what stands apart at a page's edge, and returns on others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from surefoot.inspectors.pdf.untagged.lines import Line

_DIGITS = re.compile(r"[0-9]+")
_FOLIO = re.compile(r"[-–—\s]*(?:[0-9]{1,4}|[ivxlc]{1,7})[-–—\s]*")
_APART = 1.5
"""Times the font's size, by which furniture is away from the text."""
_GRAIN = 3.0
"""Points to which heights are told apart."""


def without(pages: Sequence[Sequence[Line]], kept: frozenset[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each page less its furniture.

    That is a line at the upper or lower edge, apart from the text, if another page
    has the same there, figures apart; or if it is a page number and nothing else.

    Args:
        pages: the lines of each page.
        kept: lines that begin with the mark of a note, which are never furniture.
    """
    outer = [list(_outermost(lines, kept)) for lines in pages]
    often = Counter(key for edges in outer for key in {_key(line) for line in edges})
    for lines, edges in zip(pages, outer, strict=True):
        dropped = {line for line in edges if often[_key(line)] > 1 or _FOLIO.fullmatch(line.text())}
        yield [line for line in lines if line not in dropped]


def _outermost(lines: Sequence[Line], kept: frozenset[Line]) -> Iterator[Line]:
    """Yield what stands at the edges, apart from the text: at each edge up to two rows of it."""
    for ordered in (sorted(lines, key=lambda line: line.up), sorted(lines, key=lambda line: -line.up)):
        rows = _rows(ordered)
        for rank in range(min(2, len(rows) - 1)):
            if kept & set(rows[rank]):
                break
            if abs(rows[rank + 1][0].up - rows[rank][0].up) > _APART * rows[rank][0].size:
                yield from (line for row in rows[: rank + 1] for line in row)
                break


def _rows(ordered: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in ordered:
        if rows and abs(rows[-1][0].up - line.up) < _GRAIN:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("0", line.text()), round(line.up / _GRAIN)
