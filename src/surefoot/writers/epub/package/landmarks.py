"""The landmarks of a book: where its parts begin that a reader may want to go to at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from surefoot.composition import Composition
from surefoot.words import words
from surefoot.writers.epub.content.parts import Part
from surefoot.writers.epub.front import colophon, cover

GUIDE = {
    "cover": "cover",
    "titlepage": "title-page",
    "toc": "toc",
    "bodymatter": "text",
    "endnotes": "notes",
    "bibliography": "bibliography",
    "colophon": "colophon",
}
"""What EPUB 2 calls them (Open Packaging Format 2.0.1, 2.6)."""


@dataclass(frozen=True, slots=True)
class Landmark:
    """A part of the book."""

    kind: str
    """A term of the EPUB Structural Semantics Vocabulary."""
    label: str
    href: str


def landmarks(parts: Sequence[Part], book: Composition, *, covered: bool) -> tuple[Landmark, ...]:
    """Return the landmarks of a ``book`` that is cut into ``parts``, in reading order."""
    return tuple(_landmarks(parts, book, covered=covered))


def _landmarks(parts: Sequence[Part], book: Composition, *, covered: bool) -> Iterator[Landmark]:
    spoken = words(book.metadata.language)
    title_page, *texts = parts
    if covered:
        yield Landmark("cover", spoken.cover, cover.FILE)
    yield Landmark("titlepage", spoken.title_page, title_page.file)
    yield Landmark("toc", spoken.contents, "nav.xhtml")
    yield Landmark("bodymatter", spoken.start, texts[0].file)
    yield from _sections("bibliography", spoken.references, texts)
    yield from _sections("endnotes", spoken.notes, texts)
    yield Landmark("colophon", spoken.colophon, colophon.FILE)


def _sections(kind: str, label: str, texts: Sequence[Part]) -> Iterator[Landmark]:
    """Yield the first section of a ``kind``; notes stand in every part."""
    for part in texts:
        for element in part.elements():
            if element.get("epub:type") == kind:
                place = f"#{element.get('id')}" if element.get("id") else ""
                yield Landmark(kind, label, f"{part.file}{place}")
                return
