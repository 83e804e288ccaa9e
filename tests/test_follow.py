"""The rules by which a call is followed to its note and back, on plain data."""

from __future__ import annotations

from dataclasses import replace

import pytest

from surefoot.inspectors.follow import FoundCall, FoundNote, citations, uncalled
from surefoot.promise import Citation

CALL = FoundCall("1", "claim", 0)
NOTE = FoundNote("1", "note", ("https://example.org/",), frozenset({0}))


def followed(call: FoundCall, *notes: FoundNote) -> Citation:
    (found,) = citations([call], notes)
    return found


def test_a_call_that_leads_to_the_note_of_its_mark_and_from_there_back_is_whole() -> None:
    assert followed(CALL, NOTE) == Citation("1", "claim", "note", NOTE.links, jump=True, back=True)


def test_a_call_that_leads_nowhere_has_the_words_of_the_note_of_its_mark_but_no_jump() -> None:
    found = followed(replace(CALL, note=None), NOTE)
    assert (found.note, found.jump, found.back) == ("note", False, True)


def test_a_call_that_leads_to_a_note_of_another_mark_is_no_jump() -> None:
    other = FoundNote("2", "other", (), frozenset())
    found = followed(replace(CALL, note=1), NOTE, other)
    assert (found.note, found.jump) == ("note", False)


def test_where_no_note_bears_the_mark_there_is_none() -> None:
    other = FoundNote("2", "other", (), frozenset())
    assert followed(CALL, other) == Citation("1", "claim", "", (), jump=False, back=False)


def test_a_note_that_leads_back_to_the_call_is_its_note_and_the_two_numbers_are_both_told() -> None:
    found = followed(CALL, replace(NOTE, label="7"))
    assert (found.mark, found.note, found.jump) == ("1 ≠ 7", "note", True)


def test_a_mark_that_is_told_otherwise_than_it_is_printed_is_told_twice() -> None:
    assert followed(replace(CALL, told="7"), NOTE).mark == "1 ≠ 7"
    assert followed(replace(CALL, told="7"), replace(NOTE, label="7")).mark == "1 ≠ 7"


def test_a_note_without_a_label_cannot_gainsay_the_call_that_leads_to_it() -> None:
    found = followed(CALL, replace(NOTE, label="", back=frozenset()))
    assert (found.mark, found.note, found.jump, found.back) == ("1", "note", True, False)


def test_a_note_without_a_label_is_found_by_the_number_that_counting_gives_it() -> None:
    unlabelled = replace(NOTE, label="", counted="1")
    assert followed(replace(CALL, note=None), unlabelled).note == "note"
    assert followed(replace(CALL, note=None), replace(unlabelled, counted="")).note == ""


def test_the_note_of_the_calls_own_page_comes_before_that_of_another() -> None:
    there, here = replace(NOTE, text="there", page="a"), replace(NOTE, text="here", page="b")
    assert followed(replace(CALL, note=None, page="b"), there, here).note == "here"
    assert followed(replace(CALL, note=None, page="c"), there, here).note == "there"


def test_a_citation_is_seen_where_both_call_and_note_are() -> None:
    assert followed(CALL, NOTE).seen
    assert not followed(replace(CALL, seen=False), NOTE).seen
    assert not followed(CALL, replace(NOTE, seen=False)).seen
    assert not followed(replace(CALL, note=None, seen=False)).seen


def test_a_mark_that_runs_into_the_one_before_is_told() -> None:
    assert not followed(replace(CALL, apart=False), NOTE).apart


def test_what_a_notes_links_print_is_told() -> None:
    assert followed(CALL, replace(NOTE, shown=("",))).shown == ("",)


@pytest.mark.parametrize(("sheet", "near"), [(6, False), (7, True), (8, True), (9, False), (None, True)])
def test_a_note_is_near_on_the_page_of_its_call_and_on_the_next(sheet: int | None, *, near: bool) -> None:
    assert followed(replace(CALL, sheet=7), replace(NOTE, sheet=sheet)).near is near


def test_a_note_is_uncalled_where_no_call_has_it_for_its_own() -> None:
    other = replace(NOTE, label="2", back=frozenset())
    assert list(uncalled([CALL], [NOTE, other])) == [other]
    assert list(uncalled([replace(CALL, note=None)], [NOTE, other])) == [other]
    assert list(uncalled([], [NOTE])) == [NOTE]


def test_a_call_that_prints_nothing_has_no_mark_whatever_its_note_says() -> None:
    assert followed(replace(CALL, mark="", told="1"), NOTE).mark == ""
