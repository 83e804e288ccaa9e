"""Which cells begin rows and tables."""

from __future__ import annotations

from collections.abc import Hashable

from surefoot.promise import Begins


class Grid:
    """The rows and tables of which a cell was met."""

    def __init__(self) -> None:
        self._begun: set[Hashable] = set()

    def begins(self, row: Hashable | None, table: Hashable | None) -> Begins:
        """Return what the next cell is the first of; it may stand in no row or in no table."""
        begins = Begins.NOTHING
        for part, kind in ((row, Begins.ROW), (table, Begins.TABLE)):
            if part is not None and part not in self._begun:
                self._begun.add(part)
                begins = kind
        return begins
