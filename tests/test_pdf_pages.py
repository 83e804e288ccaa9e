"""The pages of a PDF: their heads, their feet, and what stands on which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from weasyprint.formatting_structure.boxes import BlockBox, LineBox

from paged import page_texts
from surefoot.compose import compose
from surefoot.model import Document, Settings
from surefoot.writers.pdf.boxes import walk
from surefoot.writers.pdf.layout import lay_out
from surefoot.writers.pdf.sheet import furniture


def test_every_note_stands_at_the_foot_of_the_page_of_its_call(brief: Document, brief_pdf: bytes) -> None:
    pages = page_texts(brief_pdf)
    for note in compose(brief).notes:
        start = "".join(note.element.itertext()).strip()[:20]
        call = next(c.claim[-12:] for c in brief.citations if c.mark == str(note.number))
        (page,) = (text for text in pages if start in text)
        assert call in "".join(page.split())


def test_running_heads_begin_on_the_second_page_and_name_title_and_publisher(brief_pdf: bytes) -> None:
    first, *others = (" ".join(page.split()) for page in page_texts(brief_pdf))
    title, publisher = "Russia’s Pivotal Role in Afghan Peace Process", "(CGSS), Islamabad"
    assert first.count(title) == 1
    for number, page in enumerate(others, start=2):
        assert page.endswith(f"{title} Center for Global & Strategic Studies {publisher} {number}")


def test_each_page_bears_its_number_at_its_foot(brief_pdf: bytes) -> None:
    assert [page.split()[-1] for page in page_texts(brief_pdf)] == ["1", "2", "3"]


def test_a_long_title_is_shortened_at_its_colon_or_between_words() -> None:
    assert furniture.short("Clean air") == "Clean air"
    assert furniture.short(f"Clean air: {'the evidence of many years ' * 3}") == "Clean air"
    assert furniture.short("evidence " * 20).removesuffix("…").split() == ["evidence"] * 7


def test_long_numbers_of_notes_have_room(composed: Callable) -> None:
    metadata = composed("Text.").metadata
    few, many = (furniture.stylesheet(metadata, "a4", sections=False, notes=notes) for notes in (99, 100))
    assert "--page-note-indent" not in few
    assert "--page-note-indent: 2.2" in many


def test_quotation_marks_in_a_title_do_not_end_the_stylesheets_string(composed: Callable) -> None:
    composition = composed("Text.")
    titled = replace(composition.metadata, title='A "b" \\ c', publisher="")
    assert '"A \\"b\\" \\\\ c' in furniture.stylesheet(titled, "a4", sections=True, notes=1)
    assert lay_out(replace(composition, metadata=titled)).troubles() == ()


@pytest.mark.parametrize(("paper", "width", "height"), [("a4", 210, 297), ("letter", 216, 279)])
def test_a_line_has_one_length_on_every_paper(
    paper: str, width: int, height: int, composed: Callable
) -> None:
    composition = composed("Words.\n")
    layout = lay_out(replace(composition, settings=Settings(paper=paper)))
    (page,) = layout.rendering.pages
    boxes = (box for box in walk(page._page_box) if box.element_tag == "p")
    line = [box.width for box in boxes if isinstance(box, BlockBox)][-1]
    assert [round(side / 96 * 25.4) for side in (page.width, page.height)] == [width, height]
    assert round(line / 96 * 25.4) in {128, 130}


def test_a_note_that_words_of_another_language_call_is_in_the_documents_own(composed: Callable) -> None:
    text = '<p lang="ar" dir="rtl">كلمة[^a]</p>\n\nWord.[^b]\n\n[^a]: One, two.\n\n[^b]: Three.\n'
    one, three = lay_out(composed(text)).sheet.notes.elements
    assert (one.get("lang"), one.get("dir")) == ("en", "ltr")
    assert (three.get("lang"), three.get("dir")) == (None, None)


def test_the_last_line_of_a_heading_is_never_a_single_word(composed: Callable) -> None:
    words = "Policy with evidence and notes that stay with their words, and stay whole "
    for more in ("", "on", "on and", "on and on", "on and on and", "on and on and on"):
        layout = lay_out(composed(f"# {words} {more} page one[^a]\n\n[^a]: Note.\n"))
        boxes = [box for box in walk(layout.rendering.pages[0]._page_box) if box.element_tag == "h2"]
        last = [box for box in boxes if isinstance(box, LineBox)][-1]
        assert "".join(box.text for box in walk(last) if hasattr(box, "text")).endswith("page one1")
