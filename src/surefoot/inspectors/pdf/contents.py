"""Lists of contents: whether their entries lead to the headings that they name, and say their pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from surefoot.inspectors.pdf.destinations import Link, Links
from surefoot.inspectors.pdf.ends import Ends, live
from surefoot.inspectors.pdf.kinds import is_heading
from surefoot.inspectors.pdf.lines import Pages
from surefoot.inspectors.pdf.speech import Pressed, boxes, heard, spoken
from surefoot.inspectors.pdf.structure import Element, Key
from surefoot.text import fold, spaced

_LISTS = frozenset({"TOC", "TOCI"})
"""ISO 32000-1, table 333."""
_NUMBER = re.compile(r"[.·•_-]*([0-9]+|[ivxlcdm]*)", re.IGNORECASE)
"""What an entry has behind the words of its heading: a leader, and the number of a page."""


def astray(root: Element, calls: Collection[Element], pages: Pages, links: Links) -> list[str]:
    """Return the words of those entries that surely lead elsewhere, or say another page.

    Args:
        root: of the structure tree.
        calls: the links that are calls of notes, of which no entry tells.
        pages: what can be seen.
        links: of the file.
    """
    items = [each for each in root.descendants() if each.tag == "TOCI"]
    headings = [each for each in _outside(root) if is_heading(each)] if items else []
    names = [fold(_words(each, calls, pages)) for each in headings]
    entries = [_Entry.read(each, names, pages, links) for each in items]
    aims = (link for entry in entries for link in entry.links)
    goals = _Goals(
        Ends.among([[each] for each in headings], pages, links, aims, sideways=False),
        [_page(each, pages) for each in headings],
        {each.key: each for each in root.descendants()} if items else {},
        pages,
    )
    wrong = _misnumbered(entries, goals)
    return [spaced(each.text) for each in entries if each in wrong or not goals.led_to(each)]


def over_lists(root: Element) -> Iterator[Element]:
    """Yield the headings that stand right before a list of contents: they head no text."""
    for each in root.descendants():
        kids = (kid for kid in each.kids if isinstance(kid, Element))
        yield from (one for one, other in pairwise(kids) if is_heading(one) and _begins_with_list(other))


def _begins_with_list(element: Element) -> bool:
    first = next(iter(element.kids), None)
    return element.tag in _LISTS or (isinstance(first, Element) and _begins_with_list(first))


@dataclass(frozen=True, slots=True, eq=False)
class _Entry:
    text: str
    meant: frozenset[int]
    """Which headings have its words."""
    number: int | None
    """Of the page that it names."""
    links: Sequence[Link]

    @classmethod
    def read(cls, item: Element, headings: Sequence[str], pages: Pages, links: Links) -> _Entry:
        text = _words(item, (), pages)
        said = fold(text)
        rests = ((rank, _rest(said, heading)) for rank, heading in enumerate(headings))
        meant = {rank: found[1] for rank, found in rests if found}
        printed = next(iter(meant.values()), "")
        pressed = (each for each in _outside(item) if each.tag == "Link")
        return cls(
            text,
            frozenset(meant),
            int(printed) if printed.isdecimal() else None,
            [link for each in pressed for link in live(each, pages, links)],
        )


@dataclass(frozen=True, slots=True)
class _Goals:
    """The headings to which entries may lead."""

    ends: Ends
    shown: Sequence[int | None]
    """The page of each."""
    elements: Mapping[Key, Element]
    content: Pages

    def led_to(self, entry: _Entry) -> bool:
        """Whether each link of an entry leads to a heading of its words, or else to the page of one."""
        return not entry.meant or all(self._leads(link, entry) for link in entry.links)

    def _leads(self, link: Link, entry: _Entry) -> bool:
        rank, page = self.ends.reached([link]), self._page(link)
        return rank in entry.meant if rank is not None else page is not None and page in self.pages(entry)

    def pages(self, entry: _Entry) -> set[int | None]:
        """Return the pages of the headings that an entry may mean."""
        return {self.shown[rank] for rank in entry.meant}

    def _page(self, link: Link) -> int | None:
        if link.element is not None:
            element = self.elements.get(link.element)
            return None if element is None else _page(element, self.content)
        return link.place.page if link.place else None


def _misnumbered(entries: Sequence[_Entry], goals: _Goals) -> set[_Entry]:
    """Return the entries of which the number is not that of the heading's page.

    The first page need not be 1, and numbers may begin anew. So an entry is asked
    that means one page, before and behind which others have numbers of one course.
    """
    placed = [
        (each, each.number, page)
        for each in entries
        if each.number is not None and len(goals.pages(each)) == 1
        for page in goals.pages(each)
        if page is not None
    ]
    courses = Counter(number - page for _, number, page in placed)
    course = max(courses, key=courses.__getitem__, default=0)
    within = [page for _, number, page in placed if number - page == course]
    return {
        each
        for each, number, page in placed
        if number - page != course and min(within) <= page <= max(within)
    }


def _rest(said: str, heading: str) -> re.Match[str] | None:
    """Return what an entry says behind the words of a heading, if it is a page's number at most."""
    return _NUMBER.fullmatch(said, len(heading)) if heading and said.startswith(heading) else None


def _page(element: Element, pages: Pages) -> int | None:
    return next((page for page, _ in boxes(element, pages)), None)


def _outside(element: Element) -> Iterator[Element]:
    """Yield what is below an element and in no list of contents there."""
    for kid in element.kids:
        if isinstance(kid, Element) and kid.tag not in _LISTS:
            yield kid
            yield from _outside(kid)


def _words(element: Element, calls: Collection[Element], pages: Pages) -> str:
    """Return the words of an element without calls."""
    return "".join(
        spoken(each, pages)
        for each in heard(element, pages)
        if not (isinstance(each, Pressed) and each.element in calls)
    )
