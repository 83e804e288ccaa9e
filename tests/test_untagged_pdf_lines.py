"""Letters on one baseline make a line, white between them makes words, and lines make text."""

from __future__ import annotations

import pytest

from letters import LEADING, LEFT, TOP, Row, page
from surefoot.inspectors.pdf.untagged.glyphs import Glyph
from surefoot.inspectors.pdf.untagged.lines import Line, lines, parted
from surefoot.inspectors.pdf.untagged.scripts import spelled
from surefoot.inspectors.pdf.untagged.words import unmarked, words

BREAK, END = "\u2027", "\u2028"


def found(*letters: Glyph) -> list[str]:
    return [line.text() for line in lines(0, letters)]


def text(*rows: str | Row, silent: str = "") -> str:
    """What rows say, of which some letters are silent."""
    set_ = page(0, *rows)
    hushed = {glyph for line in set_ for glyph in line.glyphs if glyph.text in silent}
    return words([(line, 0, len(line.glyphs)) for line in set_], hushed)


# Lines


def test_letters_on_one_baseline_are_a_line_and_white_between_them_is_a_space() -> None:
    assert found(*Row("Two words").glyphs()) == ["Two words"]


def test_letters_on_the_next_baseline_are_another_line() -> None:
    assert found(*Row("One").glyphs(), *Row("Two", left=LEFT + 20).glyphs(TOP - LEADING)) == ["One", "Two"]


def test_lines_are_those_of_the_page_that_is_asked_for() -> None:
    assert [line.page for line in lines(3, Row("One").glyphs())] == [3]


def test_a_raised_and_a_lowered_figure_belong_to_their_line() -> None:
    assert found(*Row("Claim¹ of H₂O").glyphs()) == ["Claim1 of H2O"]


def test_a_line_that_begins_with_a_raised_figure_takes_in_what_stands_on_the_baseline() -> None:
    assert found(*Row("¹ Note").glyphs()) == ["1 Note"]


def test_a_figure_raised_above_a_raised_figure_belongs_to_no_line_of_both() -> None:
    """It stands higher above the letters of the line than anything that belongs to it."""
    power = Glyph("2", LEFT + 5, LEFT + 8, TOP + 3.5, 6, "Serif")
    higher = Glyph("3", LEFT + 8, LEFT + 11, TOP + 7, 6, "Serif")
    assert found(*Row("a").glyphs(), power, higher) == ["a2", "3"]


def test_letters_far_back_on_the_same_baseline_are_another_line() -> None:
    assert found(*Row("right", left=300).glyphs(), *Row("left").glyphs()) == ["right", "left"]


def test_letters_that_reach_back_a_little_belong_to_the_line() -> None:
    """Kerning moves a letter back, and the letters of a ligature have one and the same place."""
    one, other = Row("f").glyphs(), Row("i", left=LEFT - 1).glyphs()
    assert found(*one, *other) == ["fi"]


def test_a_large_initial_takes_the_letters_behind_it() -> None:
    assert found(*Row("T", 20).glyphs(), *Row("he", left=LEFT + 10).glyphs()) == ["The"]


def test_a_letter_that_was_painted_late_is_put_where_it_stands() -> None:
    """As one that the font of the line lacks, and another one has."""
    before, late, behind = (Row(each, left=LEFT + 5 * rank).glyphs() for rank, each in enumerate("aŁc"))
    assert found(*before, *behind, *late) == ["aŁc"]


def test_a_letter_painted_late_may_stand_anywhere_in_its_line() -> None:
    assert found(*Row("some  ords").glyphs(), *Row("w", left=LEFT + 27).glyphs()) == ["some words"]


def test_a_letter_painted_late_on_another_baseline_is_a_line_of_its_own() -> None:
    late = Row("x", left=LEFT + 10).glyphs(TOP - 1)
    assert found(*Row("a line of words").glyphs(), *late) == ["a line of words", "x"]


def test_what_shows_no_ink_is_no_letter() -> None:
    assert found(*Row("a\u2003b\u0007c").glyphs()) == ["a b c"]


def test_a_line_has_the_baseline_the_size_and_the_font_of_most_of_its_letters() -> None:
    (line,) = lines(
        0, [*Row("¹ ", 8, family="Sans").glyphs(TOP), *Row("A note of words", left=90).glyphs(TOP)]
    )
    assert (line.up, line.size, line.family) == (TOP, 10, "Serif")


def test_of_as_many_large_letters_as_small_ones_the_large_stand_on_the_baseline() -> None:
    line = Row("¹a").line()
    assert (line.up, line.size) == (TOP, 10)


def test_a_line_reaches_from_its_first_letter_to_its_last() -> None:
    line = Row("Four").line()
    assert (line.left, line.right) == (LEFT, LEFT + 20)


def test_a_line_says_the_words_between_two_of_its_letters() -> None:
    line = Row("One two three").line()
    assert line.text(3, 6) == "two"
    assert line.text(1) == "ne two three"


@pytest.mark.parametrize(("white", "is_space"), [(0.0, False), (0.8, False), (2.5, True)])
def test_much_white_is_a_space_and_little_is_none(white: float, *, is_space: bool) -> None:
    (one,), (other,) = Row("a").glyphs(), Row("b", left=LEFT + 5 + white).glyphs()
    assert parted(one, other) is is_space


