"""The levels of headings among themselves."""

from __future__ import annotations

import pytest

from surefoot.promise import Aspect, Prose, Recovered
from surefoot.verify import compare_prose

TEXTS = ("The title", "Method", "Sample", "Result")
LEVELS = (1, 2, 3, 2)


def apart(*levels: int, size: int = 4) -> list[Aspect | None]:
    """Judge headings of other levels than promised."""

    def prose(levels: tuple[int, ...]) -> Prose:
        headings = tuple(f"{level} {text}" for level, text in zip(levels, TEXTS, strict=False))
        return Prose(title=TEXTS[0], blocks=TEXTS[1:size], headings=headings)

    found = Recovered((), frozenset(), prose=prose(levels), aspects=frozenset({Aspect.HEADINGS}))
    return [finding.aspect for finding in compare_prose(prose(LEVELS[:size]), found)]


@pytest.mark.parametrize("levels", [(1, 2, 3, 2), (1, 1, 2, 1), (1, 3, 4, 3)])
def test_all_headings_below_the_title_may_be_a_level_higher_or_lower(levels: tuple[int, ...]) -> None:
    assert apart(*levels) == []


@pytest.mark.parametrize("levels", [(1, 1, 3, 2), (1, 2, 2, 2), (1, 1, 2, 2), (1, 2, 3, 3), (2, 2, 3, 2)])
def test_a_heading_on_another_level_among_the_others_is_told(levels: tuple[int, ...]) -> None:
    assert set(apart(*levels)) == {Aspect.HEADINGS}


def test_a_single_heading_may_stand_on_the_level_of_the_title_and_on_no_other() -> None:
    assert apart(1, 1, size=2) == []
    assert apart(1, 3, size=2) == [Aspect.HEADINGS]
