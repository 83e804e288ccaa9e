"""The EPUB writer's seven steps, from the shared tree to the finished book."""

from __future__ import annotations

from surefoot import formulas
from surefoot.compose import compose
from surefoot.composition import Composition
from surefoot.contracts import Written
from surefoot.model import Document
from surefoot.pages import Pagination
from surefoot.writers.epub.content.breaks import mark
from surefoot.writers.epub.content.documents import text
from surefoot.writers.epub.content.ids import settle
from surefoot.writers.epub.content.notes import dress
from surefoot.writers.epub.content.parts import cut
from surefoot.writers.epub.content.tables import fit
from surefoot.writers.epub.content.xhtml import conform
from surefoot.writers.epub.fonts import embedded, files, licences
from surefoot.writers.epub.front import cover
from surefoot.writers.epub.front.colophon import colophon
from surefoot.writers.epub.front.title_page import title_page
from surefoot.writers.epub.package.accessibility import assess, notice
from surefoot.writers.epub.package.archive import pack
from surefoot.writers.epub.package.landmarks import landmarks
from surefoot.writers.epub.package.metadata import identifier, statements
from surefoot.writers.epub.package.navigation import navigation
from surefoot.writers.epub.pictures import pictures
from surefoot.writers.epub.styling import styling


class EpubWriter:
    """Sets a document as an EPUB 3.3."""

    suffix = ".epub"

    def write(self, document: Document) -> Written:
        """Return the finished book.

        Raises:
            WriterError: the document holds what no EPUB can carry.
        """
        return _written(document, None)

    def follow(self, document: Document, pagination: Pagination) -> Written:
        """Return the finished book with the pages of a paginated edition.

        Raises:
            WriterError: as in :meth:`write`.
        """
        return _written(document, pagination)


def _written(document: Document, pagination: Pagination | None) -> Written:
    composition = compose(document)
    book = bind(composition, document.sha256, pagination)
    return Written(book, (*formulas.remarks(*composition.parts), *cover.remarks(composition)))


def bind(composition: Composition, seed: str, pagination: Pagination | None = None) -> bytes:
    """Return ``composition`` as an EPUB.

    Args:
        composition: what to bind, which is left as it was.
        seed: what a book without an identifier is named after.
        pagination: of the edition whose pages the book lists, if there is one.

    Raises:
        WriterError: it holds what no EPUB can carry.
    """
    book = settle(composition.copy())
    breaks = mark(book, pagination.pages) if pagination else ()
    conform(book)
    fit(book)
    dress(book)
    parts = first, *texts = cut(book, breaks)
    name, found = identifier(book.metadata, seed), cover.cover(book)
    fonts = embedded(book)
    images = (*book.images, found.image) if found else book.images
    access = assess(book, images, paged=pagination is not None)
    marks = landmarks(parts, book, covered=found is not None)
    return pack(
        book.metadata,
        [
            *statements(book.metadata, name, access, pagination.source if pagination else ""),
            *cover.statements(found),
            *licences(fonts),
        ],
        [
            *cover.pages(found, book),
            title_page(first, book),
            *(text(part, book) for part in texts),
            colophon(book, fonts, notice(access, book.metadata)),
        ],
        [
            *navigation(parts, book, name, marks),
            styling(book.settings, fonts),
            *files(fonts),
            *pictures(book),
            *cover.pictures(found),
        ],
        marks,
    )
