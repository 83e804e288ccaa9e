"""The gate: what a reader could not read is seen before it is written."""

from __future__ import annotations

import pytest

from paged import laid
from surefoot.writers.pdf import gate
from surefoot.writers.pdf.boxes import furniture


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
