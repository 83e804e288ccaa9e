"""Mends of the layout, without which notes are lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from math import inf
from typing import Any

from weasyprint import document
from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure.build import build_formatting_structure, create_anonymous_boxes
from weasyprint.layout import LayoutContext, block, page

from surefoot.writers.pdf.boxes import Box, walk
from surefoot.writers.pdf.engine.mending import Mend, rewritten

_ROUNDING = 0.01
"""CSS pixels that heights may differ by without meaning anything."""


def mends() -> tuple[Mend, ...]:
    """Return what must be in force while pages are laid out."""
    return (
        Mend(block, "_linebox_layout", _linebox_layout()),
        Mend(document, "build_formatting_structure", _boxes),
        Mend(document, "LayoutContext", _Context),
        Mend(page, "make_page", _make_page()),
    )


@cache
def _linebox_layout() -> Callable[..., Any]:
    """Lines that never push earlier notes to the next page in order to fit.

    Since 66.0 WeasyPrint does so and then takes the line without laying out that
    line's own notes: they are lost. This is the behaviour of 65.1.

    It also looks through all waiting notes for each box of each line.
    """
    return rewritten(
        block,
        "_linebox_layout",
        "report = not context.in_column and can_break_now and not could_break_before",
        "report = False",
        "if descendant.footnote in context.footnotes)",
        "if descendant.footnote and descendant.footnote in context.footnotes)",
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
    footnote_area = build.create_anonymous_boxes(footnote_area.deepcopy())
""",
        """
    context.settle(root_box)
    footnote_area = build.create_anonymous_boxes(footnote_area.deepcopy())
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


class _Context(LayoutContext):
    """A layout that keeps its word about notes."""

    def __init__(self, *args: Any) -> None:
        self._callable: frozenset[Box] = frozenset()
        self._order: dict[Box, int] = {}
        self._heights: dict[Box, float] = {}
        self.floor = 0.0
        super().__init__(*args)  # type: ignore[no-untyped-call]

    @property
    def current_footnote_area(self) -> Box:
        """The note area; WeasyPrint sets it once, at the start of each page."""
        return self._area

    @current_footnote_area.setter
    def current_footnote_area(self, area: Box) -> None:
        self._area = area
        self._limit = inf if area is None else self._whole_page(area)
        self._callable = frozenset(self.footnotes)
        self._order = self._order or {footnote: rank for rank, footnote in enumerate(self.footnotes)}

    @staticmethod
    def _whole_page(area: Box) -> float:
        """Return how high the notes may be if they leave no room for text."""
        edges = (area.margin_top, area.padding_top, area.border_top_width)
        feet = (area.margin_bottom, area.padding_bottom, area.border_bottom_width)
        return float(area.page.height - sum(edges) - sum(feet))

    def begin_text(self) -> bool:
        """Limit the notes as the stylesheet says; return whether the page is empty up to now.

        Notes from the page before may fill the whole page: their text is long past.
        """
        area = self.current_footnote_area
        carried = sum(map(self._height, self.current_page_footnotes))
        self._limit = max(carried, area.max_height)
        if carried > area.max_height:
            area.style = area.style.copy()
            area.style["max_height"] = Dimension(inf, "px")
        return not self.current_page_footnotes

    def unlayout_footnote(self, footnote: Box) -> None:
        """Take a note back, but only on the page of its call.

        WeasyPrint takes back the notes of whatever it removes from a page. A
        table row that began on the page before is removed with *all* its calls,
        and a note that was passed on from there is lost: its call never comes
        again.
        """
        if footnote in self._callable:
            super().unlayout_footnote(footnote)  # type: ignore[no-untyped-call]

    def layout_footnote(self, footnote: Box) -> bool:
        """Take a note in; return whether the notes then reach up to lines that stand already."""
        overflows: bool = super().layout_footnote(footnote)  # type: ignore[no-untyped-call]
        foot: float = self.page_bottom or 0
        return overflows or foot < self.floor - _ROUNDING

    def settle(self, root: Box) -> None:
        """Let this page have the notes of the calls that stand on it, in their order.

        WeasyPrint forgets, here and there, to take back the notes of what it
        removes from a page.
        """
        called = {box.footnote for box in walk(root) if box.footnote}
        for footnote in (*self.current_page_footnotes, *self.reported_footnotes):
            if footnote not in called:
                self.unlayout_footnote(footnote)
        self.current_page_footnotes.sort(key=self._order.__getitem__)

    def _update_footnote_area(self) -> bool:
        """Make room for the notes of this page; return whether they are more than it may hold.

        WeasyPrint lays all of them out again for each one, which is quadratic;
        takes a rounding error in the last digit for an overflow, and passes the
        note on; and leaves a gap once it has taken the only note back.
        """
        area = self.current_footnote_area
        area.children = self.current_page_footnotes
        if area.height != "auto":
            self.page_bottom += area.margin_height()
        wanted = sum(map(self._height, area.children))
        area.height = min(wanted, self._limit) if area.children else "auto"
        if area.height != "auto":
            self.page_bottom -= area.margin_height()
        return wanted > self._limit + _ROUNDING

    def _height(self, footnote: Box) -> float:
        """Return the height of a note, laid out once: all pages have the same width."""
        if footnote not in self._heights:
            area = self.current_footnote_area.copy_with_children([footnote])
            area = create_anonymous_boxes(area.deepcopy())
            area = block.block_level_layout(self, area, -inf, None, self.current_footnote_area.page)[0]
            last = area.children[-1]
            self._heights[footnote] = last.position_y + last.margin_height() - area.content_box_y()
        return self._heights[footnote]
