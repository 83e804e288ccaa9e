"""Let tables fit into what they stand in, and captions be as wide as the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from xml.etree.ElementTree import Element

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure.boxes import TableBox, TableCaptionBox
from weasyprint.layout import LayoutContext, table

from surefoot.writers.pdf.boxes import Box, Rendering, parts, walk
from surefoot.writers.pdf.engine.mending import Mend
from surefoot.writers.pdf.engine.tables.columns import Columns, margins
from surefoot.writers.pdf.engine.tables.fit import Fit, fit_of


def mends() -> tuple[Mend, ...]:
    """Return what must be in force while pages are laid out."""
    return (Mend(table, "auto_table_layout", partial(_auto_table_layout, table.auto_table_layout)),)


def fits(rendering: Rendering) -> Mapping[Element, Fit]:
    """Return what became of the tables of ``rendering``, by their elements."""
    boxes = (box for page in rendering.pages for part in parts(page) for box in walk(part))
    return {box.element: fit_of(box) for box in boxes if isinstance(box, TableBox)}


def _auto_table_layout(
    lay_out: Callable[..., None], context: LayoutContext, wrapper: Box, around: tuple[float, float]
) -> None:
    """Give the columns of a table their widths, once it fits into what is around it: WeasyPrint lets it grow.

    A caption is as wide as its table otherwise, which may be a column of figures.
    """
    measure = around[0] - sum(margins(wrapper).values())
    Columns(context, wrapper).fit(measure)
    lay_out(context, wrapper, around)
    start = "left" if wrapper.style["direction"] == "ltr" else "right"
    indent = _indent(wrapper, start, measure)
    for box in wrapper.children:
        if isinstance(box, TableCaptionBox):
            box.style = box.style.copy()
            box.style["min_width"] = Dimension(measure, "px")
            if indent:
                box.style[f"margin_{start}"] = Dimension(-indent, "px")


def _indent(wrapper: Box, start: str, measure: float) -> float:
    """Return how far a table stands in that is in the middle of its line, or at the end."""
    free = {"left", "right"} - margins(wrapper).keys()
    if start not in free:
        return 0
    return max(0, measure - float(wrapper.get_wrapped_table().border_width())) / len(free)
