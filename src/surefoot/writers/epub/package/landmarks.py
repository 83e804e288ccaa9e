"""The landmarks of a book: where its parts begin that a reader may want to go to at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from surefoot.composition import Composition
from surefoot.words import words
from surefoot.writers.epub.content.parts import Part
from surefoot.writers.epub.front import colophon


@dataclass(frozen=True, slots=True)
class Landmark:
    """A part of the book."""

    kind: str
    """A term of the EPUB Structural Semantics Vocabulary."""
    label: str
    href: str


def landmarks(parts: Sequence[Part], book: Composition) -> tuple[Landmark, ...]:
    """Return the landmarks of a ``book`` that is cut into ``parts``, in reading order."""
    return tuple(_landmarks(parts, book))


def _landmarks(parts: Sequence[Part], book: Composition) -> Iterator[Landmark]:
    spoken = words(book.metadata.language)
    title_page, *texts = parts
    yield Landmark("titlepage", spoken.title_page, title_page.file)
    yield Landmark("bodymatter", spoken.start, texts[0].file)
    noted = (f"{part.file}#{part.notes.get('id')}" for part in texts if part.notes is not None)
    if first := next(noted, ""):
        yield Landmark("endnotes", spoken.notes, first)
    yield Landmark("colophon", spoken.colophon, colophon.FILE)
