"""The package of an e-book says what the front matter says, in the terms of libraries and shops."""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

import validators
from surefoot.composition import Composition
from surefoot.model import Metadata
from surefoot.source import read
from surefoot.writers.epub import EpubWriter
from surefoot.writers.epub.package.accessibility import assess
from surefoot.writers.epub.package.metadata import statements

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

FULL = """title: Clean air
lang: en
author:
- given: Jane
  family: Doe
  role: Fellow
- Institute for Air
editor: Ravi Rao
translator:
- name: Zoë Ax
  file-as: Ax, Zoë
contributor:
- name: Kim Lee
  role: Illustrator
doi: 10.1234/air
isbn: 0-306-40615-2
belongs-to-collection: Papers on Air
group-position: 7
accessibility:
  conforms-to: WCAG 2.2 AA
  certified-by: Access Lab
  certified-on: 2026-11-21
  credential: Member of a society
  report: https://example.org/report"""
_EMPTY = Composition(Metadata("T"), Element("span"), Element("div"), (), (), ())
PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJ"
    "RU5ErkJggg=="
)

Package = Callable[..., Element]
Source = Callable[[str], Path]


def book(source: Source, front: str, text: str = "Text.^[A note.]") -> bytes:
    return EpubWriter().write(read(source(f"---\n{front}\n---\n\n{text}\n"))).data


def package(data: bytes) -> Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return fromstring(archive.read("EPUB/content.opf"))


@pytest.fixture
def said(source: Source) -> Element:
    return package(book(source, FULL))


def refined(root: Element, tag: str) -> dict[str | None, dict[str, str | None]]:
    """Return the elements of a kind by their text, and what refines each."""
    refinements = defaultdict(dict)
    for meta in root.iter(f"{OPF}meta"):
        refinements[(meta.get("refines") or "#").removeprefix("#")][meta.get("property")] = meta.text
    return {each.text: refinements[each.get("id")] for each in root.iter(tag)}


def stated(root: Element, prop: str) -> list[str | None]:
    return [meta.text for meta in root.iter(f"{OPF}meta") if meta.get("property") == prop]


def features(root: Element) -> set[str | None]:
    return set(stated(root, "schema:accessibilityFeature"))


def test_those_who_sign_are_creators_in_order_with_their_role_and_place_in_an_index(said: Element) -> None:
    assert refined(said, f"{DC}creator") == {
        "Jane Doe": {"role": "aut", "file-as": "Doe, Jane"},
        "Institute for Air": {"role": "aut"},
    }


def test_those_who_helped_are_contributors_with_what_they_did(said: Element) -> None:
    found = refined(said, f"{DC}contributor")
    assert {name: each["role"] for name, each in found.items()} == {
        "Ravi Rao": "edt",
        "Zoë Ax": "trl",
        "Kim Lee": "ill",
    }
    assert found["Zoë Ax"]["file-as"] == "Ax, Zoë"


def test_an_isbn_of_ten_digits_is_given_with_thirteen_and_a_doi_beside_it(said: Element) -> None:
    urn, *others = refined(said, f"{DC}identifier").items()
    assert (urn[0] or "").startswith("urn:uuid:")
    assert others == [
        ("urn:isbn:9780306406157", {"identifier-type": "15"}),
        ("doi:10.1234/air", {"identifier-type": "06"}),
    ]


@pytest.mark.parametrize(
    ("front", "identifiers"),
    [
        ("isbn: 978-3-16-148410-0", ["urn:isbn:9783161484100"]),
        ("doi: https://doi.org/10.1234/air", ["doi:10.1234/air"]),
        ("identifier: ABC-12", ["ABC-12"]),
        (
            "identifier:\n- scheme: DOI\n  text: 10.1234/air\n- scheme: ISBN-13\n  text: 9783161484100",
            ["urn:isbn:9783161484100", "doi:10.1234/air"],
        ),
    ],
)
def test_each_identifier_is_given_once(source: Source, front: str, identifiers: list[str]) -> None:
    _, *others = package(book(source, f"title: T\nlang: en\n{front}")).iter(f"{DC}identifier")
    assert [each.text for each in others] == identifiers


