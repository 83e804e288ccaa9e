"""What links of a page without tags cover, what they print, and which line they show."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from letters import LEADING, LEFT, SIZE, TOP, Row, box, link, page, sheets, small
from surefoot.inspectors.pdf.destinations import Link, Place
from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.untagged.addresses import Flow, Outward, outward
from surefoot.inspectors.pdf.untagged.lines import Line
from surefoot.inspectors.pdf.untagged.links import Covered, covered, links
from surefoot.inspectors.pdf.untagged.sheets import lead

ADDRESS = "https://a.example/book"
RIGHT = 320.0


# Areas


def words(covered_: Covered) -> list[tuple[str, str]]:
    """The letters under each link out of a file, and its target."""
    return [("".join(glyph.text for glyph in area.glyphs), area.target) for area in covered_.outward]


def test_a_link_covers_the_letters_whose_middle_lies_in_its_area() -> None:
    line, other = page(0, "One two three", "One two three")
    found = covered([link(line, "two", ADDRESS)], {0: [line, other]})
    assert words(found) == [("two", ADDRESS)]
    area = box(line, "two")
    wider = Box(area.left - 2, area.bottom, area.right + 2, area.top)
    assert words(covered([Link(0, wider, ADDRESS)], {0: [line, other]})) == [("two", ADDRESS)]


def test_a_link_covers_letters_of_its_own_page_alone() -> None:
    one, two = page(0, "One"), page(1, "Two")
    found = covered([link(two[0], "Two", ADDRESS)], {0: one, 1: two})
    assert [(area.page, "".join(glyph.text for glyph in area.glyphs)) for area in found.outward] == [
        (1, "Two")
    ]
    assert not covered([link(two[0], "Two", ADDRESS)], {0: one}).outward


def test_a_link_over_two_lines_covers_letters_of_both() -> None:
    one, two = page(0, "One", "two")
    both = Box(LEFT, two.up, LEFT + 30, one.up + SIZE)
    assert words(covered([Link(0, both, ADDRESS)], {0: [one, two]})) == [("Onetwo", ADDRESS)]


def test_a_link_between_two_lines_covers_none() -> None:
    one, two = page(0, "One", "two")
    between = Box(LEFT, two.up + 5, LEFT + 30, one.up)
    assert not covered([Link(0, between, ADDRESS)], {0: [one, two]}).outward


def test_a_link_without_a_scheme_and_one_over_nothing_lead_nowhere() -> None:
    (line,) = page(0, "One")
    found = covered([link(line, "One", "chapter.html"), Link(0, Box(0, 0, 9, 9), ADDRESS)], {0: [line]})
    assert not found.outward
    assert not found.within


def test_a_link_within_the_file_is_known_for_each_letter_the_first_over_it() -> None:
    (line,) = page(0, "One two")
    first, second = (link(line, part, Place(1, 0, 0)) for part in ("One", "Onetwo"))
    found = covered([first, second], {0: [line]})
    assert [found.within[glyph] for glyph in line.glyphs] == [first] * 3 + [second] * 3
    assert not found.outward


# Annotations


def annotation(target: str) -> Dictionary:
    action = Dictionary(S=Name.URI, URI=String(target))
    return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([10, 10, 30, 20]), A=action)


def test_the_links_of_all_pages_are_read_in_order_whether_they_have_a_number_or_not() -> None:
    pdf = pikepdf.new()
    pages = [pdf.add_blank_page().obj for _ in range(4)]
    apart = Array([10, 30, 30, 40])
    pages[0].Annots = Array([annotation("a:1"), pdf.make_indirect(annotation("a:2"))])
    pages[0].Annots[1].Rect = apart
    pages[2].Annots = Array([annotation("a:3"), Dictionary(Subtype=Name.Square), String("none")])
    pages[3].Annots = String("none")
    assert [(each.page, each.address) for each in links(pdf)] == [(0, "a:1"), (0, "a:2"), (2, "a:3")]


# Addresses


def flow(*lines: Line) -> Flow:
    return Flow.of((line, 0, len(line.glyphs)) for line in lines)


def told(lines: list[Line], *areas: Link) -> list[tuple[str, str, str]]:
    """The target of each link, the address that it prints, and the letters that do it, or its words."""
    found = covered(areas, {0: lines}).outward
    return [
        (each.target, each.shown, "".join(glyph.text for glyph in each.glyphs))
        for each in outward(flow(*lines), found)
    ]


def test_a_link_over_its_address_prints_it() -> None:
    lines = page(0, f"See {ADDRESS}.")
    assert told(lines, link(lines[0], ADDRESS, ADDRESS)) == [(ADDRESS, ADDRESS, ADDRESS)]


def test_a_link_over_words_prints_none() -> None:
    lines = page(0, "See the book.")
    assert told(lines, link(lines[0], "thebook", ADDRESS)) == [(ADDRESS, "", "thebook")]


def test_a_link_over_another_address_prints_that() -> None:
    lines = page(0, "See https://b.example/book.")
    shown = "https://b.example/book"
    assert told(lines, link(lines[0], shown, ADDRESS)) == [(ADDRESS, shown, shown)]


def test_words_with_an_address_among_them_are_words() -> None:
    lines = page(0, "See https://b.example/ book.")
    assert told(lines, link(lines[0], "https://b.example/book", ADDRESS))[0][1] == ""


def test_an_address_may_be_longer_or_shorter_than_the_area_of_its_link() -> None:
    lines = page(0, f"See {ADDRESS} for it.")
    for part in ("https://", f"{ADDRESS}for", f"See{ADDRESS}"):
        assert told(lines, link(lines[0], part, ADDRESS)) == [(ADDRESS, ADDRESS, ADDRESS)]


def test_an_address_of_which_a_part_is_missing_is_not_printed() -> None:
    lines = page(0, "See https://a.example/bo")
    assert told(lines, link(lines[0], "https://a.example/bo", ADDRESS))[0][1] == "https://a.example/bo"


def test_an_address_with_letters_that_are_no_ascii_may_be_printed_as_written_or_encoded() -> None:
    written, encoded = "https://a.example/ä", "https://a.example/%C3%A4"
    for printed in (written, encoded):
        lines = page(0, f"See {printed}.")
        assert told(lines, link(lines[0], printed, written)) == [(encoded, encoded, printed)]


def test_an_address_over_two_lines_is_one_link_with_or_without_a_hyphen() -> None:
    for end in ("", "-", "\u2010"):
        lines = page(0, f"See https://a.exam{end}", "ple/book for it.")
        areas = [link(lines[0], f"https://a.exam{end}", ADDRESS), link(lines[1], "ple/book", ADDRESS)]
        printed = f"https://a.exam{end}ple/book"
        assert told(lines, *areas) == [(ADDRESS, ADDRESS, printed)]
        assert told(lines, *areas[::-1]) == [(ADDRESS, ADDRESS, printed)]


def test_a_hyphen_within_a_line_is_a_part_of_the_address() -> None:
    lines = page(0, "See https://a.exam-ple/book")
    shown = "https://a.exam-ple/book"
    assert told(lines, link(lines[0], shown, ADDRESS))[0][1] == shown


def test_another_letter_at_a_line_s_end_is_a_part_of_the_address() -> None:
    lines = page(0, "See https://a.examx", "ple/book")
    areas = [link(lines[0], "https://a.examx", ADDRESS), link(lines[1], "ple/book", ADDRESS)]
    assert told(lines, *areas)[0][1] == "https://a.examxple/book"


def test_no_address_begins_with_the_hyphen_before_it() -> None:
    lines = page(0, "-", ADDRESS)
    assert told(lines, Link(0, Box(LEFT, 0, 400, TOP + SIZE), ADDRESS)) == [(ADDRESS, ADDRESS, ADDRESS)]


def test_words_over_two_lines_are_one_link() -> None:
    lines = page(0, "See the", "book of it.")
    areas = [link(lines[0], "the", ADDRESS), link(lines[1], "book", ADDRESS)]
    assert told(lines, *areas) == [(ADDRESS, "", "thebook")]


def test_another_address_over_two_lines_is_printed_whole() -> None:
    lines = page(0, "See https://b.exam", "ple/book of it.")
    areas = [link(lines[0], "https://b.exam", ADDRESS), link(lines[1], "ple/book", ADDRESS)]
    assert told(lines, *areas)[0][1] == "https://b.example/book"


def test_an_address_that_goes_on_farther_right_is_printed_whole() -> None:
    """As at the end of a column, or in an indented line."""
    lines = page(0, "See https://b.exam", Row("ple/book of it.", left=RIGHT))
    areas = [link(lines[0], "https://b.exam", ADDRESS), link(lines[1], "ple/book", ADDRESS)]
    assert told(lines, *areas)[0][1] == "https://b.example/book"


def test_a_link_may_cover_a_single_letter() -> None:
    lines = page(0, f"See {ADDRESS[:-1]}", f"{ADDRESS[-1]} as in a")
    areas = [link(lines[0], ADDRESS[:-1], ADDRESS), link(lines[1], ADDRESS[-1], ADDRESS)]
    assert told(lines, *areas) == [(ADDRESS, ADDRESS, ADDRESS)]


def test_links_to_one_address_in_one_line_are_links_of_their_own() -> None:
    lines = page(0, "See one two")
    areas = [link(lines[0], "one", ADDRESS), link(lines[0], "two", ADDRESS)]
    assert told(lines, *areas) == [(ADDRESS, "", "one"), (ADDRESS, "", "two")]


def test_links_that_do_not_touch_at_a_line_s_end_are_links_of_their_own() -> None:
    lines = page(0, "See the", "good book")
    areas = [link(lines[0], "the", ADDRESS), link(lines[1], "book", ADDRESS)]
    assert told(lines, *areas) == [(ADDRESS, "", "the"), (ADDRESS, "", "book")]


def test_an_address_that_is_printed_twice_is_linked_twice() -> None:
    lines = page(0, ADDRESS, ADDRESS)
    areas = [link(line, ADDRESS, ADDRESS) for line in lines]
    assert told(lines, *areas) == 2 * [(ADDRESS, ADDRESS, ADDRESS)]


def test_links_to_two_addresses_are_two() -> None:
    lines = page(0, "See the", "book")
    areas = [link(lines[0], "the", ADDRESS), link(lines[1], "book", "https://b.example/")]
    assert [each[0] for each in told(lines, *areas)] == [ADDRESS, "https://b.example/"]


def test_a_link_whose_letters_are_in_no_part_of_the_text_is_none_of_it() -> None:
    one, two = page(0, "See one", "two")
    found = covered([link(one, "one", ADDRESS)], {0: [one, two]}).outward
    assert outward(flow(two), found) == []
    other = page(1, "three")[0]
    assert outward(flow(other), found) == []


def test_a_part_that_ends_within_its_line_has_no_line_end() -> None:
    (line,) = page(0, "words-¹")
    assert Flow.of([(line, 0, 6)]).ends == set()
    assert Flow.of([(line, 0, 7)]).ends == {line.glyphs[6]}
    assert Flow.of([(line, 7, 7)]).ends == set()


def test_a_link_tells_its_letters() -> None:
    (line,) = page(0, "See one")
    found = covered([link(line, "one", ADDRESS)], {0: [line]}).outward
    assert outward(flow(line), found) == [Outward(ADDRESS, "", list(line.glyphs[3:]))]


# Aims


def aimed(place: Place | None, lead_: float | None, *pages: list[Line]) -> str | None:
    line = sheets(*pages).aimed(place, lead_)
    return line.text() if line else None


def test_a_link_shows_the_first_line_below_the_place_it_leads_to() -> None:
    lines = page(0, "One", "two", "three")
    assert aimed(Place(0, LEFT, TOP + SIZE), None, lines) == "One"
    assert aimed(Place(0, LEFT, TOP + SIZE - LEADING), None, lines) == "two"
    assert aimed(Place(0, None, TOP - 0.5), None, lines) == "One"


def test_how_far_a_file_s_links_aim_above_their_lines_tells_which_line_they_show() -> None:
    lines = page(0, "One", "two", "three")
    assert aimed(Place(0, LEFT, TOP), LEADING, lines) == "two"
    assert aimed(Place(0, LEFT, TOP + 2), LEADING, lines) == "two"
    assert aimed(Place(0, LEFT, TOP - 2), LEADING, lines) == "two"
    assert aimed(Place(0, LEFT, TOP), 0, lines) == "One"


def test_a_link_that_aims_otherwise_than_the_file_s_others_shows_nothing() -> None:
    assert aimed(Place(0, LEFT, TOP + 15), 2, page(0, "One")) is None


@pytest.mark.parametrize("place", [None, Place(0, LEFT, None), Place(3, LEFT, TOP)])
@pytest.mark.parametrize("known", [None, 10.0])
def test_a_link_to_no_place_on_a_page_shows_nothing(place: Place | None, known: float | None) -> None:
    assert aimed(place, known, page(0, "One")) is None


@pytest.mark.parametrize("top", [TOP + 40, TOP - 20])
def test_a_link_far_from_all_lines_shows_none_of_its_page(top: float) -> None:
    assert aimed(Place(0, LEFT, top), None, page(0, "One")) is None


def test_a_link_below_all_lines_shows_the_first_line_of_the_next_page() -> None:
    """A mark at a page's very end, whose line was moved to the next page."""
    pages = page(0, "One", "two"), page(1, "Three", "four")
    assert aimed(Place(0, LEFT, 50), 10, *pages) == "Three"
    assert aimed(Place(1, LEFT, 50), 10, *pages) is None
    assert aimed(Place(0, LEFT, TOP + 80), 10, *pages) is None
    far = [*page(0, "One"), *page(0, "two", top=100)]
    assert aimed(Place(0, LEFT, 400), 10, far, page(1, "Three")) is None


