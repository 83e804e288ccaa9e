"""The table of contents: flat headings as nested entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from surefoot.compose import Heading

FEWEST = 3
"""A shorter document is seen at a glance."""
DEEPEST = 3
"""``h3``: what stands below is found from there."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading and the entries below it."""

    heading: Heading
    below: tuple[Entry, ...]


def contents(headings: Sequence[Heading]) -> tuple[Entry, ...]:
    """Return the entries, none for a short document. Levels may be skipped."""
    if len(headings) < FEWEST:
        return ()
    return _nest([heading for heading in headings if heading.text and heading.level <= DEEPEST])


def _nest(headings: Sequence[Heading]) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    rest = list(headings)
    while rest:
        first, *others = rest
        deeper = next((i for i, each in enumerate(others) if each.level <= first.level), len(others))
        entries.append(Entry(first, _nest(others[:deeper])))
        rest = others[deeper:]
    return tuple(entries)
