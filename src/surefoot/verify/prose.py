"""The prose on trial: its words, the spaces between them, and what they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from surefoot.promise import Aspect, Fault, Finding, Prose, Recovered
from surefoot.text import address
from surefoot.verify.agreed import Agreed
from surefoot.verify.anchors import Agreement
from surefoot.verify.counts import miscounted
from surefoot.verify.extent import Extent
from surefoot.verify.front import unsaid, untitled
from surefoot.verify.letters import letters, shown
from surefoot.verify.levels import named
from surefoot.verify.liberties import Liberties
from surefoot.verify.margins import put_in
from surefoot.verify.places import moved
from surefoot.verify.sequences import Member, Parting, partings
from surefoot.verify.series import finding, members
from surefoot.verify.spaces import misplaced, of_the_title
from surefoot.verify.stretch import Text
from surefoot.verify.telling import Words, told
from surefoot.verify.words import Change, Comparison

_KNOWN = 24
"""Letters by which a text is known to be of the body."""
_AGAIN = 40
"""Letters of a block that nothing around a text repeats, be it a list of contents or an imprint."""
_MOVED = 12
"""Letters of words that are known again in another place."""
_SERIES = (Aspect.HEADINGS, Aspect.IMAGES, Aspect.CELLS, Aspect.ITEMS, Aspect.QUOTATIONS)
"""What words can be, what tells most first."""


def compare_prose(promised: Prose, recovered: Recovered) -> tuple[Finding, ...]:
    """Return every difference between the promised prose and the prose found, aspect by aspect.

    What a file shows before the first promised block and behind the last counts for
    nothing, unless it is a block once more. Each word that is lost, added or changed is
    told of once: as a word, or as the heading, picture, cells, items or quotation that
    it is the whole of.
    """
    if not recovered.aspects:
        return ()
    return tuple(_Trial.of(promised, recovered).findings())


@dataclass(frozen=True, slots=True)
class _Trial:
    """The promised and the found prose, compared word by word."""

    promised: Prose
    found: Prose
    judged: frozenset[Aspect]
    one: Text
    other: Text
    headings: frozenset[str]
    """The letters of the promised ones."""
    agreements: Sequence[Agreement]
    agreed: Agreed
    changes: Sequence[Change]
    extent: Extent

    @classmethod
    def of(cls, promised: Prose, recovered: Recovered) -> _Trial:
        found, judged = recovered.prose, recovered.aspects
        one, other = Text(promised.blocks), Text(found.blocks)
        agreements, changes = _compared(promised, (one, other), judged)
        extent = Extent.of(one, other, agreements)
        changes = sorted([*changes, *put_in(one, promised.title, extent)], key=lambda each: each.other_start)
        headings, agreed = named(promised.headings), Agreed(agreements)
        return cls(promised, found, judged, one, other, headings, agreements, agreed, changes, extent)

    def findings(self) -> Iterator[Finding]:
        """Yield the differences in all aspects that can be judged."""
        words = [Words(change.lost, change.added) for change in self.changes]
        title = untitled(self.promised, self.found, self.extent) if Aspect.WORDS in self.judged else ()
        series = {aspect: self._partings(aspect) for aspect in _SERIES if aspect in self.judged}
        by_series, left = told([*words, *title], series)
        links = self._partings(Aspect.LINKS) if Aspect.LINKS in self.judged else ()
        unlinked = {link.text for parting in links for link in parting.ones}
        if Aspect.WORDS in self.judged:
            if title and len(words) not in by_series:
                yield _finding(Aspect.WORDS, 0, self.promised.title, title[0].added)
            for text, instead in unsaid(self.promised, self.found, self.extent):
                yield _finding(Aspect.WORDS, 0, text, instead)
            yield from self._words(
                [
                    change
                    for rank, change in enumerate(self.changes)
                    # Words are added too where an address is printed that is no link any more.
                    if rank not in by_series and address(_differing(change).added) not in unlinked
                ]
            )
            yield from self._again()
            for place, number, printed in miscounted(
                self.promised, self.found, (self.one, self.other), self.agreed
            ):
                yield _finding(Aspect.WORDS, place + 1, number, printed)
        if Aspect.SPACES in self.judged:
            yield from self._spaces()
        for aspect, apart in (*left.items(), (Aspect.LINKS, links)):
            yield from (finding(aspect, parting) for parting in apart)
        if Aspect.LINKS in self.judged and not links:
            yield from self._moved_links()

    def _words(self, changes: Sequence[Change]) -> Iterator[Finding]:
        """Yield what became of words; those that are lost here and found there have moved."""
        lost = {change.lost for change in changes if not change.added and len(change.lost) >= _MOVED}
        added = {change.added: change for change in changes if not change.lost}
        moved = {letters_: added[letters_] for letters_ in lost & added.keys()}
        for change in changes:
            if not change.lost and change.added in moved:
                continue
            there = moved.get(change.lost, change) if not change.added else change
            yield _finding(
                Aspect.WORDS,
                self.one.block_at(change.start) + 1,
                self.one.around(change.start, change.end),
                self.other.around(there.other_start, there.other_end),
            )

    def _moved_links(self) -> Iterator[Finding]:
        promised, found = self._members(Aspect.LINKS)
        if len(found) == len(promised):
            for rank, one, other in moved(promised, found, (self.one, self.other), self.agreed):
                yield _finding(Aspect.LINKS, rank + 1, one, other)

    def _members(self, aspect: Aspect) -> tuple[Sequence[Member], Sequence[Member]]:
        """Return what words of one kind are, in order, as promised and as found in the body.

        What may stand in the body or around it is left out where all is there without it.
        """
        promised, found = members(self.promised, self.found, aspect)
        around = [each for each in found if not (each.place and self.extent.lacks(each.place))]
        certain = [each for each in around if each.place is None or self.extent.holds(each.place)]
        return promised, certain if Parting(0, promised, certain).renamed else around

    def _spaces(self) -> Iterator[Finding]:
        for printed in of_the_title(self.promised.title, self.other):
            yield _finding(Aspect.SPACES, 0, self.promised.title, shown(printed))
        for each in misplaced(self.one, self.other, self.agreements):
            yield _finding(
                Aspect.SPACES,
                self.one.block_at(each.start) + 1,
                self.one.around(each.start, each.start + each.size),
                self.other.around(each.other, each.other + each.size),
            )

    def _again(self) -> Iterator[Finding]:
        """Yield the blocks that stand once more before or behind the text."""
        blocks = {part for part in self.one.parts if len(part) >= _AGAIN} - self.headings
        for rank, part in enumerate(self.other.parts):
            start = self.other.starts[rank]
            if part in blocks and (start + len(part) <= self.extent.begins or start >= self.extent.ends):
                yield _finding(Aspect.WORDS, 0, "", shown(self.found.blocks[rank]))

    def _partings(self, aspect: Aspect) -> Sequence[Parting]:
        promised, found = self._members(aspect)
        known = 1 if aspect is Aspect.HEADINGS else _KNOWN

        def of_the_body(member: Member) -> bool:
            """Whether something that nobody promised is one too many.

            It stands where no text is but that of the body; or, where its place is not known, it is
            of the body's words.
            """
            if member.place is not None or aspect is Aspect.LINKS:
                return member.place is not None and self.extent.holds(member.place)
            words = letters(member.text)
            return len(words) >= known and words not in self.headings and words in self.one.letters

        return partings(promised, found, of_the_body)


def _compared(
    promised: Prose, texts: tuple[Text, Text], judged: frozenset[Aspect]
) -> tuple[Sequence[Agreement], Sequence[Change]]:
    """Return where two texts agree, and how they differ."""
    if not {Aspect.WORDS, Aspect.SPACES} & judged:
        return (), ()
    one, other = texts
    labels, echoes = promised.labels, promised.echoes
    if Aspect.CELLS in judged:
        # A medium that has tables has no need of liberties.
        labels = echoes = frozenset()
    cells = frozenset(map(letters, promised.cells))
    return Comparison(one, other, Liberties(one, labels, echoes), cells).outcome()


def _differing(change: Change) -> Words:
    return Words.between(change.lost, change.added)


def _finding(aspect: Aspect, place: int, promised: str, found: str) -> Finding:
    return Finding(Fault.PROSE, "", place, promised, found, aspect)
