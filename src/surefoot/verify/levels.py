"""The levels of headings: they are compared with each other, wherever a file begins to count."""

from __future__ import annotations

from collections.abc import Sequence

from surefoot.verify.letters import letters
from surefoot.verify.sequences import Member


def headings(promised: Sequence[str], found: Sequence[str]) -> tuple[Sequence[Member], Sequence[Member]]:
    """Return the headings with their levels, as promised and as found.

    The first promised one is the title. Some tools leave the headings below it on
    the levels that the source writes, and some put all of them a level down. Either
    keeps what is below what, so that all levels may differ by the same number.
    """
    ones, others = [*map(_member, promised)], [*map(_member, found)]
    below = ones[1:]
    before, same = others[: -len(below)], others[-len(below) :]
    if below and [letters(each.text) for each in below] == [letters(each.text) for each in same]:
        shifts = {int(other.kind) - int(one.kind) for one, other in zip(below, same, strict=True)}
        if len(shifts) == 1 and (len(below) > 1 or shifts == {-1}):
            others = [*before, *below]
    return ones, others


def named(headings: Sequence[str]) -> frozenset[str]:
    """Return the letters of each of the ``headings``, which begin with their levels."""
    return frozenset(letters(_member(each).text) for each in headings)


def _member(heading: str) -> Member:
    level, _, text = heading.partition(" ")
    return Member(text, level)
