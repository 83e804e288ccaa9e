"""Dresses the shared tree for a web page: roles, names, ways back, pictures, what may scroll.

The roles are those of DPUB-ARIA 1.1. Every accessible name begins with the
visible label (WCAG 2.2, 2.5.3) and tells apart what leads to different places.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from surefoot.compose import ComposedCall, ComposedNote, Image
from surefoot.errors import WriterError
from surefoot.words import Words

UP = "↑"
"""The sign of a way back."""

_HEADINGS = {"h2", "h3", "h4", "h5", "h6"}


def name_calls(body: Element, words: Words) -> None:
    """Say of each call what it is, and print it in brackets, which outlive every style."""
    for call in body.iter("a"):
        if call.get("class") == "noteref":
            call.set("role", "doc-noteref")
            call.set("aria-label", words.footnote.format(call.text))
            call.text = f"[{call.text}]"


def list_notes(notes: tuple[ComposedNote, ...], words: Words) -> Element:
    """Return the notes as one ``ol``, each with a way back to every call.

    A note's blocks stand right in its item: Firefox's reader view drops a note
    of many links that is wrapped in a ``div``.
    """
    numbered = Element("ol")
    for note in notes:
        item = SubElement(numbered, "li", {"id": note.id, "value": str(note.number)})
        item.extend(note.element)
        _lead_back(item, note, words)
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


def open_to_keyboard(root: Element, taken: set[str]) -> None:
    """Let the keyboard reach whatever may be wider than the page (WCAG 2.2, 2.1.1)."""
    parents = {child: parent for parent in root.iter() for child in parent}
    section = ""
    for element in list(root.iter()):
        if element.tag in _HEADINGS:
            section = element.get("id", "")
        elif element.tag == "table":
            _replace(parents[element], element, _frame(element, section, taken))
        elif element.tag == "pre":
            _keep_first_line_feed(element).set("tabindex", "0")
        elif element.tag == "math" and element.get("display") == "block":
            box = Element("span", {"class": "formula", "tabindex": "0"})
            _replace(parents[element], element, box)


def free(wish: str, taken: set[str]) -> str:
    """Return ``wish``, lengthened until nothing else bears that id, and take it."""
    while wish in taken:
        wish += "-x"
    taken.add(wish)
    return wish


def _lead_back(item: Element, note: ComposedNote, words: Words) -> None:
    ends_in_prose = len(item) and item[-1].tag == "p"
    paragraph = item[-1] if ends_in_prose else SubElement(item, "p")
    for rank, call in enumerate(note.calls, start=1):
        _append_text(paragraph, " ")
        paragraph.append(_way_back(note, call, rank, words))


def _way_back(note: ComposedNote, call: ComposedCall, rank: int, words: Words) -> Element:
    total = len(note.calls)
    sign = f"{UP}{rank}" if total > 1 else UP
    name = [f"{sign} {words.back.format(rank, total)}", words.footnote.format(note.number), call.section]
    way = Element("a", {"class": "backlink", "href": f"#{call.id}", "role": "doc-backlink"})
    way.set("aria-label", ", ".join(filter(None, name)))
    way.text = sign
    return way


def _append_text(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _frame(table: Element, section: str, taken: set[str]) -> Element:
    """Return a box that scrolls, named by the table's caption or else by its section."""
    caption = table.find("caption")
    frame = Element("div", {"class": "table-frame", "tabindex": "0", "role": "group"})
    if caption is not None:
        # A landmark only where it has a name of its own.
        frame.set("role", "region")
        section = caption.attrib.setdefault("id", free("caption", taken))
    if section:
        frame.set("aria-labelledby", section)
    return frame


def _replace(parent: Element, element: Element, box: Element) -> None:
    """Put ``box`` around ``element``, at its place."""
    parent[list(parent).index(element)] = box
    box.tail, element.tail = element.tail, None
    box.append(element)


def _keep_first_line_feed(block: Element) -> Element:
    # An HTML parser drops a line feed that opens a pre (HTML, 13.2.6.4.7).
    if (block.text or "").startswith("\n"):
        block.text = f"\n{block.text}"
    return block
