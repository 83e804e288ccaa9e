"""Prepare tables: which rows stay together, and which tables are as wide as the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

_ROWS = 8
"""Of a table that is short. A longer one begins wherever there is room for its head and two rows."""
_TABLE = 1000
"""Characters of a short table, their notes among them: about a third of a page."""
_TWO_ROWS = 600
"""Characters of two rows that find room on any page: about a quarter of it."""
_WIDE = 70
"""Per cent of the line from which on a table takes all of it."""
_SHARE = re.compile(r"width: ([0-9.]+)%")


def keep(body: Element) -> None:
    """Let rows of the tables in ``body`` stay with the row before, where a page has room for it.

    Two rows that fill a page would leave their caption alone on the page before.
    """
    for group in body.iter("tbody"):
        rows = group.findall("tr")
        whole = len(rows) <= _ROWS and sum(map(_size, rows)) <= _TABLE
        bound = set(_bound(rows))
        for place, row in enumerate(rows[1:], start=1):
            edge = place in {1, len(rows) - 1} or place in bound
            if whole or (edge and _size(rows[place - 1]) + _size(row) <= _TWO_ROWS):
                row.set("style", "break-before: avoid")


def _bound(rows: Sequence[Element]) -> Iterator[int]:
    """Yield the places of rows that share a cell with the row before, or stand under their title."""
    reaches = 0
    for place, row in enumerate(rows):
        if place < reaches or (place and _is_title(rows[place - 1])):
            yield place
        spans = (int(cell.get("rowspan", "1")) for cell in row)
        reaches = max(reaches, place + max(spans, default=1))


def _is_title(row: Element) -> bool:
    """Whether there is but one cell in a row, over all the columns."""
    return len(row) == 1 and row[0].get("colspan", "1") != "1"


def _size(row: Element) -> int:
    return sum(map(len, row.itertext()))


def fill(body: Element) -> None:
    """Let tables of ``body`` take the whole line whose columns have shares of most of it.

    pandoc takes a line of the source for a line of the text, and gives such a
    table the width of its longest one, or none.
    """
    for table in body.iter("table"):
        columns = sum(map(_share, table.iter("col")))
        if columns and (_share(table) or columns) >= _WIDE:
            table.set("style", "width: 100%")


def _share(element: Element) -> float:
    """Return the width of a column or a table, in per cent; nothing, if it has none."""
    found = _SHARE.search(element.get("style", ""))
    return float(found[1]) if found else 0
