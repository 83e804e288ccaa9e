"""The judge: compares what was promised with what was found, and has no hands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from surefoot.promise import Citation, Facet, Fault, Finding, Recovered
from surefoot.text import fold

_SAME = 0.5
"""Two texts that share more than this part of their letters are versions of one."""
_SHOWN = 80
"""Characters of a text on either side of its first difference: enough to find the place."""
_ALIKE = 8
"""The likeness of two citations that are the same in every way."""


def compare(promised: Sequence[Citation], recovered: Recovered) -> tuple[Finding, ...]:
    """Return every difference between the promise and the testimony.

    Both are in reading order. They are aligned first, so that one lost call is one
    finding, and does not make liars of all calls behind it.
    """
    findings: list[Finding] = []
    for place, one, other in _aligned(promised, recovered.citations):
        if other is None and one is not None:
            findings.append(Finding(Fault.LOST, one.mark, place, _summary(one), ""))
        elif one is None and other is not None:
            findings.append(Finding(Fault.INVENTED, other.mark, 0, "", _summary(other)))
        elif one is not None and other is not None:
            findings += _differences(place, one, other, recovered.facets)
    return tuple(findings)


def facets(recovered: Recovered) -> tuple[Facet, ...]:
    """Return the facets that can be judged in this file, in the order in which they are declared."""
    return tuple(facet for facet in Facet if facet in recovered.facets)


def _differences(place: int, one: Citation, other: Citation, judged: frozenset[Facet]) -> Iterator[Finding]:
    checks = {
        Facet.MARK: (one.mark == other.mark, one.mark, other.mark),
        # A promised claim begins with its block, a recovered one may begin before it.
        Facet.CLAIM: (other.claim.endswith(one.claim), one.claim, other.claim),
        Facet.NOTE: (fold(one.note) == fold(other.note), *_around(fold(one.note), fold(other.note))),
        Facet.LINKS: (one.links == other.links, " ".join(one.links), " ".join(other.links)),
        Facet.JUMP: (one.jump == other.jump, "the call leads to its note", "it does not"),
        Facet.BACK: (one.back == other.back, "the note leads back to this call", "it does not"),
    }
    for facet, (kept, promised, found) in checks.items():
        if facet in judged and not kept:
            yield Finding(Fault(facet.value), one.mark, place, promised, found)


def _aligned(
    promised: Sequence[Citation], found: Sequence[Citation]
) -> Iterator[tuple[int, Citation | None, Citation | None]]:
    """Yield pairs with the one-based place of the promised one; None where one side has no partner."""
    head = _run(zip(promised, found, strict=False))
    tail = _run(zip(reversed(promised[head:]), reversed(found[head:]), strict=False))
    ones, others = promised[head : len(promised) - tail], found[head : len(found) - tail]
    yield from ((place + 1, promised[place], found[place]) for place in range(head))
    matcher = SequenceMatcher(None, [*map(_identity, ones)], [*map(_identity, others)], autojunk=False)
    for _, start, end, other_start, other_end in matcher.get_opcodes():
        place = head + start
        for one, other in _paired(ones[start:end], others[other_start:other_end]):
            place += one is not None
            yield place if one else 0, one, other
    for back in range(tail, 0, -1):
        yield len(promised) - back + 1, promised[-back], found[-back]


def _run(pairs: Iterable[tuple[Citation, Citation]]) -> int:
    """Return how many pairs are surely the same citation, up to the first that is not."""
    return sum(1 for _ in takewhile(lambda pair: _likeness(*pair) == _ALIKE, pairs))


def _identity(citation: Citation) -> tuple[str, str]:
    """Return what makes a citation this one and no other, most of the time."""
    return citation.claim[-20:], fold(citation.note)


def _paired(
    ones: Sequence[Citation], others: Sequence[Citation]
) -> Iterator[tuple[Citation | None, Citation | None]]:
    """Pair off two runs that differ: in order, stepping over what has no likeness on the other side."""
    if len(ones) < len(others):
        yield from ((one, other) for other, one in _paired(others, ones))
        return
    at, spare = 0, len(ones) - len(others)
    for other in others:
        window = ones[at : at + spare + 1]
        best = max(range(len(window)), key=lambda step: (_likeness(window[step], other), -step))
        yield from ((one, None) for one in window[:best])
        if _related(window[best], other):
            yield window[best], other
        else:
            yield window[best], None
            yield None, other
        at, spare = at + best + 1, spare - best
    yield from ((one, None) for one in ones[at:])


def _likeness(one: Citation, other: Citation) -> int:
    """Count in how many ways two citations are the same; the two may come in either order."""
    same_place = one.claim.endswith(other.claim) or other.claim.endswith(one.claim)
    same_ways = (one.jump == other.jump) + (one.back == other.back)
    same_words = 2 * (fold(one.note) == fold(other.note)) + (one.links == other.links)
    return 2 * same_place + same_ways + same_words + (one.mark == other.mark)


def _related(one: Citation, other: Citation) -> bool:
    """Whether two citations are one that was damaged, rather than one lost and another invented."""
    return any(
        mine == theirs or SequenceMatcher(None, mine, theirs, autojunk=False).ratio() > _SAME
        for mine, theirs in ((one.claim, other.claim[-len(one.claim) :]), (one.note, other.note))
        if mine and theirs
    )


def _summary(citation: Citation) -> str:
    return f"[{citation.mark}] …{citation.claim} → {citation.note[:_SHOWN]}"


def _around(one: str, other: str) -> tuple[str, str]:
    """Return both texts around the place where they part."""
    same = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    start = max(0, same - _SHOWN // 2)
    return tuple(("…" if start else "") + text[start : same + _SHOWN] for text in (one, other))  # type: ignore[return-value]
