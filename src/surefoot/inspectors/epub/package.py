"""The package of an EPUB: its manifest, and the content documents in the order of its spine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from surefoot.errors import UnreadableError
from surefoot.inspectors import base
from surefoot.inspectors.epub.container import Container, resolved
from surefoot.inspectors.tree import Element, Page, sheets, sight

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PACKAGE_TYPE = "application/oebps-package+xml"
_XHTML_TYPE = "application/xhtml+xml"


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the publication, as its manifest lists it."""

    name: str
    """Its id."""
    path: str
    media_type: str
    properties: frozenset[str]


@dataclass(frozen=True, slots=True)
class Package:
    """A package document, and the container that it lies in."""

    container: Container
    path: str
    root: Element

    @classmethod
    def of(cls, container: Container) -> Package:
        """Return the package that a container names first (EPUB Open Container Format, ``container.xml``)."""
        for rootfile in container.element(_CONTAINER).iterfind("{*}rootfiles/{*}rootfile"):
            if rootfile.get("media-type") == _PACKAGE_TYPE:
                path = rootfile.get("full-path", "")
                return cls(container, path, container.element(path))
        raise UnreadableError(f"{_CONTAINER} names no package document: the archive is no EPUB.")

    def items(self) -> Iterator[Item]:
        """Yield what the manifest lists."""
        for item in self.root.iterfind("{*}manifest/{*}item"):
            yield Item(
                item.get("id", ""),
                resolved(self.path, item.get("href", "")),
                item.get("media-type", ""),
                frozenset(item.get("properties", "").split()),
            )

    def pages(self) -> Iterator[Page]:
        """Yield the content documents in the order of the spine."""
        encrypted = _encrypted(self.container)
        items = {each.name: each for each in self.items() if each.media_type == _XHTML_TYPE}
        spine = [ref.get("idref", "") for ref in self.root.iterfind("{*}spine/{*}itemref")]
        if not any(idref in items for idref in spine):
            raise UnreadableError("The publication's spine names no XHTML document: it has no text.")
        for path in (items[idref].path for idref in spine if idref in items):
            if path in encrypted:
                raise UnreadableError(f"{path} is encrypted: its text cannot be read back.")
            root = self.container.element(path)
            used = tuple(sheets(root, partial(_linked, self.container, path)))
            yield Page(path, _body(root, path), sight(root, used), used)


def _linked(container: Container, path: str, link: str) -> str:
    """Return the style sheet that the document at ``path`` links to; empty if there is none."""
    there = resolved(path, link)
    return container.read(there).decode("utf-8", errors="replace") if there in container.names else ""


def _encrypted(container: Container) -> frozenset[str]:
    """Return the paths of encrypted parts. Fonts may be among them; they say nothing."""
    if _ENCRYPTION not in container.names:
        return frozenset()
    references = container.element(_ENCRYPTION).iterfind(".//{*}CipherReference")
    return frozenset(resolved("", reference.get("URI", "")) for reference in references)


def _body(root: Element, path: str) -> Element:
    body = root.find("{*}body")
    if body is None:
        raise UnreadableError(f"{path} has no body: it is no XHTML content document.")
    base.resolve(root)
    return body
