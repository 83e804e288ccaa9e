"""Dates have one meaning, and are printed in the document's language."""

from __future__ import annotations

import pytest

from surefoot.dates import iso, printed


@pytest.mark.parametrize(
    ("written", "language", "words"),
    [
        ("2021-04-15", "en-US", "April 15, 2021"),
        ("2021-04-15", "en-GB", "15 April 2021"),
        ("2021-04-15", "DE", "15. April 2021"),
        ("2021-04-15", "zh-Hans-CN", "2021年4月15日"),
        ("2021-04-15", "x-nobody", "April 15, 2021"),
        ("2021-04", "en-GB", "April 2021"),
        ("2021-04", "es", "abril de 2021"),
        ("2021-04", "ja", "2021年4月"),
        ("2021", "en", "2021"),
        ("2021", "zh", "2021年"),
    ],
)
def test_a_day_a_month_and_a_year_are_printed_in_words(written: str, language: str, words: str) -> None:
    assert printed(written, language) == words
    assert iso(written) == written


@pytest.mark.parametrize(
    "written",
    [
        "2021-04-15T10:00",
        "2021-04-15T23:30:00-0700",
        "2021-04-15T11:30:00.5Z",
        "2021-04-15 11:30:00 +02:00",
    ],
)
def test_the_time_of_day_is_left_out(written: str) -> None:
    assert printed(written, "en-GB") == "15 April 2021"
    assert iso(written) == "2021-04-15"


@pytest.mark.parametrize(
    "written",
    [
        "Spring 2021",
        "2021-13-45",
        "2021-02-30",
        "2021-13",
        "0000",
        "2021-4-5",
        "20210415",
        "2021-W15",
        "2021-04T10:00",
        "2021-04-15 in the morning",
        "２０２１",
        "2021-04-",
        "",
    ],
)
def test_what_is_no_date_of_iso_8601_in_full_is_printed_as_written_and_no_machine_is_told(
    written: str,
) -> None:
    assert printed(written, "en") == written
    assert not iso(written)
