"""Read one note of an element tree: its words, its addresses, its ways back, its number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from surefoot.inspectors.tree.names import Element, name
from surefoot.inspectors.tree.scripts import level
from surefoot.inspectors.tree.shown import Event, shown, words
from surefoot.inspectors.tree.sight import EVERYTHING, Sight
from surefoot.text import absolute, address, fold, printed_address, spaced

_STOP = re.compile(r"\A[.):](?=\s)")
_INTEGER = re.compile(r"\s*(-?[0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Note:
    """What a note element says."""

    number: str
    """As a way back at its head prints it; empty where there is none."""
    text: str
    """See :class:`surefoot.promise.Citation`."""
    links: tuple[str, ...]
    shown: tuple[str, ...]
    """For each of ``links`` the address that it prints."""
    back: tuple[str, ...]
    """Where its ways back lead, as written."""

    @property
    def says_nothing(self) -> bool:
        """Whether a reader finds neither words nor addresses."""
        return not self.text and not self.links


def mark(element: Element, sight: Sight = EVERYTHING) -> str:
    """Return the mark that a call or a way back prints, level with the line and without brackets."""
    return level(printed(element, sight))


def printed(element: Element, sight: Sight = EVERYTHING) -> str:
    """Return what a link prints, folded and without brackets."""
    return fold(words(element, sight)).strip("[](){}")


def href(element: Element) -> str:
    """Return where a link leads: the element itself, or the first link within it."""
    return next((link.get("href", "") for link in element.iter("{*}a") if link.get("href")), "")


def read_note(element: Element, sight: Sight) -> Note:
    """Return what is shown of a note, its number and its ways back apart from its words."""
    pieces: list[str] = []
    links: list[tuple[str, str]] = []
    back: list[str] = []
    number = ""
    for event, at, text in shown(element, sight):
        if event is Event.WORDS:
            # The stop of a number belongs to the number.
            pieces.append(_STOP.sub("", text) if back and not fold("".join(pieces)) else text)
        elif event is Event.BACK:
            if not back and not fold("".join(pieces)):
                number = mark(at)
            back.append(href(at))
        elif event in {Event.ENTER, Event.ADDRESS}:
            links += _address(at, text)
    return Note(
        number if number.isalnum() else "",
        spaced("".join(pieces)),
        tuple(target for target, _ in links),
        tuple(printed for _, printed in links),
        tuple(back),
    )


def read_whole(element: Element, sight: Sight) -> tuple[Note, bool]:
    """Return what a note says, and whether it is seen. What is hidden as a whole says what it hides."""
    note = read_note(element, sight)
    if note.says_nothing and not (whole := read_note(element, EVERYTHING)).says_nothing:
        return whole, False
    return note, True


def _address(element: Element, text: str) -> Iterable[tuple[str, str]]:
    """Yield the address that a link leads to, if it leads out of the file, and the one that it prints."""
    target = element.get("href", "")
    if name(element) == "a" and absolute(target):
        yield address(target), printed_address(text, target)


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
