"""What became of a table that had to fit."""

from __future__ import annotations

from dataclasses import dataclass

from surefoot.writers.pdf.boxes import Box


@dataclass(frozen=True, slots=True)
class Fit:
    """What became of a table."""

    reaches: bool = False
    """It reaches out over the edge of the text, as far as the stylesheet lets it."""
    gap: float = 1
    """What is left of the room between columns, as a share."""
    size: float | None = None
    """Of its type, in points; none if it is as the stylesheet wants it."""
    hyphenated: bool = False
    """Words in it may be hyphenated."""
    broken: bool = False
    """Its columns are narrower than their longest words."""


def fit_of(table: Box) -> Fit:
    """Return what became of a table. It is laid out several times, and has one shape."""
    fit: Fit = getattr(table, "fit", Fit())
    return fit
