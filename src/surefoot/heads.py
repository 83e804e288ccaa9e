"""Lets every header cell of a table head something: rows where the corner above them is empty."""

from __future__ import annotations

from xml.etree.ElementTree import Element


def settle(part: Element) -> None:
    """Make the first column head its rows where the corner above it is empty, and no empty cell a header.

    An empty header would be announced for each cell that it heads, and the
    cells below an empty corner would be headers to the eye alone (WCAG 2.2,
    1.3.1; technique H51).
    """
    for table in part.iter("table"):
        corner = table.find("thead/tr/th")
        if corner is not None and _is_empty(corner):
            for row in table.iterfind("tbody/tr"):
                _head(row)
    for cell in part.iter("th"):
        if _is_empty(cell):
            cell.tag = "td"
            cell.attrib.pop("scope", None)


def _head(row: Element) -> None:
    first = next(iter(row), None)
    if first is not None and first.tag == "td":
        first.tag = "th"
        first.set("scope", "row")


def _is_empty(cell: Element) -> bool:
    return not len(cell) and not (cell.text or "").strip()
