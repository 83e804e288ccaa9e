"""The PDF writer: notes at the foot of their page, links both ways, and no word lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pypdfium2
import pytest

from conftest import FRONT
from paged import page_texts
from surefoot.compose import compose
from surefoot.errors import WriterError
from surefoot.inspectors.pdf import PdfInspector
from surefoot.model import Document
from surefoot.source import read
from surefoot.writers.pdf import PdfWriter, formulas, furniture, glyphs, print_out
from surefoot.writers.pdf.layout import lay_out
from surefoot.writers.pdf.notes import Placement
from surefoot.writers.pdf.sheet import dress
from tagged import kids, opened

Source = Callable[[str], Path]


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


def test_words_before_the_first_block_are_kept(source: Source) -> None:
    document = read(source(f"{FRONT}Bare <svg><title>Dot</title></svg> words.[^a]\n\n[^a]: Note.\n"))
    (found,) = PdfInspector().inspect(PdfWriter().write(document).data).citations
    assert found.claim.endswith("BareDotwords.")
    assert found.claim.endswith(document.citations[0].claim)


def test_a_drawing_keeps_its_own_styles(composed: Callable) -> None:
    drawing = '<svg width="40" height="40"><path style="fill: red" d="M0 0h40v40H0z"/></svg>'
    page = pypdfium2.PdfDocument(print_out(composed(f"Here {drawing} it is.\n")))[0]
    colours = page.render().to_pil().convert("RGB").getcolors(1 << 16)
    assert (255, 0, 0) in {colour for _, colour in colours}


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


# Glyphs


def test_a_character_that_no_font_has_is_named_with_its_script(composed: Callable) -> None:
    with pytest.raises(WriterError, match=r"U\+10600 LINEAR A SIGN AB001.*Linear A"):
        print_out(composed("\U00010600"))


def test_symbols_that_no_font_has_are_named_without_a_script() -> None:
    class Font:
        missing = dict.fromkeys(range(0x1FB00, 0x1FB20), 0)

    with pytest.raises(WriterError, match=r"and 20 more\. Install one for such symbols"):
        glyphs.check(type("Rendering", (), {"fonts": {"f": Font}}))


# Formulas


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
    recovered = PdfInspector().inspect(PdfWriter().write(read(source(text))).data)
    assert [citation.apart for citation in recovered.citations] == [True, True]
