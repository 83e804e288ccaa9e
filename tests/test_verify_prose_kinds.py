"""The judge knows where links and pictures stand, what cells are, and which numbers items have."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from judged import ALL, BLOCKS, FOUND, FRONT, NO_TABLES, PROMISE, changed, found
from surefoot.promise import Aspect, Begins, Prose, Recovered, Shape
from surefoot.verify import compare_prose


def linked(*links: tuple[str, tuple[int, int]]) -> dict[str, Any]:
    """Return what is found of links and their places; the body are the blocks 2 to 16."""
    return {"links": tuple(link for link, _ in links), "linked": tuple(place for _, place in links)}


A, B = ((link, (12, 13)) for link in PROMISE.links)
NEW = "https://example.com/"


@pytest.mark.parametrize("place", [(2, 3), (3, 3), (3, 4), (16, 16), (16, 17), (1, 3), (16, 18)])
def test_a_link_that_nobody_wrote_is_one_too_many_anywhere_in_the_body(place: tuple[int, int]) -> None:
    assert found(**linked((NEW, place), A, B)) == [(Aspect.LINKS, 0)]
    assert found(**linked(A, B, (NEW, place))) == [(Aspect.LINKS, 0)]


@pytest.mark.parametrize("place", [(0, 0), (0, 1), (1, 2), (2, 2), (17, 17), (17, 18), (18, 18)])
def test_a_link_around_the_body_counts_for_nothing(place: tuple[int, int]) -> None:
    assert found(**linked((NEW, place), A, B)) == []
    assert found(**linked(A, B, (NEW, place))) == []


@pytest.mark.parametrize("place", [(0, 1), (1, 1), (1, 2), (17, 18), (18, 18)])
def test_a_link_around_the_body_does_not_stand_for_one_that_is_lost_from_it(place: tuple[int, int]) -> None:
    assert found(**linked((A[0], place), B)) == [(Aspect.LINKS, 1)]
    assert found(**linked(A, (B[0], place))) == [(Aspect.LINKS, 2)]


@pytest.mark.parametrize("place", [(2, 2), (17, 17)])
def test_a_link_without_words_at_the_edge_of_the_body_may_be_of_it(place: tuple[int, int]) -> None:
    assert found(**linked((A[0], place), B)) == []
    assert found(**linked(A, (B[0], place))) == []


@pytest.mark.parametrize(
    ("place", "number"),
    [((12, 13), 0), ((11, 13), 0), ((12, 14), 0), ((3, 4), 1), ((11, 12), 1), ((13, 14), 1), ((13, 13), 0)],
)
def test_a_link_stands_in_the_block_in_which_it_was_written(place: tuple[int, int], number: int) -> None:
    promise = replace(PROMISE, linked=((10, 11), (10, 11)))
    prose = replace(FOUND, blocks=(*FRONT, *BLOCKS), **linked((NEW, (0, 1)), (A[0], place), B))
    judged = compare_prose(promise, Recovered((), frozenset(), prose=prose, aspects=ALL))
    assert [(finding.aspect, finding.place) for finding in judged] == [(Aspect.LINKS, 1)] * number


def test_a_link_that_moved_is_told_with_both_blocks() -> None:
    promise = Prose(blocks=("A short first block of words.", "word " * 40), links=(NEW,), linked=((0, 1),))
    prose = replace(promise, linked=((1, 2),))
    (finding,) = compare_prose(promise, Recovered((), frozenset(), prose=prose, aspects=ALL))
    assert finding.promised == f"{NEW}, in: A short first block of words."
    assert finding.found == f"{NEW}, in: {('word ' * 40)[:159]}…"


def test_a_link_of_words_that_differ_may_stand_anywhere() -> None:
    promise = replace(PROMISE, linked=((10, 11), (10, 11)))
    words = changed("a picture of a dog", "a photograph of a cat")
    for places in (linked((A[0], (3, 4)), B), linked((A[0], (3, 4)), B, (NEW, (17, 17)))):
        prose = replace(FOUND, blocks=(*FRONT, *words), **places)
        judged = compare_prose(promise, Recovered((), frozenset(), prose=prose, aspects=ALL))
        assert {finding.aspect for finding in judged} == {Aspect.WORDS}


def test_a_promised_link_without_words_may_stand_in_any_block() -> None:
    promise = replace(PROMISE, linked=((10, 10), (10, 11)))
    prose = replace(FOUND, blocks=(*FRONT, *BLOCKS), **linked((A[0], (3, 4)), B))
    assert compare_prose(promise, Recovered((), frozenset(), prose=prose, aspects=ALL)) == ()


def test_a_link_is_one_too_many_in_a_body_that_promises_none() -> None:
    promise = replace(PROMISE, links=())
    for place, number in (((3, 4), 1), ((1, 2), 0)):
        prose = replace(FOUND, **linked((NEW, place)))
        prose = replace(prose, blocks=(*FRONT, *BLOCKS, "Colophon"))
        assert len(compare_prose(promise, Recovered((), frozenset(), prose=prose, aspects=ALL))) == number


def test_where_the_body_begins_with_words_that_differ_links_before_it_may_be_of_it() -> None:
    words = ("Zusammenfassung", "Etwas", *BLOCKS[2:])
    places = linked((A[0], (1, 2)), B, (NEW, (2, 3)))
    assert Aspect.LINKS not in dict(found(words=words, **places))
    words = (*BLOCKS[:-1], "Etwas")
    places = linked((NEW, (16, 17)), A, (B[0], (17, 18)))
    assert Aspect.LINKS not in dict(found(words=words, **places))


def test_a_body_of_few_words_does_not_tell_where_it_stands() -> None:
    promise = Prose(blocks=("A few words.",), links=(A[0],))
    found_ = Prose(blocks=("A few words.", "More"), **linked((A[0], (1, 2)), (NEW, (0, 1))))
    assert compare_prose(promise, Recovered((), frozenset(), prose=found_, aspects=ALL)) == ()


HEAD, CORNER = Shape(header=True), Shape(Begins.TABLE, header=True)
ROW, FURTHER = Shape(Begins.ROW), Shape()
SHAPES = (CORNER, HEAD, ROW, FURTHER, ROW, FURTHER)


def of_table(
    *shapes: Shape, promised: tuple[Shape, ...] = SHAPES, **change: Any
) -> list[tuple[int, str, str]]:
    """Judge the cells of the table by what they are; return the places, and what is told."""
    promise = replace(PROMISE, shapes=promised, **change)
    prose = replace(FOUND, shapes=shapes, blocks=(*FRONT, *BLOCKS), **change)
    judged = compare_prose(promise, Recovered((), frozenset(), prose=prose, aspects=ALL))
    assert {finding.aspect for finding in judged} <= {Aspect.CELLS}
    return [(finding.place, finding.promised, finding.found) for finding in judged]


def test_cells_that_are_what_they_were_earn_nothing() -> None:
    assert of_table(*SHAPES) == []
    assert found(shapes=None) == []


@pytest.mark.parametrize(
    ("rank", "shape", "place", "promised", "said"),
    [
        (1, FURTHER, 2, "Number of people (header)", "Number of people"),
        (
            2,
            Shape(Begins.ROW, header=True),
            3,
            "North (first in its row)",
            "North (header, first in its row)",
        ),
        (2, Shape(Begins.TABLE), 3, "North (first in its row)", "North (first in its table)"),
        (3, Shape(columns=2), 4, "12", "12 (over 2 columns)"),
        (3, Shape(columns=3, rows=2), 4, "12", "12 (over 3 columns, over 2 rows)"),
    ],
)
def test_a_cell_that_is_something_else_is_one_finding(
    rank: int, shape: Shape, place: int, promised: str, said: str
) -> None:
    assert of_table(*SHAPES[:rank], shape, *SHAPES[rank + 1 :]) == [(place, promised, said)]


def test_a_row_that_breaks_elsewhere_is_one_finding() -> None:
    assert of_table(*SHAPES[:4], FURTHER, ROW) == [
        (5, "South (first in its row) | 10", "South | 10 (first in its row)")
    ]


def test_cells_that_are_something_else_do_not_hide_a_change_of_words() -> None:
    words = changed("paragraph", "parag")
    plain = (Shape(Begins.TABLE), *SHAPES[1:])
    promise = replace(PROMISE, shapes=SHAPES)
    prose = replace(FOUND, shapes=plain, blocks=(*FRONT, *words))
    judged = compare_prose(promise, Recovered((), frozenset(), prose=prose, aspects=ALL))
    assert {finding.aspect for finding in judged} == {Aspect.WORDS, Aspect.CELLS}


def test_an_empty_cell_is_no_header_and_leaves_open_whether_the_first_column_heads_its_rows() -> None:
    cells = ("", "Number of people", "North", "12", "", "10")
    row_heads = (Shape(Begins.TABLE), HEAD, Shape(Begins.ROW, header=True), FURTHER, ROW, FURTHER)
    assert of_table(*row_heads, cells=cells) == []
    assert of_table(*SHAPES[:3], HEAD, *SHAPES[4:], cells=cells) == [(4, "12", "12 (header)")]
    full = ("Place", "Number of people", "North", "12", "", "10")
    assert [place for place, *_ in of_table(*row_heads, cells=full)] == [1, 3]


def test_a_lost_row_is_one_finding_of_its_own_cells_alone() -> None:
    def judged(*ranks: int) -> list[tuple[int, str, str]]:
        def kept(series: tuple[Any, ...]) -> tuple[Any, ...]:
            return tuple(each for rank, each in enumerate(series) if rank not in ranks)

        shapes = kept(SHAPES)
        if 0 in ranks:
            shapes = (replace(shapes[0], begins=Begins.TABLE), *shapes[1:])
        words = (*BLOCKS[:4], *kept(PROMISE.cells), *BLOCKS[10:])
        prose = replace(FOUND, shapes=shapes, cells=kept(PROMISE.cells), blocks=(*FRONT, *words))
        recovered = Recovered((), frozenset(), prose=prose, aspects=ALL)
        findings_ = compare_prose(replace(PROMISE, shapes=SHAPES), recovered)
        return [(finding.place, finding.promised, finding.found) for finding in findings_]

    assert judged(0, 1) == [(1, "Place | Number of people", "")]
    assert judged(4, 5) == [(5, "South | 10", "")]


def of_list(*numbers: str, items: tuple[str, ...] = PROMISE.items) -> list[tuple[int, str, str]]:
    """Judge the items by their numbers, of which 1, 2 and none are promised."""
    words = tuple(block for block in BLOCKS if block not in PROMISE.items or block in items)
    prose = replace(FOUND, items=items, numbers=numbers, blocks=(*FRONT, *words))
    promise = replace(PROMISE, numbers=("1", "2", ""))
    judged = compare_prose(promise, Recovered((), frozenset(), prose=prose, aspects=ALL))
    assert {finding.aspect for finding in judged} <= {Aspect.ITEMS}
    return [(finding.place, finding.promised, finding.found) for finding in judged]


def test_items_with_other_numbers_are_one_finding_for_each_run() -> None:
    assert of_list("1", "2", "") == []
    assert of_list("1", "3", "") == [(2, "2. another item nested in it", "3. another item nested in it")]
    assert of_list("", "", "1") == [
        (1, "1. a first item | 2. another item nested in it | nested in it",
         "a first item | another item nested in it | 1. nested in it"),
    ]  # fmt: skip


def test_where_only_one_side_tells_numbers_they_are_not_judged() -> None:
    assert found(numbers=("7", "8", "9")) == []
    promise = replace(PROMISE, numbers=("7", "8", "9"))
    recovered = Recovered((), frozenset(), prose=FOUND, aspects=ALL)
    assert compare_prose(promise, recovered) == ()


def test_a_lost_item_is_told_of_without_those_that_count_on_from_another_number() -> None:
    assert of_list("1", "", items=PROMISE.items[1:]) == [(1, "a first item", "")]


def of_pictures(*pictures: tuple[str, tuple[int, int]]) -> list[tuple[int, str, str]]:
    """Judge the pictures, of which one of a dog and one without alternative text are promised."""
    promise = replace(PROMISE, images=("a dog", ""))
    images, places = (tuple(each[at] for each in pictures) for at in (0, 1))
    prose = replace(FOUND, images=images, pictured=places)
    judged = compare_prose(promise, Recovered((), frozenset(), prose=prose, aspects=ALL))
    assert {finding.aspect for finding in judged} <= {Aspect.IMAGES}
    return [(finding.place, finding.promised, finding.found) for finding in judged]


DOG, BARE = ("a dog", (12, 13)), ("", (14, 14))


def test_a_picture_without_alternative_text_is_there_or_not() -> None:
    assert of_pictures(DOG, BARE) == []
    assert of_pictures(DOG) == [(2, "(no alternative text)", "")]
    assert of_pictures(BARE, BARE) == [(1, "a dog", "(no alternative text)")]


def test_a_picture_that_nobody_promised_is_one_too_many_in_the_body_alone() -> None:
    for added in ("", "a cat"):
        assert of_pictures((added, (3, 3)), DOG, BARE) == [(0, "", added or "(no alternative text)")]
        assert of_pictures(DOG, BARE, (added, (15, 16))) == [(0, "", added or "(no alternative text)")]
        assert of_pictures((added, (2, 2)), (added, (1, 2)), DOG, BARE, (added, (17, 17))) == []


def test_where_pictures_without_alternative_text_cannot_be_told_they_are_not_judged() -> None:
    promise = replace(PROMISE, images=("", "a dog", ""))
    for images in (("a dog",), ("a dog", "")):
        recovered = Recovered((), frozenset(), prose=replace(FOUND, images=images), aspects=ALL)
        assert compare_prose(promise, recovered) == ()


def of_counts(*counted: str, words: tuple[str, ...] = BLOCKS) -> list[tuple[int, str, str]]:
    """Judge the numbers printed before the first two items, of which 1 and 2 are promised."""
    numbers = [""] * len(BLOCKS)
    numbers[11:13] = "1", "2"
    printed = ("", "", *("" for _ in words[:11]), *counted, *("" for _ in words[13:]), "")
    prose = replace(FOUND, counted=printed, blocks=(*FRONT, *words, "Colophon"))
    promise = replace(PROMISE, counted=tuple(numbers))
    judged = compare_prose(promise, Recovered((), frozenset(), prose=prose, aspects=NO_TABLES))
    return [
        (finding.place, finding.promised, finding.found)
        for finding in judged
        if finding.aspect is Aspect.WORDS
    ]


def test_a_number_that_is_printed_like_words_is_judged_as_words() -> None:
    assert of_counts("1", "2") == []
    assert of_counts("1", "3") == [(13, "2. another item", "3. another item")]
    assert of_counts("2", "1") == [
        (12, "1. a first item", "2. a first item"),
        (13, "2. another item", "1. another item"),
    ]


def test_a_number_that_is_not_found_may_stand_elsewhere() -> None:
    assert of_counts("", "") == []
    assert found(counted=("7",) * 18) == []
    assert found(counted=None) == []


def test_numbers_are_known_by_their_blocks_where_other_words_differ() -> None:
    words = (*BLOCKS[:1], "Something else altogether.", *BLOCKS[2:11], "a first idea", *BLOCKS[12:])
    judged = of_counts("1", "3", words=words)
    assert (13, "2. another item", "3. another item") in judged
    assert [place for place, *_ in judged] == [2, 12, 13]


def test_a_number_where_none_is_promised_is_told_with_the_beginning_of_its_block() -> None:
    long = "word " * 30
    promise = Prose(blocks=("Before.", long.strip()), counted=("", ""))
    prose = Prose(blocks=promise.blocks, counted=("", "1"))
    (finding,) = compare_prose(promise, Recovered((), frozenset(), prose=prose, aspects=NO_TABLES))
    assert (finding.promised, finding.found) == (f"{long[:79]}…", f"1. {long[:79]}…")
