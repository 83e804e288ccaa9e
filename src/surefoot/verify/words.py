"""Which words of a long text are lost, added or changed in another: linear where they agree."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from surefoot.verify.anchors import Agreement, anchors
from surefoot.verify.letters import alike
from surefoot.verify.liberties import Liberties
from surefoot.verify.spans import parted
from surefoot.verify.stretch import Text

_NEAR = 12
"""Letters between two changes that make them one."""

_Words: TypeAlias = Sequence[tuple[str, int]]
"""Words, each with the number of letters before it."""


@dataclass(frozen=True, slots=True)
class Change:
    """Where two texts part: the letters from ``start`` to before ``end`` in each of them."""

    start: int
    end: int
    other_start: int
    other_end: int
    lost: str
    added: str


@dataclass(frozen=True, slots=True)
class _Gap:
    """A stretch of both texts between two blocks that they share."""

    start: int
    end: int
    other_start: int
    other_end: int
    front: bool
    """The text begins here: anything may be found before it."""
    back: bool
    """The text ends here: anything may be found behind it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A promised text beside a found one.

    What is found before its beginning and behind its end is none of it.
    """

    promised: Text
    found: Text
    liberties: Liberties
    cells: frozenset[str]
    """Blocks that do not tell where they stand."""

    def outcome(self) -> tuple[Sequence[Agreement], Sequence[Change]]:
        """Return where the texts agree, and where they part."""
        at = self.found.letters.find(self.promised.letters)
        if at >= 0:
            return [Agreement(0, at, len(self.promised.letters))], []
        parts = list(self._parts())
        agreements = [part for part in parts if isinstance(part, Agreement)]
        return agreements, [part for part in parts if isinstance(part, Change)]

    def _parts(self) -> Iterator[Agreement | Change]:
        shared = anchors(self.promised, self.found, self.cells)
        yield from shared
        ends = [
            Agreement(0, 0, 0),
            *shared,
            Agreement(len(self.promised.letters), len(self.found.letters), 0),
        ]
        for rank, (before, behind) in enumerate(pairwise(ends)):
            gap = _Gap(
                before.start + before.size, behind.start, before.other + before.size, behind.other,
                front=rank == 0, back=rank == len(shared),
            )  # fmt: skip
            yield from self._gap(gap)

    def _gap(self, gap: _Gap) -> Iterator[Agreement | Change]:
        mine = self.promised.letters[gap.start : gap.end]
        theirs = self.found.letters[gap.other_start : gap.other_end]
        if not mine and (gap.front or gap.back or not theirs):
            return
        at = _place(mine, theirs, gap)
        if at >= 0:
            yield Agreement(gap.start, gap.other_start + at, len(mine))
            return
        starts = self.promised.starts
        blocks = range(bisect_left(starts, gap.start), bisect_left(starts, gap.end))
        place = range(gap.other_start, gap.other_end)
        whole = starts[blocks.start] == gap.start and starts[blocks.stop] == gap.end
        if whole and self.liberties.taken(blocks, self.found.letters, place, front=gap.front, back=gap.back):
            yield from _ends(mine, theirs, gap)
            return
        yield from self._parted(gap, blocks, theirs)

    def _parted(self, gap: _Gap, blocks: range, theirs: str) -> Iterator[Agreement | Change]:
        ones = list(self.promised.words(gap.start, gap.end))
        others = list(self.found.words(gap.other_start, gap.other_end))
        omitted, again = self.liberties.aside(blocks, theirs)
        again = [range(gap.other_start + each.start, gap.other_start + each.stop) for each in again]
        changes = _changes(_without(ones, omitted), _without(others, again), gap)
        changes = changes or _changes(ones, others, gap)
        yield from changes
        if not (omitted or again):
            yield from _between(changes, gap)


def _ends(mine: str, theirs: str, gap: _Gap) -> Iterator[Agreement]:
    """Yield what two texts begin and end with, around the liberties that a medium takes."""
    size = 0 if gap.front else alike(mine, theirs)
    if size:
        yield Agreement(gap.start, gap.other_start, size)
    rest = 0 if gap.back else alike(mine[size:][::-1], theirs[size:][::-1])
    if rest:
        yield Agreement(gap.end - rest, gap.other_end - rest, rest)


def _place(mine: str, theirs: str, gap: _Gap) -> int:
    """Return where a text stands in another, as the gap allows; -1 if it does not."""
    if gap.front and gap.back:
        return theirs.find(mine)
    if gap.front:
        return len(theirs) - len(mine) if theirs.endswith(mine) else -1
    if gap.back:
        return 0 if theirs.startswith(mine) else -1
    return 0 if mine == theirs else -1


def _without(words: _Words, stretches: Iterable[range]) -> _Words:
    """Return the words that lie in none of the stretches."""
    out = {at for stretch in stretches for at in stretch}
    return [word for word in words if word[1] not in out]


def _changes(ones: _Words, others: _Words, gap: _Gap) -> Sequence[Change]:
    """Return where the words of a gap part; changes that are near each other are one."""
    merged: list[Change] = []
    for change in _operations(ones, others, gap):
        last = merged[-1] if merged else None
        if last and change.start - last.end <= _NEAR and change.other_start - last.other_end <= _NEAR:
            merged[-1] = Change(
                last.start, change.end, last.other_start, change.other_end,
                last.lost + _joined(ones, last.end, change.start) + change.lost,
                last.added + _joined(others, last.other_end, change.other_start) + change.added,
            )  # fmt: skip
        else:
            merged.append(change)
    # Where only the gaps between words differ, no letter does.
    return [change for change in merged if change.lost != change.added]


def _operations(ones: _Words, others: _Words, gap: _Gap) -> Iterator[Change]:
    others = _reached(others, 2 * len(ones) + 20, gap)
    for start, end, other_start, other_end in parted(
        [word for word, _ in ones], [word for word, _ in others]
    ):
        lost = ones[start:end]
        first, last = other_start, other_end
        at_front, at_back = start == 0 and gap.front, end == len(ones) and gap.back
        if at_front or at_back:
            first, last = _instead(lost, others, first, last, front=at_front)
        added = others[first:last]
        if lost or added:
            yield Change(
                _at(ones, start, gap.start), _at(ones, end, gap.start),
                _at(others, first, gap.other_start), _at(others, last, gap.other_start),
                "".join(word for word, _ in lost), "".join(word for word, _ in added),
            )  # fmt: skip


def _instead(lost: _Words, others: _Words, start: int, end: int, *, front: bool) -> tuple[int, int]:
    """Return which words stand for those lost at an open end: those next to the rest, if they are alike."""
    if front:
        start = max(start, end - len(lost))
    else:
        end = min(end, start + len(lost))
    one = "".join(word for word, _ in lost)
    other = "".join(word for word, _ in others[start:end])
    if 2 * (alike(one, other) + alike(one[::-1], other[::-1])) >= len(one) > 0:
        return start, end
    return (end, end) if front else (start, start)


def _reached(others: _Words, count: int, gap: _Gap) -> _Words:
    """Return the words found that can be of the gap: where it is open, those next to its other end."""
    if gap.front and gap.back:
        return others
    if gap.front:
        return others[-count:]
    return others[:count] if gap.back else others


def _at(words: _Words, rank: int, otherwise: int) -> int:
    """Return how many letters stand before a word, or before the end of all words."""
    if rank < len(words):
        return words[rank][1]
    return words[-1][1] + len(words[-1][0]) if words else otherwise


def _joined(words: _Words, start: int, end: int) -> str:
    """Return the words between two letters."""
    return "".join(word for word, at in words if start <= at < end)


def _between(changes: Sequence[Change], gap: _Gap) -> Iterator[Agreement]:
    """Yield what two texts share between the changes of a gap."""
    start = gap.start
    for change in changes:
        size = change.start - start
        yield Agreement(start, change.other_start - size, size)
        start = change.end
    if changes:
        yield Agreement(start, changes[-1].other_end, gap.end - start)
