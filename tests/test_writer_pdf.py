"""The PDF writer: notes at the foot of their page, links both ways, and no word lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from paged import page_texts
from surefoot.inspectors.pdf import PdfInspector
from surefoot.source import read
from surefoot.writers.pdf import PdfWriter, print_out
from tagged import kids, opened

Source = Callable[[str], Path]


LISTS = """
3. three
4. four
    a. alpha

(iv) roman

<ol reversed><li>two<li>one</ol>

<ol start="5" type="A"><li>E<li value="9">I<li>J</ol>
"""


def test_ordered_lists_keep_their_numbers_with_their_signs_and_their_style(composed: Callable) -> None:
    made = print_out(composed(LISTS)).data
    (page,) = page_texts(made)
    assert "3. 4. a. (iv) 2. 1. E. I. J." in " ".join(page.split())
    with opened(made) as pdf:
        listings = [each.A.ListNumbering for each in kids(pdf.Root.StructTreeRoot.K[0]) if each.S == "/L"]
    assert listings == ["/Decimal", "/LowerRoman", "/Decimal", "/UpperAlpha"]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("row", ["[^a][^b]", "*word[^a]*[^b]", "[[^a]]{.x}[[^b]]{.y}"])
def test_two_marks_in_a_row_stand_apart(language: str, row: str, source: Source) -> None:
    text = f"---\ntitle: T\nlang: {language}\n---\n\nWord{row}\n\n[^a]: One.\n\n[^b]: Two.\n"
    recovered = PdfInspector().inspect(PdfWriter().write(read(source(text))).data)
    assert [citation.apart for citation in recovered.citations] == [True, True]
