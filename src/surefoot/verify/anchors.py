"""Blocks that two long texts share, by which the rest finds its place: linear where the texts agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from surefoot.verify.rising import rising
from surefoot.verify.stretch import Text

_SIGNIFICANT = 24
"""Letters by which a block is known from all others."""
_REACH = 20_000
"""Letters in which the next block is looked for first."""
_PATIENCE = 300
"""Blocks that are looked for in the whole text."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """A stretch of letters that both texts have."""

    start: int
    other: int
    size: int


def anchors(promised: Text, found: Text, cells: frozenset[str]) -> Sequence[Agreement]:
    """Return the blocks that stand once in the promised text and are found, in the order of both.

    Args:
        promised: a text.
        found: another.
        cells: blocks that do not tell where they stand.
    """
    hits = _increasing(list(_hits(promised, found.letters, cells)))
    settled: list[Agreement] = []
    for rank in range(len(hits) - 1, -1, -1):
        before = hits[rank - 1] if rank else None
        block = promised.letters[hits[rank].start : hits[rank].start + hits[rank].size]
        last = found.letters.rfind(block, hits[rank].other, settled[-1].other) if settled else -1
        settled.append(_settled(hits[rank], last, before, settled[-1]) if last >= 0 else hits[rank])
    return settled[::-1]


def _settled(hit: Agreement, last: int, before: Agreement | None, behind: Agreement) -> Agreement:
    """Return where a block stands that is found once more, at ``last``, before the next one.

    In a list of contents, for one, it stands first, and does not count there.
    """
    other = replace(hit, other=last)

    def strain(here: Agreement) -> int:
        """How many letters are lost or added on both sides."""
        ahead = abs(_shift(behind) - _shift(here))
        return ahead + (abs(_shift(here) - _shift(before)) if before else 0)

    return other if strain(other) <= strain(hit) else hit


def _hits(promised: Text, found: str, cells: frozenset[str]) -> Iterator[Agreement]:
    """Yield where the blocks that can be known are found, or at least a half of one."""
    counts = Counter(promised.parts)
    near = far = 0
    patience = _PATIENCE
    find = found.find
    for block, start in zip(promised.parts, promised.starts, strict=False):
        if len(block) < _SIGNIFICANT or counts[block] > 1 or block in cells:
            continue
        if promised.letters.find(block, max(0, start - len(block)), start + len(block)) < start:
            # One word again and again: what is before the block is like the block.
            continue
        reach = _REACH + len(block)
        if (at := find(block, near, near + reach)) >= 0:
            near = at + len(block)
        elif (at := find(block, far, far + reach)) >= 0 or (patience and (at := find(block)) >= 0):
            far = at + len(block)
        else:
            patience -= patience > 0
            halves = list(_halves(block, start, near, found))
            near = halves[-1].other + halves[-1].size if halves else near
            yield from halves
            continue
        yield Agreement(start, at, len(block))


def _shift(agreement: Agreement) -> int:
    return agreement.other - agreement.start


def _halves(block: str, start: int, near: int, found: str) -> Iterator[Agreement]:
    """Yield the beginning and the end of a block of which something between them differs."""
    half = len(block) // 2
    for part, begins in ((block[:half], 0), (block[half:], half)):
        if half >= _SIGNIFICANT and (at := found.find(part, near, near + _REACH)) >= 0:
            yield Agreement(start + begins, at, len(part))


def _increasing(hits: Sequence[Agreement]) -> Sequence[Agreement]:
    """Return the longest series of hits that stand in the found text one behind the other."""
    series: list[Agreement] = []
    for rank in reversed(rising([hit.other for hit in hits])):
        # A block may also stand within another one's words.
        if not series or hits[rank].other + hits[rank].size <= series[-1].other:
            series.append(hits[rank])
    return series[::-1]
