"""Whether links stand on words of the blocks in which they were written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from surefoot.promise import Span
from surefoot.verify.anchors import Agreement
from surefoot.verify.letters import shown
from surefoot.verify.sequences import Member
from surefoot.verify.stretch import Text

_LONGEST = 160
"""Characters that are shown of a block."""


def moved(
    promised: Sequence[Member], found: Sequence[Member], texts: tuple[Text, Text], known: Sequence[Agreement]
) -> Iterator[tuple[int, str, str]]:
    """Yield the rank of each link that stands in another block, with both as they are written.

    Args:
        promised: links.
        found: the same links, one for each.
        texts: the promised one and the one that was found.
        known: where the two agree; what stands in other words may stand anywhere.
    """
    one, other = texts
    for rank, (mine, theirs) in enumerate(zip(promised, found, strict=True)):
        if not _has_words(mine.place) or not _has_words(theirs.place):
            continue
        start, end = _letters(one, mine.place)
        there, behind = _letters(other, theirs.place)
        shifts = (each.other - each.start for each in known if _holds(each, start, end))
        if any(behind <= start + shift or end + shift <= there for shift in shifts):
            yield rank, _written(mine, one), _written(theirs, other)


def _has_words(place: Span | None) -> bool:
    return place is not None and place[0] < place[1]


def _letters(text: Text, place: Span | None) -> Span:
    return (text.starts[place[0]], text.starts[place[1]]) if place else (0, 0)


def _holds(agreement: Agreement, start: int, end: int) -> bool:
    return agreement.start <= start and end <= agreement.start + agreement.size


def _written(link: Member, text: Text) -> str:
    start, end = link.place or (0, 0)
    words = shown(" ".join(text.blocks[start:end]))
    return f"{link.text}, in: {words if len(words) <= _LONGEST else f'{words[: _LONGEST - 1]}…'}"
