"""Drawings in the text of a PDF: pictures that say their words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2

from conftest import FRONT
from surefoot.inspectors.pdf import PdfInspector
from surefoot.source import read
from surefoot.writers.pdf import PdfWriter, print_out

Source = Callable[[str], Path]


def test_words_before_the_first_block_are_kept(source: Source) -> None:
    document = read(source(f"{FRONT}Bare <svg><title>Dot</title></svg> words.[^a]\n\n[^a]: Note.\n"))
    (found,) = PdfInspector().inspect(PdfWriter().write(document).data).citations
    assert found.claim.endswith("BareDotwords.")
    assert found.claim.endswith(document.citations[0].claim)


def test_a_drawing_keeps_its_own_styles(composed: Callable) -> None:
    drawing = '<svg width="40" height="40"><path style="fill: red" d="M0 0h40v40H0z"/></svg>'
    page = pypdfium2.PdfDocument(print_out(composed(f"Here {drawing} it is.\n")).data)[0]
    colours = page.render().to_pil().convert("RGB").getcolors(1 << 16)
    assert (255, 0, 0) in {colour for _, colour in colours}
