"""The rules by which a call is followed to its note and back, on plain data."""

from __future__ import annotations

from dataclasses import replace

from surefoot.inspectors.follow import FoundCall, FoundNote, citations
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
