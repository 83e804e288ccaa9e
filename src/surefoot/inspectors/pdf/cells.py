"""What the cells of tables are beside their words (ISO 32000-1, 14.8.4.3.4 and 14.8.5.7)."""

from __future__ import annotations

from collections.abc import Sequence

from surefoot.inspectors.grid import Grid
from surefoot.inspectors.pdf.structure import Element
from surefoot.promise import Shape


class Cells:
    """The cells that were met, one behind the other."""

    def __init__(self) -> None:
        self.shapes: list[Shape] = []
        self._grid = Grid()

    def meet(self, cell: Element, around: Sequence[Element]) -> None:
        """Take down what a ``cell`` is that stands in the elements ``around`` it, from the outermost."""
        row, table = (
            next((each for each in reversed(around) if each.tag == tag), None) for tag in ("TR", "Table")
        )
        self.shapes.append(Shape(self._grid.begins(row, table), cell.tag == "TH", *cell.spans))
