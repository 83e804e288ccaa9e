"""Where the notes of a text stand: which lines are whose, which are the prose, which are neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from surefoot.inspectors.text.bibliography import is_bibliography
from surefoot.inspectors.text.labels import Labels, labels, mark
from surefoot.inspectors.text.layout import RULE
from surefoot.inspectors.text.markers import markers
from surefoot.inspectors.text.ways_back import ARROW

_NO_MARK = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Section:
    """The lines of a file, by what they are."""

    mark: re.Pattern[str]
    """What a mark looks like; its group is the number."""
    labels: Labels
    """Of the notes, in order."""
    notes: tuple[range, ...]
    """The lines of each."""
    strays: tuple[range, ...]
    """Lines among them that belong to no note."""
    prose: tuple[range, ...]
    """All other lines."""
    moved_in: bool | None
    """Whether lines that continue a note are moved in; None where none does."""


def section(lines: Sequence[str]) -> Section:
    """Return where the notes of a file stand: nowhere, where no line begins with a label of one.

    A note goes on to the next label. But paragraphs that call a note that
    begins only later are prose: where notes stand at the end of each chapter. So
    is what stands behind the last note and is not moved in, if other notes are;
    but where the notes have a heading, only from the next one on.
    """
    found = labels(lines)
    if not found or is_bibliography(lines, found):
        return Section(_NO_MARK, {}, (), (), (range(len(lines)),), None)
    reading = _Reading(lines, found, mark(next(iter(found.values()))))
    notes, strays, prose = list[range](), list[range](), [range(min(found))]
    for at, following in reading.regions():
        own = reading.end(at, following)
        notes.append(range(at, own))
        behind = reading.stray_end(at, own, following)
        strays.append(range(own, behind))
        prose.append(range(behind, following))
    return Section(
        reading.call,
        found,
        tuple(notes),
        tuple(filter(None, strays)),
        tuple(filter(None, prose)),
        reading.moved_in,
    )


class _Reading:
    """The lines from one label to the next."""

    def __init__(self, lines: Sequence[str], found: Labels, call: re.Pattern[str]) -> None:
        self.lines = lines
        self.found = found
        self.call = call
        self.moved_in = self._moved_in()
        self.in_chapters = any(
            self.calls_later_note(at, self._paragraph_end(at, following), following)
            for at, following in self.regions()
            if following < len(lines)
        )

    def regions(self) -> Iterator[tuple[int, int]]:
        """Yield the line of each label, and that of the next one or the end."""
        return pairwise([*self.found, len(self.lines)])

    def end(self, start: int, following: int) -> int:
        """Return the line behind a note: before the next label unless other lines come first."""
        end = self._paragraph_end(start, following)
        last = following == len(self.lines)
        if self.moved_in or (last and self.moved_in is None):
            return next((at for at in self._flush(end, following)), following)
        if (last and self.in_chapters) or self.calls_later_note(start, end, following):
            return next((at for at in self._flush(end, following) if not markers(self.lines[at])), following)
        return following

    def stray_end(self, start: int, own: int, following: int) -> int:
        """Return the line behind those that stand among the notes and belong to none."""
        if self.calls_later_note(start, own, following):
            return own
        if following < len(self.lines):
            return following
        if self.in_chapters or not self._have_heading():
            return own
        return next((at for at in range(own, following) if self._parts_sections(at)), following)

    def _have_heading(self) -> bool:
        """Whether the last paragraph before the first label is a heading (WCAG 2.2, technique T3)."""
        first = min(self.found)
        begins = next((at for at in range(first - 1, 0, -1) if self._begins_paragraph(at)), 0)
        return self._parts_sections(begins)

    def _parts_sections(self, at: int) -> bool:
        """Whether a line is a rule, or begins a paragraph behind two blank lines, as a heading does."""
        line = self.lines[at]
        return bool(RULE.fullmatch(line)) or (self._begins_paragraph(at) and not self.lines[at - 2].strip())

    def _begins_paragraph(self, at: int) -> bool:
        return at > 1 and bool(self.lines[at].strip()) and not self.lines[at - 1].strip()

    def calls_later_note(self, start: int, end: int, following: int) -> bool:
        """Whether lines before the next label call a note that begins only there; behind the last, any."""
        number = -1 if following == len(self.lines) else int(self.found[start]["number"])
        calls = (called for line in self.lines[end:following] for called in self.call.findall(line))
        return any(int(called) > number for called in calls)

    def _flush(self, start: int, end: int) -> Iterator[int]:
        """Yield the lines that begin paragraphs and are not moved in."""
        return (
            at for at in range(start, end) if not self.lines[at - 1].strip() and self.lines[at][:1].strip()
        )

    def _paragraph_end(self, start: int, following: int) -> int:
        return next((at for at in range(start + 1, following) if not self.lines[at].strip()), following)

    def _moved_in(self) -> bool | None:
        """Whether most lines that continue a note's first paragraph, or lead back from it, are moved in."""
        continued = [
            line
            for at, following in self.regions()
            for line in self.lines[at + 1 : self._paragraph_end(at, following)]
        ]
        continued += [line for line in self.lines[min(self.found) :] if ARROW.match(line)]
        moved_in = sum(line[0] in " \t" for line in continued)
        return 2 * moved_in > len(continued) if continued else None
