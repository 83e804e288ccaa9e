"""The inspector for PDF shows call and note as the page has them, in pieces that a reader can take in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pdfs import Sheet, call, file, note
from surefoot.exhibit import Outline, Part, Picture
from surefoot.inspectors.pdf import PdfInspector
from test_exhibits import pixels

FOREIGN = Path(__file__).parent / "foreign" / "awkward"
WHITE = 255
CALLED = ("P", "Claim.", call())
BELOW = [("P", f"Line {number}.") for number in range(8)]


def pictures(*parts: Any, **how: Any) -> Sequence[Picture]:
    ((*found,),) = PdfInspector().exhibit(file(*parts, **how), [0]).exhibits
    assert all(isinstance(each, Picture) for each in found)
    return found


def inked(rows: Sequence[bytes]) -> tuple[int, int, int, int]:
    """Return how far ink is from the left, the top, the right and the bottom."""
    across = [at // 3 for row in rows for at in range(len(row)) if row[at] != WHITE]
    down = [at for at, row in enumerate(rows) if set(row) != {WHITE}]
    return min(across), down[0], len(rows[0]) // 3 - 1 - max(across), len(rows) - 1 - down[-1]


def inside(picture: Picture, outline: Outline) -> list[bytes]:
    across = slice(3 * outline.left, 3 * (outline.left + outline.width))
    return [row[across] for row in pixels(picture)[outline.top : outline.top + outline.height]]


def test_what_is_close_on_a_page_is_one_picture_from_edge_to_edge_of_its_ink():
    (picture,) = pictures(CALLED, note("Proof."))
    assert (picture.parts, picture.place, picture.cut) == ((Part.CALL, Part.NOTE), "page 1", False)
    rows = pixels(picture)
    assert (len(rows[0]) // 3, len(rows)) == (picture.width, picture.height)
    assert all(5 <= edge <= 17 for edge in inked(rows))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_an_outline_is_drawn_a_little_around_the_ink_of_its_part(turn: int):
    def rotate(sheet: Sheet) -> None:
        sheet.page.obj.Rotate = turn

    for picture in pictures(CALLED, *BELOW, note("Proof."), more=rotate):
        for outline in picture.outlines:
            assert all(2 <= edge <= 8 for edge in inked(inside(picture, outline)))


def test_what_is_far_apart_on_a_page_is_two_pictures():
    one, two = pictures(CALLED, *BELOW, note("Proof."))
    assert (one.parts, two.parts) == ((Part.CALL,), (Part.NOTE,))
    assert (one.place, two.place) == ("page 1", "page 1")


def test_no_picture_cuts_through_a_line():
    for picture in pictures(*BELOW, CALLED, *BELOW, note("Proof."), *BELOW):
        rows = pixels(picture)
        assert {*rows[0], *rows[-1]} == {WHITE}


def test_a_call_is_shown_with_the_lines_around_it_and_a_note_alone():
    one, two = pictures(*BELOW, CALLED, *BELOW, note("Proof."), *BELOW)
    (call_, note_) = one.outlines[0], two.outlines[0]
    assert inked(pixels(one)[: call_.top])
    assert inked(pixels(one)[call_.top + call_.height :])
    assert {*b"".join(pixels(two)[: note_.top])} <= {WHITE}
    assert {*b"".join(pixels(two)[note_.top + note_.height :])} <= {WHITE}


def test_a_note_over_two_pages_is_shown_on_both():
    shown = pictures(CALLED, note("Proof ", ("P", {"turn": True}, "goes on.")))
    assert [(each.place, each.parts) for each in shown] == [
        ("page 1", (Part.CALL, Part.NOTE)),
        ("page 2", (Part.NOTE,)),
    ]


@pytest.mark.parametrize(("lines", "cut"), [(3, False), (30, True)])
def test_a_long_note_is_cut_and_says_so(lines: int, *, cut: bool):
    long = note("Proof.", *(("P", f"Line {number}.") for number in range(lines)))
    *_, last = pictures(CALLED, *BELOW, long)
    assert last.cut is cut
    assert last.height < 650
    (both,) = pictures(CALLED, long)
    assert both.cut is cut


@pytest.mark.parametrize("place", ["{x} -300", "{x} 1300", "-300 {y}", "1300 {y}"])
def test_what_is_off_the_page_is_not_shown(place: str):
    how = f"BT /F 12 Tf {place} Td ({{words}}) Tj ET"
    off = "Reference", {"name": "call"}, ("Link", {"to": "note", "set": how, "words": "1"})
    (picture,) = pictures(("P", "Claim.", off), note("Proof."))
    assert picture.parts == (Part.NOTE,)


def test_a_call_without_ink_is_shown_as_the_white_that_it_is():
    white = "1 g BT /F 12 Tf {x} {y} Td ({words}) Tj ET 0 g"
    unseen = "Reference", {"name": "call"}, ("Link", {"to": "note", "set": white, "words": "1"})
    one, two = pictures(("P", unseen), *([("P",)] * 12), note("Proof."))
    assert (one.parts, two.parts) == ((Part.CALL,), (Part.NOTE,))
    assert {*b"".join(pixels(one))} == {WHITE}


def test_a_picture_has_the_colours_of_the_page():
    red = ("Span", {"set": "1 0 0 rg BT /F 12 Tf {x} {y} Td ({words}) Tj ET 0 g"})
    (picture,) = pictures(CALLED, note(red))
    data = b"".join(pixels(picture))
    coloured = {(each[0] > each[2]) - (each[0] < each[2]) for each in zip(*[iter(data)] * 3, strict=True)}
    assert coloured == {0, 1}


def test_notes_without_tags_are_told_and_shown_as_they_are_seen():
    data = (FOREIGN / "libreoffice-docx-tagged.pdf").read_bytes()
    recovered = PdfInspector().inspect(data)
    assert len(recovered.citations) == 15
    assert recovered.aspects == frozenset()
    (views,) = PdfInspector().exhibit(data, [0]).exhibits
    assert {part for view in views for part in view.parts} == set(Part)
