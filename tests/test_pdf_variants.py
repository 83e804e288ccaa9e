"""The kinds of PDF: what each one claims, and that the default keeps both of its claims."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

import validators
from conftest import ROOT
from surefoot.errors import UsageError
from surefoot.model import PDF_VARIANTS, Settings
from surefoot.source import read
from surefoot.writers.pdf import PdfWriter, print_out
from surefoot.writers.pdf.archive import variants
from tagged import EVERYTHING, opened

SAMPLES = sorted((ROOT / "tests" / "samples").glob("*.md"))


@pytest.fixture
def made(composed: Callable) -> Callable[[str, str], bytes]:
    """Print a text in a variant."""
    return lambda name, text: print_out(replace(composed(text), settings=Settings(pdf_variant=name))).data


@pytest.mark.parametrize("sample", [ROOT / "source" / "brief.md", *SAMPLES], ids=lambda path: path.stem)
def test_every_sample_is_pdf_ua_1_and_pdf_a_3a_at_once(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(PdfWriter().write(read(sample)).data)
    assert validators.pdf_ua(path) + validators.pdf_a(path) == []


def test_so_is_all_that_can_hold_a_note(source: Callable, tmp_path: Path) -> None:
    path = tmp_path / "everything.pdf"
    path.write_bytes(PdfWriter().write(read(source(f"---\ntitle: T\n---\n{EVERYTHING}"))).data)
    assert validators.pdf_ua(path) + validators.pdf_a(path) == []


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"])
def test_pictures_of_every_kind_are_fit_for_the_archive(source: Callable, tmp_path: Path, mode: str) -> None:
    suffix = "jpg" if mode == "CMYK" else "png"
    Image.new(mode, (40, 30)).save(tmp_path / f"chart.{suffix}")
    path = tmp_path / "made.pdf"
    path.write_bytes(PdfWriter().write(read(source(f"---\ntitle: T\n---\n![Chart](chart.{suffix})\n"))).data)
    assert validators.pdf_ua(path) + validators.pdf_a(path) == []


def test_a_variant_that_is_none_is_refused_and_those_that_are_are_named(made: Callable) -> None:
    with pytest.raises(UsageError, match=r"“pdf/a”\. There are ua-1, ua-2, plain, print\."):
        made("pdf/a", "Text.")


def test_the_settings_and_the_writer_know_the_same_variants() -> None:
    assert variants.NAMES == PDF_VARIANTS


def claims(pdf: pikepdf.Pdf) -> dict[str, str]:
    """What the XMP says in the two vocabularies of claims."""
    with pdf.open_metadata() as said:
        return {
            f"{vocabulary} {name}": str(said[f"{{http://www.aiim.org/{vocabulary}/ns/id/}}{name}"])
            for vocabulary in ("pdfua", "pdfa")
            for name in ("part", "rev", "conformance")
            if f"{{http://www.aiim.org/{vocabulary}/ns/id/}}{name}" in said
        }


@pytest.mark.parametrize(
    ("name", "version", "claimed"),
    [
        ("ua-1", "1.7", "pdfua part 1, pdfa part 3, pdfa conformance A"),
        ("ua-2", "2.0", "pdfua part 2, pdfua rev 2024, pdfa part 4, pdfa rev 2020, pdfa conformance F"),
        ("plain", "1.7", ""),
    ],
)
def test_a_file_claims_what_its_variant_is(made: Callable, name: str, version: str, claimed: str) -> None:
    with opened(made(name, "Text.")) as pdf:
        assert pdf.pdf_version == version
        assert ", ".join(f"{key} {value}" for key, value in claims(pdf).items()) == claimed


def test_only_what_is_for_the_archive_brings_a_colour_profile(made: Callable) -> None:
    with opened(made("ua-1", "Text.")) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == "/GTS_PDFA1"
        assert intent.DestOutputProfile.N == 3
    with opened(made("plain", "Text.")) as pdf:
        assert "/OutputIntents" not in pdf.Root


def test_a_plain_file_is_tagged_too(made: Callable) -> None:
    with opened(made("plain", "Text.")) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
