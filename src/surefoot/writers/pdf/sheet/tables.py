"""Keep together what belongs together in a table: a short one whole; else its head with two rows, its end."""

from __future__ import annotations

from xml.etree.ElementTree import Element

_TWO_ROWS = 600
"""Characters of two rows, their notes among them, that find room on any page: about a quarter of it."""
_TABLE = 1000
"""Of a table that is short: about a third of a page."""


def keep(body: Element) -> None:
    """Let rows of the tables in ``body`` stay with the row before, where a page has room for it.

    Two rows that fill a page would leave their caption alone on the page before.
    """
    for group in body.iter("tbody"):
        rows = group.findall("tr")
        whole = sum(map(_size, rows)) <= _TABLE
        for row, before in zip(rows[1:], rows, strict=False):
            edge = before is rows[0] or row is rows[-1]
            if whole or (edge and _size(before) + _size(row) <= _TWO_ROWS):
                row.set("style", "break-before: avoid")


def _size(row: Element) -> int:
    return sum(map(len, row.itertext()))
