"""A long text by its letters, any stretch of which can be shown with its gaps."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from surefoot.text import LINE_END
from surefoot.verify.letters import letters, shown

_CONTEXT = 40
"""Letters on either side of a stretch, by which a reader finds it."""
_GAP = re.compile(f"([ {LINE_END}])")
_LONGEST = 240
"""Characters of a stretch that are shown: of a longer one the beginning and the end."""


class Text:
    """The letters of spaced blocks, one behind the other."""

    def __init__(self, blocks: Sequence[str]) -> None:
        self.blocks = blocks
        self.parts = [*map(letters, blocks)]
        self.letters = "".join(self.parts)
        self.starts = [0, *accumulate(map(len, self.parts))]

    def block_at(self, at: int) -> int:
        """Return the rank of the block that a letter is of; of the last one for what lies behind."""
        return max(0, min(bisect_right(self.starts, at), len(self.blocks)) - 1)

    def words(self, start: int, end: int) -> Iterator[tuple[str, int]]:
        """Yield the words between two letters, each with the number of letters before it."""
        return ((word, at) for _, word, at in self._words(start, end))

    def gaps(self, start: int, end: int) -> Mapping[int, str]:
        """Return the gaps within a stretch by the number of letters before them. A block's end is a space."""
        return {at: gap for gap, _, at in self._words(start, end) if start < at}

    def around(self, start: int, end: int) -> str:
        """Return a stretch and some words on either side of it, as a reader sees them."""
        first, last = max(0, start - _CONTEXT), min(end + _CONTEXT, len(self.letters))
        while first < start and self._is_within_a_word(first):
            first += 1
        while last > end and self._is_within_a_word(last):
            last -= 1
        before, behind = self.written(first, start), self.written(end, last)
        text = shown(before + _cut(self.written(start, end)) + behind).strip()
        return ("…" if first else "") + text + ("…" if last < len(self.letters) else "")

    def _is_within_a_word(self, at: int) -> bool:
        """Whether the letters on both sides of a place are of one word."""
        return at < len(self.letters) and at not in self.gaps(at - 1, at + 1)

    def written(self, start: int, end: int) -> str:
        """Return a stretch with the gaps before its words."""
        return "".join(gap + word for gap, word, _ in self._words(start, end))

    def _words(self, start: int, end: int) -> Iterator[tuple[str, str, int]]:
        """Yield each word between two letters, the gap before it, and the number of letters before it."""
        for rank in range(self.block_at(start), len(self.blocks)):
            at, gap = self.starts[rank], " "
            if at >= end:
                return
            for piece in _GAP.split(self.blocks[rank]):
                if piece.isspace():
                    gap = piece
                    continue
                if start < at + len(piece) and at < end:
                    # A word that is cut has no gap before it.
                    yield gap if at >= start else "", piece[max(0, start - at) : end - at], max(start, at)
                at += len(piece)


def _cut(text: str) -> str:
    half = _LONGEST // 2
    return text if len(text) <= _LONGEST else f"{text[:half].rstrip()} … {text[-half:].lstrip()}"
