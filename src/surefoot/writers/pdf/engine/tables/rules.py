"""Mend of the rules of tables, which WeasyPrint draws cell by cell: on screens they show seams."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, TypeAlias

from weasyprint import draw

from surefoot.writers.pdf.engine.mending import Mend, rewritten

_TOUCHING = 0.01
"""CSS pixels."""

Segment: TypeAlias = tuple[Any, str, float, Any, str, tuple[float, float, float, float]]
"""A rank, a style, a width, a colour and a side, and where it is: from the left, from the top, wide, high."""


def mends() -> tuple[Mend, ...]:
    """Return what must be in force while a PDF is written."""
    return (Mend(draw, "draw_collapsed_borders", _draw_collapsed_borders()),)


@cache
def _draw_collapsed_borders() -> Callable[..., Any]:
    return rewritten(
        draw,
        "draw_collapsed_borders",
        "    for segment in segments:\n",
        "    for segment in joined(segments):\n",
        joined=joined,
    )


def joined(segments: Iterable[Segment]) -> Sequence[Segment]:
    """Return ``segments`` with those in one that go on from the one before, from left to right."""
    found: list[Segment] = []
    for segment in segments:
        *kind, (x, y, wide, high) = segment
        if found:
            *before, (left, top, so_far, _) = found[-1]
            if kind == before and not high and y == top and abs(left + so_far - x) < _TOUCHING:
                found[-1] = (*found[-1][:-1], (left, top, x + wide - left, high))
                continue
        found.append(segment)
    return found
