"""Cuts a book into its title page and parts that small devices can open, each with its own notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element, tostring

from surefoot.composition import ComposedNote, Composition
from surefoot.writers.epub.content.breaks import is_break
from surefoot.writers.epub.content.ids import NOTES_OF_TITLE, notes_of
from surefoot.writers.epub.content.notes import called, gather

LIMIT = 250_000
"""Bytes of a content document, about: above, old devices grow slow or give up."""
TITLE_PAGE = "titlepage.xhtml"
"""The title page's file."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one content document holds."""

    number: int
    """Of a part of the text, one-based; zero of the title page."""
    file: str
    body: Element
    """``div`` around the flow content; of the title page, the title."""
    notes: Element | None
    """The section of the notes that are first called here."""
    breaks: tuple[Element, ...] = ()
    """Where the pages begin that the part begins with, unless they are in the body."""

    def elements(self) -> Iterator[Element]:
        """Return all elements of the part in order."""
        for tree in (self.body, self.notes):
            if tree is not None:
                yield from tree.iter()


def cut(book: Composition, breaks: tuple[Element, ...] = ()) -> tuple[Part, ...]:
    """Return the title page of a dressed ``book``, and its text in one part or in several.

    A long text is divided at its main headings, long chapters further. A note
    goes to the part of its first call, for some reading systems look for it in
    the calling document alone. The pages of ``breaks`` begin with the title page.
    """
    pieces = _led(_divide(list(book.body), _weights(book)))
    bodies = [book.body] if len(pieces) == 1 else [_body(piece) for piece in pieces]
    bodies[0].text = book.body.text
    on_title_page, *shares = _shares(book, [book.title, *bodies])
    parts = (_title_page(book, on_title_page, breaks), *_texts(book, bodies, shares))
    _route(parts)
    return parts


def _title_page(book: Composition, notes: Sequence[ComposedNote], breaks: tuple[Element, ...]) -> Part:
    return Part(0, TITLE_PAGE, book.title, _section(notes, NOTES_OF_TITLE, book), breaks)


def _texts(
    book: Composition, bodies: Sequence[Element], shares: Sequence[Sequence[ComposedNote]]
) -> Iterator[Part]:
    several = len(bodies) > 1
    for number, (body, notes) in enumerate(zip(bodies, shares, strict=True), 1):
        file = f"text-{number}.xhtml" if several else "text.xhtml"
        yield Part(number, file, body, _section(notes, notes_of(number if several else 0), book))


def _section(notes: Sequence[ComposedNote], name: str, book: Composition) -> Element | None:
    return gather(notes, name, book.metadata.language) if notes else None


def _divide(blocks: list[Element], weights: Mapping[Element, int], level: int = 2) -> list[list[Element]]:
    """Return ``blocks`` in pieces: chapters by themselves, their sections and blocks joined again."""
    if sum(weights[block] for block in blocks) <= LIMIT:
        return [blocks]
    if level > 6:  # noqa: PLR2004 (HTML's last level of headings)
        return _joined([[block] for block in blocks], weights)
    runs = _runs(blocks, f"h{level}")
    pieces = [piece for run in runs for piece in _divide(run, weights, level + 1)]
    return pieces if level == 2 else _joined(pieces, weights)  # noqa: PLR2004 (the chapters' level)


def _runs(blocks: list[Element], heading: str) -> list[list[Element]]:
    runs: list[list[Element]] = [[]]
    for block in blocks:
        opening = next(iter(block), block) if block.tag == "section" else block
        if opening.tag == heading and runs[-1]:
            runs.append([])
        runs[-1].append(block)
    return runs


def _joined(pieces: list[list[Element]], weights: Mapping[Element, int]) -> list[list[Element]]:
    """Return the pieces with neighbours joined as far as the limit allows."""
    joined: list[list[Element]] = []
    room = 0
    for piece in pieces:
        weight = sum(weights[block] for block in piece)
        if joined and weight <= room:
            joined[-1] = joined[-1] + piece
            room -= weight
        else:
            joined.append(piece)
            room = LIMIT - weight
    return joined


def _led(pieces: list[list[Element]]) -> list[list[Element]]:
    """Return the pieces, each with the breaks of the pages that begin with it: they ended the one before.

    A book without any text has one piece.
    """
    for piece, following in pairwise(pieces):
        while piece and is_break(piece[-1]):
            following.insert(0, piece.pop())
    return [piece for piece in pieces if piece] or [[]]


def _weights(book: Composition) -> dict[Element, int]:
    """Return the bytes of each block of the body with the notes that it is the first to call."""
    elsewhere = called(book.title)
    notes = {note.id: _size(note.element) for note in book.notes if note.id not in elsewhere}
    return {block: _size(block) + sum(notes.pop(note, 0) for note in called(block)) for block in book.body}


def _size(element: Element) -> int:
    return len(tostring(element, encoding="utf-8"))


def _body(blocks: list[Element]) -> Element:
    body = Element("div")
    body.extend(blocks)
    return body


def _shares(book: Composition, bodies: Sequence[Element]) -> list[list[ComposedNote]]:
    """Return the notes of each body; one that no call is found for comes last, never is it dropped."""
    homes: dict[str, int] = {}
    for place, body in enumerate(bodies):
        for note in called(body):
            homes.setdefault(note, place)
    last = len(bodies) - 1
    return [
        [note for note in book.notes if homes.get(note.id, last) == place] for place in range(len(bodies))
    ]


def _route(parts: Sequence[Part]) -> None:
    """Let each link to a place in another part name that part's file."""
    homes = {element.get("id"): part.file for part in parts for element in part.elements()}
    for part in parts:
        for element in part.elements():
            target = element.get("href", "")
            home = homes.get(target.removeprefix("#"), part.file)
            if target.startswith("#") and home != part.file:
                element.set("href", home + target)
