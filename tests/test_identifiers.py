"""Identifiers are known for what they are, however they are written."""

from __future__ import annotations

import pytest

from surefoot.identifiers import doi, dois, is_isbn, uuid


@pytest.mark.parametrize(
    "written",
    [
        "10.1234/a(5)",
        "doi:10.1234/a(5)",
        "DOI: 10.1234/a(5)",
        "https://doi.org/10.1234/a(5)",
        "http://dx.doi.org/10.1234/a(5)",
    ],
)
def test_a_doi_is_one_with_and_without_what_stands_before_it(written: str) -> None:
    assert doi(written) == "10.1234/a(5)"


@pytest.mark.parametrize(
    "written", ["", "urn:isbn:9783161484100", "10.1234", "https://example.org/10.1234/a"]
)
def test_nothing_else_is_a_doi(written: str) -> None:
    assert not doi(written)


@pytest.mark.parametrize(
    "written", ["9783161484100", "ISBN 978-3-16-148410-0", "urn:isbn:9783161484100", "3-16-148410-X"]
)
def test_an_isbn_is_the_same_in_its_old_form_and_in_its_new_one(written: str) -> None:
    assert is_isbn(written, "978-3-16-148410-0")


@pytest.mark.parametrize(
    ("written", "isbn"),
    [
        ("urn:nbn:de:9783161484100", "978-3-16-148410-0"),
        ("urn:nbn:de:9783161484100-1", "978-3-16-148410-0"),
        ("9783161484117", "978-3-16-148410-0"),
        ("", ""),
    ],
)
def test_an_identifier_with_the_figures_of_an_isbn_among_others_is_none(written: str, isbn: str) -> None:
    assert not is_isbn(written, isbn)


def test_of_several_identifiers_each_doi_is_one_whatever_its_case() -> None:
    assert dois(["10.1234/Air", "ABC-12", "doi:10.1234/AIR", "10.1234/b"]) == ["10.1234/Air", "10.1234/b"]


def test_a_uuid_is_one_urn_with_and_without_its_scheme() -> None:
    urn = "urn:uuid:0b1c2d3e-0000-4000-8000-00000000000a"
    assert uuid(urn) == uuid(urn.removeprefix("urn:uuid:").upper()) == urn
    assert not uuid("urn:uuid:0b1c2d3e")
