"""A number may be a note's mark where it is raised, or a link, or begins its line."""

from __future__ import annotations

import pytest

from letters import LEFT, SIZE, TOP, Row, link
from surefoot.inspectors.pdf.destinations import Place
from surefoot.inspectors.pdf.untagged.lines import Line
from surefoot.inspectors.pdf.untagged.links import covered
from surefoot.inspectors.pdf.untagged.marks import Mark, marks


def found(line: Line, *linked: str) -> list[Mark]:
    """The marks of a line, of which some words are links to the head of a page."""
    links = [link(line, words, Place(1, LEFT, TOP)) for words in linked]
    return list(marks(line, covered(links, {0: [line]})))


def numbers(words: str, *linked: str) -> list[str]:
    return [mark.number for mark in found(Row(words).line(), *linked)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("A claim¹ and¹² more¹²³⁴", ["1", "12", "1234"]),
        ("No claim1 and H₂O nor 3", []),
        ("A year¹²³⁴⁵", []),
        ("1 begins a line, not 2", ["1"]),
        ("1. begins a line", ["1"]),
        ("1: begins a line", ["1"]),
        ("[1] begins a line", ["1"]),
        ("(12). begins a line", ["12"]),
        ("(words) begin a line", []),
        (". begins a line", []),
        ("A claim⁽¹⁾ and more", ["1"]),
        ("A claim (¹) and (2⁾", ["1"]),
        ("A claim¹2 and more", ["1"]),
    ],
)
def test_a_number_is_a_mark_where_it_is_raised_or_begins_its_line(words: str, expected: list[str]) -> None:
    assert numbers(words) == expected


def test_a_number_that_is_a_link_is_a_mark_wherever_it_stands() -> None:
    assert numbers("A claim [1] and 2", "[1]") == ["1"]
    assert numbers("A claim [1] and 2", "1", "2") == ["1", "2"]


def test_numbers_side_by_side_under_links_of_their_own_are_marks_of_their_own() -> None:
    assert numbers("A claim¹²", "1", "2") == ["1", "2"]


def test_a_link_over_words_and_a_figure_is_the_figure_s_too() -> None:
    assert numbers("A page12", "page12") == ["12"]


def test_white_parts_two_marks() -> None:
    assert numbers("A claim¹ ² of it") == ["1", "2"]


def test_a_narrow_figure_and_the_next_are_one_number() -> None:
    """The white around a figure "1" is a part of the figure."""
    line = Line.of(
        0, [*Row("A claim").glyphs(), *Row("¹", left=200).glyphs(), *Row("²", left=204.4).glyphs()]
    )
    assert [mark.number for mark in found(line)] == ["12"]


def test_brackets_are_a_part_of_the_mark_and_a_stop_only_at_a_line_s_beginning() -> None:
    (opening, call) = found(Row("[1]. Claim⁽²⁾. More.").line())
    assert (opening.start, opening.end, opening.line.text(opening.start, opening.end)) == (0, 4, "[1].")
    assert call.line.text(call.start, call.end) == "(2)"


def test_brackets_on_the_baseline_around_a_raised_number_are_the_prose_s() -> None:
    (call,) = found(Row("Claim (¹) and more").line())
    assert call.line.text(call.start, call.end) == "1"


def test_a_stop_on_the_baseline_behind_a_raised_number_is_the_number_s() -> None:
    (opening,) = found(Row("¹. Note").line())
    assert opening.end == 2


def test_a_mark_knows_where_it_stands_and_whether_it_begins_its_line() -> None:
    opening, call = found(Row("¹ Claim² ends").line())
    assert (opening.first, call.first) == (True, False)
    assert (opening.left, call.left) == (LEFT, LEFT + 3 + SIZE / 2 * 6)
    assert opening.raised
    assert not found(Row("1 Claim").line())[0].raised


def test_a_mark_knows_its_link_and_where_that_leads() -> None:
    line = Row("A claim¹ and²").line()
    linked, bare = found(line, "1")
    assert (linked.linked, linked.place) == (True, Place(1, LEFT, TOP))
    assert (bare.linked, bare.place) == (False, None)


def test_a_raised_number_may_call_a_note() -> None:
    assert [mark.calls for mark in found(Row("1 Claim² ends").line())] == [False, True]


def test_a_link_that_is_alone_in_its_line_may_call_a_note_raised_or_not() -> None:
    """As in a cell of a table that holds nothing else."""
    (mark,) = found(Row("[12]").line(), "12")
    assert (mark.alone, mark.calls) == (True, True)
    (mark,) = found(Row("[12]").line())
    assert not mark.calls
    (mark,) = found(Row("12 words").line(), "12")
    assert (mark.alone, mark.calls) == (False, False)
