"""Every citation on trial: lost, invented, doubled, out of order, or damaged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from surefoot.promise import Citation, Facet, Fault, Finding, Kind
from surefoot.verify.alignment import Pair, align
from surefoot.verify.differences import Context, Matter, differences, displaced, summary
from surefoot.verify.hyphens import settled
from surefoot.verify.letters import letters


@dataclass(frozen=True, slots=True)
class Trial:
    """The promised and the found citations of one kind, paired off."""

    promised: Sequence[Citation]
    places: Sequence[int]
    """For each of ``promised`` its one-based rank among all promised citations."""
    found: Sequence[Citation]
    ranks: Sequence[int]
    """For each of ``found`` its rank, from 0, among all that were found."""
    pairs: Sequence[Pair]
    moved: Mapping[int, int]
    """The partners of those that are lost in one place and found in another."""

    @classmethod
    def of(cls, kind: Kind, promised: Sequence[Citation], found: Sequence[Citation]) -> Trial:
        """Pair off what is of one ``kind``."""
        found = settled(promised, found)
        places = [rank for rank, each in enumerate(promised, 1) if each.kind is kind]
        ranks = [rank for rank, each in enumerate(found) if each.kind is kind]
        ones, others = [promised[place - 1] for place in places], [found[rank] for rank in ranks]
        pairs = align(ones, others)
        return cls(ones, places, others, ranks, pairs, _moved(ones, others, pairs))

    def partners(self) -> Iterator[tuple[int, int]]:
        """Yield the place of each promised citation that was found, and the rank of its partner."""
        together = ((one, other) for one, other in self.pairs if one is not None and other is not None)
        for one, other in (*together, *self.moved.items()):
            yield self.places[one], self.ranks[other]

    def findings(self, judged: frozenset[Facet], context: Context) -> Iterator[tuple[int, Finding]]:
        """Yield each difference, and the place at or behind which it stands."""
        place, before = 0, None
        came_elsewhere = set(self.moved.values())
        for one, other in self.pairs:
            if one is not None and other is not None:
                place = self.places[one]
                matter = Matter(place, self.promised[one], self.found[other], judged)
                yield from ((place, finding) for finding in differences(matter, context, before))
                before = matter
            elif one is not None:
                place = self.places[one]
                yield from ((place, finding) for finding in self._absent(one, judged, context))
            elif other is not None and other not in came_elsewhere:
                yield self._extra(self.found[other], place)

    def _absent(self, one: int, judged: frozenset[Facet], context: Context) -> Iterator[Finding]:
        """Yield what became of a call that is not in its place."""
        promised, place = self.promised[one], self.places[one]
        if one not in self.moved:
            yield Finding(Fault.LOST, promised.mark, place, summary(promised), "")
            return
        found = self.found[self.moved[one]]
        yield Finding(Fault.ORDER, promised.mark, place, summary(promised), summary(found))
        # That it stands elsewhere, and is counted where it stands, has been said.
        rest = judged - {Facet.MARK, Facet.CLAIM, Facet.APART}
        yield from differences(Matter(place, promised, found, rest), context, None)

    def _extra(self, found: Citation, place: int) -> tuple[int, Finding]:
        """Return what to say of a call that has no partner: it doubles one, or nobody wrote it."""
        note = letters(found.note)
        for one, of in zip(self.promised, self.places, strict=True):
            if not displaced(one, found) and letters(one.note) == note:
                return of, Finding(Fault.DOUBLED, one.mark, of, "the call stands once", summary(found))
        return place, Finding(Fault.INVENTED, found.mark, 0, "", summary(found))


def _moved(ones: Sequence[Citation], others: Sequence[Citation], pairs: Sequence[Pair]) -> Mapping[int, int]:
    """Pair off what has no partner in its place: one note, under one mark or behind the same words."""
    left: dict[str, list[int]] = {}
    for one, other in pairs:
        if one is None and other is not None:
            left.setdefault(letters(others[other].note), []).append(other)
    moved: dict[int, int] = {}
    for lost in (one for one, other in pairs if one is not None and other is None):
        mine = ones[lost]
        candidates = left.get(letters(mine.note), [])
        alike = (
            other
            for other in candidates
            if mine.mark == others[other].mark or not displaced(mine, others[other])
        )
        if (other := next(alike, None)) is not None:
            moved[lost] = other
            candidates.remove(other)
    return moved
