"""The judge tells of each difference in the prose once, as what it is, and only of differences."""

from __future__ import annotations

import string
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from surefoot.promise import Aspect, Begins, Fault, Finding, Prose, Recovered, Shape
from surefoot.text import LINE_END
from surefoot.verify import aspects, compare_prose

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


def test_a_kept_promise_earns_nothing_whatever_stands_around_it() -> None:
    assert found() == []
    assert found(blocks=("The title", *BLOCKS)) == []


def test_a_finding_is_of_the_prose_and_of_no_citation() -> None:
    (finding,) = findings(words=changed("document", "paper"))
    assert (finding.fault, finding.mark) == (Fault.PROSE, "")


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("document", "documemt", 2),
        ("document ", "", 2),
        ("document", "whole document", 2),
        ("has words", "words has", 2),
        ("Abstract", "Abstrakt", 1),
        ("of all.", "of al.", 15),
        (" all.", "", 15),
        ("another item", "another idea", 13),
        ("One.", "", 4),
        (BLOCKS[1], "", 2),
        ("10", "11", 10),
        (BLOCKS[14], f"{BLOCKS[10]} {BLOCKS[14]}", 15),
    ],
)
def test_changed_words_are_one_finding_in_their_place(old: str, new: str, place: int) -> None:
    words = changed(old, new)
    texts = {
        name: tuple(text.replace(old, new) for text in getattr(FOUND, name))
        for name in ("headings", "cells", "items", "quotations")
    }
    assert found(words=words, **texts) == [(Aspect.WORDS, place)]


def test_a_finding_shows_the_words_that_differ_and_those_around_them() -> None:
    (finding,) = findings(words=changed("document", "paper"))
    assert finding.promised.startswith("Abstract The first paragraph of the document has words. Method")
    assert "first paragraph of the paper has words. Method" in finding.found
    assert finding.found.endswith("…")


def test_long_words_lost_are_shown_by_their_beginning_and_end() -> None:
    lost = " ".join(f"word{rank}" for rank in range(500))
    promise = Prose(blocks=("Before it all.", lost, "Behind it all."))
    found_ = Prose(blocks=("Before it all.", "Behind it all."))
    (finding,) = compare_prose(promise, Recovered((), frozenset(), prose=found_, aspects=ALL))
    assert finding.promised.startswith("Before it all. word0 word1 ")
    assert finding.promised.endswith(" word498 word499 Behind it all.")
    assert " … " in finding.promised
    assert len(finding.promised) < 400


def test_words_lost_here_and_found_there_have_moved() -> None:
    moved = (*without(1)[:10], BLOCKS[1], *without(1)[10:])
    (finding,) = findings(words=moved)
    assert (finding.aspect, finding.place) == (Aspect.WORDS, 2)
    assert finding.found.startswith("…")
    assert "a dog in it. The first paragraph of the document has words. a first item" in finding.found


def test_few_words_lost_here_and_found_there_are_not_known_again() -> None:
    moved = (*BLOCKS[:3], *BLOCKS[4:10], "One.", *BLOCKS[10:])
    assert found(words=moved) == [(Aspect.WORDS, 4), (Aspect.WORDS, 11)]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("first paragraph", "firstparagraph", 2),
        ("paragraph of", "para graph of", 2),
        ("the last words", "thelastwords", 15),
        ("North", "No rth", 7),
    ],
)
def test_spaces_lost_or_put_in_are_one_finding(old: str, new: str, place: int) -> None:
    assert found(words=changed(old, new)) == [(Aspect.SPACES, place)]
    assert found(ALL - {Aspect.SPACES}, words=changed(old, new)) == []


def test_far_apart_spaces_are_findings_of_their_own() -> None:
    words = tuple(
        block.replace("first paragraph", "firstparagraph").replace("of all", "ofall") for block in BLOCKS
    )
    assert found(words=words) == [(Aspect.SPACES, 2), (Aspect.SPACES, 15)]


