"""Read an EPUB back: its content documents in reading order, then calls and notes among them."""

from __future__ import annotations

import io
import posixpath
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from lzma import LZMAError
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from lxml import etree

from surefoot.errors import UnreadableError
from surefoot.exhibit import Exhibition
from surefoot.inspectors import base
from surefoot.inspectors.tree import (
    Element,
    Page,
    exhibition,
    recover,
    repeated,
    sheets,
    sight,
)
from surefoot.promise import Recovered

LARGEST = 64 * 2**20
"""Bytes that one document of a publication may have, unpacked."""
LARGEST_TOGETHER = 2 * LARGEST
"""Bytes that all its documents may have together."""

# What the standard library raises for archives that are broken, locked or packed in unknown ways.
_NOT_UNPACKED = (BadZipFile, EOFError, LZMAError, OSError, RuntimeError, ValueError, struct.error, zlib.error)
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PACKAGE_TYPE = "application/oebps-package+xml"
_XHTML_TYPE = "application/xhtml+xml"


class EpubInspector:
    """Testifies what an EPUB carries, by EPUB's structural semantics and Digital Publishing WAI-ARIA."""

    def inspect(self, data: bytes) -> Recovered:
        """Return what the publication carries, with every facet but those of paper.

        Notes that no type and no role tells are found by the conventions of
        common tools. Where these leave them in the midst of the text, nothing
        is said of what stands beside them. Scripts do not run.

        Raises:
            UnreadableError: the bytes are no zip, lack a part, hold a part that
                is ill-formed or encrypted, or unpack to more than is reasonable.
        """
        with _opened(data) as container:
            package_path = _package_path(container)
            package = container.element(package_path)
            pages = list(_pages(container, package, package_path))
        roots = (package, *(page.body.getroottree().getroot() for page in pages))
        return recover(pages, [key for root in roots for key in repeated(root)])

    def exhibit(self, data: bytes, ranks: Sequence[int]) -> Exhibition:
        """Return the blocks of calls and notes, dressed in the publication's style sheets."""
        with _opened(data) as container:
            package_path = _package_path(container)
            package = container.element(package_path)
            pages = list(_pages(container, package, package_path))
        return exhibition(pages, ranks)


@contextmanager
def _opened(data: bytes) -> Iterator[_Container]:
    try:
        archive = ZipFile(io.BytesIO(data))
    except _NOT_UNPACKED as error:
        raise UnreadableError(f"The file is no zip archive, or a broken one: {error}.") from None
    with archive:
        yield _Container(archive)


class _Container:
    """The parts of a publication, each read with a bound."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._left = LARGEST_TOGETHER
        self.names = frozenset(archive.namelist())
        if len(self.names) < len(archive.namelist()):
            # Which of them a reading system takes is open (EPUB 3.3, 4.2.2: file names are unique).
            raise UnreadableError("The zip archive has two files of one name.")

    def element(self, path: str) -> Element:
        """Return the root element of an XML part."""
        # No entity is expanded and nothing is fetched: a publication explains itself (EPUB 3.3, 3.9).
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(self.read(path), parser)
        except (etree.LxmlError, ValueError) as error:
            raise UnreadableError(f"{path} is ill-formed: {error}.") from None
        if next(root.iter(etree.Entity), None) is not None:
            raise UnreadableError(f"{path} uses entities of a document type, which reading systems ignore.")
        return root

    def read(self, path: str) -> bytes:
        """Return a part."""
        if path not in self.names:
            raise UnreadableError(f"The publication lacks {path}.")
        size = self._archive.getinfo(path).file_size
        self._left -= size
        if size > LARGEST or self._left < 0:
            raise UnreadableError(f"{path} unpacks to more than can be read with reason.")
        try:
            return self._archive.read(path)
        except _NOT_UNPACKED as error:
            raise UnreadableError(f"{path} cannot be unpacked: {error}.") from None


def _pages(container: _Container, package: Element, package_path: str) -> Iterator[Page]:
    """Yield the content documents in the order of the spine."""
    encrypted = _encrypted(container)
    hrefs = {
        item.get("id"): item.get("href", "")
        for item in package.iterfind("{*}manifest/{*}item")
        if item.get("media-type") == _XHTML_TYPE
    }
    spine = [ref.get("idref") for ref in package.iterfind("{*}spine/{*}itemref")]
    if not any(idref in hrefs for idref in spine):
        raise UnreadableError("The publication's spine names no XHTML document: there is nothing to read.")
    for idref in spine:
        if idref in hrefs:
            path = _resolved(package_path, hrefs[idref])
            if path in encrypted:
                raise UnreadableError(f"{path} is encrypted: its text cannot be read back.")
            root = container.element(path)
            linked = partial(_linked, container, path)
            used = tuple(sheets(root, linked))
            yield Page(path, _body(root, path), sight(root, used), used)


def _linked(container: _Container, path: str, link: str) -> str:
    """Return the style sheet that the document at ``path`` links to; empty if there is none."""
    there = _resolved(path, link)
    return container.read(there).decode("utf-8", errors="replace") if there in container.names else ""


def _package_path(container: _Container) -> str:
    """Return where the package document is (EPUB Open Container Format, ``container.xml``)."""
    for rootfile in container.element(_CONTAINER).iterfind("{*}rootfiles/{*}rootfile"):
        if rootfile.get("media-type") == _PACKAGE_TYPE:
            return rootfile.get("full-path", "")
    raise UnreadableError(f"{_CONTAINER} names no package document: the archive is no EPUB.")


def _encrypted(container: _Container) -> frozenset[str]:
    """Return the paths of encrypted parts. Fonts may be among them; they say nothing."""
    if _ENCRYPTION not in container.names:
        return frozenset()
    references = container.element(_ENCRYPTION).iterfind(".//{*}CipherReference")
    return frozenset(_resolved("", reference.get("URI", "")) for reference in references)


def _resolved(base: str, link: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(link)))


def _body(root: Element, path: str) -> Element:
    body = root.find("{*}body")
    if body is None:
        raise UnreadableError(f"{path} has no body: it is no XHTML content document.")
    base.resolve(root)
    return body
