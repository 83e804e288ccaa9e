"""Ties the citations in the text to the entries of the bibliography, in the element tree."""

from __future__ import annotations

from collections.abc import Collection
from xml.etree.ElementTree import Element

CITATION, ENTRY, BIBLIOGRAPHY = "biblioref", "entry", "bibliography"
"""The classes of a link from a citation in the text to its entry, of an entry, and of what holds them all."""
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


def is_citation(element: Element) -> bool:
    """Whether an element is a link from a citation in the text to its entry."""
    return element.tag == "a" and element.get("class") == CITATION


def is_entry(element: Element) -> bool:
    """Whether an element is an entry of the bibliography."""
    return element.tag == "p" and element.get("class") == ENTRY


def tie(part: Element, entries: Collection[str]) -> None:
    """Make a paragraph of each of the ``entries``, given by their ids; nothing else may look like one."""
    for element in list(part.iter()):
        classes = element.get("class", "").split()
        if ENTRY in classes and element.get("id") in entries:
            _make_paragraph(element)
        elif BIBLIOGRAPHY in classes and len(element) and all(each.get("id") in entries for each in element):
            element.attrib = {"class": BIBLIOGRAPHY}
        elif CITATION in classes and element.get("href", "").removeprefix("#") in entries:
            element.set("class", CITATION)
        elif ours := {ENTRY, BIBLIOGRAPHY, CITATION} & set(classes):
            element.set("class", " ".join(name for name in classes if name not in ours))


def enclose(body: Element, name: str) -> None:
    """Put the bibliography into a landmark that says what it is, named by its heading or else by ``name``.

    The roles are those of DPUB-ARIA 1.1, where an entry is a list item:
    ``doc-biblioentry`` is deprecated.
    """
    for parent in list(body.iter()):
        for at, child in enumerate(parent):
            if child.get("class") == BIBLIOGRAPHY:
                parent[at] = _landmark(child, parent[at - 1] if at else None, name)


def _make_paragraph(entry: Element) -> None:
    """Let the only paragraph of an entry be the entry."""
    (paragraph,) = entry
    entry.tag = "p"
    entry.set("class", ENTRY)
    entry.text, entry[:] = paragraph.text, list(paragraph)


def _landmark(listing: Element, before: Element | None, name: str) -> Element:
    box = Element("div", {"role": "doc-bibliography"})
    if before is not None and before.tag in _HEADINGS:
        box.set("aria-labelledby", before.get("id", ""))
    else:
        box.set("aria-label", name)
    box.tail, listing.tail = listing.tail, None
    listing.set("role", "list")
    for entry in listing:
        entry.set("role", "listitem")
    box.append(listing)
    return box
