"""The pages of a PDF: their heads, their feet, and what stands on which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from paged import page_texts
from surefoot.compose import compose
from surefoot.model import Document
from surefoot.writers.pdf import furniture
from surefoot.writers.pdf.layout import lay_out


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


def test_quotation_marks_in_a_title_do_not_end_the_stylesheets_string(composed: Callable) -> None:
    composition = composed("Text.")
    titled = replace(composition.metadata, title='A "b" \\ c', publisher="")
    assert '"A \\"b\\" \\\\ c"' in furniture.stylesheet(titled, "a4", sections=True)
    assert lay_out(replace(composition, metadata=titled)).troubles() == ()
