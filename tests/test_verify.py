"""The judge names every difference, and only differences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from surefoot.promise import Citation, Facet, Fault, Recovered
from surefoot.verify import compare, facets

PROMISE = tuple(
    Citation(
        str(number), f"wordsbeforecall{number}", f"Noteofnumber{number}.", (f"https://example.org/{number}",)
    )
    for number in range(1, 6)
)
ALL = frozenset(Facet)


def faults(found: tuple[Citation, ...], judged: frozenset[Facet] = ALL) -> list[tuple[Fault, int]]:
    return [(finding.fault, finding.place) for finding in compare(PROMISE, Recovered(found, judged))]


def test_a_kept_promise_earns_nothing() -> None:
    assert faults(PROMISE) == []


def test_a_claim_may_begin_before_its_block() -> None:
    assert faults(tuple(replace(item, claim="abovetheblock" + item.claim) for item in PROMISE)) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"mark": "9"}, Fault.MARK),
        ({"claim": "otherwords"}, Fault.CLAIM),
        ({"note": "Noteofnumber8."}, Fault.NOTE),
        ({"links": ()}, Fault.LINKS),
        ({"jump": False}, Fault.JUMP),
        ({"back": False}, Fault.BACK),
    ],
)
def test_one_change_is_one_finding(change: dict[str, object], fault: Fault) -> None:
    found = (*PROMISE[:2], replace(PROMISE[2], **change), *PROMISE[3:])  # type: ignore[arg-type]
    assert faults(found) == [(fault, 3)]


@pytest.mark.parametrize("place", [1, 3, 5])
def test_a_lost_call_does_not_make_liars_of_the_others(place: int) -> None:
    assert faults(PROMISE[: place - 1] + PROMISE[place:]) == [(Fault.LOST, place)]


@pytest.mark.parametrize("at", [0, 2, 5])
def test_an_invented_call_does_not_make_liars_of_the_others(at: int) -> None:
    invented = Citation("7", "nowhere", "Nobodywrotethis.")
    assert faults((*PROMISE[:at], invented, *PROMISE[at:])) == [(Fault.INVENTED, 0)]


def test_one_lost_and_one_damaged_are_told_apart() -> None:
    damaged = replace(PROMISE[3], note="Other.")
    assert faults((*PROMISE[:1], PROMISE[2], damaged, PROMISE[4])) == [(Fault.LOST, 2), (Fault.NOTE, 4)]


def test_everything_lost_is_everything_lost() -> None:
    assert faults(()) == [(Fault.LOST, place) for place in range(1, 6)]


def test_what_a_medium_cannot_carry_is_not_judged() -> None:
    deaf = tuple(replace(item, jump=False, back=False) for item in PROMISE)
    judged = frozenset({Facet.LINKS, Facet.NOTE, Facet.CLAIM, Facet.MARK})
    assert faults(deaf, judged) == []
    assert facets(Recovered(deaf, judged)) == (Facet.MARK, Facet.CLAIM, Facet.NOTE, Facet.LINKS)


def test_equal_notes_called_in_a_row_are_aligned_one_by_one() -> None:
    same = tuple(Citation(str(number), "Something" * number, "Same.") for number in range(1, 50))
    found = tuple(replace(item, claim="title" + item.claim) for item in same)
    assert compare(same, Recovered(found, ALL)) == ()


def test_a_finding_shows_both_texts_around_their_first_difference() -> None:
    promised = Citation("1", "claim", "a" * 200 + "right" + "b" * 200)
    found = replace(promised, note="a" * 200 + "wrong" + "b" * 200)
    (finding,) = compare((promised,), Recovered((found,), ALL))
    assert "right" in finding.promised
    assert "wrong" in finding.found
    assert len(finding.found) < 200


def test_a_lost_call_and_an_invented_one_in_its_place_are_not_taken_for_each_other() -> None:
    invented = Citation("3", "nowhere", "Nobodywrotethis.")
    assert faults((*PROMISE[:2], invented, *PROMISE[3:])) == [(Fault.LOST, 3), (Fault.INVENTED, 0)]
