"""A sample of ``make fuzz-pdf``: every note of a random document is where it belongs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fuzz import reading
from fuzz.author import manuscript
from fuzz.papers import A4, SMALL
from fuzz.trial import trial
from paged import WORDS
from surefoot.composition import Composition
from surefoot.model import Stylesheet
from surefoot.writers.pdf import print_out


@pytest.mark.parametrize(("paper", "seed"), [("A4", 3), *(("small", seed) for seed in (2, 3, 7, 10, 13, 18))])
def test_every_note_is_where_it_belongs(paper: str, seed: int) -> None:
    outcome = trial(paper, seed)
    assert outcome.refused == ""
    assert outcome.findings == ()
    assert outcome.found is not None
    assert outcome.found.sound, outcome.found


def test_a_number_brings_the_same_document_back() -> None:
    assert manuscript(SMALL, 5) == manuscript(SMALL, 5)
    assert len({manuscript(paper, seed).markdown for paper in (A4, SMALL) for seed in (5, 6)}) == 4


def read(composition: Composition, css: str = "") -> reading.Notes:
    settings = replace(composition.settings, stylesheets=(Stylesheet("test.css", css),))
    return reading.notes(print_out(replace(composition, settings=settings)).data, 2)


NOTES = "One C001C[^a] and two C002C.[^b]\n\n[^a]: N001S one N001E\n\n[^b]: N002S two N002E\n"


@pytest.mark.parametrize(
    ("text", "css", "bad"),
    [
        (NOTES, "", set()),
        (NOTES.replace("N002E", ""), "", {"lost"}),
        (NOTES.replace("N002E", "N002E N001E"), "", {"doubled"}),
        (NOTES.replace("C001C", "C001C" + WORDS * 150), "", {"away"}),
        (NOTES, "@page { margin-bottom: -2cm }", {"off_page"}),
        (WORDS * 3 + NOTES, "p { line-height: 0.3 }", {"covered"}),
    ],
)
def test_what_the_reading_sees(text: str, css: str, bad: set[str], composed) -> None:
    found = read(composed(text), css)
    assert {
        name for name in ("lost", "doubled", "away", "off_page", "covered") if getattr(found, name)
    } == bad
