"""Around the text nothing counts, but for its title and for a block of it that stands there again."""

from __future__ import annotations

import pytest

from surefoot.promise import Aspect, Prose, Recovered
from surefoot.verify import compare_prose

FIRST = "The first paragraph goes on for as long as a paragraph does."
HEADING = "A heading that is as long as any paragraph of the text may be"
LAST = "And the last one ends the text in as many words as it needs."
PROMISE = Prose(
    title="The title", blocks=(FIRST, HEADING, "Short.", LAST), headings=("1 The title", f"2 {HEADING}")
)


def found(*blocks: str, title: str = "The title") -> list[tuple[Aspect | None, int, str]]:
    prose = Prose(blocks=(title, *blocks), headings=PROMISE.headings)
    said = compare_prose(PROMISE, Recovered((), frozenset(), prose=prose, aspects=frozenset(Aspect)))
    return [(finding.aspect, finding.place, finding.found) for finding in said]


@pytest.mark.parametrize("again", [FIRST, LAST])
def test_a_block_that_stands_once_more_before_or_behind_the_text_is_a_finding(again: str) -> None:
    assert found(again, *PROMISE.blocks) == [(Aspect.WORDS, 0, again)]
    assert found(*PROMISE.blocks, again) == [(Aspect.WORDS, 0, again)]


@pytest.mark.parametrize(
    "around", [HEADING, "Short.", "Words that nobody promised, and of which nothing is said."]
)
def test_headings_few_words_and_words_of_others_may_stand_there(around: str) -> None:
    assert found(around, *PROMISE.blocks, around) == []


@pytest.mark.parametrize("title", ["Thetitle", "The tit le"])
def test_the_spaces_of_the_title_count(title: str) -> None:
    assert found(*PROMISE.blocks, title=title) == [(Aspect.SPACES, 0, title)]


def test_a_title_that_is_printed_twice_needs_to_be_right_once() -> None:
    assert found("The title", *PROMISE.blocks, title="Thetitle") == []
