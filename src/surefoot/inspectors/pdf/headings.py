"""The headings of a file, as lists of contents and its outline name them and lead to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from surefoot.inspectors.pdf.destinations import Link, Links
from surefoot.inspectors.pdf.ends import Ends
from surefoot.inspectors.pdf.kinds import is_heading
from surefoot.inspectors.pdf.lines import Pages
from surefoot.inspectors.pdf.speech import Pressed, boxes, heard, spoken
from surefoot.inspectors.pdf.structure import Element, Key
from surefoot.text import fold

LISTS = frozenset({"TOC", "TOCI"})
"""What holds a list of contents (ISO 32000-1, table 333)."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings outside of lists of contents, in reading order."""

    elements: Sequence[Element]
    names: Sequence[str]
    """The folded words of each, without calls."""
    _ends: Ends
    _shown: Sequence[int | None]
    """The page of each."""
    _known: Mapping[Key, Element]
    _pages: Pages

    @classmethod
    def of(
        cls, root: Element, calls: Collection[Element], pages: Pages, links: Links, aims: Iterable[Link]
    ) -> Headings:
        """Return the headings below ``root``.

        Args:
            root: of the structure tree.
            calls: the links that are calls of notes, of which no entry tells.
            pages: what can be seen.
            links: of the file.
            aims: what is likely to lead to headings, from which the file's offset is learnt.
        """
        found = [each for each in outside(root) if is_heading(each)]
        return cls(
            found,
            [fold(words(each, calls, pages)) for each in found],
            _ends(found, pages, links, aims),
            [_page(each, pages) for each in found],
            {each.key: each for each in root.descendants()},
            pages,
        )

    def aimed_at(self, links: Links, aims: Iterable[Link]) -> Headings:
        """Return the same headings, with the file's offset learnt from other ``aims``."""
        return replace(self, _ends=_ends(self.elements, self._pages, links, aims))

    def led_to(self, link: Link, meant: Collection[int]) -> int | None:
        """Return the rank of the heading that a link leads to, if it is one of those ``meant``."""
        rank = self._ends.reached([link])
        return rank if rank in meant else None

    def leads(self, link: Link, meant: Collection[int]) -> bool:
        """Whether a link leads to a heading of those ``meant``, or else to the page of one.

        Where it cannot be told on which page one stands, as of a formula that is drawn, it may.
        """
        pages = self.pages(meant)
        if None in pages:
            return True
        rank, page = self._ends.reached([link]), self._page(link)
        return rank in meant if rank is not None else page is not None and page in pages

    def pages(self, meant: Collection[int]) -> set[int | None]:
        """Return the pages of some headings."""
        return {self._shown[rank] for rank in meant}

    def _page(self, link: Link) -> int | None:
        if link.element is not None:
            element = self._known.get(link.element)
            return None if element is None else _page(element, self._pages)
        return link.place.page if link.place else None


def outside(element: Element) -> Iterator[Element]:
    """Yield what is below an element and in no list of contents there."""
    for kid in element.kids:
        if isinstance(kid, Element) and kid.tag not in LISTS:
            yield kid
            yield from outside(kid)


def words(element: Element, calls: Collection[Element], pages: Pages) -> str:
    """Return the words of an element without calls."""
    return "".join(
        spoken(each, pages)
        for each in heard(element, pages)
        if not (isinstance(each, Pressed) and each.element in calls)
    )


def _page(element: Element, pages: Pages) -> int | None:
    return next((page for page, _ in boxes(element, pages)), None)


def _ends(elements: Sequence[Element], pages: Pages, links: Links, aims: Iterable[Link]) -> Ends:
    return Ends.among([[each] for each in elements], pages, links, aims, sideways=False)
