"""The lines of the inspector for PDF: what of a sequence is seen, and where its strings go on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from surefoot.inspectors.pdf.content import Piece
from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.lines import Shown, joined, shown
from surefoot.inspectors.pdf.runs import Run
from surefoot.inspectors.pdf.sight import Sight
from surefoot.inspectors.pdf.structure import Content, Element
from surefoot.text import LINE_END

PAGE = Box(0, 0, 600, 800)
INK = Box(50, 700, 80, 710)
EMPTY = Box(80, 700, 80, 700)
HERE = Run(INK, 50, 700, 10, level=True, seen=True)
UNSEEN = replace(HERE, seen=False)
SPACE = replace(HERE, box=EMPTY, seen=False)


def seen(pieces: list[Piece], runs: list[Run], box: Box | None = INK) -> Shown:
    sight = Sight(PAGE)
    sight.runs[0] = runs
    if box:
        sight.boxes[0] = box
    return shown(0, pieces, sight)


def words(*texts: str) -> list[Piece]:
    return [Piece(text, rank, rank) for rank, text in enumerate(texts)]


@pytest.mark.parametrize(("box", "all_seen"), [(None, True), (INK, True), (Box(50, 900, 80, 910), False)])
def test_a_picture_is_seen_if_it_is_on_the_page(box: Box | None, *, all_seen: bool):
    assert seen([], [], box) == Shown("", "", all_seen, box, None)


@pytest.mark.parametrize(
    ("texts", "runs", "visible"),
    [
        (["one"], [HERE], "one"),
        (["one"], [UNSEEN], ""),
        (["one", "two"], [HERE, UNSEEN], "one"),
        (["one", "two"], [UNSEEN, HERE], "two"),
        ([" ", "two"], [SPACE, HERE], " two"),
        (["one"], [SPACE], ""),
    ],
)
def test_strings_that_are_not_seen_are_not_visible(texts: list[str], runs: list[Run], visible: str):
    told = seen(words(*texts), runs)
    assert told.text.replace(LINE_END, "") == "".join(texts)
    assert told.visible.replace(LINE_END, "") == visible
    assert told.seen is (visible == "".join(texts))
    assert told.ends == (runs[0], runs[-1])


@pytest.mark.parametrize(
    ("runs", "all_seen"),
    [([HERE, HERE], True), ([HERE, SPACE], True), ([HERE, UNSEEN], False), ([SPACE, SPACE], False)],
)
def test_a_text_for_several_strings_is_seen_if_none_of_them_is_hidden(runs: list[Run], *, all_seen: bool):
    assert seen([Piece("one two", 0, 1)], runs).seen is all_seen


@pytest.mark.parametrize(
    ("text", "runs", "all_seen"),
    [
        ("one", [HERE, HERE], True),
        ("one", [HERE, SPACE], True),
        ("one", [HERE, UNSEEN], False),
        ("one", [], False),
        (" ", [], True),
    ],
)
def test_where_two_readers_count_other_strings_a_sequence_is_seen_as_a_whole(
    text: str, runs: list[Run], *, all_seen: bool
):
    told = seen(words(text), runs)
    assert told == Shown(text, text if all_seen else "", all_seen, INK, None)
    assert seen(words("one", "two"), []).text == f"one{LINE_END}two"


def behind(gap: float, up: float = 0, size: float = 10, *, level: bool = True) -> Run:
    """A string whose first letter stands so far behind the one before."""
    left = INK.right + gap
    return Run(Box(left, 700 + up, left + 30, 710 + up), left, 700 + up, size, level, seen=True)


@pytest.mark.parametrize(
    ("other", "goes_on"),
    [
        (behind(0), True),
        (behind(0.9), True),
        (behind(1.5), False),
        (behind(1.5, size=20), True),
        (behind(-4), True),
        (behind(-6), False),
        (behind(0, up=5), True),
        (behind(0, up=-5), True),
        (behind(0, up=8), False),
        (behind(0, up=-14), False),
        (behind(0, level=False), False),
    ],
)
def test_a_string_goes_on_that_begins_where_the_last_one_ends(other: Run, *, goes_on: bool):
    between = "" if goes_on else LINE_END
    assert seen(words("on", "e"), [HERE, other]).text == f"on{between}e"
    turned = replace(HERE, level=False)
    assert seen(words("on", "e"), [turned, other]).text == f"on{LINE_END}e"


def element(tag: str, *kids: Element | Content) -> Element:
    return Element(tag, (0, 0), kids, "", frozenset(), "")


def test_a_line_ends_before_what_does_not_go_on_in_the_order_of_the_tags():
    """Notes have an order of their own, and artifacts none."""
    places = [Content(0, number) for number in range(6)]
    one = Shown("one", "one", seen=True, box=INK, ends=(HERE, HERE))
    next_ = Shown("two", "two", seen=True, box=INK, ends=(behind(0), behind(0)))
    pages = dict(zip(places, [one, next_, one, next_, one, next_], strict=True))
    pages[Content(1, 0)] = next_
    root = element(
        "P",
        places[0],
        element("Note", places[2], element("Span", places[3])),
        element("Artifact", places[4]),
        places[1],
        Content(9, 9),
        places[5],
        Content(1, 0),
    )
    told = joined(root, pages)
    assert [told[place].text for place in (*places, Content(1, 0))] == [
        *("one", "two", "one", "two", "one"),
        *(f"{LINE_END}two", f"{LINE_END}two"),
    ]
    assert told[places[5]].visible == f"{LINE_END}two"


def test_nothing_goes_on_where_strings_cannot_be_told():
    lost = Shown("one", "one", seen=True, box=INK, ends=None)
    pages = {Content(0, 0): lost, Content(0, 1): lost}
    told = joined(element("P", *pages), pages)
    assert [each.text for each in told.values()] == ["one", f"{LINE_END}one"]
