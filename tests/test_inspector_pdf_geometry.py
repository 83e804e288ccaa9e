"""The geometry of the inspector for PDF: boxes, transformations, and which place a link means."""

from __future__ import annotations

import pytest

from surefoot.inspectors.pdf.destinations import Place
from surefoot.inspectors.pdf.geometry import Box, Matrix
from surefoot.inspectors.pdf.places import Places, Spot

BOX = Box(10, 20, 40, 30)


def test_a_box_around_two_boxes_holds_both():
    assert BOX | Box(0, 25, 20, 90) == Box(0, 20, 40, 90)
    assert Box(0, 25, 20, 90) | BOX == Box(0, 20, 40, 90)


def test_a_box_has_a_width_and_a_height():
    assert (BOX.width, BOX.height) == (30, 10)


@pytest.mark.parametrize(
    ("box", "empty"),
    [(BOX, False), (Box(1, 1, 1, 5), True), (Box(1, 1, 5, 1), True), (Box(5, 5, 1, 1), True)],
)
def test_a_box_without_area_is_empty(box: Box, *, empty: bool):
    assert box.empty is empty


@pytest.mark.parametrize(
    ("moved", "within"),
    [
        ((0, 0, 0, 0), True),
        ((-1, -1, 1, 1), True),
        ((-5, 0, 0, 0), False),
        ((0, -5, 0, 0), False),
        ((0, 0, 5, 0), False),
        ((0, 0, 0, 5), False),
    ],
)
def test_ink_may_hang_a_little_over_the_edge_of_the_page(moved: tuple[float, ...], *, within: bool):
    left, bottom, right, top = moved
    ink = Box(BOX.left + left, BOX.bottom + bottom, BOX.right + right, BOX.top + top)
    assert ink.within(BOX) is within


@pytest.mark.parametrize(
    ("other", "beside", "touches", "share"),
    [
        (Box(20, 22, 30, 28), True, True, 1.0),
        (Box(35, 25, 45, 35), True, True, 0.25),
        (Box(50, 22, 60, 28), True, False, 0.0),
        (Box(40, 20, 50, 30), True, False, 0.0),
        (Box(20, 30, 30, 40), False, False, 0.0),
        (Box(20, 40, 30, 50), False, False, 0.0),
    ],
)
def test_boxes_share_heights_or_an_area(other: Box, *, beside: bool, touches: bool, share: float):
    assert (BOX.beside(other), BOX.touches(other), BOX.share(other)) == (beside, touches, share)
    assert (other.beside(BOX), other.touches(BOX)) == (beside, touches)


def test_boxes_touch_that_share_the_least_width():
    assert BOX.touches(Box(39.5, 22, 60, 28))
    assert Box(39.5, 22, 60, 28).touches(BOX)


def test_what_two_boxes_share_is_a_box():
    assert BOX & Box(30, 25, 60, 35) == Box(30, 25, 40, 30)
    assert (BOX & Box(50, 20, 60, 30)).empty


@pytest.mark.parametrize(
    ("other", "crosses"),
    [
        (Box(30, 20, 60, 30), True),
        (Box(36, 20, 60, 30), False),
        (Box(30, 26, 60, 36), False),
        (Box(30, 24, 60, 34), True),
        (Box(30, 27, 60, 29), True),
    ],
)
def test_a_line_crosses_another_by_some_letters_and_by_half_of_their_height(other: Box, *, crosses: bool):
    assert BOX.crosses(other, 8) is crosses
    assert other.crosses(BOX, 8) is crosses


def test_a_transformation_does_the_inner_one_first():
    turn, shift = Matrix(0, 1, -1, 0, 0, 0), Matrix(2, 0, 0, 3, 5, 7)
    assert turn.moved(1, 2) == (-2, 1)
    assert (turn @ shift).moved(1, 2) == turn.moved(*shift.moved(1, 2)) == (-13, 7)
    assert (shift @ turn).moved(1, 2) == shift.moved(*turn.moved(1, 2)) == (1, 10)
    assert turn.box(Box(1, 2, 4, 8)) == Box(-8, 1, -2, 4)


def line(top: float, left: float = 50, page: int = 0, picture: float = 0) -> Spot:
    return Spot(page, Box(left, top - 10, left + 100, top), top + picture)


def meant(spots: list[Spot | None], aims: list[Place], place: Place, *, sideways: bool = False) -> int | None:
    places = Places(spots, sideways=sideways)
    places.learn(aims)
    return places.at(place)


THREE = [line(700), None, line(600), line(500)]


@pytest.mark.parametrize(
    ("place", "rank"),
    [
        (Place(0, 0, 700), 0),
        (Place(0, None, 603), 2),
        (Place(0, 0, 495), 3),
        (Place(0, 0, 650), None),
        (Place(0, 0, None), None),
        (Place(1, 0, 700), None),
    ],
)
def test_a_place_means_the_line_that_it_is_close_to(place: Place, rank: int | None):
    assert meant(THREE, [], place) == rank


def test_the_distance_that_most_links_of_a_file_keep_is_none():
    aims = [Place(0, 0, 715), Place(0, 0, 615), Place(0, 0, 500)]
    assert meant(THREE, aims, Place(0, 0, 715)) == 0
    assert meant(THREE, aims, Place(0, 0, 515)) == 3
    assert meant(THREE, aims, Place(0, 0, 500)) is None
    assert meant(THREE, [Place(0, 0, 740), Place(0, 0, 640)], Place(0, 0, 740)) is None


def test_of_two_distances_kept_alike_the_smaller_one_counts():
    aims = [Place(0, 0, 712), Place(0, 0, 602)]
    assert meant(THREE, aims, Place(0, 0, 502)) == 3
    assert meant(THREE, aims, Place(0, 0, 512)) is None
    assert meant(THREE, aims[::-1], Place(0, 0, 490)) is None


def test_the_left_edge_tells_apart_what_stands_in_one_line():
    row = [line(700, 50), line(700, 80)]
    assert [meant(row, [], Place(0, left, 700), sideways=True) for left in (50, 80, 65)] == [0, 1, None]
    aims = [Place(0, 40, 700), Place(0, 70, 700)]
    assert meant(row, aims, Place(0, 70, 700), sideways=True) == 1
    assert meant(row, aims, Place(0, None, 700), sideways=True) is not None


def test_of_lines_at_one_height_a_place_means_the_closest_one():
    row = [line(700, 50), line(700.3, 300), line(600, 50)]
    assert [meant(row, [], Place(0, left, 700)) for left in (50, 298, None)] == [0, 1, 0]
    assert meant(row, [], Place(0, 300, 600)) == 2


def test_a_line_with_a_picture_is_meant_anywhere_between_its_two_tops():
    tall = [line(500, picture=90), line(300)]
    assert [meant(tall, [], Place(0, 0, top)) for top in (500, 550, 590, 610)] == [0, 0, 0, None]
