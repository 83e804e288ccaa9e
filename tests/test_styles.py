"""A citation style is found by file or by name; one that is not there is refused, with the way to get it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from surefoot.errors import SourceError
from surefoot.model import Document
from surefoot.source import Given, read, styles

STYLES = Path(__file__).parent / "styles"
Read = Callable[..., Document]


@pytest.fixture
def document(source: Callable[[str], Path]) -> Read:
    def reading(csl: str = "", given: str = "") -> Document:
        named = f"csl: {csl}\n" if csl else ""
        work = "{id: doe, type: book, author: [{family: Doe, given: Jane}], issued: 2020, title: One}"
        text = f"---\ntitle: T\nlang: en\n{named}references: [{work}]\n---\n\nSaid [@doe, p. 3].\n"
        return read(source(text), Given(csl=given))

    return reading


def marks(document: Document) -> list[str]:
    return [citation.mark for citation in document.citations]


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("apa", "Doe,2020,p.3"),
        ("APA.csl", "Doe,2020,p.3"),
        ("ieee", "1,p.3"),
        ("https://www.zotero.org/styles/apa", "Doe,2020,p.3"),
        ("https://raw.githubusercontent.com/citation-style-language/styles/master/apa.csl", "Doe,2020,p.3"),
    ],
)
def test_a_style_of_the_collection_goes_by_its_name(document: Read, name: str, mark: str) -> None:
    assert marks(document(name)) == [mark]
    assert marks(document(given=name)) == [mark]


def test_a_dependent_style_stands_for_its_parent(document: Read) -> None:
    assert [name for name, _ in document("zookeys").inputs] == ["pensoft-journals.csl"]


def test_a_style_that_was_renamed_is_found_by_its_old_name(document: Read) -> None:
    assert [name for name, _ in document("aaa").inputs] == ["american-anthropological-association.csl"]


def test_a_file_beside_the_source_comes_before_the_collection(document: Read, tmp_path: Path) -> None:
    (tmp_path / "apa.csl").write_bytes((STYLES / "numeric.csl").read_bytes())
    assert marks(document("apa")) == ["1,p.3"]


def test_a_dependent_style_may_be_a_file(document: Read, tmp_path: Path) -> None:
    (tmp_path / "ours.csl").write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>Ours</title>'
        "<link rel='independent-parent' href='http://www.zotero.org/styles/apa'/></info></style>"
    )
    assert marks(document("ours.csl")) == ["Doe,2020,p.3"]


def test_the_verdict_s_inputs_name_the_style_that_was_used(document: Read) -> None:
    ((name, fingerprint),) = document("apa").inputs
    assert (name, len(fingerprint)) == ("apa.csl", 64)


@pytest.mark.parametrize("name", ["../apa", "no/such", "nothing.csl", "https://example.org/apa"])
def test_a_style_that_is_not_there_is_refused(document: Read, name: str) -> None:
    with pytest.raises(SourceError, match="is not there"):
        document(name)


def test_a_misspelt_name_is_answered_with_those_near_it(document: Read) -> None:
    with pytest.raises(SourceError, match=r"Is it one of these: chicago-author-date,"):
        document("chicago-authordate")


def test_without_the_collection_a_name_says_how_to_get_it(
    document: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(styles, "PACKAGE", "no_package_of_this_name")
    with pytest.raises(SourceError) as refusal:
        document("apa")
    assert str(refusal.value).endswith(
        "source.md:4: The citation style “apa” is not there. "
        "Save the CSL file beside the source and name it, "
        "install the collection of styles (`pip install 'surefoot[styles]'`), "
        "or leave `csl` out for Surefoot's own note style."
    )


def test_without_the_collection_a_dependent_file_names_what_it_needs(
    document: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ours.csl").write_text(
        '<style><link href="https://x/styles/apa" rel="independent-parent"/></style>'
    )
    monkeypatch.setattr(styles, "PACKAGE", "no_package_of_this_name")
    with pytest.raises(SourceError, match=r"“ours\.csl” needs “https://x/styles/apa”, which is not there\."):
        document("ours.csl")
