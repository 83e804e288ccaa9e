"""Marks in the text where the pages of the paginated edition begin.

A break stands before the word that goes over to its page, and within no heading,
link or note reference: its number would be read as a part of their names. Tables and
figures that begin with their page have it before them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from surefoot.composition import HEADINGS, Composition
from surefoot.pages import Page, Stretch, letters, stretches
from surefoot.writers.epub.content.ids import page_break

# Scripts that write no spaces between words, in the order of Unicode: Thai to Myanmar, Khmer,
# the symbols, kana and ideographs of East Asia and their halves and wholes in width.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
    "\u3000-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
)
_WORD_BEGUN = re.compile(f"[^\\s–—{_UNSPACED}]*\\Z")
_NAMED = HEADINGS | {"a", "ruby", "summary"}
"""Elements that no break may stand in, wherever their page begins."""
_BLOCKS = HEADINGS | {"blockquote", "caption", "details", "div", "figcaption", "figure", "section", "table"}
"""Elements that a break stands before where their page begins with them."""
_IN_LINES = frozenset(
    {
        "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark",
        "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
    }
)  # fmt: skip
"""Elements of a line: what they begin with may go on from the word before them."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place between two characters."""

    owner: Element
    behind: Element | None
    """The child of the owner in whose tail it is; None: it is in the owner's text."""
    at: int
    """How many characters of that text come before it."""

    @property
    def text(self) -> str:
        """All of that text."""
        return (self.owner.text if self.behind is None else self.behind.tail) or ""

    @property
    def opens(self) -> bool:
        """Whether nothing in its owner comes before it."""
        return self.behind is None and not self.text[: self.at].strip()

    def insert(self, element: Element) -> None:
        """Put ``element`` there."""
        before, element.tail = self.text[: self.at], self.text[self.at :]
        if self.behind is None:
            self.owner.text, index = before, 0
        else:
            self.behind.tail, index = before, list(self.owner).index(self.behind) + 1
        following = self.owner[index : index + 1]
        if not element.tail.strip() and all(each.tag in _BLOCKS for each in following):
            element.tag = "div"
        self.owner.insert(index, element)


def mark(book: Composition, pages: Sequence[Page]) -> tuple[Element, ...]:
    """Mark in place where ``pages`` begin in the body of ``book``; return the marks of those before it."""
    numbered = [(_break(number, page), page.place) for number, page in enumerate(pages, 1)]
    tree = _Tree(book.body)
    # The last first: what comes before a place stays as it was counted.
    for element, place in reversed(numbered):
        if place is not None:
            tree.spot(place).insert(element)
    before = tuple(element for element, place in numbered if place is None)
    for element in before:
        element.tag = "div"
    return before


def is_break(element: Element) -> bool:
    """Whether a page begins at an element."""
    return element.get("epub:type") == "pagebreak"


def _break(number: int, page: Page) -> Element:
    said = {
        "epub:type": "pagebreak",
        "role": "doc-pagebreak",
        "id": page_break(number),
        "aria-label": page.label,
    }
    return Element("span", said)


class _Tree:
    """The text as it was before any break was put into it."""

    def __init__(self, body: Element) -> None:
        self._body = body
        self._parents = {child: parent for parent in body.iter() for child in parent}
        self._stretches = list(stretches(body))
        self._ends = [stretch.place + stretch.size for stretch in self._stretches]

    def spot(self, place: int) -> _Spot:
        """Return where a page begins that is counted to begin at ``place``."""
        rank = bisect_right(self._ends, place)
        if rank == len(self._ends):
            return _end(self._body, len(self._body))
        stretch = self._stretches[rank]
        spot = self._within(stretch, place - stretch.place)
        for element in self._around(spot.owner):
            if element.tag in _NAMED:
                spot = self._before(element)
        return self._led(self._at_word(spot))

    def _within(self, stretch: Stretch, count: int) -> _Spot:
        if stretch.whole:
            return self._before(stretch.owner)
        spot = _Spot(stretch.owner, stretch.behind, 0)
        return replace(spot, at=_index(spot.text, count))

    def _around(self, element: Element) -> Iterator[Element]:
        """Yield ``element`` and those that it stands in, the body left out."""
        while element is not self._body:
            yield element
            element = self._parents[element]

    def _at_word(self, spot: _Spot) -> _Spot:
        """Return where the word begins that goes on at ``spot``, with what opens it."""
        begun = _WORD_BEGUN.search(spot.text[: spot.at])
        spot = replace(spot, at=begun.start() if begun else spot.at)
        if spot.behind is None and not spot.at and spot.owner.tag in _IN_LINES:
            return self._at_word(self._before(spot.owner))
        return spot

    def _led(self, spot: _Spot) -> _Spot:
        """Return the place before the outermost block that begins at ``spot``, if there is one."""
        element = spot.owner
        found = spot
        while spot.opens and element is not self._body:
            if element.tag in _BLOCKS:
                found = self._before(element)
            spot = self._before(element)
            element = spot.owner
        return found

    def _before(self, element: Element) -> _Spot:
        """Return the place right before ``element``, and before the breaks that are there already."""
        parent = self._parents[element]
        return _end(parent, list(parent).index(element))


def _end(parent: Element, count: int) -> _Spot:
    """Return the place behind so many children of ``parent``, and before the breaks that they end with."""
    while count and is_break(parent[count - 1]) and not (parent[count - 1].tail or "").strip():
        count -= 1
    spot = _Spot(parent, parent[count - 1] if count else None, 0)
    return replace(spot, at=len(spot.text))


def _index(text: str, count: int) -> int:
    """Return where in ``text`` the letter stands that so many others come before."""
    for index, character in enumerate(text):
        size = letters(character)
        if count < size:
            return index
        count -= size
    return len(text)
