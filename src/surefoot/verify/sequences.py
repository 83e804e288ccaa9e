"""Which of a series of texts are lost, added or changed in another series."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from surefoot.promise import Span
from surefoot.verify.letters import letters
from surefoot.verify.spans import common, parted


@dataclass(frozen=True, slots=True)
class Member:
    """One of a series."""

    text: str
    kind: str = ""
    """What it is beside its text: a heading's level, a header cell."""
    standing: str = ""
    """What it is among its neighbours, and another is where one is lost: the first, or the third."""
    place: Span | None = field(default=None, compare=False)
    """The blocks that it stands in, where that is known."""


@dataclass(frozen=True, slots=True)
class Parting:
    """Where two series part: one has these members, the other those in their stead."""

    rank: int
    """From 0, of the first of ``ones`` in its series; where there is none, of the one behind."""
    ones: Sequence[Member]
    others: Sequence[Member]

    @property
    def renamed(self) -> bool:
        """Whether the same texts stand here in the same order, and are something else."""
        return [*map(_text, self.ones)] == [*map(_text, self.others)]

    @property
    def exchanged(self) -> bool:
        """Whether the same texts stand here in another order."""
        return not self.renamed and sorted(map(_text, self.ones)) == sorted(map(_text, self.others))


def partings(
    ones: Sequence[Member], others: Sequence[Member], counts: Callable[[Member], bool]
) -> Sequence[Parting]:
    """Return where two series part.

    Args:
        ones: as promised.
        others: as found.
        counts: whether what is found before the first or behind the last is one too many.
    """
    apart = [
        _closer(Parting(start, ones[start:end], others[other_start:other_end]))
        for start, end, other_start, other_end in parted([*map(_key, ones)], [*map(_key, others)])
    ]
    lost = {_text(member) for parting in apart for member in parting.ones}

    def kept(member: Member) -> bool:
        """Whether a member counts at the ends: also one that has only moved there."""
        return _text(member) in lost or counts(member)

    trimmed = [_at_the_ends(parting, len(ones), kept) for parting in apart]
    return _exchanged([parting for parting in trimmed if parting.ones or parting.others], ones)


def _text(member: Member) -> str:
    return letters(member.text)


def _key(member: Member) -> str:
    return f"{member.standing} {member.kind} {letters(member.text)}"


def _at_the_ends(parting: Parting, size: int, counts: Callable[[Member], bool]) -> Parting:
    """Leave out what does not count of the members too many."""
    others = parting.others
    spare = len(others) - len(parting.ones)
    if spare <= 0:
        return parting
    if parting.rank == 0:
        others = [*filter(counts, others[:spare]), *others[spare:]]
    elif parting.rank + len(parting.ones) == size:
        others = [*others[:-spare], *filter(counts, others[-spare:])]
    return Parting(parting.rank, parting.ones, others)


def _closer(parting: Parting) -> Parting:
    """Leave out at both ends what only became something else because a neighbour is lost or added."""
    if parting.renamed:
        return parting
    ones, others = (
        [f"{each.kind} {_text(each)}" for each in part] for part in (parting.ones, parting.others)
    )
    head = common(ones, others)
    tail = common(ones[head:][::-1], others[head:][::-1])
    return Parting(
        parting.rank + head,
        parting.ones[head : len(ones) - tail],
        parting.others[head : len(others) - tail],
    )


def _exchanged(apart: Sequence[Parting], ones: Sequence[Member]) -> Sequence[Parting]:
    """Let two texts that changed places be one parting, not one too many here and one too few there."""
    merged: list[Parting] = []
    for parting in apart:
        if merged:
            last = merged[-1]
            between = ones[last.rank + len(last.ones) : parting.rank]
            both = Parting(
                last.rank, [*last.ones, *between, *parting.ones], [*last.others, *between, *parting.others]
            )
            if len(between) == 1 and both.exchanged:
                merged[-1] = both
                continue
        merged.append(parting)
    return merged
