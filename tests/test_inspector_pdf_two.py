"""The inspector for PDF reads what PDF 2.0 adds: namespaces, FENote, Ref, structure destinations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, String

from pdfs import PROVEN, Aim, Sheet, file, found
from surefoot.inspectors.pdf import PdfInspector
from surefoot.promise import Aspect, Citation, Facet, Prose, Recovered

SPACE = "http://iso.org/pdf2/ssn"
MATHML = "http://www.w3.org/1998/Math/MathML"


def prose(*parts: Any, more: Callable[[Sheet], None] = lambda _: None) -> Prose:
    return PdfInspector().inspect(file(*parts, more=more)).prose


def own(uri: str = SPACE, **roles: Any) -> dict[str, Any]:
    """Return the options of an element that is in a namespace of its own."""
    return {
        "entries": {"/NS": Dictionary(Type=Name.Namespace, NS=String(uri), RoleMapNS=Dictionary(**roles))}
    }


def call(mark: str = "1", to: str = "note", name: str = "call", tag: str = "Lbl") -> tuple[Any, ...]:
    return tag, {"name": name}, ("Link", {"to": to, "name": f"link-{name}"}, mark)


def note(text: str = "Proof.", name: str = "note", back: str = "call", **more: Any) -> tuple[Any, ...]:
    label = "Lbl", ("Link", {"to": back, "name": f"back-{name}"}, "1")
    return "FENote", {"name": name, "line": True, **more}, label, ("P", text)


def refer(*pairs: tuple[str, str]) -> Callable[[Sheet], None]:
    def write(sheet: Sheet) -> None:
        for one, other in pairs:
            sheet.elements[one].Ref = Array([sheet.elements[other]])

    return write


def by_structure(sheet: Sheet, annotation: Any, name: str) -> None:
    annotation.A = Dictionary(S=Name.GoTo, SD=Array([sheet.elements[name], Name.Fit]))


def by_both(sheet: Sheet, annotation: Any, name: str) -> None:
    by_structure(sheet, annotation, name)
    annotation.A.D = Array([sheet.named[name][0], Name.Fit])


def by_array(sheet: Sheet, annotation: Any, name: str) -> None:
    annotation.Dest = Array([sheet.elements[name], Name.XYZ, 0, 0, 0])


def by_dictionary(sheet: Sheet, annotation: Any, name: str) -> None:
    held = Dictionary(D=sheet.named[name], SD=Array([sheet.elements[name], Name.Fit]))
    sheet.pdf.Root.Names.Dests.Names.extend([String(f"to {name}"), held])
    annotation.Dest = String(f"to {name}")


@pytest.mark.parametrize("aim", [by_structure, by_both, by_array, by_dictionary])
@pytest.mark.parametrize("tag", ["Lbl", "Sub", "Reference", "Span"])
def test_links_may_name_elements_instead_of_places(aim: Aim, tag: str):
    parts = ("P", "Claim.", call(tag=tag)), note()
    assert found(*parts, aim=aim, more=refer(("link-call", "note"))) == (PROVEN,)


def test_an_element_and_a_place_that_are_named_together_are_one():
    def astray(sheet: Sheet, annotation: Any, name: str) -> None:
        by_structure(sheet, annotation, name)
        annotation.A.D = Array([sheet.pdf.pages[1].obj, Name.Fit])

    parts = ("P", "Claim.", call()), note(), ("P", {"turn": True}, "More.")
    (citation,) = found(*parts, aim=astray, more=refer(("call", "note")))
    assert (citation.jump, citation.back) == (False, False)


def test_a_structure_destination_of_another_element_leads_astray():
    def astray(sheet: Sheet, annotation: Any, _: str) -> None:
        annotation.A = Dictionary(S=Name.GoTo, SD=Array([sheet.elements["other"], Name.Fit]))

    parts = ("P", {"name": "other"}, "Claim.", call()), note()
    (citation,) = found(*parts, aim=astray, more=refer(("call", "note")))
    assert citation == Citation("1", "Claim.", "Proof.", jump=False, back=False)


@pytest.mark.parametrize("referring", ["call", "link-call"])
def test_what_refers_to_a_note_calls_it_whatever_it_shows(referring: str):
    parts = ("P", "Claim.", call("*")), note()
    assert [each.mark for each in found(*parts, more=refer((referring, "note")))] == ["* ≠ 1"]


@pytest.mark.parametrize("tag", ["Lbl", "Sub", "Span", "Em"])
def test_what_refers_to_a_note_without_a_link_is_a_call_that_leads_nowhere(tag: str):
    parts = ("P", "Claim.", (tag, {"name": "call"}, "1")), note()
    citations = found(*parts, more=refer(("call", "note"), ("note", "call")))
    assert citations == (Citation("1", "Claim.", "Proof.", jump=False),)


def test_what_refers_to_no_note_is_words():
    parts = ("P", "See ", ("Span", {"name": "to"}, "the table"), "."), ("P", {"name": "there"}, "There.")
    assert prose(*parts, more=refer(("to", "there"))).blocks == ("See the table.", "There.")


def test_a_call_that_refers_to_another_note_than_its_link_leads_nowhere():
    second = "FENote", {"name": "other", "line": True}, ("Lbl", "2"), ("P", "More.")
    parts = ("P", "Claim.", call()), note(), second
    (citation,) = found(*parts, more=refer(("call", "other")))
    assert citation == Citation("1", "Claim.", "Proof.", jump=False)


def test_the_label_of_a_note_may_refer_to_the_call():
    def write(sheet: Sheet) -> None:
        refer(("note", "call"))(sheet)
        label = sheet.elements["note"].K[0]
        label.Ref = Array([sheet.elements["call"]])

    assert found(("P", "Claim.", call()), note(), more=write) == (PROVEN,)


def test_a_namespace_maps_its_elements_to_those_of_the_standard():
    fussnote = own("https://example.org/ns", fussnote=Name.FENote)
    tag, options, *rest = note()
    parts = ("P", "Claim.", call()), ("fussnote", {**options, **fussnote}, *rest)
    assert tag == "FENote"
    assert found(*parts) == (PROVEN,)


def test_a_role_may_lead_from_one_namespace_into_another():
    def map_roles(sheet: Sheet) -> None:
        standard = sheet.pdf.make_indirect(Dictionary(Type=Name.Namespace, NS=String(SPACE)))
        roles = sheet.elements["note"].NS.RoleMapNS
        roles.fussnote = Array([Name.FENote, standard])

    _, options, *rest = note()
    parts = ("P", "Claim.", call()), ("fussnote", {**options, **own("https://example.org/ns")}, *rest)
    assert found(*parts, more=map_roles) == (PROVEN,)


def test_elements_of_pdf_2_are_read_by_their_kinds():
    told = prose(
        ("Title", {"line": True}, "Title"),
        ("Sect", ("H1", "Method"), ("P", "Words with ", ("Em", "stress"), " and ", ("Strong", "force"), ".")),
        ("Aside", ("P", "Beside.")),
        ("Artifact", ("P", "Page 1")),
        ("P", ("Sub", "One line, "), ("Sub", {"line": True}, "another.")),
    )
    assert told.headings == ("1 Title", "2 Method")
    assert told.blocks == (
        "Title",
        "Method",
        "Words with stress and force.",
        "Beside.",
        "One line, another.",
    )


# Formulas


def associated(
    markup: bytes, kind: str = "/application/mathml+xml", key: str = "F"
) -> Callable[[Sheet], None]:
    """Associate a file with the formula."""

    def write(sheet: Sheet) -> None:
        stream = sheet.pdf.make_stream(markup, Type=Name.EmbeddedFile, Subtype=Name(kind))
        held = Dictionary(Type=Name.Filespec, F=String("f.mml"), AFRelationship=Name.Supplement)
        held.EF = Dictionary({f"/{key}": stream})
        sheet.elements["formula"].AF = Array([sheet.pdf.make_indirect(held)])

    return write


TEX = (
    f'<math xmlns="{MATHML}"><semantics><mi>x</mi>'
    '<annotation encoding="application/x-tex">x_1</annotation></semantics></math>'
).encode()
FORMULA = "P", "So ", ("Formula", {"name": "formula"}, "x1"), "."


@pytest.mark.parametrize("key", ["F", "UF"])
def test_a_formula_without_words_is_the_tex_of_its_mathml(key: str):
    assert prose(FORMULA, more=associated(TEX, key=key)).blocks == ("So x_1\u2028.",)


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        (b"", "/application/mathml+xml"),
        (b"<", "/application/mathml+xml"),
        (TEX.replace(b"x-tex", b"x-other"), "/application/mathml+xml"),
        (TEX, "/text/xml"),
    ],
)
def test_a_formula_without_words_and_tex_is_what_it_shows(markup: bytes, kind: str):
    assert prose(FORMULA, more=associated(markup, kind)).blocks == ("So x1.",)


def test_a_formula_in_words_is_these():
    said = "P", "So ", ("Formula", {"name": "formula", "entries": {"/Alt": String("x")}}, ("math", "x1")), "."
    assert prose(said, more=associated(TEX)).blocks == ("So x\u2028.",)


def test_mathml_in_the_structure_tree_is_what_it_shows():
    def element(tag: str, *kids: Any) -> tuple[Any, ...]:
        return tag, own(MATHML), *kids

    formula = "Formula", element("math", element("mi", "x"), element("mo", "="), element("mn", "1"))
    assert prose(("P", "So ", formula, ".")).blocks == ("So x=1.",)


# What a note says that it is


def kind(name: str) -> dict[str, Any]:
    return {"entries": {"/A": Dictionary(O=Name.FENote, NoteType=Name(f"/{name}"))}}


def notes_behind(kind_of_note: dict[str, Any]) -> tuple[Citation, ...]:
    """Two calls, and both notes three pages on."""
    turned = [("P", {"turn": True}, "More.") for _ in range(3)]
    calls = ("P", "Claim.", call()), ("P", "Again.", call(to="note-2", name="call-2", mark="2"))
    return found(
        *calls, *turned, note(**kind_of_note), note("More.", name="note-2", back="call-2", **kind_of_note)
    )


@pytest.mark.parametrize(
    ("options", "near"), [(kind("Footnote"), False), (kind("Endnote"), True), ({}, True)]
)
def test_a_note_that_says_it_is_a_footnote_stands_near_its_call(options: dict[str, Any], *, near: bool):
    assert [each.near for each in notes_behind(options)] == [near, near]


@pytest.mark.parametrize(("options", "asked"), [(kind("Footnote"), True), (kind("Endnote"), False)])
def test_whether_notes_stand_near_is_asked_of_footnotes(options: dict[str, Any], *, asked: bool):
    carried = PdfInspector().inspect(file(("P", "Claim.", call()), note(**options))).facets
    assert (Facet.NEAR in carried) is asked


# Files for paper


def on_paper(*parts: Any, more: Callable[[Sheet], None]) -> Recovered:
    """Return what is told of a file from which all annotations are taken."""

    def take(sheet: Sheet) -> None:
        more(sheet)
        for page in sheet.pdf.pages:
            page.obj.Annots = Array()
        for element in sheet.elements.values():
            element.K = Array([kid for kid in element.K if kid.get("/Type") != "/OBJR"])

    return PdfInspector().inspect(file(*parts, more=take))


REFERENCE = "Reference", {"name": "call"}, "1"
LINKED = {Facet.LINKS, Facet.SHOWN, Facet.JUMP, Facet.BACK}


def printed(*words: Any) -> tuple[Any, ...]:
    """Return a call and a note of these ``words`` without any link."""
    held = "FENote", {"name": "note", "line": True}, ("Lbl", "1"), ("P", *words)
    return ("P", "Claim.", REFERENCE), held


def test_a_file_for_paper_is_not_asked_for_links():
    told = on_paper(*printed("Proof."), more=refer(("call", "note")))
    assert told.citations == (replace(PROVEN, back=False),)
    assert not LINKED & told.facets
    assert Aspect.LINKS not in told.aspects


def for_a_press(sheet: Sheet) -> None:
    sheet.pdf.Root.OutputIntents = Array([Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX)])


def for_everybody(sheet: Sheet) -> None:
    refer(("call", "note"))(sheet)
    claim = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="2"/></rdf:RDF></x:xmpmeta>"""
    sheet.pdf.Root.Metadata = sheet.pdf.make_stream(claim.encode())


