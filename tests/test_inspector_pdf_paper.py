"""The inspector for PDF knows lines and pages: where a space may stand, what runs together, what is afar."""

from __future__ import annotations

from typing import Any

import pytest
from pikepdf import Array, String

from pdfs import (
    SHOW,
    Sheet,
    call,
    file,
    found,
    note,
    with_note,
)
from surefoot.inspectors.pdf import PdfInspector
from surefoot.promise import Facet
from surefoot.text import LINE_END


@pytest.mark.parametrize(
    ("parts", "note"),
    [
        (("one ", "two"), "one two"),
        (("one", " two"), "one two"),
        (("one", " ", "two"), "one two"),
        (("on", "e"), "one"),
        (("one", ("P", "two")), "one two"),
        (("one", ("Span", {"line": True}, "two")), f"one{LINE_END}two"),
        (("one", ("Span", {"turn": True}, "two")), f"one{LINE_END}two"),
        (("one ", ("Span", {"line": True}, "two")), "one two"),
        (("one", ("Span", {"set": "BT /F 6 Tf {x} {y} Td 5 Ts (2) Tj ET"})), "one²"),
        (("one", ("Span", {"set": "BT /F 12 Tf {x} {y} Td 4 0 Td (two) Tj ET"})), f"one{LINE_END}two"),
        ((("Span", {"set": "BT /F 12 Tf {x} {y} Td (one) Tj (two) Tj ET"}),), "onetwo"),
        ((("Span", {"set": "BT /F 12 Tf {x} {y} Td (one) Tj 0 -14 Td (two) Tj ET"}),), f"one{LINE_END}two"),
        ((("Span", {"set": "BT /F 12 Tf {x} {y} Td [(one) -300 (two)] TJ ET"}),), f"one{LINE_END}two"),
        ((("Span", {"set": "BT /F 12 Tf {x} {y} Td [<6f6e65> -300 <74776f>] TJ ET"}),), f"one{LINE_END}two"),
        ((("Span", {"set": "BT /F 12 Tf {x} {y} Td [(one ) -300 (two)] TJ ET"}),), "one two"),
        ((("Span", {"set": "BT /F 12 Tf {x} {y} Td [(on) -60 (e)] TJ ET"}),), "one"),
        (
            (
                (
                    "Span",
                    {"set": f"/Span <</ActualText <FEFF0068007900AD>>> BDC {SHOW.format('hy-')} EMC"},
                ),
                ("Span", {"line": True}, "phen"),
            ),
            f"hy{LINE_END}phen",
        ),
        (("one", ("Formula", {"entries": {"/Alt": String("x")}}), "two"), f"one{LINE_END}x{LINE_END}two"),
        ((("L", ("LI", ("LBody", "one")), ("LI", ("LBody", "two"))),), "one two"),
        ((("Table", ("TR", ("TD", "one"), ("TD", "two"))),), "one two"),
    ],
)
def test_a_space_is_a_glyph_or_a_blocks_end_and_unknown_at_a_lines_end(parts: tuple[Any, ...], note: str):
    assert with_note(*parts).note == note


@pytest.mark.parametrize(
    ("between", "apart"),
    [
        ((), False),
        ((("Span", {"set": "BT /F 12 Tf {x} {y} Td () Tj ET", "words": ""}),), False),
        ((" ",), True),
        ((",",), True),
        (("word",), True),
        ((("Span", {"line": True}, ""),), True),
    ],
)
def test_marks_in_a_row_that_read_as_one_number_are_not_apart(between: tuple[Any, ...], *, apart: bool):
    two = note("Two.", label="2", name="note-2", back="call-2")
    claim = ("P", "A", call(), *between, call("2", "note-2", "call-2"))
    first, second = found(claim, note("One."), two)
    assert (first.apart, second.apart) == (True, apart)


@pytest.mark.parametrize(("one", "other"), [("[1]", "[2]"), ("1", "[2]"), ("[1]", "2"), ("1", "(2)")])
def test_marks_in_brackets_are_apart(one: str, other: str):
    two = note("Two.", label="2", name="note-2", back="call-2")
    claim = ("P", "A", call(one), call(other, "note-2", "call-2"))
    assert [each.apart for each in found(claim, note("One."), two)] == [True, True]


