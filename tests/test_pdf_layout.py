"""The layout: every note where it belongs, and what is done where the engine cannot keep it there."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest

from paged import WORDS, page_texts
from surefoot import theme
from surefoot.errors import WriterError
from surefoot.inspectors.pdf import PdfInspector
from surefoot.writers.pdf import gate, print_out
from surefoot.writers.pdf.layout import lay_out
from surefoot.writers.pdf.notes import Placement
from surefoot.writers.pdf.sheet import dress


def test_a_caption_stays_with_the_head_and_two_rows(composed: Callable) -> None:
    tables = [
        f"{'Line.' * (number % 5)}\n\n{WORDS * (number % 3)}\n\n: Caption{number} {WORDS}\n\n"
        f"| Head{number} | |\n|---|---|\n| first{number} | {WORDS} |\n| second{number} | |\n| third | |\n"
        for number in range(24)
    ]
    pages = page_texts(print_out(composed("\n".join(tables))))
    for number in range(24):
        (page,) = (page for page in pages if f"Caption{number} " in page)
        assert {f"Head{number}", f"first{number}", f"second{number}"} <= set(page.split())


def test_two_rows_that_want_a_page_leave_no_caption_behind(composed: Callable) -> None:
    table = f": Caption\n\n| Head | |\n|---|---|\n| first | {WORDS * 22} |\n| second | {WORDS * 22} |\n"
    pages = page_texts(print_out(composed(f"{WORDS * 9}\n\n{table}")))
    (page,) = (page for page in pages if "Caption" in page)
    assert "first" in page.split()


def test_a_rounding_error_does_not_send_a_note_to_the_next_page(composed: Callable) -> None:
    composition = composed(f"{WORDS * 3}[^a]\n\n{WORDS * 3}\n\n[^a]: {WORDS * 2}\n")
    assert len(lay_out(composition).rendering.pages) == 1


def test_a_note_that_no_page_can_hold_is_set_behind_its_paragraph(
    composed: Callable, caplog: pytest.LogCaptureFixture
) -> None:
    code = "\n".join(f"    line {number}" for number in range(90))
    composition = composed(f"Here.[^a]\n\nThere.\n\n[^a]: Code:\n\n    ```\n{code}\n    ```\n")
    with caplog.at_level(logging.WARNING):
        made = print_out(composition)
    (message,) = caplog.messages
    assert message.startswith("In the PDF, some notes stand behind the paragraphs that call them (1): ")
    text = "".join(page_texts(made))
    assert text.index("line 89") < text.index("There.")
    assert len(PdfInspector().inspect(made).citations) == 1


@pytest.mark.parametrize(
    ("failures", "said"),
    [
        (3, "some notes stand behind the paragraphs that call them (1, 2, 3)"),
        (4, "all notes stand at the end"),
    ],
)
def test_each_remedy_is_tried_and_the_log_says_only_what_came_of_it(
    failures: int,
    said: str,
    composed: Callable,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    troubles = [(gate.Trouble("Lost.", 0, f"fn-{number}"),) for number in range(1, failures + 1)]
    monkeypatch.setattr(gate, "check", lambda *_: troubles.pop(0) if troubles else ())
    notes = "\n\n".join(f"[^{number}]: Note." for number in range(1, 5))
    with caplog.at_level(logging.WARNING):
        layout = lay_out(composed(f"One[^1], two[^2], three[^3], four.[^4]\n\n{notes}\n"))
    assert troubles == []
    assert layout.placement.at_end == (failures > 3)
    assert caplog.messages == [f"In the PDF, {said}: otherwise words would be lost or covered."]


def test_notes_stand_at_the_end_where_nothing_else_helps(composed: Callable) -> None:
    composition = composed("Here.[^a]\n\nThere.\n\n[^a]: Note.\n")
    root = dress(composition.copy(), Placement(at_end=True)).root
    section = root.find("body/section")
    assert section is not None
    assert [child.tag for child in section] == ["h2", "fn-note"]


def test_a_document_without_trouble_is_laid_out_without_remedies(
    composed: Callable, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        print_out(composed(f"{WORDS}[^a]\n\n[^a]: Note.\n"))
    assert caplog.text == ""


def test_what_no_layout_can_hold_is_refused_by_name(
    composed: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    composition = composed("Unseen words.\n")
    theme_text = theme.text
    monkeypatch.setattr(theme, "text", lambda name: theme_text(name) + "p { display: none }")
    with pytest.raises(WriterError, match=r"“unseenwords\.” was laid out as “”"):
        print_out(composition)
