"""What the layout must know of a document before it moves anything in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from surefoot.composition import Composition, is_call, plain
from surefoot.writers.pdf.sheet.placement import Placement

_RANK = "data-rank"
_PIECE = "data-piece"
_PIECES = frozenset({"tr", "figure"})
"""What keeps together, and may be taller than a page."""
_CLASSES = ("narrow", "headless", "loose")
_TITLE = 40
"""Characters of a table's first words that name it."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Sizes and places in a document."""

    sizes: Mapping[str, int]
    """Of the notes, by their ids, in characters."""
    in_cells: frozenset[str]
    """Ids of the notes that are called in a table's body."""
    tables: tuple[str, ...]
    """The first words of each table, by its rank."""


def survey(composition: Composition) -> Ground:
    """Return what there is in ``composition``."""
    cells = (cell for table in composition.body.iter("table") for cell in table.iter("td"))
    called = {call.get("href", "") for cell in cells for call in cell.iter("a") if is_call(call)}
    return Ground(
        sizes={note.id: len("".join(note.element.itertext())) for note in composition.notes},
        in_cells=frozenset(note.id for note in composition.notes if f"#{note.id}" in called),
        tables=tuple(_title(table) for table in _tables(composition)),
    )


def mark(composition: Composition, placement: Placement) -> None:
    """Give each table, row and figure its rank, and those that ``placement`` names their classes."""
    for rank, table in enumerate(_tables(composition)):
        table.set(_RANK, str(rank))
        classes = [table.get("class", ""), *(name for name in _CLASSES if rank in getattr(placement, name))]
        table.set("class", " ".join(filter(None, classes)))
    for rank, piece in enumerate(each for each in composition.body.iter() if each.tag in _PIECES):
        piece.set(_PIECE, str(rank))
        if rank in placement.torn:
            piece.set("class", f"{piece.get('class', '')} torn".strip())


def rank_of(table: Element) -> int | None:
    """Return the rank of ``table``; none, if it is no table of the document."""
    rank = table.get(_RANK)
    return None if rank is None else int(rank)


def piece_of(element: Element) -> int | None:
    """Return the rank of a row or a figure of the text."""
    rank = element.get(_PIECE)
    return None if rank is None else int(rank)


def table_of(element: Element | None, parents: Mapping[Element, Element]) -> int | None:
    """Return the rank of the outermost table that ``element`` stands in."""
    rank = None
    while element is not None:
        rank = element.get(_RANK, rank)
        element = parents.get(element)
    return None if rank is None else int(rank)


def _tables(composition: Composition) -> Iterator[Element]:
    yield from composition.body.iter("table")
    for note in composition.notes:
        yield from note.element.iter("table")


def _title(table: Element) -> str:
    caption = table.find("caption")
    words = plain(table if caption is None else caption)
    return f"{words[:_TITLE].rpartition(' ')[0]} …" if len(words) > _TITLE else words