@pytest.mark.parametrize("gap", [f"first{LINE_END}paragraph", f"fir{LINE_END}st paragraph"])
def test_a_line_end_is_a_space_or_none(gap: str) -> None:
    assert found(words=changed("first paragraph", gap)) == []


def test_other_limits_of_blocks_are_none_of_words_and_spaces() -> None:
    assert found(words=(" ".join(BLOCKS[:4]), *BLOCKS[4:])) == []
    assert found(words=(*BLOCKS[0].split(), *BLOCKS[1].split(), *BLOCKS[2:])) == []


@pytest.mark.parametrize(
    ("aspect", "place", "change"),
    [
        (Aspect.HEADINGS, 3, {"words": without(2), "headings": PROMISE.headings[:2]}),
        (Aspect.HEADINGS, 2, {"words": without(0), "headings": ("1 The title", "2 Method")}),
        (Aspect.HEADINGS, 3, {"headings": ("1 The title", "2 Abstract", "3 Method")}),
        (Aspect.HEADINGS, 3, {"headings": PROMISE.headings[:2]}),
        (Aspect.HEADINGS, 0, {"headings": (*PROMISE.headings, "2 One.")}),
        (Aspect.IMAGES, 1, {"words": changed("a dog", "a cat"), "images": ("a cat",)}),
        (Aspect.IMAGES, 1, {"words": changed("a dog", ""), "images": ()}),
        (Aspect.IMAGES, 1, {"images": ()}),
        (Aspect.CELLS, 3, {"words": (*BLOCKS[:6], "12", "North", *BLOCKS[8:]),
                           "cells": ("Place", "Number of people", "12", "North", "South", "10")}),
        (Aspect.CELLS, 3, {"words": (*BLOCKS[:6], "South", "12", "North", *BLOCKS[9:]),
                           "cells": ("Place", "Number of people", "South", "12", "North", "10")}),
        (Aspect.CELLS, 4, {"words": without(7), "cells": (*PROMISE.cells[:3], *PROMISE.cells[4:])}),
        (Aspect.CELLS, 5, {"words": without(8, 9), "cells": PROMISE.cells[:4]}),
        (Aspect.CELLS, 0, {"cells": (*PROMISE.cells[:4], "", *PROMISE.cells[4:])}),
        (Aspect.ITEMS, 1, {"words": without(11), "items": PROMISE.items[1:]}),
        (Aspect.ITEMS, 2, {"words": without(13), "items": ("a first item", "another item")}),
        (Aspect.ITEMS, 1, {"items": ("a first item another item nested in it", "nested in it")}),
        (Aspect.QUOTATIONS, 1, {"quotations": ()}),
        (Aspect.QUOTATIONS, 0, {"quotations": (*PROMISE.quotations, BLOCKS[1])}),
        (Aspect.LINKS, 1, {"links": PROMISE.links[1:]}),
        (Aspect.LINKS, 2, {"links": (PROMISE.links[0], "https://example.com")}),
        (Aspect.LINKS, 0, {"links": (PROMISE.links[0], "https://example.com", PROMISE.links[1])}),
        (Aspect.LINKS, 1, {"links": PROMISE.links[1:],
                           "words": changed("paragraph of", "paragraph https://example.org/a of")}),
    ],
)  # fmt: skip
def test_what_words_are_is_told_of_once(aspect: Aspect, place: int, change: dict[str, Any]) -> None:
    assert found(**change) == [(aspect, place)]


@pytest.mark.parametrize(
    "change",
    [
        {"links": ("https://example.com/home", *PROMISE.links, "https://example.com/licence")},
        {"images": ("A logo", *PROMISE.images)},
        {"items": ("Abstract", "Method", *PROMISE.items)},
        {"quotations": ("A motto", *PROMISE.quotations)},
        {"headings": (*PROMISE.headings, "2 Method")},
    ],
)
def test_what_stands_around_the_body_counts_for_nothing(change: dict[str, Any]) -> None:
    assert found(**change) == []


