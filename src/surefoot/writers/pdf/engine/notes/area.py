"""The note area of a page: which notes stand there, and where the last of them is broken.

WeasyPrint breaks no note: one that does not fit goes over whole, and one taller
than a page runs off it. CSS lets a note go on on the next page (CSS Generated
Content for Paged Media, 2.4). So here the last note of a page is broken as any
block is, and its rest heads the notes of the next page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Any

from weasyprint.layout import LayoutContext

from surefoot.writers.pdf.boxes import Box, walk
from surefoot.writers.pdf.engine.notes import fragments
from surefoot.writers.pdf.engine.notes.fragments import ROUNDING, Fragment, Room

_FEW = 2
"""Lines that a broken note begins with at least."""
_TRIED = 4
"""Lines that it may begin with, if fewer must stay together."""
_RESERVE = 3
"""Lines of text that a broken note leaves room for: no paragraph of so few is broken."""
_FULL = 0.9
"""Of a page: more notes than this leave no room for the beginning of another."""
_HOLE = 0.2
"""Of a page: so much may stay empty where a line goes over together with its notes."""


@dataclass(slots=True)
class _Caller:
    """What goes over together with the notes that it calls: a line, or a row of a table."""

    box: Box
    notes: list[Box]


class Context(LayoutContext):
    """A layout that keeps its word about notes."""

    def __init__(self, *args: Any) -> None:
        self._callable: frozenset[Box] = frozenset()
        self._order: dict[Box, int] = {}
        self._whole: dict[tuple[Box, float], Fragment] = {}
        self._starts: dict[Box, Any] = {}
        self._heads: dict[Box, Fragment] = {}
        self._rests: dict[Box, Box] = {}
        self._row: _Caller | None = None
        self._caller: _Caller | None = None
        self.floor = 0.0
        super().__init__(*args)  # type: ignore[no-untyped-call]

    # A page, from its beginning to its end

    @property
    def current_footnote_area(self) -> Box:
        """The note area; WeasyPrint sets it once, at the start of each page."""
        return self._area

    @current_footnote_area.setter
    def current_footnote_area(self, area: Box) -> None:
        self._area = area
        if area is not None:
            self._limit = float(area.max_height)
            self._top = float(area.page.content_box_y())
            self._empty = fragments.empty(self)
        self._heads, self._rests = {}, {}
        self._callable = frozenset(self.footnotes)
        self._order = self._order or {footnote: rank for rank, footnote in enumerate(self.footnotes)}

    def carry(self, waiting: list[Box]) -> None:
        """Let this page begin with the notes, and the rest of one, that the page before passed on.

        The first one stands here in any case, or the layout would never end.
        """
        self.reported_footnotes = []
        for footnote in waiting:
            self.footnotes.append(footnote)
            super().layout_footnote(footnote)  # type: ignore[no-untyped-call]
            first = footnote is waiting[0]
            if self.reported_footnotes or not (
                self._fits(self._top)
                or self._broken(footnote, self._room(footnote, self._top), forced=first)
                or first
            ):
                self.report_footnote(footnote)

    def begin_text(self) -> bool:
        """Return whether the page is empty up to now."""
        return not self.current_page_footnotes

    def settle(self, root: Box) -> None:
        """Let this page have the notes of the calls that stand on it, in their order, up to its text.

        WeasyPrint forgets, here and there, to take back the notes of what it
        removes from a page.
        """
        called = {box.footnote for box in walk(root) if box.footnote}
        for footnote in (*self.current_page_footnotes, *self.reported_footnotes):
            if footnote not in called:
                self.unlayout_footnote(footnote)
        self.current_page_footnotes.sort(key=self._order.__getitem__)
        self.reported_footnotes.sort(key=self._order.__getitem__)
        self._limit = inf
        foot = max(self._top, fragments.foot(root))
        while self.reported_footnotes and self._takes_more(foot):
            pass

    def note_area(self, positioned: list[Box]) -> Box:
        """Return the laid-out note area; ``positioned`` takes the boxes that have a position of their own."""
        area = self._empty.copy_with_children([])
        for footnote in self.current_page_footnotes:
            fragment = self._taken(footnote)
            fragment.put(area)
            positioned += fragment.positioned
        area.translate(dy=-area.margin_height())
        return area

    # A line, a row and their notes

    def enter_row(self, row: Box) -> _Caller | None:
        """Let the lines of ``row`` go over together; return what lines go over with outside."""
        outside = self._row
        self._row = outside or _Caller(row, [])
        return outside

    def leave_row(self, outside: _Caller | None) -> None:
        """Let lines go over as they did before a row."""
        self._row = outside

    def takes(self, footnote: Box, line: Box, foot: float) -> bool:
        """Take in a note; return whether it begins on this page, whose text reaches down to ``foot``."""
        if self._row:
            self._caller = self._row
        elif self._caller is None or self._caller.box is not line:
            self._caller = _Caller(line, [])
        self._caller.notes.append(footnote)
        super().layout_footnote(footnote)  # type: ignore[no-untyped-call]
        foot = max(foot, self.floor)
        if self.reported_footnotes:
            return False
        return self._fits(foot) or any(
            self._broken(footnote, room) for room in self._rooms(footnote, line, foot)
        )

    def waits(self) -> bool:
        """Return whether the last note may begin on the next page though its line stands on this one.

        So it is if notes before it in that line stand here, those that wait leave
        room on the next page, and this page would have a hole if the line went
        over with all of them.
        """
        caller, page = self._caller, self.current_footnote_area.page
        assert caller is not None, "a note was taken in before"  # noqa: S101
        here = [footnote for footnote in caller.notes if footnote in self.current_page_footnotes]
        waiting = sum(self._taken(footnote).height for footnote in self.reported_footnotes[:-1])
        hole = self._bottom + sum(self._taken(footnote).height for footnote in here)
        hole -= caller.box.position_y
        return bool(here and waiting < _FULL * page.height and hole > _HOLE * page.height)

    def unlayout_footnote(self, footnote: Box) -> None:
        """Take a note back, but only on the page of its call.

        WeasyPrint takes back the notes of whatever it removes from a page. A
        table row that began on the page before is removed with *all* its calls,
        and a note that was passed on from there is lost: its call never comes
        again.
        """
        if footnote in self._callable:
            self._join(footnote)
            super().unlayout_footnote(footnote)  # type: ignore[no-untyped-call]

    def report_footnote(self, footnote: Box) -> None:
        """Pass a note on to the next page, whole."""
        self._join(footnote)
        super().report_footnote(footnote)  # type: ignore[no-untyped-call]

    # Heights

    def _update_footnote_area(self) -> bool:
        """Make room for the notes of this page; return whether they are more than it may hold.

        WeasyPrint lays all of them out again for each one, which is quadratic;
        takes a rounding error in the last digit for an overflow, and passes the
        note on; and leaves a gap once it has taken the only note back.
        """
        area = self.current_footnote_area
        area.children = self.current_page_footnotes
        if area.height != "auto":
            self.page_bottom += area.margin_height()
        area.height = self._height() if area.children else "auto"
        if area.height != "auto":
            self.page_bottom -= area.margin_height()
        return not self._fits(self._top)

    @property
    def _bottom(self) -> float:
        """Down to where text may stand."""
        return float(self.page_bottom or 0)

    def _height(self) -> float:
        return sum(self._taken(footnote).height for footnote in self.current_page_footnotes)

    def _fits(self, foot: float) -> bool:
        """Return whether the notes are no more than this page may hold, below ``foot``."""
        return self._height() <= self._limit + ROUNDING and self._bottom >= foot - ROUNDING

    def _room(self, footnote: Box, foot: float) -> float:
        """Return how high a note may be that stands here already, whole."""
        height = self._taken(footnote).height
        return height - max(self._height() - self._limit, foot - self._bottom)

    def _rooms(self, footnote: Box, line: Box, foot: float) -> Iterator[float]:
        """Yield how much of a note may stand below a line, what is best first.

        The text goes on below the line; a row is not broken, however long it is.
        """
        room, reserved = (self._room(footnote, foot + lines * line.height) for lines in (0, _RESERVE))
        least = self._taken(footnote).feet[_FEW - 1 : _TRIED]
        if self._row is None and least and reserved >= least[0]:
            yield reserved
        yield from (height for height in least if height <= room)

    # Breaks

    def _taken(self, footnote: Box) -> Fragment:
        """Return what this page holds of a note, or would hold."""
        if head := self._heads.get(footnote):
            return head
        key = footnote, self._empty.width
        if key not in self._whole:
            whole = fragments.laid(self, self._empty, footnote, Room(self._starts.get(footnote)))
            assert whole is not None, "no note is larger than infinite room"  # noqa: S101
            self._whole[key] = whole
        return self._whole[key]

    def _broken(self, footnote: Box, height: float, *, forced: bool = False) -> bool:
        """Break the last note of this page; return whether that was possible."""
        room = Room(self._starts.get(footnote), height, forced)
        head = fragments.head(self, self._empty, footnote, room)
        if head is None:
            return False
        rest = footnote.copy()
        self._starts[rest], self._order[rest] = head.resume_at, self._order[footnote]
        self._heads[footnote], self._rests[footnote] = head, rest
        self.reported_footnotes.insert(0, rest)
        self._update_footnote_area()
        return True

    def _join(self, footnote: Box) -> None:
        """Make a note whole again that was broken on this page."""
        if self._heads.pop(footnote, None):
            self.reported_footnotes.remove(self._rests.pop(footnote))

    def _takes_more(self, foot: float) -> bool:
        """Let more of a broken note, or the next one, stand here; return whether yet more may follow."""
        here, waiting = [*self.current_page_footnotes], [*self.reported_footnotes]
        heads, rests = {**self._heads}, {**self._rests}
        last = here[-1] if here else None
        if last in heads:
            self._join(last)
        else:
            last = self.reported_footnotes.pop(0)
            self.current_page_footnotes.append(last)
        self._update_footnote_area()
        if self._fits(foot):
            return True
        least = heads[last].height if last in heads else 0
        if not self._broken(last, self._room(last, foot)) or self._heads[last].height < least:
            self.current_page_footnotes[:], self.reported_footnotes[:] = here, waiting
            self._heads, self._rests = heads, rests
            self._update_footnote_area()
        return False
