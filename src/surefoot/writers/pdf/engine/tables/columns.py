"""Make a table fit: it reaches out, loses room between columns, then size; only then words break."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from weasyprint.css.computed_values import length
from weasyprint.css.properties import Dimension
from weasyprint.css.validation import validate_non_shorthand
from weasyprint.layout import LayoutContext
from weasyprint.layout.preferred import table_and_columns_preferred_widths

from surefoot.writers.pdf.boxes import Box, walk
from surefoot.writers.pdf.engine.tables.fit import POINT, Shape, Step, fit_of, note, tightened
from surefoot.writers.pdf.engine.tables.sharing import lent, lowered
from surefoot.writers.pdf.engine.tables.shrinking import hyphenate, shrink

_SIDES = ("left", "right")
_EASE = (Step(0.7, 8), lambda shape: shape.wanted)
_SMALL = (Step(0.55, 7), lambda shape: shape.narrowest)
_LEAST = (Step(0.4, 5.5), lambda shape: shape.narrowest)
_LAST = (Step(0.25, 5.5), lambda shape: shape.narrowest)
_TRIES = 4
"""How often a table is measured again: what is in it may not shrink as its type does."""


def margins(wrapper: Box) -> dict[str, float]:
    """Return the margins of a table by their sides, without those that may be anything."""
    found = {side: getattr(wrapper, f"margin_{side}") for side in _SIDES}
    return {side: margin for side, margin in found.items() if margin != "auto"}


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table, which a wrapper holds together with its caption."""

    context: LayoutContext
    wrapper: Box

    @property
    def _table(self) -> Box:
        return self.wrapper.get_wrapped_table()

    @property
    def _widths(self) -> Any:
        """All their least width, all their largest, these two of each, their shares, and more."""
        return table_and_columns_preferred_widths(self.context, self.wrapper, outer=False)

    def fit(self, measure: float) -> None:
        """Make them fit into ``measure``, in CSS pixels, and what the table may reach out over."""
        table = self._table
        frame = (f"padding_{side}" for side in _SIDES), (f"border_{side}_width" for side in _SIDES)
        room = measure - sum(getattr(table, name) for names in frame for name in names)
        is_new = fit_of(table).measure != measure
        if is_new:
            reaches = fit_of(table).reaches or self._shape().wanted > room
            note(table, measure=measure, reaches=reaches and any(self._reach().values()))
        room += self._reach_out()
        if table.width != "auto" and table.width > room:
            self._set_width(room)
        if is_new:
            *_, spacing, _ = self._widths
            self._settle(room - spacing)

    def _set_width(self, room: float) -> None:
        """Let the table be no wider than ``room``, whatever its stylesheet says."""
        self._table.width, width = room, self._table.style["width"]
        if isinstance(width, Dimension) and width.unit == "px":
            self._table.style = self._table.style.copy()
            self._table.style["width"] = Dimension(room, "px")
            self._forget()

    def _settle(self, room: float) -> None:
        """Do what must be done for them to have ``room``."""
        eased = tightened(self._shape(), _EASE[0], room, _EASE[1])
        if eased.wanted > room and eased.has_long_words:
            self._hyphenate()
        self._tighten(room, _EASE, _SMALL)
        if self._shape().narrowest > room:
            self._hyphenate()
            self._tighten(room, _LEAST, _LAST)
        if self._shape().narrowest > room:
            self._narrow(room)
        self._lend()

    def _shape(self) -> Shape:
        _, _, least, most, *_, grid = self._widths
        columns = ([cell for cell in column if cell and cell.colspan == 1] for column in grid)
        gaps = (max(map(_gap, column), default=0) for column in columns)
        sizes = (cell.style["font_size"] for column in grid for cell in column if cell)
        size = max(sizes, default=0) / POINT
        return Shape(tuple(least), tuple(most), tuple(gaps), size, fit_of(self._table).gap)

    def _reach(self) -> dict[str, float]:
        """Return how far the table may reach out at each side."""
        return {side: _length(self.wrapper, f"__reach_{side}") for side in margins(self.wrapper)}

    def _reach_out(self) -> float:
        """Let the table reach out if it does, and return how far."""
        if not fit_of(self._table).reaches:
            return 0
        reach = self._reach()
        for side, margin in margins(self.wrapper).items():
            setattr(self.wrapper, f"margin_{side}", margin - reach[side])
        width = self._table.style["width"]
        if isinstance(width, Dimension) and width.unit == "%":
            self._table.width += sum(reach.values()) * width.value / 100
        return sum(reach.values())

    def _tighten(self, room: float, *ends: tuple[Step, Callable[[Shape], float]]) -> None:
        """Tighten the table to one end after the other, and measure whether it came to that."""
        for _ in range(_TRIES):
            planned = shape = self._shape()
            for step, width in ends:
                planned = tightened(planned, step, room, width)
            if planned == shape:
                return
            shrink(self._table, planned.size / shape.size, planned.gap / shape.gap)
            note(self._table, gap=planned.gap)
            if planned.size < shape.size:
                note(self._table, size=planned.size)
            self._forget()

    def _hyphenate(self) -> None:
        """Let words break that are longer than their column, if those around the table may."""
        if not fit_of(self._table).hyphenated:
            hyphenate(self._table, self._table.style.parent_style["hyphens"])
            self._forget()
            note(self._table, hyphenated=True)

    def _narrow(self, room: float) -> None:
        """Lower the least width of the widest columns to what there is: the words in them break."""
        known = self.context.tables[self._table]
        _, most, columns, *more, spacing, grid = known[False]
        narrow = (room + spacing, most, lowered(columns, room), *more, spacing, grid)
        self.context.tables[self._table] = {**known, False: narrow}
        note(self._table, broken=True)

    def _lend(self) -> None:
        """Let columns with a share of the line lend what they cannot use to those that have too little."""
        whole = self._table.width
        least, most, shares = self._widths[2:5]
        if whole != "auto" and all(shares):
            all_of_it = sum(shares)
            given = [
                max(narrow, whole * share / all_of_it) for narrow, share in zip(least, shares, strict=True)
            ]
            enough = lent(given, self._shape().good, most)
            shares[:] = [width / whole * 100 for width in lent(enough, most, most)]

    def _forget(self) -> None:
        """Let everything in the table be measured again."""
        for box in walk(self._table):
            self.context.tables.pop(box, None)


def _gap(cell: Box) -> float:
    paddings = (cell.style[f"padding_{side}"] for side in _SIDES)
    return float(sum(each.value for each in paddings if isinstance(each, Dimension) and each.unit == "px"))


def _length(box: Box, name: str) -> float:
    """Return a length from a custom property of CSS, in pixels; nothing, if there is none."""
    tokens = box.style[name]
    if not tokens:
        return 0
    value = validate_non_shorthand(tokens, "padding-left")[0][1]
    return float(length(box.style, "padding_left", value, pixels_only=True))
