"""The lines of a page in the order in which they are read, less what is no text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from letters import LEFT, SIZE, TOP, Row, page
from surefoot.inspectors.pdf.untagged.furniture import without
from surefoot.inspectors.pdf.untagged.lines import Line
from surefoot.inspectors.pdf.untagged.order import columns, ordered

RIGHT = 320.0


def texts(lines: Sequence[Line]) -> list[str]:
    return [line.text() for line in lines]


def column(left: float, *words: str, top: float = TOP) -> list[Line]:
    return page(0, *(Row(each, left=left) for each in words), top=top)


# Layers


def test_lines_painted_from_above_to_below_stay_as_they_are() -> None:
    lines = page(0, "One", "two", "three")
    assert ordered(lines) == lines


def test_lines_painted_behind_all_are_put_where_they_stand() -> None:
    one, two, three, four = page(0, "One word", "two words", "three words", "four words")
    assert texts(ordered([one, four, two, three])) == texts([one, two, three, four])


def test_each_layer_is_put_into_those_before_it() -> None:
    one, two, three, four, five = page(0, "One word", "two words", "three words", "four words", "five words")
    assert texts(ordered([one, five, three, four, two])) == texts([one, two, three, four, five])


def test_a_line_painted_below_all_behind_another_layer_stays_last() -> None:
    one, two, three = page(0, "One word", "two words", "three words")
    assert texts(ordered([two, one, three])) == texts([one, two, three])


def test_two_columns_are_read_one_after_the_other_as_they_are_painted() -> None:
    lines = [*column(LEFT, "One word", "two words"), *column(RIGHT, "three words", "four words")]
    assert ordered(lines) == lines
    leftward = [*column(RIGHT, "One word", "two words"), *column(LEFT, "three words", "four words")]
    assert ordered(leftward) == leftward


def test_columns_may_touch() -> None:
    low, high = Row("Words").line(TOP - 60), Row("others", left=LEFT + 25).line()
    assert low.right == high.left
    assert ordered([low, high]) == [low, high]
    low, high = Row("others", left=LEFT + 25).line(TOP - 60), Row("Words").line()
    assert ordered([low, high]) == [low, high]


def test_a_sign_behind_a_column_is_no_line_of_a_column_beside_it() -> None:
    """It fills none, so what stands above it and is painted behind it is another layer."""
    (sign,), (line,) = column(LEFT, "—", top=500), column(RIGHT, "Words")
    assert texts(ordered([sign, line])) == ["Words", "—"]


def test_a_line_a_little_higher_than_the_one_before_is_of_the_same_layer() -> None:
    """As the parts of a formula are, or what stands beside a superscript."""
    one, two = Row("One word").line(), Row("two", left=LEFT + 10).line(TOP + 5)
    assert ordered([one, two]) == [one, two]


def test_lines_on_one_baseline_stay_in_the_order_of_their_layers() -> None:
    low, one, other = Row("low words").line(TOP - 100), Row("One").line(), Row("other").line(TOP + 1)
    assert texts(ordered([one, low, other])) == ["One", "other", "low words"]


# Numbers of lists


@pytest.mark.parametrize("marker", ["1.", "(2)", "a.", "Z)", "iv.", "[12]", "•", "–", "*"])
def test_a_list_s_number_that_is_painted_apart_is_put_before_its_item(marker: str) -> None:
    item, other = Row("An item", left=LEFT + 30).line(), Row("Words").line(TOP - 50)
    assert texts(ordered([item, other, Row(marker).line()])) == [f"{marker} An item", "Words"]


def test_each_number_is_put_before_an_item_of_its_own() -> None:
    items = column(LEFT + 20, "An item", "more", "another item")
    numbers = column(LEFT, "1.", "", "2.")
    assert texts(ordered([*items, *numbers])) == ["1. An item", "more", "2. another item"]


def test_a_number_is_put_before_the_nearest_of_the_lines_behind_it() -> None:
    far, near = Row("far", left=LEFT + 45).line(), Row("near", left=LEFT + 20).line()
    assert texts(ordered([far, near, Row("1.").line()])) == ["far", "1. near"]


@pytest.mark.parametrize(("left", "up"), [(LEFT + 100, TOP), (LEFT - 40, TOP), (LEFT + 20, TOP - 6)])
def test_a_number_far_from_a_line_is_none_of_an_item(left: float, up: float) -> None:
    lines = [Row("1.").line(), Row("Words", left=left).line(up)]
    assert ordered(lines) == lines


def test_a_number_a_little_off_its_item_s_baseline_is_put_before_it() -> None:
    item, number = Row("An item", left=LEFT + 12).line(), Row("1.").line(TOP - 3)
    assert texts(ordered([item, number])) == ["1. An item"]


def test_a_word_beside_a_line_is_no_number_of_an_item() -> None:
    lines = [Row("Words").line(), Row("An item", left=LEFT + 40).line()]
    assert ordered(lines) == lines


def test_an_item_of_a_list_may_begin_with_the_number_of_another_list() -> None:
    item, outer, inner = (Row(each, left=at).line() for each, at in (("item", 110.0), ("1.", 80), ("a.", 95)))
    for painted in ([item, outer, inner], [inner, outer, item]):
        assert texts(ordered(painted)) == ["1. a. item"]


def test_of_two_numbers_before_one_item_one_is_put_to_it_and_the_other_stays() -> None:
    high, low = Row("1.").line(TOP + 3), Row("2.").line(TOP - 3)
    assert texts(ordered([Row("item", left=110).line(), high, low])) == ["1. item", "2."]


# Columns


def test_a_column_begins_far_above_the_line_before_it_and_right_of_all() -> None:
    left = column(LEFT, *["Words of it"] * 6)
    right = column(RIGHT, *["Others"] * 6)
    assert list(columns([*left, *right])) == [left, right]


def test_there_may_be_three_columns() -> None:
    three = [column(left, *["Words"] * 6) for left in (72.0, 200.0, 330.0)]
    assert list(columns([line for each in three for line in each])) == three


def test_a_column_may_have_one_line() -> None:
    left, right = column(LEFT, "Words", top=TOP - 60), column(RIGHT, *["Others"] * 6)
    assert list(columns([*left, *right])) == [left, right]


def test_a_page_of_one_line_is_one_column() -> None:
    lines = page(0, "One")
    assert list(columns(lines)) == [lines]


def test_what_is_far_above_but_not_right_of_all_begins_no_column() -> None:
    lines = [*column(LEFT, *["Words of it"] * 6), *column(LEFT + 20, "Words", top=TOP)]
    assert list(columns(lines)) == [lines]
    lines = [*column(LEFT, *["Words"] * 6), *column(RIGHT, "Words"), *column(LEFT, "Words", top=TOP - 80)]
    assert list(columns(lines)) == [lines]


def test_a_long_line_above_a_column_does_not_hide_it() -> None:
    left = column(LEFT, "A heading that stands above both of two columns that follow it", *["Words"] * 6)
    right = column(RIGHT, *["Others"] * 6, top=TOP - 12)
    assert list(columns([*left, *right])) == [left, right]


def test_a_line_that_is_a_little_above_the_one_before_it_begins_no_column() -> None:
    lines = [*column(LEFT, *["Words"] * 6), *column(RIGHT, "Words", top=TOP - 50)]
    assert list(columns(lines)) == [lines]


# Furniture

TEXT = ("goes on", "over the page", "to the end")


def left_of(*pages: Sequence[Line], kept: Sequence[Line] = ()) -> list[list[str]]:
    return [texts(lines) for lines in without(pages, frozenset(kept))]


def test_a_running_head_and_a_running_foot_are_furniture() -> None:
    pages = [
        page(number, "A title", "", f"Text {word}", "", f"Part {number}") for number, word in enumerate("abc")
    ]
    assert left_of(*pages) == [["Text a"], ["Text b"], ["Text c"]]


def test_two_rows_of_a_running_head_are_furniture() -> None:
    pages = [page(number, "A title", "Its author", "", *TEXT) for number in range(2)]
    assert left_of(*pages) == [[*TEXT], [*TEXT]]


def test_what_stands_side_by_side_in_a_running_head_is_one_row() -> None:
    pages = [
        [*page(number, "Author", top=TOP + 2), *page(number, Row("A title", left=RIGHT), "", *TEXT)]
        for number in range(2)
    ]
    assert left_of(*pages) == [[*TEXT], [*TEXT]]


def test_three_rows_at_a_page_s_edge_are_text() -> None:
    pages = [page(number, "One", "two", "three", "", *TEXT) for number in range(2)]
    assert left_of(*pages) == [["One", "two", "three", *TEXT]] * 2


def test_a_heading_that_is_on_no_other_page_is_text() -> None:
    assert left_of(page(0, "One", "", "Text"), page(1, "Two", "", "Text of it")) == [
        ["One", "Text"],
        ["Two", "Text of it"],
    ]


def test_the_same_words_at_another_height_are_text() -> None:
    assert left_of(page(0, "One", "", "Text"), page(1, "One", "", "Text of it", top=TOP - 20))[0][0] == "One"


def test_the_same_words_without_white_to_the_text_are_text() -> None:
    assert left_of(page(0, "One", "Text"), page(1, "One", "Text of it")) == [
        ["One", "Text"],
        ["One", "Text of it"],
    ]


@pytest.mark.parametrize("folio", ["7", "– 12 –", "1999", "xiv"])
def test_a_page_number_is_furniture_on_one_page_too(folio: str) -> None:
    assert left_of(page(0, "Text", "goes on", "", folio)) == [["Text", "goes on"]]


@pytest.mark.parametrize("words", ["12345", "A 7", "XIV"])
def test_other_words_at_a_page_s_foot_are_text(words: str) -> None:
    assert left_of(page(0, "Text", "goes on", "", words)) == [["Text", "goes on", words]]


def test_a_number_within_the_text_is_text() -> None:
    assert left_of(page(0, "Text", "", "7", "", "more")) == [["Text", "7", "more"]]


def test_a_page_number_that_is_all_of_a_page_is_text() -> None:
    assert left_of(page(0, "7")) == [["7"]]


def test_what_begins_with_the_mark_of_a_note_is_text_and_so_is_what_stands_inward_of_it() -> None:
    pages = [page(number, f"Text {word}", "", "1 Ibid.", "2 Ibid.") for number, word in enumerate("ab")]
    kept = [lines[-1] for lines in pages]
    assert left_of(*pages, kept=kept) == [["Text a", "1 Ibid.", "2 Ibid."], ["Text b", "1 Ibid.", "2 Ibid."]]


def test_large_letters_need_more_white_to_stand_apart() -> None:
    pages = [page(number, Row("A title", 2 * SIZE), "", *TEXT) for number in range(2)]
    assert left_of(*pages) == [["A title", *TEXT]] * 2
