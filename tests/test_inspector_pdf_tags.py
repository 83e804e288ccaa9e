"""The inspector for PDF tells calls, notes, entries and terms by their tags, and by what links do."""

from __future__ import annotations

from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, String

from pdfs import PROVEN, Sheet, call, file, found, note, numbered, with_note
from surefoot.inspectors.pdf import PdfInspector
from surefoot.promise import Citation, Kind, Prose

HIDDEN = {"set": "BT /F 12 Tf 3 Tr {x} {y} Td ({words}) Tj 0 Tr ET"}


def prose(*parts: Any) -> Prose:
    return PdfInspector().inspect(file(*parts)).prose


# Calls


def test_a_mark_is_a_label_of_a_note_or_a_number():
    for mark in ("a", "*", "7"):
        bare = "Link", {"name": "call", "to": "note"}, mark
        (citation,) = found(("P", "Claim.", bare), note("Proof.", label=mark))
        assert (citation.mark, citation.jump) == (mark, True)
    words = "Link", {"name": "call", "to": "note"}, "b"
    assert found(("P", "Claim.", words), note("Proof.", label="a")) == ()


def test_a_link_that_refers_to_a_note_is_a_call_though_it_leads_nowhere():
    def refer(sheet: Sheet) -> None:
        sheet.elements["call"].Ref = Array([sheet.elements["note"]])

    bare = "P", "Claim.", ("Link", {"name": "call", "to": "nothing"}, "1")
    assert found(bare, note("Proof."), more=refer) == (Citation("1", "Claim.", "Proof.", jump=False),)
    assert found(bare, note("Proof.")) == ()


def test_a_number_in_a_note_is_a_call_only_of_another_note():
    other = note("More.", label="2", name="note-2", back="inner")
    inner = "Link", {"name": "inner", "to": "note-2"}, "2"
    _, second = found(("P", "Claim.", call()), note("Proof.", inner), other)
    assert second == Citation("2", "Proof.", "More.")
    own = "Link", {"to": "note"}, "1"
    assert len(found(("P", "Claim.", call()), note("Proof.", own))) == 1
    dead = "Reference", ("Link", {"to": "nothing"}, "2")
    assert len(found(("P", "Claim.", call()), note("Proof.", dead), other)) == 1


def test_the_mark_of_a_call_may_be_a_label():
    labelled = "Reference", {"name": "call"}, ("Link", {"to": "note"}, ("Lbl", "1"))
    assert found(("P", "Claim.", labelled), note("Proof.")) == (PROVEN,)


def test_a_label_in_the_prose_is_a_part_of_it():
    parts = ("P", ("Lbl", "Figure 1"), " Claim.", call()), note("Proof.")
    assert found(*parts)[0].claim == "Figure1Claim."
    assert prose(*parts).blocks == ("Figure 1 Claim.",)


def test_the_words_of_a_paragraph_are_not_those_of_a_note_in_it():
    entries = {"entries": {"/ActualText": String("Claim. 1")}}
    assert prose(("P", entries, "Claim. ", call(), note("Proof."))).blocks == ("Claim.",)


def test_a_call_without_a_mark_is_none():
    assert found(("P", "Claim.", call("")), note("Proof.")) == ()


# Notes


@pytest.mark.parametrize("sign", ["^", "^2", "¬", "°", "+ 1"])
def test_a_dead_way_back_is_a_sign_without_letters(sign: str):
    assert with_note("Proof.", ("Link", {"to": "elsewhere"}, sign)).note == "Proof."


def test_a_sign_that_leads_out_of_the_file_is_no_way_back():
    citation = with_note("Proof", ("Link", {"uri": "https://a.example"}, "+"), "x.")
    assert (citation.note, citation.links) == ("Proof+x.", ("https://a.example",))


@pytest.mark.parametrize("words", ["2", "see ^", "back"])
def test_other_dead_links_are_words(words: str):
    assert with_note("Proof. ", ("Link", {"to": "elsewhere"}, words)).note == f"Proof. {words}"


