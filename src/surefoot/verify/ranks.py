"""Which notes stand elsewhere among the notes than their calls among the calls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from surefoot.promise import Citation, Fault, Finding
from surefoot.verify.letters import letters
from surefoot.verify.rising import rising


def misplaced(
    promised: Sequence[Citation], partners: Mapping[int, Citation]
) -> Iterator[tuple[int, Finding]]:
    """Yield the fewest notes that would have to be moved, each with the place of its first call.

    Args:
        promised: all promised citations.
        partners: what was found of them, by their places.
    """
    places = list(_first_calls(promised, partners))
    in_order = {places[rank] for rank in rising([partners[place].rank for place in places])}
    for place in (place for place in places if place not in in_order):
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
