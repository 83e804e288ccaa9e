"""The inspector for PDF reads structure trees and fonts in every shape that the standard allows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from pdfs import PROVEN, Sheet, call, file, found, note, numbered
from surefoot.errors import UnreadableError
from surefoot.inspectors.pdf import PdfInspector, fonts
from surefoot.promise import Prose

WORDS = ("P", {"name": "p"}, "words")


def prose(*parts: Any, more: Callable[[Sheet], None] = lambda _: None) -> Prose:
    return PdfInspector().inspect(file(*parts, more=more)).prose


def test_content_may_be_named_by_its_number_alone_on_the_page_of_its_element():
    def shorten(sheet: Sheet) -> None:
        element = sheet.elements["p"]
        element.Pg, element.K = sheet.page.obj, int(element.K[0].MCID)

    assert prose(WORDS, more=shorten).blocks == ("words",)


def test_an_element_is_on_the_page_of_the_one_that_it_stands_in():
    def shorten(sheet: Sheet) -> None:
        outer = sheet.elements["p"]
        outer.Pg, (inner,) = sheet.page.obj, outer.K
        inner.K = Array([int(inner.K[0].MCID)])

    parts = ("P", "first"), ("P", {"name": "p", "turn": True}, ("Span", "second"))
    assert prose(*parts, more=shorten).blocks == ("first", "second")


def unnamed(sheet: Sheet) -> None:
    del sheet.elements["p"].K[0].Pg


def unnumbered(sheet: Sheet) -> None:
    del sheet.elements["p"].K[0].MCID


def in_a_form(sheet: Sheet) -> None:
    sheet.elements["p"].K[0].Stm = sheet.pdf.make_stream(b"")


def by_number(sheet: Sheet) -> None:
    sheet.elements["p"].K = 0


def of_another_kind(sheet: Sheet) -> None:
    sheet.elements["p"].K[0].Type = Name.Other


def on_no_page(sheet: Sheet) -> None:
    sheet.elements["p"].K[0].Pg = sheet.pdf.make_indirect(Dictionary(Type=Name.Page))


def as_a_name(sheet: Sheet) -> None:
    sheet.elements["p"].K = Array([Name.Other])


@pytest.mark.parametrize(
    "spoil", [unnamed, unnumbered, in_a_form, by_number, of_another_kind, on_no_page, as_a_name]
)
def test_content_that_no_page_is_said_to_have_is_no_prose(spoil: Callable[[Sheet], None]):
    assert prose(("P", "more"), WORDS, more=spoil).blocks == ("more",)


def test_content_that_its_page_does_not_have_is_passed_over():
    def add(sheet: Sheet) -> None:
        missing = Dictionary(Type=Name.MCR, Pg=sheet.page.obj, MCID=99)
        sheet.elements["p"].K = Array([missing, *sheet.elements["p"].K])

    tag, options, *rest = note("Proof.")
    assert prose(WORDS, more=add).blocks == ("words",)
    assert found(("P", "Claim.", call()), (tag, options | {"name": "p"}, *rest), more=add)[0].seen


def test_a_leaf_without_object_is_no_link():
    def spoil(sheet: Sheet) -> None:
        del sheet.elements["link"].K[1].Obj
        sheet.page.obj.Annots = Array()

    linked = "P", ("Link", {"name": "link", "uri": "https://a.example"}, "there")
    told = prose(linked, more=spoil)
    assert (told.blocks, told.links) == (("there",), ())


@pytest.mark.parametrize("tag", ["P", "H1", "H6", "LBody", "TH", "TD", "Caption", "BlockQuote"])
def test_the_alternative_text_of_a_block_of_text_is_said_in_its_place(tag: str):
    table = ("Table", ("TR", (tag, {"entries": {"/Alt": String("lies")}}, "words")))
    assert prose(table).blocks == ("words\u2028lies",)
    assert prose(("Div", {"entries": {"/Alt": String("lies")}}, ("P", "words"))).blocks == ("words",)


def test_the_alternative_text_of_an_item_and_of_a_note_is_said_in_its_place():
    lies = {"entries": {"/Alt": String("lies")}}
    assert prose(("L", ("LI", lies, ("LBody", "words")))).items == ("words lies",)
    tag, options, *rest = note("Proof.")
    (citation,) = found(("P", "Claim.", call()), (tag, options | lies, *rest))
    assert citation.note == "Proof.\u2028lies"


def test_a_replacement_that_is_no_string_replaces_nothing():
    assert prose(("P", {"entries": {"/ActualText": Name.Lies}}, "words")).blocks == ("words",)


def test_attributes_may_be_one_or_many_with_revisions_between_them():
    (_, options) = "L", numbered("None")
    many = {"entries": {"/A": Array([Dictionary(O=Name.Layout), 0, options["entries"]["/A"], 0])}}
    for given in (options, many):
        told = prose(("L", given, ("LI", ("Lbl", "Term"), ("LBody", "meaning"))))
        assert told.blocks == ("Term", "meaning")


def test_roles_that_lead_in_a_circle_are_of_no_kind():
    def circle(sheet: Sheet) -> None:
        sheet.pdf.Root.StructTreeRoot.RoleMap = Dictionary(One=Name.Two, Two=Name.One)

    assert prose(("One", "words"), ("P", "more"), more=circle).blocks == ("words", "more")


def test_a_role_may_lead_from_a_namespace_to_the_roles_of_the_file():
    def map_roles(sheet: Sheet) -> None:
        sheet.pdf.Root.StructTreeRoot.RoleMap = Dictionary(Fussnote=Name.Note)

    space = Dictionary(Type=Name.Namespace, RoleMapNS=Dictionary(fn=Name.Fussnote))
    _, options, *rest = note("Proof.")
    own = "fn", options | {"entries": {"/NS": space}}, *rest
    assert found(("P", "Claim.", call()), own, more=map_roles) == (PROVEN,)


def test_of_one_name_in_two_namespaces_each_has_its_role():
    space = {"entries": {"/NS": Dictionary(Type=Name.Namespace, RoleMapNS=Dictionary(X=Name.H2))}}

    def own(sheet: Sheet) -> None:
        sheet.pdf.Root.StructTreeRoot.RoleMap = Dictionary(X=Name.P)
        for element in sheet.elements.values():
            if "/NS" in element:
                element.NS = sheet.pdf.make_indirect(element.NS)

    told = prose(("X", {"name": "one"}, "text"), ("X", {"name": "two"} | space, "heading"), more=own)
    assert told.headings == ("2 heading",)


def test_a_file_with_an_empty_structure_is_no_tagged_one():
    def strip(sheet: Sheet) -> None:
        del sheet.pdf.Root.StructTreeRoot.K

    with pytest.raises(UnreadableError):
        PdfInspector().inspect(file(more=strip))


def test_elements_that_are_written_in_place_may_be_many():
    def inline(sheet: Sheet) -> None:
        document = sheet.pdf.Root.StructTreeRoot.K[0]
        document.K = Array([Dictionary(each) for each in document.K])

    assert prose(("P", "one"), ("P", "two"), more=inline).blocks == ("one", "two")


def font(encoding: Any = None, subtype: Name = Name.Type1) -> Dictionary:
    return Dictionary(Subtype=subtype, **({"Encoding": encoding} if encoding else {}))


@pytest.mark.parametrize(
    ("known", "shown", "text"),
    [
        (font(Name.WinAnsiEncoding), b"\x80A", "€A"),
        (font(Name.MacRomanEncoding), b"\x80A", "ÄA"),
        (font(), b"AB", fonts.UNKNOWN * 2),
        (font(Name("/Identity-H"), Name.Type0), b"ABCD", fonts.UNKNOWN * 2),
    ],
)
def test_a_font_without_a_map_is_read_by_its_encoding(known: Dictionary, shown: bytes, text: str):
    assert fonts.read(known).text(shown) == text


def test_a_glyph_that_a_font_does_not_have_means_nothing():
    pdf = pikepdf.new()
    cmap = pdf.make_stream(b"2 beginbfchar <0000> <0061> <0001> <0062> endbfchar")
    held = Dictionary(Subtype=Name.Type0, Encoding=Name("/Identity-H"), ToUnicode=cmap)
    assert fonts.read(held).text(b"\0\0\0\1\0") == f"{fonts.UNKNOWN}b{fonts.UNKNOWN}"
    named = Dictionary(Differences=Array([65, Name.a, Name("/.notdef"), 67, Name.c]))
    simple = pdf.make_stream(b"1 beginbfrange <41> <43> <0061> endbfrange")
    held = Dictionary(Subtype=Name.Type1, Encoding=named, ToUnicode=simple)
    assert fonts.read(held).text(b"ABC") == f"a{fonts.UNKNOWN}c"


def test_fonts_that_are_written_in_place_may_be_many():
    def write_in_place(sheet: Sheet) -> None:
        other = Dictionary(sheet.font)
        other.Encoding = Name.MacRomanEncoding
        sheet.page.obj.Resources.Font = Dictionary(F=Dictionary(sheet.font), G=other)

    mac = "Span", {"set": "BT /G 12 Tf {x} {y} Td (\\200) Tj ET", "words": "x"}
    assert prose(("P", "a"), ("P", mac), more=write_in_place).blocks == ("a", "Ä")


def test_a_map_of_codes_of_one_byte_may_name_them_with_two():
    pdf = pikepdf.new()
    cmap = pdf.make_stream(b"1 beginbfchar <41> <0061> endbfchar 1 beginbfrange <42> <43> <0062> endbfrange")
    assert fonts.read(Dictionary(Subtype=Name.Type1, ToUnicode=cmap)).text(b"ABCD") == "abc\ufffd"
    short = pdf.make_stream(b"1 beginbfchar <41> <0061> endbfchar")
    assert fonts.read(Dictionary(Subtype=Name.Type0, ToUnicode=short)).text(b"\0A") == "a"
