"""Go through pages once: where the calls stand, and which elements may be notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from surefoot.inspectors.prose import Prose
from surefoot.inspectors.tree.bibliography import is_bibliography, is_entry
from surefoot.inspectors.tree.names import Element, extent, is_folded, kinds, name
from surefoot.inspectors.tree.note import mark
from surefoot.inspectors.tree.shown import Event, is_call, shown, words
from surefoot.inspectors.tree.sight import EVERYTHING, Sight
from surefoot.inspectors.tree.style.sheets import Sheet
from surefoot.text import absolute, fold

NOTES = frozenset({"footnotes", "endnotes", "rearnotes"})
NOTE = frozenset({"footnote", "endnote", "rearnote"})
_ITEM = frozenset({"li", "listitem"})
_NAVIGATION = frozenset({"nav", "navigation", "toc"})


@dataclass(frozen=True, slots=True)
class Page:
    """One content document."""

    path: str
    """Inside its container; empty for a file that stands alone."""
    body: Element
    sight: Sight
    sheets: tuple[Sheet, ...] = ()
    """The style sheets that it uses."""


@dataclass(frozen=True, slots=True)
class Call:
    """A note reference or a link to an entry of the bibliography, and where it stands."""

    page: Page
    element: Element
    claim: str
    rank: tuple[bool, int]
    """In the order of a testimony: those in the prose first, then those in the notes."""
    seen: bool
    mark: str = ""
    told: str = ""
    """The mark in the name that is told instead, where that has another."""
    apart: bool = True
    """From the call before: not a figure right behind a figure."""


@dataclass(frozen=True, slots=True)
class Item:
    """A possible note: what says that it is one, or a list item among notes."""

    page: Page
    outer: Element | None
    """The possible note that it lies in."""
    seen: bool
    silent: bool = False
    """It is seen, but not told to those who listen."""


@dataclass(frozen=True, slots=True)
class Survey:
    """Calls and possible notes, in reading order."""

    calls: list[Call] = field(default_factory=list)
    items: dict[Element, Item] = field(default_factory=dict)
    sections: dict[Element, Item] = field(default_factory=dict)
    """The outermost elements that hold notes and nothing else."""
    links: list[Call] = field(default_factory=list)
    """All other links outside of bibliographies that may lead into one."""
    entries: dict[Element, Item] = field(default_factory=dict)
    """The items of bibliographies."""


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where a reader is: in which prose, whether among notes, in which possible note."""

    prose: Prose
    among_notes: bool = False
    item: Element | None = None
    hidden: bool = False
    folded: bool = False
    silent: bool = False
    """Not told to those who listen."""
    entries: bool = False
    """In a bibliography."""

    @property
    def seen(self) -> bool:
        """Whether what stands here is seen."""
        return not (self.hidden or self.folded)


def survey(pages: Sequence[Page]) -> Survey:
    """Return the calls and possible notes of ``pages``, which are in reading order."""
    found = Survey()
    for page in pages:
        _Reader(page, found).read(page.body, page.sight, _Scope(Prose()))
    return found