def test_of_two_columns_a_link_shows_the_line_of_its_own() -> None:
    lines = [Row("left").line(), Row("right", left=RIGHT).line(TOP + 1)]
    assert aimed(Place(0, LEFT - 10, TOP + SIZE), None, lines) == "left"
    assert aimed(Place(0, LEFT + 30, TOP + SIZE), None, lines) == "left"
    assert aimed(Place(0, RIGHT, TOP + SIZE), None, lines) == "right"


def test_a_link_beside_all_columns_or_none_shows_a_line_at_its_height() -> None:
    lines = [Row("left").line(), Row("right", left=RIGHT).line(TOP + 1)]
    assert aimed(Place(0, 0, TOP + SIZE), None, lines) == "right"
    assert aimed(Place(0, None, TOP + SIZE), None, lines) == "right"


def test_a_file_s_links_aim_as_most_of_them_do() -> None:
    assert lead([10.0, 10.0, 80.0]) == 10
    assert lead([]) is None


def test_a_line_s_opening_is_the_number_that_begins_it() -> None:
    whole = sheets(page(0, "¹ Note²", "A claim³", "None"))
    openings = [whole.opening(line) for line in whole.lines]
    assert [mark and mark.number for mark in openings] == ["1", None, None]


def test_of_sheets_some_lines_may_be_left_out() -> None:
    lines = page(0, "One", "two¹", small("¹ Three"))
    less = sheets(lines).less(lines[1:])
    assert [line.text() for line in less.pages[0]] == ["two1", "1 Three"]
    assert [less.ranks[line] for line in lines[1:]] == [0, 1]
    assert less.behind(lines[2], less.marks[lines[1]][0])
    assert not less.behind(lines[1], less.marks[lines[1]][0])
