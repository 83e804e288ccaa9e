"""Go through pages once: where the calls stand, and which elements are notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from surefoot.inspectors.prose import Prose
from surefoot.inspectors.tree.shown import Element, Event, kinds, name, shown

_NOTE = {"footnote", "endnote", "rearnote"}
_NOTES = {"footnotes", "endnotes", "rearnotes"}
_ITEM = {"li", "listitem"}
_NAVIGATION = {"nav", "navigation", "toc"}


@dataclass(frozen=True, slots=True)
class Page:
    """One content document."""

    path: str
    """Inside its container; empty for a file that stands alone."""
    body: Element


@dataclass(frozen=True, slots=True)
class Call:
    """A note reference, and where it stands."""

    page: str
    element: Element
    claim: str


@dataclass(frozen=True, slots=True)
class Item:
    """A possible note: what says that it is one, or a list item among notes."""

    page: str
    outer: Element | None
    """The possible note that it lies in."""


@dataclass(frozen=True, slots=True)
class Survey:
    """Calls and possible notes, in reading order."""

    calls: list[Call] = field(default_factory=list)
    items: dict[Element, Item] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where a reader is: in which prose, whether among notes, in which possible note."""

    prose: Prose
    among_notes: bool = False
    item: Element | None = None


def survey(pages: Sequence[Page]) -> Survey:
    """Return the calls and possible notes of ``pages``, which are in reading order."""
    found = Survey()
    for page in pages:
        _read(page, found)
    return found


def _read(page: Page, found: Survey) -> None:
    scopes = [_Scope(Prose())]
    for event, element, words in shown(page.body):
        if event is Event.WORDS:
            scopes[-1].prose.read(words)
        elif event is Event.CALL:
            found.calls.append(Call(page.path, element, scopes[-1].prose.claim()))
        elif event is Event.ENTER:
            scopes.append(_enter(scopes[-1], element))
            if scopes[-1].item is element:
                found.items[element] = Item(page.path, scopes[-2].item)
        elif event is Event.LEAVE:
            scopes.pop()


def _enter(scope: _Scope, element: Element) -> _Scope:
    """Return the scope within ``element``. Notes and navigation are no part of the prose around them."""
    said = kinds(element) | {name(element)}
    is_item = bool(said & _NOTE or (scope.among_notes and said & _ITEM))
    if not (is_item or said & _NOTES or said & _NAVIGATION):
        return scope
    # pandoc puts all notes of a block into one box that says it is a footnote.
    among_notes = scope.among_notes or is_item or bool(said & _NOTES)
    return _Scope(Prose(), among_notes, element if is_item else scope.item)


def notes(items: Mapping[Element, Item], called: set[Element]) -> Iterator[Element]:
    """Yield the true notes: those that are called, and what could be one besides.

    An item of a list inside a note is no note, and neither is a box around
    called notes.
    """
    boxes: set[Element] = set()
    for element in called:
        box = items[element].outer
        while box is not None and box not in boxes:
            boxes.add(box)
            box = items[box].outer
    within: set[Element | None] = set()
    for element, item in items.items():
        inside = item.outer in within
        if element in called or not (inside or element in boxes):
            yield element
            within.add(element)
        elif inside:
            within.add(element)
