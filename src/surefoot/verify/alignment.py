"""Which found citation is which promised one: each has the partner that it is most like, in order."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile
from typing import TypeAlias

from surefoot.promise import Citation
from surefoot.verify.letters import grams, letters, overlap

Pair: TypeAlias = tuple[int | None, int | None]
"""Ranks, from 0, of a promised citation and of its partner; None where one has none."""

_VERSIONS = 0.5
"""Two texts that share more than this part of their letters are versions of one."""
_AT_ONCE = 10_000
"""Pairs that are weighed against each other; of more, only runs of them."""
_RUN = 60


@dataclass(frozen=True, slots=True)
class _Traits:
    """What a citation is known by."""

    citation: Citation
    note: str
    note_grams: frozenset[str]
    claim_grams: frozenset[str]

    @classmethod
    def of(cls, citation: Citation) -> _Traits:
        note = letters(citation.note)
        return cls(citation, note, grams(note[:200]), grams(citation.claim))


_Matching: TypeAlias = Callable[[Sequence[_Traits], Sequence[_Traits]], Iterator[Pair]]


def align(promised: Sequence[Citation], found: Sequence[Citation]) -> Sequence[Pair]:
    """Pair the citations of two sequences off, in the order of both.

    One lost call leaves all others their partners. What comes in another order
    than was promised has none.
    """
    # A copy of a call is like it in everything but that its note does not lead back there.
    ways = len({(each.jump, each.back) for each in found}) > 1
    head = _run(zip(promised, found, strict=False), ways=ways)
    tail = _run(zip(reversed(promised[head:]), reversed(found[head:]), strict=False), ways=ways)
    ones = [_Traits.of(each) for each in promised[head : len(promised) - tail]]
    others = [_Traits.of(each) for each in found[head : len(found) - tail]]
    return [
        *((at, at) for at in range(head)),
        *_moved(_known(ones, others), head, head),
        *((len(promised) - back, len(found) - back) for back in range(tail, 0, -1)),
    ]


def _run(pairs: Iterable[tuple[Citation, Citation]], *, ways: bool) -> int:
    """Return how many pairs are surely the same citation, up to the first that is not."""
    return sum(1 for _ in takewhile(lambda pair: _one(*pair, ways=ways), pairs))


def _one(promised: Citation, found: Citation, *, ways: bool) -> bool:
    return (
        promised.mark == found.mark
        and found.claim.endswith(promised.claim)
        and letters(promised.note) == letters(found.note)
        and promised.links == found.links
        and (not ways or (promised.jump, promised.back) == (found.jump, found.back))
    )


def _known(ones: Sequence[_Traits], others: Sequence[_Traits]) -> Iterator[Pair]:
    """Pair those off that stand in the same place and have the same note."""
    return _by(lambda each: (each.citation.claim[-20:], each.note), _weighed, ones, others)


def _weighed(ones: Sequence[_Traits], others: Sequence[_Traits]) -> Iterator[Pair]:
    """Pair off by likeness; where there are too many to weigh, first those with the same note."""
    if len(ones) * len(others) <= _AT_ONCE:
        return _liked(ones, others)
    return _by(lambda each: each.note, _run_by_run, ones, others)


def _run_by_run(ones: Sequence[_Traits], others: Sequence[_Traits]) -> Iterator[Pair]:
    for start in range(0, max(len(ones), len(others)), _RUN):
        run = slice(start, start + _RUN)
        yield from _moved(_liked(ones[run], others[run]), start, start)


def _by(
    identity: Callable[[_Traits], Hashable],
    rest: _Matching,
    ones: Sequence[_Traits],
    others: Sequence[_Traits],
) -> Iterator[Pair]:
    """Pair those off that have one identity, and leave what lies between to the ``rest``."""
    matcher = SequenceMatcher(None, [*map(identity, ones)], [*map(identity, others)], autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(range(start, end), range(other_start, other_end), strict=True)
        else:
            yield from _moved(rest(ones[start:end], others[other_start:other_end]), start, other_start)


def _liked(ones: Sequence[_Traits], others: Sequence[_Traits]) -> Iterator[Pair]:
    """Pair off so that the likeness of all pairs together is greatest (Needleman and Wunsch, 1970)."""
    weights = [[_likeness(one, other) for other in others] for one in ones]
    best = [[0.0] * (len(others) + 1) for _ in range(len(ones) + 1)]
    for at in reversed(range(len(ones))):
        for to in reversed(range(len(others))):
            together = weights[at][to] and best[at + 1][to + 1] + weights[at][to]
            best[at][to] = max(together, best[at + 1][to], best[at][to + 1])
    at = to = 0
    while at < len(ones) and to < len(others):
        if weights[at][to] and best[at][to] == best[at + 1][to + 1] + weights[at][to]:
            yield at, to
            at, to = at + 1, to + 1
        elif best[at][to] == best[at + 1][to]:
            yield at, None
            at += 1
        else:
            yield None, to
            to += 1
    yield from ((left, None) for left in range(at, len(ones)))
    yield from ((None, left) for left in range(to, len(others)))


def _likeness(one: _Traits, other: _Traits) -> float:
    """Weigh how much two citations are alike; 0 if they are not one that was damaged."""
    mine, theirs = one.citation, other.citation
    # No note is like no other: what is lost is known by its place alone.
    notes = float(bool(one.note)) if one.note == other.note else overlap(one.note_grams, other.note_grams)
    claims = overlap(one.claim_grams, other.claim_grams)
    if mine.claim and theirs.claim.endswith(mine.claim):
        claims = 1.0
    if max(notes, claims) <= _VERSIONS:
        return 0.0
    ways = (mine.mark == theirs.mark) + (mine.links == theirs.links) + (mine.jump == theirs.jump)
    return 4 * (notes + claims) + ways + (mine.back == theirs.back)


def _moved(pairs: Iterable[Pair], start: int, other_start: int) -> Iterator[Pair]:
    """Yield pairs of parts as pairs of the wholes that these are cut from."""
    for one, other in pairs:
        yield None if one is None else one + start, None if other is None else other + other_start
