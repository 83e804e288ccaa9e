"""Dresses calls and notes so that reading systems show a note in place and lead back.

What is spelled here was measured against reading systems. The call is a link of
``epub:type`` ``noteref`` alone, without child elements: some match the attribute
exactly, and pop-ups break on children. The note is a ``div``, for several systems
take an ``aside`` out of the flow. Its number stands in a way back, which pop-ups
hide, and its text outside.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from surefoot.backlinks import append_backlinks
from surefoot.composition import ComposedCall, ComposedNote, Composition, is_call
from surefoot.returns import lead_back
from surefoot.words import Words, words
from surefoot.writers.epub.content.xhtml import language_of_ours

UP = "↑"
"""The sign of a way back."""


def dress(book: Composition) -> None:
    """Give in place calls their roles and names, notes their number and ways back."""
    spoken, own = words(book.metadata.language), language_of_ours(book.metadata.language)
    for call in (*_calls(book.title), *_calls(book.body)):
        mark = call.text or ""
        call.text = f"[{mark}]"
        call.attrib |= {"epub:type": "noteref", "role": "doc-noteref"} | own
        call.set("aria-label", spoken.footnote.format(mark))
    lead_back(book.parts, spoken, {"epub:type": "backlink"} | own)
    for note in book.notes:
        _dress_note(
            note, [_way_back(note, call, rank, spoken, own) for rank, call in enumerate(note.calls, 1)]
        )


def called(root: Element) -> list[str]:
    """List the ids of the notes that are called in ``root``, in order."""
    return [call.get("href", "").removeprefix("#") for call in _calls(root)]


def gather(notes: Sequence[ComposedNote], name: str, language: str) -> Element:
    """Return a section of dressed notes, whose id is ``name``."""
    heading = f"{name}-heading"
    attributes = {"id": name, "class": "notes", "epub:type": "endnotes", "role": "doc-endnotes"}
    section = Element("section", attributes | {"aria-labelledby": heading})
    SubElement(section, "h2", {"id": heading} | language_of_ours(language)).text = words(language).notes
    listing = SubElement(section, "div", {"role": "list"})
    for note in notes:
        SubElement(listing, "div", {"role": "listitem"}).append(note.element)
    return section


def _calls(root: Element) -> list[Element]:
    return list(filter(is_call, root.iter("a")))


def _dress_note(note: ComposedNote, ways: Sequence[Element]) -> None:
    element = note.element
    element.attrib |= {"id": note.id, "class": "note", "epub:type": "footnote", "role": "doc-footnote"}
    if not ways:
        return
    first = _first_paragraph(element)
    ways[0].tail = f" {first.text or ''}"
    first.text = None
    first.insert(0, ways[0])
    append_backlinks(element, ways[1:])


def _way_back(
    note: ComposedNote, call: ComposedCall, rank: int, spoken: Words, own: dict[str, str]
) -> Element:
    """Return a link whose name begins with what it shows (WCAG 2.2, 2.5.3) and says where it leads.

    Further ways back show no number of their note: its name tells those of several notes apart.
    """
    shown = f"[{note.number}]" if rank == 1 else f"{UP}{rank}"
    which = "" if rank == 1 else spoken.footnote.format(note.number)
    name = ", ".join(filter(None, [f"{shown} {spoken.way_back(rank, len(note.calls))}", which, call.section]))
    way = Element("a", {"class": "backlink", "href": f"#{call.id}", "epub:type": "backlink"})
    way.attrib |= {"role": "doc-backlink", "aria-label": name} | own
    way.text = shown
    return way


def _first_paragraph(element: Element) -> Element:
    """Return the paragraph that a note begins with; a new one where another block stands there."""
    if not len(element) or element[0].tag != "p":
        element.insert(0, Element("p"))
    return element[0]