@pytest.mark.parametrize(
    ("front", "same"),
    [
        ("isbn: 0-306-40615-2", "isbn: 978-0-306-40615-7"),
        ("doi: 10.1234/AIR", "doi: https://doi.org/10.1234/air"),
        ("doi: 10.1234/air", "identifier: [ABC-12, 'doi:10.1234/Air']"),
    ],
)
def test_a_book_is_the_same_however_its_number_is_spelt(source: Source, front: str, same: str) -> None:
    one, other = (
        next(package(book(source, f"title: T\nlang: en\n{each}")).iter(f"{DC}identifier"))
        for each in (front, same)
    )
    assert one.text == other.text


def test_a_uuid_of_the_authors_own_is_the_unique_identifier(source: Source) -> None:
    urn = "urn:uuid:0b1c2d3e-0000-4000-8000-000000000001"
    root = package(book(source, f"title: T\nlang: en\nidentifier: {urn}"))
    assert {each.text: each.get("id") for each in root.iter(f"{DC}identifier")} == {
        urn: root.get("unique-identifier")
    }


def test_an_address_in_the_rights_is_not_lost(source: Source) -> None:
    front = (
        "title: T\nlang: en\nrights: CC BY at https://example.org/by, see [terms](https://example.org/terms)"
    )
    (rights,) = package(book(source, front)).iter(f"{DC}rights")
    assert rights.text == "CC BY at https://example.org/by, see terms (https://example.org/terms)"


def test_a_series_is_a_collection_in_which_the_book_has_its_number(said: Element) -> None:
    assert stated(said, "belongs-to-collection") == ["Papers on Air"]
    assert stated(said, "collection-type") == ["series"]
    assert stated(said, "group-position") == ["7"]


@pytest.mark.parametrize("series", ["[air, towns]", "true"])
def test_what_other_tools_call_a_series_is_theirs(source: Source, series: str) -> None:
    assert not stated(package(book(source, f"title: T\nlang: en\nseries: {series}")), "belongs-to-collection")


def test_conformance_is_claimed_with_the_name_of_who_found_it(said: Element) -> None:
    assert stated(said, "dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]
    assert stated(said, "a11y:certifiedBy") == ["Access Lab"]
    assert stated(said, "a11y:certifierCredential") == ["Member of a society"]
    assert stated(said, "dcterms:date") == ["2026-11-21"]
    links = {link.get("rel"): link.get("href") for link in said.iter(f"{OPF}link")}
    assert links["a11y:certifierReport"] == "https://example.org/report"
    assert "Access Lab" not in str(stated(said, "schema:accessibilitySummary"))


def test_without_an_evaluation_nothing_is_claimed(source: Source) -> None:
    root = package(book(source, "title: T\nlang: en"))
    assert not stated(root, "dcterms:conformsTo")
    assert not stated(root, "a11y:certifiedBy")


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("# One\n\nText.", "structuralNavigation"),
        ("The $x^2$.", "MathML"),
        (f"![A pixel]({PIXEL})", "alternativeText"),
    ],
)
def test_a_feature_is_named_where_the_book_has_it_and_nowhere_else(
    source: Source, text: str, feature: str
) -> None:
    front = "title: T\nlang: en"
    assert feature in features(package(book(source, front, text)))
    assert feature not in features(package(book(source, front)))


def test_a_book_with_pictures_asks_for_eyes_and_is_enough_for_ears_if_all_are_described(
    source: Source,
) -> None:
    front = "title: T\nlang: en"
    described = package(book(source, front, f"![A pixel]({PIXEL})"))
    assert stated(described, "schema:accessMode") == ["textual", "visual"]
    assert stated(described, "schema:accessModeSufficient") == ["textual", "textual,visual"]
    silent = package(book(source, front, f"![]({PIXEL})"))
    assert stated(silent, "schema:accessModeSufficient") == ["textual,visual"]
    assert "alternativeText" not in features(silent)


