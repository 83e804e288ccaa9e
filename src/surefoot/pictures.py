"""The pictures of a document, collected from the files beside its source."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urlsplit
from xml.etree.ElementTree import Element, SubElement

from surefoot import drawings
from surefoot.model import Json
from surefoot.text import absolute

_TYPES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}
_ENDS = {"image/png": b"IEND", "image/jpeg": b"\xff\xd9"}
"""What stands at the end of some: a file without it was cut off."""
_SUFFIXES = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/svg+xml": "svg",
}
_COLLECTED = "surefoot:"
"""Before the names of our pictures while pandoc has them, apart from the author's own names."""
_NO_ATTRIBUTES: Json = ["", [], []]
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
    """Collects pictures; each file once, however often it is shown.

    A picture that cannot be had, or is on the web, is replaced by its alternative
    text, linked to its address where that leads out: nothing that a reader can use is lost.
    """

    folder: Path
    """Of the source: paths start here, absolute ones too. They may lead out of it, as in
    ``../figures/map.png``: the command is the author's own, and so are the files."""
    images: list[Image] = field(default_factory=list)
    _names: dict[str, str] = field(default_factory=dict)

    def place(self, node: Json, *, linked: bool = False) -> Json:
        """Return a part of pandoc's tree, left as it was, with collected pictures for its images.

        Pandoc would make films and foreign objects of those whose names end like that.

        Args:
            node: the part.
            linked: whether it stands in a link.
        """
        if isinstance(node, list):
            return [self.place(part, linked=linked) for part in node]
        if not isinstance(node, dict):
            return node
        kind, content = node.get("t"), node.get("c")
        placed = self.place(content, linked=linked or kind == "Link")
        if kind != "Image":
            return node | {"c": placed} if "c" in node else node
        attributes, words, (source, title) = placed
        if name := self._name(source):
            return {"t": "Image", "c": [attributes, words, [_COLLECTED + name, title]]}
        if _leads_out(source) and not linked:
            words = [{"t": "Link", "c": [_NO_ATTRIBUTES, words or [{"t": "Str", "c": source}], [source, ""]]}]
        return {"t": "Span", "c": [[attributes[0], ["missing-image"], []], words]}

    def collect(self, part: Element) -> None:
        """Point every ``img`` in ``part`` to a collected picture, those of raw HTML too."""
        linked = {inner for link in part.iter("a") for inner in link.iter("img")}
        names = {image.name for image in self.images}
        for element in list(part.iter("img")):
            source = element.get("src", "")
            placed = source.removeprefix(_COLLECTED)
            if name := placed if placed in names and placed != source else self._name(source):
                element.set("src", name)
                element.set("alt", element.get("alt", ""))
            else:
                _describe(element, source, linked=element in linked)

    def _name(self, source: str) -> str:
        """Return the name of a collected picture; empty if it cannot be had."""
        if source not in self._names:
            found = _read(source, self.folder)
            self._names[source] = f"image-{len(self.images) + 1}.{_SUFFIXES[found[0]]}" if found else ""
            if found:
                self.images.append(Image(self._names[source], *found))
        return self._names[source]


def unreadable(source: str, folder: Path) -> bool:
    """Whether there is a file at a picture's address that is no picture, or not the whole of one."""
    data = None if source.startswith("data:") else _file(source, folder)
    return data is not None and _known(data) is None


def available(source: str, folder: Path) -> bool:
    """Whether a picture's address leads to a picture that can be set."""
    return _read(source, folder) is not None


def load(file: Path, name: str) -> Image | None:
    """Return the picture in ``file``, called ``name`` with its kind's suffix; None if it cannot be had."""
    found = _known(_bytes(file))
    return Image(f"{name}.{_SUFFIXES[found[0]]}", *found) if found else None


def held(address: str) -> Image | None:
    """Return the picture that an ``address`` of the scheme ``data`` holds; None if it cannot be had."""
    found = _known(_inline(address))
    return Image("", *found) if found else None


def _read(source: str, folder: Path) -> tuple[str, bytes] | None:
    """Return media type and bytes of a picture that every edition can show; None if it cannot be had."""
    return _known(_inline(source) if source.startswith("data:") else _file(source, folder))


def _known(data: bytes | None) -> tuple[str, bytes] | None:
    """Return media type and bytes of a picture, a drawing made harmless; None if it is none."""
    if data is None:
        return None
    for magic, media_type in _TYPES.items():
        if data.startswith(magic):
            return (media_type, data) if _ENDS.get(media_type, b"") in data else None
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ("image/webp", data) if len(data) >= int.from_bytes(data[4:8], "little") + 8 else None
    drawing = drawings.read(data)
    return ("image/svg+xml", drawing) if drawing else None


def _file(source: str, folder: Path) -> bytes | None:
    if absolute(source) or source.startswith("//") or not source:
        return None
    return _bytes(folder / unquote(urlsplit(source).path).lstrip("/"))


def _bytes(path: Path) -> bytes | None:
    try:
        # A device or a pipe has no size, and may have no end.
        if not path.is_file():
            return None
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except (OSError, ValueError):
        return None
    return data if len(data) <= _LARGEST else None


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


def _leads_out(source: str) -> bool:
    return absolute(source) and not source.startswith("data:")


def _describe(image: Element, source: str, *, linked: bool) -> None:
    """Let the alternative text stand for a picture of raw HTML."""
    words = image.get("alt", "")
    image.tag, image.text = "span", words
    image.attrib = {"class": "missing-image"}
    if _leads_out(source) and not linked:
        image.text = ""
        link = SubElement(image, "a", {"href": source})
        link.text = words or source
