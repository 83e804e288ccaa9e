"""Damages to a finished EPUB."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Callable, Iterator
from zipfile import ZipFile

from lxml import etree

from damage import Damage
from damage.tree import EDITS, Edit, Publication

_PACKAGE = "{http://www.idpf.org/2007/opf}"


def _in_epub(edit: Edit) -> Callable[[bytes, int], bytes]:
    def inflict(data: bytes, place: int) -> bytes:
        with ZipFile(io.BytesIO(data)) as archive:
            pages = {path: etree.fromstring(archive.read(path)) for path in _spine(archive)}
            edit(Publication(pages), place)
            return _packed(
                archive, {path: etree.tostring(root, encoding="utf-8") for path, root in pages.items()}
            )

    return inflict


def _spine(archive: ZipFile) -> Iterator[str]:
    container = etree.fromstring(archive.read("META-INF/container.xml"))
    package = next(container.iter("{*}rootfile")).get("full-path", "")
    tree = etree.fromstring(archive.read(package))
    hrefs = {item.get("id"): item.get("href", "") for item in tree.iter(f"{_PACKAGE}item")}
    for reference in tree.iter(f"{_PACKAGE}itemref"):
        yield posixpath.join(posixpath.dirname(package), hrefs[reference.get("idref")])


def _packed(archive: ZipFile, changed: dict[str, bytes]) -> bytes:
    """Return the archive with some parts changed, everything else as it was."""
    written = io.BytesIO()
    with ZipFile(written, "w") as copy:
        for part in archive.infolist():
            copy.writestr(part, changed.get(part.filename, archive.read(part)))
    return written.getvalue()


EPUB = tuple(Damage(name, fault, _in_epub(edit)) for name, fault, edit in EDITS)