def test_the_label_of_a_note_is_the_first_one_at_its_head():
    two = "Note", {"name": "note", "line": True}, ("Lbl", "1"), ("Lbl", "A."), " Proof."
    (citation,) = found(("P", "Claim.", call()), two)
    assert (citation.mark, citation.note) == ("1", "A. Proof.")
    late = "Note", {"name": "note", "line": True}, "Proof ", ("Lbl", "9"), " more."
    (citation,) = found(("P", "Claim.", call()), late)
    assert (citation.mark, citation.note) == ("1", "Proof 9 more.")


def test_the_spaces_before_a_label_are_no_words():
    spaced = "Note", {"name": "note", "line": True}, " ", ("Lbl", "1"), "Proof."
    (citation,) = found(("P", "Claim.", call()), spaced)
    assert citation.note == "Proof."


# Entries


def cite(words: Any, to: str = "doe") -> tuple[Any, ...]:
    return "Reference", ("Link", {"to": to}, *((words,) if isinstance(words, str) else words))


def entry(name: str, *content: Any) -> tuple[Any, ...]:
    return "P", ("BibEntry", {"name": name}, *content)


DOE, ROE = entry("doe", "Doe, J. 2020. Book on 1999."), entry("roe", "Roe, R. 1999. Article.")


@pytest.mark.parametrize(
    ("words", "which"),
    [
        ("Doe 2020", "Doe"),
        ("Doe 2020, 3", "Doe"),
        ("Doe 2020, 345", "Doe"),
        ("Roe", "Roe"),
        ("Roe 1999, p. 7", "Roe"),
        ("Doe et al", None),
        ("Doe and Roe", None),
        ("1999", None),
        ("2020", None),
        ("see there", None),
        ("J", None),
    ],
)
def test_a_dead_citation_is_of_the_one_entry_that_has_most_of_its_words(words: str, which: str | None):
    citations = found(("P", cite(words, "nothing")), DOE, ROE)
    cited = [each.note[:3] for each in citations if each.kind is Kind.ENTRY]
    assert cited == ([which] if which else [])


def test_a_dead_citation_is_told_by_its_year_from_others_of_one_author():
    other = entry("other", "Doe, J. 2021. Another book.")
    (citation,) = found(("P", cite("Doe 2021", "nothing")), DOE, other)
    assert citation.note == "Doe, J. 2021. Another book."


def test_bare_links_to_entries_may_all_aim_above_them():
    def above(sheet: Sheet, annotation: Any, name: str) -> None:
        page, _, left, top, _ = sheet.named[name]
        annotation.Dest = Array([page, Name.XYZ, left, float(top) + 15, 0])

    bare = "P", ("Link", {"to": "doe"}, "Doe 2020"), " ", ("Link", {"to": "roe"}, "Roe 1999")
    assert [each.jump for each in found(bare, DOE, ROE, aim=above)] == [True, True]


def test_links_to_entries_are_citations_where_no_reference_leads_to_one():
    bare = "P", ("Link", {"to": "doe"}, "Doe 2020")
    assert [each.kind for each in found(bare, DOE)] == [Kind.ENTRY]
    assert [each.mark for each in found(bare, ("P", cite("Roe 1999", "roe")), DOE, ROE)] == ["Roe1999"]


def test_a_citation_is_seen_if_it_and_its_entry_are():
    seen = [
        found(("P", cite("Doe 2020")), DOE),
        found(("P", cite([("Span", HIDDEN | {"words": "Doe"})])), DOE),
        found(("P", cite("Doe 2020")), entry("doe", "Doe, J. ", ("Span", HIDDEN))),
    ]
    assert [[each.seen for each in citations] for citations in seen] == [[True], [False], [False]]


def test_an_entry_is_reached_at_any_place_of_its_line():
    def aside(sheet: Sheet, annotation: Any, name: str) -> None:
        page, _, _, top, _ = sheet.named[name]
        annotation.Dest = Array([page, Name.XYZ, 400 if name == "roe" else 71, top, 0])

    cited = found(("P", cite("Doe 2020"), " ", cite("Roe 1999", "roe")), DOE, ROE, aim=aside)
    assert [each.jump for each in cited] == [True, True]


# Items and terms


