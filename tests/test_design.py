"""The design: its variables, and a report that holds everything a source can hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from surefoot import design, theme


@pytest.mark.parametrize("sheet", ["design.css", "page.css", "book.css", "print.css", "scripts.css"])
def test_a_style_sheet_uses_no_variable_that_authors_are_not_told_of(sheet: str) -> None:
    assert set(re.findall(r"var\(--([\w-]+)\)", theme.text(sheet))) <= set(design.variables())


def test_no_variable_is_told_of_that_no_style_sheet_uses() -> None:
    sheets = "".join(theme.text(sheet) for sheet in ("design.css", "page.css", "print.css"))
    assert {name for name in design.variables() if f"var(--{name})" not in sheets} == set()


def test_the_kitchen_sink_holds_in_every_format(built_kitchen_sink: Mapping[str, Path]) -> None:
    assert all(file.is_file() for file in built_kitchen_sink.values())
