"""Dates are printed in the document's language."""

from __future__ import annotations

import pytest

from surefoot.dates import printed


@pytest.mark.parametrize(
    ("written", "language", "words"),
    [
        ("2021-04-15", "en-US", "April 15, 2021"),
        ("2021-04-15", "en-GB", "15 April 2021"),
        ("2021-04-15", "de", "15. April 2021"),
        ("2021-04-15", "zh-Hans-CN", "2021年4月15日"),
        ("2021-04-15", "x-nobody", "April 15, 2021"),
        ("Spring 2021", "en", "Spring 2021"),
        ("2021-13-45", "en", "2021-13-45"),
    ],
)
def test_an_iso_date_is_printed_in_words_and_any_other_as_written(
    written: str, language: str, words: str
) -> None:
    assert printed(written, language) == words
