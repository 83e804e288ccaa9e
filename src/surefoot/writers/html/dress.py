"""Dresses the shared tree for a web page: calls, notes and their ways back, pictures.

The roles are those of DPUB-ARIA 1.1. Every accessible name begins with the
visible label (WCAG 2.2, 2.5.3) and tells apart what leads to different places.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from surefoot.backlinks import append_backlinks
from surefoot.bibliography import is_citation
from surefoot.composition import ComposedCall, ComposedNote, is_call
from surefoot.errors import WriterError
from surefoot.pictures import Image
from surefoot.text import absolute, without_address
from surefoot.words import Words

UP = "↑"
"""The sign of a way back."""


def name_calls(root: Element, words: Words) -> None:
    """Say of each call what it is, and print it in brackets, which outlive every style."""
    for call in root.iter("a"):
        if is_call(call):
            call.set("role", "doc-noteref")
            call.set("aria-label", words.footnote.format(call.text))
            call.text = f"[{call.text}]"


def name_citations(root: Element) -> None:
    """Say of each citation in the text what it is: a link to its entry."""
    for citation in filter(is_citation, root.iter("a")):
        citation.set("role", "doc-biblioref")


def list_notes(notes: tuple[ComposedNote, ...], words: Words) -> Element:
    """Return the notes as one ``ol``, each with a way back to every call.

    A note's blocks stand right in its item: Firefox's reader view drops a note
    of many links that is wrapped in a ``div``.
    """
    numbered = Element("ol")
    for note in notes:
        item = SubElement(numbered, "li", {"id": note.id, "value": str(note.number)})
        item.extend(note.element)
        ways = [_way_back(note, call, rank, words) for rank, call in enumerate(note.calls, start=1)]
        append_backlinks(item, ways)
    return numbered


def embed_images(root: Element, images: Mapping[str, Image]) -> None:
    """Put the pictures into the page.

    Raises:
        WriterError: a picture is not among ``images``.
    """
    for picture in root.iter("img"):
        name = picture.get("src", "")
        if name not in images:
            raise WriterError(f"The picture {name!r} is not among the document's images.")
        encoded = b64encode(images[name].data).decode("ascii")
        picture.set("src", f"data:{images[name].media_type};base64,{encoded}")


def mark_addresses(root: Element) -> None:
    """Tell links that print their address from others, whose address paper has to add."""
    for link in root.iter("a"):
        target = link.get("href", "")
        if absolute(target) and not without_address("".join(link.itertext()), target):
            link.set("class", "uri")


def say_language(root: Element, language: str) -> None:
    """Mark the names of calls and ways back as words of ``language``, if it is given."""
    for link in root.iter("a"):
        if language and link.get("role") in {"doc-noteref", "doc-backlink"}:
            link.set("lang", language)


def _way_back(note: ComposedNote, call: ComposedCall, rank: int, words: Words) -> Element:
    total = len(note.calls)
    sign = f"{UP}{rank}" if total > 1 else UP
    name = [f"{sign} {words.way_back(rank, total)}", words.footnote.format(note.number), call.section]
    way = Element("a", {"class": "backlink", "href": f"#{call.id}", "role": "doc-backlink"})
    way.set("aria-label", ", ".join(filter(None, name)))
    way.text = sign
    return way
