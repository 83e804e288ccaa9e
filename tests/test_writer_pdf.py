"""The PDF writer: notes at the foot of their page, links both ways, and no word lost on the way."""

from __future__ import annotations

import io
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pikepdf
import pypdfium2
import pytest
import tinyhtml5
import weasyprint
from PIL import Image
from weasyprint.formatting_structure.boxes import TextBox

import validators
from surefoot import theme
from surefoot.compose import compose
from surefoot.composition import Composition
from surefoot.errors import WriterError
from surefoot.inspectors.pdf import PdfInspector
from surefoot.model import Document
from surefoot.source import read
from surefoot.text import fold
from surefoot.writers.pdf import PdfWriter, engine, formulas, furniture, gate, glyphs, parts, print_out
from surefoot.writers.pdf.boxes import furniture as furniture_of
from surefoot.writers.pdf.engine import mending, painting
from surefoot.writers.pdf.layout import lay_out
from surefoot.writers.pdf.notes import Placement
from surefoot.writers.pdf.resources import Shelf
from surefoot.writers.pdf.sheet import dress
from surefoot.writers.pdf.spoken import actual_text

Source = Callable[[str], Path]
FRONT = "---\ntitle: Clean air\nlang: en\npublisher: Institute for Air\n---\n\n"
WORDS = "Sustainable policy needs evidence, and evidence needs notes that stay with their words. "


@pytest.fixture(scope="module")
def brief_pdf(brief: Document) -> bytes:
    return PdfWriter().write(brief)


@pytest.fixture
def composed(source: Source) -> Callable[[str], Composition]:
    return lambda text: compose(read(source(FRONT + text)))


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.Pdf.open(io.BytesIO(data))


def page_texts(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    found = element.get("/K", [])
    return [kid for kid in found if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def outline(parent: pikepdf.Object, depth: int = 0) -> Iterator[str]:
    for kid in kids(parent):
        name = f" {kid.ID}" if "/ID" in kid else ""
        yield f"{'  ' * depth}{str(kid.S)[1:]}{name}"
        yield from outline(kid, depth + 1)


def structure(data: bytes) -> list[str]:
    """The tags, a line for each element, with the IDs that elements bear."""
    with opened(data) as pdf:
        return list(outline(pdf.Root.StructTreeRoot.K[0]))


# The pages


def test_every_note_stands_at_the_foot_of_the_page_of_its_call(brief: Document, brief_pdf: bytes) -> None:
    pages = page_texts(brief_pdf)
    for note in compose(brief).notes:
        start = "".join(note.element.itertext()).strip()[:20]
        call = next(c.claim[-12:] for c in brief.citations if c.mark == str(note.number))
        (page,) = (text for text in pages if start in text)
        assert call in "".join(page.split())


def test_running_heads_begin_on_the_second_page_and_each_page_bears_its_number(brief_pdf: bytes) -> None:
    first, *others = page_texts(brief_pdf)
    for number, page in enumerate([first, *others], start=1):
        assert f"Page {number} of {len(others) + 1}" in page
    assert all("Russia’s Pivotal Role in Afghan Peace Process" in page for page in others)


def test_a_long_title_is_shortened_at_its_colon_or_between_words() -> None:
    assert furniture.short("Clean air") == "Clean air"
    assert furniture.short(f"Clean air: {'the evidence of many years ' * 3}") == "Clean air"
    assert furniture.short("evidence " * 20).removesuffix("…").split() == ["evidence"] * 7


def test_quotation_marks_in_a_title_do_not_end_the_stylesheets_string(composed: Callable) -> None:
    composition = composed("Text.")
    titled = replace(composition.metadata, title='A "b" \\ c', publisher="")
    assert '"A \\"b\\" \\\\ c"' in furniture.stylesheet(titled)
    assert lay_out(replace(composition, metadata=titled)).troubles() == ()


def test_the_same_document_gives_the_same_bytes_in_another_process(brief_pdf: bytes, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from surefoot.source import read;"
        "from surefoot.writers.pdf import PdfWriter;"
        "Path(sys.argv[2]).write_bytes(PdfWriter().write(read(Path(sys.argv[1]))))"
    )
    source, made = Path(__file__).parents[1] / "source" / "brief.md", tmp_path / "brief.pdf"
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, "-c", program, source, made], check=True, env=environment)
    assert made.read_bytes() == brief_pdf


