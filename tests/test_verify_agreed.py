"""The judge knows where a stretch of one text stands in another, and what that makes of numbers and links."""

from __future__ import annotations

import pytest

from surefoot.promise import Aspect, Prose, Recovered
from surefoot.verify import compare_prose
from surefoot.verify.agreed import Agreed
from surefoot.verify.anchors import Agreement

ALL = frozenset(Aspect)
FIRST, SECOND = "A first block of enough words.", "And a second block of other words."
LINK, OTHER = "https://a.example/", "https://b.example/"


@pytest.mark.parametrize(
    ("start", "end", "there"),
    [
        *((0, 4, 2), (1, 3, 3), (3, 4, 5), (3, 5, None), (4, 5, None), (9, 11, None)),
        *((10, 15, 30), (14, 15, 34), (14, 16, None), (15, 16, None)),
    ],
)
def test_a_stretch_is_found_where_it_stands_whole(start: int, end: int, there: int | None) -> None:
    agreed = Agreed([Agreement(10, 30, 5), Agreement(10, 40, 0), Agreement(0, 2, 4)])
    assert agreed.found(start, end) == there


def test_what_two_texts_do_not_agree_on_is_not_found() -> None:
    assert Agreed([]).found(0, 1) is None


def judged(
    promised: Prose, found: Prose, aspects: frozenset[Aspect] = ALL
) -> list[tuple[Aspect | None, int]]:
    recovered = Recovered((), frozenset(), prose=found, aspects=aspects)
    return [(finding.aspect, finding.place) for finding in compare_prose(promised, recovered)]


def test_the_number_of_the_first_block_counts_like_any_other() -> None:
    promise = Prose(blocks=(FIRST, SECOND), counted=("1", "2"))
    assert judged(promise, Prose(blocks=(FIRST, SECOND), counted=("4", "5"))) == [
        (Aspect.WORDS, 1),
        (Aspect.WORDS, 2),
    ]
    assert judged(promise, Prose(blocks=("4", FIRST, SECOND), counted=("4", "1", "2"))) == []


def test_the_number_of_a_block_that_is_part_of_another_is_not_judged() -> None:
    promise = Prose(blocks=(FIRST, SECOND), counted=("1", "2"))
    assert judged(promise, Prose(blocks=(f"{FIRST} {SECOND}",), counted=("1",))) == []


def test_links_are_asked_where_they_stand_if_all_are_there_and_if_links_are_asked_at_all() -> None:
    promise = Prose(blocks=(FIRST, SECOND), links=(LINK, OTHER), linked=((0, 1), (0, 1)))
    moved = Prose(blocks=(FIRST, SECOND), links=(LINK, OTHER), linked=((0, 1), (1, 2)))
    assert judged(promise, moved) == [(Aspect.LINKS, 2)]
    assert judged(promise, moved, ALL - {Aspect.LINKS}) == []
    lost = Prose(blocks=(FIRST, SECOND), links=(OTHER,), linked=((1, 2),))
    assert judged(promise, lost) == [(Aspect.LINKS, 1)]


def test_a_link_in_a_block_of_which_words_are_lost_may_stand_anywhere() -> None:
    promise = Prose(blocks=(FIRST, SECOND), links=(LINK,), linked=((1, 2),))
    found = Prose(blocks=(FIRST, SECOND[:-1]), links=(LINK,), linked=((0, 1),))
    assert judged(promise, found) == [(Aspect.WORDS, 2)]


def test_links_in_a_body_behind_other_words_stand_where_their_blocks_do() -> None:
    promise = Prose(blocks=(FIRST, SECOND), links=(LINK,), linked=((1, 2),))
    for place, findings in (((2, 3), []), ((1, 2), [(Aspect.LINKS, 1)])):
        found = Prose(blocks=("A title", FIRST, SECOND), links=(LINK,), linked=(place,))
        assert judged(promise, found) == findings
