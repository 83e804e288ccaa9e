"""The gate: what a reader could not read is seen before it is written."""

from __future__ import annotations

import pytest

from paged import laid
from surefoot.writers.pdf.boxes import furniture
from surefoot.writers.pdf.layout import gate


@pytest.mark.parametrize(
    ("css", "what"),
    [
        ("p.x { display: none }", "was laid out as"),
        ("p.x { position: absolute; left: -90mm; width: 60mm }", "off the side"),
        ("p.x { position: absolute; top: 290mm }", "off the foot or head"),
        ("fn-note { float: footnote; display: block; margin-top: -30mm }", "stands where the notes stand"),
    ],
)
def test_the_gate_sees(css: str, what: str) -> None:
    html = "<p class=x>Some words of the text.</p><fn-note>A note.</fn-note>" + "<p>More.</p>" * 60
    css = f"@page {{ size: A4; margin: 20mm }} fn-note {{ float: footnote }} {css}"
    rendering = laid(html, css)
    notes = dict.fromkeys(rendering._html.etree_element.iter("fn-note"), "fn-1")
    troubles = gate.check(rendering, notes, furniture(rendering))
    assert what in troubles[0].what


def test_words_of_a_table_keep_out_of_the_margins() -> None:
    css = "@page { size: A4; margin: 30mm } body { margin: 0 } .out { margin-left: -20mm }"
    rendering = laid("<p class=out>Text.</p><table class=out><tr><td>Cell.</table>", css)
    (trouble,) = gate.check(rendering, {}, furniture(rendering))
    assert (trouble.ill, trouble.what) == (gate.Ill.ASIDE, "“Cell.” runs off the side of the page.")


@pytest.mark.parametrize(("breaks", "found"), [(0, []), (1, []), (2, [gate.Ill.AWAY])])
def test_a_note_begins_on_the_page_of_its_call_or_on_the_next(breaks: int, found: list[gate.Ill]) -> None:
    call = "<p><a class=noteref href=#fn-1>1</a></p>"
    rendering = laid(call + "<hr>" * breaks + "<fn-note>Note.</fn-note>", "hr { break-before: page }")
    notes = dict.fromkeys(rendering._html.etree_element.iter("fn-note"), "fn-1")
    assert [trouble.ill for trouble in gate.check(rendering, notes, furniture(rendering))] == found


def test_lines_that_are_set_tight_may_fill_the_page() -> None:
    css = "@page { size: 100px 20px; margin: 0 } html { font: 15px/10px 'Source Sans 3' }"
    rendering = laid("<p>one<br>two", css + "body, p { margin: 0 }")
    assert gate.check(rendering, {}, {}) == ()
