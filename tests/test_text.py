"""The declared equality: what typesetting may change is nothing, everything else is something."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surefoot.text import CLAIM_LENGTH, address, claim, fold, without_address


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.sampled_from("abcXYZ0189²³⁴ⁿßéжΩ中"), st.sampled_from("abcXYZ0189²³⁴ⁿßéжΩ中"))
def test_a_letter_a_digit_or_a_superscript_always_counts(text: str, one: str, other: str) -> None:
    assert (fold(text + one) == fold(text + other)) == (one == other)


@given(st.text(st.characters(categories=["L", "Nd"]), min_size=1))
def test_no_letter_is_ever_dropped(text: str) -> None:
    assert len(fold(text)) >= len(unicodedata.normalize("NFC", text)) or fold(text) == fold(
        unicodedata.normalize("NFKC", text)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a b\n\tc", "abc"),
        ("co\u00adoperate", "cooperate"),
        ("co\u2010operate", "co-operate"),
        ("office ﬁnd", "office find"),
        ("“a” ‘b’", "\"a\" 'b'"),
        ("1914–1918", "1914-1918"),
        ("e\u0301", "é"),
        ("wait…", "wait..."),
        ("می\u200cخواهم", "میخواهم"),
    ],
)
def test_what_typesetting_may_change_is_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("x²", "x2"), ("a", "A"), ("co-op", "coop"), ("½", "1/2"), ("e", "é")]
)
def test_what_an_author_meant_to_differ_differs(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=300))
def test_a_claim_is_the_end_of_the_prose(before: str) -> None:
    assert fold(before).endswith(claim(before))
    assert len(claim(before)) <= CLAIM_LENGTH


@pytest.mark.parametrize(
    ("written", "uri"),
    [
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/é?q=ж", "https://example.org/%C3%A9?q=%D0%B6"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
    ],
)
def test_an_address_is_an_ascii_uri_and_keeps_its_escapes(written: str, uri: str) -> None:
    assert address(written) == uri
    assert address(uri) == uri


def test_a_link_that_prints_its_address_adds_no_words() -> None:
    assert without_address("https://example.org", "https://example.org") == ""
    assert without_address("https://example.org/é/\n[x]", "https://example.org/%C3%A9/%5Bx%5D") == ""
    assert without_address("the site", "https://example.org") == "the site"
