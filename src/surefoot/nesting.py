"""Flat lines with levels, such as headings, as the tree of a table of contents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Levelled(Protocol):
    """What stands on a level: 2 to 6, as in ``h2``."""

    @property
    def level(self) -> int:
        """The smaller, the higher up."""


Line = TypeVar("Line", bound=Levelled)


@dataclass(frozen=True, slots=True)
class Entry(Generic[Line]):
    """A line and the entries below it."""

    line: Line
    below: tuple[Entry[Line], ...]


def nest(lines: Sequence[Line]) -> tuple[Entry[Line], ...]:
    """Return ``lines`` as a tree, in order. Levels may be skipped."""
    entries: list[Entry[Line]] = []
    place = 0
    while place < len(lines):
        first = lines[place]
        deeper = (after for after in range(place + 1, len(lines)) if lines[after].level <= first.level)
        end = next(deeper, len(lines))
        entries.append(Entry(first, nest(lines[place + 1 : end])))
        place = end
    return tuple(entries)
