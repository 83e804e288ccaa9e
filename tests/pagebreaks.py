"""What strangers read behind each page break of an e-book, and at the head of each page of a PDF."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

from paged import page_texts

OPF = "{http://www.idpf.org/2007/opf}"
XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"


def begun(epub: bytes) -> list[tuple[str, str]]:
    """Return the label of each page break, and the letters of all that follows it in the spine."""
    pieces = [piece for body in _spine(epub) for piece in _pieces(body)]
    ends = [place for place, (kind, _) in enumerate(pieces) if kind == "break"]
    return [
        (pieces[at][1], letters("".join(text for kind, text in pieces[at:] if kind == "text"))) for at in ends
    ]


def page_list(epub: bytes) -> list[tuple[str, str]]:
    """Return the labels and targets of the page list in the navigation document."""
    with zipfile.ZipFile(io.BytesIO(epub)) as archive:
        root = fromstring(archive.read("EPUB/nav.xhtml"))
    lists = (nav for nav in root.iter(f"{XHTML}nav") if nav.get(TYPE) == "page-list")
    return [("".join(a.itertext()), a.get("href", "")) for nav in lists for a in nav.iter(f"{XHTML}a")]


def heads(pdf: bytes) -> list[str]:
    """Return the letters of each page of a PDF; those of the body come first."""
    return [letters(text) for text in page_texts(pdf)]


def letters(text: str) -> str:
    """Return the letters of a text, without figures and signs: marks of notes differ between formats."""
    return "".join(filter(str.isalpha, text)).casefold()


def _spine(epub: bytes) -> Iterator[Element]:
    with zipfile.ZipFile(io.BytesIO(epub)) as archive:
        package = fromstring(archive.read("EPUB/content.opf"))
        items = {item.get("id"): item.attrib["href"] for item in package.iter(f"{OPF}item")}
        for reference in package.iter(f"{OPF}itemref"):
            file = posixpath.join("EPUB", items[reference.get("idref")])
            yield from fromstring(archive.read(file)).iter(f"{XHTML}body")


def _pieces(element: Element) -> Iterator[tuple[str, str]]:
    if element.get(TYPE) == "pagebreak":
        yield "break", element.get("aria-label", "")
    yield "text", element.text or ""
    for child in element:
        yield from _pieces(child)
        yield "text", child.tail or ""


def opened(epub: bytes, file: str) -> bytes:
    """Return a file of the package."""
    with zipfile.ZipFile(io.BytesIO(epub)) as archive:
        return archive.read(f"EPUB/{file}")
