"""The inspector for PDF testifies the prose, and the citations in the text that lead to a bibliography."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pikepdf import Dictionary, Name, String

from pdfs import (
    Sheet,
    call,
    file,
    found,
    note,
    numbered,
)
from surefoot.inspectors.pdf import PdfInspector
from surefoot.promise import Aspect, Begins, Citation, Facet, Kind, Prose, Recovered, Shape
from surefoot.text import LINE_END


def prose(*parts: Any) -> Prose:
    recovered = PdfInspector().inspect(file(*parts))
    assert recovered.aspects == frozenset(Aspect)
    return recovered.prose


def alt(tag: str, words: str, *kids: Any) -> tuple[Any, ...]:
    return tag, {"entries": {"/Alt": String(words)}}, "pixels", *kids


def test_prose_is_told_block_by_block_without_notes_and_marks():
    bullets = "L", numbered("Disc")
    told = prose(
        ("TOC", ("TOCI", ("Reference", ("Link", {"to": "title"}, "Title 1")))),
        ("H1", {"name": "title"}, "Title"),
        ("Artifact", "page 1"),
        ("P", "A claim", call(), " and ", alt("Formula", "x^2"), " more."),
        note("Proof. ", ("P", "More proof.")),
        ("Div", alt("Figure", "A chart"), ("Caption", "Its caption.")),
        (*bullets, ("LI", ("Lbl", "*"), ("LBody", "one", (*bullets, ("LI", ("LBody", "inner")))))),
        ("L", numbered("None"), ("LI", ("Lbl", "Term"), ("LBody", "meaning"))),
        ("Table", ("Caption", "Cells"), ("TR", ("TH", "a"), ("TD", ("P", "b"), ("P", "c"))), ("TR", ("TD",))),
        ("BlockQuote", ("P", "Quoted,"), ("P", "twice.")),
        ("Sect", ("H", "Section"), ("P", ("Code", "code"))),
        ("H2", "Notes"),
    )
    assert told == Prose(
        blocks=(
            *("Title", "A claim and x^2 more.", "A chart", "Its caption."),
            *("one", "inner", "Term", "meaning", "Cells", "a", "b", "c", "Quoted,", "twice."),
            *("Section", "code", "Notes"),
        ),
        headings=("1 Title", "1 Section", "2 Notes"),
        images=("A chart",),
        cells=("a", "b c", ""),
        shapes=(Shape(Begins.TABLE, header=True), Shape(), Shape(Begins.ROW)),
        linked=(),
        items=("one inner", "inner"),
        numbers=("", ""),
        quotations=("Quoted, twice.",),
    )


def test_headings_begin_below_a_title_that_is_no_h1():
    assert prose(("Title", "Title"), ("H1", "Method")).headings == ("1 Title", "2 Method")
    assert prose(("P", "Title"), ("H1", "Method"), ("H1", "End")).headings == ("2 Method", "2 End")
    assert prose(("H1", "Title"), ("H2", "Method")).headings == ("1 Title", "2 Method")


def test_a_section_of_notes_has_its_heading_for_itself():
    notes = "Sect", ("H2", "Notes"), note("Proof.")
    assert prose(("P", "Claim.", call()), notes).blocks == ("Claim.",)


def test_words_outside_of_all_blocks_are_a_block():
    def unblock(sheet: Sheet) -> None:
        sheet.pdf.Root.StructTreeRoot.K[0].S = Name.Span

    told = PdfInspector().inspect(file(("P", "One."), ("Span", "Two."), more=unblock)).prose
    assert told.blocks == ("One.", "Two.")


def test_the_replacement_of_a_figure_does_not_replace_its_caption():
    replaced = {"entries": {"/ActualText": String("A chart")}}
    told = prose(("Figure", replaced, "pixels", ("Caption", "Its caption.")))
    assert (told.blocks, told.images) == (("A chart", "Its caption."), ("A chart",))


def test_links_of_the_prose_tell_where_they_lead_and_what_else_they_print():
    address = "https://a.example/"
    told = prose(
        ("P", "See ", ("Link", {"uri": address}, address), ", ", ("Link", {"uri": address}, "this"), "."),
        ("P", ("Link", {"uri": "https://b.example/"}, address), ("Link", {"to": "x"}, "there")),
        ("P", ("Link", {"uri": address}, alt("Figure", "A chart"))),
    )
    assert told.links == (address, address, f"{address} → https://b.example/", address)
    assert told.linked == ((0, 1), (0, 1), (1, 2), (2, 3))
    assert told.images == ("A chart",)
    assert told.pictured is None
    assert told.blocks == ("See , this.", "there", "A chart")


@pytest.mark.parametrize(
    ("numbering", "label", "number"),
    [
        ("Decimal", "4.", "4"),
        ("LowerRoman", "(iv)", "iv"),
        ("Decimal", "2.4.", "4"),
        ("Disc", "o", ""),
        ("Disc", "1", ""),
        ("None", "3)", "3"),
        ("None", "\u2022", ""),
        ("Ordered", "\u2022", None),
    ],
)
def test_an_item_has_the_number_of_its_label(numbering: str, label: str, number: str | None):
    told = prose(("L", numbered(numbering), ("LI", ("Lbl", label), ("LBody", "one"))))
    assert told.items == ("one",)
    assert told.numbers == (None if number is None else (number,))


def test_the_words_of_an_item_may_stand_in_it_without_a_body():
    told = prose(("L", ("LI", {"line": True}, "one"), ("LI", {"line": True}, ("P", "two"))))
    assert (told.items, told.blocks) == (("one", "two"), ("one", "two"))
    assert prose(("L", ("LI", {"line": True}, "\u2022", ("LBody", "one")))).items == ("one",)


def test_an_item_without_label_has_no_number_unless_its_list_says_so():
    item = "LI", ("LBody", "one")
    assert prose(("L", item)).numbers == ("",)
    assert prose(("L", numbered("Decimal"), item)).numbers is None


def test_a_link_without_words_has_its_place_between_two_blocks():
    link = "P", ("Link", {"uri": "https://a.example/"}, "https://a.example/")
    assert prose(link, ("P", "A"), link).linked == ((0, 0), (1, 1))


def test_cells_reach_over_columns_and_rows_and_begin_rows_and_tables():
    def cell(tag: str, *kids: Any, **spans: Any) -> tuple[Any, ...]:
        attributes = Dictionary(O=Name.Table, **spans)
        return tag, {"entries": {"/A": attributes}}, "x", *kids

    inner = "Table", ("TR", ("TD", "in"))
    told = prose(
        (
            "Table",
            ("THead", ("TR", cell("TH", ColSpan=2))),
            ("TBody", ("TR", cell("TD", inner, RowSpan=3), cell("TH", ColSpan=0)), ("TR", ("TD", "y"))),
        )
    )
    assert told.shapes == (
        Shape(Begins.TABLE, header=True, columns=2),
        Shape(Begins.ROW, rows=3),
        Shape(Begins.TABLE),
        Shape(header=True),
        Shape(Begins.ROW),
    )


def cite(words: str, to: str, name: str = "cite") -> tuple[Any, ...]:
    return "Reference", {"name": name}, ("Link", {"to": to}, words)


def entry(name: str, *content: Any) -> tuple[Any, ...]:
    return "P", ("BibEntry", {"name": name}, *content)


WORKS = (
    (
        "P",
        ("BibEntry", {"name": "doe"}, "Doe, J. 2020. Book. ", ("Link", {"uri": "https://d.example"}, "Here")),
    ),
    ("P", ("BibEntry", {"name": "roe"}, "Roe, R. 1999. Article.")),
)


DOE = Citation(
    "Doe2020,3", "Claim(", "Doe, J. 2020. Book. Here", ("https://d.example",), ("",), kind=Kind.ENTRY
)


def test_a_citation_in_the_text_leads_to_its_entry():
    recovered = PdfInspector().inspect(
        file(
            ("P", "Claim (", cite("Doe 2020, 3", "doe"), ")", call()),
            note("See ", cite("[2]", "roe")),
            *WORKS,
        )
    )
    assert recovered.citations == (
        DOE,
        Citation("1", "Claim(Doe2020,3)", "See [2]"),
        Citation("2", "See", "Roe, R. 1999. Article.", kind=Kind.ENTRY),
    )
    assert recovered.entries == {*"mark claim note spaces links shown jump seen".split()}
    assert recovered.prose.blocks[0].replace(LINE_END, "") == "Claim (Doe 2020, 3)"
    assert recovered.prose.items == ()


def test_a_citation_that_leads_nowhere_is_told_by_its_words():
    (citation,) = found(("P", "Claim (", cite("Doe 2020, 3", "nothing"), ")"), *WORKS)
    assert citation == replace(DOE, jump=False)
    assert found(("P", "See ", cite("Section 3", "nothing")), *WORKS) == ()


def led_back(*ways: Any, words: str = "Doe, J. 2020.") -> tuple[Recovered, list[bool]]:
    """Return what a file says of which two citations have one entry with ``ways`` behind it."""
    parts = (
        ("P", "Claim (", cite("Doe 2020, 3", "doe", "one"), ")"),
        ("P", "And (", cite("Doe 2020, 4", "doe", "two"), ")"),
        ("P", ("BibEntry", {"name": "doe"}, words, *ways)),
    )
    recovered = PdfInspector().inspect(file(*parts))
    return recovered, [each.back for each in recovered.citations]


def way(sign: str, to: str) -> tuple[Any, ...]:
    return "Link", {"to": to}, sign


def test_an_entry_leads_back_to_each_of_its_citations():
    recovered, back = led_back(" ", way("^1", "one"), " ", way("^2", "two"))
    assert back == [True, True]
    assert Facet.BACK in recovered.entries
    assert {each.note for each in recovered.citations} == {"Doe, J. 2020."}
    assert recovered.prose.blocks[-1] == "Doe, J. 2020."


@pytest.mark.parametrize(
    ("to", "back"),
    [(("one", "one"), [True, False]), (("nowhere", "two"), [False, True]), (("doe", "doe"), [False] * 2)],
)
def test_a_citation_to_which_its_entry_does_not_lead_back_is_testified(to: tuple[str, str], back: list[bool]):
    recovered, found_back = led_back(" ", way("^1", to[0]), " ", way("^2", to[1]))
    assert found_back == back
    assert Facet.BACK in recovered.entries
    assert recovered.prose.blocks[-1] == "Doe, J. 2020."


def test_the_label_of_an_entry_may_lead_back_and_is_one_of_its_words():
    label = "Lbl", way("[1]", "one"), way("[2]", "two")
    recovered, back = led_back(label, " Book.", words="")
    assert (recovered.citations[0].note, back) == ("[1]\u2028[2] Book.", [True, True])


def test_a_file_without_ways_back_is_not_asked_for_them():
    recovered, back = led_back()
    assert (Facet.BACK in recovered.entries, back) == (False, [True, True])


def test_a_file_without_entries_is_not_asked_for_citations_in_the_text():
    assert PdfInspector().inspect(file(("P", "Claim."))).entries == frozenset()


def test_a_figure_is_told_where_it_is_read():
    told = prose(("P", "One."), ("Div", {"turn": True}, alt("Figure", "A chart")), ("P", "Two."))
    assert told.blocks == ("One.", "A chart", "Two.")
