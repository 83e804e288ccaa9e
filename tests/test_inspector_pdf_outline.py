"""The inspector for PDF follows the outline, as far as it names headings."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, String

from pdfs import Sheet, call, file, note
from surefoot.inspectors.pdf import PdfInspector

Items = tuple[Any, ...]
"""Of an outline: of each its title, the name of what it leads to, and the items below it."""


def by_name(_: Sheet, item: Any, to: str) -> None:
    item.Dest = String(to)


def by_action(_: Sheet, item: Any, to: str) -> None:
    item.A = Dictionary(S=Name.GoTo, D=String(to))


def by_structure(sheet: Sheet, item: Any, to: str) -> None:
    item.A = Dictionary(S=Name.GoTo, SD=Array([sheet.elements[to], Name.Fit]), D=String("nowhere"))


def to_page(sheet: Sheet, item: Any, to: str) -> None:
    item.Dest = Array([sheet.named[to][0], Name.Fit])


def outline(*items: Items, aim: Callable[[Sheet, Any, str], None] = by_name) -> Callable[[Sheet], None]:
    def hang(sheet: Sheet, parent: Any, items: Items) -> None:
        made = []
        for title, to, *within in items:
            item = sheet.pdf.make_indirect(Dictionary(Title=String(title), Parent=parent))
            aim(sheet, item, to)
            hang(sheet, item, tuple(within))
            made.append(item)
        for one, other in pairwise(made):
            one.Next, other.Prev = other, one
        if made:
            parent.First, parent.Last = made[0], made[-1]

    def more(sheet: Sheet) -> None:
        root = sheet.pdf.make_indirect(Dictionary(Type=Name.Outlines))
        sheet.pdf.Root.Outlines = root
        hang(sheet, root, items)

    return more


METHOD, SAMPLE, RESULTS, END = (
    ("Method", "method"),
    ("Sample", "sample"),
    ("Results", "results"),
    ("End", "end"),
)
HEADINGS = (
    ("H1", {"name": "title"}, "Title"),
    ("H2", {"name": "method", "turn": True}, "Method"),
    ("H3", {"name": "sample", "turn": True, "line": True}, "Sample"),
    ("H2", {"name": "results", "turn": True}, "Results"),
    ("H2", {"name": "end", "turn": True}, "End"),
)


def told(*items: Items, aim: Callable[[Sheet, Any, str], None] = by_name) -> tuple[str, ...]:
    """Return what is told of a file with such an outline: as links, that nobody wrote."""
    return PdfInspector().inspect(file(*HEADINGS, more=outline(*items, aim=aim))).prose.links


@pytest.mark.parametrize("aim", [by_name, by_action, by_structure, to_page])
def test_an_outline_that_follows_the_headings_is_no_fault(aim: Callable[[Sheet, Any, str], None]):
    assert told(("Title", "title"), (*METHOD, SAMPLE), RESULTS, END, aim=aim) == ()


@pytest.mark.parametrize("aim", [by_name, by_action, by_structure, to_page])
def test_an_item_that_leads_to_another_heading_is_told(aim: Callable[[Sheet, Any, str], None]):
    assert told((*METHOD, SAMPLE), ("Results", "end"), END, aim=aim) == ("Results",)


def test_an_item_that_leads_nowhere_is_told():
    assert told(METHOD, ("Results", "nowhere")) == ("Results",)


def test_an_item_of_other_words_may_lead_anywhere():
    """Short titles, covers and lists of figures are in outlines as well."""
    assert told(("Cover", "end"), METHOD, ("A Method", "nowhere"), ("", "title")) == ()


def test_an_outline_may_leave_headings_out():
    assert told(METHOD, END) == ()


@pytest.mark.parametrize(
    ("items", "moved"),
    [
        ((END, (*METHOD, SAMPLE), RESULTS), "End"),
        (((*METHOD, SAMPLE), END, RESULTS, ("End", "end")), "End"),
        ((RESULTS, (*METHOD, SAMPLE), END), "Results"),
    ],
)
def test_an_item_that_stands_out_of_order_is_told(items: Items, moved: str):
    assert told(*items) == (moved,)


def test_an_item_may_stand_twice_in_its_place():
    assert told(METHOD, METHOD, RESULTS) == ()


def test_an_item_below_one_of_its_own_level_or_a_lower_one_is_told():
    assert told((*METHOD, SAMPLE, RESULTS), END) == ("Results",)
    assert told((*METHOD, (*SAMPLE, RESULTS)), END) == ("Results",)


def test_the_item_around_may_be_of_no_heading():
    assert told((*METHOD, ("Part", "results", RESULTS)), END) == ("Results",)
    assert told(("Part", "method", METHOD, RESULTS)) == ()


def test_all_may_stand_below_the_title():
    assert told(("Title", "title", (*METHOD, SAMPLE), RESULTS)) == ()


def test_sections_on_the_level_of_the_title_may_stand_below_it():
    headings = ("H1", {"name": "title"}, "Title"), ("H1", {"name": "one", "turn": True}, "One")
    data = file(*headings, more=outline(("Title", "title", ("One", "one"))))
    assert PdfInspector().inspect(data).prose.links == ()


def test_headings_without_a_level_may_stand_below_each_other():
    headings = [("H", {"name": name, "turn": True, "line": True}, name) for name in ("a", "b", "c")]
    data = file(*headings, more=outline(("a", "a"), ("b", "b", ("c", "c"))))
    assert PdfInspector().inspect(data).prose.links == ()


def test_of_headings_of_the_same_words_an_item_means_the_one_that_it_leads_to():
    headings = [("H2", {"name": name, "turn": True}, words) for name, words in zip("abc", "xyx", strict=True)]
    for items, expected in (
        ([("x", "a"), ("y", "b"), ("x", "c")], ()),
        ([("x", "c"), ("x", "a"), ("y", "b")], ("x",)),
        ([("x", "b"), ("y", "b")], ("x",)),
    ):
        assert PdfInspector().inspect(file(*headings, more=outline(*items))).prose.links == expected


def test_the_mark_of_a_note_is_no_word_of_a_heading():
    parts = ("H2", {"name": "method"}, "Method", call()), note("Proof."), *HEADINGS[3:]
    assert PdfInspector().inspect(file(*parts, more=outline(METHOD))).prose.links == ()
    wrong = outline(("Method", "end"), RESULTS)
    assert PdfInspector().inspect(file(*parts, more=wrong)).prose.links == ("Method",)


def test_an_outline_that_runs_in_a_circle_is_read_once():
    def circle(sheet: Sheet) -> None:
        outline(METHOD, RESULTS)(sheet)
        first = sheet.pdf.Root.Outlines.First
        first.Next.Next = first

    assert PdfInspector().inspect(file(*HEADINGS, more=circle)).prose.links == ()


@pytest.mark.parametrize("broken", [Name.Nothing, Array([]), Dictionary(), Dictionary(First=Array([]))])
def test_an_outline_that_is_none_is_nothing(broken: Any):
    def more(sheet: Sheet) -> None:
        sheet.pdf.Root.Outlines = broken

    assert PdfInspector().inspect(file(*HEADINGS, more=more)).prose.links == ()


def test_an_outline_may_aim_otherwise_than_a_list_of_contents():
    """The one to the head of a line, the other above it: both in a manner of their own."""

    def above(sheet: Sheet, item: Any, to: str) -> None:
        page, kind, left, top, zoom = sheet.named[to]
        item.Dest = Array([page, kind, left, float(top) + 14, zoom])

    headings = [("H2", {"name": name}, name) for name in ("HE", "HF", "HH")]
    entries = [("TOCI", {"line": True}, ("Link", {"to": name}, name)) for name in ("HE", "HF", "HH")]
    items = [(name, name) for name in ("HE", "HF", "HH")]
    data = file(("TOC", *entries), *headings, more=outline(*items, aim=above))
    assert PdfInspector().inspect(data).prose.links == ()


def test_a_heading_that_shows_no_letters_may_stand_anywhere():
    """A formula alone is drawn."""
    formula = "Formula", {"entries": {"/Alt": String("x_1")}}
    headings = ("H2", {"name": "one"}, "One"), ("H2", {"name": "x", "turn": True}, formula)
    for to in ("x", "one"):
        data = file(*headings, more=outline(("One", "one"), ("x_1", to)))
        assert PdfInspector().inspect(data).prose.links == ()
