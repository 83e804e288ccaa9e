"""Levels of headings that go down by one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_DEEPEST = 6


def unbroken(levels: Iterable[int], above: int = 1) -> Iterator[int]:
    """Yield ``levels`` without gaps, the first right below ``above``; what is not lower stays not lower.

    A gap would be a fault of accessibility (WCAG technique H42; ISO 14289-1,
    7.4.2), and says nothing that a reader could see.

    Args:
        levels: of headings in the order of the text.
        above: the level of the heading that they all stand under.
    """
    open_levels: list[int] = []
    for level in levels:
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        yield min(above + len(open_levels), _DEEPEST)