def for_nobody(_: Sheet) -> None:
    """Leave the file as it is."""


@pytest.mark.parametrize(("more", "asked"), [(for_a_press, False), (for_everybody, True), (for_nobody, True)])
def test_a_file_without_links_is_not_for_paper_by_that_alone(more: Callable[[Sheet], None], *, asked: bool):
    assert (Facet.JUMP in on_paper(*printed("Proof."), more=more).facets) is asked


def test_the_links_of_a_file_for_paper_are_the_addresses_that_they_print():
    linked = ("Link", {"name": "bare"}, "https://a.example/b"), " and ", ("Link", {"name": "words"}, "words")
    (citation,) = on_paper(*printed("See ", *linked), more=refer(("call", "note"))).citations
    assert (citation.note, citation.links) == ("See and words", ("https://a.example/b",))


def test_a_sign_on_paper_is_a_word():
    linked = "Link", {"name": "sign"}, "+"
    (citation,) = on_paper(*printed("See ", linked, " here"), more=refer(("call", "note"))).citations
    assert citation.note == "See + here"


def test_a_citation_of_a_file_for_paper_refers_to_its_entry():
    cited = "P", "Claim (", ("Reference", {"name": "cite"}, "ibid."), ")"
    entries = [("P", ("BibEntry", {"name": name}, f"{name.title()} 2020.")) for name in ("doe", "roe")]
    told = on_paper(cited, *entries, more=refer(("cite", "roe")))
    assert [each.note for each in told.citations] == ["Roe 2020."]
    assert not LINKED & told.entries
