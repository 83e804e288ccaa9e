"""Which headings the table of contents names."""

from __future__ import annotations

from collections.abc import Sequence

from surefoot.composition import Heading
from surefoot.nesting import Entry, nest

FEWEST = 3
"""A shorter document is seen at a glance."""
DEEPEST = 3
"""``h3``: what stands below is found from there."""


def contents(headings: Sequence[Heading]) -> tuple[Entry[Heading], ...]:
    """Return the entries, none for a short document."""
    if len(headings) < FEWEST:
        return ()
    return nest([heading for heading in headings if heading.text and heading.level <= DEEPEST])
