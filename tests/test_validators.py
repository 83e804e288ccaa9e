"""The outside judges find no fault with the brief and the kitchen sink, and each sees a planted one."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest

import validators

Files = Mapping[str, Path]

SCHEMES = ("light", "dark")


def test_the_pdf_conforms_to_pdf_ua(built_brief: Files) -> None:
    assert validators.pdf_ua(built_brief["pdf"]) == []


def test_the_pdf_is_fit_for_the_archive(built_brief: Files) -> None:
    assert validators.pdf_a(built_brief["pdf"]) == []


def test_the_epub_earns_no_error_no_warning_and_no_remark(built: Files) -> None:
    assert validators.epub(built["epub"]) == []


def test_the_epub_is_accessible_by_every_rule_of_ace(built: Files) -> None:
    assert validators.ace(built["epub"]) == []


def test_the_page_is_valid_html(built_brief: Files) -> None:
    assert validators.html(built_brief["html"]) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_page_is_accessible_by_every_rule(built_brief: Files, scheme: str) -> None:
    assert validators.accessibility(built_brief["html"], scheme) == []


def test_the_judge_of_pdf_sees_a_missing_structure_tree(built_brief: Files, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.pdf"
    with pikepdf.open(built_brief["pdf"]) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(damaged)
    assert validators.pdf_ua(damaged)


@pytest.mark.parametrize(
    ("key", "complaint"), [("/OutputIntents", "PDFA3A-DEVICE-RGB"), ("/Metadata", "ISO_19005_3:6.6.2.1")]
)
def test_the_judges_of_the_archive_see_what_is_missing(
    built_brief: Files, tmp_path: Path, key: str, complaint: str
) -> None:
    damaged = tmp_path / "damaged.pdf"
    with pikepdf.open(built_brief["pdf"]) as pdf:
        del pdf.Root[key]
        pdf.save(damaged)
    assert any(complaint in each for each in validators.pdf_a(damaged))


def test_the_judge_of_epub_sees_a_link_that_leads_nowhere(built_brief: Files, tmp_path: Path) -> None:
    damaged = _rewritten(built_brief["epub"], tmp_path, b'href="#fn-1"', b'href="#nowhere"')
    assert any("RSC-012" in complaint for complaint in validators.epub(damaged))


def test_ace_sees_a_role_that_there_is_not_and_a_book_that_does_not_say_what_it_asks_of_a_reader(
    built_brief: Files, tmp_path: Path
) -> None:
    damaged = _rewritten(built_brief["epub"], tmp_path, b'role="doc-noteref"', b'role="nothing"')
    complaints = validators.ace(
        _rewritten(damaged, tmp_path, b'schema:accessMode"', b'schema:typicalAgeRange"')
    )
    assert {each.split(":")[0] for each in complaints} == {
        "critical aria-roles",
        "moderate epub-type-has-matching-role",
        "serious metadata-accessmode",
    }


def test_the_judge_of_html_sees_a_repeated_id(built_brief: Files, tmp_path: Path) -> None:
    damaged = _altered(built_brief["html"], tmp_path, 'id="fn-2"', 'id="fn-1"')
    assert any("Duplicate ID" in complaint for complaint in validators.html(damaged))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_judge_of_accessibility_sees_pale_text(built_brief: Files, tmp_path: Path, scheme: str) -> None:
    damaged = _altered(
        built_brief["html"], tmp_path, "</head>", "<style>p { color: #777 !important }</style></head>"
    )
    assert any("color-contrast" in complaint for complaint in validators.accessibility(damaged, scheme))


def _altered(path: Path, folder: Path, old: str, new: str) -> Path:
    text = path.read_text(encoding="utf-8")
    assert old in text
    target = folder / path.name
    target.write_text(text.replace(old, new), encoding="utf-8")
    return target


def _rewritten(book: Path, folder: Path, old: bytes, new: bytes) -> Path:
    damaged = folder / f"damaged-{book.name}"
    with zipfile.ZipFile(book) as whole, zipfile.ZipFile(damaged, "w") as copy:
        for member in whole.infolist():
            copy.writestr(member, whole.read(member).replace(old, new))
    return damaged
