"""The inspector for PDF testifies what a tagged file carries, by ISO 32000 alone."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from pdfs import (
    LINE,
    PROVEN,
    SHOW,
    Aim,
    Sheet,
    by_name,
    call,
    file,
    found,
    note,
    numbered,
    said,
    with_note,
    with_prose,
)
from surefoot.errors import UnreadableError
from surefoot.inspectors.pdf import PdfInspector, fonts
from surefoot.promise import Citation, Facet


def test_each_call_is_a_citation_with_every_facet():
    address = "https://example.org/2"
    recovered = PdfInspector().inspect(
        file(
            ("H1", "Title"),
            ("P", "First", call(), " and ", ("Span", "second", call("2", "note-2", "call-2")), "."),
            note("One."),
            note("Two: ", ("Link", {"uri": address}, address), ".", label="2", name="note-2", back="call-2"),
        )
    )
    assert recovered.facets >= frozenset("mark claim note spaces links shown jump back seen".split())
    assert recovered.citations == (
        Citation("1", "TitleFirst", "One."),
        Citation("2", "TitleFirstandsecond", "Two: .", (address,), (address,)),
    )


def test_a_note_that_is_called_twice_is_two_citations_with_a_way_back_each():
    again = ("Lbl", ("Link", {"to": "again"}, "^2"))
    assert found(("P", "A", call(), "B", call(name="again")), note("N ", again)) == (
        Citation("1", "A", "N"),
        Citation("1", "AB", "N"),
    )


def test_calls_side_by_side_are_told_apart():
    two = note("Two.", label="2", name="note-2", back="call-2")
    side_by_side = found(("P", "A", call(), " ", call("2", "note-2", "call-2")), note("One."), two)
    assert side_by_side == (Citation("1", "A", "One."), Citation("2", "A", "Two."))
    crossed = note("Two.", label="2", name="note-2", back="call")
    _, second = found(("P", "A", call(), " ", call("2", "note-2", "call-2")), note("One."), crossed)
    assert second == Citation("2", "A", "Two.", back=False)


def by_old_name(sheet: Sheet, annotation: Any, name: str) -> None:
    sheet.pdf.Root.Dests = Dictionary({f"/{each}": place for each, place in sheet.named.items()})
    annotation.Dest = Name(f"/{name}")


def by_dictionary(sheet: Sheet, annotation: Any, name: str) -> None:
    sheet.pdf.Root.Dests = Dictionary(
        {f"/{each}": Dictionary(D=place) for each, place in sheet.named.items()}
    )
    annotation.Dest = Name(f"/{name}")


def by_place(sheet: Sheet, annotation: Any, name: str) -> None:
    annotation.Dest = sheet.named[name]


def by_action(_: Sheet, annotation: Any, name: str) -> None:
    annotation.A = Dictionary(S=Name.GoTo, D=String(name))


def by_height(sheet: Sheet, annotation: Any, name: str) -> None:
    page, _, _, top, _ = sheet.named[name]
    annotation.Dest = Array([page, Name.FitH, top])


def by_rectangle(sheet: Sheet, annotation: Any, name: str) -> None:
    page, _, left, top, _ = sheet.named[name]
    annotation.Dest = Array([page, Name.FitR, left, 0, 595, top])


def by_structure(sheet: Sheet, annotation: Any, name: str) -> None:
    annotation.A = Dictionary(S=Name.GoTo, SD=Array([sheet.elements[name], Name.Fit]))


def by_structure_and_place(sheet: Sheet, annotation: Any, name: str) -> None:
    by_structure(sheet, annotation, name)
    annotation.A.D = sheet.named[name]


def a_line_above(sheet: Sheet, annotation: Any, name: str) -> None:
    page, _, left, top, _ = sheet.named[name]
    annotation.Dest = Array([page, Name.XYZ, left, float(top) + 0.9 * LINE, 0])


@pytest.mark.parametrize(
    "aim",
    [
        by_name,
        by_old_name,
        by_dictionary,
        by_place,
        by_action,
        by_height,
        by_rectangle,
        by_structure,
        by_structure_and_place,
        a_line_above,
    ],
)
def test_a_destination_may_be_given_in_every_way_of_the_standard(aim: Aim):
    two = note("Two.", label="2", name="note-2", back="call-2")
    three = note("Three.", label="3", name="note-3", back="call-3")
    parts = (
        ("P", "Claim.", call()),
        ("P", "Again.", call("2", "note-2", "call-2")),
        ("P", "More.", call("3", "note-3", "call-3")),
    )
    citations = found(*parts, note("Proof."), two, three, aim=aim)
    assert [(each.jump, each.back, each.note) for each in citations] == [
        (True, True, "Proof."),
        (True, True, "Two."),
        (True, True, "Three."),
    ]


def to_the_page(sheet: Sheet, annotation: Any, name: str) -> None:
    annotation.Dest = Array([sheet.named[name][0], Name.Fit])


def to_the_top(sheet: Sheet, annotation: Any, name: str) -> None:
    annotation.Dest = Array([sheet.named[name][0], Name.XYZ, 0, 842, 0])


def to_another_file(_: Sheet, annotation: Any, name: str) -> None:
    annotation.A = Dictionary(S=Name.GoToR, F=String("other.pdf"), D=String(name))


def to_two_places(sheet: Sheet, annotation: Any, name: str) -> None:
    by_structure(sheet, annotation, name)
    to_the_top(sheet, annotation.A, name)
    annotation.A.D = annotation.A.Dest


def hidden(sheet: Sheet, annotation: Any, name: str) -> None:
    by_name(sheet, annotation, name)
    annotation.F = 2


def flat(sheet: Sheet, annotation: Any, name: str) -> None:
    by_name(sheet, annotation, name)
    left, bottom, right, _ = annotation.Rect
    annotation.Rect = Array([left, bottom, right, bottom])


def aside(sheet: Sheet, annotation: Any, name: str) -> None:
    by_name(sheet, annotation, name)
    left, bottom, right, top = annotation.Rect
    annotation.Rect = Array([left + 200, bottom, right + 200, top])


def nowhere(sheet: Sheet, annotation: Any, name: str) -> None:
    del sheet, annotation, name


@pytest.mark.parametrize(
    "aim", [to_the_page, to_the_top, to_another_file, to_two_places, hidden, flat, aside, nowhere]
)
def test_a_link_that_leads_nobody_to_the_note_is_no_jump(aim: Aim):
    assert found(("P", "Claim.", call()), note("Proof."), aim=aim) == (
        Citation("1", "Claim.", "Proof.", jump=False, back=False),
    )


PICTURE = "q 90 0 0 100 {x} {y} cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"
"""A hundred points high, with its foot on the baseline."""


def above(points: float) -> Aim:
    """Links to the first note lead so far above its text, all others to the text."""

    def aim(sheet: Sheet, annotation: Any, name: str) -> None:
        page, kind, left, top, zoom = sheet.named[name]
        annotation.Dest = Array([page, kind, left, float(top) + points * (name == "note"), zoom])

    return aim


@pytest.mark.parametrize("tag", ["Figure", "Formula"])
@pytest.mark.parametrize(("points", "jump"), [(0, True), (88, True), (40, True), (140, False)])
def test_a_note_whose_line_is_raised_by_a_picture_begins_at_either_top(
    points: float, tag: str, *, jump: bool
):
    figure = (tag, {"set": PICTURE, "entries": {"/Alt": String("picture")}})
    parts = (("P", "Claim.", call()), ("P", "Again.", call("2", "note-2", "call-2")))
    notes = (
        *[("P",)] * 6,
        note("One ", figure, " two."),
        note("Two.", label="2", name="note-2", back="call-2"),
    )
    one, two = found(*parts, *notes, aim=above(points))
    assert (one.note, one.jump, one.back) == ("One picture two.", jump, True)
    assert (two.jump, two.back) == (True, True)


def test_a_picture_on_another_page_raises_no_line():
    picture = PICTURE.replace("{y}", "700")
    figure = ("Figure", {"set": picture, "turn": True, "entries": {"/Alt": String("picture")}})
    parts = ("P", "Claim.", call()), ("P", "Again.", call("2", "note-2", "call-2")), ("P",)
    notes = note("Two.", label="2", name="note-2", back="call-2"), note("One ", figure)
    one, two = found(*parts, *notes, aim=above(60))
    assert (one.jump, two.jump) == (False, True)


def test_a_call_that_leads_to_another_note_is_told_by_its_mark():
    two = note("Two.", label="2", name="note-2", back="call-2")
    first, second = found(
        ("P", "A", call("1", "note-2")), ("P", "B", call("2", "note-2", "call-2")), note("One."), two
    )
    assert first == Citation("1", "A", "One.", jump=False)
    assert second == Citation("2", "AB", "Two.")


def test_call_and_note_of_different_numbers_are_both_testified():
    assert found(("P", "Claim.", call("3")), note("Proof.", label="9")) == (
        Citation("3 ≠ 9", "Claim.", "Proof."),
    )


def test_a_link_without_reference_is_a_call_if_it_shows_a_mark_and_leads_to_a_note():
    bare = ("Link", {"name": "call", "to": "note"}, "[1]")
    assert found(("P", "Claim.", bare), note("Proof.")) == (PROVEN,)


def test_a_link_to_a_note_that_shows_words_is_prose():
    cross = ("P", "See ", ("Link", {"to": "note"}, "that note"), " below. ")
    assert with_prose(cross).claim == "Seethatnotebelow."


def test_a_table_of_contents_calls_no_note():
    entry = ("TOCI", ("Reference", ("Link", {"to": "title"}, "1")))
    title = ("H1", {"name": "title"}, "Title")
    assert [each.claim for each in found(("TOC", entry), title, ("P", call()), note("Proof."))] == ["Title"]


def test_a_reference_whose_link_is_lost_is_a_call_that_leads_nowhere():
    bare = ("Reference", {"name": "call"}, "1")
    assert found(("P", "Claim.", bare), note("Proof.")) == (Citation("1", "Claim.", "Proof.", jump=False),)


def test_a_file_without_notes_carries_no_citation():
    assert found(("P", "Words.")) == ()


def test_roles_are_mapped_to_standard_ones():
    def map_roles(sheet: Sheet) -> None:
        roles = Dictionary(Fussnote=Name.Endnote, Endnote=Name.Note, Absatz=Name.P)
        sheet.pdf.Root.StructTreeRoot.RoleMap = roles

    tag, *rest = note("Proof.")
    assert tag == "Note"
    assert found(("Absatz", "Claim.", call()), ("Fussnote", *rest), more=map_roles) == (PROVEN,)


def test_roles_are_mapped_through_namespaces():
    space = Dictionary(
        Type=Name.Namespace,
        NS=String("https://example.org/ns"),
        RoleMapNS=Dictionary(fn=Array([Name.FENote, Dictionary(NS=String("http://iso.org/pdf2/ssn"))])),
    )
    _, options, *rest = note("Proof.")
    assert found(("P", "Claim.", call()), ("fn", options | {"entries": {"/NS": space}}, *rest)) == (PROVEN,)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (("Figure", {"entries": {"/Alt": String("a chart")}}, "pixels"), "a chart"),
        (
            ("Figure", {"entries": {"/Alt": String("a chart")}}, "pixels", ("Caption", "its caption")),
            "a chart its caption",
        ),
        (("Formula", {"entries": {"/Alt": String("x^2")}}, "x2"), "x^2"),
        (("Formula", {"entries": {"/ActualText": String("x^2")}}, ("Span", "x2")), "x^2"),
        (("L", numbered("Decimal"), ("LI", ("Lbl", "a."), ("LBody", "item"))), "item"),
        (("L", ("LI", ("Lbl", "1."), ("LBody", "item"))), "item"),
        (("L", numbered("None"), ("LI", ("Lbl", "Term"), ("LBody", "meaning"))), "Term meaning"),
        (("Artifact", "page 2"), ""),
        (("Link", {"uri": "https://example.org"}, "words"), "words"),
        (("Link", {"uri": "https://example.org"}, "https://example.org"), ""),
        (("Link", {"to": "elsewhere"}, "see there"), "see there"),
        (("Lbl", "Figure 1"), "Figure 1"),
        (("Span", {"set": "BT /F 12 Tf {x} {y} Td [(w) -20 (or) 5 (ds)] TJ ET"}), "words"),
        (("Span", {"set": "q BT /F 12 Tf 3 Tr ET Q BT /F 12 Tf {x} {y} Td (words) Tj ET"}), "words"),
        (("Span", {"set": "/Artifact BMC BT /F 12 Tf {x} {y} Td (words) Tj ET EMC"}), ""),
        (
            ("Span", {"set": "/Span <</ActualText (sdrow)>> BDC BT /F 12 Tf {x} {y} Td (words) Tj ET EMC"}),
            "words\u2028sdrow",
        ),
        (
            said("<FEFF05D005D1>", "ab"),
            "ab\u2028אב",
        ),
        (
            said("([one] two)", "]one[ two"),
            "[one] two",
        ),
        (said("(two one)", "one two"), "one two\u2028two one"),
        (said("(one two)", "onetwo"), "onetwo"),
        (said("(onetwo)", "one two"), "one two"),
        (("Span", {"set": f"/Span <</E (United Nations)>> BDC {SHOW.format('UN')} EMC"}), "UN"),
        (
            ("Span", {"entries": {"/Alt": String("lies"), "/ActualText": String("lies")}}, "words"),
            "words\u2028lies",
        ),
        (("Span", {"entries": {"/ActualText": String("Words")}}, "words"), "words"),
        (("Span", {"entries": {"/Alt": String("a word")}}, "words"), "words"),
        (("P", {"entries": {"/Alt": String("lies")}}, "words"), "words\u2028lies"),
        (("Span", {"entries": {"/E": String("United Nations")}}, "UN"), "UN"),
        (
            ("Span", {"set": "/Span <</ActualText (word)>> BDC BT /F 12 Tf {x} {y} Td (word-) Tj ET EMC"}),
            "word",
        ),
        (
            ("Span", {"set": "/Span <</ActualText (lies)>> BDC BT /F 12 Tf {x} {y} Td (words) Tj ET EMC"}),
            "words\u2028lies",
        ),
    ],
)
def test_what_a_note_says_is_what_its_tags_and_its_pages_show(content: tuple[Any, ...], words: str):
    assert with_note("Note: ", content).note == f"Note: {words}".strip()


def test_a_link_that_prints_another_address_says_which():
    target, printed = "https://evil.example/a", "https://good.example/a"
    citation = with_note("At ", ("Link", {"uri": target}, printed), ".")
    assert citation == Citation("1", "Claim.", "At .", (target,), (printed,))


def over(entries: Any, area: tuple[int, ...] = (0, 0, 595, 842)) -> Callable[[Sheet], None]:
    """Lay an annotation that is not in the structure tree over the page."""

    def lay(sheet: Sheet) -> None:
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array(area), **entries)
        sheet.page.obj.Annots.append(sheet.pdf.make_indirect(link))

    return lay


EVIL = Dictionary(S=Name.URI, URI=String("https://evil.example/"))
ELSEWHERE = (0, 0, 50, 50, 0, 0, 50, 50)


def test_a_link_under_another_leads_where_that_one_leads():
    printed = "https://good.example/a"
    parts = ("P", "Claim.", call()), note("At ", ("Link", {"uri": printed}, printed), ".")
    (citation,) = found(*parts, more=over({"A": EVIL}))
    assert (citation.links, citation.shown) == (("https://evil.example/",), (printed,))
    assert not citation.jump
    (citation,) = found(*parts, more=over({"A": EVIL, "QuadPoints": Array(ELSEWHERE)}))
    assert (citation.links, citation.jump) == ((printed,), True)


@pytest.mark.parametrize(
    ("action", "address"),
    [(EVIL, "https://evil.example/"), (Dictionary(S=Name.Launch, F=String("evil")), "launch:")],
)
def test_an_untagged_link_over_words_is_one_of_the_prose(action: Any, address: str):
    def links(area: tuple[int, ...]) -> tuple[object, object]:
        data = file(("P", "Claim.", call()), note("Proof."), more=over({"A": action}, area))
        prose = PdfInspector().inspect(data).prose
        return prose.links, prose.linked

    assert links((72, 770, 100, 790)) == ((address,), ((0, 1),))
    assert links((300, 300, 350, 350)) == ((), ())


def test_an_untagged_link_within_the_file_is_none_of_the_prose():
    within = over({"A": Dictionary(S=Name.GoTo, D=String("note"))})
    data = file(("P", "Claim.", call()), note("Proof."), more=within)
    assert PdfInspector().inspect(data).prose.links == ()


def test_a_note_that_nothing_calls_is_a_stray():
    other = note("Nobody's.", label="2", name="note-2", back="elsewhere")
    recovered = PdfInspector().inspect(file(("P", "Claim.", call()), note("Proof."), other))
    assert recovered.citations == (PROVEN,)
    assert recovered.strays == ("Nobody's.",)
    assert Facet.ALONE in recovered.facets


def test_names_that_are_given_twice_are_told():
    twice = {"entries": {"/ID": String("name")}}
    once, entry = (String("once"), Array([0])), (String("place"), Array([0]))

    def name_twice(sheet: Sheet) -> None:
        sheet.pdf.Root.Names = Dictionary(
            Dests=Dictionary(Kids=Array([Dictionary(Names=Array(names)) for names in (once + entry, entry)]))
        )

    data = file(("P", twice, "A"), ("P", twice, "B"), ("P", {"entries": {"/ID": String("other")}}, "C"))
    assert PdfInspector().inspect(data).repeated == ("name",)
    assert PdfInspector().inspect(file(("P", "A"), more=name_twice)).repeated == ("place",)


def test_an_address_over_two_lines_counts_once():
    first = (
        "Link",
        {"uri": "https://example.org/a"},
        "https://",
        ("Span", {"line": True, "uri": "https://example.org/a"}, "example.org/a"),
    )
    address = "https://example.org/a"
    assert with_note("At ", first, ".") == Citation("1", "Claim.", "At .", (address,), (address,))


def test_a_relative_address_is_none():
    assert with_note(("Link", {"uri": "chapter.html"}, "elsewhere")) == Citation("1", "Claim.", "elsewhere")


def test_a_way_back_that_leads_nowhere_adds_no_words():
    dead = ("Link", {"to": "elsewhere"}, "^2")
    assert with_note("Proof. ", dead) == PROVEN


def test_a_paragraph_and_a_note_go_on_over_the_page():
    (citation,) = found(
        ("P", "The claim ", ("Span", {"turn": True}, "goes on."), call()),
        note("The proof ", ("P", {"turn": True}, "does so too.")),
    )
    assert citation == Citation("1", "Theclaimgoeson.", "The proof does so too.")


def test_text_in_a_form_belongs_to_the_sequence_that_paints_it():
    def add_form(sheet: Sheet) -> None:
        form = sheet.pdf.make_stream(b"BT /F 12 Tf 72 300 Td (words) Tj ET")
        form.update(
            Dictionary(
                Subtype=Name.Form,
                BBox=Array([0, 0, 595, 842]),
                Resources=Dictionary(Font=Dictionary(F=sheet.font)),
            )
        )
        sheet.page.obj.Resources.XObject = Dictionary(X=form)

    assert with_prose(("P", {"set": "/X Do"}), more=add_form).claim == "words"


def test_words_behind_the_place_where_a_page_breaks_off_are_lost():
    def break_off(sheet: Sheet) -> None:
        content = sheet.page.obj.Contents.read_bytes()
        sheet.page.obj.Contents = sheet.pdf.make_stream(content[: content.index(b"Proof")])

    assert found(("P", "Claim.", call()), note("Proof."), more=break_off) == (Citation("1", "Claim.", ""),)


def test_a_glyph_of_unknown_text_stays_a_difference():
    def forget(sheet: Sheet) -> None:
        del sheet.font.Encoding

    assert with_prose(("P", "ab"), more=forget).claim == fonts.UNKNOWN * 2


def test_codes_are_read_by_the_fonts_own_map():
    pdf = pikepdf.new()
    cmap = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
    1 begincodespacerange <0000> <FFFF> endcodespacerange
    2 beginbfchar <0001> <0041> <0002> <00660066> endbfchar
    2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0078> <D835DC00>] endbfrange
    endcmap end end"""
    font = fonts.read(Dictionary(Subtype=Name.Type0, ToUnicode=pdf.make_stream(cmap)))
    assert font.text(bytes.fromhex("0001 0002 0010 0012 0020 0021 0003")) == "Affacx\U0001d400\ufffd"