def test_of_a_book_in_its_authors_own_style_it_is_not_said_that_the_text_adapts(
    source: Source, tmp_path: Path
) -> None:
    (tmp_path / "house.css").write_text("p { font-size: 9px }")
    root = package(book(source, "title: T\nlang: en\ntheme:\n  css: house.css"))
    assert "displayTransformability" not in features(root)


@pytest.mark.parametrize(
    ("language", "words", "tagged"),
    [
        ("de-AT", "Jede Anmerkung", "de-AT"),
        ("fr", "Chaque note", "fr"),
        ("ar", "كل حاشية", "ar"),
        ("ja", "各注は", "ja"),
        ("fi", "Every note", "en"),
    ],
)
def test_the_summary_is_in_the_language_of_the_document(
    source: Source, language: str, words: str, tagged: str
) -> None:
    (summary,) = (
        meta
        for meta in package(book(source, f"title: T\nlang: {language}")).iter(f"{OPF}meta")
        if meta.get("property") == "schema:accessibilitySummary"
    )
    assert words in (summary.text or "")
    assert summary.get(LANG) == tagged


@pytest.mark.parametrize(("language", "direction"), [("he", "ltr"), ("ar", None)])
def test_an_english_summary_runs_from_left_to_right(
    source: Source, language: str, direction: str | None
) -> None:
    (summary,) = (
        meta
        for meta in package(book(source, f"title: T\nlang: {language}")).iter(f"{OPF}meta")
        if meta.get("property") == "schema:accessibilitySummary"
    )
    assert summary.get("dir") == direction


def test_a_book_with_all_metadata_is_valid(source: Source, tmp_path: Path) -> None:
    file = tmp_path / "book.epub"
    file.write_bytes(book(source, FULL))
    assert validators.epub(file) == []


def test_a_title_of_another_type_is_a_title_of_the_book_too(source: Source) -> None:
    front = "lang: en\ntitle:\n- type: main\n  text: The air\n  file-as: Air, The\n- type: short\n  text: Air"
    assert refined(package(book(source, front)), f"{DC}title") == {
        "The air": {"title-type": "main", "file-as": "Air, The"},
        "Air": {"title-type": "short"},
    }


CLAIM = "title: T\nlang: en\naccessibility:\n  conforms-to: WCAG 2.2 AA\n  certified-by: Access Lab"


@pytest.mark.parametrize("silent", [f"![]({PIXEL})", f'Text <img src="{PIXEL}" alt="">.'])
def test_a_claim_beside_a_picture_without_words_earns_a_warning(source: Source, silent: str) -> None:
    (warning,) = read(source(f"---\n{CLAIM}\n---\n\n{silent}\n")).warnings
    assert "EPUB Accessibility 1.1 - WCAG 2.2 Level AA" in warning.what
    assert warning.line == 9
    assert not read(source(f"---\ntitle: T\nlang: en\n---\n\n{silent}\n")).warnings


@pytest.mark.parametrize(
    "picture",
    [
        f"![A pixel]({PIXEL})",
        f"![]({PIXEL}){{role=presentation}}",
        f'Text <img src="{PIXEL}" alt="" role="none">.',
    ],
)
def test_a_claim_beside_pictures_with_words_or_mere_adornments_stands(source: Source, picture: str) -> None:
    path = source(f"---\n{CLAIM}\n---\n\n{picture}\n")
    assert not read(path).warnings
    root = package(EpubWriter().write(read(path)).data)
    assert "textual" in stated(root, "schema:accessModeSufficient")


def test_a_picture_of_raw_html_keeps_its_long_description(source: Source) -> None:
    text = f'Text <img src="{PIXEL}" alt="A pixel" aria-details="long">.\n\n::: {{#long}}\nGrey.\n:::'
    assert "longDescription" in features(package(book(source, "title: T\nlang: en", text)))


def test_pages_are_those_of_an_edition_with_publisher_title_and_date() -> None:
    metadata = Metadata("Clean air", publisher="Institute", date="2026-11-20", language="de")
    (_, *_, told) = statements(metadata, "urn:x", assess(_EMPTY, (), paged=True), "air.pdf")
    assert told.value == "Institute, Clean air, PDF-Ausgabe, 2026-11-20 (air.pdf)"
