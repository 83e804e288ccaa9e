"""The inspector for PDF tells raised and lowered figures by their size and their place."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pdfs import PROVEN, Sheet, call, found, note, with_note
from surefoot.inspectors.pdf.content import Piece
from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.runs import Run
from surefoot.inspectors.pdf.scripts import read
from surefoot.text import LINE_END


def off(figures: str, up: float, size: int = 8, gap: float = 0) -> tuple[Any, ...]:
    """Figures that stand off the baseline."""
    how = f"BT /F {size} Tf {{x}} {{y}} Td {gap} {up} Td ({{words}}) Tj ET"
    return "Span", {"set": how, "words": figures}


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("x", off("2", 4)), "x²"),
        (("10", off("-6", 4)), "10⁻⁶"),
        (("x", off("n", 4)), "xⁿ"),
        (("H", off("2", -2), "O"), "H₂O"),
        (("x", off("2", 4), off("3", 4, gap=-2)), "x²³"),
        (("1", off("st", 4)), "1st"),
        (("x", off("2", 4), off("st", 4, gap=-2)), "x2st"),
        (("x", off("-", 4)), "x-"),
        (("x", off("2", 0)), "x2"),
        (("x", off("2", 0.4)), "x2"),
        (("x", off("2", -0.4)), "x2"),
        (("x", off("2", 4, size=12)), "x2"),
        (("x", off("2", 10)), "x2"),
        (("x", off("2", 4, gap=30)), "x2"),
        ((off("2", 4), "x"), "2x"),
        (("x", ("Span", {"set": "BT /F 8 Tf 0 1 -1 0 {x} {y} Tm (2) Tj ET", "words": "2"})), "x2"),
    ],
)
def test_small_figures_off_the_baseline_are_raised_or_lowered(parts: tuple[Any, ...], said: str):
    assert with_note("Note: ", *parts).note.replace(LINE_END, "") == f"Note: {said}"


def test_figures_of_a_raised_form_are_raised_at_any_size():
    def map_to_digits(sheet: Sheet) -> None:
        cmap = b"begincmap 2 beginbfrange <20> <7e> <0020> <b2> <b3> <0032> endbfrange endcmap"
        sheet.font.ToUnicode = sheet.pdf.make_stream(cmap)

    (citation,) = found(("P", "Claim.", call()), note("x", "²", " and 2"), more=map_to_digits)
    assert citation.note == "x² and 2"


LINE = Run(Box(50, 700, 60, 707), 50, 700, 10, level=True, seen=True)


def figure(foot: float, head: float, size: float = 10, up: float = 0) -> Run:
    """A figure right behind that, from foot to head in points over its baseline."""
    base = LINE.up + up
    return Run(Box(60, base + foot, 66, base + head), 60, base, size, level=True, seen=True)


def told(*runs: Run) -> str:
    """Return how a 2 is told that is shown last, behind other letters."""
    pieces = [Piece("x", rank, rank) for rank in range(len(runs) - 1)]
    *_, last = read({0: [*pieces, Piece("2", len(pieces), len(pieces))]}, {0: runs})[0]
    return last.text


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        (figure(3, 8), "²"),
        (figure(1, 8), "2"),
        (figure(-1, 3), "₂"),
        (figure(0.5, 3), "2"),
        (figure(-1, 5), "2"),
        (figure(-1, 2, size=8), "2"),
    ],
)
def test_a_figure_on_the_baseline_is_raised_or_lowered_by_its_form(shape: Run, said: str):
    assert told(LINE, shape) == said


def test_what_is_raised_is_raised_over_letters_that_stand_level_right_before_it():
    raised = figure(0, 5, size=7, up=4)
    blank = replace(LINE, box=Box(60, 700, 60, 700))
    assert told(LINE, raised) == "²"
    assert told(replace(LINE, level=False), raised) == "2"
    assert told(LINE, blank, raised) == "2"


def test_a_mark_is_a_number_however_it_is_set():
    raised = (
        "Reference",
        {"name": "call"},
        ("Link", {"to": "note", "set": off("1", 4)[1]["set"], "words": "1"}),
    )
    assert found(("P", "Claim.", raised), note("Proof.")) == (PROVEN,)