def test_white_that_parts_small_letters_parts_a_small_from_a_large_one() -> None:
    (one,), (other,) = Row("a", 20).glyphs(), Row("1", 5, left=LEFT + 11.5).glyphs()
    assert parted(one, other)
    (one,), (other,) = Row("1", 5).glyphs(), Row("a", 20, left=LEFT + 4).glyphs()
    assert parted(one, other)


# Raised and lowered figures


@pytest.mark.parametrize(
    "words", ["x² of H₂O", "some 10⁻³⁺ⁿ", "some NH₄₊", "some f⁽¹⁾", "the ¹²³⁴⁵⁶⁷⁸⁹⁰ and ₁₂₃₄₅₆₇₈₉₀ of it"]
)
def test_a_raised_or_lowered_figure_is_told_by_a_character_of_its_own(words: str) -> None:
    line = Row(words).line()
    assert "".join(spelled(line, line.glyphs)) == words.replace(" ", "")


def test_a_raised_figure_of_which_not_all_has_such_a_character_is_told_as_it_is() -> None:
    line = Row("the 1ˢᵗ").line()
    assert "".join(spelled(line, line.glyphs)) == "the1st"


def test_letters_a_little_off_the_baseline_are_neither_raised_nor_lowered() -> None:
    baseline = list(Row("words").glyphs())
    up, down = list(Row("1", 6, left=100).glyphs(TOP + 1)), list(Row("2", 6, left=105).glyphs(TOP - 0.5))
    line = Line.of(0, [*baseline, *up, *down])
    assert "".join(spelled(line, line.glyphs)) == "words12"


def test_large_letters_below_the_baseline_are_not_lowered() -> None:
    line = Line.of(0, [*Row("words").glyphs(), *Row("2", 10, left=100).glyphs(TOP - 2)])
    assert "".join(spelled(line, line.glyphs)) == "words2"


# Words


def test_between_two_lines_stands_a_line_end() -> None:
    assert text("One two", "three") == f"One two{END}three"


def test_a_hyphen_at_a_line_s_end_may_be_the_break_s_and_one_within_is_the_word_s() -> None:
    assert text("A well-known syl-", "lable") == f"A well-known syl{BREAK}{END}lable"


def test_a_lone_dash_is_no_hyphen_of_a_break() -> None:
    assert text("-", "item") == f"-{END}item"


def test_the_hyphen_before_a_part_s_end_is_no_hyphen_of_a_break() -> None:
    line = Row("well-¹").line()
    assert words([(line, 0, 5)], set()) == "well-"


def test_silent_letters_are_left_out_with_their_space_kept() -> None:
    assert text("Here x stands", silent="x") == "Here  stands"


def test_a_part_of_a_line_says_only_its_own_letters() -> None:
    line = Row("¹ Note").line()
    assert words([(line, 1, 4)], set()) == "Not"


# Items of lists


def said(*rows: str | Row) -> list[str]:
    """The words of each row without its bullet or number."""
    parts = [(line, 0, len(line.glyphs)) for line in page(0, *rows)]
    return [line.text(start, end) for line, start, end in unmarked(parts)]


@pytest.mark.parametrize("ordinal", ["1.", "(2)", "a)", "iv.", "999."])
def test_a_number_farther_in_than_the_text_begins_an_item(ordinal: str) -> None:
    assert said("Words:", Row(f"{ordinal} item", left=LEFT + 10)) == ["Words:", "item"]


@pytest.mark.parametrize("first", ["1999.", "1", "word.", "(ab)"])
def test_another_word_farther_in_is_no_number_of_an_item(first: str) -> None:
    assert said("Words:", Row(f"{first} more", left=LEFT + 10)) == ["Words:", f"{first} more"]


def test_a_number_as_far_out_as_the_text_is_a_word_of_it() -> None:
    assert said("in the year", "1. May") == ["in the year", "1. May"]
    assert said("in the year", Row("1. May", left=LEFT + 2)) == ["in the year", "1. May"]


def test_a_number_at_the_beginning_of_all_is_a_word() -> None:
    assert said("1. May", "and on") == ["1. May", "and on"]


def test_all_numbers_of_a_list_begin_items() -> None:
    rows = [Row(f"{number}. item", left=LEFT + 10) for number in (1, 2, 3)]
    assert said("Words:", *rows, "and on") == ["Words:", "item", "item", "item", "and on"]


def test_a_number_is_one_of_an_item_only_at_the_beginning_of_its_line() -> None:
    one, other = page(0, "Words", Row("¹ 2. item", left=LEFT + 10))
    parts = list(unmarked([(one, 0, 5), (other, 1, 7)]))
    assert parts == [(one, 0, 5), (other, 1, 7)]


def test_a_bullet_begins_an_item_wherever_it_stands() -> None:
    assert said("• item", "more", Row("◦ item", left=LEFT + 10)) == ["item", "more", "item"]


def test_a_line_of_which_nothing_is_left_begins_no_item() -> None:
    (line,) = page(0, "¹")
    assert list(unmarked([(line, 1, 1)])) == [(line, 1, 1)]