@pytest.mark.parametrize(
    ("change", "aspect", "place", "promised", "said"),
    [
        ({"headings": PROMISE.headings[:2]}, Aspect.HEADINGS, 3, "2 Method", ""),
        ({"cells": (*PROMISE.cells[:2], "", *PROMISE.cells[2:])}, Aspect.CELLS, 0, "", "(empty)"),
        ({"items": ("a first item another item nested in it", "nested in it")}, Aspect.ITEMS, 1,
         "a first item | another item nested in it", "a first item another item nested in it"),
        ({"links": PROMISE.links[:1]}, Aspect.LINKS, 2, PROMISE.links[1], ""),
    ],
)  # fmt: skip
def test_a_finding_says_what_was_promised_and_what_is_there(
    change: dict[str, Any], aspect: Aspect, place: int, promised: str, said: str
) -> None:
    assert findings(**change) == (Finding(Fault.PROSE, "", place, promised, said, aspect),)


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


@pytest.mark.parametrize(
    ("blocks", "place", "words"),
    [
        ((f"Somebody {BLOCKS[0]}", *BLOCKS[1:]), 1, "Somebody"),
        ((*BLOCKS[:-1], f"{BLOCKS[-1]} Colophon"), len(BLOCKS), "Colophon"),
    ],
)
def test_words_that_are_put_into_the_first_or_the_last_block_of_the_body_are_added(
    blocks: tuple[str, ...], place: int, words: str
) -> None:
    (finding,) = findings(blocks=(*FRONT, *blocks))
    assert (finding.aspect, finding.place) == (Aspect.WORDS, place)
    assert words in finding.found
    assert words not in finding.promised


def test_a_title_may_begin_the_first_block_of_the_body() -> None:
    assert found(blocks=(f"The title {BLOCKS[0]}", *BLOCKS[1:])) == []


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


def test_long_texts_are_cut() -> None:
    promise = Prose(blocks=("A word.",), items=(f"item{LINE_END}of " * 60,))
    found_ = Prose(blocks=("A word.",))
    (finding,) = compare_prose(promise, Recovered((), frozenset(), prose=found_, aspects=ALL))
    assert finding.promised == ("item of " * 60)[:299] + "…"
    promise = Prose(blocks=("A word.",), items=("x" * 300,))
    (finding,) = compare_prose(promise, Recovered((), frozenset(), prose=found_, aspects=ALL))
    assert finding.promised == "x" * 300


def test_a_misplaced_space_is_shown_in_both_texts() -> None:
    (finding,) = findings(words=changed("has words", "haswords"))
    around = "…The first paragraph of the document {} Method One. Place Number of people North…"
    assert finding.promised == around.format("has words.")
    assert finding.found == around.format("haswords.")


def test_an_item_put_in_tells_of_its_words() -> None:
    words = (*BLOCKS[:12], "a new item of the list", *BLOCKS[12:])
    items = (PROMISE.items[0], "a new item of the list", *PROMISE.items[1:])
    assert found(words=words, items=items) == [(Aspect.ITEMS, 0)]


def test_words_lost_tell_of_the_items_among_them() -> None:
    assert found(words=without(10, 11, 12, 13), items=(), images=()) == [(Aspect.WORDS, 11)]


def test_one_difference_does_not_hide_another() -> None:
    merged = ("a first item another item nested in it", "nested in it")
    words = changed("document", "paper")
    assert found(words=words, items=merged) == [(Aspect.WORDS, 2), (Aspect.ITEMS, 1)]
    other = ("1 The title", "3 Abstrakt", "2 Method")
    assert found(words=changed("Abstract", "Abstrakt"), headings=other) == [(Aspect.HEADINGS, 2)]
    assert found(words=words, headings=("1 The title", "2 Summary", "2 Method")) == [
        (Aspect.WORDS, 2),
        (Aspect.HEADINGS, 2),
    ]


