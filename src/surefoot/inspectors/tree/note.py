"""Read one note of an element tree: its words, its addresses, its ways back, its number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from surefoot.inspectors.tree.shown import Element, Event, name, shown
from surefoot.text import absolute, address, fold

_INTEGER = re.compile(r"\s*(-?[0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Note:
    """What a note element says."""

    number: str
    """As a way back at its head prints it; empty where there is none."""
    text: str
    """Folded; see :class:`surefoot.model.Citation`."""
    links: tuple[str, ...]
    back: tuple[str, ...]
    """Where its ways back lead, as written."""


def mark(element: Element) -> str:
    """Return the mark that a call or a way back prints, without brackets."""
    words = "".join(words for event, _, words in shown(element) if event is Event.WORDS)
    return fold(words).strip("[](){}")


def href(element: Element) -> str:
    """Return where a link leads: the element itself, or the first link within it."""
    return next((link.get("href", "") for link in element.iter("{*}a") if link.get("href")), "")


def read_note(element: Element) -> Note:
    """Return what is shown of a note, its number and its ways back apart from its words."""
    pieces: list[str] = []
    links: list[str] = []
    back: list[str] = []
    number = ""
    for event, at, words in shown(element):
        if event is Event.WORDS:
            pieces.append(words)
        elif event is Event.BACK:
            if not back and not fold("".join(pieces)):
                number = mark(at)
            back.append(href(at))
        elif event in {Event.ENTER, Event.ADDRESS} and name(at) == "a" and absolute(at.get("href", "")):
            links.append(address(at.get("href", "")))
    return Note(number if number.isalnum() else "", fold("".join(pieces)), tuple(links), tuple(back))


def native_numbers(items: Iterable[Element]) -> dict[Element | None, str]:
    """Return the number that each of the ``items`` of ordered lists bears (HTML, section 4.4.8)."""
    numbers: dict[Element | None, str] = {}
    parents = (item.getparent() for item in items)
    for ordered in {parent for parent in parents if parent is not None and name(parent) == "ol"}:
        following = _integer(ordered.get("start"), 1)
        for item in ordered.iterchildren("{*}li"):
            number = _integer(item.get("value"), following)
            numbers[item] = str(number)
            following = number + 1
    return numbers


def _integer(written: str | None, otherwise: int) -> int:
    found = _INTEGER.match(written or "")
    return int(found[1]) if found else otherwise
