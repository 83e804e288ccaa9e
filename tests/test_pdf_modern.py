"""The tags of PDF 2.0, by the clauses of ISO 14289-2 and ISO 32000-2: no validator of these is at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from conftest import ROOT
from surefoot import verify
from surefoot.inspectors.pdf import PdfInspector
from surefoot.source import read
from surefoot.writers.pdf import PdfWriter
from surefoot.writers.pdf.tagging.modern import NAMESPACE, TYPES
from tagged import elements, opened

SAMPLES = [ROOT / "source" / "brief.md", *sorted((ROOT / "tests" / "samples").glob("*.md"))]


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda path: path.stem)
def made(request: pytest.FixtureRequest) -> tuple[Any, bytes]:
    document = read(request.param)
    document = replace(document, settings=replace(document.settings, pdf_variant="ua-2"))
    return document, PdfWriter().write(document).data


@pytest.fixture
def pdf(made: tuple[Any, bytes]) -> Iterator[pikepdf.Pdf]:
    with opened(made[1]) as found:
        yield found


def of(pdf: pikepdf.Pdf, *types: str) -> list[pikepdf.Object]:
    return [each for each in elements(pdf) if each.S in types]


def links(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for page in pdf.pages:
        yield from page.get("/Annots", [])


def outline(item: pikepdf.Object) -> Iterator[pikepdf.Object]:
    while item is not None:
        yield item
        yield from outline(item.get("/First"))
        item = item.get("/Next")


def keys(parts: Any) -> set[tuple[int, int]]:
    return {each.objgen for each in parts}


def test_every_promise_is_kept(made: tuple[Any, bytes]) -> None:
    document, data = made
    found = PdfInspector().inspect(data)
    assert verify.compare(document.citations, found, document.prose) == ()
    assert verify.compare_prose(document.prose, found) == ()


def test_the_tree_has_one_root_a_document_of_pdf_2(pdf: pikepdf.Pdf) -> None:
    """ISO 14289-2, 8.2.5.2."""
    (root,) = pdf.Root.StructTreeRoot.K
    assert root.S == "/Document"
    assert root.NS.NS == NAMESPACE
    assert keys(pdf.Root.StructTreeRoot.Namespaces) == {root.NS.objgen}


def test_each_type_is_of_the_standard_that_has_it(pdf: pikepdf.Pdf) -> None:
    """ISO 14289-2, 8.2.4; ISO 32000-2, 14.8.6: what PDF 2.0 has given up is of PDF 1.7."""
    types = elements(pdf)
    assert {str(each.S)[1:] for each in types if "/NS" not in each} <= {
        *"BlockQuote Reference BibEntry Code Quote TOC TOCI".split()
    }
    assert all(str(each.S)[1:] in TYPES for each in elements(pdf) if "/NS" in each)


def test_notes_and_what_refers_to_them_name_each_other(pdf: pikepdf.Pdf) -> None:
    """ISO 14289-2, 8.2.5.14."""
    notes = of(pdf, "/FENote")
    for note in notes:
        assert (note.A.O, note.A.NoteType) == ("/FENote", "/Footnote")
        assert note.Ref
        for reference in note.Ref:
            assert reference.S == "/Reference"
            assert note.objgen in keys(reference.Ref)
    named = [ref.objgen for reference in of(pdf, "/Reference") for ref in reference.Ref]
    assert keys(notes) <= set(named)


def test_the_title_is_one_and_headings_begin_below_it(pdf: pikepdf.Pdf) -> None:
    assert len(of(pdf, "/Title")) == 1
    levels = [int(str(each.S)[2:]) for each in of(pdf, *(f"/H{level}" for level in range(1, 7)))]
    assert levels[:1] in ([1], [])
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_links_within_the_file_lead_to_elements(pdf: pikepdf.Pdf) -> None:
    """ISO 14289-2, 8.8."""
    known = keys(elements(pdf))
    for annotation in links(pdf):
        assert "/Dest" not in annotation
        assert annotation.Contents
        if annotation.A.S == "/GoTo":
            assert annotation.A.SD[0].objgen in known
            assert annotation.A.D[0].Type == "/Page"


def test_the_outline_leads_to_the_headings(pdf: pikepdf.Pdf) -> None:
    """ISO 14289-2, 8.8."""
    headings = of(pdf, "/Title", *(f"/H{level}" for level in range(1, 7)))
    items = list(outline(pdf.Root.Outlines.First))
    assert [item.A.SD[0].objgen for item in items] == [each.objgen for each in headings]


def test_labelled_lists_say_what_their_labels_are(pdf: pikepdf.Pdf) -> None:
    """ISO 14289-2, 8.2.5.25."""
    assert all(each.A.ListNumbering != "/None" for each in of(pdf, "/L"))


def test_the_file_has_no_information_dictionary(pdf: pikepdf.Pdf) -> None:
    """ISO 19005-4, 6.1.3."""
    assert "/Info" not in pdf.trailer
    assert "/ID" in pdf.trailer
    assert "/Filter" not in pdf.Root.Metadata


def test_enclosed_files_are_associated_and_named(pdf: pikepdf.Pdf) -> None:
    """ISO 19005-4, annex A: level F wants embedded files."""
    files = pdf.Root.Names.EmbeddedFiles.Names[1::2]
    assert keys(files) == keys(pdf.Root.AF)
    assert {str(file.AFRelationship) for file in files} >= {"/Source", "/Supplement"}


@pytest.fixture
def modern(source: Callable) -> Callable[[str], pikepdf.Pdf]:
    front = "---\ntitle: T\npdf-variant: ua-2\n---\n\n"
    return lambda text: opened(PdfWriter().write(read(source(front + text))).data)


def test_stress_is_said(modern: Callable) -> None:
    """ISO 32000-2, 14.8.4.7.2."""
    with modern("*Softly* and **loudly**.") as pdf:
        assert [str(each.S) for each in of(pdf, "/Em", "/Strong")] == ["/Em", "/Strong"]


def test_definitions_are_a_list_that_says_so(modern: Callable) -> None:
    """ISO 32000-2, table 382."""
    with modern("Term\n\n:   Definition.\n") as pdf:
        (listing,) = of(pdf, "/L")
        assert listing.A.ListNumbering == "/Description"


def test_a_formula_carries_its_mathml(modern: Callable) -> None:
    """ISO 14289-2, 8.2.5.29."""
    with modern("As $a^2$ says.") as pdf:
        (formula,) = of(pdf, "/Formula")
        (file,) = formula.AF
        assert file.EF.F.Subtype == "/application/mathml+xml"
        assert file.AFRelationship == "/Supplement"
        assert b"<msup>" in file.EF.F.read_bytes()


def test_raised_and_lowered_letters_say_so(modern: Callable) -> None:
    """ISO 32000-2, 14.8.5.4."""
    with modern("T~mrt~ and M^me^.") as pdf:
        assert [str(each.A.TextPosition) for each in of(pdf, "/Span")] == ["/Sub", "/Sup"]


def test_what_stands_beside_the_text_is_no_part_of_it(modern: Callable) -> None:
    """ISO 32000-2, 14.8.4.3."""
    with modern("Text.\n\n::: box\nBeside.[^a]\n:::\n\n[^a]: Note.\n") as pdf:
        (aside,) = of(pdf, "/Aside")
        assert [str(kid.S) for kid in aside.K] == ["/P", "/FENote"]


def test_a_link_to_an_empty_place_leads_to_what_it_stands_in(modern: Callable) -> None:
    with modern("::: {#outer}\n\n::: {#empty}\n:::\n\nText.\n:::\n\n[There](#empty)\n") as pdf:
        (annotation,) = links(pdf)
        assert annotation.A.SD[0].S == "/Div"
