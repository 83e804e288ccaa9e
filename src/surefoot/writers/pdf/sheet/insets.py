"""Where notes stand that the foot of a page cannot hold: behind a block, in a cell, at an end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from surefoot.words import Words
from surefoot.writers.pdf.sheet.placement import Standing

_FLOW = frozenset({"body", "div", "section", "li", "dd", "blockquote"})
"""Elements between whose children a note may stand as a block."""
_CELLS = frozenset({"td"})
_BLOCKS = frozenset({"p", "ul", "ol", "dl", "table", "blockquote", "pre", "figure", "div", "section"})


@dataclass(slots=True)
class Insets:
    """The notes of a document that stand as blocks, and their places."""

    body: Element
    parents: Mapping[Element, Element]
    """Of the elements of the body before any note was put into it."""
    words: Words
    _put: set[Element] = field(default_factory=set)
    _end: Element | None = None

    def put(self, note: Element, call: Element, standing: Standing) -> None:
        """Put ``note`` where ``standing`` says; behind those that stand there already."""
        self._put.add(note)
        if standing is Standing.END:
            self._endnotes().append(note)
        elif standing is Standing.CALL:
            self._behind_call(note, call)
        elif standing is Standing.SECTION:
            self._at_end_of_section(note, call)
        else:
            self._behind_block(note, call, _FLOW | _CELLS if standing is Standing.CELL else _FLOW)

    def _behind_call(self, note: Element, call: Element) -> None:
        home = self.parents[call]
        call.tail, note.tail = None, call.tail
        home.insert(list(home).index(call) + 1, note)

    def _behind_block(self, note: Element, call: Element, flow: frozenset[str]) -> None:
        block = call
        while self.parents[block].tag not in flow:
            block = self.parents[block]
        home = self.parents[block]
        place = list(home).index(block) + 1
        # Words that stand in no paragraph go on behind the call.
        while place < len(home) and (home[place] in self._put or _goes_on(home[place - 1], home[place])):
            place += 1
        home.insert(place, note)

    def _at_end_of_section(self, note: Element, call: Element) -> None:
        block = call
        while self.parents[block] is not self.body:
            block = self.parents[block]
        if block.tag == "section":
            block.append(note)
            return
        place = list(self.body).index(block) + 1
        while place < len(self.body) and self.body[place].tag not in {"h2", "footer"}:
            place += 1
        self.body.insert(place, note)

    def _endnotes(self) -> Element:
        if self._end is None:
            self._end = SubElement(self.body, "section", {"class": "notes"})
            heading = SubElement(self._end, "h2", {"data-bookmark": self.words.notes})
            heading.text = self.words.notes
        return self._end


def _goes_on(before: Element, after: Element) -> bool:
    """Whether a line goes on from one element to the next."""
    return after.tag not in _BLOCKS and before.tag not in _BLOCKS
