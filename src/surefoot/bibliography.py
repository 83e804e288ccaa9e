"""Ties the citations in the text to the entries of the bibliography, in the element tree."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from xml.etree.ElementTree import Element

from surefoot.composition import HEADINGS

CITATION, ENTRY, BIBLIOGRAPHY = "biblioref", "entry", "bibliography"
"""The classes of a link from a citation in the text to its entry, of an entry, and of what holds them all."""


def is_citation(element: Element) -> bool:
    """Whether an element is a link from a citation in the text to its entry."""
    return element.tag == "a" and element.get("class") == CITATION


def is_entry(element: Element) -> bool:
    """Whether an element is an entry of the bibliography."""
    return element.tag == "p" and element.get("class") == ENTRY


def tie(part: Element, entries: Collection[str]) -> None:
    """Make a paragraph of each of the ``entries``, given by their ids; nothing else may look like one.

    Pandoc gives the role of a list to whatever is called ``refs``, with a style
    of notes too, where no entry stands in it: WAI-ARIA 1.2 wants items in a list.
    """
    for element in list(part.iter()):
        if element.get("role") == "list" and not _lists(element):
            del element.attrib["role"]
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
    """Put the bibliography and the heading right before it into a section that says what it is.

    Where there is no such heading, ``name`` names it. The roles are those of
    DPUB-ARIA 1.1, where an entry is a list item: ``doc-biblioentry`` is deprecated.
    """
    for parent in list(body.iter()):
        for at, child in enumerate(parent):
            if child.get("class") == BIBLIOGRAPHY:
                titled = at > 0 and parent[at - 1].tag in HEADINGS
                parent[at - titled : at + 1] = [_section(parent[at - titled : at + 1], name)]
                return


def _lists(element: Element) -> bool:
    items = [child.tag == "li" or child.get("role") == "listitem" for child in element]
    return bool(items) and all(items)


def _make_paragraph(entry: Element) -> None:
    """Let the only paragraph of an entry be the entry."""
    (paragraph,) = entry
    entry.tag = "p"
    entry.set("class", ENTRY)
    entry.text, entry[:] = paragraph.text, list(paragraph)


def _section(parts: Sequence[Element], name: str) -> Element:
    """Return the section of a bibliography: its heading, if it has one, and the list of entries."""
    *headings, listing = parts
    section = Element("section", {"role": "doc-bibliography"})
    if headings:
        section.set("aria-labelledby", headings[0].get("id", ""))
    else:
        section.set("aria-label", name)
    section.extend(parts)
    section.tail, listing.tail = listing.tail, None
    listing.set("role", "list")
    for entry in listing:
        entry.set("role", "listitem")
    return section
