"""The ways back from notes to their calls."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from surefoot.inspectors.pdf.destinations import Link, Place
from surefoot.inspectors.pdf.untagged.glyphs import Glyph
from surefoot.inspectors.pdf.untagged.heads import Call
from surefoot.inspectors.pdf.untagged.lines import Line
from surefoot.inspectors.pdf.untagged.sheets import Sheets, lead
from surefoot.inspectors.pdf.untagged.stretch import Stretch

_SIGNS = {"Sk", "Sm", "So"}
"""Unicode categories of arrows and their like."""
_VARIANTS = "\ufe0e\ufe0f"


@dataclass(frozen=True, slots=True)
class Ways:
    """What links of notes lead to."""

    sheets: Sheets
    calls: Mapping[Line, Sequence[int]]
    """The ranks of the calls in each line."""
    marks: Sequence[Call]
    lead: float | None
    """By how much ways back aim above the baseline of the calls that they mean."""

    @classmethod
    def of(cls, sheets: Sheets, calls: Sequence[Call], notes: Sequence[Stretch]) -> Ways:
        """Return the ways of some notes, having learnt how this file's links aim.

        That tell those that lead near a call of their note's number.
        """
        ranks: defaultdict[Line, list[int]] = defaultdict(list)
        for rank, call in enumerate(calls):
            ranks[call.mark.line].append(rank)
        sure = (
            above
            for note in notes
            for link in _links(sheets, note)
            for line, above in sheets.near(link.place).items()
            if any(calls[rank].mark.number == note.head.number for rank in ranks.get(line, ()))
        )
        return cls(sheets, ranks, calls, lead(sure))

    def back(self, note: Stretch) -> dict[Glyph, int | None]:
        """Return the letters of a note's ways back, and the rank of the call that each leads to.

        A way back is a link within the file to a call, or one that prints nothing but a sign.
        """
        within = self.sheets.covered.within
        ways = {}
        for glyph in (glyph for line in note.lines for glyph in line.glyphs if glyph in within):
            call = self._called(within[glyph].place)
            sign = unicodedata.category(glyph.text) in _SIGNS or glyph.text in _VARIANTS
            if call is not None or sign:
                ways[glyph] = call
        return ways

    def _called(self, place: Place | None) -> int | None:
        """Return the rank of the call that a link leads to: the nearest one in the line that it aims at."""
        line = self.sheets.aimed(place, self.lead)
        there = self.calls.get(line, ()) if line else ()
        left = place.left if place else None
        if left is None:
            return there[0] if len(there) == 1 else None
        return min(there, key=lambda rank: abs(self.marks[rank].mark.left - left), default=None)


def _links(sheets: Sheets, note: Stretch) -> Iterator[Link]:
    within = sheets.covered.within
    yield from dict.fromkeys(within[glyph] for line in note.lines for glyph in line.glyphs if glyph in within)
