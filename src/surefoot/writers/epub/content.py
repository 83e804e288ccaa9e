"""Makes the content documents: the title block, a part's text, its notes."""

from __future__ import annotations

from markupsafe import Markup

from surefoot.compose import Composition
from surefoot.writers.epub.metadata import moment
from surefoot.writers.epub.package import Resource
from surefoot.writers.epub.parts import Part
from surefoot.writers.epub.template import render
from surefoot.writers.epub.xhtml import serialise


def page(part: Part, book: Composition) -> Resource:
    """Return the content document of ``part``; the first opens with the title block."""
    first = part.number == 1
    data = render(
        "book.xhtml.j2",
        metadata=book.metadata,
        title=book.metadata.title if first else _title(part, book),
        first=first,
        dated=moment(book.metadata.date) is not None,
        abstract=book.metadata.abstract.split("\n\n") if book.metadata.abstract else [],
        body=Markup(serialise(part.body)),  # noqa: S704 (serialised from elements, so escaped)
        notes=Markup("" if part.notes is None else serialise(part.notes)),  # noqa: S704 (likewise)
    )
    return Resource(f"text-{part.number}", part.file, "application/xhtml+xml", data, _properties(part))


def _title(part: Part, book: Composition) -> str:
    """Return what tells this part from the others: its first heading (WCAG 2.2, 2.4.2)."""
    headings = {heading.id: heading.text for heading in book.headings}
    found = (headings[e.attrib["id"]] for e in part.body.iter() if e.get("id") in headings)
    return next(found, f"{book.metadata.title} ({part.number})")


def _properties(part: Part) -> tuple[str, ...]:
    """Return what the manifest must say of the document (EPUB 3.3, D.5)."""
    names = {"math": "mathml", "svg": "svg"}
    return tuple(sorted({names[element.tag] for element in part.elements() if element.tag in names}))
