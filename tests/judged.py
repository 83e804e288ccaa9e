"""A small promise of prose, and what the judge says of what is found in its stead."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from surefoot.promise import Aspect, Finding, Prose, Recovered
from surefoot.verify import compare_prose

BLOCKS = (
    "Abstract",
    "The first paragraph of the document has words.",
    "Method",
    "One.",
    "Place",
    "Number of people",
    "North",
    "12",
    "South",
    "10",
    "A second paragraph, with a picture of a dog in it.",
    "a first item",
    "another item",
    "nested in it",
    "These are the last words of all.",
)
PROMISE = Prose(
    title="The title",
    blocks=BLOCKS,
    headings=("1 The title", "2 Abstract", "2 Method"),
    links=("https://example.org/a", "https://example.org/b"),
    images=("a dog",),
    cells=("Place", "Number of people", "North", "12", "South", "10"),
    items=("a first item", "another item nested in it", "nested in it"),
    quotations=("These are the last words of all.",),
    labels=frozenset({4, 5}),
)
ALL = frozenset(Aspect)
NO_TABLES = ALL - {Aspect.CELLS}
FRONT = ("The title", "Somebody, 2020")
FOUND = replace(PROMISE, title="", labels=frozenset(), blocks=(*FRONT, *BLOCKS, "Colophon"))


def findings(judged: frozenset[Aspect] = ALL, **change: Any) -> tuple[Finding, ...]:
    """Judge a testimony that has all but the change; ``words`` are its blocks behind the front."""
    if "words" in change:
        change["blocks"] = (*FRONT, *change.pop("words"), "Colophon")
    return compare_prose(PROMISE, Recovered((), frozenset(), prose=replace(FOUND, **change), aspects=judged))


def found(judged: frozenset[Aspect] = ALL, **change: Any) -> list[tuple[Aspect | None, int]]:
    return [(finding.aspect, finding.place) for finding in findings(judged, **change)]


def without(*ranks: int) -> tuple[str, ...]:
    return tuple(block for rank, block in enumerate(BLOCKS) if rank not in ranks)


def changed(old: str, new: str) -> tuple[str, ...]:
    assert any(old in block for block in BLOCKS)
    return tuple(block.replace(old, new) for block in BLOCKS)
