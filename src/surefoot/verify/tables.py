"""The cells of tables with what they are, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from surefoot.promise import Begins, Shape
from surefoot.verify.sequences import Member


def cells(texts: Sequence[str], shapes: Sequence[Shape]) -> Iterator[Member]:
    """Yield each cell with what it is: the first of its row, a header, over how many columns and rows.

    An empty cell is no header of anything, whatever it is called. Where the first
    cell of a table is empty, whether the others below it head their rows is left open:
    Markdown cannot say, and tools differ.
    """
    corner = ""
    for text, shape in zip(texts, shapes, strict=True):
        if shape.begins is Begins.TABLE:
            corner = text
        heads = shape.header and bool(text) and bool(corner or not shape.begins)
        standing = f"first in its {shape.begins}" if shape.begins else ""
        yield Member(text, ", ".join(_words(shape, heads=heads)), standing)


def _words(shape: Shape, *, heads: bool) -> Iterator[str]:
    if heads:
        yield "header"
    if shape.columns > 1:
        yield f"over {shape.columns} columns"
    if shape.rows > 1:
        yield f"over {shape.rows} rows"
