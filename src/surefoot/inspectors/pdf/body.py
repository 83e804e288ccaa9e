"""The prose of a tagged PDF: its body without notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from surefoot.inspectors.pdf import order
from surefoot.inspectors.pdf.cells import Cells
from surefoot.inspectors.pdf.contents import over_lists
from surefoot.inspectors.pdf.destinations import Links
from surefoot.inspectors.pdf.ends import live
from surefoot.inspectors.pdf.items import labels, number
from surefoot.inspectors.pdf.kinds import is_heading
from surefoot.inspectors.pdf.lines import Pages
from surefoot.inspectors.pdf.notes import outward, unaddressed
from surefoot.inspectors.pdf.speech import Edge, Heard, Picture, Pressed, heard, is_term, spoken
from surefoot.inspectors.pdf.structure import NOTES, Element
from surefoot.inspectors.standing import Standing
from surefoot.promise import Prose
from surefoot.text import spaced, told

_COLLECTED = {"TD": "cells", "TH": "cells", "BlockQuote": "quotations", "LI": "items"}


def prose(root: Element, calls: Collection[Element], pages: Pages, links: Links) -> Prose:
    """Return the prose below ``root``.

    Args:
        root: of the structure tree.
        calls: the links that are calls of notes.
        pages: what can be seen.
        links: of the file.
    """
    reader = _Reader(calls, pages, links, _above(root), frozenset(over_lists(root)))
    reader.read(root)
    return reader.prose()


@dataclass(slots=True)
class _Reader:
    """Reads the structure tree on one tape of words."""

    calls: Collection[Element]
    pages: Pages
    links: Links
    above: int
    """How many levels are above the first numbered one."""
    over_lists: Collection[Element]
    """The headings of lists of contents."""
    _tape: list[str] = field(default_factory=list)
    _begun: int = 0
    """Where on the tape the innermost block begins."""
    _open: list[Element] = field(default_factory=list)
    """The blocks that have begun."""
    _told: list[tuple[Element, str, int, int]] = field(default_factory=list)
    """Those to be told whole: what they are, their rank among these, where on the tape they begin."""
    _whole: dict[str, list[str]] = field(default_factory=dict)
    _passed: Element | None = None
    """What is passed over."""
    _blocks: list[order.Block] = field(default_factory=list)
    _placed: set[Element] = field(default_factory=set)
    """Of which a block has been told."""
    _links: list[str] = field(default_factory=list)
    _linked: Standing = field(default_factory=Standing)
    _cells: Cells = field(default_factory=Cells)
    _numbers: list[str | None] = field(default_factory=list)
    """Of list items; None where one cannot be told."""
    _images: list[str] = field(default_factory=list)

    def read(self, element: Element) -> None:
        """Read all that is heard within ``element``."""
        for each in heard(element, self.pages):
            if isinstance(each, Edge) and self._passed in {None, each.element}:
                self._begin(each.element) if each.begins else self._end(each.element)
            elif self._passed is None:
                self._hear(each)

    def prose(self) -> Prose:
        """Return all that was read."""
        self._flush()
        blocks = tuple(filter(None, order.told(self._blocks)))
        moved = blocks != tuple(block.text for block in self._blocks)
        known = [number for number in self._numbers if number is not None]
        return Prose(
            blocks=blocks,
            links=tuple(self._links),
            linked=None if moved else tuple(self._linked.places),
            images=tuple(self._images),
            headings=self._all("headings"),
            cells=self._all("cells"),
            shapes=tuple(self._cells.shapes),
            items=self._all("items"),
            numbers=tuple(known) if len(known) == len(self._numbers) else None,
            quotations=self._all("quotations"),
        )

    def _all(self, kind: str) -> tuple[str, ...]:
        return tuple(self._whole.get(kind, ()))

    def _begin(self, element: Element) -> None:
        self._flush()
        if _holds_only_notes(element):
            self._passed = element
            return
        if kind := self._kind(element):
            told = self._whole.setdefault(kind, [])
            self._told.append((element, kind, len(told), len(self._tape)))
            told.append("")
        if kind == "items":
            self._numbers.append(number(element, self._numbering(), self.pages))
        if kind == "cells":
            self._cells.meet(element, self._open)
        self._open.append(element)

    def _end(self, element: Element) -> None:
        if self._passed is element:
            self._passed = None
            return
        if self._told and self._told[-1][0] is element:
            _, kind, rank, begun = self._told.pop()
            text = self._since(begun)
            self._whole[kind][rank] = f"{self._level(element)} {text}" if kind == "headings" else text
        self._flush()
        self._open.pop()

    def _kind(self, element: Element) -> str:
        """Return as what ``element`` is to be told whole; empty if it is not."""
        if is_heading(element):
            return "" if element in self.over_lists and self._level(element) > 1 else "headings"
        return "" if element.tag == "LI" and not self._is_item(element) else _COLLECTED.get(element.tag, "")

    def _is_item(self, item: Element) -> bool:
        """Whether a list item is neither a definition nor an entry of a bibliography."""
        defined = any(is_term(label, self._numbering(), self.pages) for label in labels(item))
        return not defined and all(each.tag != "BibEntry" for each in item.descendants())

    def _numbering(self) -> str:
        """Return how the innermost list says that it numbers its items."""
        return next((each.numbering for each in reversed(self._open) if each.tag == "L"), "")

    def _level(self, heading: Element) -> int:
        """Return a heading's level; one without number is on that of its section."""
        if heading.tag == "Title":
            return 1
        sections = sum(each.tag == "Sect" for each in self._open)
        return (int(heading.tag[1:]) if heading.tag[1:] else max(1, sections)) + self.above

    def _hear(self, each: Heard) -> None:
        match each:
            case Pressed() if each.element not in self.calls:
                self._link(each.element)
            case Element():
                self.read(each)
            case Picture() | str():
                self._tape.append(spoken(each, self.pages))
                if isinstance(each, Picture) and each.element.tag == "Figure":
                    self._images += filter(None, [spaced(each.element.alternative)])

    def _link(self, link: Element) -> None:
        begun = len(self._tape)
        self.read(link)
        ends, text = live(link, self.pages, self.links), "".join(self._tape[begun:])
        for target, printed in outward(text, ends):
            self._links.append(told(printed, target))
            self._linked.meet(len(self._blocks))
        if self._begun <= begun:
            self._tape[begun:] = [unaddressed(text, ends)]

    def _since(self, begun: int) -> str:
        return spaced("".join(self._tape[begun:]))

    def _flush(self) -> None:
        text = self._since(self._begun)
        self._linked.end(len(self._blocks), words=bool(text))
        if text:
            goes_on = not self._open or self._open[-1] in self._placed
            self._placed.update(self._open)
            self._blocks.append(order.Block(text, None if goes_on else order.place(self._open, self.pages)))
        self._begun = len(self._tape)
        self._tape.append(" ")


def _above(root: Element) -> int:
    """Return 1 if the title of the document is no H1: one alone is.

    It may have a type of its own (ISO 32000-2, 14.8.4.5), or be no heading at all.
    """
    tags = Counter(each.tag for each in root.descendants())
    return int("Title" in tags or tags["H1"] > 1)


def _holds_only_notes(element: Element) -> bool:
    """Whether a section holds nothing but notes and its heading."""
    kids = [kid for kid in element.kids if isinstance(kid, Element)]
    return any(kid.tag in NOTES for kid in kids) and all(kid.tag in NOTES or is_heading(kid) for kid in kids)
