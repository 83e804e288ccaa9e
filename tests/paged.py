"""What tests of the pages share: words, and the engine driven through our own door."""

from __future__ import annotations

import pypdfium2
import tinyhtml5
from weasyprint.formatting_structure.boxes import TextBox

from surefoot.faces import companions
from surefoot.writers.pdf import engine
from surefoot.writers.pdf.sheet.resources import Shelf

WORDS = "Sustainable policy needs evidence, and evidence needs notes that stay with their words. "


def page_texts(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def laid(html: str, css: str) -> engine.Rendering:
    root = tinyhtml5.parse(
        f"<!doctype html><html lang=en><title>t</title>{html}", namespace_html_elements=False
    )
    rendering, _ = engine.lay_out(root, [css], (), Shelf({}), companions.files(()))
    return rendering


def shown(rendering: engine.Rendering) -> list[list[str]]:
    """The texts of each page."""
    return [
        [box.text for box in page._page_box.descendants() if isinstance(box, TextBox)]
        for page in rendering.pages
    ]
