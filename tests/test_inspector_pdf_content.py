"""The inspector for PDF follows content streams: fonts, forms, marked content, strings."""

from __future__ import annotations

from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, String

from pdfs import SHOW, Sheet, file, said, with_note
from surefoot.inspectors.pdf import PdfInspector, fonts


def shown(how: str, *before: Any, more: Any = lambda _: None) -> str:
    """Return what is told of a paragraph that is shown in a certain way."""
    data = file(*before, ("P", {"set": how}), more=more)
    return " ".join(PdfInspector().inspect(data).prose.blocks)


def unmapped(sheet: Sheet) -> None:
    """Add a font, of whose letters nothing is known."""
    sheet.page.obj.Resources.Font.G = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier)


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("BT /F 12 Tf ET q BT /G 12 Tf ET Q BT {x} {y} Td ({words}) Tj ET", "words"),
        ("Q BT /F 12 Tf {x} {y} Td ({words}) Tj ET", "words"),
        ("EMC /Span <</MCID 0>> BDC BT /F 12 Tf {x} {y} Td ({words}) Tj ET", "words"),
        ("BT /F 12 Tf 14 TL {x} {y} Td ({words}) ' ET", "words"),
        ('BT /F 12 Tf 14 TL {x} {y} Td 0 0 ({words}) " ET', "words"),
        ("BT /G 12 Tf {x} {y} Td ({words}) Tj ET", fonts.UNKNOWN * 5),
        ("/Span <</ActualText (other)>> BDC BT /G 12 Tf {x} {y} Td ({words}) Tj ET EMC", fonts.UNKNOWN * 5),
        ("/Span <</ActualText (other)>> BDC EMC BT /F 12 Tf {x} {y} Td ({words}) Tj ET", "words"),
        ("BT {x} {y} Td ({words}) Tj ET", ""),
        ("/Span /Known BDC BT /F 12 Tf {x} {y} Td (w-) Tj ET EMC", "w"),
    ],
)
def test_a_string_is_read_in_the_font_and_in_the_content_that_it_is_shown_in(how: str, words: str):
    def prepare(sheet: Sheet) -> None:
        unmapped(sheet)
        sheet.page.obj.Resources.Properties.Known = Dictionary(ActualText="w")

    assert shown(how, more=prepare) == words


def form(sheet: Sheet, name: str, content: str, **resources: Any) -> None:
    held = Dictionary(Font=Dictionary(F=sheet.font), **resources)
    added = sheet.pdf.make_stream(
        content.encode(), Subtype=Name.Form, BBox=Array([0, 0, 595, 842]), Resources=held
    )
    forms = sheet.page.obj.Resources.get("/XObject", Dictionary())
    forms[name] = added
    sheet.page.obj.Resources.XObject = forms


def test_many_forms_are_read_one_behind_the_other():
    def paint(sheet: Sheet) -> None:
        form(sheet, "/X", "BT /F 12 Tf 72 300 Td (words) Tj ET")

    data = file(*(("P", {"set": "/X Do"}) for _ in range(12)), more=paint)
    assert PdfInspector().inspect(data).prose.blocks == ("words",) * 12


def test_a_form_in_a_form_has_resources_of_its_own_or_those_around_it():
    def paint(sheet: Sheet) -> None:
        form(sheet, "/Y", "BT /F 12 Tf 72 300 Td (inner) Tj ET")
        inner = sheet.page.obj.Resources.XObject["/Y"]
        form(sheet, "/X", "/Z Do BT /F 12 Tf 120 300 Td (outer) Tj ET", XObject=Dictionary(Z=inner))
        del inner.Resources

    assert shown("/X Do", more=paint).replace("\u2028", " ") == "inner outer"


def test_a_form_that_paints_itself_is_read_and_ends():
    def paint(sheet: Sheet) -> None:
        form(sheet, "/X", "BT /F 12 Tf 72 300 Td (words) Tj ET /X Do")
        sheet.page.obj.Resources.XObject["/X"].Resources.XObject = sheet.page.obj.Resources.XObject

    assert shown("/X Do", more=paint).startswith("words")


def test_a_picture_that_is_painted_in_a_sequence_shows_no_words():
    def paint(sheet: Sheet) -> None:
        sheet.page.obj.Resources.XObject = Dictionary(
            X=sheet.pdf.make_stream(
                b"\0", Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8, ColorSpace=Name.DeviceGray
            )
        )

    how = "/X Do BT /F 12 Tf {x} {y} Td ({words}) Tj ET"
    assert shown(how, more=paint) == "words"


