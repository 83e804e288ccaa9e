"""What is said of a citation on pages without tags: its claim, its links, its ways back, where it stands."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from letters import LEADING, LEFT, SIZE, TOP, Row, box, link, page, read, sheets, small
from surefoot.inspectors.pdf.destinations import Link, Place
from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.untagged.exhibit import located
from surefoot.inspectors.pdf.untagged.lines import Line
from surefoot.promise import Citation, Facet

ADDRESS = "https://a.example/book"
BREAK = "\u2027"


def found(*pages: Sequence[Line], links: Sequence[Link] = ()) -> tuple[Citation, ...]:
    return read(*pages, links=links).citations


def claim(*rows: str | Row) -> str:
    """The claim of the last call of some rows."""
    text = page(0, *rows)
    return found([*text, *page(0, small("1 One"), small("2 Two"), top=TOP - 40 * LEADING)])[-1].claim


# Claims


def test_a_claim_is_what_stands_before_its_call() -> None:
    assert claim("A claim¹ of it", "and another² of it") == "Aclaimofitandanother"


def test_a_claim_is_as_long_as_it_needs_to_be() -> None:
    assert claim("A" * 50, "b" * 40 + "¹") == "A" * 20 + "b" * 40


def test_a_claim_is_longer_by_the_hyphens_that_may_be_those_of_breaks() -> None:
    assert claim("A" * 50, "b" * 10 + "-", "c" * 30 + "-", "d" * 10 + "¹") == (
        "A" * 10 + "b" * 10 + BREAK + "c" * 30 + BREAK + "d" * 10
    )


def test_a_claim_may_need_many_short_lines() -> None:
    assert claim(*["words"] * 8, "at last¹") == "words" * 8 + "atlast"


def test_notes_and_addresses_are_no_part_of_a_claim() -> None:
    one = page(0, "A claim¹", "", small("1 One."))
    two = page(1, f"See {ADDRESS}", "the book².", "", small("2 Two."))
    links = [link(two[0], ADDRESS, ADDRESS), link(two[1], "book", "https://b.example/")]
    assert found(one, two, links=links)[1].claim == "AclaimSeethebook"


# Links


def test_the_addresses_of_a_note_are_its_links_and_no_words_of_it() -> None:
    lines = page(0, "A claim¹.", "", small(f"1 See {ADDRESS} for"), small("the book."))
    links = [link(lines[1], ADDRESS, ADDRESS), link(lines[2], "book", "https://b.example/")]
    (citation,) = found(lines, links=links)
    assert (citation.links, citation.shown) == ((ADDRESS, "https://b.example/"), (ADDRESS, ""))
    assert citation.note == "See for\u2028the book."


def test_the_addresses_of_the_prose_are_no_note_s() -> None:
    lines = page(0, f"A {ADDRESS} claim¹.", "", small("1 One"))
    assert found(lines, links=[link(lines[0], ADDRESS, ADDRESS)])[0].links == ()


def test_the_bullets_of_a_note_s_list_are_no_words_of_it() -> None:
    lines = page(0, "A claim¹.", "", small("1 Two things:"), small("• one", left=90), small("• two", left=90))
    assert found(lines)[0].note == "Two things:\u2028one\u2028two"


# Ways back


TWO = page(0, "A claim¹ and another².", "words", "", small("1 One ↩"), small("2 Two ↩"))
JUMPS = [link(TWO[0], "1", TWO[2]), link(TWO[0], "2", TWO[3])]


def to(line: Line, words: str) -> Place:
    area = box(line, words)
    return Place(line.page, area.left, area.top)


def test_a_sign_that_leads_back_to_the_call_is_a_way_back_and_no_word_of_the_note() -> None:
    ways = [link(TWO[2], "↩", to(TWO[0], "1")), link(TWO[3], "↩", to(TWO[0], "2"))]
    recovered = read(TWO, links=JUMPS + ways)
    assert [(each.note, each.back) for each in recovered.citations] == [("One", True), ("Two", True)]
    assert Facet.BACK in recovered.facets


@pytest.mark.parametrize("sign", ["↩", "↑", "^", "↩\ufe0e"])
def test_a_sign_that_leads_elsewhere_is_no_way_back_and_no_word_of_the_note(sign: str) -> None:
    lines = page(0, "A claim¹.", "words", "", small(f"1 One {sign}"))
    jumps = [link(lines[0], "1", lines[2])]
    recovered = read(lines, links=[*jumps, link(lines[2], sign, Place(0, LEFT, 20))])
    assert [(each.note, each.back) for each in recovered.citations] == [("One", False)]
    assert Facet.BACK not in recovered.facets


def test_a_sign_that_is_no_link_is_a_word_of_the_note() -> None:
    assert [each.note for each in found(TWO, links=JUMPS)] == ["One ↩", "Two ↩"]


def test_words_that_lead_to_the_call_are_a_way_back_and_others_are_words() -> None:
    lines = page(0, "A claim¹.", "", *(["words"] * 4), "", small("1 One back there"))
    jump = link(lines[0], "1", lines[5])
    ways = [link(lines[5], "back", to(lines[0], "1")), link(lines[5], "there", lines[3])]
    (citation,) = found(lines, links=[jump, *ways])
    assert (citation.note, citation.back) == ("One there", True)


def test_the_number_of_a_note_may_be_its_way_back() -> None:
    ways = [link(TWO[2], "1", to(TWO[0], "1")), link(TWO[3], "2", to(TWO[0], "2"))]
    assert [each.back for each in found(TWO, links=JUMPS + ways)] == [True, True]


def test_a_way_back_to_another_s_call_is_none() -> None:
    ways = [link(TWO[2], "↩", to(TWO[0], "2")), link(TWO[3], "↩", to(TWO[0], "2"))]
    assert [each.back for each in found(TWO, links=JUMPS + ways)] == [False, True]


def test_a_way_back_to_a_line_leads_to_its_call_if_it_has_only_one() -> None:
    lines = page(0, "A claim¹ and", "another².", "", small("1 One ↩"), small("2 Two ↩"))
    jumps = [link(lines[0], "1", lines[2]), link(lines[1], "2", lines[3])]
    ways = [
        link(lines[2], "↩", Place(0, None, lines[0].up + SIZE)),
        link(lines[3], "↩", Place(0, None, lines[1].up + SIZE)),
    ]
    assert [each.back for each in found(lines, links=jumps + ways)] == [True, True]
    ways = [link(line, "↩", Place(0, None, TOP + SIZE)) for line in TWO[2:]]
    assert [each.back for each in found(TWO, links=JUMPS + ways)] == [False, False]


def test_ways_back_that_aim_a_line_above_their_calls_are_understood() -> None:
    lines = page(0, "Words", "A claim¹ and", "another².", "", small("1 One ↩"), small("2 Two ↩"))
    jumps = [link(lines[1], "1", lines[3]), link(lines[2], "2", lines[4])]
    ways = [link(lines[each + 2], "↩", Place(0, LEFT, lines[each].up + 14)) for each in (1, 2)]
    assert [each.back for each in found(lines, links=jumps + ways)] == [True, True]


def test_a_link_in_the_prose_is_no_way_back() -> None:
    way = link(TWO[1], "words", to(TWO[0], "1"))
    assert [each.back for each in found(TWO, links=[*JUMPS, way])] == [False, False]


# Pages


def test_notes_at_the_feet_of_pages_are_asked_to_be_near() -> None:
    one, two = page(0, "A claim¹.", "", small("1 One")), page(1, "More².", "", small("2 Two"))
    recovered = read(one, two)
    assert Facet.NEAR in recovered.facets
    assert all(each.near for each in recovered.citations)


def test_a_note_that_is_pages_away_is_not_near() -> None:
    one, two, three = (
        page(0, "A claim¹ and.", "", "words"),
        page(1, "Words², more", "", small("1 One")),
        page(2, "More³.", "", small("2 Two"), small("3 Three")),
    )
    four = page(3, "More⁴.")
    five = page(4, "More words"), page(5, small("4 Four"))
    recovered = read(one, two, three, four, *five)
    assert [each.near for each in recovered.citations] == [True, True, True, False]


def test_notes_at_the_end_are_not_asked_to_be_near() -> None:
    one, two = page(0, "A claim¹."), page(1, "More².", "", small("1 One"), small("2 Two"))
    assert Facet.NEAR not in read(one, two).facets


def test_notes_before_a_page_that_begins_with_a_heading_may_be_those_of_a_chapter() -> None:
    one = page(0, "A claim¹.", "", small("1 One"))
    two = page(1, Row("A HEADING", 2 * SIZE), "", "More².", "", small("2 Two"))
    assert Facet.NEAR not in read(one, two).facets


def test_a_note_beginning_before_a_page_of_no_calls_is_not_asked_to_be_near() -> None:
    one, two = page(0, "A claim¹.", "", small("1 One.")), page(1, "Prose")
    three = page(2, "More².", "", small("2 Two"))
    assert Facet.NEAR not in read(one, two, three).facets


# Marks


def test_marks_in_two_lines_are_apart() -> None:
    lines = page(0, "A claim¹", "² of it", "", small("1 One"), small("2 Two"))
    jumps = [link(lines[0], "1", lines[2]), link(lines[1], "2", lines[3])]
    assert [each.apart for each in found(lines, links=jumps)] == [True, True]


@pytest.mark.parametrize(
    ("words", "apart"), [("A claim¹² of", False), ("A claim¹ ² of", True), ("A claim¹ᵗ² of", True)]
)
def test_marks_side_by_side_are_one_number_to_a_reader(words: str, *, apart: bool) -> None:
    lines = page(0, words, "", small("1 One"), small("2 Two"))
    jumps = [link(lines[0], "1", lines[1]), link(lines[0], "2", lines[2])]
    assert [each.apart for each in found(lines, links=jumps)] == [True, apart]


# Places


def test_call_and_note_are_shown_in_boxes_around_their_letters() -> None:
    one = page(0, "A claim¹.", "", small("1 One"), small("goes on and"))
    two = page(1, "More².", "", small("on."), small("2 Two"))
    (first, second) = located(sheets(one, two))
    mark = one[0].glyphs[6]
    ((number, call),) = first.call.items()
    assert (number, call.left, call.right) == (0, mark.left, mark.right)
    assert (
        mark.up - mark.size < call.bottom < mark.up < mark.up + mark.size / 2 < call.top < mark.up + mark.size
    )
    assert set(first.note) == {0, 1}
    assert (first.note[0].left, first.note[0].right) == (LEFT, one[2].right)
    assert first.note[0].bottom < one[2].up < one[1].up < first.note[0].top
    assert set(second.note) == {1}


def test_a_call_without_a_note_is_shown_alone() -> None:
    lines = page(0, "A claim¹ and².", "", small("1 One"), small("Other"))
    jumps = [link(lines[0], "1", lines[1]), link(lines[0], "2", Place(7, LEFT, 100))]
    assert [bool(each.note) for each in located(sheets(lines, links=jumps))] == [True, False]
    assert isinstance(next(located(sheets(lines, links=jumps))).call[0], Box)
