"""The prose of pages: the body without notes, navigation and what a title block says beside the title."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from surefoot.inspectors.grid import Grid
from surefoot.inspectors.standing import Standing
from surefoot.inspectors.tree.names import HEADINGS, NO_ROLE, Element, is_block, is_heading, kinds, name
from surefoot.inspectors.tree.numbering import Numbering
from surefoot.inspectors.tree.parts import Part, Told, told
from surefoot.inspectors.tree.shown import Event, outward, shows_nothing
from surefoot.inspectors.tree.survey import Page
from surefoot.promise import Prose, Shape
from surefoot.text import absolute, address, printed_address, spaced
from surefoot.text import told as link_told

_COLLECTED = {
    "cells": frozenset({"td", "th"}),
    "items": frozenset({"li", "listitem"}),
    "quotations": frozenset({"blockquote"}),
}
_HEADER = frozenset({"columnheader", "rowheader"})
_NO_HEADER = frozenset({"cell", "gridcell"})
_DOT = 2
"""Pixels of a picture that is none, but counts its readers or keeps a distance."""
_UNSAFE = ("javascript:", "vbscript:", "data:")


def prose(pages: Sequence[Page], notes: Collection[Element]) -> Prose:
    """Return the prose of ``pages``, which are in reading order, less the sections of ``notes``."""
    taken = _Taken()
    for page in pages:
        _read(page, notes, taken)
    return taken.prose()


def _read(page: Page, notes: Collection[Element], taken: _Taken) -> None:
    numbering = Numbering(page.sheets)
    for step in told(page, notes):
        if step.event is Event.ENTER:
            kind = _collected(step)
            if kind == "items":
                taken.numbers.append(numbering.number(step.element))
            taken.enter(step.element, kind)
        elif step.event is Event.LEAVE:
            taken.leave(step.element)
        if step.front and step.event is Event.WORDS:
            taken.front.append(step.text)
        if not step.body:
            continue
        if step.event is Event.WORDS:
            taken.hear(step.element, step.text)
        elif step.event is Event.ADDRESS or (
            step.event is Event.ENTER
            and name(step.element) in {"a", "area"}
            and not shows_nothing(step.element, page.sight)
        ):
            taken.link(step.element.get("href", ""), step.text)


def _collected(step: Told) -> str:
    """Return as what an element is to be told whole that is entered; empty if it is not."""
    if step.scope.part is not Part.BODY:
        return ""
    if is_heading(step.element):
        return "headings"
    if _is_plain(step.element):
        return ""
    said = kinds(step.element) | {name(step.element)}
    found = next((kind for kind, names in _COLLECTED.items() if not names.isdisjoint(said)), "")
    # An entry of a bibliography is a paragraph, in whatever it is listed.
    return "" if found == "items" and step.scope.entries else found


def _is_plain(element: Element) -> bool:
    """Whether a role takes from an item, or from the table of a cell, what its name says (WAI-ARIA, 5.4)."""
    holder = (
        next(element.iterancestors("{*}table", "table"), None) if name(element) in {"td", "th"} else element
    )
    return holder is not None and name(holder) in {"li", "table"} and not NO_ROLE.isdisjoint(kinds(holder))


@dataclass(slots=True)
class _Taken:
    """What was heard so far, on one tape of words."""

    front: list[str] = field(default_factory=list)
    """What is said beside the title."""
    numbers: list[str | None] = field(default_factory=list)
    """Of list items; None where one cannot be told."""
    _tape: list[str] = field(default_factory=list)
    _begun: int = 0
    """Where on the tape the innermost block begins."""
    _open: list[tuple[Element, str, int, int]] = field(default_factory=list)
    """Elements to be told whole: what they are, their rank among these, where on the tape they begin."""
    _whole: dict[str, list[str]] = field(default_factory=dict)
    _blocks: list[str] = field(default_factory=list)
    _links: list[str] = field(default_factory=list)
    _linked: Standing = field(default_factory=Standing)
    _images: list[str] = field(default_factory=list)
    _pictured: Standing = field(default_factory=Standing)
    _shapes: list[Shape] = field(default_factory=list)
    _grid: Grid = field(default_factory=Grid)

    def enter(self, element: Element, kind: str) -> None:
        """An element begins, to be told whole if it is of a ``kind``."""
        if is_block(element):
            self._flush()
        if kind:
            if kind == "cells":
                self._shapes.append(self._shape(element))
            whole = self._whole.setdefault(kind, [])
            self._open.append((element, kind, len(whole), len(self._tape)))
            whole.append("")

    def leave(self, element: Element) -> None:
        """An element ends."""
        if self._open and self._open[-1][0] is element:
            _, kind, rank, begun = self._open.pop()
            text = self._since(begun)
            self._whole[kind][rank] = f"{_level(element)} {text}" if kind == "headings" else text
        if is_block(element):
            self._flush()

    def _shape(self, cell: Element) -> Shape:
        row, table = (next(cell.iterancestors(part), None) for part in ("{*}tr", "{*}table"))
        said = kinds(cell)
        named = name(cell) == "th" and said.isdisjoint(_NO_HEADER)
        across, down = (_span(cell.get(side, "")) for side in ("colspan", "rowspan"))
        return Shape(self._grid.begins(row, table), named or not said.isdisjoint(_HEADER), across, down)

    def hear(self, element: Element, text: str) -> None:
        """Words are read in an element, or in place of it."""
        self._tape.append(text)
        if _is_picture(element, text):
            self._images.append(spaced(text))
            self._pictured.meet(len(self._blocks))

    def link(self, target: str, printed: str) -> None:
        """A link is met, and the address that it prints, if it is one."""
        target = outward(target)
        if absolute(target) and not target.strip().lower().startswith(_UNSAFE):
            self._links.append(link_told(printed_address(printed, target), address(target)))
            self._linked.meet(len(self._blocks))

    def prose(self) -> Prose:
        """Return all that was taken."""
        return Prose(
            front=tuple(filter(None, [spaced("".join(self.front))])),
            blocks=tuple(self._blocks),
            links=tuple(self._links),
            linked=tuple(self._linked.places),
            images=tuple(self._images),
            pictured=tuple(self._pictured.places),
            headings=self._told("headings"),
            cells=self._told("cells"),
            shapes=tuple(self._shapes),
            items=self._told("items"),
            numbers=self._all_numbers(),
            quotations=self._told("quotations"),
        )

    def _all_numbers(self) -> tuple[str, ...] | None:
        known = tuple(number for number in self.numbers if number is not None)
        return known if len(known) == len(self.numbers) else None

    def _told(self, kind: str) -> tuple[str, ...]:
        return tuple(self._whole.get(kind, ()))

    def _since(self, begun: int) -> str:
        return spaced("".join(self._tape[begun:]))

    def _flush(self) -> None:
        block = self._since(self._begun)
        for standing in (self._linked, self._pictured):
            standing.end(len(self._blocks), words=bool(block))
        self._blocks += filter(None, [block])
        self._begun = len(self._tape)


def _is_picture(element: Element, text: str) -> bool:
    """Whether an element for which a ``text`` is read is a picture; a mere ornament without one is none."""
    if spaced(text):
        return name(element) == "img" or "img" in kinds(element)
    small = any(
        _span(element.get(side, "")) <= _DOT for side in ("width", "height") if side in element.attrib
    )
    return name(element) == "img" and kinds(element).isdisjoint(NO_ROLE) and not small


def _level(heading: Element) -> int:
    """Return the level of a heading (WAI-ARIA, ``aria-level``, which is 2 where it is not given)."""
    given = heading.get("aria-level", "")
    named = name(heading)
    return int(given) if given.isdecimal() else int(named[1]) if named in HEADINGS else 2


def _span(written: str) -> int:
    """Return how many columns or rows a cell reaches over (HTML, 4.9.11)."""
    return max(1, int(written)) if written.strip().isdecimal() else 1
