"""The layout engine: what is mended in it, and its door."""

from __future__ import annotations

from itertools import chain

import pytest
import weasyprint

from paged import laid, shown
from surefoot.errors import WriterError
from surefoot.writers.pdf.engine import mending
from surefoot.writers.pdf.layout import gate

LINES = "@page { size: 100px 70px; margin: 0; @footnote { margin: 0 } } html { font: 10px/1 'Source Sans 3' }"
NOTES = "body, p { margin: 0 } span { float: footnote }"


def test_a_line_taken_in_the_place_of_a_note_keeps_its_own_note() -> None:
    html = "<p>a<br>b<br>c<br>d<p>e<span>first</span><br>f<span>second</span><br>g<br>h"
    stock = weasyprint.HTML(string=f"<style>{LINES}{NOTES}</style>{html}").render()
    assert "second" not in chain(*shown(stock)), "the mend is no longer needed"
    assert "second" in chain(*shown(laid(html, LINES + NOTES)))


def test_white_space_in_notes_is_collapsed() -> None:
    html = "<p>a<span>one\n   two</span>"
    stock = weasyprint.HTML(string=f"<style>{LINES}{NOTES}</style>{html}").render()
    assert "one two" not in shown(stock)[0], "the mend is no longer needed"
    assert "one two" in shown(laid(html, LINES + NOTES))[0]


def test_a_table_keeps_its_head_above_a_row_that_is_taller_than_the_page() -> None:
    rows = "<br>".join("abcdefghijklmnop")
    html = f"<table><thead><tr><th>Head<tbody><tr><td>{rows}</table>"
    css = LINES + "tr { break-inside: avoid }"
    stock = weasyprint.HTML(string=f"<style>{css}</style>{html}").render()
    assert "Head" not in shown(stock)[0], "the mend is no longer needed"
    assert "Head" in shown(laid(html, css))[0]


def test_a_head_without_room_for_its_note_goes_over_with_its_rows() -> None:
    note = "<span>one<br>two</span>"
    html = f"<p>a<br>b{note}<table><thead><tr><th>Head{note}<tbody><tr><td>row<tr><td>row</table>"
    css = LINES.replace("margin: 0 }", "margin: 0; max-height: 30px }", 1) + NOTES
    css += "span { footnote-policy: line } tr { break-inside: avoid } th, td { padding: 0 }"
    stock = weasyprint.HTML(string=f"<style>{css}</style>{html}").render()
    assert "row" in shown(stock)[0], "the mend is no longer needed"
    assert "Head" not in shown(stock)[0]
    first, second = shown(laid(html, css))
    assert "row" not in first
    assert [text for text in second if text in {"Head", "row"}] == ["Head", "row", "row"]


def test_notes_from_the_page_before_may_fill_the_page() -> None:
    notes = "".join(f"<span>{number}<br>{number}</span>" for number in range(6))
    css = LINES.replace("margin: 0 }", "margin: 0; max-height: 40px }", 1) + NOTES
    css += "span::footnote-call { content: none } span::footnote-marker { content: none; display: block }"
    pages = shown(laid(f"<p>a{notes}<br>b", css))
    assert [sorted(set(page)) for page in pages] == [["0", "1", "a", "b"], ["2", "3", "4"], ["5"]]


# The door


@pytest.mark.parametrize("address", ["surefoot:no.png", "https://example.org/a.png", "file:///etc/hostname"])
def test_a_page_fetches_nothing_but_its_own(address: str) -> None:
    with pytest.raises(WriterError, match="could not read a file"):
        laid(f"<img src='{address}' alt=x>", "")


def test_a_complaint_of_the_engine_is_no_log_line() -> None:
    with pytest.raises(WriterError, match="no-such-property"):
        laid("<p>a", "p { no-such-property: 1 }")


def test_another_weasyprint_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mending, "MENDED_VERSION", "71.0")
    with pytest.raises(WriterError, match=r"needs WeasyPrint 71\.0 .* here is 70\.0"):
        laid("<p>a", "")


def test_a_passage_that_is_not_there_is_not_mended() -> None:
    with pytest.raises(WriterError, match="as it was published"):
        mending.rewritten(gate, "check", "no such passage", "pass")


def test_the_mends_are_in_force_only_while_pages_are_made() -> None:
    before = weasyprint.document.LayoutContext
    laid("<p>a", "")
    assert weasyprint.document.LayoutContext is before
