"""Which words of a long text are lost, added or changed in another: linear where they agree."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from surefoot.verify.letters import alike
from surefoot.verify.liberties import Liberties
from surefoot.verify.spans import parted
from surefoot.verify.stretch import Text

_SIGNIFICANT = 24
"""Letters by which a block is known from all others."""
_REACH = 20_000
"""Letters in which the next block is looked for first."""
_PATIENCE = 300
"""Blocks that are looked for in the whole text."""
_NEAR = 12
"""Letters between two changes that make them one."""

_Words: TypeAlias = Sequence[tuple[str, int]]
"""Words, each with the number of letters before it."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """A stretch of letters that both texts have."""

    start: int
    other: int
    size: int


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
        agreements, changes = list[Agreement](), list[Change]()
        for each in self._parts():
            (agreements if isinstance(each, Agreement) else changes).append(each)  # type: ignore[arg-type]
        return agreements, changes

    def _parts(self) -> Iterator[Agreement | Change]:
        anchors = self._anchors()
        yield from anchors
        ends = [
            Agreement(0, 0, 0),
            *anchors,
            Agreement(len(self.promised.letters), len(self.found.letters), 0),
        ]
        for rank, (before, behind) in enumerate(pairwise(ends)):
            gap = _Gap(
                before.start + before.size, behind.start, before.other + before.size, behind.other,
                front=rank == 0, back=rank == len(anchors),
            )  # fmt: skip
            yield from self._gap(gap)

    def _anchors(self) -> Sequence[Agreement]:
        """Return the blocks that stand once in the promised text and are found, in the order of both."""
        hits = _increasing(list(self._hits()))
        settled: list[Agreement] = []
        for rank in range(len(hits) - 1, -1, -1):
            before = hits[rank - 1] if rank else None
            settled.append(self._settled(hits[rank], before, settled[-1]) if settled else hits[rank])
        return settled[::-1]

    def _settled(self, hit: Agreement, before: Agreement | None, behind: Agreement) -> Agreement:
        """Return where a block stands that is found twice before the next, as in a list of contents first."""
        block = self.promised.letters[hit.start : hit.start + hit.size]
        other = replace(hit, other=self.found.letters.rfind(block, hit.other, behind.other))

        def strain(here: Agreement) -> int:
            """How many letters are lost or added on both sides."""
            ahead = abs(_shift(behind) - _shift(here))
            return ahead + (abs(_shift(here) - _shift(before)) if before else 0)

        return other if other.other >= 0 and strain(other) <= strain(hit) else hit

    def _hits(self) -> Iterator[Agreement]:
        """Yield where the blocks that can be known are found, or at least a half of one."""
        counts = Counter(self.promised.parts)
        near = far = 0
        patience = _PATIENCE
        find = self.found.letters.find
        for block, start in zip(self.promised.parts, self.promised.starts, strict=False):
            if len(block) < _SIGNIFICANT or counts[block] > 1 or block in self.cells:
                continue
            reach = _REACH + len(block)
            if (at := find(block, near, near + reach)) >= 0:
                near = at + len(block)
            elif (at := find(block, far, far + reach)) >= 0 or (patience and (at := find(block)) >= 0):
                far = at + len(block)
            else:
                patience -= patience > 0
                halves = list(_halves(block, start, near, self.found.letters))
                near = halves[-1].other + halves[-1].size if halves else near
                yield from halves
                continue
            yield Agreement(start, at, len(block))

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


def _shift(agreement: Agreement) -> int:
    return agreement.other - agreement.start


def _halves(block: str, start: int, near: int, found: str) -> Iterator[Agreement]:
    """Yield the beginning and the end of a block of which something between them differs."""
    half = len(block) // 2
    for part, begins in ((block[:half], 0), (block[half:], half)):
        if half >= _SIGNIFICANT and (at := found.find(part, near, near + _REACH)) >= 0:
            yield Agreement(start + begins, at, len(part))


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


def _increasing(hits: Sequence[Agreement]) -> Sequence[Agreement]:
    """Return the longest series of hits that stand in the found text one behind the other (Fredman, 1975)."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for rank, hit in enumerate(hits):
        at = bisect_left(ends, hit.other)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [hit.other]
        last[at : at + 1] = [rank]
    series: list[Agreement] = []
    rank = last[-1] if last else -1
    while rank >= 0:
        # A block may also stand within another one's words.
        if not series or hits[rank].other + hits[rank].size <= series[-1].other:
            series.append(hits[rank])
        rank = before[rank]
    return series[::-1]
