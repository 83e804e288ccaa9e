"""The links of the PDF: where they lead, what they say, and whether a finger can press them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image

from conftest import FRONT, ROOT
from paged import page_texts
from surefoot.inspectors.pdf import PdfInspector
from surefoot.source import Given, read
from surefoot.text import fold
from surefoot.writers.pdf import PdfWriter, print_out
from surefoot.writers.pdf.sheet import dress
from surefoot.writers.pdf.sheet.placement import Placement
from tagged import opened

Source = Callable[[str], Path]


def test_a_note_called_again_says_so_and_leads_back_to_each_call(composed: Callable) -> None:
    made = opened(print_out(composed("One[^a], two[^a], three.[^a]\n\n[^a]: Note.\n")).data)
    said = [str(annotation.Contents) for annotation in made.pages[0].Annots]
    assert said == [
        *["Footnote 1"] * 3,
        "Back to reference 1 of 3",
        "Back to reference 2 of 3",
        "Back to reference 3 of 3",
    ]
    assert "↑2 ↑3" in page_texts(print_out(composed("One[^a], two[^a], three.[^a]\n\n[^a]: Note.\n")).data)[0]


def test_calls_can_be_clicked(brief_pdf: bytes) -> None:
    for page in opened(brief_pdf).pages:
        for annotation in page.get("/Annots", []):
            left, bottom, right, top = map(float, annotation.Rect)
            assert abs(right - left) > 2
            assert abs(top - bottom) > 5


def test_a_link_without_words_prints_its_address(source: Source) -> None:
    document = read(source(f"{FRONT}Text[](https://body.org/).[^a]\n\n[^a]: See [](https://empty.org/).\n"))
    made = PdfWriter().write(document).data
    assert "https://body.org/" in page_texts(made)[0]
    (found,) = PdfInspector().inspect(made).citations
    assert (fold(found.note), found.links) == ("See.", ("https://empty.org/",))
    assert found.claim.endswith(document.citations[0].claim)


def test_a_call_leads_to_a_note_whose_first_line_holds_a_picture(source: Source, tmp_path: Path) -> None:
    Image.new("RGB", (90, 120)).save(tmp_path / "chart.png")
    document = read(source(f"{FRONT}Text.[^a]\n\n[^a]: one ![in note](chart.png) two.\n"))
    (found,) = PdfInspector().inspect(PdfWriter().write(document).data).citations
    assert (fold(found.note), found.jump, found.back) == ("oneinnotetwo.", True, True)


def test_a_link_around_a_picture_without_words_stays_one(composed: Callable, tmp_path: Path) -> None:
    Image.new("RGB", (9, 9)).save(tmp_path / "chart.png")
    composition = composed("[![](chart.png)](https://example.org/)")
    root = dress(composition.copy(), Placement()).root
    assert "".join(root.find("body/p").itertext()) == ""


AUTHOR_DATE = Given(csl=str(ROOT / "tests" / "styles" / "author-date.csl"))
CITING = """---
title: T
lang: en
references:
- id: doe
  type: book
  title: On Air
  author: [{family: Doe}]
  issued: 2020
---

# Method

As @doe says. And again [@doe].
"""


def test_an_entry_of_the_bibliography_leads_back_to_each_citation(source: Source) -> None:
    with opened(PdfWriter().write(read(source(CITING), AUTHOR_DATE)).data) as pdf:
        said = [str(annotation.Contents) for annotation in pdf.pages[0].Annots]
    assert said[-2:] == [
        "↑1 Back to reference 1 of 2, 2020, Method",
        "↑2 Back to reference 2 of 2, Doe 2020, Method",
    ]


def test_a_sign_alone_that_leads_out_of_a_note_is_a_word_of_it(source: Source) -> None:
    """And no way back."""
    document = read(source("---\ntitle: T\n---\n\nA.^[One [→](https://example.org/1) two.]\n"))
    (found,) = PdfInspector().inspect(PdfWriter().write(document).data).citations
    assert (found.note, found.links) == ("One → two.", ("https://example.org/1",))
