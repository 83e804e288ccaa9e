"""The tags of the PDF: one element for each element of the document, in the order of reading."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from PIL import Image

import validators
from conftest import FRONT, ROOT
from paged import WORDS, page_texts
from surefoot.inspectors.pdf import PdfInspector
from surefoot.source import Given, read
from surefoot.writers.pdf import PdfWriter, print_out
from surefoot.writers.pdf.sheet.notes import LaidNotes
from surefoot.writers.pdf.tagging.elements import Elements
from tagged import EVERYTHING, elements, kids, opened, structure

Source = Callable[[str], Path]


def test_pdf_ua_1_is_kept_by_all_that_can_hold_a_note(composed: Callable, tmp_path: Path) -> None:
    path = tmp_path / "everything.pdf"
    path.write_bytes(print_out(composed(EVERYTHING)).data)
    assert validators.pdf_ua(path) == []


def test_every_promise_of_it_is_kept(source: Source) -> None:
    document = read(source(FRONT + EVERYTHING))
    found = PdfInspector().inspect(PdfWriter().write(document).data).citations
    assert [(c.mark, c.note, c.links, c.jump, c.back) for c in found] == [
        (c.mark, c.note, c.links, c.jump, c.back) for c in document.citations
    ]


def test_a_note_follows_the_block_that_calls_it(composed: Callable) -> None:
    made = print_out(composed("One.[^a]\n\n- Two[^b]\n\n[^a]: First.\n[^b]: Second.\n")).data
    assert (
        "\n".join(structure(made))
        == """\
Div
  P
  H1
P
  Reference fnref-1-1
    Link
Note fn-1
  P
    Lbl
      Link
