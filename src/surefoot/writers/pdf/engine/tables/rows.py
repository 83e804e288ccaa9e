"""Mends of the layout of tables, whose cells WeasyPrint lays out one by one."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from weasyprint.layout import LayoutContext, block, table

from surefoot.writers.pdf.boxes import Box
from surefoot.writers.pdf.engine.mending import Mend, rewritten
from surefoot.writers.pdf.engine.notes import fragments


def mends() -> tuple[Mend, ...]:
    """Return what must be in force while pages are laid out."""
    return (Mend(block, "table_layout", _table_layout()),)


@cache
def _table_layout() -> Callable[..., Any]:
    """Tables whose rows and heads take their notes with them.

    A first row on a page that is taller than the page: WeasyPrint tries it with
    the head as if something stood above it, fails, and drops the head: its words,
    and the calls in them, are lost.

    A head without room for a row below it goes over to the next page, and its
    notes stay. A head without room for its notes stays out, and first comes on
    the next page, behind the rows that stand here.

    The notes of a cell push up the foot of the page, below which the cells
    beside it were laid out before: their lines then stand among the notes.

    A cell that goes on from the page before, and of which this page holds no
    line, begins anew on the next page: words are doubled.
    """
    return rewritten(
        table,
        "table_layout",
        """
                    skip_stack, position_y + header_height, bottom_space,
                    page_is_empty=avoid_breaks))
""",
        """
                    skip_stack, position_y + header_height, bottom_space,
                    page_is_empty=page_is_empty))
""",
        """
                # Header too big for the page.
""",
        """
                # Header too big for the page.
                if not page_is_empty:
                    return header, None, None, position_y, None, next_page
""",
        """
                # We could not fit any content, drop the header.
""",
        """
                # We could not fit any content, drop the header.
                remove_placeholders(context, [header], absolute_boxes, fixed_boxes)
""",
        """
    if new_table_children is None:
        assert resume_at is None
""",
        """
    if new_table_children is None:
        assert resume_at is None
        if header is not None:
            remove_placeholders(context, [header], absolute_boxes, fixed_boxes)
""",
        """
            new_row_children = []
""",
        """
            new_row_children = []
            floor_outside, row_outside = context.floor, context.enter_row(row)
""",
        """
                new_row_children.append(cell)

            if resume_at and not page_is_empty:
""",
        """
                new_row_children.append(cell)
                context.floor = max(context.floor, lowest_line(context, cell))
            context.floor = floor_outside
            context.leave_row(row_outside)

            if resume_at and not page_is_empty:
""",
        """
                    cell_resume_at = {0: None}
""",
        """
                    cell_resume_at = cell_skip_stack or {0: None}
""",
        lowest_line=_lowest_line,
    )


def _lowest_line(context: LayoutContext, cell: Box) -> float:
    """Return where the last line or picture of ``cell`` ends; nothing is asked for once all notes are set."""
    return fragments.foot(cell, painted=False) if context.footnotes else 0
