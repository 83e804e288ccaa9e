"""Follow each citation in the text to its entry in the bibliography.

A *citation in the text* is a link of role ``doc-biblioref``; in a file where no
link says so, any link to an entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from surefoot.inspectors.tree.names import Element, extent, kinds
from surefoot.inspectors.tree.note import Note, href, printed, read_whole
from surefoot.inspectors.tree.places import Places
from surefoot.inspectors.tree.shown import words
from surefoot.inspectors.tree.sight import EVERYTHING
from surefoot.inspectors.tree.survey import Call, Survey
from surefoot.promise import Citation, Facet, Kind

_FACETS = frozenset(
    {Facet.MARK, Facet.CLAIM, Facet.NOTE, Facet.SPACES, Facet.LINKS, Facet.SHOWN, Facet.JUMP, Facet.SEEN}
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of a bibliography, read."""

    surveyed: Survey
    places: Places
    read: Mapping[Element, tuple[Note, bool]]
    """What each of them says, and whether it is seen."""

    @classmethod
    def of(cls, surveyed: Survey, places: Places) -> Self:
        """Read every entry."""
        return cls(surveyed, places, {element: _read(element, surveyed) for element in surveyed.entries})

    def facets(self) -> frozenset[Facet]:
        """Return what can be asked about citations in the text: ways back, where an entry has any."""
        return _FACETS | {Facet.BACK} if any(note.back for note, _ in self.read.values()) else _FACETS

    def citations(self) -> Iterator[tuple[Call, Element | None, Citation]]:
        """Yield each citation in the text with its link and its entry, in reading order."""
        asked = Facet.BACK in self.facets()
        for link, reached in _cited(self.surveyed, self.places):
            entry = _looked_up(link, self.read) if reached is None else reached
            note, seen = (_NOTHING, True) if entry is None else self.read[entry]
            yield (
                link,
                entry,
                Citation(
                    printed(link.element),
                    link.claim,
                    note.text,
                    note.links,
                    note.shown,
                    jump=reached is not None,
                    back=not asked or self._leads_back(entry, link),
                    seen=seen and link.seen and bool(printed(link.element, link.page.sight)),
                    kind=Kind.ENTRY,
                ),
            )

    def _leads_back(self, entry: Element | None, link: Call) -> bool:
        """Whether one of an entry's ways back leads to a citation."""
        if entry is None:
            return False
        page = self.surveyed.entries[entry].page
        ends = [self.places.target(page, way) for way in self.read[entry][0].back]
        return any(each is end for each in extent(link.element) for end in ends)


_NOTHING = Note("", "", (), (), ())


def _cited(surveyed: Survey, places: Places) -> Iterator[tuple[Call, Element | None]]:
    """Yield the links that are citations, each with the entry that it leads to."""
    reached = [
        (link, _entry_at(places.target(link.page, href(link.element)), surveyed)) for link in surveyed.links
    ]
    named = [(link, entry) for link, entry in reached if "biblioref" in kinds(link.element)]
    yield from named or ((link, entry) for link, entry in reached if entry is not None)


def _entry_at(element: Element | None, surveyed: Survey) -> Element | None:
    """Return the entry around ``element``."""
    if element is None:
        return None
    return next((each for each in (element, *element.iterancestors()) if each in surveyed.entries), None)


def _read(element: Element, surveyed: Survey) -> tuple[Note, bool]:
    item = surveyed.entries[element]
    note, seen = read_whole(element, item.page.sight)
    return note, seen and item.seen and not item.silent


def _looked_up(link: Call, entries: Mapping[Element, tuple[Note, bool]]) -> Element | None:
    """Return the entry that a reader finds who must look it up by the words of the citation, if it is one."""
    cited = set(_WORD.findall(words(link.element, EVERYTHING)))
    shared = {
        element: len(cited.intersection(_WORD.findall(note.text))) for element, (note, _) in entries.items()
    }
    most = max(shared.values(), default=0)
    best = [element for element, count in shared.items() if count == most]
    return best[0] if most and len(best) == 1 else None
