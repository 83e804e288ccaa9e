"""What leaves its proper place, because the layout cannot keep it there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum


class Standing(IntEnum):
    """Where a note stands: the higher, the further away from where a reader looks for it."""

    FOOT = 0
    """At the foot of the page of its call."""
    BLOCK = 1
    """Behind the paragraph, the table or the figure that calls it."""
    CELL = 2
    """In the cell of the table that calls it."""
    CALL = 3
    """Right behind its call, in the midst of the paragraph."""
    SECTION = 4
    """At the end of the section that calls it."""
    END = 5
    """At the end of the document."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where everything stands."""

    standings: Mapping[str, Standing] = field(default_factory=dict)
    """Of notes, by their ids; the others stand as ``everywhere`` says."""
    everywhere: Standing = Standing.FOOT
    narrow: frozenset[int] = frozenset()
    """Tables, by their ranks, in which a line may end within a word."""
    headless: frozenset[int] = frozenset()
    """Tables, by their ranks, whose head is not repeated, and breaks wherever a page ends."""
    loose: frozenset[int] = frozenset()
    """Tables, by their ranks, whose rows break wherever a page ends."""
    torn: frozenset[int] = frozenset()
    """Rows and figures, by their ranks, that begin where there is room: no page can hold them."""
    plain: bool = False
    """All tables are loose, and figures and headings break wherever a page ends."""

    def of(self, note: str) -> Standing:
        """Return where the note of that id stands."""
        return self.standings.get(note, self.everywhere)
