"""The tags of the PDF: one element for each element of the document, in the order of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import validators
from conftest import FRONT
from paged import WORDS, page_texts
from surefoot.inspectors.pdf import PdfInspector
from surefoot.source import read
from surefoot.writers.pdf import PdfWriter, print_out
from tagged import EVERYTHING, kids, opened, structure

Source = Callable[[str], Path]


def test_pdf_ua_1_is_kept_by_all_that_can_hold_a_note(composed: Callable, tmp_path: Path) -> None:
    path = tmp_path / "everything.pdf"
    path.write_bytes(print_out(composed(EVERYTHING)))
    assert validators.pdf_ua(path) == []


def test_every_promise_of_it_is_kept(source: Source) -> None:
    document = read(source(FRONT + EVERYTHING))
    found = PdfInspector().inspect(PdfWriter().write(document).data).citations
    assert [(c.mark, c.note, c.links, c.jump, c.back) for c in found] == [
        (c.mark, c.note, c.links, c.jump, c.back) for c in document.citations
    ]


def test_a_note_follows_the_block_that_calls_it(composed: Callable) -> None:
    made = print_out(composed("One.[^a]\n\n- Two[^b]\n\n[^a]: First.\n[^b]: Second.\n"))
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
    made = print_out(composed(WORDS * 30 + "\n\n" + WORDS * 30 + "[^a]\n\n[^a]: Note.\n"))
    assert len(opened(made).pages) > 1
    assert structure(made)[:5] == ["Div", "  P", "  H1", "P", "P"]


def test_a_note_longer_than_a_page_runs_on_and_is_one_note(composed: Callable) -> None:
    text = WORDS * 90
    made = print_out(composed(f"Here.[^long]\n\nAnd there.\n\n[^long]: {text}\n"))
    assert len(opened(made).pages) > 1
    tags = structure(made)
    assert sum(line.strip().startswith("Note") for line in tags) == 1
    note = tags[tags.index("Note fn-1") :]
    assert note[:2] == ["Note fn-1", "  P"]
    assert not any(line.startswith("  P") for line in note[2:])
    assert "".join(page_texts(made)).count("Sustainable") == 90


def test_formulas_and_pictures_bear_their_words(composed: Callable) -> None:
    with opened(print_out(composed("$E=mc^2$"))) as pdf:
        (formula,) = kids(kids(pdf.Root.StructTreeRoot.K[0])[1])
        assert (str(formula.S), str(formula.Alt)) == ("/Formula", "E=mc^2")


def test_headings_never_skip_a_level_in_the_tags(composed: Callable) -> None:
    made = print_out(composed("# One\n\n### Three\n\n## Two\n"))
    assert [line.strip() for line in structure(made)] == ["Div", "P", "H1", "H2", "H3", "H3"]


def test_the_outline_names_the_sections_without_their_calls(composed: Callable) -> None:
    with opened(print_out(composed("# One[^a]\n\n## Two\n\n[^a]: Note.\n"))).open_outline() as found:
        (title,) = found.root
        assert title.title == "Clean air"
        assert [section.title for section in title.children] == ["One"]
        assert [section.title for section in title.children[0].children] == ["Two"]


def test_an_empty_quotation_is_one(source: Source) -> None:
    recovered = PdfInspector().inspect(
        PdfWriter().write(read(source(f"{FRONT}Word.[^a]\n\n>\n\n[^a]: N.\n"))).data
    )
    assert recovered.prose.quotations == ("",)
