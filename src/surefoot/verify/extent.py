"""Where the body stands in what was found: what is around it was never promised."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from surefoot.promise import Span
from surefoot.verify.anchors import Agreement
from surefoot.verify.stretch import Text

_KNOWN = 24
"""Letters by which a text is known to be of the body."""


@dataclass(frozen=True, slots=True)
class Extent:
    """From the first to the last letter of a found text that are known to be of the body."""

    found: Text
    known: bool
    """Whether any letters are."""
    begins: int
    ends: int
    certain: bool
    """Whether the body is long enough to be known from all else."""
    from_first: bool
    """Whether nothing of the body can stand before it."""
    to_last: bool
    """Whether nothing of the body can stand behind it."""

    @classmethod
    def of(cls, promised: Text, found: Text, agreements: Sequence[Agreement]) -> Extent:
        """Return where the ``agreements`` of two texts are in the one that was found."""
        size = len(promised.letters)
        known = [each for each in _joined(agreements) if each.size >= min(_KNOWN, size)]
        return cls(
            found,
            bool(known),
            min((each.other for each in known), default=0),
            max((each.other + each.size for each in known), default=len(found.letters)),
            bool(known) and size >= _KNOWN,
            any(each.start == 0 for each in known),
            any(each.start + each.size == size for each in known),
        )

    def holds(self, place: Span) -> bool:
        """Whether a place is certainly in the body, between its first and its last block or in one."""
        starts = self.found.starts
        first, last = bisect_left(starts, self.begins), bisect_right(starts, self.ends) - 1
        return self.certain and place[0] < last and place[1] > first

    def lacks(self, place: Span) -> bool:
        """Whether a place is certainly before the body or behind it."""
        first, last = self.found.block_at(self.begins), self.found.block_at(self.ends - 1) + 1
        before = self.from_first and place[0] < first and place[1] <= first
        behind = self.to_last and place[0] >= last and place[1] > last
        return self.certain and (before or behind)


def _joined(agreements: Sequence[Agreement]) -> Sequence[Agreement]:
    """Return agreements that follow each other in both texts as one: a heading with its first paragraph."""
    joined: list[Agreement] = []
    for each in sorted(agreements, key=lambda each: each.start):
        last = joined[-1] if joined else None
        if last and last.start + last.size == each.start and last.other + last.size == each.other:
            joined[-1] = replace(last, size=last.size + each.size)
        else:
            joined.append(each)
    return joined