def test_cells_that_changed_places_over_another_tell_of_all_words() -> None:
    cells = ("Place", "Much", "North", "2 km", "South")
    other = ("Place", "Much", "South", "2 km", "North")
    promise = Prose(blocks=("Before.", *cells, "Behind."), cells=cells)
    found_ = Prose(blocks=("Before.", *other, "Behind."), cells=other)
    judged = compare_prose(promise, Recovered((), frozenset(), prose=found_, aspects=ALL))
    assert [(each.aspect, each.place) for each in judged] == [(Aspect.CELLS, 3)]


def test_texts_far_apart_that_changed_places_are_told_of_as_what_they_are() -> None:
    cells = tuple(f"cell number {rank}" for rank in range(9))
    other = (*cells[:1], cells[7], *cells[2:7], cells[1], cells[8])
    promise, found_ = Prose(blocks=cells, cells=cells), Prose(blocks=other, cells=other)
    judged = compare_prose(promise, Recovered((), frozenset(), prose=found_, aspects=ALL))
    assert {finding.aspect for finding in judged} == {Aspect.CELLS}


def test_a_title_that_is_lost_or_changed_is_told_of_once() -> None:
    assert found(blocks=("Somebody", *BLOCKS), headings=PROMISE.headings[1:]) == [(Aspect.HEADINGS, 1)]
    other = ("1 The tide", *PROMISE.headings[1:])
    assert found(blocks=("The tide", *BLOCKS), headings=other) == [(Aspect.WORDS, 0)]
    assert found(blocks=(*BLOCKS, "The title")) == [(Aspect.WORDS, 0)]


def test_a_title_may_hold_all_the_words_of_a_short_text() -> None:
    promise = Prose(title="many blank lines", blocks=("a",), headings=("1 many blank lines",))
    found_ = Prose(blocks=("many blank lines", "a"), headings=promise.headings)
    assert compare_prose(promise, Recovered((), frozenset(), prose=found_, aspects=ALL)) == ()


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


LABELLED = ("Place: North", "Number of people: 12", "Place: South", "Number of people: 10")


@pytest.mark.parametrize(
    "table",
    [
        LABELLED,
        (*BLOCKS[4:6], *LABELLED),
        ("Place, Number of people: North", "12", "Place: South", "Number of people: 10"),
    ],
)
def test_a_medium_without_tables_may_say_headers_again(table: tuple[str, ...]) -> None:
    words = (*BLOCKS[:4], *table, *BLOCKS[10:])
    assert found(NO_TABLES, words=words) == []
    assert Aspect.WORDS in dict(found(words=words))


def test_headers_may_stand_before_a_cell_of_several_blocks() -> None:
    long = ("The first paragraph of a cell with two of them.", "The second paragraph of this cell.")
    cells = ("Place", "What", "North", " ".join(long), "South", "Nothing")
    promise = Prose(blocks=(*cells[:3], *long, *cells[4:]), cells=cells, labels=frozenset({0, 1}))
    table = ("Place: North", f"What: {long[0]}", long[1], "Place: South", "What: Nothing")
    recovered = Recovered((), frozenset(), prose=Prose(blocks=table), aspects=NO_TABLES)
    assert compare_prose(promise, recovered) == ()


@pytest.mark.parametrize(
    "table",
    [
        ("North", "Number of people: 12", "South", "Number of people: 10"),
        ("Place: North", "Number of people: 13", "Place: South", "Number of people: 10"),
        ("Place: North", "Number of people: 12", "Place: South"),
        ("Place: North", "Number of: 12", "Place: South", "Number of people: 10"),
        ("Region: North", "Number of people: 12", "Region: South", "Number of people: 10"),
        BLOCKS[6:10],
    ],
)
def test_nothing_else_is_forgiven_of_a_table(table: tuple[str, ...]) -> None:
    judged = found(NO_TABLES, words=(*BLOCKS[:4], *table, *BLOCKS[10:]))
    assert judged
    assert {aspect for aspect, _ in judged} == {Aspect.WORDS}


