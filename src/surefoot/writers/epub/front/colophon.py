"""The colophon: what the book is, whose it is, and what it is made of."""

from __future__ import annotations

from collections.abc import Sequence

from surefoot.composition import Composition
from surefoot.dates import iso, printed
from surefoot.identifiers import doi, is_isbn, resolver
from surefoot.model import Author, Metadata, Series
from surefoot.words import Words, words
from surefoot.writers.epub.content.documents import document
from surefoot.writers.epub.content.ids import COLOPHON
from surefoot.writers.epub.fonts import Font
from surefoot.writers.epub.items import Resource

FILE = "colophon.xhtml"


def colophon(book: Composition, fonts: Sequence[Font], accessibility: str) -> Resource:
    """Return the last document of ``book``.

    Args:
        book: whose facts it gives.
        fonts: those that travel in it.
        accessibility: what is to be said of it; may be empty.
    """
    metadata = book.metadata
    return document(
        FILE,
        "book-colophon.xhtml.j2",
        book,
        id=COLOPHON,
        contributors=[_signed(each, words(metadata.language)) for each in metadata.contributors],
        series=_numbered(metadata.series) if metadata.series else "",
        date=printed(metadata.date, metadata.language),
        iso_date=iso(metadata.date),
        address=resolver(found) if (found := doi(metadata.identifier)) else "",
        identifier=", ".join(_others(metadata)),
        families=list(dict.fromkeys(font.family for font in fonts)),
        accessibility=accessibility,
    )


def _signed(person: Author, spoken: Words) -> str:
    """Return a name with what this one did, in the author's words or in ours."""
    ours = {"edt": spoken.edited, "trl": spoken.translated, "ill": spoken.illustrated}
    did = person.role or ", ".join(ours[each] for each in person.relators if each in ours)
    return ", ".join(filter(None, (person.name, did)))


def _numbered(series: Series) -> str:
    return ", ".join(filter(None, (series.title, series.position)))


def _others(metadata: Metadata) -> list[str]:
    """Return the identifiers that are neither the DOI nor the ISBN."""
    shown = doi(metadata.identifier)
    return [
        each
        for each in metadata.identifiers
        if not is_isbn(each, metadata.isbn) and not (shown and doi(each).lower() == shown.lower())
    ]
