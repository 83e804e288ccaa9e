"""Lay each note behind its call, with its number and its ways back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from surefoot.backlinks import append_backlinks
from surefoot.composition import ComposedNote, is_call
from surefoot.words import Words
from surefoot.writers.pdf.sheet.insets import Insets
from surefoot.writers.pdf.sheet.placement import Placement, Standing

NOTE = "fn-note"
"""The name of a note's element: one of our own, which no author's class or element can be mistaken for."""
_WITHIN_LINES = frozenset({"a", "b", "cite", "em", "i", "s", "small", "span", "strong", "u"})
"""Elements that do not end the line before them."""


@dataclass(frozen=True, slots=True)
class LaidNotes:
    """The notes as elements of the tree."""

    elements: dict[Element, str] = field(default_factory=dict)
    """Every element that holds a note, and the note's id."""


def lay(body: Element, notes: tuple[ComposedNote, ...], placement: Placement, words: Words) -> LaidNotes:
    """Put ``notes`` into ``body``, each where ``placement`` wants it."""
    laid = LaidNotes()
    parents = {child: parent for parent in body.iter() for child in parent}
    insets = Insets(body, parents, words)
    calls = {element.get("id"): element for element in body.iter("a") if is_call(element)}
    _part_rows(body)
    for call in calls.values():
        call.set("aria-label", words.footnote.format(call.text))
    for note in notes:
        element = _furnished(note, words)
        laid.elements[element] = note.id
        call = calls[note.calls[0].id]
        standing = placement.of(note.id)
        if standing is Standing.FOOT:
            _behind_call(call, element, parents)
        else:
            element.set("class", "inset")
            insets.put(element, call, standing)
    return laid


def _part_rows(element: Element, *, behind_call: bool = False) -> bool:
    """Mark each call that follows another without a character between: 2 and 3 must not read as 23.

    Return whether ``element`` ends with a call.
    """
    if is_call(element):
        if behind_call:
            element.set("data-row", "")
        return True
    behind_call = behind_call and element.tag in _WITHIN_LINES and not element.text
    for child in element:
        behind_call = _part_rows(child, behind_call=behind_call) and not child.tail
    return behind_call


def _furnished(note: ComposedNote, words: Words) -> Element:
    """Return the note with its number at its head, a way back, and further ones at its end."""
    element = note.element
    element.tag = NOTE
    element.attrib.clear()
    element.set("id", note.id)
    first, *further = note.calls
    total = len(note.calls)
    _prepend(_first_paragraph(element), _way_back(first.id, str(note.number), words.way_back(1, total)))
    ways = [
        _way_back(call.id, f"↑{rank}", words.way_back(rank, total))
        for rank, call in enumerate(further, start=2)
    ]
    append_backlinks(element, ways)
    return element


def _way_back(call: str, text: str, label: str) -> Element:
    link = Element("a", {"class": "backlink", "href": f"#{call}", "aria-label": label})
    link.text = text
    return link


def _first_paragraph(note: Element) -> Element:
    """Return the first block of ``note`` if it is a paragraph, or a new one before it."""
    if len(note) and note[0].tag == "p":
        return note[0]
    paragraph = Element("p")
    note.insert(0, paragraph)
    return paragraph


def _prepend(paragraph: Element, link: Element) -> None:
    link.set("class", "backlink number")
    paragraph.text, link.tail = "", paragraph.text
    paragraph.insert(0, link)


def _behind_call(call: Element, note: Element, parents: Mapping[Element, Element]) -> None:
    note.tail, call.tail = call.tail, None
    siblings = parents[call]
    siblings.insert(list(siblings).index(call) + 1, note)
