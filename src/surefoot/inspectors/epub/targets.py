"""What the lists of a publication can lead to: its headings, and where the pages of paper begin in it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import unquote

from surefoot.inspectors.tree import Element, Page
from surefoot.inspectors.tree.names import is_heading, kinds
from surefoot.inspectors.tree.shown import Event, shown
from surefoot.inspectors.tree.sight import EVERYTHING
from surefoot.text import fold

Order: TypeAlias = tuple[int, int]
"""The rank of the page that an element stands on, and the element's own."""


@dataclass(frozen=True, slots=True)
class Places:
    """Places of one kind, in reading order."""

    elements: Sequence[Element]
    named: Mapping[str, Collection[int]]
    """Their ranks by their words."""
    ranks: Mapping[Element, int]
    orders: Sequence[Order]


@dataclass(frozen=True, slots=True)
class Targets:
    """The places in some pages."""

    headings: Places
    """By their folded words, less calls."""
    breaks: Places
    """By their numbers."""
    _borne: Mapping[tuple[str, str], Element]
    """Elements by page and id."""
    _order: Mapping[Element, Order]
    _pages: Mapping[str, int]

    @classmethod
    def of(cls, pages: Sequence[Page]) -> Targets:
        """Return the places in ``pages``."""
        ranks = {page.path: rank for rank, page in enumerate(pages)}
        elements = [(page, each) for page in pages for each in page.body.iter("*")]
        order = {each: (ranks[page.path], at) for at, (page, each) in enumerate(elements)}
        borne = {(page.path, name): each for page, each in reversed(elements) if (name := each.get("id"))}
        headings = ((each, fold(_words(each))) for each in order if is_heading(each))
        breaks = ((each, number(_name(each))) for each in order if "pagebreak" in kinds(each))
        return cls(_places(headings, order), _places(breaks, order), borne, order, ranks)

    def reached(self, path: str, fragment: str, said: str, places: Places) -> int | None:
        """Return the rank of that of ``places`` with these words that is led to, if one is.

        What leads to a whole page leads to whatever stands there; else the place is
        meant that the target is, is in, has first in it, or stands right before.
        """
        meant = places.named.get(said, ())
        if not fragment:
            page = self._pages.get(path)
            return next((rank for rank in meant if places.orders[rank][0] == page), None)
        target = self._borne.get((path, fragment), self._borne.get((path, unquote(fragment))))
        found = None if target is None else self._at(target, places)
        return found if found in meant else None

    def _at(self, target: Element, places: Places) -> int | None:
        for around in (target, *target.iterancestors()):
            if around in places.ranks:
                return places.ranks[around]
        following = bisect_left(places.orders, self._order[target])
        if following == len(places.elements):
            return None
        within = target in places.elements[following].iterancestors()
        return following if within or not _words(target).strip() else None


def number(label: str) -> str:
    """Return the number in the label of a page, which may say that it is one: “page 12.”."""
    return fold(label.rsplit(maxsplit=1)[-1].strip(".,:()[]")) if label.split() else ""


def _places(found: Iterable[tuple[Element, str]], order: Mapping[Element, Order]) -> Places:
    elements, named = [], defaultdict[str, list[int]](list)
    for rank, (element, said) in enumerate(found):
        elements.append(element)
        named[said].append(rank)
    ranks = {element: rank for rank, element in enumerate(elements)}
    return Places(elements, named, ranks, [order[each] for each in elements])


def _words(element: Element) -> str:
    return "".join(text for event, _, text in shown(element, EVERYTHING) if event is Event.WORDS)


def _name(element: Element) -> str:
    return element.get("aria-label") or element.get("title") or "".join(element.itertext())
