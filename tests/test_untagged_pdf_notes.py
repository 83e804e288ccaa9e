"""Where notes begin on pages without tags, and which marks call them: by links, or else by numbers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from letters import LEFT, Row, link, notes, page, read, small
from surefoot.inspectors.pdf.destinations import Place
from surefoot.inspectors.pdf.untagged.lines import Line
from surefoot.promise import Facet

NOWHERE = Place(7, LEFT, 100)


def marks(*pages: Sequence[Line], **more: object) -> list[str]:
    return [each.mark for each in read(*pages, **more).citations]


def claims(*pages: Sequence[Line], **more: object) -> list[str]:
    return [each.claim for each in read(*pages, **more).citations]


# By numbers


@pytest.mark.parametrize("label", ["{}", "{}.", "[{}]"])
def test_raised_numbers_call_the_notes_that_begin_with_them(label: str) -> None:
    first, second = (
        small(f"{label.format(number)} Note {word}") for number, word in ((1, "one"), (2, "two"))
    )
    assert notes(page(0, "A claim¹ and", "another².", "", first, second)) == [
        ("1", "Note one"),
        ("2", "Note two"),
    ]


def test_notes_may_begin_with_raised_numbers() -> None:
    lines = page(0, "A claim¹ and", "another².", "", small("¹ Note one"), small("² Note two"))
    assert notes(lines) == [("1", "Note one"), ("2", "Note two")]


def test_a_file_without_links_is_not_asked_for_ways() -> None:
    facets = read(page(0, "A claim¹", "", small("1 Note"))).facets
    assert facets == {Facet.MARK, Facet.CLAIM, Facet.NOTE, Facet.LINKS, Facet.SHOWN, Facet.APART}


def test_a_file_without_notes_has_no_citations() -> None:
    assert notes(page(0, "A claim of", "10² words")) == []
    assert notes(page(0, "A claim of", "1. May")) == []


def test_notes_begin_where_they_stand_last() -> None:
    """A list within the text may look just as they do."""
    lines = page(0, "A claim¹ of", "1. item", "2. item", "and²", "", "1. Note one", "2. Note two")
    assert notes(lines) == [("1", "Note one"), ("2", "Note two")]


def test_numbers_of_another_look_are_none_of_notes() -> None:
    lines = page(0, "A claim¹ and².", "", small("1 Note one"), small("2 Note two"), "", "1. Appendix")
    assert notes(lines)[0] == ("1", "Note one")


@pytest.mark.parametrize("other", ["1. item", Row("1 item", 14), "[1] item", "(1) item"])
def test_of_two_looks_that_of_which_more_is_called_is_that_of_notes(other: Row | str) -> None:
    noted = [small("1 Note one"), small("2 Note two")]
    assert notes(page(0, "A claim¹ and².", "", other, "", *noted)) == [("1", "Note one"), ("2", "Note two")]


def test_of_two_looks_that_are_called_alike_the_shorter_is_that_of_notes() -> None:
    """The longer one has numbers that nothing calls."""
    lines = page(0, "A claim¹.", "", small("1 Note one"), "", "1. item", "2. item", "3. item")
    assert notes(lines)[0][1].startswith("Note one")
    lines = page(0, "A claim¹.", "1. item", "2. item", "3. item", "", small("1 Note one"))
    assert notes(lines)[0][1].startswith("Note one")


def test_a_number_that_nothing_calls_begins_no_note() -> None:
    lines = page(0, "A claim¹.", "", small("1 Note, as on page"), small("2 of it"))
    assert notes(lines) == [("1", "Note, as on page|2 of it")]


def test_a_number_that_does_not_count_on_begins_no_note() -> None:
    lines = page(
        0, "A claim¹ and².", "", small("1 Note of the year"), small("1999 and more"), small("2 Note two")
    )
    assert notes(lines) == [("1", "Note of the year|1999 and more"), ("2", "Note two")]


def test_a_number_alone_in_its_line_begins_no_note() -> None:
    lines = page(0, "A claim¹.", "", small("1 Note"), "", small("1"))
    assert notes(lines)[0][1].startswith("Note")


def test_raised_numbers_may_begin_anew_with_each_chapter() -> None:
    one = page(0, "A claim¹ and².", "", small("¹ Note one"), small("² Note two"))
    two = page(1, "A claim¹ again.", "", small("¹ Note three"))
    assert notes(one, two) == [("1", "Note one"), ("2", "Note two"), ("1", "Note three")]
    assert claims(one, two) == ["Aclaim", "Aclaimand", "Aclaimand.Aclaim"]


def test_numbers_on_the_baseline_do_not_begin_anew() -> None:
    one = page(0, "A claim¹.", "", small("1. item"), small("2. item"))
    two = page(1, "And².", "", small("1. Note one"), small("2. Note two"))
    assert notes(one, two) == [("1", "Note one"), ("2", "Note two")]


def test_a_call_stands_before_its_note_and_behind_the_call_of_the_note_before() -> None:
    lines = page(0, "Some² words¹", "and² more.", "", small("1 Note one"), small("2 Note² two"))
    assert claims(lines) == ["Some²words", "Some²wordsand"]


def test_a_call_behind_its_note_is_none() -> None:
    assert notes(page(0, "Words", small("1 Note"), "and a claim¹")) == []


@pytest.mark.parametrize("power", ["of x²", "of 10²", "x²"])
def test_a_raised_number_behind_a_letter_or_a_figure_is_rather_its_power(power: str) -> None:
    lines = page(0, "A claim¹", power, "and another².", "", small("1 Note one"), small("2 Note two"))
    assert claims(lines)[1].endswith("andanother")


@pytest.mark.parametrize("word", ["it²", "“a”²", ")²", "§²"])
def test_a_raised_number_behind_a_word_or_a_sign_is_a_call(word: str) -> None:
    lines = page(0, "A claim¹", f"of {word}", "and another².", "", small("1 Note one"), small("2 Note two"))
    assert not claims(lines)[1].endswith("andanother")


def test_a_mark_that_begins_its_line_is_no_power() -> None:
    lines = page(0, "Of x¹", "1", "", small("1 Note"))
    assert claims(lines, links=[link(lines[1], "1", NOWHERE)]) == ["Ofx¹"]


def test_a_power_is_a_call_where_there_is_no_other() -> None:
    assert claims(page(0, "A claim of A¹", "", small("1 Note"))) == ["AclaimofA"]


def test_two_marks_that_run_together_are_two_where_notes_bear_their_numbers() -> None:
    lines = page(0, "A claim¹² and³.", "", small("1 One"), small("2 Two"), small("3 Three"))
    assert notes(lines) == [("1", "One"), ("2", "Two"), ("3", "Three")]
    assert [each.apart for each in read(lines).citations] == [True, False, True]


def test_two_marks_that_run_together_may_be_all_there_are() -> None:
    assert marks(page(0, "A claim¹².", "", small("1 One"), small("2 Two"))) == ["1", "2"]


def test_a_number_is_no_two_marks_unless_they_count_on_and_notes_bear_both() -> None:
    noted = [small(f"{number} Note") for number in (1, 2, 3)]
    assert claims(page(0, "Some¹³ words", "claim¹ and² or³.", "", *noted))[0] == "Some¹³wordsclaim"
    assert claims(page(0, "Some¹² words", "claim¹", "", noted[0])) == ["Some¹²wordsclaim"]


def test_marks_of_one_and_two_figures_may_run_together() -> None:
    rows = [small(f"{number} Note") for number in range(1, 12)]
    raised = "¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹¹⁰ ¹¹".split()
    assert marks(page(0, *(f"claim{mark}" for mark in raised), "", *rows)) == [
        str(each) for each in range(1, 12)
    ]


def test_a_number_that_a_note_bears_is_one_mark() -> None:
    rows = [small(f"{number} Note") for number in range(1, 13)]
    raised = "¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹ ¹⁰ ¹¹ ¹²".split()
    assert marks(page(0, *(f"claim{mark}" for mark in raised), "", *rows)) == [
        str(each) for each in range(1, 13)
    ]


def test_marks_apart_or_in_brackets_can_be_told_from_each_other() -> None:
    for words in ("A claim¹ ² and", "A claim⁽¹⁾⁽²⁾ and"):
        found = read(page(0, words, "", small("1 One"), small("2 Two"))).citations
        assert [each.mark for each in found] == ["1", "2"]
        assert all(each.apart for each in found)


def test_a_link_alone_in_its_line_calls_a_note_although_it_leads_nowhere() -> None:
    lines = page(0, "Words", "1", "words", "", small("1 Note"))
    assert notes(lines, links=[link(lines[1], "1", NOWHERE)]) == [("1", "Note")]


# By links


def test_links_that_lead_forward_call_the_notes_that_begin_there() -> None:
    lines = page(0, "A claim¹ and².", "", small("1 Note one"), small("2 Note two"))
    jumps = [link(lines[0], "1", lines[1]), link(lines[0], "2", lines[2])]
    recovered = read(lines, links=jumps)
    assert [(each.mark, each.note, each.jump) for each in recovered.citations] == [
        ("1", "Note one", True),
        ("2", "Note two", True),
    ]
    assert Facet.JUMP in recovered.facets


def test_a_link_to_another_s_note_is_no_jump() -> None:
    lines = page(0, "A claim¹ and² or³.", "", small("1 One"), small("2 Two"), small("3 Three"))
    jumps = [link(lines[0], mark, lines[to]) for mark, to in (("1", 1), ("2", 3), ("3", 3))]
    found = read(lines, links=jumps).citations
    assert [(each.note, each.jump) for each in found] == [("One", True), ("Two", False), ("Three", True)]


def test_notes_without_numbers_begin_where_links_lead() -> None:
    lines = page(0, "A claim¹ and².", "", small("Note one"), small("Note two"))
    jumps = [link(lines[0], "1", lines[1]), link(lines[0], "2", lines[2])]
    assert notes(lines, links=jumps) == [("1", "Note one"), ("2", "Note two")]


def test_where_most_notes_have_numbers_a_link_to_a_line_without_one_is_a_call_of_none() -> None:
    lines = page(0, "A claim¹ and² or³.", "", small("1 One"), small("2 Two"), "", "Elsewhere")
    jumps = [link(lines[0], mark, lines[to]) for mark, to in (("1", 1), ("2", 2), ("3", 3))]
    assert [each[0] for each in notes(lines, links=jumps)] == ["1", "2", "3"]
    assert notes(lines, links=jumps)[2] == ("3", "")


def test_where_few_notes_have_numbers_all_lines_that_links_lead_to_begin_notes() -> None:
    lines = page(0, "A claim¹ and² or³.", "", small("1984 is one"), small("Two"), small("Three"))
    jumps = [link(lines[0], mark, lines[to]) for mark, to in (("1", 1), ("2", 2), ("3", 3))]
    assert [each[1] for each in notes(lines, links=jumps)][1:] == ["Two", "Three"]


def test_a_link_that_leads_nowhere_is_a_call_of_no_note() -> None:
    lines = page(0, "A claim¹ and².", "", small("1 One"), small("Other"))
    jumps = [link(lines[0], "1", lines[1]), link(lines[0], "2", NOWHERE)]
    assert notes(lines, links=jumps)[1] == ("2", "")


def test_a_note_that_no_link_leads_to_is_one_if_its_number_and_its_looks_fit() -> None:
    lines = page(0, "A claim¹ and² or³.", "", small("1 One"), small("2 Two"), small("3 Three"))
    jumps = [link(lines[0], "1", lines[1]), link(lines[0], "3", lines[3])]
    recovered = read(lines, links=jumps).citations
    assert [(each.mark, each.note, each.jump) for each in recovered] == [
        ("1", "One", True),
        ("2", "Two", False),
        ("3", "Three", True),
    ]


def test_several_notes_in_a_row_may_lack_their_links() -> None:
    lines = page(0, "A claim¹ ² ³ ⁴ of", "", *(small(f"{number} Note") for number in (1, 2, 3, 4)))
    assert notes(lines, links=[link(lines[0], "1", lines[1])]) == [(mark, "Note") for mark in "1234"]


def test_a_number_that_misses_one_between_two_notes_begins_a_note() -> None:
    """The one that is missing may be on a page that is lost."""
    lines = page(0, "A claim¹ ³ ⁴ of", "", small("1 One"), small("3 Three"), small("4 Four"))
    jumps = [link(lines[0], "1", lines[1]), link(lines[0], "4", lines[3])]
    assert notes(lines, links=jumps) == [("1", "One"), ("3", "Three"), ("4", "Four")]


@pytest.mark.parametrize(
    "row", [small("9 more words"), small("1 more words"), small("2. words"), Row("2 words")]
)
def test_another_number_within_a_note_is_a_word_of_it(row: Row) -> None:
    lines = page(0, "A claim¹ and³.", "", small("1 One"), row, small("3 Three"))
    jumps = [link(lines[0], "1", lines[1]), link(lines[0], "3", lines[3])]
    assert notes(lines, links=jumps) == [("1", f"One|{row.words}"), ("3", "Three")]


def test_a_number_behind_the_last_note_begins_one_only_if_it_is_the_next() -> None:
    for words, whole in (("2 Two", "One"), ("3 more words", "One|3 more words")):
        lines = page(0, "A claim¹.", "", small("1 One"), small(words))
        assert notes(lines, links=[link(lines[0], "1", lines[1])]) == [("1", whole)]


def test_a_second_call_leads_back_to_its_note() -> None:
    """Where notes stand at the feet of pages, a later call of one leads back a page."""
    one = page(0, "A claim¹ and", "more.", "", small("1 One"))
    two = page(1, "Again¹ and².", "", small("2 Two"))
    jumps = [link(one[0], "1", one[2]), link(two[0], "1", one[2]), link(two[0], "2", two[1])]
    recovered = read(one, two, links=jumps).citations
    assert [(each.mark, each.note, each.jump) for each in recovered] == [
        ("1", "One", True),
        ("1", "One", True),
        ("2", "Two", True),
    ]


def test_a_number_that_leads_back_to_other_words_calls_no_note() -> None:
    one = page(0, "A heading", "A claim¹.", "", small("1 One"))
    two = page(1, "Again² and.", "")
    jumps = [link(one[1], "1", one[2]), link(two[0], "2", one[0])]
    assert notes(one, two, links=jumps)[0] == ("1", "One")
    assert notes(one, two, links=jumps)[1] == ("2", "")


def test_a_number_that_leads_back_to_a_heading_makes_no_note_of_it() -> None:
    one, two = page(0, "A heading", "A claim¹.", "", small("One")), page(1, "Again² and.")
    jumps = [link(one[1], "1", one[2]), link(two[0], "2", one[0])]
    assert notes(one, two, links=jumps) == [("1", "One"), ("2", "")]


def test_the_number_of_a_note_that_leads_back_to_its_call_is_no_call() -> None:
    lines = page(0, "A claim¹ and².", "", small("¹ Note one"), small("² Note two"))
    jumps = [link(lines[0], "1", lines[1]), link(lines[0], "2", lines[2])]
    ways = [link(lines[1], "1", lines[0]), link(lines[2], "2", lines[0])]
    assert notes(lines, links=jumps + ways) == [("1", "Note one"), ("2", "Note two")]


def test_a_call_that_begins_its_line_is_no_number_of_a_note() -> None:
    lines = page(0, "A claim", "¹ and². Words", "", small("1 Note one"), small("2 Note two"))
    jumps = [link(lines[1], "1", lines[2]), link(lines[1], "2", lines[3])]
    assert notes(lines, links=jumps) == [("1", "Note one"), ("2", "Note two")]


def test_a_link_alone_in_its_line_is_a_call_although_it_is_not_raised() -> None:
    lines = page(0, "Words", "1", "words", "", small("1 Note"))
    assert notes(lines, links=[link(lines[1], "1", lines[3])]) == [("1", "Note")]


def test_among_linked_calls_one_without_a_link_calls_its_note_if_nothing_else_does() -> None:
    lines = page(0, "A claim¹ and² or³.", "", small("1 One"), small("2 Two"), small("3 Three"))
    jumps = [link(lines[0], mark, lines[to]) for mark, to in (("1", 1), ("3", 3))]
    assert marks(lines, links=jumps) == ["1", "2", "3"]


def test_among_linked_calls_a_power_calls_nothing() -> None:
    lines = page(0, "A claim¹ of 10² and².", "", small("1 One"), small("2 Two"))
    jumps = [link(lines[0], "1", lines[1]), link(lines[0], "2.", lines[2])]
    found = read(lines, links=jumps).citations
    assert [(each.mark, each.jump) for each in found] == [("1", True), ("2", True)]


def test_a_raised_number_within_a_note_calls_nothing() -> None:
    lines = page(0, "A claim¹.", "", small("1 One of some²"), small("2 Two"))
    assert marks(lines, links=[link(lines[0], "1", lines[1])]) == ["1"]


def test_calls_of_a_table_s_head_that_is_printed_again_count_once() -> None:
    one = page(0, "Head¹", "cell", "", small("1 One"))
    two = page(1, "Head¹", "cell and²", "", small("2 Two"))
    jumps = [link(one[0], "1", one[2]), link(two[0], "1", one[2]), link(two[1], "2", two[2])]
    assert marks(one, two, links=jumps) == ["1", "2"]


def test_the_links_of_a_file_that_all_aim_a_line_too_high_are_understood() -> None:
    """They lead near a line that bears their number, and so tell how they aim."""
    lines = page(0, "A claim¹ and².", "", *(small(f"{number} Note {number}") for number in (1, 2, 3)))
    above = [Place(0, LEFT, line.up + 14) for line in lines]
    jumps = [link(lines[0], "1", above[1]), link(lines[0], "2", above[2])]
    assert notes(lines, links=jumps) == [("1", "Note 1"), ("2", "Note 2")]