@pytest.mark.parametrize(
    ("replacement", "strings", "words"),
    [
        ("(one two)", "one two", "one two"),
        ("(one-two)", "one two", "one two"),
        ("(one two)", "one-two", "one-two"),
        ("(a1)", "a2", "a2\u2028a1"),
        ("(*)", "a", "a"),
        ("(a)", "*", "*"),
    ],
)
def test_a_replacement_counts_as_far_as_it_says_what_is_seen(replacement: str, strings: str, words: str):
    assert with_note(said(replacement, strings)).note == words


def test_a_replacement_may_say_whether_a_gap_is_a_space():
    for replacement in ("one two", "onetwo"):
        gap = "BT /F 12 Tf {x} {y} Td [(one) -300 (two)] TJ ET"
        how = f"/Span <</ActualText ({replacement})>> BDC {gap} EMC"
        assert with_note(("Span", {"set": how})).note == replacement


def test_before_a_mark_that_combines_is_no_space():
    def know(sheet: Sheet) -> None:
        codes = b"3 beginbfchar <61> <0061> <62> <0304> <63> <0063> endbfchar"
        sheet.font.ToUnicode = sheet.pdf.make_stream(codes)

    gaps = "BT /F 12 Tf {x} {y} Td [(a) -300 (b) -300 (c)] TJ ET"
    assert shown(gaps, more=know) == "\u0101\u2028c"


def test_a_replacement_of_letters_that_are_partly_unknown_is_not_judged():
    def know_one(sheet: Sheet) -> None:
        sheet.font.ToUnicode = sheet.pdf.make_stream(b"1 beginbfchar <61> <0061> endbfchar")

    how = "/Span <</ActualText (ab)>> BDC BT /F 12 Tf {x} {y} Td (ab) Tj ET EMC"
    assert shown(how, more=know_one) == f"a{fonts.UNKNOWN}"


def test_a_replacement_stands_for_all_strings_of_its_sequence():
    how = f"/Span <</ActualText (one two)>> BDC {SHOW.format('one ')} {SHOW.format('two')} EMC"
    assert with_note(("Span", {"set": how})).note == "one two"


RIGHT_TO_LEFT = "\u05e9\u05dc\u05d5\u05dd"


def in_hebrew(sheet: Sheet) -> None:
    """Let the letters a to d be the four of a word, of which the page shows the last one first."""
    codes = "".join(f"<{97 + at:02x}> <{ord(letter):04x}> " for at, letter in enumerate(RIGHT_TO_LEFT))
    sheet.font.ToUnicode = sheet.pdf.make_stream(f"4 beginbfchar {codes} endbfchar".encode())


def read_aloud(replacement: str) -> tuple[str, ...]:
    entries = {"entries": {"/ActualText": String(replacement)}}
    return PdfInspector().inspect(file(("P", ("Span", entries, "dcba")), more=in_hebrew)).prose.blocks


def test_an_element_may_say_in_which_order_letters_from_right_to_left_are_read():
    assert read_aloud(RIGHT_TO_LEFT) == (RIGHT_TO_LEFT,)


@pytest.mark.parametrize(
    ("mode", "said", "words"),
    [
        ("RlTb", "[^a] bc", "[^a] bc"),
        ("RlTb", "(a bc", "(a bc"),
        ("RlTb", "[^a] cb", "bc ]^a[\u2028[^a] cb"),
        ("LrTb", "[^a] bc", "bc ]^a[\u2028[^a] bc"),
    ],
)
def test_in_a_line_from_right_to_left_words_of_other_letters_are_read_in_another_order_as_well(
    mode: str, said: str, words: str
):
    layout = Dictionary(O=Name.Layout, WritingMode=Name(f"/{mode}"))
    span = (
        "Span",
        {"entries": {"/ActualText": String(said), "/A": layout}},
        "bc ]^a[" if "[" in said else "bc a)",
    )
    assert PdfInspector().inspect(file(("P", span))).prose.blocks == (words,)


def test_an_element_that_says_other_letters_is_told_besides():
    assert read_aloud(RIGHT_TO_LEFT[:-1]) == (f"{RIGHT_TO_LEFT[::-1]}\u2028{RIGHT_TO_LEFT[:-1]}",)
