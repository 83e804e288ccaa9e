"""Lines with levels become a tree that loses none of them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from surefoot.composition import Heading
from surefoot.nesting import Entry, nest


def headings(*levels: int) -> list[Heading]:
    return [Heading(f"h-{place}", level, f"Heading {place}") for place, level in enumerate(levels)]


def shape(entries: Sequence[Entry[Heading]]) -> list[object]:
    return [(entry.line.level, shape(entry.below)) for entry in entries]


def flat(entries: Sequence[Entry[Heading]]) -> list[Heading]:
    return [line for entry in entries for line in (entry.line, *flat(entry.below))]


def test_a_line_stands_below_the_last_one_that_is_higher_up_even_where_a_level_is_skipped() -> None:
    assert shape(nest(headings(2, 4, 3, 5, 2))) == [(2, [(4, []), (3, [(5, [])])]), (2, [])]


@given(st.lists(st.integers(2, 6), max_size=30))
def test_the_tree_has_every_line_in_its_order(levels: list[int]) -> None:
    lines = headings(*levels)
    assert flat(nest(lines)) == lines
