"""What a line of the PDF says to whoever copies it or has it read aloud."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import pypdfium2
import pytest
from weasyprint.formatting_structure.boxes import LineBox, TextBox

from conftest import FRONT
from paged import laid, page_texts
from surefoot.compose import compose
from surefoot.inspectors.pdf import PdfInspector
from surefoot.source import read
from surefoot.text import fold
from surefoot.writers.pdf import PdfWriter, print_out
from surefoot.writers.pdf.boxes import walk
from surefoot.writers.pdf.engine.glyphs.gaps import joined
from surefoot.writers.pdf.engine.glyphs.letters import letters_of
from surefoot.writers.pdf.sheet import addresses
from surefoot.writers.pdf.spoken import actual_text, runs_backwards
from tagged import elements, opened
from validators import need, pdf_ua

Source = Callable[[str], Path]


def test_a_hyphen_of_the_author_is_one_and_a_broken_word_has_none(source: Source) -> None:
    prose = "Internationalisation notwithstanding, characteristically uncompromising well-known words. " * 9
    document = read(source(f"{FRONT}{prose}[^a]\n\n[^a]: {prose}\n"))
    made = PdfWriter().write(document).data
    with opened(made) as pdf:
        assert b"/ActualText" in pdf.pages[0].Contents.read_bytes()
    assert "\u2010" not in "".join(page_texts(made))
    (found,) = PdfInspector().inspect(made).citations
    assert fold(found.note) == fold(document.citations[0].note)
    assert found.claim.endswith(document.citations[0].claim)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("continu‐", "continu\u00ad"),
        ("well‐known", "well‐known"),
        ("คำ", "คำ"),
        ("well-known", ""),
        ("", ""),
    ],
)
def test_lines_whose_glyphs_mislead_say_their_words(line: str, said: str) -> None:
    assert actual_text(line) == said


@pytest.mark.parametrize(
    ("line", "direction", "backwards"),
    [
        ("ورد في", "ltr", True),
        ("ورد في", "rtl", True),
        ("words", "rtl", False),
        ("{:width}", "rtl", True),
        ("{:width}", "ltr", False),
    ],
)
def test_what_is_painted_in_another_order_than_it_is_read_is_known(
    line: str, direction: str, *, backwards: bool
) -> None:
    """Signs at the ends of a line of Latin letters are painted on the other side."""
    assert runs_backwards(line, direction) is backwards


def test_words_that_run_backwards_are_said_by_their_element(composed: Callable) -> None:
    with opened(print_out(composed("Word <span lang='ar'>كلمة</span>.\n")).data) as pdf:
        assert b"ActualText" not in pdf.pages[0].Contents.read_bytes()
        said = [str(each.ActualText) for each in elements(pdf) if "/ActualText" in each]
    assert said == ["كلمة"]


RIGHT_TO_LEFT = {
    "ar": ("الإعلان العالمي لحقوق الإنسان", "الإعلان العالمي لحقوق الإنسان، من عام 1948"),
    "he": ("הכרזה לכל באי עולם", "ההכרזה לכל באי עולם, משנת 1948"),
}


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_words_that_run_backwards_are_copied_and_found_in_their_order(
    source: Source, tmp_path: Path, language: str
) -> None:
    """By the engines of Chrome and of most readers on Linux."""
    title, words = RIGHT_TO_LEFT[language]
    document = read(source(f"---\ntitle: {title}\nlang: {language}\n---\n\n{words}\n"))
    path = tmp_path / "made.pdf"
    path.write_bytes(PdfWriter().write(document).data)
    need("pdftotext", found=shutil.which("pdftotext"))
    run = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True)
    for found in (page_texts(path.read_bytes())[0], run.stdout.decode()):
        assert {*title.split(), *words.replace(",", "").replace("،", "").split()} <= {
            word.strip(",،\u202a\u202b\u202c") for word in found.split()
        }


@pytest.mark.parametrize(
    ("clusters", "text", "backwards", "letters"),
    [
        ([0, 1, 2], "abc", 0, ["a", "b", "c"]),
        ([0, 3], "ffia", 0, ["ffi", "a"]),
        ([0, 0, 3], "e\u0301x", 0, ["e", "\u0301", "x"]),
        ([0, 0], "é", 0, ["e", "\u0301"]),
        ([0, 0], "x", 0, ["x", "\u2060"]),
        ([4, 2, 0], "ابج", 1, ["ج", "ب", "ا"]),
        ([0, 0], "لً" + "ا", 1, ["ً", "لا"]),
        ([0, 0, 6], "किश", 0, ["क", "ि", "श"]),
        ([0, 0, 0], "र्श", 0, ["र", "्", "श"]),
    ],
)
def test_every_glyph_reads_as_its_own_letters(
    clusters: list[int], text: str, backwards: int, letters: list[str]
) -> None:
    assert letters_of(clusters, text.encode(), backwards) == letters


def test_arabic_is_read_back_in_the_order_of_the_reader(source: Source) -> None:
    text = "---\ntitle: حاشية\nlang: ar\n---\n\nهذا نص قصير حقًا مثلًا.[^a]\n\n[^a]: هذه حاشية، رقمها 1.\n"
    document = read(source(text))
    (found,) = PdfInspector().inspect(PdfWriter().write(document).data).citations
    (promised,) = document.citations
    assert found.claim.endswith(promised.claim)
    assert found.note == promised.note


def test_hebrew_letters_with_two_points_are_read_back(source: Source) -> None:
    text = "---\ntitle: T\nlang: he\n---\n\nשָׁלוֹם עוֹלָם בָּרוּךְ הַבָּא.[^a]\n\n[^a]: סֵפֶר שָׁלוֹם.\n"
    document = read(source(text))
    (found,) = PdfInspector().inspect(PdfWriter().write(document).data).citations
    (promised,) = document.citations
    assert found.claim.endswith(promised.claim)
    assert found.note == promised.note


def test_an_address_among_arabic_runs_from_left_to_right(source: Source) -> None:
    address = "https://example.org/?q=هواء"
    text = f"---\ntitle: حاشية\nlang: ar\n---\n\nنص.[^a]\n\n[^a]: انظر <{address}>.\n"
    document = read(source(text))
    made = PdfWriter().write(document).data
    page = pypdfium2.PdfDocument(made)[0].get_textpage()
    letters = page.get_text_range()
    left = {letter: page.get_charbox(letters.rindex(letter))[0] for letter in "?=و"}
    assert left["?"] < left["="] < left["و"]
    (found,) = PdfInspector().inspect(made).citations
    assert (found.note, found.links) == (document.citations[0].note, document.citations[0].links)


@pytest.mark.parametrize(
    ("shown", "joined_"),
    [
        ("<01>0<02>0", "<0102>"),
        ("<01>0<>-137.5<02>137", "<01>-137.5<02>137"),
        ("<>423<>-558.25<64>558<><>", "-135.25<64>558"),
        ("<01>-5.0e-05<02>1234567.5", "<0102>1234567.5"),
    ],
)
def test_nothing_empty_is_shown(shown: str, joined_: str) -> None:
    assert joined(shown) == joined_


def test_points_of_hebrew_letters_move_nothing_behind_them(source: Source) -> None:
    """PDFium forgets the last move of a line that has an empty string in it."""
    pointed, plain = (left_of_x(words, source) for words in ("הַמּוֹעֲצָה אִשְּׁרָה", "המועצה אשרה"))
    assert pointed == pytest.approx(plain, abs=1)


def left_of_x(words: str, source: Source) -> float:
    """Where PDFium paints what stands behind some ``words`` of Hebrew."""
    text = f"---\ntitle: T\nlang: en\n---\n\n{words} x\n"
    page = pypdfium2.PdfDocument(PdfWriter().write(read(source(text))).data)[0].get_textpage()
    (place,) = (index for index in range(page.count_chars()) if page.get_text_range(index, 1) == "x")
    return page.get_charbox(place)[0]


NARROW = "@page { size: 230px 400px; margin: 20px } html { font: 16px/1.2 'Source Serif 4'; hyphens: auto }"


def lines_of(html: str) -> list[str]:
    """The lines of the first page."""
    (page,) = laid(f"<body lang=en>{html}", NARROW).pages
    boxes = (box for box in walk(page._page_box) if isinstance(box, LineBox))
    return ["".join(each.text for each in walk(box) if isinstance(each, TextBox)) for box in boxes]


@pytest.mark.parametrize("end", ["", "<a class=noteref>1</a>", "<i></i>"])
def test_the_last_word_of_a_paragraph_is_whole(end: str) -> None:
    *_, before, last = lines_of(f"<p>Some words in a line and internationalisation.{end}")
    assert last.startswith("internationalisation.")
    assert not before.endswith("‐")


def test_a_last_word_longer_than_a_line_is_broken_with_a_hyphen() -> None:
    assert lines_of("<p>internationalisationdeinternationalisation")[0].endswith("‐")


def test_a_word_within_a_paragraph_is_broken_as_ever() -> None:
    assert any(
        line.endswith("‐") for line in lines_of("<p>Words in a line and internationalisation of words.")
    )


def test_the_name_of_a_site_is_not_hyphenated() -> None:
    stock = "<p>As it says in <i>administration.example</i> and elsewhere."
    assert not any(line.endswith("‐") for line in lines_of(stock))
    assert any(line.endswith("‐") for line in lines_of(stock.replace(".example", " example")))


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("https://eur-lex.europa.eu/a-b/c", ["eur-lex", "a-b"]),
        ("https://example.org/a-long-way-to-a-headline", []),
        ("https://example.org/a-long-way-to-a-headline/b-c?d", ["b-c"]),
        ("well-known", []),
    ],
)
def test_a_short_part_of_an_address_is_not_broken_behind_its_own_hyphen(
    address: str, parts: list[str]
) -> None:
    body, link = Element("body"), Element("a")
    body.append(link)
    link.text = address
    addresses.keep(body)
    assert [part.text for part in link.findall("span[@class='together']")] == parts
    assert "".join(link.itertext()) == address


def test_an_address_in_parts_is_one_link(source: Source, tmp_path: Path) -> None:
    address = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32016R0679"
    (tmp_path / "made.pdf").write_bytes(
        print_out(compose(read(source(f"{FRONT}{f'<{address}> ' * 9}\n")))).data
    )
    with opened((tmp_path / "made.pdf").read_bytes()) as pdf:
        assert [str(each.S) for each in elements(pdf)].count("/Link") == 9
    assert pdf_ua(tmp_path / "made.pdf") == []


def test_no_page_ends_within_a_word_where_the_line_can_go_over() -> None:
    words = "Sustainable communication between administrations notwithstanding everything. " * 40
    ends = set()
    for height in range(200, 232, 4):
        rendering = laid(f"<body lang=en><p>{words}", NARROW.replace("400px", f"{height}px"))
        for page in rendering.pages[:-1]:
            texts = [box.text for box in walk(page._page_box) if isinstance(box, TextBox)]
            ends.add((texts[-2].endswith("‐"), texts[-1].endswith("‐")))
    assert (False, False) in ends
    assert (False, True) not in ends
