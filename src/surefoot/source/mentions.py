"""Where a source mentions its citation keys: the lines that reports name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from surefoot.source.census import Definition

_KEY = re.compile(r"(?<![\w@\\])@(?:\{([^}\s]+)\}|(\w(?:[\w:.#$%&\-+?<>~/]*[\w/])?))")
_CONTINUED = re.compile(r"\s|$")


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of all keys, in the order of the source."""

    _lines: dict[str, list[int]] = field(default_factory=dict)
    _within: dict[tuple[int | None, str], list[int]] = field(default_factory=dict)

    def add(self, key: str, line: int, note: int | None) -> None:
        """Enter a mention in a one-based ``line``, within the ``note`` of this rank among the definitions."""
        self._lines.setdefault(key, []).append(line)
        self._within.setdefault((note, key), []).append(line)

    def first(self, key: str) -> int:
        """Return the first line that mentions ``key``; 0 if none does."""
        return next(iter(self._lines.get(key, ())), 0)

    def line(self, key: str, nth: int, note: int | None) -> int:
        """Return the line of the ``nth`` mention of ``key`` within a note, or outside all; 0 if unknown."""
        lines = self._within.get((note, key), ())
        return lines[nth - 1] if 0 < nth <= len(lines) else 0


def mentions(lines: Sequence[str], definitions: Sequence[Definition]) -> Mentions:
    """Return where ``lines`` mention keys, those within the notes of ``definitions`` apart."""
    found = Mentions()
    for number, (line, note) in enumerate(zip(lines, _notes(lines, definitions), strict=True), 1):
        for match in _KEY.finditer(line):
            found.add(match[1] or match[2], number, note)
    return found


def _notes(lines: Sequence[str], definitions: Sequence[Definition]) -> Iterator[int | None]:
    """Yield for each line the rank of the note that it belongs to.

    A note goes on over indented lines, and over the rest of its paragraph
    (pandoc's manual, Footnotes).
    """
    begun = {definition.line: rank for rank, definition in enumerate(definitions)}
    note: int | None = None
    blank = False
    for number, line in enumerate(lines, 1):
        if number in begun:
            note = begun[number]
        elif blank and not _CONTINUED.match(line):
            note = None
        blank = not line.strip()
        yield note
