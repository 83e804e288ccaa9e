"""Around the text all counts for nothing, but for a block of it that stands there once more."""

from __future__ import annotations

import pytest

from surefoot.promise import Aspect, Prose, Recovered
from surefoot.verify import compare_prose

FIRST = "The first paragraph goes on for as long as a paragraph does."
HEADING = "A heading that is as long as any paragraph of the text may be"
LAST = "And the last one ends the text in as many words as it needs."
PROMISE = Prose(title="Title", blocks=(FIRST, HEADING, "Short.", LAST), headings=("1 Title", f"2 {HEADING}"))


def found(*blocks: str) -> list[tuple[Aspect | None, int, str]]:
    prose = Prose(blocks=("Title", *blocks), headings=PROMISE.headings)
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
