"""Fits tables and formulas to small screens, and lets readers reach what does not fit.

A box that scrolls keeps words and figures whole, but engines do not divide it
between pages: only a table that is short goes into one. In a long table words
break before anything runs off the page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import count
from xml.etree.ElementTree import Element

from surefoot.composition import HEADINGS, Composition, plain
from surefoot.formulas import tex
from surefoot.frames import enclose, enclose_formula
from surefoot.writers.epub.content.ids import CAPTION

_LETTER, _PADDING = 0.5, 1.2
"""About how wide a letter is, and the padding of a cell, in sizes of the text."""
_NARROW, _SMALL = 12.0, 20.0
"""Sizes of the text that fit a phone: in large type; in type of the usual size."""
_LINES, _LETTERS = 15, 700
"""What fits a page of a phone."""
_MANY = 7
"""Columns of which each still has room for a few letters on a phone."""
_BREAK = re.compile(r"[\s\u2010-\u2015/-]+")


def fit(book: Composition) -> None:
    """Mark in place the header cells of tables, and enclose what may be wider than a screen."""
    numbers = count(1)
    for tree in book.parts:
        name = book.metadata.title
        parents = {child: parent for parent in tree.iter() for child in parent}
        for element in list(tree.iter()):
            if element.tag in HEADINGS:
                name = plain(element)
            elif element.tag == "table":
                _scope(element)
                _fit(element, parents[element], name, numbers)
            elif element.tag == "math":
                enclose_formula(element, parents[element])


def _scope(table: Element) -> None:
    """Say of what each header cell is the header (WCAG 2.2, 1.3.1; technique H63)."""
    for cell in table.iterfind("thead/tr/th"):
        cell.attrib.setdefault("scope", "colgroup" if cell.get("colspan", "1") != "1" else "col")
    for cell in table.iterfind("tbody/tr/th"):
        cell.attrib.setdefault("scope", "row")
    for cell in table.iter("th"):
        _name(cell)


def _name(cell: Element) -> None:
    """Name the formulas of a header without other words, which axe takes for empty (empty-table-header)."""
    formulas = list(cell.iter("math"))
    if sum(map(_length, formulas)) == _length(cell):
        for formula in formulas:
            formula.set("aria-label", tex(formula) or plain(formula))


def _length(element: Element) -> int:
    return len("".join(element.itertext()).strip())


def _fit(table: Element, parent: Element, name: str, numbers: Iterator[int]) -> None:
    """Set a wide ``table`` small, and let it scroll or else break its words."""
    width = _width(table)
    if width <= _NARROW:
        return
    kinds = [table.get("class", ""), "wide" if width > _SMALL else ""]
    if _is_short(table):
        _enclose(table, parent, name, numbers)
    else:
        kinds.append("breaking")
        kinds.append("crowded" if _columns(table) > _MANY else "")
    if any(kinds):
        table.set("class", " ".join(filter(None, kinds)))


def _is_short(table: Element) -> bool:
    """Whether a page of a phone has room for the height of a table, be it as narrow as its words allow."""
    rows = list(table.iter("tr"))
    narrow = sum(max((len(_BREAK.split(plain(cell))) for cell in row), default=0) for row in rows)
    return narrow <= _LINES or (len(rows) <= _LINES and len(plain(table)) <= _LETTERS)


def _columns(table: Element) -> int:
    return max((len(row) for row in table.iter("tr")), default=0)


def _enclose(table: Element, parent: Element, name: str, numbers: Iterator[int]) -> None:
    """Put ``table`` into a box that scrolls, and its caption above the box, where it keeps still."""
    box = Element("div", {"class": "table-frame", "role": "group"})
    enclose(table, parent, box)
    caption = table.find("caption")
    if caption is None:
        box.set("aria-label", name)
        return
    figure = Element("figure")
    if "id" in table.attrib:
        figure.set("id", table.attrib.pop("id"))
    table.remove(caption)
    caption.tag, caption.tail = "figcaption", None
    caption.attrib.setdefault("id", f"{CAPTION}-{next(numbers)}")
    for element in (box, table):
        element.set("aria-labelledby", caption.attrib["id"])
    parent[list(parent).index(box)] = figure
    box.tail, figure.tail = None, box.tail
    figure.extend((caption, box))


def _width(table: Element) -> float:
    """Return how much room a table needs, in sizes of its text, for its longest words side by side."""
    words: defaultdict[int, int] = defaultdict(int)
    for row in table.iter("tr"):
        place = 0
        for cell in row:
            if cell.get("colspan", "1") == "1":
                words[place] = max(words[place], *map(len, _BREAK.split(plain(cell))))
            place += int(cell.get("colspan", "1"))
    return sum(_LETTER * letters + _PADDING for letters in words.values())
