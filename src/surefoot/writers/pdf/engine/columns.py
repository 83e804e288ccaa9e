"""Make a table fit: it reaches out, loses room between columns, then size; only then words break."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import floor
from typing import Any

from weasyprint.css.computed_values import length
from weasyprint.css.properties import Dimension
from weasyprint.css.validation import validate_non_shorthand
from weasyprint.layout import LayoutContext
from weasyprint.layout.preferred import table_and_columns_preferred_widths

from surefoot.writers.pdf.boxes import Box, walk
from surefoot.writers.pdf.engine.fit import fit_of
from surefoot.writers.pdf.engine.sharing import lent, lowered
from surefoot.writers.pdf.engine.shrinking import hyphenate, shrink

_SIDES = ("left", "right")
_POINT = 4 / 3
"""CSS pixels."""
_GRADE = 0.5
"""Points between two sizes: nearly equal ones look like a mistake."""
_LINE = 8.0
"""Ems: words in a cell can do with lines of this length, some 16 letters."""
_TRIES = 4
"""How often a table is tightened to one end: what is in it may not shrink as its type does."""


@dataclass(frozen=True, slots=True)
class _Step:
    """How far a table may be tightened: the least gap, and the least size."""

    gap: float
    size: float


_EASE = _Step(0.7, 8)
_SMALL = _Step(0.55, 7)
_LEAST = _Step(0.4, 5.5)


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
        room += self._reach_out(room)
        if table.width != "auto":
            table.width = min(table.width, room)
        self._tighten(_EASE, room, self._wanted)
        if self._wanted() > room and self._has_long_words():
            self._hyphenate()
        self._tighten(_SMALL, room, self._least)
        if self._least() > room:
            self._hyphenate()
            self._tighten(_LEAST, room, self._least)
        if self._least() > room:
            self._narrow(room)
        self._lend()

    def _least(self) -> float:
        """Return the width below which words break."""
        least: float = self._widths[0]
        return least

    def _wanted(self) -> float:
        """Return the width in which lines have a good length."""
        return sum(self._good())

    def _has_long_words(self) -> bool:
        """Whether words take more than a good line."""
        return any(least > good for least, good in zip(self._widths[2], self._lines(), strict=True))

    def _good(self) -> list[float]:
        """Return the width of each column in which lines have a good length."""
        columns = zip(*self._widths[2:4], self._lines(), strict=True)
        return [min(most, max(least, good)) for least, most, good in columns]

    def _lines(self) -> list[float]:
        """Return the width of each column with a line of words in it."""
        line = _LINE * self._size() * _POINT
        return [line + gap for gap in self._gaps()]

    def _gaps(self) -> list[float]:
        """Return the room at the sides of what is in each column."""
        columns = ([cell for cell in column if cell and cell.colspan == 1] for column in self._widths[-1])
        return [max(map(_gap, column), default=0) for column in columns]

    def _size(self) -> float:
        """Return the size of the type, in points."""
        sizes = (cell.style["font_size"] for column in self._widths[-1] for cell in column if cell)
        return float(max(sizes, default=0)) / _POINT

    def _reach_out(self, room: float) -> float:
        """Let the table reach out if it wants more than ``room``, and return how far it does."""
        reaches = {side: _length(self.wrapper, f"__reach_{side}") for side in margins(self.wrapper)}
        reach = sum(reaches.values())
        if not reach or not (fit_of(self._table).reaches or self._wanted() > room):
            return 0
        for side, margin in margins(self.wrapper).items():
            setattr(self.wrapper, f"margin_{side}", margin - reaches[side])
        width = self._table.style["width"]
        if isinstance(width, Dimension) and width.unit == "%":
            self._table.width += reach * width.value / 100
        self._table.fit = replace(fit_of(self._table), reaches=True)
        return reach

    def _tighten(self, step: _Step, room: float, width: Callable[[], float]) -> None:
        """Tighten the table until ``width`` is no more than ``room``, but no further than ``step`` says."""
        for _ in range(_TRIES):
            too_wide = width() - room
            if too_wide <= 0:
                return
            fit, size, gaps = fit_of(self._table), self._size(), sum(self._gaps())
            share = max(1 - too_wide / gaps, min(1, step.gap / fit.gap)) if gaps else 1
            ratio = room / (room + too_wide - gaps * (1 - share))
            smaller = min(size, max(step.size, floor(size * ratio / _GRADE) * _GRADE)) if ratio < 1 else size
            shrink(self._table, smaller / size, share)
            self._forget()
            self._table.fit = replace(fit, gap=fit.gap * share, size=smaller if smaller < size else fit.size)

    def _hyphenate(self) -> None:
        """Let words break that are longer than their column, if those around the table may."""
        if not fit_of(self._table).hyphenated:
            hyphenate(self._table, self._table.style.parent_style["hyphens"])
            self._forget()
            self._table.fit = replace(fit_of(self._table), hyphenated=True)

    def _narrow(self, room: float) -> None:
        """Lower the least width of the widest columns to what there is: the words in them break."""
        known = self.context.tables[self._table]
        least, most, columns, *more = known[False]
        narrow = lowered(columns, room - least + sum(columns))
        self.context.tables[self._table] = {**known, False: (room, max(room, most), narrow, *more)}
        self._table.fit = replace(fit_of(self._table), broken=True)

    def _lend(self) -> None:
        """Let columns with a share of the line lend what they cannot use to those that have too little."""
        whole = self._table.width
        least, most, shares = self._widths[2:5]
        if whole != "auto" and all(shares):
            given = [max(narrow, whole * share / 100) for narrow, share in zip(least, shares, strict=True)]
            shares[:] = [width / whole * 100 for width in lent(given, self._good(), most)]

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
