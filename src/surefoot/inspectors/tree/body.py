"""The prose of pages: the body without notes, navigation and what a title block says beside the title.

Body is what the standards do not set apart: not ``nav``, ``footer`` or search,
nor the roles of WAI-ARIA and of Digital Publishing WAI-ARIA for these. Of a
``header``, an ``hgroup`` or a title page it is the headings and the abstract. A
footer in a quotation says whose it is, and stays.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from surefoot.inspectors.tree.bibliography import is_bibliography
from surefoot.inspectors.tree.names import HEADINGS, Element, is_block, kinds, name
from surefoot.inspectors.tree.shown import Event, shown, shows_nothing
from surefoot.inspectors.tree.survey import Page
from surefoot.promise import Prose
from surefoot.text import absolute, address, printed_address, spaced, told

_TITLE_BLOCK = frozenset({"header", "banner", "hgroup", "titlepage", "halftitlepage", "cover"})
_APART = frozenset(
    (
        "nav navigation toc landmarks page-list pagelist pageheader pagefooter footer contentinfo search "
        "subtitle copyright-page button select textarea"
    ).split()
)
_TITLE = HEADINGS | {"heading", "abstract"}
_COLLECTED = {
    "cells": frozenset({"td", "th"}),
    "items": frozenset({"li", "listitem"}),
    "quotations": frozenset({"blockquote"}),
    "headings": HEADINGS | {"heading"},
}
_UNSAFE = ("javascript:", "vbscript:", "data:")


class _Part(Enum):
    """What a reader is in."""

    BODY = auto()
    TITLE_BLOCK = auto()
    APART = auto()


@dataclass(frozen=True, slots=True)
class _Scope:
    part: _Part = _Part.BODY
    quoted: bool = False
    entries: bool = False


def prose(pages: Sequence[Page], notes: Collection[Element]) -> Prose:
    """Return the prose of ``pages``, which are in reading order, less the sections of ``notes``."""
    taken = _Taken()
    for page in pages:
        _read(page, notes, taken)
    return taken.prose()


def _read(page: Page, notes: Collection[Element], taken: _Taken) -> None:
    scopes = [_Scope()]
    for event, element, text in shown(page.body, page.sight):
        if event is Event.ENTER:
            said = kinds(element) | {name(element)}
            scopes.append(
                _Scope(_Part.APART)
                if element in notes
                else _within(scopes[-1], said, entries=is_bibliography(element, said))
            )
            taken.enter(element, _collected(said, scopes[-1]))
        elif event is Event.LEAVE:
            scopes.pop()
            taken.leave(element)
        if scopes[-1].part is not _Part.BODY:
            continue
        if event is Event.WORDS:
            taken.hear(element, text)
        elif event is Event.ADDRESS or (
            event is Event.ENTER and name(element) == "a" and not shows_nothing(element, page.sight)
        ):
            taken.link(element.get("href", ""), text)


def _within(scope: _Scope, said: Collection[str], *, entries: bool) -> _Scope:
    """Return the scope in an element that is what is ``said`` and stands in a ``scope``."""
    quoted = scope.quoted or "blockquote" in said
    part = scope.part
    if part is _Part.TITLE_BLOCK and not _TITLE.isdisjoint(said):
        part = _Part.BODY
    elif part is _Part.BODY and not _TITLE_BLOCK.isdisjoint(said):
        part = _Part.TITLE_BLOCK
    if not quoted and not _APART.isdisjoint(said):
        part = _Part.APART
    return _Scope(part, quoted, scope.entries or entries)


def _collected(said: Collection[str], scope: _Scope) -> str:
    """Return as what an element is to be told whole; empty if it is not."""
    if scope.part is not _Part.BODY:
        return ""
    kinds = (kind for kind, names in _COLLECTED.items() if not names.isdisjoint(said))
    found = next(kinds, "")
    # An entry of a bibliography is a paragraph, in whatever it is listed.
    return "" if found == "items" and scope.entries else found


@dataclass(slots=True)
class _Taken:
    """What was heard so far, on one tape of words."""

    _tape: list[str] = field(default_factory=list)
    _begun: int = 0
    """Where on the tape the innermost block begins."""
    _open: list[tuple[Element, str, int, int]] = field(default_factory=list)
    """Elements to be told whole: what they are, their rank among these, where on the tape they begin."""
    _whole: dict[str, list[str]] = field(default_factory=dict)
    _blocks: list[str] = field(default_factory=list)
    _links: list[str] = field(default_factory=list)
    _images: list[str] = field(default_factory=list)

    def enter(self, element: Element, kind: str) -> None:
        """An element begins, to be told whole if it is of a ``kind``."""
        if is_block(element):
            self._flush()
        if kind:
            told = self._whole.setdefault(kind, [])
            self._open.append((element, kind, len(told), len(self._tape)))
            told.append("")

    def leave(self, element: Element) -> None:
        """An element ends."""
        if self._open and self._open[-1][0] is element:
            _, kind, rank, begun = self._open.pop()
            text = self._since(begun)
            self._whole[kind][rank] = f"{_level(element)} {text}" if kind == "headings" else text
        if is_block(element):
            self._flush()

    def hear(self, element: Element, text: str) -> None:
        """Words are read in an element, or in place of it."""
        self._tape.append(text)
        if (name(element) == "img" or "img" in kinds(element)) and (alternative := spaced(text)):
            self._images.append(alternative)

    def link(self, target: str, printed: str) -> None:
        """A link is met, and the address that it prints, if it is one."""
        if absolute(target) and not target.strip().lower().startswith(_UNSAFE):
            self._links.append(told(printed_address(printed, target), address(target)))

    def prose(self) -> Prose:
        """Return all that was taken."""
        return Prose(
            blocks=tuple(self._blocks),
            links=tuple(self._links),
            images=tuple(self._images),
            headings=self._told("headings"),
            cells=self._told("cells"),
            items=self._told("items"),
            quotations=self._told("quotations"),
        )

    def _told(self, kind: str) -> tuple[str, ...]:
        return tuple(self._whole.get(kind, ()))

    def _since(self, begun: int) -> str:
        return spaced("".join(self._tape[begun:]))

    def _flush(self) -> None:
        self._blocks += filter(None, [self._since(self._begun)])
        self._begun = len(self._tape)


def _level(heading: Element) -> int:
    """Return the level of a heading (WAI-ARIA, ``aria-level``, which is 2 where it is not given)."""
    given = heading.get("aria-level", "")
    named = name(heading)
    return int(given) if given.isdecimal() else int(named[1]) if named in HEADINGS else 2
