"""The colophon: how, when and by whom the book was made."""

from __future__ import annotations

from surefoot.composition import Composition
from surefoot.writers.epub.content.documents import document
from surefoot.writers.epub.content.ids import COLOPHON
from surefoot.writers.epub.items import Resource

FILE = "colophon.xhtml"


def colophon(book: Composition) -> Resource:
    """Return the last document of ``book``."""
    return document(FILE, "book-colophon.xhtml.j2", book, id=COLOPHON)
