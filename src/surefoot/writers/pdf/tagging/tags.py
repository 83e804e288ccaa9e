"""Tag the pages: one structure element for each HTML element, however many pages it runs over.

WeasyPrint's own tags follow its boxes: a paragraph cut by a page becomes two,
with the notes in between, and a note is nothing in particular. Here a note is a
``Note`` with an ID behind the block that calls it (ISO 14289-1, 7.9), its calls
are ``Reference`` > ``Link`` and its ways back ``Lbl`` > ``Link``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import pydyf
from weasyprint.formatting_structure.boxes import LineBox, ReplacedBox

from surefoot.errors import WriterError
from surefoot.writers.pdf.boxes import Box, Rendering, parts, unwrapped
from surefoot.writers.pdf.spoken import actual_text, runs_backwards
from surefoot.writers.pdf.tagging import modern
from surefoot.writers.pdf.tagging.elements import Elements
from surefoot.writers.pdf.tagging.objects import write
from surefoot.writers.pdf.tagging.structure import Annotation, Mark, Node

_POINTS = 0.75
"""To the CSS pixel."""


class Tagger:
    """Gives the content of one rendering to its structure elements."""

    def __init__(self, elements: Elements, furniture: Collection[Box]) -> None:
        self._elements = elements
        self._furniture = furniture

    def add_tags(self, pdf: pydyf.PDF, rendering: Rendering, version: object, streams: Sequence[Any]) -> None:
        """Write the structure tree into ``pdf``; in the form of WeasyPrint's own function.

        Raises:
            WriterError: something on a page belongs to no element.
        """
        del version
        for number, (page, stream) in enumerate(zip(rendering.pages, streams, strict=True)):
            marks = {box: tag["mcid"] for box, tag in stream._tags.items()}  # noqa: SLF001
            for part in parts(page):
                self._visit(part, number, page.height, marks)
            for box in marks:
                raise WriterError(
                    f"Page {number + 1}: {getattr(box, 'text', 'a picture')!r} belongs to no element."
                )
        if self._elements.variant.modern:
            modern.rename(self._elements.document)
        written = write(pdf, self._elements.document, len(rendering.pages))
        if self._elements.variant.modern:
            modern.enrich(pdf, self._elements, written, modern.bookmarked(rendering))
        elif not self._elements.variant.linked:
            modern.refer(self._elements, written)

    def _visit(self, box: Box, page: int, height: float, marks: dict[Box, int]) -> None:
        """Give what ``box`` and the boxes below it hold to their elements, in reading order."""
        box = unwrapped(box)
        if box in self._furniture:
            return
        if box.element is not None and not isinstance(box, LineBox):
            self._give(box, page, height, marks)
        for child in box.children:
            self._visit(child, page, height, marks)

    def _give(self, box: Box, page: int, height: float, marks: dict[Box, int]) -> None:
        node = self._node(box)
        if box.link_annotation:
            _name(box)
            node.kids.append(Annotation(page, box.link_annotation))
        if box in marks:
            _home(self._elements.home(node), box).kids.append(Mark(page, marks.pop(box)))
            if isinstance(box, ReplacedBox):
                node.attributes = {"O": "/Layout", "BBox": _rectangle(box, height)}

    def _node(self, box: Box) -> Node:
        if box.element.tag == "li" and box.element_tag.endswith("::marker"):
            return self._elements.label(box.element)
        return self._elements.node(box.element)


def _home(node: Node, box: Box) -> Node:
    """Return where the content of ``box`` goes: if it is painted backwards, a Span that says it.

    Such a replacement of the marked content itself would be read backwards once
    more by PDFium and by Poppler, which take it for letters in painted order.
    """
    words = getattr(box, "text", "")
    if not runs_backwards(words, box.style["direction"]):
        return node
    leftward = {"O": "/Layout", "WritingMode": "/RlTb"}
    return node.add("Span", spoken=actual_text(words) or words, attributes=leftward)


def keep_own_links(rendering: Rendering, furniture: Collection[Box]) -> None:
    """Leave each link its own areas only.

    WeasyPrint makes one more for every element inside a link, and for the links
    in table heads that are repeated; neither would be inside its structure
    element, as ISO 14289-1, 7.18.5, demands.
    """
    for page in rendering.pages:
        page.links = [link for link in page.links if link[3].link and link[3] not in furniture]


def keep_no_links(rendering: Rendering) -> None:
    """Take all links away: on paper there are none, and PDF/X forbids them (ISO 15930-7, 6.17)."""
    for page in rendering.pages:
        page.links = []


def _name(box: Box) -> None:
    """Say where a link leads (ISO 14289-1, 7.18.5): its label, its words, or its address."""
    element, annotation = box.element, box.link_annotation
    words = element.get("aria-label") or (
        "Dest" in annotation and " ".join("".join(element.itertext()).split())
    )
    if words:
        annotation["Contents"] = pydyf.String(words)


def _rectangle(box: Box, height: float) -> pydyf.Array:
    """Return the bounding box of a picture, in points from the foot of the page."""
    left, top = box.content_box_x(), box.content_box_y()
    corners = (left, height - top - box.height, left + box.width, height - top)
    return pydyf.Array([round(_POINTS * corner, 3) for corner in corners])
