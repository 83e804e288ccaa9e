"""What the package says of the book, from its facts alone."""

from __future__ import annotations

from datetime import UTC, datetime, time
from uuid import NAMESPACE_URL, uuid5

from surefoot.composition import Composition
from surefoot.dates import begin, iso
from surefoot.model import Metadata
from surefoot.writers.epub.items import XML_LANG, Statement
from surefoot.writers.epub.package.accessibility import accessibility, summary

_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def identifier(metadata: Metadata, seed: str) -> str:
    """Return the book's URN: the same for the same identifier, or else for the same ``seed``."""
    return uuid5(NAMESPACE_URL, metadata.identifier or f"sha256:{seed}").urn


def modified(metadata: Metadata) -> datetime:
    """Return the book's ``dcterms:modified``: its date, never the clock's."""
    day = begin(metadata.date)
    return datetime.combine(day, time.min, UTC) if day else _UNDATED


def statements(book: Composition, name: str) -> list[Statement]:
    """Return the package's metadata in order, for a book whose URN is ``name``."""
    metadata = book.metadata
    simple = {
        "dc:language": metadata.language,
        "dc:publisher": metadata.publisher,
        "dc:date": iso(metadata.date),
        "dc:rights": metadata.rights,
        "dc:description": metadata.abstract,
    }
    return [
        Statement("dc:identifier", name, {"id": "id"}),
        *([Statement("dc:identifier", metadata.identifier)] if metadata.identifier else []),
        *_titles(metadata),
        *_creators(metadata),
        *(Statement(kind, value) for kind, value in simple.items() if value),
        *(Statement("dc:subject", keyword) for keyword in metadata.keywords),
        *(Statement("meta", value, {"property": f"schema:{kind}"}) for kind, value in accessibility(book)),
        Statement("meta", summary(book), {"property": "schema:accessibilitySummary", XML_LANG: "en"}),
    ]


def _titles(metadata: Metadata) -> list[Statement]:
    titles = {"main": metadata.title, "subtitle": metadata.subtitle}
    return [
        statement
        for kind, title in titles.items()
        if title
        for statement in (
            Statement("dc:title", title, {"id": f"{kind}-title"}),
            Statement("meta", kind, {"property": "title-type", "refines": f"#{kind}-title"}),
        )
    ]


def _creators(metadata: Metadata) -> list[Statement]:
    role = {"property": "role", "scheme": "marc:relators"}
    return [
        statement
        for number, author in enumerate(metadata.authors, 1)
        for statement in (
            Statement("dc:creator", author.name, {"id": f"creator-{number}"}),
            Statement("meta", "aut", role | {"refines": f"#creator-{number}"}),
        )
    ]
