"""The inspector for PDF takes a list of contents for a way into the text, and follows it."""

from __future__ import annotations

from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name

from pdfs import Sheet, call, file, found, note
from surefoot.inspectors.pdf import PdfInspector
from surefoot.promise import Prose

CONTENTS = ("H2", "Contents"), ("TOC", ("TOCI", ("Reference", ("Link", {"to": "one"}, "Method 2"))))
TEXT = ("H2", {"name": "one", "turn": True}, "Method"), ("P", "Words.")


def prose(*parts: Any, **how: Any) -> Prose:
    return PdfInspector().inspect(file(("H1", "Title"), *parts, **how)).prose


def entry(said: str, to: str, *within: Any) -> tuple[Any, ...]:
    return "TOCI", {"line": True}, ("Reference", ("Link", {"to": to}, said)), *within


def listed(*entries: Any) -> tuple[str, ...]:
    """Return the links of a file with headings on three pages."""
    headings = [
        ("H2", {"name": name, "turn": True}, name.title()) for name in ("method", "results", "end", "method")
    ]
    return prose(("TOC", *entries), *headings).links


def test_its_words_are_no_prose_and_its_heading_heads_no_text():
    told = prose(*CONTENTS, *TEXT)
    assert told.headings == ("1 Title", "2 Method")
    assert told.blocks == ("Title", "Contents", "Method", "Words.")
    assert (told.links, told.items) == ((), ())


def test_its_heading_may_stand_in_a_section_with_it():
    assert prose(("Sect", CONTENTS[0], ("Div", CONTENTS[1])), *TEXT).headings == ("1 Title", "2 Method")


def test_the_title_before_a_list_of_contents_is_a_title():
    assert prose(CONTENTS[1], *TEXT).headings == ("1 Title", "2 Method")


def test_its_words_are_no_claim():
    (citation,) = found(
        CONTENTS[1], ("P", "Claim.", call()), note("Proof."), ("H2", {"name": "one"}, "Method")
    )
    assert citation.claim == "Claim."


@pytest.mark.parametrize("said", ["Method", "Method 2", "Method .... 2", "Method . . . ii", "Method … IV"])
def test_an_entry_that_leads_to_its_heading_is_no_fault(said: str):
    assert listed(entry(said, "method")) == ()


@pytest.mark.parametrize("to", ["results", "end", "nowhere"])
def test_an_entry_that_leads_elsewhere_is_told_as_a_link_that_nobody_wrote(to: str):
    assert listed(entry("Results 3", "results"), entry("Method 2", to)) == ("Method 2",)


def test_an_entry_of_an_entry_is_followed_for_itself():
    nested = "TOC", entry("Results", "end")
    assert listed(entry("Method", "method", nested)) == ("Results",)


def test_of_several_headings_with_its_words_an_entry_may_mean_any():
    def last(sheet: Sheet, annotation: Any, _: str) -> None:
        annotation.Dest = Array([sheet.pdf.pages[4].obj, Name.XYZ, 0, 792, 0])

    headings = [("H2", {"name": name, "turn": True}, "Method") for name in ("a", "b", "c", "d")]
    assert prose(("TOC", entry("Method", "d")), *headings, aim=last).links == ()


def test_an_entry_may_lead_to_the_page_of_its_heading():
    def to_page(sheet: Sheet, annotation: Any, name: str) -> None:
        annotation.Dest = Array([sheet.named[name][0], Name.Fit])

    parts = ("TOC", entry("Method", "one"), entry("Words", "two")), *TEXT, ("H2", {"name": "two"}, "Words")
    assert prose(*parts, aim=to_page).links == ()


@pytest.mark.parametrize(
    ("name", "astray"), [("one", ()), ("part", ()), ("other", ("Method",)), ("off", ("Method",))]
)
def test_an_entry_may_lead_to_an_element_on_the_page_of_its_heading(name: str, astray: tuple[str, ...]):
    def aim(sheet: Sheet, annotation: Any, _: str) -> None:
        goal = sheet.elements.get(name, sheet.pdf.make_indirect(Dictionary(S=Name.P)))
        annotation.A = Dictionary(S=Name.GoTo, SD=Array([goal, Name.Fit]))

    part = "Sect", {"name": "part"}, *TEXT
    parts = ("TOC", entry("Method", "one")), part, ("P", {"name": "other", "turn": True}, "More.")
    assert prose(*parts, aim=aim).links == astray


def test_an_entry_of_other_words_than_any_heading_is_not_followed():
    assert listed(entry("Preface", "results"), entry("Methodical", "end")) == ()


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [
        (("2", "3", "4"), ()),
        (("12", "13", "14"), ()),
        (("12", "14", "14"), ("Results 14",)),
        (("i", "1", "2"), ()),
        (("2", "3", "1"), ()),
        (("", "", ""), ()),
    ],
)
def test_an_entry_says_the_page_that_those_around_it_count(numbers: tuple[str, ...], wrong: tuple[str, ...]):
    names = ("method", "results", "end")
    said = [f"{name.title()} {number}".strip() for name, number in zip(names, numbers, strict=True)]
    entries = (entry(text, name) for text, name in zip(said, names, strict=True))
    headings = [("H2", {"name": name, "turn": True}, name.title()) for name in names]
    assert prose(("TOC", *entries), *headings).links == wrong


def test_the_call_of_a_heading_is_no_word_of_its_entry():
    heading = "H2", {"name": "one", "turn": True}, "Method", call("1")
    told = prose(("TOC", entry("Method 2", "nowhere")), heading, note("Proof."))
    assert told.links == ("Method 2",)


def test_a_number_that_may_be_the_end_of_a_heading_is_not_asked():
    """Of "Part 1 4" nobody can tell whether it is "Part" on page 14."""
    pages = {"start": 2, "part": 3, "part 1": 3, "part 2": 4, "end": 5}
    turned = {"part 1": False}
    headings = [("H2", {"name": name, "turn": turned.get(name, True)}, name.title()) for name in pages]
    entries = [entry(f"{name.title()} {page}", name) for name, page in pages.items()]
    assert prose(("TOC", *entries), *headings).links == ()
