"""What a tagged PDF says of its citations, and of the prose around them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from surefoot.inspectors import follow
from surefoot.inspectors.pdf import body, contents, outline
from surefoot.inspectors.pdf.destinations import Links
from surefoot.inspectors.pdf.entries import citation, facets
from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.headings import Headings
from surefoot.inspectors.pdf.lines import Pages, sighted
from surefoot.inspectors.pdf.reading import Reading, read
from surefoot.inspectors.pdf.structure import Annotation, Element
from surefoot.promise import Aspect, Citation, Facet, Prose, Recovered
from surefoot.text import absolute, address

_LINKED = frozenset({Facet.LINKS, Facet.SHOWN, Facet.JUMP, Facet.BACK})
"""What paper does not carry."""


@dataclass(frozen=True, slots=True)
class Witness:
    """One file, opened: its structure tree, what its pages show, and its links."""

    root: Element
    pages: Pages
    links: Links
    loose: tuple[str, ...]
    """What its pages show, and no tag says."""

    def recovered(self) -> Recovered:
        """Return the whole testimony.

        Strays are notes that nothing calls, and words that no tag says. What stands beside
        notes is none: tags do not say where a section of notes begins and ends.
        """
        reading = read(self.root, self.pages, self.links)
        uncalled = follow.uncalled(reading.found, reading.notes)
        lacking = _LINKED if self.links.on_paper else frozenset()
        return Recovered(
            tuple(self._citations(reading)),
            frozenset(Facet) - lacking - (set() if reading.near else {Facet.NEAR}),
            strays=(*filter(None, (note.text for note in uncalled)), *self.loose),
            repeated=(*self._repeated(), *self.links.repeated),
            prose=self._prose(reading.silent),
            aspects=frozenset(Aspect) - ({Aspect.LINKS} if self.links.on_paper else set()),
            entries=facets(reading.entries) - lacking,
        )

    def _prose(self, silent: Collection[Element]) -> Prose:
        """Return the prose, and behind its own links those that nobody may follow.

        These stand over words that no tag knows (ISO 14289-1, 7.18.5), or lead from a list of
        contents or the outline to another heading than they name.
        """
        seen = sighted(self.pages)
        prose = body.prose(self.root, silent, seen, self.links)
        annotations = [leaf.object for leaf in self.root.leaves() if isinstance(leaf, Annotation)]
        known = {link.address for each in annotations if (link := self.links.read(each))}
        boxes = defaultdict[int, list[Box]](list)
        for leaf, shown in self.pages.items():
            boxes[leaf.page] += [shown.box] if shown.box else []
        more = [
            address(link.address)
            for link in self.links.outward({each.objgen for each in annotations})
            if link.address not in known
            and absolute(link.address)
            and any(link.area.touches(box) for box in boxes[link.page])
        ]
        added = [*dict.fromkeys(more), *self._astray(silent, seen)]
        # In which block such words stand is not asked: nowhere may a link be that only some can press.
        anywhere = (0, len(prose.blocks))
        return replace(
            prose,
            links=(*prose.links, *added),
            linked=None if prose.linked is None else (*prose.linked, *(anywhere for _ in added)),
        )

    def _astray(self, silent: Collection[Element], seen: Pages) -> list[str]:
        """Return what entries of lists of contents and items of the outline say that do not mean it."""
        listed, items = contents.entries(self.root, seen, self.links), outline.items(self.links)
        if not listed and not items:
            return []
        # Each of the two may aim a little above its headings in a manner of its own.
        by_list = [link for entry in listed for link in entry.links]
        headings = Headings.of(self.root, silent, seen, self.links, by_list)
        lost = contents.astray(listed, headings)
        by_outline = [item.link for item in items]
        return lost + outline.astray(items, headings.aimed_at(self.links, by_outline))

    def elements(self) -> Iterator[tuple[Element, Element | None]]:
        """Yield for each of the citations the element of its call, and that of its note or entry."""
        reading = read(self.root, self.pages, self.links)
        followed = list(follow.followed(reading.found, reading.notes))
        for link in reading.claims:
            if link in reading.cited:
                yield link.element, reading.entries[reading.cited[link][0]].element
            else:
                note, _ = followed[reading.calls[link]]
                yield link.element, None if note is None else reading.elements[note]

    def _citations(self, reading: Reading) -> Iterator[Citation]:
        noted = list(follow.citations(reading.found, reading.notes))
        ranks = {link: rank for rank, link in enumerate(reading.cited)}
        asked = Facet.BACK in facets(reading.entries)
        for link, claim in reading.claims.items():
            if link in reading.cited:
                rank, jump = reading.cited[link]
                entry = reading.entries[rank]
                back = not asked or ranks[link] in entry.back
                yield replace(citation(link, claim, entry, self.pages), jump=jump, back=back)
            else:
                yield noted[reading.calls[link]]

    def _repeated(self) -> Iterator[str]:
        """Yield the IDs that several structure elements have (ISO 32000-1, 14.7.2)."""
        names = Counter(each.name for each in self.root.descendants() if each.name)
        return (name.decode("utf-8", "replace") for name, count in names.items() if count > 1)
