"""Surefoot's own words are there in every language that it speaks."""

from __future__ import annotations

import pytest

from surefoot.words import words

LANGUAGES = ("en", "fr", "de", "es", "ar", "ru", "zh", "ja")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_way_back_counts_only_where_there_are_several(language: str) -> None:
    spoken = words(language)
    assert "2" not in spoken.way_back(1, 1)
    assert "2" in spoken.way_back(2, 3)
    assert "3" in spoken.way_back(2, 3)


def test_a_region_speaks_its_language_and_an_unknown_language_english() -> None:
    assert words("de-AT") == words("de")
    assert words("tlh") == words("en")
