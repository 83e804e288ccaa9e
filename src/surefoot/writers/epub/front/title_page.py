"""The title page: all that signs the book, and the notes that its title calls."""

from __future__ import annotations

from surefoot.composition import Composition
from surefoot.dates import iso, printed
from surefoot.templating import Markup
from surefoot.writers.epub.content.documents import document, markup, properties
from surefoot.writers.epub.content.ids import TITLE
from surefoot.writers.epub.content.parts import Part
from surefoot.writers.epub.items import Resource


def title_page(part: Part, book: Composition) -> Resource:
    """Return the title page of ``book``, which is its first ``part``."""
    part.body.tag = "h1"
    part.body.attrib |= {"id": TITLE, "class": "title"}
    metadata = book.metadata
    return document(
        part.file,
        "book-title.xhtml.j2",
        book,
        properties=properties(part),
        breaks=Markup("\n").join(map(markup, part.breaks)),
        heading=markup(part.body),
        date=printed(metadata.date, metadata.language),
        iso_date=iso(metadata.date),
        notes=markup(part.notes),
    )
