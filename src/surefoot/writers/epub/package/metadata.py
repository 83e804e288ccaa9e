"""What the package says of the book, from its facts alone (EPUB 3.3, 5.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from uuid import NAMESPACE_URL, uuid5

from surefoot.dates import begin, iso
from surefoot.identifiers import doi, dois, is_isbn, urn, uuid
from surefoot.model import Author, Metadata, Series, Title
from surefoot.words import words
from surefoot.writers.epub.content.xhtml import language_of_ours
from surefoot.writers.epub.items import XML_LANG, Statement
from surefoot.writers.epub.package.accessibility import Access, conformance, properties, summary

_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
# ONIX code list 5.
_IS_DOI, _IS_ISBN = "06", "15"


def identifier(metadata: Metadata, seed: str) -> str:
    """Return the book's URN: the author's own, or the same for the same identifier, or for the same ``seed``.

    A DOI comes first, then an ISBN: these are the same however they are written.
    """
    kinds = (
        *(f"doi:{found.lower()}" for found in dois(metadata.identifiers)),
        metadata.isbn and urn(metadata.isbn),
        metadata.identifier,
        f"sha256:{seed}",
    )
    return uuid(_chosen(metadata)) or uuid5(NAMESPACE_URL, next(filter(None, kinds))).urn


def modified(metadata: Metadata) -> datetime:
    """Return the book's ``dcterms:modified``: its date, never the clock's."""
    day = begin(metadata.date)
    return datetime.combine(day, time.min, UTC) if day else _UNDATED


def statements(metadata: Metadata, name: str, access: Access, paged: str) -> list[Statement]:
    """Return the package's metadata in order.

    Args:
        metadata: of the book.
        name: its URN.
        access: what is true of it.
        paged: the file of the edition whose pages it lists; empty, if it lists none.
    """
    simple = {
        "dc:language": metadata.language,
        "dc:publisher": metadata.publisher,
        "dc:date": iso(metadata.date),
        "dc:rights": metadata.rights,
        "dc:source": metadata.source,
        "dc:description": metadata.abstract,
    }
    return [
        Statement("dc:identifier", name, {"id": "id"}),
        *_identifiers(metadata),
        *_titles(metadata),
        *_people("creator", metadata.authors),
        *_people("contributor", metadata.contributors),
        *(Statement(kind, value) for kind, value in simple.items() if value),
        *(Statement("dc:subject", keyword) for keyword in metadata.keywords),
        *(_series(metadata.series) if metadata.series else ()),
        *(Statement("meta", value, {"property": f"schema:{kind}"}) for kind, value in properties(access)),
        *_summary(metadata, access),
        *([Statement("meta", _edition(metadata, paged), {"property": "pageBreakSource"})] if paged else ()),
        *(conformance(metadata.evaluation) if metadata.evaluation else ()),
    ]


def _summary(metadata: Metadata, access: Access) -> Iterator[Statement]:
    """Yield it with the language and the direction of its words, which are not always the document's."""
    ours = language_of_ours(metadata.language)
    told = {XML_LANG: ours.get("lang", metadata.language)} | ({"dir": "ltr"} if ours else {})
    if text := summary(access, words(metadata.language)):
        yield Statement("meta", text, {"property": "schema:accessibilitySummary"} | told)


def _edition(metadata: Metadata, file: str) -> str:
    """Return what is known of the edition that the pages are of.

    EPUB Accessibility Techniques 1.1 (“Identify the pagination source”) ask for as much as there is.
    """
    facts = (metadata.publisher, metadata.title, words(metadata.language).pdf_edition, iso(metadata.date))
    return f"{', '.join(filter(None, facts))} ({file})"


def _refining(name: str, prop: str, value: str, scheme: str = "") -> Statement:
    """Return what refines the statement of that id."""
    attributes = {"refines": f"#{name}", "property": prop}
    return Statement("meta", value, attributes | ({"scheme": scheme} if scheme else {}))


def _identifiers(metadata: Metadata) -> Iterator[Statement]:
    """Yield the ISBN as a URN, a DOI as one, and what is neither as it is written."""
    if metadata.isbn:
        yield Statement("dc:identifier", urn(metadata.isbn), {"id": "isbn"})
        yield _refining("isbn", "identifier-type", _IS_ISBN, "onix:codelist5")
    for order, found in enumerate(dois(metadata.identifiers), 1):
        yield Statement("dc:identifier", f"doi:{found}", {"id": f"doi-{order}"})
        yield _refining(f"doi-{order}", "identifier-type", _IS_DOI, "onix:codelist5")
    for each in metadata.identifiers:
        if not doi(each) and each != _chosen(metadata) and not is_isbn(each, metadata.isbn):
            yield Statement("dc:identifier", each)


def _chosen(metadata: Metadata) -> str:
    """Return the identifier that is the UUID of the book; empty if its author gave none."""
    return next(filter(uuid, metadata.identifiers), "")


def _titles(metadata: Metadata) -> Iterator[Statement]:
    titles = [Title("main", metadata.title), Title("subtitle", metadata.subtitle), *metadata.titles]
    for order, title in enumerate((each for each in titles if each.text), 1):
        name = f"title-{order}"
        yield Statement("dc:title", title.text, {"id": name})
        yield _refining(name, "title-type", title.kind)
        if title.kind == "main" and metadata.sort:
            yield _refining(name, "file-as", metadata.sort)


def _people(kind: str, people: Sequence[Author]) -> Iterator[Statement]:
    for order, each in enumerate(people, 1):
        name = f"{kind}-{order}"
        yield Statement(f"dc:{kind}", each.name, {"id": name})
        yield from (_refining(name, "role", relator, "marc:relators") for relator in each.relators)
        if each.sort:
            yield _refining(name, "file-as", each.sort)


def _series(series: Series) -> Iterator[Statement]:
    yield Statement("meta", series.title, {"property": "belongs-to-collection", "id": "series"})
    yield _refining("series", "collection-type", "series")
    # A number, or numbers with full stops between them (EPUB 3.3, D.3.6).
    if re.fullmatch(r"[0-9]+(\.[0-9]+)*", series.position):
        yield _refining("series", "group-position", series.position)
