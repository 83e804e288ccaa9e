"""The language of a note that its author wrote in the middle of words of another language."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from surefoot.model import Note

_SAID = ("lang", "dir")


def settle(body: Element, notes: Iterable[tuple[Note, Element]]) -> None:
    """Let the blocks of each inline note say the language around its call in ``body``.

    A note with a label is defined outside of all text, so it is in the document's own.
    """
    parents = {child: parent for parent in body.iter() for child in parent}
    calls = {element.get("id"): element for element in body.iter("a")}
    for note, element in notes:
        if not note.label and (call := calls.get(note.calls[0].id if note.calls else None)) is not None:
            said = _around(call, parents)
            for block in element:
                block.attrib = said | block.attrib


def _around(call: Element, parents: dict[Element, Element]) -> dict[str, str]:
    """Return what the nearest element around ``call`` says of language and direction."""
    element: Element | None = call
    while element is not None:
        if said := {key: element.attrib[key] for key in _SAID if key in element.attrib}:
            return said
        element = parents.get(element)
    return {}
