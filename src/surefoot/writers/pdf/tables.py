"""Keep the beginning of a table together: its head with two rows."""

from __future__ import annotations

from xml.etree.ElementTree import Element

_LIMIT = 600
"""Characters of two rows, their notes among them, that find room on any page: about a quarter of it."""


def keep(body: Element) -> None:
    """Let the second row of each table in ``body`` stay with the first, where both are short.

    Two rows that fill a page would leave their caption alone on the page before.
    """
    for group in body.iter("tbody"):
        rows = group.findall("tr")[:2]
        if len(rows) > 1 and sum(map(_size, rows)) <= _LIMIT:
            rows[1].set("style", "break-before: avoid")


def _size(row: Element) -> int:
    return sum(map(len, row.itertext()))