# Tags and links


EVERYTHING = """
# Heading with a note[^h]

A paragraph with three calls of one note: first[^same], second[^same], third[^same].

1. List item[^l]
   - nested item

> A quotation with a note.[^q]

| Column A[^th] | Column B |
|---------------|----------|
| cell one[^td] | cell two |

: A caption with a note[^cap]

Term[^dt]

:   Definition with a note[^dd]

    ``` python
    print("a line of code that is rather long, so long that it must be carried over to the next line")
    ```

Mathematics $E=mc^2$ and *emphasis*, [words](https://example.org/a(b)?c=d&e=[f]#g).

$$\\sum_{i=0}^n x_i$$

[^h]: Of the heading.
[^same]: Cited three times.
[^l]: Of a list.
[^q]: Of a quotation.
[^th]: Of a table's head.
[^td]: Of a cell.
[^cap]: Of a caption.
[^dt]: Of a term.
[^dd]: Of a definition:

    - bullet
    - bullet

    End.
"""


def test_pdf_ua_1_is_kept_by_all_that_can_hold_a_note(composed: Callable, tmp_path: Path) -> None:
    path = tmp_path / "everything.pdf"
    path.write_bytes(print_out(composed(EVERYTHING)))
    assert validators.pdf_ua(path) == []


def test_every_promise_of_it_is_kept(source: Source) -> None:
    document = read(source(FRONT + EVERYTHING))
    found = PdfInspector().inspect(PdfWriter().write(document)).citations
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


def test_a_note_called_again_says_so_and_leads_back_to_each_call(composed: Callable) -> None:
    made = opened(print_out(composed("One[^a], two[^a], three.[^a]\n\n[^a]: Note.\n")))
    said = [str(annotation.Contents) for annotation in made.pages[0].Annots]
    assert said == [
        *["Footnote 1"] * 3,
        "Back to reference 1 of 3",
        "Back to reference 2 of 3",
        "Back to reference 3 of 3",
    ]
    assert "↑2 ↑3" in page_texts(print_out(composed("One[^a], two[^a], three.[^a]\n\n[^a]: Note.\n")))[0]


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


def test_words_before_the_first_block_are_kept(source: Source) -> None:
    document = read(source(f"{FRONT}Bare <svg><title>Dot</title></svg> words.[^a]\n\n[^a]: Note.\n"))
    (found,) = PdfInspector().inspect(PdfWriter().write(document)).citations
    assert found.claim.endswith("BareDotwords.")
    assert found.claim.endswith(document.citations[0].claim)


def test_a_drawing_keeps_its_own_styles(composed: Callable) -> None:
    drawing = '<svg width="40" height="40"><path style="fill: red" d="M0 0h40v40H0z"/></svg>'
    page = pypdfium2.PdfDocument(print_out(composed(f"Here {drawing} it is.\n")))[0]
    colours = page.render().to_pil().convert("RGB").getcolors(1 << 16)
    assert (255, 0, 0) in {colour for _, colour in colours}


def test_headings_never_skip_a_level_in_the_tags(composed: Callable) -> None:
    made = print_out(composed("# One\n\n### Three\n\n## Two\n"))
    assert [line.strip() for line in structure(made)] == ["Div", "P", "H1", "H2", "H3", "H3"]


def test_the_outline_names_the_sections_without_their_calls(composed: Callable) -> None:
    with opened(print_out(composed("# One[^a]\n\n## Two\n\n[^a]: Note.\n"))).open_outline() as found:
        (title,) = found.root
        assert title.title == "Clean air"
        assert [section.title for section in title.children] == ["One"]
        assert [section.title for section in title.children[0].children] == ["Two"]


def test_calls_can_be_clicked(brief_pdf: bytes) -> None:
    for page in opened(brief_pdf).pages:
        for annotation in page.get("/Annots", []):
            left, bottom, right, top = map(float, annotation.Rect)
            assert abs(right - left) > 2
            assert abs(top - bottom) > 5


LISTS = """
3. three
4. four
    a. alpha

(iv) roman

<ol reversed><li>two<li>one</ol>

<ol start="5" type="A"><li>E<li value="9">I<li>J</ol>
"""


