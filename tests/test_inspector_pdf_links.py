"""The inspector for PDF follows links as a reader's program does: where they can be pressed, and whither."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, String

from pdfs import Aim, Sheet, by_name, call, file, found, note
from surefoot.inspectors.pdf import PdfInspector

TWO = (("P", "Claim.", call()), ("P", "Again.", call("2", "note-2", "call-2")))
NOTES = (note("Proof."), note("More.", label="2", name="note-2", back="call-2"))


def first(aim: Aim, **how: Any) -> tuple[bool, bool]:
    """Whether the first of two calls leads to its note and back; only its links are aimed otherwise."""

    def only_first(sheet: Sheet, annotation: Any, name: str) -> None:
        (aim if name in {"note", "call"} else by_name)(sheet, annotation, name)

    one, other = found(*TWO, *NOTES, aim=only_first, **how)
    assert (other.jump, other.back) == (True, True)
    return one.jump, one.back


def at(kind: Any, *numbers: Any) -> Aim:
    """Aim by a kind of destination; "left" and "top" stand for those of the place."""

    def aim(sheet: Sheet, annotation: Any, name: str) -> None:
        page, _, left, top, _ = sheet.named[name]
        known = {"left": left, "top": top}
        annotation.Dest = Array(
            [page, *([kind] if kind else []), *(known.get(each, each) for each in numbers)]
        )

    return aim


@pytest.mark.parametrize(
    ("aim", "jump", "back"),
    [
        (at(Name.XYZ, "left", "top", 0), True, True),
        (at(Name.XYZ, None, "top", 0), True, True),
        (at(Name.XYZ, "left", None, 0), False, False),
        (at(Name.XYZ, 400, "top", 0), True, False),
        (at(Name.FitR, "left", 0, 500, "top"), True, True),
        (at(Name.FitR, 400, 0, 500, "top"), True, False),
        (at(Name.FitH, "top"), True, True),
        (at(Name.FitBH, "top"), True, True),
        (at(Name.FitV, "top"), False, False),
        (at(Name.FitB), False, False),
        (at(None), False, False),
    ],
)
def test_a_destination_says_by_its_kind_where_it_leads(aim: Aim, *, jump: bool, back: bool):
    """Several calls stand in a line, so the left edge tells them apart; notes do not."""
    assert first(aim) == (jump, back)


def flagged(flags: int) -> Aim:
    def aim(sheet: Sheet, annotation: Any, name: str) -> None:
        by_name(sheet, annotation, name)
        annotation.F = flags

    return aim


@pytest.mark.parametrize(("flags", "pressed"), [(1, True), (2, False), (4, True), (28, True), (32, False)])
def test_a_link_that_is_flagged_as_not_shown_cannot_be_pressed(flags: int, *, pressed: bool):
    assert first(flagged(flags)) == (pressed, pressed)


def reshaped(shape: Callable[[list[float]], list[float]]) -> Aim:
    def aim(sheet: Sheet, annotation: Any, name: str) -> None:
        by_name(sheet, annotation, name)
        annotation.Rect = Array(shape([float(edge) for edge in annotation.Rect]))

    return aim


@pytest.mark.parametrize(
    ("shape", "pressed"),
    [
        (lambda edges: [*edges[2:], *edges[:2]], True),
        (lambda edges: [edges[0], edges[3], edges[2], edges[1]], True),
        (lambda edges: edges[:3], False),
        (lambda edges: [edges[0], edges[1], edges[0], edges[3]], False),
    ],
)
def test_the_area_of_a_link_has_four_edges_in_any_order(shape: Any, *, pressed: bool):
    assert first(reshaped(shape)) == (pressed, pressed)


def to_elsewhere(**entries: Any) -> Aim:
    def aim(_: Sheet, annotation: Any, __: str) -> None:
        annotation.update(Dictionary(**entries))

    return aim


@pytest.mark.parametrize(
    "aim",
    [
        to_elsewhere(Dest=String("nothing")),
        to_elsewhere(Dest=Array([0, Name.XYZ, 0, 0, 0])),
        to_elsewhere(Dest=Array([])),
        to_elsewhere(A=Dictionary(S=Name.GoTo)),
        to_elsewhere(A=Dictionary(S=Name.GoTo, SD=Array([]))),
        to_elsewhere(A=Dictionary(S=Name.URI)),
        to_elsewhere(Subtype=Name.Text, Dest=String("note")),
    ],
)
def test_a_link_that_names_no_place_leads_nowhere(aim: Aim):
    assert first(aim) == (False, False)


def over(area: tuple[float, ...], quads: tuple[float, ...] = (), *, below: bool = False) -> Any:
    """Lay a link to the second note over or under those of the page."""

    def lay(sheet: Sheet) -> None:
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array(area), Dest=String("note-2"))
        if quads:
            link.QuadPoints = Array(quads)
        added, held = sheet.pdf.make_indirect(link), [*sheet.page.obj.Annots]
        sheet.page.obj.Annots = Array([added, *held] if below else [*held, added])

    return lay


CALL = (114, 774, 124, 792)
"""Around the first call."""
HALF = (114, 774, 119, 792)
AROUND = (114, 774, 124, 774, 114, 792, 124, 792)
BESIDE = (0, 0, 9, 0, 0, 9, 9, 9)


@pytest.mark.parametrize(
    ("lay", "jump"),
    [
        (over(CALL), False),
        (over(CALL, below=True), True),
        (over(HALF), True),
        (over((0, 0, 595, 842), AROUND), False),
        (over((0, 0, 595, 842), (*BESIDE, *AROUND)), False),
        (over((0, 0, 595, 842), BESIDE), True),
    ],
)
def test_a_link_leads_where_the_topmost_does_that_covers_it(lay: Any, *, jump: bool):
    assert first(by_name, more=lay) == (jump, True)


def test_a_link_in_two_pieces_is_pressed_above_what_lies_below():
    def in_pieces(sheet: Sheet, annotation: Any, name: str) -> None:
        by_name(sheet, annotation, name)
        left, bottom, right, top = (float(edge) for edge in annotation.Rect)
        middle = (left + right) / 2
        halves = ((left, middle), (middle, right))
        annotation.QuadPoints = Array(
            [edge for one, other in halves for edge in (one, bottom, other, bottom, one, top, other, top)]
        )

    assert first(in_pieces, more=over(CALL, below=True)) == (True, True)


def test_pages_without_annotations_have_no_links():
    def take(sheet: Sheet) -> None:
        del sheet.page.obj.Annots

    one, other = found(*TWO, *NOTES, more=take)
    assert (one.jump, one.back, other.jump, other.back) == (False, False, False, False)


def test_names_of_places_may_stand_in_a_tree():
    def plant(sheet: Sheet) -> None:
        names = sheet.pdf.Root.Names.Dests.Names
        halves = (Dictionary(Names=Array(list(names)[at : at + 2])) for at in range(0, len(names), 2))
        sheet.pdf.Root.Names.Dests = Dictionary(
            Kids=Array([Dictionary(Kids=Array([each])) for each in halves])
        )

    assert first(by_name, more=plant) == (True, True)


def test_a_tree_of_names_that_never_ends_is_left():
    def knot(sheet: Sheet) -> None:
        tree = sheet.pdf.make_indirect(sheet.pdf.Root.Names.Dests)
        tree.Kids = Array([tree])
        sheet.pdf.Root.Names.Dests = tree

    assert PdfInspector().inspect(file(*TWO, *NOTES, more=knot)).citations[0].jump
