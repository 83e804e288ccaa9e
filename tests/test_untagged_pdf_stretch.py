"""How far notes reach on pages without tags: to the next one, and over a page's end where they go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from letters import LEADING, LEFT, SIZE, TOP, Row, link, notes, page, small
from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.untagged.lines import Line

RIGHT = 320.0
ONE = page(0, "A claim¹.", "", small("1 One begins"))
"""A page whose note may go on."""
DONE = page(0, "A claim¹.", "", small("1 One ends."))


def first(*pages: Sequence[Line], rules: Mapping[int, Sequence[Box]] | None = None) -> str:
    """The text of the first note."""
    return notes(*pages, rules=rules)[0][1]


def test_a_note_reaches_to_the_next() -> None:
    lines = page(0, "A claim¹ and².", "", small("1 One"), small("goes on"), small("2 Two"), small("as well"))
    assert notes(lines) == [("1", "One|goes on"), ("2", "Two|as well")]


def test_the_prose_before_the_first_note_is_none_of_it() -> None:
    assert first(page(0, small("Small words"), "A claim¹.", "", small("1 One"))) == "One"


# At the feet of pages, in smaller letters


def test_a_note_goes_on_at_the_foot_of_the_next_page_in_letters_of_its_size() -> None:
    two = page(1, "More².", "", small("and goes on."), small("for long"), small("2 Two"))
    assert notes(ONE, two) == [("1", "One begins|and goes on.|for long"), ("2", "Two")]


def test_small_letters_without_white_above_them_are_prose() -> None:
    """As those of a table, or of its caption."""
    two = page(1, "More².", small("A caption"), small("of it"), "", small("and goes on"), small("2 Two"))
    assert first(ONE, two) == "One begins|and goes on"
    two = page(1, "More².", small("A caption"), "", small("and goes on"), small("2 Two"))
    assert first(ONE, two) == "One begins|and goes on"
    two = page(1, "More².", small("A caption"), small("2 Two"))
    assert first(ONE, two) == "One begins"


def test_letters_of_another_font_are_prose() -> None:
    two = page(1, "More².", "", Row("code", 7.5, family="Mono"), "", small("2 Two"))
    assert first(ONE, two) == "One begins"


def test_a_page_that_begins_with_small_letters_begins_with_the_note() -> None:
    two, three = page(1, small("and goes on"), small("for long")), page(2, "More².", "", small("2 Two"))
    assert first(ONE, two, three) == "One begins|and goes on|for long"


def test_notes_may_go_on_page_after_page() -> None:
    two = page(1, "More².", "", small("and goes on."), small("2 Two begins"))
    three = page(2, "More³.", "", small("and goes on."), small("3 Three"))
    assert notes(ONE, two, three)[:2] == [("1", "One begins|and goes on."), ("2", "Two begins|and goes on.")]


def test_a_note_ends_on_a_page_of_prose_alone() -> None:
    pages = ONE, page(1, "Prose", "and more."), page(2, "More².", "", small("Small"), small("2 Two"))
    assert first(*pages) == "One begins"


def test_a_note_does_not_go_on_over_a_page_without_words() -> None:
    assert first(ONE, [], page(2, "More².", "", small("Small"), small("2 Two"))) == "One begins"


def test_larger_letters_below_the_last_note_of_a_page_are_the_note_s_where_notes_stand_at_feet() -> None:
    """There is nothing else at the foot of a page."""
    one = page(0, "A claim¹.", "", small("1 One"), Row("WORDS", 10))
    assert first(one, page(1, "More².", "", small("2 Two"))) == "One|WORDS"


# Below a drawn line


def rule(up: float, left: float = LEFT, length: float = 100) -> Box:
    return Box(left, up, left + length, up + 1)


def below(lines: Sequence[Line], words: str, **how: float) -> Box:
    """A rule right above the line that begins with some words."""
    line = next(line for line in lines if line.text().startswith(words))
    return rule(line.up + 11, **how)


LARGE = page(0, "A claim¹.", "", "1 One begins")


def test_a_note_goes_on_below_the_rule_that_stands_above_the_notes_of_each_page() -> None:
    two = page(1, "More².", "", "and goes on", "for long", "2 Two")
    rules = {0: [below(LARGE, "1 One")], 1: [below(two, "and goes")]}
    assert notes(LARGE, two, rules=rules) == [("1", "One begins|and goes on|for long"), ("2", "Two")]


def test_what_stands_above_the_rule_is_prose() -> None:
    two = page(1, "More².", "and more", "2 Two")
    assert first(LARGE, two, rules={0: [below(LARGE, "1 One")], 1: [below(two, "2 Two")]}) == "One begins"


def test_a_page_without_the_rule_has_no_note_that_goes_on() -> None:
    two, three = page(1, "More".ljust(9), "and more"), page(2, "More².", "", "2 Two")
    rules = {0: [below(LARGE, "1 One")], 2: [below(three, "2 Two")]}
    assert first(LARGE, two, three, rules=rules) == "One begins"


@pytest.mark.parametrize("how", [{"length": 300}, {"left": RIGHT}, {"left": LEFT - 150}])
def test_a_line_of_another_length_or_beside_the_text_is_not_the_rule(how: dict[str, float]) -> None:
    two = page(1, "More².", "", "and more", "2 Two")
    rules = {0: [below(LARGE, "1 One")], 1: [below(two, "and", **how)]}
    assert first(LARGE, two, rules=rules) == "One begins"


def test_of_several_lines_the_lowest_is_the_rule() -> None:
    two = page(1, "More².", "and more", "and goes on", "2 Two")
    rules = {0: [rule(TOP + 20), below(LARGE, "1 One")], 1: [below(two, "and more"), below(two, "and goes")]}
    assert first(LARGE, two, rules=rules) == "One begins|and goes on"


def test_a_line_that_few_pages_draw_is_not_the_rule() -> None:
    two = page(1, "More².", "", small("and goes on"), small("2 Two"))
    three = page(2, "More³.", "", small("3 Three"))
    assert first(ONE, two, three, rules={2: [below(three, "3 Three")]}) == "One begins|and goes on"
    more = [page(3, "More⁴.", "", small("4 Four")), page(4, "More⁵.", "", small("5 Five"))]
    rules = {1: [below(two, "2 Two")], 2: [below(three, "3 Three")]}
    assert first(ONE, two, three, *more, rules=rules) == "One begins|and goes on"


def test_a_line_below_the_first_note_is_not_the_rule() -> None:
    two = page(1, "More².", "", small("and goes on"), small("2 Two"), small("ends"))
    rules = {0: [rule(50)], 1: [below(two, "ends"), rule(50)]}
    assert first(ONE, two, rules=rules) == "One begins|and goes on"


# At the end, or in letters as large as the text's


END = page(0, "A claim¹ and².", "Prose", "", "1 One begins")


def test_a_note_at_the_end_goes_on_where_its_page_ends_within_a_sentence() -> None:
    assert first(END, page(1, "and goes on", "2 Two")) == "One begins|and goes on"
    alone = page(0, "A claim¹.", "", "1 One begins")
    assert first(alone, page(1, "and goes on.")) == "One begins|and goes on."


def test_a_last_note_that_is_done_does_not_go_on() -> None:
    one = page(0, "A claim¹.", "", "1 One.")
    assert first(one, page(1, "An appendix")) == "One."


def test_a_note_that_is_done_goes_on_where_more_notes_follow() -> None:
    assert first(page(0, "A claim¹ and².", "", "1 One."), page(1, "Goes on.", "2 Two")) == "One.|Goes on."


def test_a_page_that_begins_with_a_heading_begins_with_prose() -> None:
    two = page(1, Row("A HEADING", 2 * SIZE), "", "words", "2 Two")
    assert first(END, two) == "One begins"


def test_a_page_that_calls_notes_begins_with_prose() -> None:
    one = page(0, "A claim¹.", "", "1 One begins")
    assert first(one, page(1, "and more².", "", "2 Two")) == "One begins"


def test_a_note_as_large_as_the_text_goes_on_where_notes_follow_and_none_is_called() -> None:
    two, three = page(1, "and goes on", "2 Two"), page(2, "More³.", "", "3 Three")
    assert first(page(0, "A claim¹ and².", "", "1 One begins"), two, three) == "One begins|and goes on"
    prose = page(1, "Prose and", "more of it")
    assert first(LARGE, prose, page(2, "More².", "", "2 Two")) == "One begins"


# Behind the last note


@pytest.mark.parametrize("row", [Row("A HEADING", 2 * SIZE), Row("A HEADING", 1.3 * SIZE)])
def test_a_heading_ends_the_notes_of_a_chapter(row: Row) -> None:
    lines = page(0, "A claim¹.", "", "1 One", "goes on", row, "Prose")
    assert first(lines) == "One|goes on"


def test_much_white_ends_the_notes_of_a_chapter() -> None:
    lines = page(0, "A claim¹.", "", "1 One", "goes on", "", "", "Prose")
    assert first(lines) == "One|goes on"


def test_white_as_it_is_between_notes_ends_none() -> None:
    lines = page(0, "A claim¹ and².", "", "1 One", "", "", "2 Two", "", "", "goes on")
    assert notes(lines) == [("1", "One"), ("2", "Two|goes on")]


def test_a_little_white_ends_no_note() -> None:
    lines = [*page(0, "A claim¹.", "", "1 One"), *page(0, "goes on", top=TOP - 2 * LEADING - 20)]
    assert first(lines) == "One|goes on"


def test_white_between_notes_of_another_page_tells_nothing_of_this_one() -> None:
    one = page(0, "A claim¹ and².", "", "1 One", top=200)
    two = page(1, "2 Two", "", "", "Prose")
    assert notes(one, two) == [("1", "One"), ("2", "Two")]


def test_within_notes_neither_white_nor_large_letters_end_one() -> None:
    lines = page(0, "A claim¹ and².", "", "1 One", "", "", "", Row("WORDS", 2 * SIZE), "2 Two")
    assert notes(lines) == [("1", "One|WORDS"), ("2", "Two")]


# Columns


def test_a_note_goes_on_in_the_next_column() -> None:
    left = [*page(0, "A claim¹.", "words", "", "", "", small("1 One begins"))]
    right = page(
        0, *(Row(words, left=RIGHT) for words in ("More².", "words", "")), small("and on", left=RIGHT)
    )
    foot = page(0, small("2 Two", left=RIGHT), top=TOP - 4 * LEADING)
    assert notes([*left, *right, *foot]) == [("1", "One begins|and on"), ("2", "Two")]


def test_a_file_of_notes_by_links_keeps_prose_between_them() -> None:
    one = page(0, "A claim¹.", "", small("1 One"))
    two = page(1, "Prose", "and².", "", small("2 Two"))
    links = [link(one[0], "1", one[1]), link(two[1], "2", two[2])]
    assert notes(one, two, links=links) == [("1", "One"), ("2", "Two")]
