"""What stands before the text of a PDF: title block or cover, contents with true page numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from conftest import FRONT
from paged import WORDS, page_texts
from surefoot.compose import compose
from surefoot.composition import Composition
from surefoot.errors import WriterError
from surefoot.model import Author, Settings, Stylesheet
from surefoot.source import read
from surefoot.writers.pdf import print_out
from surefoot.writers.pdf.boxes import walk
from surefoot.writers.pdf.layout import Layout, lay_out
from surefoot.writers.pdf.sheet import front
from tagged import opened

PARTS = "\n\n".join(f"# Part {name}[^{name}]\n\n{WORDS * 60}\n\n[^{name}]: Note." for name in "ABCDEF")
BOTH = Settings(contents=True, cover=True)


def set_as(composition: Composition, settings: Settings) -> Composition:
    return replace(composition, settings=settings)


def set_out(composition: Composition) -> list[str]:
    """The texts of the pages."""
    return page_texts(print_out(composition).data)


def folios(layout: Layout) -> Iterator[tuple[str, float, float]]:
    """The numbers in the contents, with both ends of each."""
    for page in layout.rendering.pages:
        for box in walk(page._page_box):
            if box.element in layout.sheet.folios and hasattr(box, "text"):
                yield box.text, box.position_x, box.position_x + box.width


def test_ten_pages_with_five_headings_are_long(composed: Callable) -> None:
    assert front.is_long(composed(PARTS))
    assert not front.is_long(composed(PARTS.replace("# ", "")))
    assert not front.is_long(composed("\n\n".join(f"# Part {name}" for name in "ABCDEF")))


def test_a_long_document_begins_with_a_cover_and_contents(composed: Callable) -> None:
    cover, contents, text, *_ = set_out(composed(PARTS))
    assert cover.split() == "INSTITUTE FOR AIR Clean air".split()
    assert contents.startswith("Contents")
    assert text.startswith("Part A1")


@pytest.mark.parametrize(
    ("settings", "begun"),
    [
        (Settings(), ["INSTITUTE"]),
        (Settings(cover=True), ["INSTITUTE", "Part"]),
        (Settings(contents=True), ["INSTITUTE"]),
        (BOTH, ["INSTITUTE", "Contents", "Part"]),
    ],
)
def test_an_author_may_ask_for_either(settings: Settings, begun: list[str], composed: Callable) -> None:
    pages = set_out(set_as(composed("# Part\n\nWords.\n"), settings))
    assert [page.split()[0] for page in pages] == begun


def test_the_numbers_in_the_contents_are_those_at_the_foot_of_the_pages(composed: Callable) -> None:
    _, contents, *_ = pages = set_out(composed(PARTS))
    entries = [line.rsplit(" ", 1) for line in contents.splitlines() if line.startswith("Part")]
    assert [heading for heading, _ in entries] == [f"Part {name}" for name in "ABCDEF"]
    for heading, number in entries:
        (page,) = (page for page in pages[2:] if f"{heading}{'ABCDEF'.index(heading[-1]) + 1}" in page)
        assert page.split()[-1] == number


def test_each_entry_of_the_contents_leads_to_its_heading(composed: Callable) -> None:
    composition = set_as(composed("# One\n\n## Two\n\nWords.\n"), BOTH)
    with opened(print_out(composition).data) as pdf:
        targets = [str(annotation.Dest) for annotation in pdf.pages[1].Annots]
    assert targets == [heading.id for heading in composition.headings] == ["one", "two"]


def test_numbers_end_at_the_edge_of_their_column(source: Callable[[str], Path]) -> None:
    for language, end in (("en", 2), ("he", 1)):
        text = FRONT.replace("lang: en", f"lang: {language}") + PARTS
        numbers = list(folios(lay_out(compose(read(source(text))))))
        assert {len(number[0]) for number in numbers} == {1, 2}
        assert len({round(number[end], 2) for number in numbers}) == 1


def test_the_contents_have_no_place_in_the_outline(composed: Callable) -> None:
    with (
        opened(print_out(set_as(composed("# One\n\nWords.\n"), BOTH)).data) as pdf,
        pdf.open_outline() as outline,
    ):
        (title,) = outline.root
        assert [section.title for section in title.children] == ["One"]


def test_a_heading_that_is_not_printed_is_missed_by_name(composed: Callable, tmp_path: Path) -> None:
    hidden = Stylesheet(tmp_path / "hidden.css", "h3 { display: none }")
    with pytest.raises(WriterError, match="“two” was laid out as “”"):
        print_out(set_as(composed("# One\n\n## Two\n\nWords.\n"), replace(BOTH, stylesheets=(hidden,))))


def test_a_note_in_the_title_stands_at_the_foot_of_the_cover(source: Callable[[str], Path]) -> None:
    text = "---\ntitle: Clean air[^t]\nlang: en\n---\n\nWords.\n\n[^t]: Of the title.\n"
    cover, words = set_out(set_as(compose(read(source(text))), Settings(cover=True)))
    assert "Of the title." in cover
    assert "Words." in words


def test_the_cover_has_the_colour_of_the_accent_up_to_its_edges(composed: Callable) -> None:
    settings = Settings(cover=True, variables={"accent": "#204060"})
    page = pypdfium2.PdfDocument(print_out(set_as(composed("Words.\n"), settings)).data)[0]
    picture = page.render().to_pil().convert("RGB")
    corners = [(1, 1), (picture.width - 2, 1)]
    assert [picture.getpixel(corner) for corner in corners] == [(0x20, 0x40, 0x60)] * 2


@pytest.mark.parametrize(
    ("identifier", "printed"),
    [("10.5555/x.1", "https://doi.org/10.5555/x.1"), ("ISBN 978-0-00-000000-2", "ISBN 978-0-00-000000-2")],
)
def test_rights_and_identifier_stand_under_the_date(
    identifier: str, printed: str, source: Callable[[str], Path]
) -> None:
    text = f"---\ntitle: T\ndate: 2026-05-18\nrights: © Ann\nidentifier: {identifier}\n---\n\nWords.\n"
    (page,) = set_out(compose(read(source(text))))
    assert " ".join(page.split()).startswith(f"T Published May 18, 2026 © Ann {printed} Words.")


def test_many_authors_stand_in_two_columns_and_each_stays_whole(composed: Callable) -> None:
    composition = set_as(composed("Words.\n"), Settings(cover=True))
    people = tuple(Author(f"Person {number}", affiliation=f"House {number}") for number in range(40))
    pages = set_out(replace(composition, metadata=replace(composition.metadata, authors=people)))
    for number in range(40):
        (page,) = (page for page in pages if f"Person {number}\r" in page or f"Person {number} " in page)
        assert f"House {number}" in page
    assert (
        len(set_out(replace(composition, metadata=replace(composition.metadata, authors=people[:12])))) == 2
    )


@pytest.mark.parametrize(("level", "few"), [("#", 20), ("##", 35)])
def test_no_entry_of_the_contents_stands_alone_at_the_head_of_a_page(
    level: str, few: int, composed: Callable
) -> None:
    for entries in range(few, few + 5):
        below = "\n\n".join(f"{level} Part {number:02}" for number in range(entries))
        pages = set_out(set_as(composed(f"# First\n\n{below}\n"), Settings(contents=True, cover=True)))
        counts = [page.count("Part") for page in pages[1:]]
        assert counts[0] > 15
        assert counts[1] != 1


def test_code_in_a_title_is_not_broken_where_the_next_line_has_room_for_it(
    source: Callable[[str], Path],
) -> None:
    text = f"---\ntitle: Add all of `{'code' * 6}()` to it\nlang: en\n---\n\nWords.\n"
    (page,) = set_out(compose(read(source(text))))
    assert f"{'code' * 6}()" in page
