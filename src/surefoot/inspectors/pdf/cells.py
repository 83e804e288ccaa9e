"""What the cells of tables are beside their words (ISO 32000-1, 14.8.4.3.4 and 14.8.5.7)."""

from __future__ import annotations

from collections.abc import Sequence

from surefoot.inspectors.pdf.structure import Element
from surefoot.promise import Begins, Shape


class Cells:
    """The cells that were met, one behind the other."""

    def __init__(self) -> None:
        self.shapes: list[Shape] = []
        self._filled: set[Element] = set()

    def meet(self, cell: Element, around: Sequence[Element]) -> None:
        """Take down what a ``cell`` is that stands in the elements ``around`` it, from the outermost."""
        begins = Begins.NOTHING
        for tag, kind in (("TR", Begins.ROW), ("Table", Begins.TABLE)):
            part = next((each for each in reversed(around) if each.tag == tag), None)
            if part is not None and part not in self._filled:
                self._filled.add(part)
                begins = kind
        self.shapes.append(Shape(begins, cell.tag == "TH", *cell.spans))
