"""Lists of contents: whether their entries lead to the headings that they name, and say their pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from surefoot.inspectors.pdf.destinations import Link, Links
from surefoot.inspectors.pdf.ends import live
from surefoot.inspectors.pdf.headings import LISTS, Headings, outside, words
from surefoot.inspectors.pdf.kinds import is_heading
from surefoot.inspectors.pdf.lines import Pages
from surefoot.inspectors.pdf.structure import Element
from surefoot.text import fold, spaced

_NUMBER = re.compile(r"[.·•_-]*([0-9]+|[ivxlcdm]*)", re.IGNORECASE)
"""What an entry has behind the words of its heading: a leader, and the number of a page."""


def entries(root: Element, pages: Pages, links: Links) -> list[Entry]:
    """Return the entries of all lists of contents below ``root``."""
    return [Entry.read(each, pages, links) for each in root.descendants() if each.tag == "TOCI"]


def astray(listed: Sequence[Entry], headings: Headings) -> list[str]:
    """Return the words of those entries that surely lead elsewhere, or say another page."""
    meant = {each: each.meant(headings.names) for each in listed}
    wrong = _misnumbered(meant, headings)
    return [
        spaced(each.text)
        for each, ranks in meant.items()
        if each in wrong or not all(headings.leads(link, ranks) for link in each.links if ranks)
    ]


def over_lists(root: Element) -> Iterator[Element]:
    """Yield the headings that stand right before a list of contents: they head no text."""
    for each in root.descendants():
        kids = (kid for kid in each.kids if isinstance(kid, Element))
        yield from (one for one, other in pairwise(kids) if is_heading(one) and _begins_with_list(other))


def _begins_with_list(element: Element) -> bool:
    first = next(iter(element.kids), None)
    return element.tag in LISTS or (isinstance(first, Element) and _begins_with_list(first))


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """An entry of a list of contents."""

    text: str
    links: Sequence[Link]

    @classmethod
    def read(cls, item: Element, pages: Pages, links: Links) -> Entry:
        """Return what an ``item`` says, and where it leads; not what the entries in it do."""
        pressed = (each for each in outside(item) if each.tag == "Link")
        return cls(words(item, (), pages), [link for each in pressed for link in live(each, pages, links)])

    def meant(self, headings: Sequence[str]) -> Mapping[int, str]:
        """Return the ranks of the headings whose words it has, and behind them the number that it prints."""
        said = fold(self.text)
        rests = ((rank, _rest(said, heading)) for rank, heading in enumerate(headings))
        return {rank: found[1] for rank, found in rests if found}


def _misnumbered(meant: Mapping[Entry, Mapping[int, str]], headings: Headings) -> set[Entry]:
    """Return the entries of which the number is not that of the heading's page.

    The first page need not be 1, and numbers may begin anew. So an entry is asked
    that means one page, before and behind which others have numbers of one course;
    not "Part 12" where there are a "Part" and a "Part 1".
    """
    placed = [
        (each, int(printed), page)
        for each, ranks in meant.items()
        for printed in _one(ranks.values())
        if printed.isdecimal() and len(headings.pages(ranks)) == 1
        for page in headings.pages(ranks)
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


def _one(printed: Iterable[str]) -> set[str]:
    """Return the number that an entry prints; none where its words can be parted otherwise."""
    found = set(printed)
    return found if len(found) == 1 else set()


def _rest(said: str, heading: str) -> re.Match[str] | None:
    """Return what an entry says behind the words of a heading, if it is a page's number at most."""
    return _NUMBER.fullmatch(said, len(heading)) if heading and said.startswith(heading) else None