def test_a_medium_without_tables_may_leave_out_a_caption_that_echoes_its_picture() -> None:
    caption = "Somebody reads a long book, and writes notes on its margins."
    promise = Prose(blocks=("Before.", caption, caption, "Behind."), echoes=frozenset({2}))

    def judged(blocks: tuple[str, ...], able: frozenset[Aspect]) -> tuple[Finding, ...]:
        return compare_prose(promise, Recovered((), frozenset(), prose=Prose(blocks=blocks), aspects=able))

    once, never = ("Before.", caption, "Behind."), ("Before.", "Behind.")
    assert judged(once, NO_TABLES) == judged(promise.blocks, NO_TABLES) == ()
    assert len(judged(once, ALL)) == len(judged(never, NO_TABLES)) == 1
    (finding,) = judged(("Before!", caption, "Behind."), NO_TABLES)
    assert "Before!" in finding.found


@pytest.mark.parametrize("other", ["end of the book.", "end of this text, I think."])
def test_a_table_does_not_excuse_what_is_wrong_behind_it(other: str) -> None:
    last = "A last paragraph that says what has been said before, and then comes the end of the text."
    promise = replace(PROMISE, blocks=(*BLOCKS, last))
    damaged = (*BLOCKS[:4], *LABELLED, *BLOCKS[10:], last.replace("end of the text.", other))
    recovered = Recovered((), frozenset(), prose=replace(FOUND, blocks=(*FRONT, *damaged)), aspects=NO_TABLES)
    assert [(each.aspect, each.place) for each in compare_prose(promise, recovered)] == [(Aspect.WORDS, 16)]


def test_headers_said_again_are_not_told_of_where_a_cell_differs() -> None:
    table = ("Place: North", "Number of people: 13", "Place: South", "Number of people: 10")
    assert found(NO_TABLES, words=(*BLOCKS[:4], *table, *BLOCKS[10:])) == [(Aspect.WORDS, 8)]


def test_what_a_medium_cannot_carry_is_not_judged() -> None:
    assert found(frozenset(), words=(), headings=()) == []
    judged = frozenset({Aspect.LINKS, Aspect.HEADINGS})
    assert found(judged, words=()) == []
    assert found(judged, links=()) == [(Aspect.LINKS, 1)]
    assert aspects(Recovered((), frozenset(), aspects=judged)) == (Aspect.HEADINGS, Aspect.LINKS)


def test_where_words_are_not_judged_they_tell_of_nothing() -> None:
    items = ("a first idea", *PROMISE.items[1:])
    words = changed("first item", "first idea")
    assert found(frozenset({Aspect.ITEMS}), words=words, items=items) == [(Aspect.ITEMS, 1)]


def test_words_are_not_taken_for_an_item_that_is_as_long() -> None:
    promise = Prose(blocks=("It begins with many words, and goes on.", "item", "It ends."), items=("item",))
    found_ = Prose(blocks=("It begins with words, and goes on.", "It ends."))
    judged = compare_prose(promise, Recovered((), frozenset(), prose=found_, aspects=ALL))
    assert [each.aspect for each in judged] == [Aspect.WORDS, Aspect.ITEMS]


def test_nothing_found_is_a_finding_of_each_aspect_but_not_of_each_word() -> None:
    nothing = Recovered((), frozenset(), prose=Prose(), aspects=ALL)
    judged = [finding.aspect for finding in compare_prose(PROMISE, nothing)]
    assert judged == [Aspect.WORDS, Aspect.HEADINGS, Aspect.LINKS]


def test_a_heading_that_stands_in_a_list_of_contents_is_none_of_the_text() -> None:
    chapters = [f"A chapter of some length about matter number {rank}" for rank in range(5)]
    texts = [f"The words of the chapter that has the number {rank}." for rank in range(5)]
    promise = Prose(blocks=tuple(text for pair in zip(chapters, texts, strict=True) for text in pair))
    damaged = (*chapters, *(block.replace("number 3.", "number 8.") for block in promise.blocks))
    recovered = Recovered((), frozenset(), prose=Prose(blocks=damaged), aspects=ALL)
    assert [finding.place for finding in compare_prose(promise, recovered)] == [8]


