"""The only door to EbookLib: package document, manifest, spine and zip.

EbookLib 0.20 is given ready bytes and finished statements. What it would do
otherwise, and what is done here about it:

* ``EpubHtml`` and ``EpubNav`` parse their content anew and lose text and
  attributes: everything is a plain ``EpubItem``.
* The book is born with a random identifier and a ``generator``: its metadata
  are cleared first.
* Each mention of an author by ``add_author`` repeats one id: creators are
  plain metadata.
* Metadata that XML cannot carry are logged and dropped: they are refused before.
* The package has no ``xml:lang``, and declares a prefix that EPUB reserves.
* ``dcterms:modified`` and the zip's members carry the clock's time.
* ``write_epub`` swallows ``OSError``: the writer's own steps are called.
"""

# EbookLib is not annotated:
# mypy: allow-untyped-calls

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

from ebooklib import epub

from surefoot.model import Metadata
from surefoot.writers.epub.items import XML_LANG, Resource, Statement
from surefoot.writers.epub.package.landmarks import GUIDE, Landmark
from surefoot.writers.epub.package.metadata import modified
from surefoot.writers.epub.template import legal

_ZIP_BEGINS = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can tell."""


def pack(
    metadata: Metadata,
    statements: Sequence[Statement],
    spine: Sequence[Resource],
    others: Sequence[Resource],
    marks: Sequence[Landmark],
) -> bytes:
    """Return the zip of a book whose reading order is ``spine``, with ``marks`` for the guide of EPUB 2."""
    book = epub.EpubBook()
    book.metadata.clear()
    book.language = metadata.language
    book.set_direction("rtl" if metadata.rtl else "ltr")
    for statement in statements:
        _state(book, statement)
    for resource in (*spine, *others):
        book.add_item(_item(resource))
    book.spine = [resource.id for resource in spine]
    book.guide = [{"type": GUIDE[mark.kind], "title": mark.label, "href": mark.href} for mark in marks]
    file = io.BytesIO()
    options = {"mtime": modified(metadata), "package_direction": True}
    writer = _Writer(file, book, options)
    writer.process()
    writer.write()
    return file.getvalue()


def _state(book: epub.EpubBook, statement: Statement) -> None:
    prefix, _, name = statement.name.rpartition(":")
    attributes = {key: legal(value) for key, value in statement.attributes.items()}
    book.add_metadata("DC" if prefix else None, name, legal(statement.value) or None, attributes)


def _item(resource: Resource) -> epub.EpubItem:
    # EbookLib takes the name of a file outside the manifest from the zip's root.
    name = resource.file if resource.listed else f"{epub.EpubBook().FOLDER_NAME}/{resource.file}"
    item = _Item(resource.id, name, resource.media_type, resource.data, resource.listed)
    item.properties = list(resource.properties)
    return item


class _Zip(zipfile.ZipFile):
    """A zip whose members bear no time and no machine's habits."""

    def writestr(
        self,
        zinfo_or_arcname: str | zipfile.ZipInfo,
        data: Any,
        compress_type: int | None = zipfile.ZIP_DEFLATED,
        compresslevel: int | None = 9,
    ) -> None:
        member = zipfile.ZipInfo(str(zinfo_or_arcname), _ZIP_BEGINS)
        member.create_system = 3
        member.external_attr = 0o644 << 16
        super().writestr(member, data, compress_type, compresslevel)


class _Item(epub.EpubItem):
    properties: list[str]
    """EbookLib puts these into the manifest where an item has them."""


class _Writer(epub.EpubWriter):
    def _write_opf_file(self, root: Any) -> None:
        root.set(XML_LANG, self.book.language)
        del root.attrib["prefix"]
        super()._write_opf_file(root)

    def write(self) -> None:
        with _Zip(self.file_name, "w") as self.out:
            self.out.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
            self._write_container()
            self._write_opf()
            self._write_items()
