"""Which of a series of texts are lost, added or changed in another series."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from surefoot.verify.letters import letters
from surefoot.verify.spans import parted


@dataclass(frozen=True, slots=True)
class Parting:
    """Where two series part: one has these texts, the other those in their stead."""

    rank: int
    """From 0, of the first of ``ones`` in its series; where there is none, of the one behind."""
    ones: Sequence[str]
    others: Sequence[str]

    @property
    def exchanged(self) -> bool:
        """Whether the same texts stand here in another order."""
        return sorted(map(letters, self.ones)) == sorted(map(letters, self.others))


def partings(ones: Sequence[str], others: Sequence[str], counts: Callable[[str], bool]) -> Sequence[Parting]:
    """Return where two series part.

    Args:
        ones: as promised.
        others: as found.
        counts: whether a text that is found before the first or behind the last is one too many.
    """
    apart = [
        Parting(start, ones[start:end], others[other_start:other_end])
        for start, end, other_start, other_end in parted([*map(letters, ones)], [*map(letters, others)])
    ]
    lost = {letters(text) for parting in apart for text in parting.ones}

    def kept(text: str) -> bool:
        """Whether a text counts at the ends: also one that has only moved there."""
        return letters(text) in lost or counts(text)

    trimmed = [_at_the_ends(parting, len(ones), kept) for parting in apart]
    return _exchanged([parting for parting in trimmed if parting.ones or parting.others], ones)


def _at_the_ends(parting: Parting, size: int, counts: Callable[[str], bool]) -> Parting:
    """Leave out what does not count of the texts too many."""
    others = parting.others
    spare = len(others) - len(parting.ones)
    if spare <= 0:
        return parting
    if parting.rank == 0:
        others = [*filter(counts, others[:spare]), *others[spare:]]
    elif parting.rank + len(parting.ones) == size:
        others = [*others[:-spare], *filter(counts, others[-spare:])]
    return Parting(parting.rank, parting.ones, others)


def _exchanged(apart: Sequence[Parting], ones: Sequence[str]) -> Sequence[Parting]:
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
