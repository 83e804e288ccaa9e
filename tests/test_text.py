"""The declared equality: what typesetting may change is nothing, everything else is something."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surefoot.text import (
    CLAIM_LENGTH,
    LINE_END,
    absolute,
    address,
    claim,
    fold,
    ordinal,
    printed_address,
    spaced,
    told,
    without_address,
)


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


def test_a_claim_reaches_back_as_far_as_it_says_and_over_spaces() -> None:
    letters = "".join(chr(ord("a") + rank % 26) for rank in range(200))
    assert claim(letters) == letters[-CLAIM_LENGTH:]
    assert claim("  ".join(letters)) == letters[-CLAIM_LENGTH:]
    assert claim("A short one.") == "Ashortone."


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("  one \n two\t", "one two"),
        ("“one”  zwei–drei", '"one" zwei-drei'),
        (f"one{LINE_END}two", f"one{LINE_END}two"),
        (f"é{LINE_END}two", f"é{LINE_END}two"),
        (f"é {LINE_END} two", "é two"),
        (f"é{LINE_END}{LINE_END}two", f"é{LINE_END}two"),
        (f"{LINE_END}é ß{LINE_END}", "é ß"),
        (f"é{LINE_END}\u00ad{LINE_END}ß", f"é{LINE_END}ß"),
        ("é \u00ad ß", "é ß"),
        ("`one` two", "'one' two"),
        ("", ""),
        ("é", "é"),
    ],
)
def test_words_are_folded_one_by_one_with_one_space_between(written: str, words: str) -> None:
    assert spaced(written) == words


@given(st.text())
def test_spacing_keeps_every_letter(text: str) -> None:
    assert fold(spaced(text)) == fold(text)


@pytest.mark.parametrize(
    ("words", "target", "printed"),
    [
        ("https://example.org/a", "https://example.org/a", "https://example.org/a"),
        (f"https://example{LINE_END}.org/a", "https://example.org/a", "https://example.org/a"),
        ("mailto:me@example.org", "mailto:me@example.org", "mailto:me@example.org"),
        ("https://example.org/b", "https://example.org/a", "https://example.org/b"),
        (f"https://exa{LINE_END}mple.org/b", "https://example.org/a", "https://example.org/b"),
        ("https://example.org/b and more", "https://example.org/a", ""),
        ("mailto:me@example.org", "https://example.org/a", ""),
        ("the site", "https://example.org/a", ""),
        ("", "https://example.org/a", ""),
    ],
)
def test_a_link_prints_an_address_or_words(words: str, target: str, printed: str) -> None:
    assert printed_address(words, target) == printed


def test_a_link_of_the_prose_tells_what_it_prints_if_that_is_another_address() -> None:
    target = "https://example.org/a"
    assert told("", target) == told(target, target) == target
    assert told("https://example.org/b", target) == "https://example.org/b → https://example.org/a"


@pytest.mark.parametrize(
    ("url", "leads_out"),
    [("https://example.org", True), (" mailto:a@b ", True), ("#here", False), ("page.html", False)],
)
def test_an_address_with_a_scheme_leads_out(url: str, leads_out: bool) -> None:  # noqa: FBT001 - an expectation
    assert absolute(url) is leads_out


@pytest.mark.parametrize(
    ("url", "uri"),
    [
        ("  https://example.org/a  ", "https://example.org/a"),
        ("https://[2001:db8::1]/[x]?[y]#[z]", "https://[2001:db8::1]/%5Bx%5D?%5By%5D#%5Bz%5D"),
        ("mailto:[a]@b", "mailto:%5Ba%5D@b"),
        ('https://e.org/"<>\\^`{|}', "https://e.org/%22%3C%3E%5C%5E%60%7B%7C%7D"),
        ("https://ex ample.org", "https://ex%20ample.org"),
    ],
)
def test_what_no_uri_may_hold_is_encoded(url: str, uri: str) -> None:
    assert address(url) == uri


@pytest.mark.parametrize(
    ("number", "manner", "written"),
    [
        *((4, "1", "4"), (0, "1", "0"), (-2, "a", "-2"), (0, "i", "0")),
        *((1, "a", "a"), (26, "a", "z"), (27, "a", "aa"), (52, "A", "AZ"), (703, "a", "aaa")),
        *(
            (4, "i", "iv"),
            (9, "I", "IX"),
            (1994, "i", "mcmxciv"),
            (3999, "I", "MMMCMXCIX"),
            (4000, "i", "4000"),
        ),
    ],
)
def test_the_number_of_an_item_is_written_as_its_list_wants_it(
    number: int, manner: str, written: str
) -> None:
    assert ordinal(number, manner) == written


_FIGURES = {
    "m": 1000, "cm": 900, "d": 500, "cd": 400, "c": 100, "xc": 90, "l": 50, "xl": 40, "x": 10, "ix": 9,
    "v": 5, "iv": 4, "i": 1,
}  # fmt: skip


def test_a_roman_number_has_the_greatest_figures_first() -> None:
    for number in range(1, 4000):
        written, left = "", number
        for figure, value in _FIGURES.items():
            written += figure * (left // value)
            left %= value
        assert ordinal(number, "i") == written
        assert ordinal(number, "I") == written.upper()


@pytest.mark.parametrize("number", [-1, 0])
@pytest.mark.parametrize("manner", ["1", "a", "A", "i", "I"])
def test_a_number_that_counts_nothing_is_written_in_figures(number: int, manner: str) -> None:
    assert ordinal(number, manner) == str(number)
