"""Gives every element an id that all reading systems take, and moves the links along."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from surefoot.composition import Composition, is_call

TITLE = "title"
"""Of the book's title."""
NOTES_OF_TITLE = "notes-of-title"
"""Of the notes that the title calls."""
COLOPHON = "colophon"
"""Of the colophon."""
CAPTION = "caption"
"""Of the caption of a table that scrolls, with a number behind it."""

_OURS = re.compile(
    r"(?:title|contents|landmarks|colophon|page(?:s|-[0-9]+)|notes(?:-of-(?:[0-9]+|title))?)(?:-heading)?"
    r"|caption-[0-9]+"
)
_LISTS_OF_IDS = ("aria-labelledby", "aria-describedby", "aria-details", "headers")


def settle(book: Composition) -> Composition:
    """Rename in place every id that is not of ASCII letters, digits and hyphens; return the book.

    XML allows more, but links to other ids fail in reading systems that use them
    as CSS selectors. Ids become unique in the whole book, since some systems
    join its files into one. Where two elements bear one id, links keep to the first.
    """
    names = _rename(book)
    for tree in book.parts:
        _follow(tree, names)
    return replace(book, headings=tuple(replace(h, id=names.get(h.id, h.id)) for h in book.headings))


def _rename(book: Composition) -> dict[str, str]:
    """Rename all but calls and notes, and return the new names by the old ones."""
    taken = {name for note in book.notes for name in (note.id, *(call.id for call in note.calls))}
    names: dict[str, str] = {}
    for element in (e for tree in book.parts for e in tree.iter() if "id" in e.attrib and not is_call(e)):
        old = element.attrib["id"]
        new = _free(_plain(old), taken)
        taken.add(new)
        names.setdefault(old, new)
        element.set("id", new)
    return names


def _plain(name: str) -> str:
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z0-9]+", "-", ascii_name).strip("-")
    return plain if plain[:1].isalpha() else f"id-{plain}".rstrip("-")


def _free(wish: str, taken: set[str]) -> str:
    candidate, count = wish, 1
    while candidate in taken or _OURS.fullmatch(candidate):
        count += 1
        candidate = f"{wish}-{count}"
    return candidate


def notes_of(part: int) -> str:
    """Return the id of a part's notes, where a book has several parts; 0 for the only part."""
    return f"notes-of-{part}" if part else "notes"


def page_break(rank: int) -> str:
    """Return the id of the place where a page begins: they are counted, as several may bear one number."""
    return f"page-{rank}"


def _follow(root: Element, names: dict[str, str]) -> None:
    for element in root.iter():
        target = element.get("href", "")
        if target.startswith("#") and not is_call(element):
            old = target[1:] if target[1:] in names else unquote(target[1:])
            element.set("href", f"#{names.get(old, old)}")
        for attribute in _LISTS_OF_IDS:
            if value := element.get(attribute):
                element.set(attribute, " ".join(names.get(old, old) for old in value.split()))