def test_ordered_lists_keep_their_numbers_and_their_style(composed: Callable) -> None:
    made = print_out(composed(LISTS))
    (page,) = page_texts(made)
    assert "3. 4. a. iv. 2. 1. E. I. J." in " ".join(page.split())
    with opened(made) as pdf:
        listings = [each.A.ListNumbering for each in kids(pdf.Root.StructTreeRoot.K[0]) if each.S == "/L"]
    assert listings == ["/Decimal", "/LowerRoman", "/Decimal", "/UpperAlpha"]


def test_a_link_without_words_prints_its_address(source: Source) -> None:
    document = read(source(f"{FRONT}Text[](https://body.org/).[^a]\n\n[^a]: See [](https://empty.org/).\n"))
    made = PdfWriter().write(document)
    assert "https://body.org/" in page_texts(made)[0]
    (found,) = PdfInspector().inspect(made).citations
    assert (fold(found.note), found.links) == ("See.", ("https://empty.org/",))
    assert found.claim.endswith(document.citations[0].claim)


def test_a_call_leads_to_a_note_whose_first_line_holds_a_picture(source: Source, tmp_path: Path) -> None:
    Image.new("RGB", (90, 120)).save(tmp_path / "chart.png")
    document = read(source(f"{FRONT}Text.[^a]\n\n[^a]: one ![in note](chart.png) two.\n"))
    (found,) = PdfInspector().inspect(PdfWriter().write(document)).citations
    assert (fold(found.note), found.jump, found.back) == ("oneinnotetwo.", True, True)


def test_a_link_around_a_picture_without_words_stays_one(composed: Callable, tmp_path: Path) -> None:
    Image.new("RGB", (9, 9)).save(tmp_path / "chart.png")
    composition = composed("[![](chart.png)](https://example.org/)")
    root = dress(composition.copy(), Placement()).root
    assert "".join(root.find("body/p").itertext()) == ""


def test_a_caption_stays_with_the_head_and_two_rows(composed: Callable) -> None:
    tables = [
        f"{'Line.' * (number % 5)}\n\n{WORDS * (number % 3)}\n\n: Caption{number} {WORDS}\n\n"
        f"| Head{number} | |\n|---|---|\n| first{number} | {WORDS} |\n| second{number} | |\n| third | |\n"
        for number in range(24)
    ]
    pages = page_texts(print_out(composed("\n".join(tables))))
    for number in range(24):
        (page,) = (page for page in pages if f"Caption{number} " in page)
        assert {f"Head{number}", f"first{number}", f"second{number}"} <= set(page.split())


def test_two_rows_that_want_a_page_leave_no_caption_behind(composed: Callable) -> None:
    table = f": Caption\n\n| Head | |\n|---|---|\n| first | {WORDS * 25} |\n| second | {WORDS * 25} |\n"
    pages = page_texts(print_out(composed(f"{WORDS * 9}\n\n{table}")))
    (page,) = (page for page in pages if "Caption" in page)
    assert "first" in page.split()


# What lines say


def test_a_hyphen_of_the_author_is_one_and_a_broken_word_has_none(source: Source) -> None:
    prose = "Internationalisation notwithstanding, characteristically uncompromising well-known words. " * 9
    document = read(source(f"{FRONT}{prose}[^a]\n\n[^a]: {prose}\n"))
    made = PdfWriter().write(document)
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
        ("ورد في", "ورد في"),
        ("well-known", ""),
        ("", ""),
    ],
)
def test_lines_whose_glyphs_mislead_say_their_words(line: str, said: str) -> None:
    assert actual_text(line, backwards=False) == said


def test_every_line_of_a_text_that_runs_backwards_says_its_words() -> None:
    """Signs at the ends of a line of Latin letters are painted on the other side."""
    assert actual_text("{:width}", backwards=True) == "{:width}"


@pytest.mark.parametrize(
    ("place", "clusters", "text", "backwards", "letters"),
    [
        (0, [0, 1, 2], "abc", 0, "a"),
        (0, [0, 3], "ffia", 0, "ffi"),
        (0, [0, 0, 3], "e\u0301x", 0, "e"),
        (1, [0, 0, 3], "e\u0301x", 0, "\u0301"),
        (1, [0, 0], "é", 0, "\u0301"),
        (2, [4, 2, 0], "ابج", 1, "ا"),
        (1, [0, 0], "لً" + "ا", 1, "لا"),
        (0, [0, 0], "لً" + "ا", 1, "ً"),
    ],
)
def test_every_glyph_reads_as_its_own_letters(
    place: int, clusters: list[int], text: str, backwards: int, letters: str
) -> None:
    assert painting.letters_of(place, clusters, text.encode(), backwards) == letters


