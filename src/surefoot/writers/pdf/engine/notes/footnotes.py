"""Mends of the layout, without which notes are lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from weasyprint import document
from weasyprint.formatting_structure.build import build_formatting_structure
from weasyprint.layout import block, page

from surefoot.writers.pdf.boxes import Box
from surefoot.writers.pdf.engine.lines.hyphens import break_line
from surefoot.writers.pdf.engine.mending import Mend, rewritten
from surefoot.writers.pdf.engine.notes.area import Context


def mends() -> tuple[Mend, ...]:
    """Return what must be in force while pages are laid out."""
    return (
        Mend(block, "_linebox_layout", _linebox_layout()),
        Mend(document, "build_formatting_structure", _boxes),
        Mend(document, "LayoutContext", Context),
        Mend(page, "make_page", _make_page()),
    )


@cache
def _linebox_layout() -> Callable[..., Any]:
    """Lines that never push earlier notes to the next page in order to fit, and may break their own.

    Since 66.0 WeasyPrint pushes them and then takes the line without laying out
    that line's own notes: they are lost. This is the behaviour of 65.1. And it
    sends a line to the next page if one of many notes does not fit on this one,
    however much of the page stays empty.

    It also looks through all waiting notes for each box of each line.
    """
    return rewritten(
        block,
        "_linebox_layout",
        "report = not context.in_column and can_break_now and not could_break_before",
        "report = False",
        "if descendant.footnote in context.footnotes)",
        "if descendant.footnote and descendant.footnote in context.footnotes)",
        """
                overflow = context.layout_footnote(footnote)
                new_footnotes.append(footnote)
                overflow = (
                    overflow or
                    context.reported_footnotes or
                    context.overflows_page(bottom_space, new_position_y + offset_y))
                if overflow:
                    context.report_footnote(footnote)
""",
        """
                new_footnotes.append(footnote)
                foot = new_position_y + offset_y + max(bottom_space, 0)
                if not context.takes(footnote, line, foot):
                    context.report_footnote(footnote)
                    if context.waits():
                        continue
""",
        _break_line=break_line,
    )


@cache
def _make_page() -> Callable[..., Any]:
    """Pages that settle their notes, and on which notes from the page before are something.

    A page must take what comes first in the text, or the layout would never
    end. WeasyPrint takes it even where notes from the page before fill the page:
    its own notes then wait for those, and drift away from their calls page by page.
    A page may have no text, then; WeasyPrint's way to make one fails within a line.
    """
    return rewritten(
        page,
        "make_page",
        """
    for i, reported_footnote in enumerate(reported_footnotes):
        context.footnotes.append(reported_footnote)
        overflow = context.layout_footnote(reported_footnote)
        if overflow and i != 0:
            context.report_footnote(reported_footnote)
            context.reported_footnotes = reported_footnotes[i:]
            break
""",
        """
    context.carry(reported_footnotes)
""",
        """
    footnote_area = build.create_anonymous_boxes(footnote_area.deepcopy())
    footnote_area = block_level_layout(
        context, footnote_area, bottom_space=-inf, skip_stack=None,
        containing_block=footnote_area.page, page_is_empty=True,
        absolute_boxes=positioned_boxes, fixed_boxes=positioned_boxes)[0]
    footnote_area.translate(dy=-footnote_area.margin_height())
""",
        """
    context.settle(root_box)
    footnote_area = context.note_area(positioned_boxes)
""",
        """
    page_is_empty = True
    adjoining_margins = []
    positioned_boxes = []  # Mixed absolute and fixed
    out_of_flow_boxes = []
""",
        """
    page_is_empty = context.begin_text()
    adjoining_margins = []
    positioned_boxes = []  # Mixed absolute and fixed
    out_of_flow_boxes = []
""",
        """
        box = parent = initial_root_box = initial_root_box.deepcopy()
        skip_stack = initial_resume_at
        while skip_stack and len(skip_stack) == 1:
            (skip, skip_stack), = skip_stack.items()
            box, parent = box.children[skip], box
        parent.children = []
        parent.force_fragmentation = True
        root_box, _, _, _, _, _ = block_level_layout(
            context, initial_root_box, 0, initial_resume_at, initial_containing_block,
            True, positioned_boxes, positioned_boxes, adjoining_margins)
""",
        """
        root_box, _, _, _, _, _ = block_level_layout(
            context, initial_root_box.copy_with_children([]), 0, None, initial_containing_block,
            True, positioned_boxes, positioned_boxes, adjoining_margins)
""",
    )


def _boxes(*args: Any) -> Box:
    """Build the boxes, and collapse white space in the notes too.

    WeasyPrint does so only in the flow, after it has lifted the notes out of it.
    """
    flow = build_formatting_structure(*args)
    footnotes = args[-1]
    for footnote in footnotes:
        footnote.process_whitespace()
        footnote.process_text_transform()
    return flow
