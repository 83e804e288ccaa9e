"""Words that are printed over others: neither can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import bidirectional

from surefoot.inspectors.pdf.content import Piece
from surefoot.inspectors.pdf.runs import Run

_SHARED = 0.25
"""Of the size of the smaller font, by how much of their widths two words are one over the other at the least.

Slanted letters reach over the next ones, and pairs of letters are set closer than they are wide.
"""
_BACKWARDS = frozenset({"R", "AL"})
"""Bidirectional classes of letters of which whole words may reach under the next (UAX 9)."""


@dataclass(frozen=True, slots=True)
class _Word:
    run: Run
    text: str
    mcid: int

    def crosses(self, other: _Word) -> bool:
        """Whether this is printed over another; two prints of one word, such as a shadow, are one."""
        if self.mcid == other.mcid or self.text == other.text:
            return False
        return self.run.box.crosses(other.run.box, _SHARED * min(self.run.size, other.run.size))


def hide(pieces: Mapping[int, Sequence[Piece]], runs: Mapping[int, Sequence[Run]]) -> None:
    """Let no reader see those strings of a page that stand one over the other.

    Within one marked-content sequence that may be meant: so LaTeX writes its name.

    Args:
        pieces: the strings of each sequence.
        runs: where they stand.
    """
    words = sorted(_words(pieces, runs), key=lambda word: word.run.box.bottom)
    for rank, one in enumerate(words):
        for other in words[rank + 1 :]:
            if other.run.box.bottom >= one.run.box.top:
                break
            if one.crosses(other):
                one.run.seen = other.run.seen = False


def _words(pieces: Mapping[int, Sequence[Piece]], runs: Mapping[int, Sequence[Run]]) -> Iterator[_Word]:
    """Yield the strings of letters that are level and can be seen."""
    for mcid, held in pieces.items():
        strings = runs.get(mcid, ())
        # Where two readers of one content stream differ on its strings, no geometry is certain.
        if held and held[-1].last + 1 == len(strings):
            for piece in held:
                run = strings[piece.first]
                if piece.first == piece.last and run.seen and run.level and _is_plain(piece.text):
                    yield _Word(run, piece.text.strip(), mcid)


def _is_plain(text: str) -> bool:
    return any(map(str.isalnum, text)) and all(bidirectional(char) not in _BACKWARDS for char in text)