WORD = st.text(string.ascii_lowercase, min_size=1, max_size=8)
PARAGRAPHS = st.lists(st.lists(WORD, min_size=1, max_size=30).map(" ".join), min_size=1, max_size=20).map(
    tuple
)


def of(blocks: tuple[str, ...], found_: tuple[str, ...]) -> list[Finding]:
    recovered = Recovered((), frozenset(), prose=Prose(blocks=found_), aspects=ALL)
    return list(compare_prose(Prose(blocks=blocks), recovered))


@given(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS)
def test_words_that_are_all_there_earn_nothing(
    blocks: tuple[str, ...], before: tuple[str, ...], behind: tuple[str, ...]
) -> None:
    assume(not any(len(block) > 40 for block in {*before, *behind} & {*blocks}))
    assert of(blocks, (*before, *blocks, *behind)) == []
    assert of(blocks, tuple(block.replace(" ", LINE_END) for block in blocks)) == []


@given(PARAGRAPHS, st.data())
def test_any_letter_changed_earns_a_finding(blocks: tuple[str, ...], data: st.DataObject) -> None:
    rank = data.draw(st.integers(0, len(blocks) - 1))
    at = data.draw(st.sampled_from([at for at, char in enumerate(blocks[rank]) if char != " "]))
    damaged = blocks[rank][:at] + "•" + blocks[rank][at + 1 :]
    judged = of(blocks, (*blocks[:rank], damaged, *blocks[rank + 1 :]))
    assert judged[0].aspect is Aspect.WORDS


@given(PARAGRAPHS, st.data())
def test_any_letter_changed_among_words_that_differ_is_one_finding_in_its_place(
    blocks: tuple[str, ...], data: st.DataObject
) -> None:
    numbered = tuple(
        " ".join(f"{word}{rank}{at}x" for at, word in enumerate(block.split()))
        for rank, block in enumerate(blocks)
    )
    rank = data.draw(st.integers(0, len(blocks) - 1))
    at = data.draw(st.sampled_from([at for at, char in enumerate(numbered[rank]) if char != " "]))
    damaged = numbered[rank][:at] + "•" + numbered[rank][at + 1 :]
    (finding,) = of(numbered, (*numbered[:rank], damaged, *numbered[rank + 1 :]))
    assert (finding.aspect, finding.place) == (Aspect.WORDS, rank + 1)


@given(PARAGRAPHS, st.data())
def test_any_word_put_into_the_text_earns_a_finding(blocks: tuple[str, ...], data: st.DataObject) -> None:
    rank = data.draw(st.integers(0, len(blocks) - 1))
    words = blocks[rank].split()
    at = data.draw(st.integers(0, len(words)))
    damaged = " ".join([*words[:at], "•", *words[at:]])
    judged = of(blocks, (*blocks[:rank], damaged, *blocks[rank + 1 :]))
    # A body of few words does not tell which words before its first one and behind its last one are its own.
    inside = (rank or at) and (rank < len(blocks) - 1 or at < len(words))
    known = inside or len("".join("".join(blocks).split())) >= 24
    assert [finding.aspect for finding in judged] == ([Aspect.WORDS] if known else [])


@given(PARAGRAPHS, st.data())
def test_any_block_lost_earns_a_finding(blocks: tuple[str, ...], data: st.DataObject) -> None:
    rank = data.draw(st.integers(0, len(blocks) - 1))
    left = (*blocks[:rank], *blocks[rank + 1 :])
    judged = of(blocks, left)
    assert bool(judged) == ("".join(blocks).replace(" ", "") not in "".join(left).replace(" ", ""))


def test_a_long_text_is_judged_in_no_time_even_if_nothing_of_it_is_right() -> None:
    blocks = tuple(f"This is paragraph {rank * 7919} of a text that goes on and on." for rank in range(3000))
    assert of(blocks, tuple(block[::-1] for block in blocks))