def test_arabic_is_read_back_in_the_order_of_the_reader(source: Source) -> None:
    text = "---\ntitle: حاشية\nlang: ar\n---\n\nهذا نص قصير حقًا مثلًا.[^a]\n\n[^a]: هذه حاشية، رقمها 1.\n"
    document = read(source(text))
    (found,) = PdfInspector().inspect(PdfWriter().write(document)).citations
    (promised,) = document.citations
    assert found.claim.endswith(promised.claim)
    assert found.note == promised.note


def test_hebrew_letters_with_two_points_are_read_back(source: Source) -> None:
    text = "---\ntitle: T\nlang: he\n---\n\nשָׁלוֹם עוֹלָם בָּרוּךְ הַבָּא.[^a]\n\n[^a]: סֵפֶר שָׁלוֹם.\n"
    document = read(source(text))
    (found,) = PdfInspector().inspect(PdfWriter().write(document)).citations
    (promised,) = document.citations
    assert found.claim.endswith(promised.claim)
    assert found.note == promised.note


def test_an_address_among_arabic_runs_from_left_to_right(source: Source) -> None:
    address = "https://example.org/?q=هواء"
    text = f"---\ntitle: حاشية\nlang: ar\n---\n\nنص.[^a]\n\n[^a]: انظر <{address}>.\n"
    document = read(source(text))
    made = PdfWriter().write(document)
    page = pypdfium2.PdfDocument(made)[0].get_textpage()
    letters = page.get_text_range()
    left = {letter: page.get_charbox(letters.rindex(letter))[0] for letter in "?=و"}
    assert left["?"] < left["="] < left["و"]
    (found,) = PdfInspector().inspect(made).citations
    assert (found.note, found.links) == (document.citations[0].note, document.citations[0].links)


# What must not get lost


def laid(html: str, css: str) -> engine.Rendering:
    root = tinyhtml5.parse(
        f"<!doctype html><html lang=en><title>t</title>{html}", namespace_html_elements=False
    )
    return engine.lay_out(root, [css], Shelf({}))


def shown(rendering: engine.Rendering) -> list[list[str]]:
    """The texts of each page."""
    return [
        [box.text for box in page._page_box.descendants() if isinstance(box, TextBox)]
        for page in rendering.pages
    ]


LINES = "@page { size: 100px 70px; margin: 0; @footnote { margin: 0 } } html { font: 10px/1 'Source Sans 3' }"
NOTES = "body, p { margin: 0 } span { float: footnote }"


def test_a_line_taken_in_the_place_of_a_note_keeps_its_own_note() -> None:
    html = "<p>a<br>b<br>c<br>d<p>e<span>first</span><br>f<span>second</span><br>g<br>h"
    stock = weasyprint.HTML(string=f"<style>{LINES}{NOTES}</style>{html}").render()
    assert "second" not in chain(*shown(stock)), "the mend is no longer needed"
    assert "second" in chain(*shown(laid(html, LINES + NOTES)))


def test_white_space_in_notes_is_collapsed() -> None:
    html = "<p>a<span>one\n   two</span>"
    stock = weasyprint.HTML(string=f"<style>{LINES}{NOTES}</style>{html}").render()
    assert "one two" not in shown(stock)[0], "the mend is no longer needed"
    assert "one two" in shown(laid(html, LINES + NOTES))[0]


def test_a_table_keeps_its_head_above_a_row_that_is_taller_than_the_page() -> None:
    rows = "<br>".join("abcdefghijklmnop")
    html = f"<table><thead><tr><th>Head<tbody><tr><td>{rows}</table>"
    css = LINES + "tr { break-inside: avoid }"
    stock = weasyprint.HTML(string=f"<style>{css}</style>{html}").render()
    assert "Head" not in shown(stock)[0], "the mend is no longer needed"
    assert "Head" in shown(laid(html, css))[0]


def test_a_rounding_error_does_not_send_a_note_to_the_next_page(composed: Callable) -> None:
    composition = composed(f"{WORDS * 3}[^a]\n\n{WORDS * 3}\n\n[^a]: {WORDS * 2}\n")
    assert len(lay_out(composition).rendering.pages) == 1


