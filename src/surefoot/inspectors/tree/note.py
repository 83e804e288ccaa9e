"""Read one note of an element tree: its words, its addresses, its ways back, its number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from surefoot.inspectors.tree.names import Element, is_folded, name
from surefoot.inspectors.tree.numbering import ordinals
from surefoot.inspectors.tree.scripts import level
from surefoot.inspectors.tree.shown import Event, outward, shown, shows_nothing, words
from surefoot.inspectors.tree.sight import EVERYTHING, Sight
from surefoot.inspectors.tree.signs import leads_back
from surefoot.text import absolute, address, fold, printed_address, spaced

_STOP = re.compile(r"\A[.):](?=\s)")


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
    folded: bool = False
    """All its words are folded away."""


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
    reading = _Reading(sight)
    for event, at, text in shown(element, sight):
        match event:
            case Event.WORDS:
                reading.hear(text)
            case Event.BACK:
                reading.lead_back(at)
            case Event.ENTER:
                reading.enter(at)
            case Event.ADDRESS:
                reading.link(at, text)
            case Event.LEAVE:
                reading.leave()
    return reading.note()


@dataclass(slots=True)
class _Reading:
    """What was read of a note so far."""

    sight: Sight
    pieces: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    back: list[str] = field(default_factory=list)
    number: str = ""
    begun: bool = False
    """A word was read."""
    unfolded: bool = False
    """A word was read that is not folded away."""
    folds: list[bool] = field(default_factory=lambda: [False, False])

    def hear(self, text: str) -> None:
        # The stop of a number belongs to the number.
        said = _STOP.sub("", text) if self.back and not self.begun else text
        self.pieces.append(said)
        if fold(said):
            self.begun = True
            self.unfolded = self.unfolded or not self.folds[-1]

    def lead_back(self, way: Element) -> None:
        if not self.back and not self.begun:
            self.number = mark(way)
        self.back.append(href(way))
        said = words(way, self.sight)
        if not leads_back(said):
            self.hear(said)

    def enter(self, element: Element) -> None:
        self.folds.append(is_folded(element, around=self.folds[-1], further=self.folds[-2]))
        if name(element) == "a" and not shows_nothing(element, self.sight):
            self.link(element, "")

    def leave(self) -> None:
        self.folds.pop()

    def link(self, element: Element, printed: str) -> None:
        target = outward(element.get("href", ""))
        if absolute(target):
            self.links.append((address(target), printed_address(printed, target)))

    def note(self) -> Note:
        return Note(
            self.number if self.number.isalnum() else "",
            spaced("".join(self.pieces)),
            tuple(target for target, _ in self.links),
            tuple(printed for _, printed in self.links),
            tuple(self.back),
            folded=self.begun and not self.unfolded,
        )


def read_whole(element: Element, sight: Sight) -> tuple[Note, bool]:
    """Return what a note says, and whether it is seen. What is hidden as a whole says what it hides."""
    note = read_note(element, sight)
    if not note.text and (whole := read_note(element, EVERYTHING)).text:
        return whole, False
    return note, not note.folded


def native_numbers(items: Iterable[Element]) -> dict[Element | None, str]:
    """Return the number that each of the ``items`` of ordered lists bears (HTML, section 4.4.8)."""
    numbers: dict[Element | None, str] = {}
    parents = (item.getparent() for item in items)
    for ordered in {parent for parent in parents if parent is not None and name(parent) == "ol"}:
        numbers |= {item: str(number) for item, number in ordinals(ordered)}
    return numbers
