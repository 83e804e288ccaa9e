"""Set the boxes of a table again, before they are laid out: in smaller type, nearer together, hyphenated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure.boxes import TableCellBox

from surefoot.writers.pdf.boxes import Box, walk

_ACROSS = ("padding_left", "padding_right")
_DOWN = ("padding_top", "padding_bottom")
_LENGTHS = (
    *("margin_top", "margin_right", "margin_bottom", "margin_left"),
    *("width", "min_width", "max_width", "height", "min_height", "max_height"),
    *("font_size", "line_height", "vertical_align", "text_indent", "letter_spacing", "word_spacing"),
)


def shrink(table: Box, size: float, gap: float) -> None:
    """Multiply what is in a table: its type with all its lengths, and the room around the words of cells.

    Args:
        table: whose boxes get new styles.
        size: factor of the type.
        gap: factor of the room between columns, in ems; that between rows goes half the way.
    """
    factors = dict.fromkeys((*_LENGTHS, *_ACROSS, *_DOWN), size)
    of_cells = factors | dict.fromkeys(_ACROSS, size * gap) | dict.fromkeys(_DOWN, size * (1 + gap) / 2)
    for box in _inside(table):
        style = box.style.copy()
        for name, factor in (of_cells if isinstance(box, TableCellBox) else factors).items():
            style[name] = _times(name, box.style[name], factor)
        box.style = style


def hyphenate(box: Box, hyphens: str) -> None:
    """Let words below ``box`` break as ``hyphens`` of CSS says, unless their own style says otherwise."""
    for child in box.children:
        if "hyphens" not in getattr(child.style, "cascaded", {}):
            child.style = child.style.copy()
            child.style["hyphens"] = hyphens
            hyphenate(child, hyphens)


def _inside(table: Box) -> Iterator[Box]:
    for group in table.column_groups:
        yield from walk(group)
    for group in table.children:
        yield from walk(group)


def _times(name: str, value: Any, factor: float) -> Any:
    """Return a computed value of CSS multiplied, if it is a length."""
    if isinstance(value, Dimension) and value.unit == "px":
        return Dimension(value.value * factor, "px")
    # A number alone is in pixels, but as a height of lines in sizes of the type.
    return value * factor if isinstance(value, int | float) and name != "line_height" else value