def test_a_note_that_no_page_can_hold_is_set_behind_its_paragraph(
    composed: Callable, caplog: pytest.LogCaptureFixture
) -> None:
    code = "\n".join(f"    line {number}" for number in range(90))
    composition = composed(f"Here.[^a]\n\nThere.\n\n[^a]: Code:\n\n    ```\n{code}\n    ```\n")
    with caplog.at_level(logging.WARNING):
        made = print_out(composition)
    (message,) = caplog.messages
    assert message.startswith("In the PDF, some notes stand behind the paragraphs that call them (1): ")
    text = "".join(page_texts(made))
    assert text.index("line 89") < text.index("There.")
    assert len(PdfInspector().inspect(made).citations) == 1


@pytest.mark.parametrize(
    ("failures", "said"),
    [
        (3, "some notes stand behind the paragraphs that call them (1, 2, 3)"),
        (4, "all notes stand at the end"),
    ],
)
def test_each_remedy_is_tried_and_the_log_says_only_what_came_of_it(
    failures: int,
    said: str,
    composed: Callable,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    troubles = [(gate.Trouble("Lost.", 0, f"fn-{number}"),) for number in range(1, failures + 1)]
    monkeypatch.setattr(gate, "check", lambda *_: troubles.pop(0) if troubles else ())
    notes = "\n\n".join(f"[^{number}]: Note." for number in range(1, 5))
    with caplog.at_level(logging.WARNING):
        layout = lay_out(composed(f"One[^1], two[^2], three[^3], four.[^4]\n\n{notes}\n"))
    assert troubles == []
    assert layout.placement.at_end == (failures > 3)
    assert caplog.messages == [f"In the PDF, {said}: otherwise words would be lost or covered."]


def test_notes_stand_at_the_end_where_nothing_else_helps(composed: Callable) -> None:
    composition = composed("Here.[^a]\n\nThere.\n\n[^a]: Note.\n")
    root = dress(composition.copy(), Placement(at_end=True)).root
    section = root.find("body/section")
    assert section is not None
    assert [child.tag for child in section] == ["h2", "fn-note"]


def test_a_document_without_trouble_is_laid_out_without_remedies(
    composed: Callable, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        print_out(composed(EVERYTHING))
    assert caplog.text == ""


# The gate


@pytest.mark.parametrize(
    ("css", "what"),
    [
        ("p.x { display: none }", "was laid out as"),
        ("p.x { position: absolute; left: -90mm; width: 60mm }", "off the side"),
        ("p.x { position: absolute; top: 290mm }", "off the foot or head"),
        ("fn-note { float: footnote; display: block; margin-top: -30mm }", "stands where the notes stand"),
    ],
)
def test_the_gate_sees(css: str, what: str) -> None:
    html = "<p class=x>Some words of the text.</p><fn-note>A note.</fn-note>" + "<p>More.</p>" * 60
    css = f"@page {{ size: A4; margin: 20mm }} fn-note {{ float: footnote }} {css}"
    rendering = laid(html, css)
    notes = dict.fromkeys(rendering._html.etree_element.iter("fn-note"), "fn-1")
    troubles = gate.check(rendering, notes, furniture_of(rendering))
    assert what in troubles[0].what


def test_what_no_layout_can_hold_is_refused_by_name(
    composed: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    composition = composed("Unseen words.\n")
    theme_text = theme.text
    monkeypatch.setattr(theme, "text", lambda name: theme_text(name) + "p { display: none }")
    with pytest.raises(WriterError, match=r"“unseenwords\.” was laid out as “”"):
        print_out(composition)


def test_a_character_that_no_font_has_is_named_with_its_script(composed: Callable) -> None:
    with pytest.raises(WriterError, match=r"U\+10600 LINEAR A SIGN AB001.*Linear A"):
        print_out(composed("\U00010600"))


def test_symbols_that_no_font_has_are_named_without_a_script() -> None:
    class Font:
        missing = dict.fromkeys(range(0x1FB00, 0x1FB20), 0)

    with pytest.raises(WriterError, match=r"and 20 more\. Install one for such symbols"):
        glyphs.check(type("Rendering", (), {"fonts": {"f": Font}}))


# The engine's door


@pytest.mark.parametrize("address", ["surefoot:no.png", "https://example.org/a.png", "file:///etc/hostname"])
def test_a_page_fetches_nothing_but_its_own(address: str) -> None:
    with pytest.raises(WriterError, match="could not read a file"):
        laid(f"<img src='{address}' alt=x>", "")


def test_a_complaint_of_the_engine_is_no_log_line() -> None:
    with pytest.raises(WriterError, match="no-such-property"):
        laid("<p>a", "p { no-such-property: 1 }")


def test_another_weasyprint_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mending, "MENDED_VERSION", "71.0")
    with pytest.raises(WriterError, match=r"needs WeasyPrint 71\.0 .* here is 70\.0"):
        laid("<p>a", "")


def test_a_passage_that_is_not_there_is_not_mended() -> None:
    with pytest.raises(WriterError, match="as it was published"):
        mending.rewritten(gate, "check", "no such passage", "pass")


def test_the_mends_are_in_force_only_while_pages_are_made() -> None:
    before = weasyprint.document.LayoutContext
    laid("<p>a", "")
    assert weasyprint.document.LayoutContext is before


# Long notes and formulas


def test_a_long_note_is_cut_between_sentences_and_loses_nothing() -> None:
    note = fromstring(f"<fn-note><p>{WORDS * 20}<em>{WORDS}</em> end</p><p>Short.</p></fn-note>")
    whole = "".join(note.itertext())
    rest = parts.split(note)
    pieces: list[Element] = [note, *rest.parts]
    assert "".join("".join(piece.itertext()) for piece in pieces) == whole
    assert all(len("".join(piece.itertext())) <= parts.LIMIT * 1.1 for piece in pieces)
    assert all("".join(piece.itertext()).rstrip()[-1] in ".d" for piece in pieces)
    assert set(rest.continued) == {piece[0] for piece in rest.parts}


def test_words_behind_a_paragraph_that_is_cut_are_kept() -> None:
    note = fromstring(f"<fn-note><p>{WORDS * 20}</p>behind<p>Short.</p></fn-note>")
    whole = "".join(note.itertext())
    rest = parts.split(note)
    assert "".join("".join(piece.itertext()) for piece in (note, *rest.parts)) == whole


def test_no_cut_goes_through_a_word() -> None:
    note = fromstring(f"<fn-note><p>{'word ' * 219}half<em>half</em> {'word ' * 200}</p></fn-note>")
    rest = parts.split(note)
    assert rest.parts
    assert "halfhalf" in [*"".join(note.itertext()).split(), *"".join(rest.parts[0].itertext()).split()]


def test_what_cannot_be_drawn_is_left_to_its_tex() -> None:
    for content in ("<mi>漢</mi>", "<unknown>x</unknown>"):
        assert formulas.draw(fromstring(f"<math>{content}</math>")) is None
    annotated = fromstring(
        "<math><semantics><mi>x</mi>"
        '<annotation encoding="application/x-tex">x</annotation></semantics></math>'
    )
    assert formulas.tex(annotated) == "x"
    drawing = formulas.draw(annotated)
    assert drawing is not None
    assert 0.3 < drawing.width < 0.8


def test_a_formula_that_cannot_be_drawn_is_printed_as_tex(composed: Callable) -> None:
    root = dress(composed(r"$\text{漢}$").copy(), Placement()).root
    (formula,) = root.iter("code")
    assert (formula.get("class"), formula.text) == ("formula inline", r"\text{漢}")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("row", ["[^a][^b]", "*word[^a]*[^b]", "[[^a]]{.x}[[^b]]{.y}"])
def test_two_marks_in_a_row_stand_apart(language: str, row: str, source: Source) -> None:
    text = f"---\ntitle: T\nlang: {language}\n---\n\nWord{row}\n\n[^a]: One.\n\n[^b]: Two.\n"
    recovered = PdfInspector().inspect(PdfWriter().write(read(source(text))))
    assert [citation.apart for citation in recovered.citations] == [True, True]


def test_an_empty_quotation_is_one(source: Source) -> None:
    recovered = PdfInspector().inspect(
        PdfWriter().write(read(source(f"{FRONT}Word.[^a]\n\n>\n\n[^a]: N.\n")))
    )
    assert recovered.prose.quotations == ("",)
