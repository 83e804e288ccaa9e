"""The cover of a book: a picture of the author's own, or one that is drawn, and the page that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

from surefoot.composition import Composition
from surefoot.dates import printed
from surefoot.pictures import Image, load
from surefoot.words import words
from surefoot.writers.epub.content.documents import document
from surefoot.writers.epub.items import Resource, Statement

FILE = "cover.xhtml"
_PICTURE = "cover-image"
"""The id of the picture, and what the manifest says that it is (EPUB 3.3, D.5)."""


@dataclass(frozen=True, slots=True)
class Cover:
    """A picture that stands for the whole book."""

    image: Image
    words: str
    """Its alternative text."""


def cover(book: Composition) -> Cover | None:
    """Return the picture that the author gives, or else one that is drawn.

    None is drawn where the author wants none, or where no font has what stands on it.

    Raises:
        WriterError: a folder of fonts is not there.
    """
    given = book.settings.cover_image
    if given and (image := load(given, "cover")):
        return Cover(image, book.settings.cover_words or _told(book))
    if _wants_none(book) or _drawing().lacking(book):
        return None
    return Cover(Image("cover.png", "image/png", _drawing().drawn(book)), _told(book))


def remarks(book: Composition) -> tuple[str, ...]:
    """Return a sentence where ``book`` goes without a cover for want of a font.

    Raises:
        WriterError: a folder of fonts is not there.
    """
    lacking = "" if _wants_none(book) or book.settings.cover_image else _drawing().lacking(book)
    return (f"The book has no cover. {lacking}",) if lacking else ()


def pages(found: Cover | None, book: Composition) -> list[Resource]:
    """Return the document that shows the cover; nothing where there is none, as the next two do."""
    if not found:
        return []
    return [document(FILE, "book-cover.xhtml.j2", book, image=found.image.name, alternative=found.words)]


def pictures(found: Cover | None) -> list[Resource]:
    """Return the picture as the manifest lists it."""
    if not found:
        return []
    image = found.image
    return [Resource(_PICTURE, image.name, image.media_type, image.data, (_PICTURE,))]


def statements(found: Cover | None) -> list[Statement]:
    """Return what tells old systems which picture is the cover: a convention from before EPUB 3."""
    return [Statement("meta", "", {"name": "cover", "content": _PICTURE})] if found else []


def _wants_none(book: Composition) -> bool:
    return book.settings.cover is False


def _told(book: Composition) -> str:
    """Return in words what a cover shows."""
    metadata = book.metadata
    names = [author.name for author in metadata.authors]
    date = printed(metadata.date, metadata.language)
    shown = "; ".join(filter(None, (metadata.title, metadata.subtitle, *names, metadata.publisher, date)))
    return f"{words(metadata.language).cover}: {shown}"


def _drawing() -> ModuleType:
    from surefoot.writers.epub.front.cover import drawing  # noqa: PLC0415 (fonts and resvg take time to load)

    return drawing
