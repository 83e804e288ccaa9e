"""What a link leads to: one of several elements, by the place or by the structure that it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from surefoot.inspectors.pdf.destinations import Link, Links
from surefoot.inspectors.pdf.lines import Pages
from surefoot.inspectors.pdf.places import Places, Spot
from surefoot.inspectors.pdf.speech import boxes, words
from surefoot.inspectors.pdf.structure import Annotation, Element, Key
from surefoot.text import printed_address

_PICTURES = {"Figure", "Formula"}


def live(element: Element, pages: Pages, links: Links) -> list[Link]:
    """Return the links of a Link element that can be pressed where its words are.

    On paper, those that it prints.
    """
    shown = boxes(element, pages)
    if links.on_paper and element.tag == "Link":
        printed = printed_address(words(element, pages), "")
        return [Link(page, box, printed) for page, box in shown[:1] if printed]
    found = (links.read(leaf.object) for leaf in element.leaves() if isinstance(leaf, Annotation))
    return [
        link
        for link in found
        if link and (not shown or any(link.page == page and link.area.touches(box) for page, box in shown))
    ]


def spot(element: Element, pages: Pages, links: Links) -> Spot | None:
    """Return where the element begins: the first content that can be seen, and the pictures in its line.

    One that is hidden begins where its link is.
    """
    seen = boxes(element, pages)
    if not seen:
        return next((Spot(link.page, link.area, link.area.top) for link in live(element, pages, links)), None)
    page, ink = seen[0]
    figures = (each for each in element.descendants() if each.tag in _PICTURES)
    found = chain.from_iterable(boxes(figure, pages) for figure in figures)
    tops = (box.top for number, box in found if number == page and box.beside(ink))
    return Spot(page, ink, max([ink.top, *tops]))


@dataclass(frozen=True, slots=True)
class Ends:
    """Elements of one kind, the notes or the calls, to which links may lead."""

    _places: Places
    _ranks: Mapping[Key, int]

    @classmethod
    def among(
        cls,
        elements: Sequence[Sequence[Element]],
        pages: Pages,
        links: Links,
        aims: Iterable[Link],
        *,
        sideways: bool,
    ) -> Ends:
        """Return the ends for ``elements``, of each the one where it begins and others that stand for it.

        Args:
            elements: what may be led to, by rank.
            pages: what can be seen.
            links: of the file.
            aims: links that are likely to lead to them, from which the file's offset is learnt.
            sideways: whether several can stand in one line.
        """
        places = Places([spot(first, pages, links) for first, *_ in elements], sideways=sideways)
        places.learn(aim.place for aim in aims if aim.place is not None)
        ranks: dict[Key, int] = {}
        for rank, each in enumerate(elements):
            for inner in chain.from_iterable(element.descendants() for element in each):
                ranks.setdefault(inner.key, rank)
        return cls(places, ranks)

    def reached(self, links: Iterable[Link]) -> int | None:
        """Return the rank of the one element that all of ``links`` lead to.

        A structure destination and the place beside it, for older viewers, must agree;
        that may be a whole page.
        """
        ranks = set()
        for link in links:
            rank = None if link.element is None else self._ranks.get(link.element)
            if link.element is not None:
                ranks.add(rank)
            if link.place is not None and rank is not None and link.place.top is None:
                ranks.add(rank if self._places.page(rank) == link.place.page else None)
            elif link.place is not None:
                ranks.add(self._places.at(link.place))
        return ranks.pop() if len(ranks) == 1 else None

    def named(self, keys: Iterable[Key]) -> set[int]:
        """Return the ranks of those that the structure elements ``keys`` are or stand in."""
        return {self._ranks[key] for key in keys if key in self._ranks}
