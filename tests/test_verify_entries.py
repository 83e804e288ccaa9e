"""Citations in the text are judged by links where a file has them, by words where it has none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from surefoot.promise import Aspect, Citation, Facet, Fault, Finding, Kind, Prose, Recovered
from surefoot.verify import compare, entries, facets

DOE, ROE = "Doe, J. 2020. A book. Press.", "Roe, R. 2019. Another. House."
PROMISE = (
    Citation("Doe2020,3", "Thefirstclaimofthetextissaidby(", DOE, kind=Kind.ENTRY),
    Citation("1", "Anoteiscalledhere", "A note, as Doe (2020) has it."),
    Citation("Roe2019", "Thesecondclaimofthetextissaidby(", ROE, kind=Kind.ENTRY),
    Citation("Doe2020", "", DOE, kind=Kind.ENTRY),
    Citation("2020", "Anote,asDoe(", DOE, kind=Kind.ENTRY),
)
TEXT = (
    "The first claim of the text is said by (Doe 2020, 3).",
    "A note is called here.",
    "The second claim of the text is said by (Roe 2019).",
    "Doe 2020 says so.",
    DOE,
    ROE,
)
WORDS = frozenset({Facet.MARK, Facet.CLAIM, Facet.NOTE})


def found(*texts: str, **more: object) -> list[tuple[Fault, int]]:
    recovered = Recovered(
        (PROMISE[1],), WORDS, prose=Prose(blocks=texts or TEXT), aspects=frozenset({Aspect.WORDS})
    )
    findings = compare(PROMISE, replace(recovered, **more))  # type: ignore[arg-type]
    return [(finding.fault, finding.place) for finding in findings]


def changed(old: str, new: str) -> tuple[str, ...]:
    assert any(old in text for text in TEXT)
    return tuple(text.replace(old, new) for text in TEXT)


def test_citations_that_are_words_are_found_in_the_prose_and_in_the_notes() -> None:
    assert found() == []
    assert found("Title", *TEXT, "Colophon") == []


@pytest.mark.parametrize(
    ("old", "new", "faults"),
    [
        ("Doe 2020, 3", "Doe 2020, 8", [(Fault.MARK, 1)]),
        ("Roe 2019)", "Poe 2019)", [(Fault.MARK, 3)]),
        ("second claim", "second proof", [(Fault.CLAIM, 3)]),
        (TEXT[2], "", [(Fault.LOST, 3)]),
        (TEXT[3], "", [(Fault.LOST, 4)]),
        ("Another.", "Annother.", [(Fault.NOTE, 3)]),
        (DOE, "", [(Fault.NOTE, 1)]),
    ],
)
def test_each_damage_of_words_earns_its_name_once(
    old: str, new: str, faults: list[tuple[Fault, int]]
) -> None:
    assert found(*changed(old, new)) == faults


def test_citations_in_another_order_are_not_found_in_their_place() -> None:
    assert found(*TEXT[2::-1], *TEXT[3:]) != []


def test_a_file_of_which_no_words_are_known_is_not_asked() -> None:
    assert found("Nothing.", aspects=frozenset()) == []
    assert entries(Recovered((), WORDS)) == ()


def test_what_was_judged_is_said() -> None:
    recovered = Recovered((), WORDS, aspects=frozenset({Aspect.WORDS}))
    assert entries(recovered) == (Facet.MARK, Facet.CLAIM, Facet.NOTE)
    assert entries(replace(recovered, entries=frozenset({Facet.LINKS, Facet.JUMP}))) == (
        Facet.LINKS,
        Facet.JUMP,
    )
    assert facets(recovered) == (Facet.MARK, Facet.CLAIM, Facet.NOTE)


def test_links_are_judged_where_a_file_has_them() -> None:
    judged = WORDS | {Facet.LINKS, Facet.JUMP}
    linked = (*PROMISE[:2], replace(PROMISE[2], jump=False), *PROMISE[3:])
    assert found(citations=linked, entries=judged) == [(Fault.JUMP, 3)]
    assert found(citations=PROMISE[:4], entries=judged) == [(Fault.JUMP, 5)]


def test_the_words_of_a_mark_are_words_of_the_next_claim() -> None:
    judged = WORDS | {Facet.JUMP}
    promised = (
        Citation("Doe2020", "Theclaimofboth(", DOE, kind=Kind.ENTRY),
        Citation("Roe2019", "Theclaimofboth(Doe2020;", ROE, kind=Kind.ENTRY),
    )
    other = (
        replace(promised[0], mark="Dxe2020"),
        replace(promised[1], claim="Theclaimofboth(Dxe2020;"),
    )
    findings = compare(promised, Recovered(other, WORDS, entries=judged))
    assert [(finding.fault, finding.place) for finding in findings] == [(Fault.MARK, 1)]


def test_an_entry_is_asked_for_a_way_back_where_a_file_has_them() -> None:
    judged = WORDS | {Facet.BACK}
    one_way = (replace(PROMISE[0], back=False), *PROMISE[1:])
    assert found(citations=one_way, entries=WORDS, facets=judged) == []
    assert found(citations=one_way, entries=judged, facets=WORDS) == [(Fault.BACK, 1)]


def test_the_finding_of_a_damaged_entry_shows_where_it_parts() -> None:
    recovered = Recovered(
        (PROMISE[1],), WORDS, prose=Prose(blocks=changed("Another. House", "Another. Horse")),
        aspects=frozenset({Aspect.WORDS}),
    )  # fmt: skip
    (finding,) = compare(PROMISE, recovered)
    assert "House" in finding.promised
    assert "Horse" in finding.found


def one(name: str, claim: str) -> Citation:
    return Citation(name, claim, f"{name}, the entry.", kind=Kind.ENTRY)


def told(promised: tuple[Citation, ...], *texts: str) -> tuple[Finding, ...]:
    blocks = (*texts, *dict.fromkeys(each.note for each in promised))
    recovered = Recovered((), WORDS, prose=Prose(blocks=blocks), aspects=frozenset({Aspect.WORDS}))
    return compare(promised, recovered)


LONG = "Thelongclaimthatleavesnodoubt("


@pytest.mark.parametrize("bracket", ["", "(", "["])
def test_a_mark_may_be_set_in_brackets_of_its_own(bracket: str) -> None:
    assert told((one("Doe", "Asitissaid"),), f"As it is said {bracket}Doe") == ()
    assert told((one("Doe", ""),), f"{bracket}Doe says so.") == ()


def test_a_mark_far_behind_its_place_is_not_the_one_that_is_lost() -> None:
    promised = (one("Doe", "Short("), one("Roe", LONG), one("Doe", "Short("))
    texts = ("Short (Doe).", "The long claim that leaves no doubt (Roe).", "Short (Doe).")
    assert told(promised, *texts) == ()
    assert [(each.fault, each.place) for each in told(promised, *texts[1:])] == [(Fault.LOST, 1)]


def test_the_same_words_may_cite_the_same_twice() -> None:
    promised = (one("Doe", LONG), one("Doe", LONG))
    text = "The long claim that leaves no doubt (Doe)."
    assert told(promised, text, text) == ()
    assert len(told(promised, text)) == 1


def test_a_call_in_the_text_is_told_of_with_what_stands_in_its_place() -> None:
    promised = (one("Doe2020", "Theclaim("), one("Roe2019", "Another("))
    assert told(promised, "The claim (Doe 2021).", "Another (Roe 2019).") == (
        Finding(Fault.MARK, "Doe2020", 1, "Doe2020", "Doe2021"),
    )
    assert told(promised, "The proof (Doe 2020).", "Another (Roe 2019).") == (
        Finding(Fault.CLAIM, "Doe2020", 1, "Theclaim(", "Theproof("),
    )
    assert told(promised, "Doe 2020.", "Another (Roe 2019).") == (
        Finding(Fault.CLAIM, "Doe2020", 1, "Theclaim(", ""),
    )


def test_a_lost_citation_is_told_of_as_it_was_promised() -> None:
    roe = one("Roe", "Another(")
    blocks = ("Another (Roe).", roe.note, "D" + one("Doe", "").note[1:])
    recovered = Recovered((), WORDS, prose=Prose(blocks=blocks), aspects=frozenset({Aspect.WORDS}))
    doe = replace(one("Doe", "Theclaim("), mark="Doe2020")
    assert compare((doe, roe), recovered) == (
        Finding(Fault.LOST, "Doe2020", 1, "[Doe2020] …Theclaim( → Doe, the entry.", ""),
    )


def test_a_damaged_entry_is_told_of_with_the_one_that_is_there() -> None:
    entry = "Doe, J. 2020. A book of some length. Press."
    promised = replace(one("Doe", ""), note=entry)
    recovered = Recovered(
        (), WORDS, prose=Prose(blocks=("Doe says so.", entry.replace("Press", "House"), "Colophon")),
        aspects=frozenset({Aspect.WORDS}),
    )  # fmt: skip
    assert compare((promised,), recovered) == (
        Finding(Fault.NOTE, "Doe", 1, entry, "Doe,J.2020.Abookofsomelength.House."),
    )
    for shared, there in (("Doe,J.2020.Abookofso", True), ("Doe,J.2020.Abookofs", False)):
        other = shared + "?" * 30
        (finding,) = compare((promised,), replace(recovered, prose=Prose(blocks=("Doe says so.", other))))
        assert finding.found.replace("…", "").startswith("Doe,J." if there else "") == there or not there
        assert bool(finding.found) is there
    gone = replace(recovered, prose=Prose(blocks=("Doe says so.",)))
    assert compare((promised,), gone) == (Finding(Fault.NOTE, "Doe", 1, entry, ""),)


LINKED = WORDS | {Facet.LINKS, Facet.SPACES, Facet.SHOWN, Facet.JUMP}
THRICE = (*PROMISE[:4], replace(PROMISE[2], claim="Andonceagain("), PROMISE[4])


def of_links(citations: tuple[Citation, ...], *texts: str, **more: object) -> list[tuple[Fault, int]]:
    """Faults found in a file whose citations are links."""
    prose = Prose(blocks=texts or (*TEXT[:4], "And once again (Roe 2019).", *TEXT[4:]))
    recovered = Recovered(citations, WORDS, prose=prose, aspects=frozenset({Aspect.WORDS}), entries=LINKED)
    findings = compare(THRICE, replace(recovered, **more))  # type: ignore[arg-type]
    return [(finding.fault, finding.place) for finding in findings]


def with_entry(old: str, **change: object) -> tuple[Citation, ...]:
    return tuple(replace(each, **change) if each.note == old else each for each in THRICE)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"note": ROE.replace("House", "Horse")}, Fault.NOTE),
        ({"note": ROE.replace("House", "Big House")}, Fault.ADDED),
        ({"note": ROE.replace("2019. ", "2019.")}, Fault.SPACES),
        ({"links": ("https://example.org",), "shown": ("",)}, Fault.LINKS),
        ({"note": DOE}, Fault.NOTE),
    ],
)
def test_what_is_wrong_with_an_entry_is_told_of_where_it_is_cited_first(
    change: dict[str, object], fault: Fault
) -> None:
    assert of_links(THRICE) == []
    assert of_links(with_entry(ROE, **change)) == [(fault, 3)]
    alone = (*THRICE[:4], replace(THRICE[4], **change), THRICE[5])  # type: ignore[arg-type]
    assert of_links(alone) == [(fault, 5)]


def test_what_is_told_of_once_says_how_often_the_entry_is_cited() -> None:
    damaged = with_entry(DOE, note=DOE.replace("book", "boak"))
    (finding,) = compare(THRICE, Recovered(damaged, WORDS, entries=LINKED))
    assert finding == Finding(
        Fault.NOTE, "Doe2020,3", 1, f"{DOE} (cited 3 times)", "Doe, J. 2020. A boak. Press."
    )


def test_what_is_wrong_with_each_citation_of_an_entry_is_told_of_each() -> None:
    assert of_links(with_entry(ROE, jump=False)) == [(Fault.JUMP, 3), (Fault.JUMP, 5)]


def test_a_citation_that_is_no_link_leads_nowhere_if_its_words_stand_in_their_place() -> None:
    unlinked = (*THRICE[:2], *THRICE[3:])
    assert of_links(unlinked) == [(Fault.JUMP, 3)]
    assert of_links((THRICE[1],)) == [(Fault.JUMP, place) for place in (1, 3, 4, 5, 6)]
    (finding, *_) = compare(
        THRICE, Recovered(unlinked, WORDS, prose=Prose(blocks=TEXT), aspects=frozenset({Aspect.WORDS}),
                          entries=LINKED),
    )  # fmt: skip
    assert finding == Finding(Fault.JUMP, "Roe2019", 3, "the citation leads to its entry", "it does not")


def test_a_citation_whose_words_are_gone_is_lost() -> None:
    unlinked = (*THRICE[:2], *THRICE[3:])
    texts = (*changed("(Roe 2019)", "(Poe 2018)")[:4], "And once again (Roe 2019).", *TEXT[4:])
    assert of_links(unlinked, *texts) == [(Fault.LOST, 3)]
    assert of_links(unlinked, aspects=frozenset()) == [(Fault.LOST, 3)]
    assert of_links(unlinked, entries=LINKED - {Facet.JUMP}) == [(Fault.LOST, 3)]
    assert of_links((*THRICE[:1], *THRICE[2:])) == [(Fault.LOST, 2)]


def test_of_citations_that_are_no_links_the_entries_are_looked_for_as_well() -> None:
    texts = (*TEXT[:4], "And once again (Roe 2019).", DOE, ROE.replace("House", "Horse"))
    assert of_links((*THRICE[:2], THRICE[3], THRICE[5]), *texts) == [
        (Fault.JUMP, 3),
        (Fault.NOTE, 3),
        (Fault.JUMP, 5),
    ]
