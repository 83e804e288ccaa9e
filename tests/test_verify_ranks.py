"""The order of the notes among themselves."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from surefoot.promise import Citation, Facet, Fault, Recovered
from surefoot.verify import compare

WORDS = "alpha beta gamma delta epsilon zeta".split()


def citation(number: int, rank: int) -> Citation:
    word = WORDS[number - 1]
    return Citation(str(number), f"Prosebefore{word}", f"A note about {word}.", rank=rank)


PROMISE = [citation(number, number) for number in range(1, 7)]


def misplaced(found: Sequence[Citation], promised: Sequence[Citation] = PROMISE) -> list[tuple[Fault, int]]:
    facets = frozenset({Facet.MARK, Facet.CLAIM, Facet.NOTE, Facet.RANK})
    return [(each.fault, each.place) for each in compare(promised, Recovered(tuple(found), facets))]


@pytest.mark.parametrize(
    ("ranks", "places"),
    [
        ([1, 2, 3, 4, 5, 6], []),
        ([3, 4, 7, 8, 9, 20], []),
        ([6, 1, 2, 3, 4, 5], [1]),
        ([1, 2, 6, 3, 4, 5], [3]),
        ([2, 3, 4, 5, 6, 1], [6]),
        ([6, 2, 3, 4, 5, 1], [1, 6]),
    ],
)
def test_the_fewest_notes_are_named_that_stand_out_of_order(ranks: list[int], places: list[int]) -> None:
    found = [citation(number, rank) for number, rank in enumerate(ranks, 1)]
    assert misplaced(found) == [(Fault.RANK, place) for place in places]


def test_the_order_of_notes_is_not_asked_of_a_file_that_does_not_carry_it() -> None:
    found = tuple(citation(number, 7 - number) for number in range(1, 7))
    assert compare(PROMISE, Recovered(found, frozenset({Facet.NOTE}))) == ()


def test_a_note_that_is_called_again_is_asked_where_it_is_called_first() -> None:
    promised = [*PROMISE, citation(1, 1)]
    assert misplaced(promised, promised) == []
    assert misplaced([*PROMISE[1:], citation(1, 1)], promised) == [(Fault.LOST, 1)]


def test_a_call_that_leads_to_another_note_does_not_tell_where_its_own_stands() -> None:
    another = Citation("1", "Prosebeforealpha", "A note about zeta.", rank=6)
    assert misplaced([another, *PROMISE[1:]]) == [(Fault.NOTE, 1)]


def test_a_note_that_is_not_there_has_no_place() -> None:
    assert misplaced([*PROMISE[:5], Citation("6", "Prosebeforezeta", "")]) == [(Fault.NOTE, 6)]
