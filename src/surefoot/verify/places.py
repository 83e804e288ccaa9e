"""Whether links stand on words of the blocks in which they were written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from surefoot.promise import Span
from surefoot.verify.agreed import Agreed
from surefoot.verify.letters import shortened, shown
from surefoot.verify.sequences import Member
from surefoot.verify.stretch import Text

_LONGEST = 160
"""Characters that are shown of a block."""


def moved(
    promised: Sequence[Member], found: Sequence[Member], texts: tuple[Text, Text], agreed: Agreed
) -> Iterator[tuple[int, str, str]]:
    """Yield the rank of each link that stands in another block, with both as they are written.

    What was written in words that are not found may stand anywhere.

    Args:
        promised: links.
        found: the same links, one for each.
        texts: the promised one and the one that was found.
        agreed: where the two agree.
    """
    one, other = texts
    for rank, (mine, theirs) in enumerate(zip(promised, found, strict=True)):
        if not mine.place or not theirs.place:
            continue
        start, end = _letters(one, mine.place)
        there, behind = _letters(other, theirs.place)
        at = agreed.found(start, end) if start < end and there < behind else None
        if at is not None and (behind <= at or at + end - start <= there):
            yield rank, _written(mine.text, one, mine.place), _written(theirs.text, other, theirs.place)


def _letters(text: Text, place: Span) -> Span:
    return text.starts[place[0]], text.starts[place[1]]


def _written(link: str, text: Text, place: Span) -> str:
    words = shown(" ".join(text.blocks[slice(*place)]))
    return f"{link}, in: {shortened(words, _LONGEST)}"
