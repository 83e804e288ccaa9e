"""What is wrong with an entry of the bibliography is told of once, where it is cited first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from surefoot.promise import Citation, Fault, Finding, Kind

Placed: TypeAlias = tuple[int, Finding]
"""A finding, and the place at or behind which it stands."""

_OF_THE_ENTRY = {Fault.NOTE, Fault.ADDED, Fault.SPACES, Fault.LINKS, Fault.MISLEADING}


def told_once(placed: Sequence[Placed], promised: Sequence[Citation]) -> Iterator[Placed]:
    """Yield the findings, less those that say of an entry again what all of its citations have in common.

    Args:
        placed: findings in the order of their places.
        promised: all promised citations.
    """
    cited = Counter(each.note for each in promised if each.kind is Kind.ENTRY)
    common = Counter(_said(finding, promised) for _, finding in placed)
    told: set[tuple[str, ...]] = set()
    for place, finding in placed:
        said = _said(finding, promised)
        times = cited[said[0]] if said else 0
        if times < 2 or common[said] < times:  # noqa: PLR2004 - two are more than once
            yield place, finding
        elif said not in told:
            told.add(said)
            yield place, replace(finding, promised=f"{finding.promised} (cited {times} times)")


def _said(finding: Finding, promised: Sequence[Citation]) -> tuple[str, ...]:
    """Return the entry that a finding is of, and what is said of it; nothing where it is of none."""
    cited = promised[finding.place - 1] if finding.place else None
    if cited is None or cited.kind is not Kind.ENTRY or finding.fault not in _OF_THE_ENTRY:
        return ()
    return cited.note, finding.fault, finding.promised, finding.found