L
  LI
    Lbl
    LBody
      P
        Reference fnref-2-1
          Link
      Note fn-2
        P
          Lbl
            Link"""
    )


def test_a_paragraph_cut_by_a_page_is_one_element(composed: Callable) -> None:
    made = print_out(composed(WORDS * 30 + "\n\n" + WORDS * 30 + "[^a]\n\n[^a]: Note.\n")).data
    assert len(opened(made).pages) > 1
    assert structure(made)[:5] == ["Div", "  P", "  H1", "P", "P"]


def test_a_note_longer_than_a_page_runs_on_and_is_one_note(composed: Callable) -> None:
    text = WORDS * 90
    made = print_out(composed(f"Here.[^long]\n\nAnd there.\n\n[^long]: {text}\n")).data
    assert len(opened(made).pages) > 1
    tags = structure(made)
    assert sum(line.strip().startswith("Note") for line in tags) == 1
    note = tags[tags.index("Note fn-1") :]
    assert note[:2] == ["Note fn-1", "  P"]
    assert not any(line.startswith("  P") for line in note[2:])
    assert "".join(page_texts(made)).count("Sustainable") == 90


def test_formulas_and_pictures_bear_their_words(composed: Callable) -> None:
    with opened(print_out(composed("$E=mc^2$")).data) as pdf:
        (formula,) = kids(kids(pdf.Root.StructTreeRoot.K[0])[1])
        assert (str(formula.S), str(formula.Alt)) == ("/Formula", "E=mc^2")


def test_headings_never_skip_a_level_in_the_tags(composed: Callable) -> None:
    made = print_out(composed("# One\n\n### Three\n\n## Two\n")).data
    assert [line.strip() for line in structure(made)] == ["Div", "P", "H1", "H2", "H3", "H3"]


def test_the_headings_of_a_note_never_skip_a_level_where_it_is_called(composed: Callable) -> None:
    note = "[^a]: Note.\n\n    # Deep\n\n    ## Deeper\n"
    body = f"# One\n\n## Two\n\n### Three\n\nText.[^a]\n\n#### Four\n\n{note}"
    tags = [line.strip() for line in structure(print_out(composed(body)).data)]
    assert [tag for tag in tags if re.fullmatch(r"H\d", tag)] == ["H1", "H2", "H3", "H4", "H5", "H6", "H5"]


def test_the_outline_names_the_sections_without_their_calls(composed: Callable) -> None:
    with opened(print_out(composed("# One[^a]\n\n## Two\n\n[^a]: Note.\n")).data).open_outline() as found:
        (title,) = found.root
        assert title.title == "Clean air"
        assert [section.title for section in title.children] == ["One"]
        assert [section.title for section in title.children[0].children] == ["Two"]


def test_an_empty_quotation_is_one(source: Source) -> None:
    recovered = PdfInspector().inspect(
        PdfWriter().write(read(source(f"{FRONT}Word.[^a]\n\n>\n\n[^a]: N.\n"))).data
    )
    assert recovered.prose.quotations == ("",)


def test_a_note_of_a_term_comes_before_the_notes_of_its_definition(source: Source) -> None:
    text = "Term[^a]\n\n:   Text[^b]\n\n    More[^c]\n\n[^a]: A.\n\n[^b]: B.\n\n[^c]: C.\n"
    tags = structure(PdfWriter().write(read(source(FRONT + text))).data)
    assert [line.strip() for line in tags if "Note" in line] == ["Note fn-1", "Note fn-2", "Note fn-3"]


def test_a_list_of_contents_is_tagged_as_one() -> None:
    listing = (
        "<nav class='contents'><h2>Contents</h2><ol><li><a href='#one'>One</a>"
        "<ol><li><a href='#two'>Two</a></li></ol></li></ol></nav>"
    )
    root = fromstring(f"<html><body>{listing}<h2 id='one'>One</h2><h3 id='two'>Two</h3></body></html>")
    made = Elements(root, LaidNotes())
    for element in root.iter():
        made.node(element)
    assert [node.role for node in made.document.nodes()] == [
        *["Document", "TOC", "Caption", "TOCI", "Reference", "Link"],
        *["TOC", "TOCI", "Reference", "Link", "H2", "H3"],
    ]
    assert [target.role for _, target in made.references()] == ["H2", "H3"]


def test_an_abbreviation_says_what_it_is_short_for(composed: Callable) -> None:
    with opened(print_out(composed('The <abbr title="World Health Organization">WHO</abbr>.\n')).data) as pdf:
        (span,) = kids(kids(pdf.Root.StructTreeRoot.K[0])[1])
        assert (str(span.S), str(span.E)) == ("/Span", "World Health Organization")


TABLE = """<table><thead><tr><th id="y" rowspan="2">Year</th><th id="a" colspan="2">Air</th></tr>
<tr><th id="c" headers="a">City</th><th id="l" headers="a gone">Land</th></tr></thead>
<tbody><tr><th id="r" headers="y">2020</th><td headers="r a c">1</td><td headers="r a l">2</td></tr></tbody>
</table>
"""


def test_a_cell_names_the_headers_that_its_author_gave_it(composed: Callable, tmp_path: Path) -> None:
    made = print_out(composed(TABLE)).data
    with opened(made) as pdf:
        (table,) = (each for each in kids(pdf.Root.StructTreeRoot.K[0]) if each.S == "/Table")
        cells = [cell for group in kids(table) for row in kids(group) for cell in kids(row)]
        named = [" ".join(map(str, cell.A.get("/Headers", []))) for cell in cells]
        assert [str(cell.get("/ID", "")) for cell in cells] == ["y", "a", "c", "l", "r", "", ""]
        assert named == ["", "", "a", "a", "y", "r a c", "r a l"]
    path = tmp_path / "table.pdf"
    path.write_bytes(made)
    assert validators.pdf_ua(path) + validators.pdf_a(path) == []


@pytest.mark.parametrize(
    "markup", ["[{}](https://example.org){{lang=fr}}", "[{}]{{lang=fr}}", "<q lang=fr>{}</q>"]
)
def test_words_of_another_language_say_so_wherever_they_stand(composed: Callable, markup: str) -> None:
    with opened(print_out(composed(markup.format("mots"))).data) as pdf:
        (inline,) = kids(kids(pdf.Root.StructTreeRoot.K[0])[1])
        assert inline.Lang == "fr"


def test_the_items_of_a_list_say_their_language(composed: Callable) -> None:
    with opened(print_out(composed("<ul><li lang='fr'>mots</ul>\n")).data) as pdf:
        (listing,) = (each for each in kids(pdf.Root.StructTreeRoot.K[0]) if each.S == "/L")
        assert kids(kids(listing)[0])[1].Lang == "fr"


def test_an_address_over_two_lines_can_be_pressed_on_both_and_is_one_link(composed: Callable) -> None:
    address = "https://example.org/" + "a-long-way-to-go/" * 9
    with opened(print_out(composed(f"See <{address}>.")).data) as pdf:
        (link,) = kids(kids(pdf.Root.StructTreeRoot.K[0])[1])
        areas = [kid.Obj for kid in link.K if kid.Type == "/OBJR"]
        assert len(areas) > 1
        assert {str(area.A.URI) for area in areas} == {address}
        assert len({area.StructParent for area in areas}) == len(areas)


def test_a_note_called_in_words_of_another_language_says_its_own(composed: Callable) -> None:
    text = '<blockquote lang="fr">\n\nMots.[^a]\n\n</blockquote>\n\n[^a]: Words.\n'
    with opened(print_out(composed(text)).data) as pdf:
        (quotation,) = (each for each in kids(pdf.Root.StructTreeRoot.K[0]) if each.S == "/BlockQuote")
        assert [(str(each.S), str(each.get("/Lang", ""))) for each in kids(quotation)] == [
            ("/P", ""),
            ("/Note", "en"),
        ]
        assert quotation.Lang == "fr"


def test_what_is_struck_out_says_so(composed: Callable) -> None:
    with opened(print_out(composed("Not <del>four</del> but <ins>five</ins>.\n")).data) as pdf:
        spans = kids(kids(pdf.Root.StructTreeRoot.K[0])[1])
        assert [str(span.A.TextDecorationType) for span in spans] == ["/LineThrough", "/Underline"]


def test_a_bibliography_is_a_list_of_entries(source: Source) -> None:
    works = "references:\n- {id: doe, type: book, title: On Air, author: [{family: Doe}]}\n"
    style = Given(csl=str(ROOT / "tests" / "styles" / "author-date.csl"))
    document = read(source(f"---\ntitle: T\n{works}---\n\nWords [@doe].\n"), style)
    tags = structure(PdfWriter().write(document).data)
    begin = next(at for at, line in enumerate(tags) if line.strip() == "L")
    assert [line.strip() for line in tags[begin:]] == ["L", "LI", "LBody", "BibEntry", "Link"]


def test_every_picture_and_formula_has_its_words(source: Source, tmp_path: Path) -> None:
    Image.new("RGB", (9, 9)).save(tmp_path / "chart.png")
    text = "![A chart](chart.png)\n\nText ![inline](chart.png) and $a_1$ and $$b^2$$\n"
    with opened(PdfWriter().write(read(source(FRONT + text))).data) as pdf:
        said = [(str(each.S), str(each.Alt)) for each in elements(pdf) if "/Alt" in each]
    assert said == [("/Figure", "A chart"), ("/Figure", "inline"), ("/Formula", "a_1"), ("/Formula", "b^2")]


def test_a_summary_that_holds_a_heading_is_no_paragraph(composed: Callable) -> None:
    text = "<details open><summary><h2>One</h2></summary>\n\nWords.\n\n</details>\n"
    tags = [line.strip() for line in structure(print_out(composed(text)).data)]
    assert tags[-4:] == ["Div", "Div", "H2", "P"]
