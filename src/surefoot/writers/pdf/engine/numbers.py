"""Set the numbers of pages that are known only when all pages are laid out.

``target-counter()`` would make WeasyPrint lay pages out again, which loses
notes. So a number of another width is put into a field that is wide enough,
where nothing but the field's own text can move.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.layout.inline import split_text_box

from surefoot.writers.pdf.boxes import Box, Rendering, walk


def fill(rendering: Rendering, folios: Mapping[Element, Element]) -> None:
    """Print into each of the ``folios`` the number of the page on which an element begins.

    Args:
        rendering: the laid-out pages.
        folios: each element that holds nothing but such a number, and the element it speaks of.
    """
    numbers: dict[Element, int] = {}
    fields: list[Box] = []
    wanted = set(folios.values())
    for number, page in enumerate(rendering.pages, start=1) if folios else ():
        for box in walk(page._page_box):  # noqa: SLF001 - WeasyPrint offers no other way to the boxes
            if box.element in wanted:
                numbers.setdefault(box.element, number)
            elif isinstance(box, TextBox) and box.element in folios:
                fields.append(box)
    for box in fields:
        # What is nowhere has no number; the gate says that its words are lost.
        if found := numbers.get(folios[box.element]):
            box.element.text = str(found)
            _set(box, box.element.text)


def _set(box: Box, text: str) -> None:
    """Let a ``box`` hold another ``text``, which ends where its own ended."""
    new, *_ = split_text_box(None, box.copy_with_text(text), None, 0)
    if box.style["direction"] == "ltr":
        box.position_x += box.width - new.width
    box.text, box.width, box.pango_layout = text, new.width, new.pango_layout
