"""The EPUB writer's seven steps, from the shared tree to the finished book."""

from __future__ import annotations

from surefoot import formulas
from surefoot.compose import compose
from surefoot.composition import Composition
from surefoot.contracts import Written
from surefoot.model import Document
from surefoot.writers.epub.content.documents import text
from surefoot.writers.epub.content.ids import settle
from surefoot.writers.epub.content.notes import dress
from surefoot.writers.epub.content.parts import cut
from surefoot.writers.epub.content.xhtml import conform
from surefoot.writers.epub.fonts import embedded, files, licences
from surefoot.writers.epub.front import cover
from surefoot.writers.epub.front.colophon import colophon
from surefoot.writers.epub.front.title_page import title_page
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
        composition = compose(document)
        remarks = (*formulas.remarks(*composition.parts), *cover.remarks(composition))
        return Written(bind(composition, document.sha256), remarks)


def bind(composition: Composition, seed: str) -> bytes:
    """Return ``composition`` as an EPUB; one without an identifier is named after ``seed``.

    Raises:
        WriterError: it holds what no EPUB can carry.
    """
    book = settle(composition.copy())
    conform(book)
    dress(book)
    parts = first, *texts = cut(book)
    name, found = identifier(book.metadata, seed), cover.cover(book)
    fonts = embedded(book)
    marks = landmarks(parts, book, covered=found is not None)
    return pack(
        book.metadata,
        [*statements(book, name), *cover.statements(found), *licences(fonts)],
        [
            *cover.pages(found, book),
            title_page(first, book),
            *(text(part, book) for part in texts),
            colophon(book),
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
