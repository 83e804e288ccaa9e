"""Makes the content documents: the title block, a part's text, its notes."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from surefoot.composition import Composition
from surefoot.dates import iso, printed
from surefoot.templating import Markup
from surefoot.words import words
from surefoot.writers.epub.content.ids import TITLE
from surefoot.writers.epub.content.parts import Part
from surefoot.writers.epub.content.xhtml import language_of_ours, serialise
from surefoot.writers.epub.items import Resource
from surefoot.writers.epub.template import render


def page(part: Part, book: Composition, *, last: bool) -> Resource:
    """Return the content document of ``part``; the first has the title block, the last the rights."""
    if part.title is not None:
        part.title.tag = "h1"
        part.title.attrib |= {"id": TITLE, "class": "title"}
    data = render(
        "book.xhtml.j2",
        metadata=book.metadata,
        title=_title(part, book),
        heading=_markup(part.title),
        words=words(book.metadata.language),
        own=language_of_ours(book.metadata.language),
        last=last,
        date=printed(book.metadata.date, book.metadata.language),
        iso_date=iso(book.metadata.date),
        body=_markup(part.body),
        notes=_markup(part.notes),
    )
    return Resource(f"text-{part.number}", part.file, "application/xhtml+xml", data, _properties(part))


def _title(part: Part, book: Composition) -> str:
    """Return what tells this part from others: the book's title or its first heading (WCAG 2.2, 2.4.2)."""
    if part.title is not None:
        return book.metadata.title
    headings = {heading.id: heading.text for heading in book.headings}
    found = (headings[e.attrib["id"]] for e in part.body.iter() if e.get("id") in headings)
    return next(found, f"{book.metadata.title} ({part.number})")


def _markup(element: Element | None) -> Markup:
    return Markup("" if element is None else serialise(element))  # noqa: S704 (serialised, so escaped)


def _properties(part: Part) -> tuple[str, ...]:
    """Return what the manifest must say of the document (EPUB 3.3, D.5)."""
    names = {"math": "mathml", "svg": "svg"}
    return tuple(sorted({names[element.tag] for element in part.elements() if element.tag in names}))
