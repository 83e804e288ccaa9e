"""Makes the content documents: each within one frame, those of the text with their notes."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from surefoot.composition import Composition
from surefoot.templating import Markup
from surefoot.words import words
from surefoot.writers.epub.content.parts import Part
from surefoot.writers.epub.content.xhtml import language_of_ours, serialise
from surefoot.writers.epub.items import Resource
from surefoot.writers.epub.template import render


def document(
    file: str, template: str, book: Composition, *, properties: Sequence[str] = (), **values: object
) -> Resource:
    """Return the content document ``file``, whose id is its name without the suffix.

    Args:
        file: its name.
        template: which dresses ``values``, the book's metadata and our own words.
        book: whose document it is.
        properties: what the manifest must say of it (EPUB 3.3, D.5).
        values: of the template.
    """
    language = book.metadata.language
    data = render(
        template, metadata=book.metadata, words=words(language), own=language_of_ours(language), **values
    )
    name = file.removesuffix(".xhtml")
    return Resource(name, file, "application/xhtml+xml", data, tuple(properties))


def text(part: Part, book: Composition) -> Resource:
    """Return a ``part`` of the text."""
    return document(
        part.file,
        "book-text.xhtml.j2",
        book,
        properties=properties(part),
        title=_title(part, book),
        body=markup(part.body),
        notes=markup(part.notes),
    )


def markup(element: Element | None) -> Markup:
    """Return ``element`` for a template; nothing for none."""
    return Markup("" if element is None else serialise(element))  # noqa: S704 (serialised, so escaped)


def properties(part: Part) -> tuple[str, ...]:
    """Return what the manifest must say of what stands in ``part`` (EPUB 3.3, D.5)."""
    names = {"math": "mathml", "svg": "svg"}
    return tuple(sorted({names[element.tag] for element in part.elements() if element.tag in names}))


def _title(part: Part, book: Composition) -> str:
    """Return what tells this part from others: the book's title or its first heading (WCAG 2.2, 2.4.2)."""
    if part.number == 1:
        return book.metadata.title
    headings = {heading.id: heading.text for heading in book.headings}
    found = (headings[e.attrib["id"]] for e in part.body.iter() if e.get("id") in headings)
    return next(found, f"{book.metadata.title} ({part.number})")
