"""The language of notes, and the side from which they are written."""

from __future__ import annotations

from collections import defaultdict
from unicodedata import bidirectional
from xml.etree.ElementTree import Element

from surefoot.writers.pdf.sheet.notes import LaidNotes

_SIDES = {"L": "ltr", "R": "rtl", "AL": "rtl"}
"""Of letters (Unicode, annex 9)."""


def settle(root: Element, notes: LaidNotes) -> None:
    """Let notes be in the document's language, as they are in the source, and each written from its own side.

    A note that is called in words of another language stands among these on
    paper only. All of its letters being written from the other side, as in a title that an
    Arabic document cites in English, its signs and numbers would change ends.
    """
    own = {"lang": root.attrib["lang"], "dir": root.attrib["dir"]}
    _set_apart(root, notes, own)
    letters: defaultdict[str, set[str]] = defaultdict(set)
    for element, name in notes.elements.items():
        letters[name] |= {
            _SIDES[side] for side in map(bidirectional, "".join(element.itertext())) if side in _SIDES
        }
    for element, name in notes.elements.items():
        if letters[name] not in (set(), {own["dir"]}, set(_SIDES.values())):
            element.set("dir", *letters[name])


def _set_apart(root: Element, notes: LaidNotes, own: dict[str, str]) -> None:
    for element in root[1].iter():
        if "lang" in element.attrib or "dir" in element.attrib:
            for note in element.iter():
                if note in notes.elements:
                    note.attrib |= own
