"""How far each note reaches: to the next one, over a page's end where it goes on there, and no farther."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from surefoot.inspectors.pdf.untagged.heads import Call, Head
from surefoot.inspectors.pdf.untagged.layout import LARGER, Layout
from surefoot.inspectors.pdf.untagged.lines import Line
from surefoot.inspectors.pdf.untagged.order import columns
from surefoot.inspectors.pdf.untagged.sheets import Sheets

_STOPS = frozenset(".!?:;…)]»”\"'↩↑")


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """A note's lines."""

    head: Head
    lines: list[Line] = field(default_factory=list)

    @property
    def parts(self) -> list[tuple[Line, int, int]]:
        """Return its lines without the number that begins it."""
        return [
            (line, self.head.start if line is self.head.line else 0, len(line.glyphs)) for line in self.lines
        ]


def stretches(sheets: Sheets, calls: Sequence[Call], heads: Sequence[Head]) -> list[Stretch]:
    """Return the lines of each of ``heads``; what lies in none is prose."""
    if not heads:
        return []
    calling = {call.mark.line for call in calls}
    found = {head.line: Stretch(head) for head in heads}
    walk = _Walk(Layout.of(sheets, calling, found.keys()), calling, found)
    for _, lines in groupby(sheets.lines, key=lambda line: line.page):
        for column in columns(list(lines)):
            walk.page(column)
    return list(found.values())


@dataclass(slots=True)
class _Walk:
    """The way through a file, page by page, and the note that one is in."""

    layout: Layout
    calling: set[Line]
    found: dict[Line, Stretch]
    now: Stretch | None = None
    widest: float = 0.0
    """The most white between two lines of notes."""

    def page(self, lines: Sequence[Line]) -> None:
        """Give the lines of a page, or of one of its columns, to their notes."""
        begun = [rank for rank, line in enumerate(lines) if line in self.found] or [len(lines)]
        resumed = self._resumed(self.now, lines, begun[0]) if self.now else begun[0]
        if resumed == len(lines):
            self.now = None
        for rank, line in enumerate(lines[resumed:], resumed):
            if rank > begun[-1] and not self.layout.at_foot and self._ends(line):
                self.now = None
            self._take(line)

    def _take(self, line: Line) -> None:
        self.widest = max(self.widest, self._white(line))
        self.now = self.found.get(line, self.now)
        if self.now:
            self.now.lines.append(line)

    def _ends(self, line: Line) -> bool:
        """Whether a line behind the last note of a page is a heading, or stands more apart than notes do."""
        apart = self._white(line) > LARGER * max(self.widest, 2 * self.layout.size)
        return apart or line.size > LARGER * self.layout.size

    def _white(self, line: Line) -> float:
        """Return how far a line is below the line of notes before it on its page."""
        before = self.now.lines[-1] if self.now else line
        return (before if before.page == line.page else line).up - line.up

    def _resumed(self, now: Stretch, lines: Sequence[Line], first: int) -> int:
        """Return from where the last page's note goes on, before ``first``, where this page's begin."""
        if lines[0].page - now.lines[-1].page > 1:
            return first
        if self.layout.rule:
            return self.layout.below_rule(lines, first)
        if self.layout.small:
            return self.layout.alike(lines, first)
        return 0 if self._goes_on(now, lines, first) else first

    def _goes_on(self, now: Stretch, lines: Sequence[Line], first: int) -> bool:
        """Whether a page begins with notes, although nothing tells them from prose but their place."""
        if self.calling & set(lines) or self.layout.is_heading(lines[0]):
            return False
        done = now.lines[-1].glyphs[-1].text in _STOPS
        return first < len(lines) or not (self.layout.at_foot or done)