def encrypted() -> bytes:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(file(("P", "Words.")))) as pdf:
        pdf.save(written, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return written.getvalue()


def empty(sheet: Sheet) -> None:
    sheet.pdf.Root.StructTreeRoot.K = Array()


def tie_a_knot(sheet: Sheet) -> None:
    document = sheet.pdf.Root.StructTreeRoot.K[0]
    document.K.append(document)


def nest(sheet: Sheet) -> None:
    innermost = sheet.pdf.Root.StructTreeRoot.K[0]
    for _ in range(300):
        innermost.K = Array([sheet.pdf.make_indirect(Dictionary(S=Name.Div, K=Array()))])
        innermost = innermost.K[0]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "no PDF, or is broken"),
        (b"<!doctype html>", "no PDF, or is broken"),
        (file(("P", "Words."))[:200], "no PDF, or is broken"),
        (encrypted(), "password"),
        (file(("P", "Words."), more=empty), "structure tree is empty"),
        (file(("P", "Words."), more=tie_a_knot), "no tree"),
        (file(("P", "Words."), more=nest), "200 elements deep"),
    ],
    ids=["empty", "html", "cut", "encrypted", "no element", "knot", "nested"],
)
def test_what_cannot_be_read_back_is_said_in_a_sentence(data: bytes, sentence: str):
    with pytest.raises(UnreadableError, match=sentence):
        PdfInspector().inspect(data)


def test_no_damage_to_the_bytes_raises_anything_else():
    data = file(("P", "Claim.", call()), note("Proof. ", ("Link", {"uri": "https://a.example"}, "there")))
    chance = random.Random(2)  # noqa: S311 - the same damages every time, nothing secret
    sentences = []
    for _ in range(300):
        broken = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            PdfInspector().inspect(bytes(broken))
        except UnreadableError as error:
            sentences.append(str(error))
    assert 0 < len(sentences) < 300
    assert {sentence[-1] for sentence in sentences} == {"."}
