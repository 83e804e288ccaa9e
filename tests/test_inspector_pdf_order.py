"""The inspector for PDF compares the order of the tags with what the pages show where."""

from __future__ import annotations

from typing import Any

import pytest
from pikepdf import Array, String

from pdfs import Sheet, call, file, note
from surefoot.inspectors.pdf import PdfInspector

HIGH = "BT /F 12 Tf 72 700 Td ({words}) Tj ET"


def blocks(*parts: Any, **how: Any) -> tuple[str, ...]:
    return PdfInspector().inspect(file(*parts, **how)).prose.blocks


def at(x: int, y: int, *words: str, tag: str = "P") -> tuple[Any, ...]:
    """A block with one line for each of ``words``, the first of them at a place of the page."""
    lines = (
        ("Span", {"set": f"BT /F 12 Tf {x} {y - 14 * row} Td ({{words}}) Tj ET", "words": each})
        for row, each in enumerate(words)
    )
    return tag, *lines


A, B, C, D = (
    at(72, y, name) for name, y in zip(("A a", "B b", "C c", "D d"), (700, 600, 500, 400), strict=True)
)


def test_what_tags_and_pages_show_in_one_order_is_told():
    assert blocks(A, B, C, D) == ("A a", "B b", "C c", "D d")


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ((A, C, B, D), "A a|C|B b|c|D d"),
        ((B, C, A, D), "a|B b|C c|A|D d"),
        ((B, C, D, A), "a|B b|C c|D d|A"),
        ((D, A, B, C), "D|A a|B b|C c|d"),
        ((A, D, B, C), "A a|D|B b|C c|d"),
        ((D, A, C, B), "D|A a|C|B b|d|c"),
        ((at(72, 500, "whole"), A), "wh|A a|ole"),
    ],
)
def test_a_block_that_the_page_shows_elsewhere_stands_whole_at_neither_place(
    parts: tuple[Any, ...], told: str
):
    assert "|".join(blocks(*parts)) == told


def turned(sheet: Sheet) -> None:
    sheet.pdf.Root.Pages.Kids = Array([*sheet.pdf.Root.Pages.Kids][::-1])


def test_so_does_a_block_that_another_page_shows():
    on = ("P", "First one."), ("P", {"turn": True}, "Two."), ("P", call()), note("Proof.")
    assert blocks(*on) == ("First one.", "Two.")
    assert blocks(*on, more=turned) == ("First", "Two.", "one.")


def test_a_cell_may_begin_on_an_earlier_page_than_the_one_before_it_in_its_row():
    """Where its first line had room there, and theirs had not."""
    first, second = ("TD", ("P", "First one.")), ("TD", ("P", {"turn": True}, "Two."))
    anchor = ("P", call()), note("Proof.")
    one, other = ("Table", ("TR", first, second)), ("Table", ("TR", first), ("TR", second))
    assert blocks(one, *anchor, more=turned) == ("First one.", "Two.")
    assert blocks(other, *anchor, more=turned) != ("First one.", "Two.")


@pytest.mark.parametrize(
    "parts",
    [
        (at(72, 700, "left,", "left"), at(320, 700, "right")),
        (at(320, 700, "right,", "right"), at(72, 700, "left")),
        (at(320, 600, "first"), at(72, 700, "above, but in another column")),
        (at(72, 700, "one"), at(72, 694, "overlapping")),
        (at(72, 600, "first words"), at(140, 700, "above, and mostly beside")),
        (at(72, 600, "text"), at(72, 700, "caption", tag="Caption")),
        (at(72, 600, "text"), ("Aside", at(72, 700, "aside"))),
        (at(72, 600, "text"), ("P", ("Figure", {"set": HIGH, "entries": {"/Alt": String("x")}}))),
        (at(72, 600, "text"), ("P", {"set": "BT /F 12 Tf 0 1 -1 0 72 700 Tm (up) Tj ET"})),
        (at(72, 600, "text"), ("P", ("Artifact", at(72, 700, "head")), at(72, 500, "more", tag="Span"))),
    ],
)
def test_what_a_page_may_show_elsewhere_is_told(parts: tuple[Any, ...]):
    assert len(blocks(*parts)) == len(parts)


def test_a_block_goes_on_behind_what_stands_in_it():
    """The rest of an item stands below its inner list; the page is not asked where."""
    inner = "L", ("LI", ("LBody", at(72, 600, "inner", tag="Span")))
    outer = "LBody", at(72, 700, "outer", tag="Span"), inner, at(72, 800, "rest", tag="Span")
    assert blocks(("L", ("LI", outer))) == ("outer", "inner", "rest")


def test_items_are_compared_with_the_page():
    one, two = (("LI", ("LBody", at(90, y, name, tag="Span"))) for name, y in (("one", 600), ("two", 700)))
    assert blocks(("L", one, two)) == ("o", "two", "ne")


def row(y: int, *cells: tuple[int, str], tag: str = "TD") -> tuple[Any, ...]:
    return "TR", *(at(x, y, words, tag=tag) for x, words in cells)


LEFT, RIGHT = 72, 200
AB = row(700, (LEFT, "a"), (RIGHT, "bb"))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ((AB, row(680, (LEFT, "c"), (RIGHT, "d"))), "a bb c d"),
        ((row(720, (RIGHT, "a"), (LEFT, "b")), row(700, (RIGHT, "c"), (LEFT, "d"))), "a b c d"),
        ((row(680, (LEFT, "dd"), (RIGHT, "c")), AB), "d a bb d c"),
        ((AB, row(680, (RIGHT, "c"), (LEFT, "dd")), row(660, (LEFT, "e"), (RIGHT, "f"))), "a bb d c d e f"),
        (
            (AB, row(680, (RIGHT, "c"), (LEFT, "dd"), tag="TH"), row(660, (LEFT, "e"), (RIGHT, "f"))),
            "a bb d c d e f",
        ),
        ((("TFoot", row(500, (LEFT, "a"))), ("TBody", row(700, (LEFT, "b")))), "a b"),
    ],
)
def test_cells_are_compared_with_those_of_their_table(rows: tuple[Any, ...], told: str):
    assert " ".join(blocks(("Table", *rows))) == told


def test_the_paragraphs_of_a_cell_run_neither_to_the_right_nor_to_the_left():
    cell = "TD", at(LEFT, 680, "c"), at(RIGHT, 670, "d"), at(LEFT, 660, "e")
    rows = row(700, (LEFT, "a"), (RIGHT, "b")), ("TR", cell)
    assert blocks(("Table", *rows)) == tuple("abcde")


def test_a_table_floats():
    table = "Table", row(700, (LEFT, "a"), (RIGHT, "b"))
    assert blocks(at(72, 600, "text"), table, at(72, 500, "more")) == ("text", "a", "b", "more")
