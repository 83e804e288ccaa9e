"""Tables read row by row: each cell on a line with its header before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from surefoot.composition import is_call
from surefoot.text import absolute
from surefoot.writers.text import inline
from surefoot.writers.text.setting import Setting
from surefoot.writers.text.stacking import Block, indented
from surefoot.writers.text.wrapping import LINE_BREAK, collapse, wrap

_CONTINUED = 4
_BETWEEN = "  "


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell and the columns that it covers."""

    element: Element
    columns: range


_Row = tuple[_Cell, ...]


def rows(table: Element, setting: Setting) -> Iterator[Block]:
    """Set the rows of ``table``.

    Every cell has a line of its own, ``Header: cell``, and a blank line parts
    the rows. In a note, where every word counts, and where there are no
    headers, a row is one line of cells. So is a header row that would not be
    said once and whole: one with marks, links or pictures, or with the header of an empty column.
    """
    head = list(_grid(table.iterfind("thead/tr")))
    parts = [table, *(part for part in table if part.tag in {"tbody", "tfoot"})]
    body = [row for part in parts for row in _grid(part.iterfind("tr"))]
    labels = {} if setting.in_note else _labels(head, setting)
    if not labels:
        yield from _simple([*head, *body], setting)
        return
    if _says_more(table) or not labels.keys() <= _filled(body, setting):
        yield from _simple(head, setting)
    yield from (_labelled(row, labels, setting) for row in body)


def _grid(rows_: Iterator[Element]) -> Iterator[_Row]:
    """Yield the cells of each row at their columns; a cell that spans rows keeps its columns in the next."""
    busy: dict[int, int] = {}
    for row in rows_:
        cells: list[_Cell] = []
        column = 0
        for element in row:
            while busy.get(column, 0):
                column += 1
            covered = range(column, column + _span(element, "colspan"))
            busy |= dict.fromkeys(covered, _span(element, "rowspan"))
            cells.append(_Cell(element, covered))
            column = covered.stop
        busy = {column: left - 1 for column, left in busy.items()}
        yield tuple(cells)


def _span(cell: Element, direction: str) -> int:
    written = cell.get(direction, "")
    return max(int(written), 1) if written.isdecimal() else 1


def _labels(head: Sequence[_Row], setting: Setting) -> Mapping[int, str]:
    """Return each column's header, several rows of them joined, without marks and addresses."""
    found: dict[int, list[str]] = {}
    for cell in (cell for row in head for cell in row):
        content = inline.content(cell.element, replace(setting, form=None))
        text = collapse(inline.without_extras(content, setting))
        for column in cell.columns:
            found.setdefault(column, []).extend([text] if text else [])
    return {column: ", ".join(texts) for column, texts in found.items() if texts}


def _says_more(table: Element) -> bool:
    """Whether a header holds what may be said but once: a mark, an address, a picture."""
    links = table.iterfind("thead//a")
    return table.find("thead//img") is not None or any(
        is_call(link) or absolute(link.get("href", "")) for link in links
    )


def _filled(body: Sequence[_Row], setting: Setting) -> set[int]:
    """Return the columns that have a word in some row."""
    cells = (cell for row in body for cell in row)
    return {
        column for cell in cells if inline.content(cell.element, setting).strip() for column in cell.columns
    }


def _labelled(row: _Row, labels: Mapping[int, str], setting: Setting) -> Block:
    lines: list[str] = []
    for cell in row:
        label = ", ".join(dict.fromkeys(labels[column] for column in cell.columns if column in labels))
        text = inline.content(cell.element, setting)
        if text.strip():
            lines += _wrapped(inline.run(f"{label}: {text}" if label else text, setting), setting)
    return Block(tuple(lines))


def _simple(rows_: Sequence[_Row], setting: Setting) -> Iterator[Block]:
    for rank, row in enumerate(rows_):
        texts = [inline.run(inline.content(cell.element, setting), setting) for cell in row]
        line = _BETWEEN.join(filter(None, texts)).replace(LINE_BREAK, " ")
        yield Block(_wrapped(line, setting) if line else (), tight=rank > 0)


def _wrapped(text: str, setting: Setting) -> tuple[str, ...]:
    """Return the lines of ``text``, the continued ones moved in."""
    first, *rest = wrap(text, setting.columns - _CONTINUED)
    return (first, *indented(rest, _CONTINUED))
