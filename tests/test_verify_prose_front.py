"""The judge asks for subtitle and authors before the body."""

from __future__ import annotations

from dataclasses import replace

from judged import ALL, BLOCKS, FOUND, PROMISE
from surefoot.promise import Aspect, Prose, Recovered
from surefoot.verify import compare_prose


def beside(*blocks: str, front: tuple[str, ...] = ()) -> list[tuple[int, str, str]]:
    """Judge what stands before a body of which a subtitle and two authors are promised."""
    promise = replace(PROMISE, front=("A subtitle", "Ann Smith", "Ann Smithson"))
    prose = replace(FOUND, front=front, blocks=(*blocks, *BLOCKS))
    judged = compare_prose(promise, Recovered((), frozenset(), prose=prose, aspects=ALL))
    assert {finding.aspect for finding in judged} <= {Aspect.WORDS}
    return [(finding.place, finding.promised, finding.found) for finding in judged]


def test_subtitle_and_authors_stand_before_the_body_in_any_order() -> None:
    assert beside("The title", "A subtitle", "Ann Smith", "Ann Smithson") == []
    assert beside("By Ann Smithson, Ann\u2028Smith", "The title: A subtitle") == []
    assert beside("The title", front=("A subtitle", "Ann Smith and Ann Smithson")) == []


def test_a_subtitle_or_an_author_that_is_lost_or_changed_is_told_of_once() -> None:
    assert beside("The title", "A subtitle", "Ann Smithson") == [
        (0, "Ann Smith", "The title A subtitle Ann Smithson")
    ]
    assert beside("The title", "A subtitle", "Ann Smith", "Ann Smith") == [
        (0, "Ann Smithson", "The title A subtitle Ann Smith Ann Smith")
    ]
    assert [promised for _, promised, _ in beside("The title", "Ann Smith", front=("Ann Smyth",))] == [
        "Ann Smithson",
        "A subtitle",
    ]


def test_a_name_in_the_title_or_in_the_body_is_no_name_of_an_author() -> None:
    headings = ("1 Ann Smith", *PROMISE.headings[1:])
    promise = replace(PROMISE, title="Ann Smith", front=("Ann Smith",), headings=headings)
    for blocks, number in ((("Ann Smith",), 1), (("Ann Smith", "Ann Smith"), 0)):
        words = (*blocks, *BLOCKS[:-1], BLOCKS[-1], "Ann Smith")
        prose = replace(FOUND, blocks=words, headings=headings)
        judged = compare_prose(promise, Recovered((), frozenset(), prose=prose, aspects=ALL))
        assert len(judged) == number


def test_what_a_title_block_says_is_shown_with_what_stands_before_the_body() -> None:
    ((_, promised, shown),) = beside("The title", "A subtitle", front=("Ann Smith",))
    assert (promised, shown) == ("Ann Smithson", "Ann Smith The title A subtitle")


def test_in_a_file_of_few_words_an_author_may_stand_anywhere() -> None:
    promise = Prose(title="T", front=("Ann",), blocks=("A few words.",))
    found_ = Prose(blocks=("T", "A few words.", "Ann"))
    assert compare_prose(promise, Recovered((), frozenset(), prose=found_, aspects=ALL)) == ()
    lost = replace(found_, blocks=found_.blocks[:2])
    assert len(compare_prose(promise, Recovered((), frozenset(), prose=lost, aspects=ALL))) == 1


def test_of_what_stands_before_the_body_no_more_is_shown_than_is_read() -> None:
    ((_, _, shown),) = beside("The title", "Ann Smith", "Ann Smithson", "word " * 40)
    assert shown.startswith("The title Ann Smith Ann Smithson word")
    assert len(shown) == 160
    assert shown.endswith("…")


def test_a_name_is_no_part_of_another() -> None:
    for another in ("Joann Smith", "Ann Smithy"):
        assert beside("The title", "A subtitle", another, "Ann Smithson") == [
            (0, "Ann Smith", f"The title A subtitle {another} Ann Smithson")
        ]
