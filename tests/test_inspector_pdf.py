"""The inspector for PDF testifies what a tagged file carries, by ISO 32000 alone.

The files are set by hand, in Courier: where everything stands is known.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from surefoot.errors import UnreadableError
from surefoot.inspectors.pdf import PdfInspector, fonts
from surefoot.promise import Aspect, Citation, Facet, Kind, Prose
from surefoot.text import LINE_END

LINE = 20
ADVANCE = 7.2
"""Of a letter in Courier at 12 points."""


class Sheet:
    """A tagged PDF under construction: parts are set one behind the other, a block begins a line."""

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        self.named: dict[str, Array] = {}
        self.elements: dict[str, Any] = {}
        self.links: list[tuple[Any, str]] = []
        self.contents: list[list[str]] = []
        self.font = self.pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier, Encoding=Name.WinAnsiEncoding
            )
        )
        self.off = self.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("off")))
        layers = Dictionary(OCGs=Array([self.off]), D=Dictionary(OFF=Array([self.off])))
        self.pdf.Root.OCProperties = layers
        self.turn()

    def turn(self) -> None:
        """Begin a page."""
        self.page = self.pdf.add_blank_page(page_size=(595, 842))
        self.page.obj.Resources = Dictionary(
            Font=Dictionary(F=self.font),
            ExtGState=Dictionary(Gone=Dictionary(ca=0), Half=Dictionary(ca=0.5), Here=Dictionary(ca=1)),
            Properties=Dictionary(Off=self.off),
        )
        self.page.obj.Annots = Array()
        self.contents.append([])
        self.mcids, self.x, self.y = 0, 72.0, 800.0

    def add(self, parent: Any, part: str | tuple[Any, ...]) -> None:
        """Set a part: words, or a tag with options and parts of its own."""
        if isinstance(part, str):
            parent.K.append(self.words(part, "BT /F 12 Tf {x} {y} Td ({words}) Tj ET"))
            return
        tag, *kids = part
        options = kids.pop(0) if kids and isinstance(kids[0], dict) else {}
        if options.get("turn"):
            self.turn()
        if tag in {"P", "H1", "H2", "Caption"} or options.get("line"):
            self.x, self.y = 72.0, self.y - LINE
        element = self.pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{tag}"), P=parent, K=Array())
        )
        for key, value in options.get("entries", {}).items():
            element[key] = value
        parent.K.append(element)
        if name := options.get("name"):
            self.named[name] = Array([self.page.obj, Name.XYZ, self.x - 1, self.y + 12, 0])
            self.elements[name] = element
        left = self.x
        if "set" in options:
            element.K.append(self.words(options.get("words", "words"), options["set"]))
        for kid in kids:
            self.add(element, kid)
        for key in ("to", "uri"):
            if key in options:
                self.link(element, left, key, options[key])

    def words(self, words: str, how: str) -> Any:
        literal = words.replace("(", r"\(").replace(")", r"\)")
        filled = how.format(x=self.x, y=self.y, words=literal)
        self.contents[-1].append(f"/Span <</MCID {self.mcids}>> BDC {filled} EMC")
        self.x += ADVANCE * len(words)
        self.mcids += 1
        return Dictionary(Type=Name.MCR, Pg=self.page.obj, MCID=self.mcids - 1)

    def link(self, element: Any, left: float, key: str, target: str) -> None:
        area = Array([left, self.y - 3, max(self.x, left + ADVANCE), self.y + 9])
        annotation = self.pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=area))
        self.page.obj.Annots.append(annotation)
        element.K.append(Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self.page.obj))
        if key == "uri":
            annotation.A = Dictionary(S=Name.URI, URI=String(target))
        else:
            self.links.append((annotation, target))


SHOW = "BT /F 12 Tf {{x}} {{y}} Td ({}) Tj ET"


def said(replacement: str, shown: str) -> tuple[Any, ...]:
    """A Span whose shown words have a replacement text, given as PDF writes it."""
    return "Span", {"set": f"/Span <</ActualText {replacement}>> BDC {SHOW.format(shown)} EMC"}


Aim = Callable[[Sheet, Any, str], None]
"""Writes into an annotation whither it leads: to what bears a name."""


def file(*parts: Any, aim: Aim | None = None, more: Callable[[Sheet], None] = lambda _: None) -> bytes:
    """Return a tagged PDF that holds ``parts``; a link to a name that nothing bears leads nowhere."""
    sheet = Sheet()
    root = sheet.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array()))
    sheet.pdf.Root.StructTreeRoot, sheet.pdf.Root.MarkInfo = root, Dictionary(Marked=True)
    sheet.add(root, ("Document", *parts))
    names = Array([entry for name in sorted(sheet.named) for entry in (String(name), sheet.named[name])])
    sheet.pdf.Root.Names = Dictionary(Dests=Dictionary(Names=names))
    for annotation, name in sheet.links:
        (aim or by_name)(sheet, annotation, name)
    for page, content in zip(sheet.pdf.pages, sheet.contents, strict=True):
        page.obj.Contents = sheet.pdf.make_stream("\n".join(content).encode("cp1252"))
    more(sheet)
    written = io.BytesIO()
    sheet.pdf.save(written, deterministic_id=True)
    return written.getvalue()


def found(*parts: Any, **how: Any) -> tuple[Citation, ...]:
    return PdfInspector().inspect(file(*parts, **how)).citations


def call(mark: str = "1", to: str = "note", name: str = "call") -> tuple[Any, ...]:
    return "Reference", {"name": name}, ("Link", {"to": to}, mark)


def note(*content: Any, label: Any = "1", name: str = "note", back: str = "call") -> tuple[Any, ...]:
    return "Note", {"name": name, "line": True}, ("Lbl", ("Link", {"to": back}, label)), *content


def with_note(*content: Any) -> Citation:
    (citation,) = found(("P", "Claim.", call()), note(*content))
    return citation


def with_prose(*content: Any, **how: Any) -> Citation:
    (citation,) = found(*content, ("P", call()), note("Proof."), **how)
    return citation


PROVEN = Citation("1", "Claim.", "Proof.")


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


def by_name(_: Sheet, annotation: Any, name: str) -> None:
    annotation.Dest = String(name)


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


@pytest.mark.parametrize(("points", "jump"), [(0, True), (88, True), (40, True), (140, False)])
def test_a_note_whose_line_is_raised_by_a_picture_begins_at_either_top(points: float, *, jump: bool):
    figure = ("Figure", {"set": PICTURE, "entries": {"/Alt": String("picture")}})
    parts = (("P", "Claim.", call()), ("P", "Again.", call("2", "note-2", "call-2")))
    notes = (
        *[("P",)] * 6,
        note("One ", figure, " two."),
        note("Two.", label="2", name="note-2", back="call-2"),
    )
    one, two = found(*parts, *notes, aim=above(points))
    assert (one.note, one.jump, one.back) == ("One picture two.", jump, True)
    assert (two.jump, two.back) == (True, True)


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
    assert [each.claim for each in found(("TOC", entry), title, ("P", call()), note("Proof."))] == ["1Title"]


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


def numbered(kind: str) -> dict[str, Any]:
    return {"entries": {"/A": Dictionary(O=Name.List, ListNumbering=Name(f"/{kind}"))}}


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
            "words",
        ),
        (
            said("<FEFF05D005D1>", "ab"),
            "ab",
        ),
        (
            said("([one] two)", "]one[ two"),
            "[one] two",
        ),
        (said("(two one)", "one two"), "one two"),
        (said("(one two)", "onetwo"), "onetwo"),
        (said("(onetwo)", "one two"), "one two"),
        (("Span", {"set": f"/Span <</E (United Nations)>> BDC {SHOW.format('UN')} EMC"}), "UN"),
        (("Span", {"entries": {"/Alt": String("lies"), "/ActualText": String("lies")}}, "words"), "words"),
        (("Span", {"entries": {"/E": String("United Nations")}}, "UN"), "UN"),
        (
            ("Span", {"set": "/Span <</ActualText (word)>> BDC BT /F 12 Tf {x} {y} Td (word-) Tj ET EMC"}),
            "word",
        ),
        (
            ("Span", {"set": "/Span <</ActualText (lies)>> BDC BT /F 12 Tf {x} {y} Td (words) Tj ET EMC"}),
            "words",
        ),
    ],
)
def test_what_a_note_says_is_what_its_tags_and_its_pages_show(content: tuple[Any, ...], words: str):
    assert with_note("Note: ", content).note == f"Note: {words}".strip()


HIDDEN = {
    "invisible by its rendering mode": "BT /F 12 Tf 3 Tr {x} {y} Td ({words}) Tj 0 Tr ET",
    "used to clip": "q BT /F 12 Tf 7 Tr {x} {y} Td ({words}) Tj ET Q",
    "of no size": "BT /F 0 Tf {x} {y} Td ({words}) Tj ET",
    "of no height": "BT /F 12 Tf 0 0 0 0 {x} {y} Tm ({words}) Tj ET",
    "of one point": "BT /F 1 Tf {x} {y} Td ({words}) Tj ET",
    "over the edge": "BT /F 12 Tf 592 {y} Td ({words}) Tj ET",
    "off the page": "BT /F 12 Tf {x} -30 Td ({words}) Tj ET",
    "clipped away": "q 0 0 0 0 re W n BT /F 12 Tf {x} {y} Td ({words}) Tj ET Q",
    "clipped in part": "q {x} {y} 1 20 re W n BT /F 12 Tf {x} {y} Td ({words}) Tj ET Q",
    "white on white": "1 g BT /F 12 Tf {x} {y} Td ({words}) Tj ET 0 g",
    "black on black": "{x} {y} 40 12 re f BT /F 12 Tf {x} {y} Td ({words}) Tj ET",
    "covered": "BT /F 12 Tf {x} {y} Td ({words}) Tj ET 1 g {x} {y} 46 22 re f 0 g",
    "covered by black": "BT /F 12 Tf {x} {y} Td ({words}) Tj ET {x} {y} 46 22 re f",
    "covered by grey": "BT /F 12 Tf {x} {y} Td ({words}) Tj ET .7 g {x} {y} 46 22 re f 0 g",
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
    "white on black": "{x} {y} 46 12 re f 1 g BT /F 12 Tf {x} {y} Td ({words}) Tj ET 0 g",
    "black on grey": ".6 g {x} {y} 46 12 re f 0 g BT /F 12 Tf {x} {y} Td ({words}) Tj ET",
    "grey": ".7 g BT /F 12 Tf {x} {y} Td ({words}) Tj ET 0 g",
    "outlined": "BT /F 12 Tf 1 Tr {x} {y} Td ({words}) Tj 0 Tr ET",
    "small": "BT /F 4 Tf {x} {y} Td ({words}) Tj ET",
    "in a frame": "BT /F 12 Tf {x} {y} Td ({words}) Tj ET {x} {y} 46 12 re S",
    "struck through": "BT /F 12 Tf {x} {y} Td ({words}) Tj ET q 1 0 0 1 0 3 cm {x} {y} 46 1 re f Q",
    "clipped to more than itself": "q 0 0 595 842 re W n BT /F 12 Tf {x} {y} Td ({words}) Tj ET Q",
    "half transparent": "/Half gs BT /F 12 Tf {x} {y} Td ({words}) Tj ET /Here gs",
    "under a veil": "BT /F 12 Tf {x} {y} Td ({words}) Tj ET /Half gs 1 g {x} {y} 46 12 re f 0 g /Here gs",
    "turned": "BT /F 12 Tf 0 1 -1 0 {x} {y} Tm ({words}) Tj ET",
}


@pytest.mark.parametrize("how", SEEN.values(), ids=SEEN)
def test_a_note_that_can_be_read_is_seen(how: str):
    assert with_note(("Span", {"set": how})) == Citation("1", "Claim.", "words")


def test_a_page_that_is_turned_and_cut_is_looked_at_as_it_is_shown():
    def turn(sheet: Sheet) -> None:
        sheet.page.obj.Rotate, sheet.page.obj.CropBox = 90, Array([60, 700, 400, 842])

    hidden = note(("Span", {"set": HIDDEN["white on white"]}))
    assert found(("P", "Claim.", call()), note("Proof."), more=turn) == (PROVEN,)
    assert found(("P", "Claim.", call()), hidden, more=turn) == (
        Citation("1", "Claim.", "words", seen=False),
    )


def test_a_note_under_an_annotation_is_hidden():
    def cover(sheet: Sheet) -> None:
        look = sheet.pdf.make_stream(b"1 g 0 0 200 20 re f", Subtype=Name.Form, BBox=Array([0, 0, 200, 20]))
        area = Array([70, 755, 270, 775])
        square = Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=area, AP=Dictionary(N=look), F=4)
        sheet.page.obj.Annots.append(sheet.pdf.make_indirect(square))

    (citation,) = found(("P", "Claim.", call()), note("Proof."), more=cover)
    assert citation == replace(PROVEN, seen=False)


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
        (("one", ("Span", {"set": "BT /F 6 Tf {x} {y} Td 5 Ts (2) Tj ET"})), "one2"),
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


def test_a_link_that_prints_another_address_says_which():
    target, printed = "https://evil.example/a", "https://good.example/a"
    citation = with_note("At ", ("Link", {"uri": target}, printed), ".")
    assert citation == Citation("1", "Claim.", "At .", (target,), (printed,))


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


def test_marks_in_brackets_are_apart():
    two = note("Two.", label="2", name="note-2", back="call-2")
    claim = ("P", "A", call("[1]"), call("[2]", "note-2", "call-2"))
    assert [each.apart for each in found(claim, note("One."), two)] == [True, True]


def test_a_note_that_nothing_calls_is_a_stray():
    other = note("Nobody's.", label="2", name="note-2", back="elsewhere")
    recovered = PdfInspector().inspect(file(("P", "Claim.", call()), note("Proof."), other))
    assert recovered.citations == (PROVEN,)
    assert recovered.strays == ("Nobody's.",)
    assert Facet.ALONE in recovered.facets


def test_names_that_are_given_twice_are_told():
    twice = {"entries": {"/ID": String("name")}}
    entry = String("place"), Array([0])

    def name_twice(sheet: Sheet) -> None:
        sheet.pdf.Root.Names = Dictionary(
            Dests=Dictionary(Kids=Array([Dictionary(Names=Array(entry)), Dictionary(Names=Array(entry))]))
        )

    data = file(("P", twice, "A"), ("P", twice, "B"), ("P", {"entries": {"/ID": String("other")}}, "C"))
    assert PdfInspector().inspect(data).repeated == ("name",)
    assert PdfInspector().inspect(file(("P", "A"), more=name_twice)).repeated == ("place",)


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


def test_notes_that_are_gathered_at_the_end_are_not_asked_to_be_near():
    calls = called(1), ("P", FAR, "Prose."), called(2, turn=True), called(3, turn=True)
    gathered = ("H2", "Notes"), noted(1), noted(2), noted(3, turn=True)
    assert on_pages(*calls, *gathered) == (False, [True, True, True])


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
        items=("one inner", "inner"),
        quotations=("Quoted, twice.",),
    )


def test_headings_begin_below_a_title_that_is_no_h1():
    assert prose(("Title", "Title"), ("H1", "Method")).headings == ("1 Title", "2 Method")
    assert prose(("P", "Title"), ("H1", "Method"), ("H1", "End")).headings == ("2 Method", "2 End")
    assert prose(("H1", "Title"), ("H2", "Method")).headings == ("1 Title", "2 Method")


def test_a_section_of_notes_has_its_heading_for_itself():
    notes = "Sect", ("H2", "Notes"), note("Proof.")
    assert prose(("P", "Claim.", call()), notes).blocks == ("Claim.",)


def test_links_of_the_prose_tell_where_they_lead_and_what_else_they_print():
    address = "https://a.example/"
    told = prose(
        ("P", "See ", ("Link", {"uri": address}, address), ", ", ("Link", {"uri": address}, "this"), "."),
        ("P", ("Link", {"uri": "https://b.example/"}, address), ("Link", {"to": "x"}, "there")),
        ("P", ("Link", {"uri": address}, alt("Figure", "A chart"))),
    )
    assert told.links == (address, address, f"{address} → https://b.example/", address)
    assert told.images == ("A chart",)
    assert told.blocks == ("See , this.", "there", "A chart")


def cite(words: str, to: str) -> tuple[Any, ...]:
    return "Reference", ("Link", {"to": to}, words)


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


def test_a_file_without_entries_is_not_asked_for_citations_in_the_text():
    assert PdfInspector().inspect(file(("P", "Claim."))).entries == frozenset()


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
