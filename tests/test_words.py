"""Surefoot's own words are there in every language that it speaks."""

from __future__ import annotations

import pytest

from surefoot.words import tongue, words

LANGUAGES = ("en", "fr", "de", "es", "ar", "ru", "zh", "ja")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_way_back_counts_only_where_there_are_several(language: str) -> None:
    spoken = words(language)
    assert "2" not in spoken.way_back(1, 1)
    assert "2" in spoken.way_back(2, 3)
    assert "3" in spoken.way_back(2, 3)


def test_a_region_speaks_its_language_and_an_unknown_language_english() -> None:
    assert words("de-AT") == words("DE") == words("de")
    assert words("tlh") == words("en")


@pytest.mark.parametrize("language", ["en", "EN-gb", "de-AT", "AR", "zh-Hans"])
def test_words_in_the_documents_own_language_need_no_mark(language: str) -> None:
    assert not tongue(language)


@pytest.mark.parametrize("language", ["fa", "FA", "enm", "x-nobody"])
def test_words_lent_by_english_are_marked_as_such(language: str) -> None:
    assert tongue(language) == "en"
