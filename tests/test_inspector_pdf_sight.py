"""The inspector for PDF looks at the page: what cannot be read there is hidden."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pikepdf import Array, Dictionary, Name, String

from pdfs import (
    PROVEN,
    Sheet,
    call,
    found,
    note,
    with_note,
    with_prose,
)
from surefoot.promise import Citation


def form(sheet: Sheet, content: str) -> None:
    """Give the page a form, by the name of X."""
    look = Dictionary(Subtype=Name.Form, BBox=Array([0, 0, 595, 842]), Resources=sheet.page.obj.Resources)
    sheet.page.obj.Resources.XObject = Dictionary(X=sheet.pdf.make_stream(content.encode(), look))


SHOWN = "BT /F 12 Tf {x} {y} Td ({words}) Tj ET"
HIDDEN = {
    "invisible by its rendering mode": "BT /F 12 Tf 3 Tr {x} {y} Td ({words}) Tj 0 Tr ET",
    "used to clip": "q BT /F 12 Tf 7 Tr {x} {y} Td ({words}) Tj ET Q",
    "of no size": "BT /F 0 Tf {x} {y} Td ({words}) Tj ET",
    "of no height": "BT /F 12 Tf 0 0 0 0 {x} {y} Tm ({words}) Tj ET",
    "of one point": "BT /F 1 Tf {x} {y} Td ({words}) Tj ET",
    "over the edge": "BT /F 12 Tf 592 {y} Td ({words}) Tj ET",
    "mirrored": "BT /F 12 Tf -1 0 0 1 300 {y} Tm ({words}) Tj ET",
    "off the page": "BT /F 12 Tf {x} -30 Td ({words}) Tj ET",
    "clipped away": "q 0 0 0 0 re W n BT /F 12 Tf {x} {y} Td ({words}) Tj ET Q",
    "clipped in part": "q {x} {y} 1 20 re W n BT /F 12 Tf {x} {y} Td ({words}) Tj ET Q",
    "white on white": "1 g BT /F 12 Tf {x} {y} Td ({words}) Tj ET 0 g",
    "black on black": "{x} {y} 40 12 re f BT /F 12 Tf {x} {y} Td ({words}) Tj ET",
    "red on red": ".5 0 0 rg {x} {y} 40 12 re f .55 0 0 rg " + SHOWN + " 0 g",
    "white half on a field and half on paper": ".1 .2 .4 rg {x} {y} 3 12 re f 1 g " + SHOWN + " 0 g",
    "covered": "BT /F 12 Tf {x} {y} Td ({words}) Tj ET 1 g {x} {y} 46 22 re f 0 g",
    "covered by black": "BT /F 12 Tf {x} {y} Td ({words}) Tj ET {x} {y} 46 22 re f",
    "covered by black from outside its tag": SHOWN + " EMC {x} {y} 46 22 re f /Artifact BMC",
    "covered by grey": "BT /F 12 Tf {x} {y} Td ({words}) Tj ET .7 g {x} {y} 46 22 re f 0 g",
    "covered at its beginning": SHOWN + " q 1 0 0 1 {x} {y} cm 1 g -1 -4 20 20 re f Q",
    "covered by a picture": SHOWN + " q 46 0 0 22 {x} {y} cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q",
    "transparent": "/Gone gs BT /F 12 Tf {x} {y} Td ({words}) Tj ET /Here gs",
    "switched off": "/OC /Off BDC BT /F 12 Tf {x} {y} Td ({words}) Tj ET EMC",
}


@pytest.mark.parametrize("how", HIDDEN.values(), ids=HIDDEN)
def test_a_note_that_is_there_but_hidden_is_testified_as_such(how: str):
    for label in ("1", ("Span", {"set": how, "words": "1"})):
        hidden = note(("Span", {"set": how}), label=label)
        assert found(("P", "Claim.", call()), hidden) == (Citation("1", "Claim.", "words", seen=False),)


@pytest.mark.parametrize("how", HIDDEN.values(), ids=HIDDEN)
def test_a_line_of_a_note_that_is_hidden_hides_the_note(how: str):
    partly = note("Seen ", ("Span", {"set": how}))
    assert found(("P", "Claim.", call()), partly) == (Citation("1", "Claim.", "Seen words", seen=False),)


@pytest.mark.parametrize("how", HIDDEN.values(), ids=HIDDEN)
def test_a_call_that_is_there_but_hidden_is_testified_as_such(how: str):
    unseen = ("Reference", {"name": "call"}, ("Link", {"to": "note", "set": how, "words": "1"}))
    assert found(("P", "Claim.", unseen), note("Proof.")) == (Citation("1", "Claim.", "Proof.", seen=False),)


@pytest.mark.parametrize("how", HIDDEN.values(), ids=HIDDEN)
def test_prose_that_is_hidden_is_no_prose(how: str):
    assert with_prose(("P", "Seen. ", ("Span", {"set": how}))).claim == "Seen."


SEEN = {
    "covered at its foot": SHOWN + " q 1 0 0 1 {x} {y} cm 1 g -1 -4 60 6 re f Q",
    "covered beside": SHOWN + " q 1 0 0 1 {x} {y} cm 1 g 40 -4 60 20 re f Q",
    "under a thin line of white": SHOWN + " q 1 0 0 1 {x} {y} cm 1 G 0 3 m 40 3 l S Q",
    "white on black": "{x} {y} 46 12 re f 1 g BT /F 12 Tf {x} {y} Td ({words}) Tj ET 0 g",
    "white on a coloured field": ".1 .2 .4 rg {x} {y} 46 12 re f 1 g " + SHOWN + " 0 g",
    "light on a coloured field": ".1 .2 .4 rg {x} {y} 46 12 re f .8 .85 .9 rg " + SHOWN + " 0 g",
    "coloured on a tint": ".93 .95 .97 rg {x} {y} 46 12 re f .1 .2 .4 rg " + SHOWN + " 0 g",
    "black on a picture": "q 46 0 0 12 {x} {y} cm BI /W 2 /H 1 /CS /G /BPC 8 ID \xe0\xa0 EI Q " + SHOWN,
    "black on grey": ".6 g {x} {y} 46 12 re f 0 g BT /F 12 Tf {x} {y} Td ({words}) Tj ET",
    "grey": ".7 g BT /F 12 Tf {x} {y} Td ({words}) Tj ET 0 g",
    "outlined": "BT /F 12 Tf 1 Tr {x} {y} Td ({words}) Tj 0 Tr ET",
    "small": "BT /F 4 Tf {x} {y} Td ({words}) Tj ET",
    "in a frame": "BT /F 12 Tf {x} {y} Td ({words}) Tj ET {x} {y} 46 12 re S",
    "struck through": "BT /F 12 Tf {x} {y} Td ({words}) Tj ET q 1 0 0 1 0 3 cm {x} {y} 46 1 re f Q",
    "clipped to more than itself": "q 0 0 595 842 re W n BT /F 12 Tf {x} {y} Td ({words}) Tj ET Q",
    "clipped closely": "q 1 0 0 1 {x} {y} cm -2 -4 50 16 re W n BT /F 12 Tf 0 0 Td ({words}) Tj ET Q",
    "clipped at its foot": "q 1 0 0 1 {x} {y} cm -2 1 50 16 re W n BT /F 12 Tf 0 0 Td ({words}) Tj ET Q",
    "outlined in white on black": "{x} {y} 46 12 re f q 1 G BT /F 12 Tf 1 Tr {x} {y} Td ({words}) Tj ET Q",
    "half transparent": "/Half gs BT /F 12 Tf {x} {y} Td ({words}) Tj ET /Here gs",
    "under a veil": "BT /F 12 Tf {x} {y} Td ({words}) Tj ET /Half gs 1 g {x} {y} 46 12 re f 0 g /Here gs",
    "turned": "BT /F 12 Tf 0 1 -1 0 {x} {y} Tm ({words}) Tj ET",
}


@pytest.mark.parametrize("how", SEEN.values(), ids=SEEN)
def test_a_note_that_can_be_read_is_seen(how: str):
    assert with_note(("Span", {"set": how})) == Citation("1", "Claim.", "words")


@pytest.mark.parametrize(("paper", "letters"), [(0, 0), (0, 1), (1, 0)])
def test_a_note_in_a_form_is_seen_or_hidden_like_any(paper: int, letters: int):
    def paint(sheet: Sheet) -> None:
        content = f"{paper} g 0 0 46 12 re f {letters} g BT /F 12 Tf 0 0 Td (words) Tj ET"
        form(sheet, content)

    within = note(("Span", {"set": "q 1 0 0 1 {x} {y} cm /X Do Q"}))
    (citation,) = found(("P", "Claim.", call()), within, more=paint)
    assert citation == Citation("1", "Claim.", "words", seen=paper != letters)


def test_letters_of_a_font_that_paints_none_are_hidden():
    def draw_nothing(sheet: Sheet) -> None:
        sheet.page.obj.Resources.Font.G = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, 0, 1000, 700]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            CharProcs=Dictionary(a=sheet.pdf.make_stream(b"1000 0 0 0 1000 700 d1")),
            Encoding=Dictionary(Differences=Array([97, Name.a])),
            FirstChar=97,
            LastChar=97,
            Widths=Array([1000]),
        )

    unpainted = note("Proof ", ("Span", {"set": "BT /G 12 Tf {x} {y} Td (a) Tj ET"}))
    (citation,) = found(("P", "Claim.", call()), unpainted, more=draw_nothing)
    assert not citation.seen


def test_a_note_of_which_a_part_of_a_word_is_covered_is_hidden():
    for cover in ("16 -4 40 20", "6 -4 22 20"):
        how = SHOWN + f" q 1 0 0 1 {{x}} {{y}} cm 1 g {cover} re f Q"
        assert not with_note(("Span", {"set": how})).seen


def test_a_note_of_which_one_word_of_many_is_covered_is_hidden():
    for cover, seen in (("28 -4 24 20", False), ("28 -40 24 20", True)):
        how = SHOWN + f" q 1 0 0 1 {{x}} {{y}} cm 1 g {cover} re f Q"
        assert with_note(("Span", {"set": how, "words": "one two three four five"})).seen is seen


def test_the_least_sign_is_hidden_or_seen():
    for how, seen in ((SHOWN, True), (f"1 g {SHOWN} 0 g", False)):
        assert with_note(("Span", {"set": how, "words": "."})).seen is seen


def test_a_page_that_is_turned_and_cut_is_looked_at_as_it_is_shown():
    def turn(sheet: Sheet) -> None:
        sheet.page.obj.Rotate, sheet.page.obj.CropBox = 90, Array([60, 700, 400, 842])

    hidden = note(("Span", {"set": HIDDEN["white on white"]}))
    right = note(("Span", {"set": "BT /F 12 Tf 340 {y} Td ({words}) Tj ET", "words": "Proof."}))
    assert found(("P", "Claim.", call()), note("Proof."), more=turn) == (PROVEN,)
    assert found(("P", "Claim.", call()), right, more=turn) == (PROVEN,)
    assert found(("P", "Claim.", call()), hidden, more=turn) == (
        Citation("1", "Claim.", "words", seen=False),
    )


@pytest.mark.parametrize("colour", ["1 g", "0 g"])
def test_a_note_under_an_annotation_is_hidden(colour: str):
    def cover(sheet: Sheet) -> None:
        look = sheet.pdf.make_stream(
            f"{colour} 0 0 200 20 re f".encode(), Subtype=Name.Form, BBox=Array([0, 0, 200, 20])
        )
        area = Array([70, 755, 270, 775])
        square = Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=area, AP=Dictionary(N=look), F=4)
        sheet.page.obj.Annots.append(sheet.pdf.make_indirect(square))

    (citation,) = found(("P", "Claim.", call()), note("Proof."), more=cover)
    assert citation == replace(PROVEN, seen=False)


def test_a_note_under_a_field_is_hidden():
    def cover(sheet: Sheet) -> None:
        look = sheet.pdf.make_stream(b"1 g 0 0 200 20 re f", Subtype=Name.Form, BBox=Array([0, 0, 200, 20]))
        field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("x"), F=4)
        field.Rect, field.AP = Array([70, 755, 270, 775]), Dictionary(N=look)
        sheet.page.obj.Annots.append(sheet.pdf.make_indirect(field))
        sheet.pdf.Root.AcroForm = Dictionary(Fields=Array([sheet.page.obj.Annots[-1]]))

    (citation,) = found(("P", "Claim.", call()), note("Proof."), more=cover)
    assert citation == replace(PROVEN, seen=False)


@pytest.mark.parametrize(
    ("how", "seen"),
    [
        ("/Artifact BMC BT /F 12 Tf 75 762 Td (LIES) Tj ET EMC", False),
        ("BT /F 12 Tf 75 762 Td (LIES) Tj ET", False),
        ("BT /F 12 Tf 90 762 Td (I) Tj ET", False),
        ("BT /F 6 Tf 90 762 Td (I) Tj ET", False),
        ("BT /F 12 Tf 75 762 Td (......) Tj ET", True),
        (".8 g BT /F 12 Tf 75 762 Td (DRAFT) Tj ET", True),
        ("BT /F 12 Tf .7 .7 -.7 .7 75 762 Tm (DRAFT) Tj ET", True),
        ("/OC /Off BDC BT /F 12 Tf 75 762 Td (DRAFT) Tj ET EMC", True),
        (".6 0 0 rg BT /F 12 Tf 75 762 Td (LIES) Tj ET", False),
        ("0 0 1 rg BT /F 12 Tf 75 762 Td (LIES) Tj ET", False),
        ("0 .7 0 rg BT /F 12 Tf 75 762 Td (LIES) Tj ET", False),
        ("0 1 0 rg BT /F 12 Tf 75 762 Td (DRAFT) Tj ET", True),
        ("0 .8 1 rg BT /F 12 Tf 75 762 Td (DRAFT) Tj ET", True),
        ("1 .5 .5 rg BT /F 12 Tf 75 762 Td (DRAFT) Tj ET", True),
        ("/Half gs BT /F 12 Tf 75 762 Td (DRAFT) Tj ET", True),
        ("BT /F 12 Tf 1 Tr 75 762 Td (DRAFT) Tj ET", True),
        ("BT /F 12 Tf -1 0 0 1 190 762 Tm (FTARD) Tj ET", True),
        ("BT /F 12 Tf 75 745 Td (under it) Tj ET", True),
        ("/Artifact BMC BT /F 12 Tf 400 762 Td (page 1) Tj ET EMC", True),
    ],
)
def test_dark_letters_over_a_note_hide_it(how: str, *, seen: bool):
    def paint(sheet: Sheet) -> None:
        sheet.page.contents_add(sheet.pdf.make_stream(how.encode()))

    (citation,) = found(("P", "Claim.", call()), note("Proof."), more=paint)
    assert citation == replace(PROVEN, seen=seen)


def test_dark_letters_under_a_note_hide_it_as_well():
    def paint(sheet: Sheet) -> None:
        under = sheet.pdf.make_stream(b"/Artifact BMC BT /F 12 Tf 75 762 Td (LIES) Tj ET EMC")
        sheet.page.contents_add(under, prepend=True)

    (citation,) = found(("P", "Claim.", call()), note("Proof."), more=paint)
    assert citation == replace(PROVEN, seen=False)


@pytest.mark.parametrize(("place", "seen"), [("75 762", False), ("400 762", True), ("75 300", True)])
def test_so_do_those_of_a_form(place: str, *, seen: bool):
    def paint(sheet: Sheet) -> None:
        form(sheet, "BT /F 12 Tf 0 0 Td (LIES) Tj ET")
        sheet.page.contents_add(sheet.pdf.make_stream(f"q 1 0 0 1 {place} cm /X Do Q".encode()))

    (citation,) = found(("P", "Claim.", call()), note("Proof."), more=paint)
    assert citation == replace(PROVEN, seen=seen)


@pytest.mark.parametrize(
    ("how", "words", "seen"),
    [
        ("BT /F 12 Tf 84 740 Td ({words}) Tj ET", "words", False),
        ("BT /F 12 Tf 84 743 Td ({words}) Tj ET", "words", False),
        ("BT /F 12 Tf 115 740 Td ({words}) Tj ET", "words", False),
        ("BT /F 12 Tf 118 740 Td ({words}) Tj ET", "words", True),
        ("BT /F 12 Tf 84 752 Td ({words}) Tj ET", "words", True),
        ("BT /F 12 Tf 84 740 Td ({words}) Tj ET", "...", True),
        ("BT /F 12 Tf 79.6 740 Td ({words}) Tj ET", "Proof.", True),
    ],
)
def test_notes_one_over_the_other_are_hidden(how: str, words: str, *, seen: bool):
    second = note(("Span", {"set": how, "words": words}), label="2", name="other", back="call-2")
    calls = ("P", "Claim.", call()), ("P", "Claim.", call("2", "other", "call-2"))
    assert [each.seen for each in found(*calls, note("Proof."), second)] == [seen, seen]


def test_letters_of_one_string_may_be_meant_to_overlap():
    logo = "BT /F 12 Tf {x} {y} Td (L) Tj 3 2 Td (A) Tj ET"
    assert with_note(("Span", {"set": logo})).seen
