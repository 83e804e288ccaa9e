"""The layout: every note where it belongs, and what is done where the engine cannot keep it there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from paged import WORDS, page_texts
from surefoot import theme
from surefoot.errors import WriterError
from surefoot.writers.pdf import print_out
from surefoot.writers.pdf.layout import lay_out


def test_a_caption_stays_with_the_head_and_two_rows(composed: Callable) -> None:
    tables = [
        f"{'Line.' * (number % 5)}\n\n{WORDS * (number % 3)}\n\n: Caption{number} {WORDS}\n\n"
        f"| Head{number} | |\n|---|---|\n| first{number} | {WORDS} |\n| second{number} | |\n| third | |\n"
        for number in range(24)
    ]
    pages = page_texts(print_out(composed("\n".join(tables))).data)
    for number in range(24):
        (page,) = (page for page in pages if f"Caption{number} " in page)
        assert {f"Head{number}", f"first{number}", f"second{number}"} <= set(page.split())


def test_two_rows_that_want_a_page_leave_no_caption_behind(composed: Callable) -> None:
    table = f": Caption\n\n| Head | |\n|---|---|\n| first | {WORDS * 22} |\n| second | {WORDS * 22} |\n"
    pages = page_texts(print_out(composed(f"{WORDS * 9}\n\n{table}")).data)
    (page,) = (page for page in pages if "Caption" in page)
    assert "first" in page.split()


def test_a_rounding_error_does_not_send_a_note_to_the_next_page(composed: Callable) -> None:
    composition = composed(f"{WORDS * 3}[^a]\n\n{WORDS * 3}\n\n[^a]: {WORDS * 2}\n")
    assert len(lay_out(composition).rendering.pages) == 1


def test_what_no_layout_can_hold_is_refused_by_name(
    composed: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    composition = composed("Unseen words.\n")
    theme_text = theme.text
    monkeypatch.setattr(theme, "text", lambda name: theme_text(name) + "p { display: none }")
    with pytest.raises(WriterError, match=r"“unseenwords\.” was laid out as “”"):
        print_out(composition)


def test_a_figure_that_is_taller_than_a_page_begins_below_the_title(composed: Callable) -> None:
    made = print_out(composed(f"---\ntitle: Title\n---\n\n![{WORDS * 90}](dot.png)\n"))
    assert {"Title", "Sustainable"} <= set(page_texts(made.data)[0].split())


def test_a_row_that_a_page_can_hold_goes_over_whole(composed: Callable) -> None:
    table = f"| Head | |\n|---|---|\n| first | {WORDS * 16} |\n"
    first, second = page_texts(print_out(composed(f"{WORDS * 22}\n\n{table}")).data)
    assert "Head" not in first.split()
    assert {"Head", "first"} <= set(second.split())