@dataclass(slots=True)
class _Reader:
    """Goes through one page."""

    page: Page
    found: Survey
    _last: str = ""
    """What the last call prints, until anything stands behind it."""

    def read(self, root: Element, sight: Sight, scope: _Scope) -> None:
        """Take down what is shown in ``root``, which stands in a ``scope``."""
        scopes = [scope]
        for event, element, text in shown(root, sight):
            scope = scopes[-1]
            match event:
                case Event.WORDS:
                    self._last = ""
                    scope.prose.read(text)
                case Event.ADDRESS:
                    self._last = ""
                case Event.CALL:
                    self._call(scope, element)
                case Event.HIDDEN:
                    # What is hidden is no prose; but a call or a note in it is not lost.
                    _Reader(self.page, self.found).read_hidden(element, scope)
                case Event.ENTER:
                    scopes.append(self._enter(scopes, element))
                    self._link(scopes[-1], element)
                case Event.LEAVE:
                    scopes.pop()

    def read_hidden(self, root: Element, scope: _Scope) -> None:
        """Take down what ``root`` hides, which stands in a ``scope``."""
        hidden = replace(scope, prose=scope.prose.copy(), hidden=True)
        if is_call(root):
            self._call(hidden, root)
        else:
            self.read(root, EVERYTHING, hidden)

    def _call(self, scope: _Scope, element: Element) -> None:
        printed = words(element, EVERYTHING).strip()
        visible = mark(element, self.page.sight)
        number = visible or mark(element)
        told = _told(element, number)
        parted = any(each in self.page.sight.dressed for each in extent(element))
        run_together = not parted and self._last[-1:].isalnum() and printed[:1].isalnum()
        call = self._met(scope, element)
        silent = scope.silent or _is_silent(element, self.page.sight)
        seen = scope.seen and not silent and visible == number and told is not None
        call = replace(call, seen=seen, mark=number, told=told or "", apart=not run_together)
        self.found.calls.append(call)
        self._last = "" if parted else printed

    def _link(self, scope: _Scope, element: Element) -> None:
        if name(element) == "a" and not scope.entries and not absolute(element.get("href", ":")):
            self.found.links.append(self._met(scope, element))

    def _met(self, scope: _Scope, element: Element) -> Call:
        rank = (scope.among_notes, len(self.found.calls) + len(self.found.links))
        return Call(self.page, element, scope.prose.claim(), rank, scope.seen and not scope.silent)

    def _enter(self, scopes: Sequence[_Scope], element: Element) -> _Scope:
        """Return the scope within ``element``. Notes and navigation are no part of the prose around them."""
        further = scopes[-2].folded if len(scopes) > 1 else False
        folded = is_folded(element, around=scopes[-1].folded, further=further)
        silent = scopes[-1].silent or element in self.page.sight.silent
        scope = scopes[-1]
        if folded is not scope.folded or silent is not scope.silent:
            scope = replace(scope, folded=folded, silent=silent)
        said = kinds(element) | {name(element)}
        if scope.entries and is_entry(element, said):
            self.found.entries[element] = Item(self.page, None, scope.seen, scope.silent)
        scope = replace(scope, entries=True) if is_bibliography(element, said) else scope
        is_item = bool(said & NOTE or (scope.among_notes and said & _ITEM))
        if not (is_item or said & NOTES or said & _NAVIGATION):
            return scope
        # pandoc puts all notes of a block into one box that says it is a footnote.
        among_notes = scope.among_notes or is_item or bool(said & NOTES)
        if among_notes and not scope.among_notes:
            self.found.sections[element] = Item(self.page, None, scope.seen)
        if is_item:
            self.found.items[element] = Item(self.page, scope.item, scope.seen, scope.silent)
        item = element if is_item else scope.item
        return replace(scope, prose=Prose(), among_notes=among_notes, item=item)


def _is_silent(call: Element, sight: Sight) -> bool:
    """Whether a call is not told to those who listen: neither its mark nor a name instead."""
    if call in sight.silent:
        return True
    silenced = any(each in sight.silent for each in call.iter("*"))
    return silenced and not any(each.get("aria-label") for each in (call, *call.iter("{*}a")))


def _told(call: Element, number: str) -> str | None:
    """Return the mark in the name that a call is given for those who listen (WCAG 2.2, 2.5.3).

    Empty where that is the ``number`` itself, or the call has no such name; None where it has no mark.
    """
    labels = (each.get("aria-label", "") for each in (call, *call.iter("{*}a")))
    label = next(filter(None, labels), number)
    if not number.isdecimal():
        return "" if number in fold(label) else None
    numbers = [str(int(each)) for each in re.findall(r"\d+", label)]
    return "" if str(int(number)) in numbers else next(iter(numbers), None)
