"""The judge tells of each difference in the prose once, as what it is, and only of differences."""

from __future__ import annotations

import string
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from judged import ALL, BLOCKS, FOUND, FRONT, NO_TABLES, PROMISE, changed, findings, found, without
from surefoot.promise import Aspect, Fault, Finding, Prose, Recovered
from surefoot.text import LINE_END
from surefoot.verify import aspects, compare_prose


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


def test_spaces_count_right_before_and_behind_a_table_of_a_linear_medium() -> None:
    rows = ("Place: North Number of people: 12", "Place: South Number of people: 10")
    for short, spoilt in (("One.", "O ne."), (BLOCKS[10], BLOCKS[10].replace("picture", "pic ture"))):
        blocks = (*BLOCKS[:4], *rows, *BLOCKS[10:])
        words = tuple(block.replace(short, spoilt) for block in blocks)
        assert [aspect for aspect, _ in found(NO_TABLES, words=blocks)] == []
        assert [aspect for aspect, _ in found(NO_TABLES, words=words)] == [Aspect.SPACES]


def test_a_text_of_one_word_again_and_again_is_found_where_a_linear_medium_says_headers_again() -> None:
    word = " ".join(["therapist"] * 3)
    blocks = (word, f"{word} {word} {word} {word}", word, *[word] * 4)
    promise = Prose(blocks=blocks, cells=blocks[3:], labels=frozenset({3, 4}))
    said = ("Generated", *blocks[:3], f"{word}: {word} {word}: {word}")
    judged = Recovered((), frozenset(), prose=Prose(blocks=said), aspects=NO_TABLES)
    assert compare_prose(promise, judged) == ()
