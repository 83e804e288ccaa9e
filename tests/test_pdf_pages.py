"""The pages of a PDF: their heads, their feet, and what stands on which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from weasyprint.formatting_structure.boxes import BlockBox, LineBox, MarginBox

from paged import WORDS, page_texts
from surefoot.compose import compose
from surefoot.model import Document, Settings, Stylesheet
from surefoot.source import read
from surefoot.writers.pdf import print_out
from surefoot.writers.pdf.boxes import Box, parts, walk
from surefoot.writers.pdf.layout import Layout, lay_out
from surefoot.writers.pdf.sheet import dress, furniture, running
from surefoot.writers.pdf.sheet.placement import Placement
from surefoot.writers.pdf.sheet.plain import plain


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
    assert running.short("Clean air", 64) == "Clean air"
    assert running.short(f"Clean air: {'the evidence of many years ' * 3}", 64) == "Clean air"
    assert running.short("evidence " * 20, 64).removesuffix("…").split() == ["evidence"] * 7
    assert running.short("e" * 65, 64) == "e" * 63 + "…"
    assert running.short("大気質" * 20, 46) == "大気質" * 6 + "大…"


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("The *Apology* and `code`[^a]", "The Apology and code"),
        ("H~2~O, 10^3^ and $E = mc^2$", "H₂O, 10³ and E=mc²"),
        (r"$\frac{a}{b}$, x^y^", r"\frac{a}{b}, xy"),
    ],
)
def test_a_head_says_formulas_in_characters_where_it_can(title: str, words: str, source: Callable) -> None:
    text = f"---\ntitle: '{title}'\nlang: en\n---\n\nText.\n\n[^a]: Note.\n"
    composition = compose(read(source(text)))
    assert plain(composition.title) == words
    assert dress(composition.copy(), Placement()).running.title == words


@pytest.mark.parametrize(
    ("publisher", "sections", "room"),
    [("", False, 116), ("ACME", False, 108), ("", True, 60), ("P" * 90, False, 54)],
)
def test_a_title_has_what_the_other_side_leaves_of_the_head(
    publisher: str,
    sections: bool,  # noqa: FBT001
    room: int,
) -> None:
    head = running.head("t" * 200, publisher, Settings(), sections=sections)
    assert len(head.title) == room


def test_sections_have_what_a_short_title_leaves_of_the_head() -> None:
    head = running.head("Air", "", Settings(), sections=True)
    assert (head.title, head.share + head.facing) == ("Air", 100)
    assert head.room > running.head("Air" * 20, "", Settings(), sections=True).room


def heads(layout: Layout) -> dict[str, Box]:
    """The boxes above the text of the second page."""
    boxes = (box for box in parts(layout.rendering.pages[1]) if isinstance(box, MarginBox))
    return {box.at_keyword: box for box in boxes if "top" in box.at_keyword}


def test_one_rule_runs_below_the_whole_head(composed: Callable) -> None:
    layout = lay_out(composed(f"{WORDS * 60}\n"))
    (ruled,) = (box for box in heads(layout).values() if box.style["border_bottom_color"].alpha)
    page = layout.rendering.pages[1]._page_box
    assert (ruled.position_x, ruled.border_width()) == pytest.approx((page.content_box_x(), page.width))


def test_an_author_may_put_words_between_title_and_publisher(composed: Callable) -> None:
    own = "@page { @top-center { content: 'CONFIDENTIAL, NOT FOR RELEASE' } } h2 { break-before: page }"
    composition = replace(
        composed("Words.\n\n# One\n"), settings=Settings(stylesheets=(Stylesheet("own.css", own),))
    )
    titled = replace(composition.metadata, title="Words of a title " * 9)
    boxes = heads(lay_out(replace(composition, metadata=titled)))
    lines = [[line for line in walk(box) if isinstance(line, LineBox)] for box in boxes.values()]
    assert [len(each) for each in lines] == [1, 1, 1]
    ends = sorted((line.position_x, line.position_x + line.width) for (line,) in lines)
    assert all(end <= start for (_, end), (start, _) in pairwise(ends))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_what_is_landscape_has_a_page_on_its_side_and_what_follows_an_upright_one(
    paper: str, composed: Callable
) -> None:
    text = "Before.\n\n::: landscape\nWide.[^a]\n:::\n\nAfter.\n\n[^a]: Note.\n"
    layout = lay_out(replace(composed(text), settings=Settings(paper=paper)))
    assert [page.width > page.height for page in layout.rendering.pages] == [False, True, False]
    assert layout.troubles() == ()


def test_long_numbers_of_notes_have_room(composed: Callable) -> None:
    metadata = composed("Text.").metadata
    head = running.head("T", "", Settings(), sections=False)
    few, many = (
        furniture.stylesheet(metadata, "a4", head, sections=False, notes=notes) for notes in (99, 100)
    )
    assert "--page-note-indent" not in few
    assert "--page-note-indent: 2.2" in many


def test_quotation_marks_in_a_title_do_not_end_the_stylesheets_string(composed: Callable) -> None:
    composition = composed("Text.")
    titled = replace(composition.metadata, title='A "b" \\ c', publisher="")
    head = running.head(titled.title, "", Settings(), sections=True)
    assert '"A \\"b\\" \\\\ c' in furniture.stylesheet(titled, "a4", head, sections=True, notes=1)
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


@pytest.mark.parametrize(
    ("language", "note", "side"),
    [
        ("ar", "One, 12–15.", "ltr"),
        ("ar", "One، واحد.", None),
        ("ar", "12–15.", None),
        ("en", "واحد.", "rtl"),
    ],
)
def test_a_note_in_the_letters_of_the_other_side_alone_is_written_from_there(
    language: str, note: str, side: str | None, source: Callable
) -> None:
    text = f"---\ntitle: T\nlang: {language}\n---\n\nText.[^a]\n\n[^a]: {note}\n"
    (element,) = lay_out(compose(read(source(text)))).sheet.notes.elements
    assert element.get("dir") == side


@pytest.mark.parametrize(
    ("before", "after", "broken"),
    [("كلمة [", "]{lang=en}", False), ("::: {lang=en dir=ltr}\n", "\n:::", True)],
)
def test_a_word_is_broken_only_in_a_line_that_runs_its_way(
    before: str,
    after: str,
    broken: bool,  # noqa: FBT001
    source: Callable,
) -> None:
    text = f"---\ntitle: T\nlang: ar\n---\n\n{before}{'internationalisation ' * 30}{after}\n"
    (page,) = page_texts(print_out(compose(read(source(text)))).data)
    assert (page.count("internationalisation") < 30) == broken


@pytest.mark.parametrize(
    ("before", "after", "tag"),
    [
        ("# ", "", "h2"),
        ("# *Of* what `stays`: ", "", "h2"),
        ("::: pull-quote\n", "\n:::", "p"),
        ("::: abstract\n", "\n:::", "p"),
    ],
)
def test_the_last_line_of_what_is_displayed_is_never_a_single_word(
    before: str, after: str, tag: str, composed: Callable
) -> None:
    words = "Policy with evidence and notes that stay with their words, and stay whole "
    for more in ("", "on", "on and", "on and on", "on and on and", "on and on and on"):
        layout = lay_out(composed(f"{before}{words} {more} page one[^a]{after}\n\n[^a]: Note.\n"))
        page = layout.rendering.pages[0]._page_box.children[0]
        boxes = [box for box in walk(page) if box.element_tag == tag]
        last = [box for box in boxes if isinstance(box, LineBox)][-1]
        assert "".join(box.text for box in walk(last) if hasattr(box, "text")).endswith("page one1")
