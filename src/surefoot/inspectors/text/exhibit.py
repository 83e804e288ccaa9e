"""Show call and note of a citation as the text has them: the lines around the one, and those of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from surefoot.exhibit import Lines, Part, Run, View
from surefoot.inspectors.text.notes import Note
from surefoot.inspectors.text.section import Section
from surefoot.promise import Citation

_BEFORE, _BEHIND = 5, 2
"""Lines of its paragraph that are shown before and behind a call."""
_LONGEST = 30
"""Lines of a note that are shown."""


def exhibits(
    lines: Sequence[str], found: Section, notes: Sequence[Note], citations: Sequence[Citation]
) -> Iterator[tuple[View, ...]]:
    """Yield for each of the citations that were found in ``lines`` what is shown of it."""
    by_number = {note.number: note for note in reversed(notes)}
    for citation, call in zip(citations, _calls(lines, found, citations), strict=True):
        shown = [] if call is None else [_around(lines, *call)]
        note = by_number.get(citation.mark)
        yield (*shown, *([_note(lines, note)] if note else []))


def _calls(
    lines: Sequence[str], found: Section, citations: Sequence[Citation]
) -> Iterator[tuple[int, re.Match[str]] | None]:
    """Yield for each citation the line of its call, and the call; None where a line breaks within it."""
    standing = [
        (at, call) for where in found.prose for at in where for call in found.mark.finditer(lines[at])
    ]
    begin = 0
    for citation in citations:
        there = (rank for rank in range(begin, len(standing)) if standing[rank][1][1] == citation.mark)
        rank = next(there, None)
        yield None if rank is None else standing[rank]
        begin = begin if rank is None else rank + 1


def _around(lines: Sequence[str], at: int, call: re.Match[str]) -> Lines:
    """Return the call in the lines of its paragraph."""
    start, end = at, at + 1
    while start > 0 and at - start < _BEFORE and lines[start - 1].strip():
        start -= 1
    while end < len(lines) and end - at <= _BEHIND and lines[end].strip():
        end += 1
    before = "\n".join([*lines[start:at], lines[at][: call.start()]])
    behind = "\n".join([lines[at][call.end() :], *lines[at + 1 : end]])
    runs = Run(before), Run(call[0], Part.CALL), Run(behind)
    return Lines((Part.CALL,), _place(start, end), runs)


def _note(lines: Sequence[str], note: Note) -> Lines:
    start, end = note.lines.start, min(note.lines.stop, note.lines.start + _LONGEST)
    text = "\n".join(lines[start:end])
    return Lines((Part.NOTE,), _place(start, end), (Run(text, Part.NOTE),), cut=end < note.lines.stop)


def _place(start: int, end: int) -> str:
    return f"line {end}" if end - start == 1 else f"lines {start + 1} to {end}"
