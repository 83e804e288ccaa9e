"""The ways into the book: the navigation document, and the NCX for older systems."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from surefoot.composition import Composition
from surefoot.nesting import Entry, nest
from surefoot.words import words
from surefoot.writers.epub.content.breaks import is_break
from surefoot.writers.epub.content.ids import COLOPHON, TITLE
from surefoot.writers.epub.content.parts import Part
from surefoot.writers.epub.content.xhtml import language_of_ours
from surefoot.writers.epub.front import colophon
from surefoot.writers.epub.items import Resource
from surefoot.writers.epub.package.landmarks import Landmark
from surefoot.writers.epub.package.paging import Target, target
from surefoot.writers.epub.template import render

_TOP = 2
"""The level of the title's and the chapters' entries, as in ``h2``."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table of contents."""

    order: int
    """Among all lines and pages, one-based."""
    level: int
    label: str
    href: str


def navigation(
    parts: Sequence[Part], book: Composition, identifier: str, marks: Sequence[Landmark]
) -> list[Resource]:
    """Return ``nav.xhtml`` and ``toc.ncx``; neither belongs into the reading order."""
    listed = list(_listed(parts, book))
    entries = nest([each for each in listed if isinstance(each, Line)])
    shared = {
        "metadata": book.metadata,
        "words": words(book.metadata.language),
        "entries": entries,
        "pages": [each for each in listed if isinstance(each, Target)],
        "own": language_of_ours(book.metadata.language),
    }
    nav = render("book-nav.xhtml.j2", landmarks=marks, **shared)
    ncx = render("book.ncx.j2", identifier=identifier, depth=_depth(entries), **shared)
    return [
        Resource("nav", "nav.xhtml", "application/xhtml+xml", nav, ("nav",)),
        Resource("ncx", "toc.ncx", "application/x-dtbncx+xml", ncx),
    ]


def _listed(parts: Sequence[Part], book: Composition) -> Iterator[Line | Target]:
    """List title, headings, pages, notes and colophon; notes in every part would drown the headings."""
    headings = {heading.id: heading for heading in book.headings if heading.text.strip()}
    spoken, order = words(book.metadata.language), count(1)
    title_page, *texts = parts
    for element in title_page.breaks:
        yield target(next(order), title_page.file, element)
    yield Line(next(order), _TOP, book.metadata.title, f"{title_page.file}#{TITLE}")
    for part in texts:
        for element in part.body.iter():
            if is_break(element):
                yield target(next(order), part.file, element)
            elif heading := headings.get(element.get("id", "")):
                yield Line(next(order), heading.level, heading.text, f"{part.file}#{heading.id}")
        if part.notes is not None and len(texts) == 1:
            yield Line(next(order), _TOP, spoken.notes, f"{part.file}#{part.notes.get('id')}")
    yield Line(next(order), _TOP, spoken.colophon, f"{colophon.FILE}#{COLOPHON}")


def _depth(entries: Sequence[Entry[Line]]) -> int:
    return max((1 + _depth(entry.below) for entry in entries), default=0)
