"""The judge names every difference between citations, and only differences."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surefoot.promise import Citation, Facet, Fault, Finding, Kind, Recovered
from surefoot.text import LINE_END
from surefoot.verify import compare, facets, pairs

PROMISE = tuple(
    Citation(
        str(number),
        f"wordsbeforecall{number}",
        f"Note of number {number}, at length.",
        (f"https://example.org/{number}", f"https://example.net/{number}"),
        (f"https://example.org/{number}", ""),
    )
    for number in range(1, 6)
)
ALL = frozenset(Facet)
NOBODY = Citation("7", "nowhere", "Nobody wrote this.")


def found(
    citations: tuple[Citation, ...],
    judged: frozenset[Facet] = ALL,
    promised: tuple[Citation, ...] = PROMISE,
    **more: Any,
) -> list[tuple[Fault, int]]:
    findings = compare(promised, Recovered(citations, judged, **more))
    return [(finding.fault, finding.place) for finding in findings]


def with_third(**change: object) -> tuple[Citation, ...]:
    return (*PROMISE[:2], replace(PROMISE[2], **change), *PROMISE[3:])  # type: ignore[arg-type]


def test_a_kept_promise_earns_nothing() -> None:
    assert found(PROMISE) == []


def test_a_claim_may_begin_before_its_block() -> None:
    assert found(tuple(replace(item, claim="abovetheblock" + item.claim) for item in PROMISE)) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"mark": "9"}, Fault.MARK),
        ({"claim": "otherwords"}, Fault.CLAIM),
        ({"note": "Note of number 8, at length."}, Fault.NOTE),
        ({"note": ""}, Fault.NOTE),
        ({"note": "Note of number 3, written at length."}, Fault.ADDED),
        ({"note": "Noteof number 3, at length."}, Fault.SPACES),
        ({"note": "Note of number 3, at len gth."}, Fault.SPACES),
        ({"links": ()}, Fault.LINKS),
        ({"links": PROMISE[2].links[::-1], "shown": PROMISE[2].shown[::-1]}, Fault.LINKS),
        ({"shown": ("https://example.com", "")}, Fault.MISLEADING),
        ({"shown": ("https://example.org/3", "https://example.com")}, Fault.MISLEADING),
        ({"jump": False}, Fault.JUMP),
        ({"back": False}, Fault.BACK),
        ({"seen": False}, Fault.HIDDEN),
        ({"apart": False}, Fault.TOGETHER),
        ({"near": False}, Fault.AFAR),
    ],
)
def test_one_change_is_one_finding(change: dict[str, object], fault: Fault) -> None:
    assert found(with_third(**change)) == [(fault, 3)]


@pytest.mark.parametrize("place", [1, 3, 5])
def test_a_lost_call_does_not_make_liars_of_the_others(place: int) -> None:
    assert found(PROMISE[: place - 1] + PROMISE[place:]) == [(Fault.LOST, place)]


@pytest.mark.parametrize("at", [0, 2, 5])
def test_an_invented_call_does_not_make_liars_of_the_others(at: int) -> None:
    assert found((*PROMISE[:at], NOBODY, *PROMISE[at:])) == [(Fault.INVENTED, 0)]


def test_a_promised_note_called_behind_other_words_is_an_invented_call() -> None:
    again = replace(PROMISE[0], claim="elsewhere")
    assert found((*PROMISE[:3], again, *PROMISE[3:])) == [(Fault.INVENTED, 0)]


def test_one_lost_and_one_damaged_are_told_apart() -> None:
    damaged = replace(PROMISE[3], note="Other.")
    assert found((*PROMISE[:1], PROMISE[2], damaged, PROMISE[4])) == [(Fault.LOST, 2), (Fault.NOTE, 4)]


def test_a_lost_call_and_an_invented_one_in_its_place_are_not_taken_for_each_other() -> None:
    assert found((*PROMISE[:2], NOBODY, *PROMISE[3:])) == [(Fault.LOST, 3), (Fault.INVENTED, 0)]


def test_everything_lost_is_everything_lost() -> None:
    assert found(()) == [(Fault.LOST, place) for place in range(1, 6)]


@pytest.mark.parametrize("copy", [{}, {"back": False}, {"claim": "before" + PROMISE[2].claim}])
@pytest.mark.parametrize("behind", [True, False])
def test_a_call_that_stands_twice_is_doubled(copy: dict[str, object], *, behind: bool) -> None:
    again = replace(PROMISE[2], **copy)  # type: ignore[arg-type]
    at = 2 + behind
    assert found((*PROMISE[:at], again, *PROMISE[at:])) == [(Fault.DOUBLED, 3)]


def test_a_call_far_from_its_place_is_doubled_in_its_place() -> None:
    assert found((*PROMISE, PROMISE[1])) == [(Fault.DOUBLED, 2)]


@pytest.mark.parametrize(
    "moved",
    [
        PROMISE[1],
        replace(PROMISE[1], claim="otherwords"),
        replace(PROMISE[1], mark="5"),
        replace(PROMISE[1], mark="5", claim="abovetheblock" + PROMISE[1].claim),
    ],
)
def test_a_call_lost_here_and_found_there_is_out_of_order(moved: Citation) -> None:
    assert found((PROMISE[0], *PROMISE[2:], moved)) == [(Fault.ORDER, 2)]


def test_two_calls_of_one_note_may_both_be_out_of_order() -> None:
    note = {"mark": "1", "note": "The one note of both."}
    twice = tuple(replace(item, **note) for item in PROMISE[:2])
    moved = tuple(replace(item, claim=f"elsewhere{item.claim[-1]}") for item in twice)
    promised = (*twice, *PROMISE[2:])
    assert found((*PROMISE[2:], *moved), promised=promised) == [(Fault.ORDER, 1), (Fault.ORDER, 2)]


def test_citations_without_notes_are_known_by_their_places() -> None:
    empty = Citation("1", "thewordsbeforethecall", "")
    assert found((replace(empty, mark="2"),), promised=(empty,)) == [(Fault.MARK, 1)]
    elsewhere = Citation("2", "quiteanotherplace", "")
    assert found((elsewhere,), promised=(empty,)) == [(Fault.LOST, 1), (Fault.INVENTED, 0)]


def test_what_else_is_wrong_with_a_call_out_of_order_is_told() -> None:
    moved = replace(PROMISE[1], jump=False)
    assert found((PROMISE[0], *PROMISE[2:], moved)) == [(Fault.ORDER, 2), (Fault.JUMP, 2)]


def test_another_call_of_a_note_that_lost_one_elsewhere_is_invented() -> None:
    other = replace(PROMISE[1], mark="9", claim="otherwords")
    assert found((PROMISE[0], *PROMISE[2:], other)) == [(Fault.LOST, 2), (Fault.INVENTED, 0)]


def test_a_note_printed_twice_is_doubled() -> None:
    assert found(PROMISE, strays=(PROMISE[2].note,)) == [(Fault.DOUBLED, 3)]


def test_a_note_printed_twice_with_a_slip_is_doubled() -> None:
    long = replace(
        PROMISE[2], note="A note of some length, so that one letter is not a great part of it at all."
    )
    promised = (*PROMISE[:2], long, *PROMISE[3:])
    stray = long.note.replace("great", "greet")
    assert found(promised, promised=promised, strays=(stray,)) == [(Fault.DOUBLED, 3)]


def test_what_nobody_wrote_among_the_notes_is_stray() -> None:
    assert found(PROMISE, strays=("Nobody wrote this.",)) == [(Fault.STRAY, 0)]


def test_two_prints_that_are_one_word_apart_are_not_taken_for_one() -> None:
    assert found(PROMISE, strays=("Note of number 7, at length, by nobody.",)) == [(Fault.STRAY, 0)]


def test_a_lost_call_tells_of_its_note_that_is_left_alone() -> None:
    without = PROMISE[:2] + PROMISE[3:]
    assert found(without, strays=(PROMISE[2].note,)) == [(Fault.LOST, 3)]
    twice = (PROMISE[2].note, PROMISE[2].note)
    assert found(without, strays=twice) == [(Fault.LOST, 3), (Fault.DOUBLED, 3)]


def test_a_call_that_leads_nowhere_tells_of_its_note_that_is_left_alone() -> None:
    nowhere = with_third(note="", links=(), shown=(), jump=False, back=False)
    assert found(nowhere, strays=(PROMISE[2].note,)) == [(Fault.JUMP, 3)]
    assert found(nowhere) == [(Fault.NOTE, 3)]


def test_a_note_torn_in_two_tells_of_its_other_part() -> None:
    assert found(with_third(note="Note of number 3,"), strays=("at length.",)) == [(Fault.NOTE, 3)]


def test_a_call_of_another_note_tells_of_all_that_this_has() -> None:
    other = {name: getattr(PROMISE[3], name) for name in ("note", "links", "shown")}
    assert found(with_third(**other, back=False)) == [(Fault.NOTE, 3)]
    assert found(with_third(**other, mark="4", back=False)) == [(Fault.MARK, 3)]
    assert found(with_third(**other, mark="4", back=False), ALL - {Facet.MARK}) == [(Fault.NOTE, 3)]
    assert found(with_third(**other, mark="5"), strays=(PROMISE[2].note,)) == [
        (Fault.MARK, 3),
        (Fault.NOTE, 3),
    ]


def test_a_note_lost_tells_of_its_links() -> None:
    assert found(with_third(note="", links=(), shown=())) == [(Fault.NOTE, 3)]


def test_an_address_that_is_no_link_any_more_is_a_lost_link_not_an_addition() -> None:
    gone = with_third(
        note="Note of number 3, https://example.org/3 at length.",
        links=PROMISE[2].links[1:],
        shown=PROMISE[2].shown[1:],
    )
    assert found(gone) == [(Fault.LINKS, 3)]


def test_an_address_takes_the_space_beside_it_along() -> None:
    promised = Citation("1", "claim", "See , and .", ("https://example.org/a", "https://example.org/b"))
    lost = replace(promised, note="See, and .", links=promised.links[1:])
    assert found((lost,), promised=(promised,)) == [(Fault.LINKS, 1)]
    two = replace(lost, note="See,and .")
    assert found((two,), promised=(promised,)) == [(Fault.SPACES, 1), (Fault.LINKS, 1)]


def test_a_link_that_misleads_does_not_hide_another_that_is_lost() -> None:
    change = with_third(links=PROMISE[2].links[:1], shown=("https://example.com",))
    assert found(change) == [(Fault.MISLEADING, 3), (Fault.LINKS, 3)]


def test_a_link_led_elsewhere_is_misleading_where_it_shows_its_address() -> None:
    elsewhere = ("https://example.com", PROMISE[2].links[1])
    assert found(with_third(links=elsewhere)) == [(Fault.MISLEADING, 3)]
    assert found(with_third(links=elsewhere), ALL - {Facet.SHOWN}) == [(Fault.LINKS, 3)]


def test_an_author_may_promise_a_link_that_shows_another_address() -> None:
    promised = tuple(replace(item, shown=("https://example.com", "")) for item in PROMISE)
    assert found(promised, promised=promised) == []


def test_words_altered_before_two_calls_are_one_finding() -> None:
    promised = (
        Citation("1", "theoldwordsofthisclaim", "One."),
        Citation("2", "theoldwordsofthisclaimandmore", "Two."),
    )
    altered = tuple(replace(item, claim=item.claim.replace("old", "new")) for item in promised)
    assert found(altered, promised=promised) == [(Fault.CLAIM, 1)]
    both = (altered[0], replace(altered[1], claim=altered[1].claim.replace("more", "less")))
    assert found(both, promised=promised) == [(Fault.CLAIM, 1), (Fault.CLAIM, 2)]


@pytest.mark.parametrize(
    ("promised", "other"),
    [
        ("one two", f"one{LINE_END}two"),
        ("onetwo", f"one{LINE_END}two"),
        (f"one{LINE_END}two", "one two"),
        (f"one{LINE_END}two", "onetwo"),
    ],
)
def test_a_line_end_is_a_space_or_none(promised: str, other: str) -> None:
    ones, others = (Citation("1", "claim", text) for text in (promised, other))
    assert found((others,), promised=(ones,)) == []


@pytest.mark.parametrize(
    ("other", "fault"),
    [
        ("See Doe, p. 123.", Fault.NOTE),
        ("See Doe, p. 12. Really.", Fault.ADDED),
        ("Indeed: See Doe, p. 12.", Fault.ADDED),
        ("See John Doe, on p. 12.", Fault.ADDED),
        ("See Doe, 2020, p. 12.", Fault.ADDED),
        ("See Doer, p. 12.", Fault.NOTE),
        ("See p. 12, Doe,", Fault.NOTE),
        ("See Doe, p.", Fault.NOTE),
    ],
)
def test_what_is_put_into_a_note_that_is_whole_is_an_addition(other: str, fault: Fault) -> None:
    promised = Citation("1", "claim", "See Doe, p. 12.")
    assert found((replace(promised, note=other),), promised=(promised,)) == [(fault, 1)]


def test_an_id_given_twice_is_told_first_for_it_leads_elsewhere() -> None:
    dead = with_third(jump=False)
    assert found(dead, repeated=("fn-3",)) == [(Fault.IDS, 0), (Fault.JUMP, 3)]


def test_what_stands_twice_takes_its_id_along() -> None:
    twice = (*PROMISE[:3], *PROMISE[2:])
    assert found(twice, repeated=("fnref-3",)) == [(Fault.DOUBLED, 3), (Fault.IDS, 0)]


def test_what_a_medium_cannot_carry_is_not_judged() -> None:
    deaf = tuple(replace(item, jump=False, back=False, seen=False) for item in PROMISE)
    judged = frozenset({Facet.LINKS, Facet.NOTE, Facet.CLAIM, Facet.MARK})
    assert found(deaf, judged, strays=("Stray.",), repeated=("id",)) == []
    assert facets(Recovered(deaf, judged)) == (Facet.MARK, Facet.CLAIM, Facet.NOTE, Facet.LINKS)


def test_equal_notes_called_in_a_row_are_aligned_one_by_one() -> None:
    same = tuple(Citation(str(number), "Something" * number, "Same.") for number in range(1, 50))
    others = tuple(replace(item, claim="title" + item.claim) for item in same)
    assert compare(same, Recovered(others, ALL)) == ()


def test_a_finding_shows_both_texts_around_their_first_difference() -> None:
    promised = Citation("1", "claim", "a " * 200 + "right " + "b " * 200)
    other = replace(promised, note="a " * 200 + "wrong " + "b " * 200)
    (finding,) = compare((promised,), Recovered((other,), ALL))
    assert "a a right b b" in finding.promised
    assert "a a wrong b b" in finding.found
    assert len(finding.found) < 200


def test_each_promised_citation_knows_its_partner() -> None:
    moved = replace(PROMISE[1], claim="otherwords")
    recovered = Recovered((NOBODY, PROMISE[0], PROMISE[3], PROMISE[4], moved), ALL)
    assert pairs(PROMISE, recovered) == (1, 4, None, 2, 3)


def test_notes_and_entries_are_not_taken_for_each_other() -> None:
    entry = Citation("Doe2020", "wordsbefore", "Doe. 2020.", kind=Kind.ENTRY, back=False)
    promised = (*PROMISE[:2], entry, *PROMISE[2:])
    assert found(promised, promised=promised, entries=ALL - {Facet.BACK}) == []
    assert pairs(promised, Recovered((entry, *PROMISE), ALL)) == (1, 2, 0, 3, 4, 5)
    assert found(PROMISE, promised=promised, entries=ALL) == [(Fault.LOST, 3)]
    dead = (*PROMISE, replace(entry, jump=False))
    assert found(dead, promised=promised, entries=ALL) == [(Fault.JUMP, 3)]


def test_a_long_series_is_judged_in_no_time_even_if_nothing_of_it_is_right() -> None:
    promised = tuple(Citation(str(n), f"claim{n * 7919}", f"Note {n * 104729} text.") for n in range(1, 800))
    others = tuple(replace(item, claim=item.claim[::-1], note=item.note[::-1]) for item in promised)
    assert len(compare(promised, Recovered(others, ALL))) == 2 * len(promised)


WORDS = st.text(st.characters(codec="latin-1", categories=["Lu", "Ll", "Nd"]), min_size=1, max_size=6)
CITATIONS = st.lists(
    st.builds(
        lambda claim, note, links: Citation(
            "", "".join(claim), " ".join(note), tuple(links), ("",) * len(links)
        ),
        st.lists(WORDS, min_size=3, max_size=6),
        st.lists(WORDS, min_size=4, max_size=10, unique=True),
        st.lists(WORDS.map("https://example.org/{}".format), max_size=3),
    ),
    min_size=1,
    max_size=6,
    unique_by=(lambda each: each.claim[-20:], lambda each: each.note),
).map(lambda items: tuple(replace(item, mark=str(rank)) for rank, item in enumerate(items, 1)))


@given(CITATIONS)
def test_a_testimony_that_equals_its_promise_earns_nothing(promised: tuple[Citation, ...]) -> None:
    assert found(promised, promised=promised) == []


CHANGES: dict[Fault, Any] = {
    Fault.MARK: lambda one: {"mark": one.mark + "x"},
    Fault.CLAIM: lambda one: {"claim": one.claim[:-1] + "•"},
    Fault.NOTE: lambda one: {"note": one.note[:-1] + "•"},
    Fault.ADDED: lambda one: {"note": one.note + " •"},
    Fault.SPACES: lambda one: {"note": one.note.replace(" ", "", 1)},
    Fault.LINKS: lambda one: {"links": (*one.links, "https://example.com"), "shown": (*one.shown, "")},
    Fault.MISLEADING: lambda one: {"shown": ("https://example.com", *one.shown[1:])},
    Fault.JUMP: lambda _: {"jump": False},
    Fault.BACK: lambda _: {"back": False},
    Fault.HIDDEN: lambda _: {"seen": False},
    Fault.TOGETHER: lambda _: {"apart": False},
    Fault.AFAR: lambda _: {"near": False},
}


@given(CITATIONS, st.data())
def test_any_one_change_earns_its_name_in_its_place(
    promised: tuple[Citation, ...], data: st.DataObject
) -> None:
    rank = data.draw(st.integers(0, len(promised) - 1))
    fault = data.draw(st.sampled_from(sorted(CHANGES)))
    one = promised[rank]
    if fault is Fault.MISLEADING and not one.links:
        return
    changed = (*promised[:rank], replace(one, **CHANGES[fault](one)), *promised[rank + 1 :])
    findings = found(changed, promised=promised)
    assert findings[0] == (fault, rank + 1)
    # The words of a claim may be those of the next one too.
    assert len(findings) == 1 or fault is Fault.CLAIM


@given(CITATIONS, st.data())
def test_any_call_lost_added_or_moved_earns_its_name(
    promised: tuple[Citation, ...], data: st.DataObject
) -> None:
    rank = data.draw(st.integers(0, len(promised) - 1))
    one, rest = promised[rank], (*promised[:rank], *promised[rank + 1 :])
    assert found(rest, promised=promised) == [(Fault.LOST, rank + 1)]
    at = data.draw(st.integers(0, len(rest)))
    if at != rank:
        elsewhere = (*rest[:at], replace(one, claim="•"), *rest[at:])
        assert {fault for fault, _ in found(elsewhere, promised=promised)} == {Fault.ORDER}
    assert found((*promised[:at], one, *promised[at:]), promised=promised) == [(Fault.DOUBLED, rank + 1)]
    assert found((*promised[:at], NOBODY, *promised[at:]), promised=promised) == [(Fault.INVENTED, 0)]


@given(CITATIONS, st.data())
def test_findings_come_in_the_order_of_their_places(
    promised: tuple[Citation, ...], data: st.DataObject
) -> None:
    changes = st.one_of(
        st.just({}), st.just({"jump": False}), st.just({"mark": "•"}), st.just({"note": "•"}), st.none()
    )
    drawn = [data.draw(changes) for _ in promised]
    damaged = tuple(
        replace(one, **change)  # type: ignore[arg-type]
        for one, change in zip(promised, drawn, strict=True)
        if change is not None
    )
    places = [finding.place for finding in compare(promised, Recovered(damaged, ALL)) if finding.place]
    assert places == sorted(places)
    assert set(places) == {rank for rank, change in enumerate(drawn, 1) if change != {}}


SAYS = {
    "mark": ({"mark": "9"}, Finding(Fault.MARK, "3", 3, "3", "9")),
    "claim": ({"claim": "other"}, Finding(Fault.CLAIM, "3", 3, "wordsbeforecall3", "other")),
    "note": (
        {"note": "Note of number 8, at length."},
        Finding(Fault.NOTE, "3", 3, "Note of number 3, at length.", "Note of number 8, at length."),
    ),
    "no note": ({"note": ""}, Finding(Fault.NOTE, "3", 3, "Note of number 3, at length.", "")),
    "added": (
        {"note": f"Note of number 3,{LINE_END}added, at length."},
        Finding(
            Fault.ADDED, "3", 3, "Note of number 3, at length.", "Note of number 3, added, at length."
        ),
    ),
    "spaces": (
        {"note": "Note ofnumber 3, at length."},
        Finding(Fault.SPACES, "3", 3, "Note of number 3, at length.", "Note ofnumber 3, at length."),
    ),
    "links": (
        {"links": PROMISE[2].links[:1]},
        Finding(
            Fault.LINKS, "3", 3, "https://example.org/3 https://example.net/3", "https://example.org/3"
        ),
    ),
    "misleading": (
        {"shown": ("", "https://example.com")},
        Finding(
            Fault.MISLEADING, "3", 3, "a link to https://example.net/3", "it shows https://example.com"
        ),
    ),
    "jump": ({"jump": False}, Finding(Fault.JUMP, "3", 3, "the call leads to its note", "it does not")),
    "back": (
        {"back": False},
        Finding(Fault.BACK, "3", 3, "the note leads back to this call", "it does not"),
    ),
    "hidden": (
        {"seen": False},
        Finding(Fault.HIDDEN, "3", 3, "a reader sees the call and the note", "one of them is hidden"),
    ),
    "together": (
        {"apart": False},
        Finding(Fault.TOGETHER, "3", 3, "the mark stands apart", "it runs into the mark before it"),
    ),
    "afar": (
        {"near": False},
        Finding(
            Fault.AFAR, "3", 3, "the note begins on the page of its call or on the next",
            "it begins elsewhere",
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("change", "finding"), SAYS.values(), ids=SAYS)
def test_a_finding_says_what_was_promised_and_what_is_there(
    change: dict[str, object], finding: Finding
) -> None:
    assert compare(PROMISE, Recovered(with_third(**change), ALL)) == (finding,)


@pytest.mark.parametrize(
    ("testimony", "finding"),
    [
        (
            Recovered((*PROMISE[:3], *PROMISE[2:]), ALL),
            Finding(
                Fault.DOUBLED, "3", 3, "the call stands once",
                "[3] …wordsbeforecall3 → Note of number 3, at length.",
            ),
        ),
        (
            Recovered((*PROMISE, NOBODY), ALL),
            Finding(Fault.INVENTED, "7", 0, "", "[7] …nowhere → Nobody wrote this."),
        ),
        (
            Recovered(PROMISE, ALL, strays=(PROMISE[3].note,)),
            Finding(Fault.DOUBLED, "4", 4, "the note stands once", PROMISE[3].note),
        ),
        (
            Recovered(PROMISE, ALL, strays=("Stray " * 60,)),
            Finding(Fault.STRAY, "", 0, "", ("Stray " * 60)[:299] + "…"),
        ),
        (
            Recovered(PROMISE, ALL, strays=("Stray " * 50,)),
            Finding(Fault.STRAY, "", 0, "", "Stray " * 50),
        ),
        (
            Recovered(PROMISE, ALL, strays=(f"Stray{LINE_END}text.",)),
            Finding(Fault.STRAY, "", 0, "", "Stray text."),
        ),
        (
            Recovered(PROMISE, ALL, repeated=("fn-1",)),
            Finding(Fault.IDS, "", 0, "every name of a place is given once", "fn-1"),
        ),
        (
            Recovered((PROMISE[0], *PROMISE[2:], PROMISE[1]), ALL),
            Finding(
                Fault.ORDER, "2", 2, "[2] …wordsbeforecall2 → Note of number 2, at length.",
                "[2] …wordsbeforecall2 → Note of number 2, at length.",
            ),
        ),
    ],
)  # fmt: skip
def test_a_finding_on_the_whole_says_what_there_is(testimony: Recovered, finding: Finding) -> None:
    assert compare(PROMISE, testimony) == (finding,)


def test_a_dead_call_says_that_its_note_is_there() -> None:
    nowhere = with_third(note="", links=(), shown=(), jump=False, back=False)
    assert compare(PROMISE, Recovered(nowhere, ALL, strays=(PROMISE[2].note,))) == (
        Finding(Fault.JUMP, "3", 3, "the call leads to its note", "it does not"),
    )
    walking = replace(nowhere[2], jump=True)
    there = (*PROMISE[:2], walking, *PROMISE[3:])
    assert found(there, strays=(PROMISE[2].note,)) == [(Fault.NOTE, 3)]
    assert found(nowhere, ALL - {Facet.JUMP}, strays=(PROMISE[2].note,)) == [(Fault.NOTE, 3)]


def test_a_summary_of_a_long_note_is_cut() -> None:
    long = Citation("1", "claim", f"word{LINE_END}" * 40)
    (finding,) = compare((long,), Recovered((), ALL))
    assert finding.promised == f"[1] …claim → {('word ' * 40)[:80]}"


def test_a_difference_deep_in_a_note_is_shown_with_what_stands_around_it() -> None:
    text = " ".join(f"w{rank:02}" for rank in range(100))
    promised, other = Citation("1", "claim", text), Citation("1", "claim", text.replace("w50", "x50"))
    (finding,) = compare((promised,), Recovered((other,), ALL))
    assert finding.promised == "…" + text[160:280] + "…"
    assert finding.found == "…" + other.note[160:280] + "…"
    parted = replace(promised, note=text.replace("w49 w50", "w49w50"))
    (finding,) = compare((promised,), Recovered((parted,), ALL))
    assert (finding.fault, finding.promised) == (Fault.SPACES, "…" + text[159:279] + "…")
    assert finding.found == "…" + parted.note[159:279] + "…"
    early = replace(promised, note="x" + text[1:])
    (finding,) = compare((promised,), Recovered((early,), ALL))
    assert finding.promised == text[:80] + "…"


@pytest.mark.parametrize(
    ("shared", "doubled"), [("begins the same but goes on", False), ("ends", False), ("", False)]
)
def test_a_stray_like_no_note_as_a_whole_is_stray(shared: str, *, doubled: bool) -> None:
    text = f"Note of number 1, {shared} in words that no note has, and in many of them."
    faults = [fault for fault, _ in found(PROMISE, strays=(text,))]
    assert faults == [Fault.DOUBLED if doubled else Fault.STRAY]


def test_a_finding_of_a_lost_call_says_what_was_promised() -> None:
    (finding,) = compare(PROMISE, Recovered(PROMISE[1:], ALL))
    assert finding == Finding(Fault.LOST, "1", 1, "[1] …wordsbeforecall1 → Note of number 1, at length.", "")
