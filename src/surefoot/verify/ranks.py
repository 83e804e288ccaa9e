"""Which notes stand elsewhere among the notes than their calls among the calls."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from surefoot.promise import Citation, Fault, Finding
from surefoot.verify.letters import letters


def misplaced(
    promised: Sequence[Citation], partners: Mapping[int, Citation]
) -> Iterator[tuple[int, Finding]]:
    """Yield the fewest notes that would have to be moved, each with the place of its first call.

    Args:
        promised: all promised citations.
        partners: what was found of them, by their places.
    """
    places = list(_first_calls(promised, partners))
    for rank in _out_of_order([partners[place].rank for place in places]):
        place = places[rank]
        asked = "the notes stand in the order in which they are called"
        yield place, Finding(Fault.RANK, promised[place - 1].mark, place, asked, "it stands elsewhere")


def _first_calls(promised: Sequence[Citation], partners: Mapping[int, Citation]) -> Iterator[int]:
    """Yield the places of the first calls of those notes that were found, each as promised."""
    firsts = {one.rank: place for place, one in reversed([*enumerate(promised, 1)]) if one.rank}
    for place in sorted(firsts.values()):
        found = partners.get(place)
        # A call that leads to another note does not tell where its own stands.
        if found and found.rank and letters(found.note) == letters(promised[place - 1].note):
            yield place


def _out_of_order(numbers: Sequence[int]) -> Sequence[int]:
    """Return the positions of all numbers but the longest rising series (Fredman, 1975)."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for rank, number in enumerate(numbers):
        at = bisect_left(ends, number)
        before.append(last[at - 1] if at else None)
        ends[at : at + 1] = [number]
        last[at : at + 1] = [rank]
    rising = set[int]()
    rank_: int | None = last[-1] if last else None
    while rank_ is not None:
        rising.add(rank_)
        rank_ = before[rank_]
    return [rank for rank in range(len(numbers)) if rank not in rising]
