"""Where the words of two texts are the same, and the spaces between them are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from surefoot.text import LINE_END
from surefoot.verify.anchors import Agreement
from surefoot.verify.stretch import Text

_NEAR = 40
"""Letters between two misplaced spaces that are told of at once."""


def misplaced(promised: Text, found: Text, agreements: Sequence[Agreement]) -> Iterator[Agreement]:
    """Yield the stretches that begin and end with a space too many or too few: single ones have no length."""
    begun: Agreement | None = None
    for here in _places(promised, found, sorted(agreements, key=lambda agreement: agreement.start)):
        if begun and here.start - begun.start - begun.size <= _NEAR and _shift(here) == _shift(begun):
            begun = Agreement(begun.start, begun.other, here.start - begun.start)
            continue
        if begun:
            yield begun
        begun = here
    if begun:
        yield begun


def of_the_title(title: str, found: Text) -> Sequence[str]:
    """Return the first block that is the ``title`` with other spaces, unless one stands as it should."""
    text = Text([title])
    printed = [block for block, part in zip(found.blocks, found.parts, strict=True) if part == text.letters]
    whole = [Agreement(0, 0, len(text.letters))]
    wrong = all(any(misplaced(text, Text([block]), whole)) for block in printed)
    return printed[:1] if wrong else ()


def _shift(agreement: Agreement) -> int:
    return agreement.other - agreement.start


def _places(promised: Text, found: Text, agreements: Iterable[Agreement]) -> Iterator[Agreement]:
    """Yield the places where there is a space in one of the texts only."""
    for each in agreements:
        end = each.start + each.size
        for rank in range(promised.block_at(each.start), len(promised.blocks)):
            first, last = max(each.start, promised.starts[rank]), min(end, promised.starts[rank + 1])
            if first >= end:
                break
            other = first + _shift(each)
            if not _same_block(promised, found, rank, other):
                # Before the stretch there may be another text on either side.
                before = first > each.start
                yield from _within(
                    promised, found, Agreement(first - before, other - before, last - first + before)
                )


def _same_block(promised: Text, found: Text, rank: int, other: int) -> bool:
    """Whether a block begins at a letter found that is the promised one, if every line ends with a space."""
    at = found.block_at(other)
    return found.starts[at] == other and found.blocks[at].replace(LINE_END, " ") == promised.blocks[rank]


def _within(promised: Text, found: Text, stretch: Agreement) -> Iterator[Agreement]:
    mine = promised.gaps(stretch.start, stretch.start + stretch.size)
    theirs = found.gaps(stretch.other, stretch.other + stretch.size)
    shift = _shift(stretch)
    for at in sorted(mine.keys() | {at - shift for at in theirs}):
        one, other = mine.get(at), theirs.get(at + shift)
        if one != other and LINE_END not in {one, other}:
            yield Agreement(at, at + shift, 0)
