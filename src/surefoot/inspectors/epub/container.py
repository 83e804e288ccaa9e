"""The container of an EPUB: a zip whose parts are read with a bound (EPUB Open Container Format)."""

from __future__ import annotations

import io
import posixpath
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from lzma import LZMAError
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from lxml import etree

from surefoot.errors import UnreadableError
from surefoot.inspectors.tree import Element

LARGEST = 64 * 2**20
"""Bytes that one document of a publication may have, unpacked."""
LARGEST_TOGETHER = 2 * LARGEST
"""Bytes that all its documents may have together."""

# What the standard library raises for archives that are broken, locked or packed in unknown ways.
_NOT_UNPACKED = (BadZipFile, EOFError, LZMAError, OSError, RuntimeError, ValueError, struct.error, zlib.error)


@contextmanager
def opened(data: bytes) -> Iterator[Container]:
    """Open a publication.

    Raises:
        UnreadableError: the bytes are no zip, or a broken one.
    """
    try:
        archive = ZipFile(io.BytesIO(data))
    except _NOT_UNPACKED as error:
        raise UnreadableError(f"The file is no zip archive, or a broken one: {error}.") from None
    with archive:
        yield Container(archive)


class Container:
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


def resolved(base: str, link: str) -> str:
    """Return the path of what a ``link`` in the part at ``base`` names."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(link)))
