"""Links within a file that lead to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from surefoot.inspectors.tree.bibliography import is_bibliography
from surefoot.inspectors.tree.names import Element, extent, is_block, kinds, name
from surefoot.inspectors.tree.note import href
from surefoot.inspectors.tree.places import Places
from surefoot.inspectors.tree.survey import Page

_GROUPS = frozenset({"aside", "dd", "div", "dl", "li"})
_APART = frozenset({"nav", "navigation", "toc"})


@dataclass(frozen=True, slots=True)
class Tie:
    """A link within the file, and the element that it leads to."""

    rank: int
    """In reading order."""
    page: Page
    element: Element
    target: Element

    @property
    def block(self) -> Element:
        """The block that it leads to, or into."""
        return next(
            (each for each in (self.target, *self.target.iterancestors()) if is_block(each)), self.target
        )


class Ties:
    """All links within the file, less those of its navigation and those to its bibliography."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.all = list(_ties(pages))
        self._into: defaultdict[Element, list[Tie]] = defaultdict(list)
        for tie in self.all:
            self._into[tie.target].append(tie)

    def back(self, call: Tie) -> Iterator[Tie]:
        """Yield the links that lead from where a call leads back to where it stands."""
        place = call.block
        around = place.getparent()
        group = around if around is not None and name(around) in _GROUPS else place
        for here in extent(call.element):
            for tie in self._into.get(here, ()):
                if tie.rank > call.rank and any(each in {place, group} for each in _within(tie.element)):
                    yield tie


def _ties(pages: Sequence[Page]) -> Iterator[Tie]:
    places = Places(pages)
    rank = 0
    for page in pages:
        for element in page.body.iter("*"):
            if name(element) != "a" and "noteref" not in kinds(element):
                continue
            target = places.target(page, href(element))
            if target is not None and "#" in href(element) and not _is_apart(element, target):
                rank += 1
                yield Tie(rank, page, element, target)


def _is_apart(link: Element, target: Element) -> bool:
    navigation = any(not _APART.isdisjoint(kinds(each) | {name(each)}) for each in link.iterancestors())
    return navigation or any(is_bibliography(each, kinds(each)) for each in _within(target))


def _within(element: Element) -> Iterator[Element]:
    yield element
    yield from element.iterancestors()
