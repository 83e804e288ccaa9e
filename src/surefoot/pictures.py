"""The pictures of a document, collected from the files beside its source."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urlsplit
from xml.etree.ElementTree import Element, SubElement

from surefoot.text import absolute

_TYPES = {
    b"\x89PNG\r\n\x1a\n": ("image/png", "png"),
    b"\xff\xd8\xff": ("image/jpeg", "jpg"),
    b"GIF8": ("image/gif", "gif"),
}
_LARGEST = 64 * 2**20
"""Bytes: no picture of a document is larger, a film may be."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the document: its bytes under a name of its own."""

    name: str
    """``image-1.png``: unique in the document."""
    media_type: str
    data: bytes


@dataclass(slots=True)
class Gallery:
    """Collects pictures; each file once, however often it is shown."""

    folder: Path
    """Of the source: paths start here, absolute ones too."""
    images: list[Image] = field(default_factory=list)
    _names: dict[str, str] = field(default_factory=dict)

    def collect(self, part: Element) -> None:
        """Point every ``img`` in ``part`` to a collected picture.

        A picture that cannot be had, or is on the web, is replaced by its alternative
        text and its address: nothing that a reader can use is lost.
        """
        linked = {inner for link in part.iter("a") for inner in link.iter("img")}
        for element in list(part.iter("img")):
            source = element.get("src", "")
            if name := self._name(source):
                element.set("src", name)
                element.set("alt", element.get("alt", ""))
            else:
                _describe(element, source, linked=element in linked)

    def _name(self, source: str) -> str:
        """Return the name of a collected picture; empty if it cannot be had."""
        if source not in self._names:
            data = _data(source, self.folder)
            kind = _kind(data) if data else None
            if data and kind:
                name = f"image-{len(self.images) + 1}.{kind[1]}"
                self.images.append(Image(name, kind[0], data))
                self._names[source] = name
            else:
                self._names[source] = ""
        return self._names[source]


def available(source: str, folder: Path) -> bool:
    """Whether a picture's address leads to a picture that can be set."""
    data = _data(source, folder)
    return bool(data and _kind(data))


def _data(source: str, folder: Path) -> bytes | None:
    if source.startswith("data:"):
        return _inline(source)
    if absolute(source) or source.startswith("//") or not source:
        return None
    path = folder / unquote(urlsplit(source).path).lstrip("/")
    try:
        return path.read_bytes() if path.stat().st_size <= _LARGEST else None
    except (OSError, ValueError):
        return None


def _inline(source: str) -> bytes | None:
    """Decode a ``data:`` address (RFC 2397)."""
    head, _, body = source.partition(",")
    try:
        return (
            base64.b64decode(unquote(body), validate=True)
            if head.endswith(";base64")
            else unquote_to_bytes(body)
        )
    except (binascii.Error, ValueError):
        return None


def _kind(data: bytes) -> tuple[str, str] | None:
    """Return media type and suffix of the pictures that every edition can show."""
    for magic, kind in _TYPES.items():
        if data.startswith(magic):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp", "webp"
    if b"<svg" in data[:2048]:
        return "image/svg+xml", "svg"
    return None


def _describe(image: Element, source: str, *, linked: bool) -> None:
    """Let the alternative text stand for the picture, linked to the web if nothing around it is."""
    words = image.get("alt", "")
    image.tag, image.text = "span", words
    image.attrib = {"class": "missing-image"}
    if absolute(source) and not linked and not source.startswith("data:"):
        image.text = ""
        link = SubElement(image, "a", {"href": source})
        link.text = words or source