@pytest.mark.parametrize(
    ("numbering", "label", "term"),
    [
        ("None", "Term", True),
        ("None", "7.5 mm", True),
        ("None", ">2", True),
        ("None", "(1)", False),
        ("None", "*", False),
        ("None", "a", True),
        ("Description", "Term", True),
        ("Description", "12 + 3", True),
        ("Disc", "o", False),
        ("Decimal", "1.", False),
        ("Decimal", "One", False),
        ("", "Term", True),
        ("", "1.", False),
    ],
)
def test_a_label_is_a_term_or_a_number_by_the_numbering_of_its_list(
    numbering: str, label: str, *, term: bool
):
    options = (numbered(numbering),) if numbering else ()
    told = prose(("L", *options, ("LI", ("Lbl", label), ("LBody", "meaning"))))
    assert told.blocks == ((label, "meaning") if term else ("meaning",))
    assert told.items == (() if term else ("meaning",))


def test_an_inner_list_is_numbered_by_itself():
    inner = "L", numbered("None"), ("LI", ("Lbl", "Term"), ("LBody", "meaning"))
    after = "LI", ("Lbl", "b."), ("LBody", "two")
    told = prose(("L", numbered("LowerAlpha"), ("LI", ("Lbl", "a."), ("LBody", "one", inner)), after))
    assert told.blocks == ("one", "Term", "meaning", "two")
    assert told.items == ("one Term meaning", "two")


def test_a_term_is_a_block_of_its_own_though_what_it_means_is_none():
    told = prose(("L", numbered("None"), ("LI", ("Lbl", "Term"), ("Span", "meaning"))))
    assert told.blocks == ("Term", "meaning")


def test_an_entry_of_a_bibliography_is_no_item():
    told = prose(("L", ("LI", ("LBody", ("BibEntry", "Doe, J.")))))
    assert (told.blocks, told.items) == (("Doe, J.",), ())


# Headings, links and pictures in the prose


def test_a_heading_without_a_number_is_on_the_level_of_its_sections():
    inner = "Sect", ("H", "A"), ("Sect", ("H", "B"), ("P", "b")), ("Sect", ("H", "C"))
    assert prose(("H1", "Title"), inner, ("Sect", ("H", "D"))).headings == (
        *("1 Title", "1 A", "2 B", "2 C", "1 D"),
    )


def test_the_words_of_a_link_may_be_in_pieces():
    link = "Link", {"uri": "https://a.example"}, "so", ("Span", " on")
    told = prose(("P", link), ("P", "More."))
    assert (told.blocks, told.links) == (("so on", "More."), ("https://a.example",))


def test_what_a_formula_is_made_of_is_not_said():
    formula = "Formula", {"entries": {"/Alt": String("x^2")}}, "x", ("Span", "2"), ("Figure", "sum")
    told = prose(("P", "So ", formula, "."))
    assert ([each.replace("\u2028", "") for each in told.blocks], told.images) == (["So x^2."], ())


@pytest.mark.parametrize("tags", [("TOC", "TOCI"), ("TOC",), ("TOCI",)])
def test_a_reference_of_a_table_of_contents_is_no_call(tags: tuple[str, ...]):
    contents: tuple[Any, ...] = "Reference", "1"
    for tag in reversed(tags):
        contents = tag, contents
    assert found(contents, ("P", "Claim.", call()), note("Proof.")) == (Citation("1", "Claim.", "Proof."),)
    assert prose(contents, ("P", "Claim.")).blocks == ("Claim.",)


def test_a_replacement_may_leave_out_links_and_the_label_of_a_note():
    tag, options, *rest = note("Proof.")
    entries = {"entries": {"/Alt": String("Proof.")}}
    assert found(("P", "Claim.", call()), (tag, options | entries, *rest)) == (PROVEN,)
    quoted = {"entries": {"/ActualText": String("Words here")}}
    linked = "P", quoted, "Words ", ("Link", {"uri": "https://a.example"}, "here")
    assert prose(linked).blocks == ("Words here",)
    unlinked = {"entries": {"/ActualText": String("Words")}}
    assert prose(("P", unlinked, *linked[2:])).blocks == ("Words here",)


def test_destinations_of_pages_may_be_dictionaries_in_the_tree_of_names():
    def wrap(sheet: Sheet) -> None:
        names = sheet.pdf.Root.Names.Dests.Names
        for at in range(1, len(names), 2):
            names[at] = Dictionary(D=names[at])

    assert found(("P", "Claim.", call()), note("Proof."), more=wrap) == (PROVEN,)