def test_a_mark_is_apart_from_one_that_is_not_to_be_seen():
    unseen = {"to": "note", "set": "BT /F 12 Tf 3 Tr {x} {y} Td ({words}) Tj 0 Tr ET", "words": "1"}
    hidden = "Reference", {"name": "call"}, ("Link", unseen)
    two = note("Two.", label="2", name="note-2", back="call-2")
    claim = ("P", "A", hidden, call("2", "note-2", "call-2"))
    assert [each.apart for each in found(claim, note("One."), two)] == [True, True]


def test_a_mark_is_apart_from_a_link_that_is_none():
    link = "Link", {"uri": "https://example.org"}, "7"
    assert [each.apart for each in found(("P", "A", link, call()), note("One."))] == [True]


FAR = {"turn": True}


def on_pages(*parts: tuple[Any, ...], **how: Any) -> tuple[bool, list[bool]]:
    """Whether nearness is asked, and of each citation whether its note is near."""
    recovered = PdfInspector().inspect(file(*parts, **how))
    return Facet.NEAR in recovered.facets, [each.near for each in recovered.citations]


def called(number: int, **options: Any) -> tuple[Any, ...]:
    return "P", options, f"Claim {number}.", call(f"{number}", f"note-{number}", f"call-{number}")


def noted(number: int, **options: Any) -> tuple[Any, ...]:
    tag, given, *rest = note("Proof.", label=f"{number}", name=f"note-{number}", back=f"call-{number}")
    return tag, given | options, *rest


def test_a_footnote_begins_on_the_page_of_its_call_or_on_the_next():
    one, two = (called(1), noted(1)), (called(2), noted(2, turn=True))
    assert on_pages(*one, *two, called(3), noted(3)) == (True, [True, True, True])


def test_a_footnote_two_pages_behind_its_call_or_before_it_is_afar():
    behind = called(2), ("Div", FAR), noted(2, turn=True)
    assert on_pages(called(1), noted(1), *behind, called(3), noted(3)) == (True, [True, False, True])

    def turn_round(sheet: Sheet) -> None:
        sheet.pdf.Root.Pages.Kids = Array([*sheet.pdf.Root.Pages.Kids][::-1])

    before = called(2, turn=True), noted(2, turn=True)
    assert on_pages(called(1), noted(1), *before, more=turn_round) == (True, [True, False])


def test_a_note_that_stands_where_it_is_read_is_near():
    """Behind a table of several pages, or called a second time far away; even if the first call is lost."""
    long = called(2), ("P", FAR, "A."), ("P", FAR, "B."), noted(2)
    again = "P", FAR, "C.", call("1", "note-1", "again")
    assert on_pages(called(1), noted(1), *long, again) == (True, [True, True, True])
    kept = called(3), noted(3), called(4), noted(4)
    assert on_pages(noted(1), *long, again, *kept) == (True, [True] * 4)


def test_a_note_that_has_begun_near_its_call_may_go_on_far_behind_it():
    far = *noted(1), ("Div", FAR), ("P", FAR, "More proof.")
    assert on_pages(called(1), far) == (True, [True])


def test_notes_are_footnotes_by_those_that_are_called():
    assert on_pages(called(1), noted(1), noted(2), noted(3)) == (True, [True])


def test_notes_are_footnotes_on_whatever_page_their_calls_are():
    assert on_pages(("P", "A."), ("P", FAR, "B."), ("P", FAR, "C."), called(1), noted(1)) == (True, [True])


def test_notes_that_are_gathered_at_the_end_are_not_asked_to_be_near():
    calls = called(1), ("P", FAR, "Prose."), called(2, turn=True), called(3, turn=True)
    gathered = ("H2", "Notes"), noted(1), noted(2), noted(3, turn=True)
    assert on_pages(*calls, *gathered) == (False, [True, True, True])
