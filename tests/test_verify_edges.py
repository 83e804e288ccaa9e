"""What the judge makes of likeness, of places and of words, where a hair decides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from surefoot.promise import Aspect, Citation, Facet, Fault, Finding, Kind, Prose, Recovered
from surefoot.verify import compare, pairs
from surefoot.verify.spans import parted

ONE = Citation(
    "1", "thewordsthatstandbeforethefirstcall", "A note of some length.", ("https://example.org",), ("",)
)
TWO = Citation("2", "otherwordsbeforeasecond", "Another thing altogether.", ("https://example.net",), ("",))
ALL = frozenset(Facet)
DOE = "Doe, J. 2020. A book. Press."
CITED = Citation("Doe2020,3", "Thefirstclaimofthetextissaidby(", DOE, kind=Kind.ENTRY)


def found(
    promised: tuple[Citation, ...], *citations: Citation, judged: frozenset[Facet] = ALL
) -> list[tuple[Fault, int]]:
    findings = compare(promised, Recovered(citations, judged))
    return [(finding.fault, finding.place) for finding in findings]


def of_words(cited: Citation, *texts: str) -> list[Finding]:
    prose = Prose(blocks=texts)
    return [*compare([cited], Recovered((), frozenset(), prose=prose, aspects=frozenset({Aspect.WORDS})))]


@pytest.mark.parametrize("change", [{"mark": "9"}, {"links": ()}, {"jump": False}, {"back": False}])
def test_of_two_that_are_alike_the_partner_is_the_one_with_more_in_common(change: dict[str, object]) -> None:
    damaged = replace(ONE, note="A note of some lengths.")
    worse = replace(damaged, **change)  # type: ignore[arg-type]
    assert pairs([ONE], Recovered((worse, damaged), ALL)) == (1,)
    assert pairs([ONE], Recovered((damaged, worse), ALL)) == (0,)


def test_place_and_note_tell_more_than_mark_and_links() -> None:
    there = replace(ONE, note="A note of some lengths.", mark="9", links=())
    elsewhere = replace(ONE, note="A note of some lengths.", claim="nothinglikeit")
    assert pairs([ONE], Recovered((there, elsewhere), ALL)) == (0,)
    assert pairs([ONE], Recovered((elsewhere, there), ALL)) == (1,)


def test_a_call_without_its_note_is_known_by_its_place_though_its_claim_begins_before() -> None:
    promised = replace(ONE, claim="short")
    other = replace(promised, claim="manywordsofwhichnobodyknewtheyaresaidaboveshort", note="")
    assert found((promised,), other) == [(Fault.NOTE, 1)]


def test_a_second_call_of_a_note_that_is_lost_is_not_taken_for_the_first() -> None:
    again = replace(ONE, claim="muchlaterinthetext")
    assert found((ONE, TWO, again), ONE, TWO) == [(Fault.LOST, 3)]


def test_a_call_lost_here_and_found_twice_elsewhere_is_out_of_order_and_one_too_many() -> None:
    three = Citation("3", "andathirdcallbehindthose", "Yet another one, quite different.")
    faults = found((ONE, TWO, three), TWO, three, ONE, ONE)
    assert (Fault.ORDER, 1) in faults
    assert len(faults) == 2


@pytest.mark.parametrize(
    ("facets", "change"),
    [
        ({Facet.MARK}, {"mark": "9"}),
        ({Facet.CLAIM}, {"claim": "otherwords"}),
        ({Facet.NOTE, Facet.SPACES}, {"note": "A note of some breadth."}),
        ({Facet.SPACES}, {"note": "A note ofsome length."}),
        ({Facet.LINKS}, {"links": ("https://example.com",)}),
        ({Facet.SHOWN}, {"shown": ("https://example.com",)}),
        ({Facet.JUMP}, {"jump": False}),
        ({Facet.BACK}, {"back": False}),
        ({Facet.SEEN}, {"seen": False}),
        ({Facet.APART}, {"apart": False}),
        ({Facet.NEAR}, {"near": False}),
    ],
)
def test_what_a_file_is_not_asked_is_no_fault(facets: set[Facet], change: dict[str, object]) -> None:
    other = replace(ONE, **change)  # type: ignore[arg-type]
    assert found((ONE, TWO), other, TWO) != []
    assert found((ONE, TWO), other, TWO, judged=ALL - facets) == []


def test_a_mark_may_stand_in_another_block_than_its_claim() -> None:
    cited = replace(CITED, claim="Theendofalongparagraph.", mark="Doe2020")
    assert of_words(cited, "The end of a long paragraph.", "Doe 2020 begins another.", DOE) == []


def test_a_wrong_mark_in_the_words_is_shown_with_what_stands_there() -> None:
    (finding,) = of_words(CITED, "The first claim of the text is said by (Doe 2020, 8). More.", DOE)
    assert (finding.fault, finding.promised, finding.found) == (Fault.MARK, "Doe2020,3", "Doe2020,8")


def test_a_wrong_claim_in_the_words_is_shown_with_what_stands_there() -> None:
    (finding,) = of_words(CITED, "Before. The first proof of the text is said by (Doe 2020, 3).", DOE)
    assert (finding.fault, finding.promised) == (Fault.CLAIM, CITED.claim)
    assert finding.found == "Thefirstproofofthetextissaidby("


def test_of_an_entry_that_is_not_there_nothing_is_shown() -> None:
    (finding,) = of_words(CITED, "The first claim of the text is said by (Doe 2020, 3).")
    assert (finding.fault, finding.found) == (Fault.NOTE, "")


def test_what_stands_behind_a_lost_call_has_its_partners() -> None:
    three = Citation("3", "andathirdcallbehindthose", "Yet another one, quite different.")
    assert pairs([ONE, TWO, three], Recovered((TWO, three), ALL)) == (None, 0, 1)
    assert pairs([ONE, three], Recovered((ONE, TWO, three), ALL)) == (0, 2)


def test_one_call_found_elsewhere_stands_for_one_that_is_lost() -> None:
    again = replace(ONE, claim="muchlaterinthetext")
    three = Citation("3", "andathirdcallbehindthose", "Yet another one, quite different.")
    four = Citation("4", "andafourthandlastone", "This has words of its own.")
    promised = (ONE, again, TWO, three, four)
    assert found(promised, TWO, three, four, ONE) == [(Fault.ORDER, 1), (Fault.LOST, 2)]


def test_words_that_many_places_have_part_no_texts() -> None:
    same = ["x"] * 300
    spans = [*parted(["a", *same, "b"], ["c", *same, "d"])]
    assert spans == [(0, 1, 0, 1), (301, 302, 301, 302)]


def test_texts_too_long_to_be_compared_in_every_place_part_between_their_ends() -> None:
    ones, others = [f"one {at}" for at in range(3000)], [f"other {at}" for at in range(2000)]
    assert [*parted(["a", *ones, "b", "c"], ["a", *others, "b", "c"])] == [(1, 3001, 1, 2001)]


def test_an_invented_call_before_a_damaged_one_is_told_of() -> None:
    damaged = replace(ONE, note="A note of some lengths.")
    assert sorted(found((ONE,), TWO, damaged)) == [(Fault.INVENTED, 0), (Fault.NOTE, 1)]


def test_words_put_in_beside_a_lost_link_are_told_of_if_they_are_not_its_address() -> None:
    other = replace(ONE, note="A note of some extra length.", links=(), shown=())
    assert found((ONE,), other) == [(Fault.ADDED, 1), (Fault.LINKS, 1)]


def test_a_way_back_may_name_a_heading_that_is_found_no_more() -> None:
    promised = Prose(title="A title", blocks=("One method", "Words."), headings=("2 One method",))
    found = Recovered(
        (ONE,), ALL, strays=("One method", "A title", "Nobody"), prose=Prose(blocks=("Words.",))
    )

    def strays(recovered: Recovered, prose: Prose | None = None) -> list[str]:
        return [finding.found for finding in compare((ONE,), recovered, prose)]

    assert strays(found) == ["One method", "A title", "Nobody"]
    assert strays(found, promised) == ["Nobody"]
    there = replace(found, prose=Prose(blocks=("One method", "Words.")))
    assert strays(there, promised) == ["One method", "Nobody"]


def test_calls_that_are_damaged_one_behind_the_other_have_their_partners() -> None:
    notes = ("Of bridges and their builders.", "Where the river bends twice.", "No ship has been seen since.")
    promised = tuple(Citation(str(rank), f"claim{note[:9]}", note) for rank, note in enumerate(notes, 1))
    damaged = tuple(replace(each, note=each.note[:-2] + "x.") for each in promised)
    assert found(promised, *damaged) == [(Fault.NOTE, 1), (Fault.NOTE, 2), (Fault.NOTE, 3)]
