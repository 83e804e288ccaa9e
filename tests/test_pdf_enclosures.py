"""What the PDF carries: its source, its references and its promises, byte for byte."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable

import pikepdf
import pytest

from surefoot.inspectors.pdf import PdfInspector
from surefoot.model import Document
from surefoot.source import read
from surefoot.writers.pdf import PdfWriter
from tagged import opened

CITING = """---
title: T
date: 2021-04-15
references:
- id: doe
  type: book
  title: On Air
  author: [{family: Doe}]
---

Words.[@doe]
"""


def test_the_file_carries_its_source_byte_for_byte(brief: Document, brief_pdf: bytes) -> None:
    with opened(brief_pdf) as pdf:
        carried = pdf.attachments["brief.md"].get_file().read_bytes()
    assert carried == brief.path.read_bytes()


def test_it_carries_its_promises_and_its_references(brief: Document, brief_pdf: bytes) -> None:
    with opened(brief_pdf) as pdf:
        promises, references = (
            json.loads(pdf.attachments[f"brief.{name}.json"].get_file().read_bytes())
            for name in ("promises", "references")
        )
    assert promises["sha256"] == brief.sha256
    assert [each["mark"] for each in promises["citations"]] == [each.mark for each in brief.citations]
    assert [each["id"] for each in references] == [each.key for each in brief.references]


def test_each_file_says_what_it_is_to_the_document(source: Callable) -> None:
    with opened(PdfWriter().write(read(source(CITING))).data) as pdf:
        said = {
            str(file.UF): (str(file.AFRelationship), str(file.EF.F.Subtype), bool(str(file.Desc)))
            for file in pdf.Root.AF
        }
        assert said == {
            "source.md": ("/Source", "/text/markdown", True),
            "source.promises.json": ("/Supplement", "/application/json", True),
            "source.references.json": ("/Data", "/application/vnd.citationstyles.csl+json", True),
        }


def test_the_files_stand_in_the_name_tree_in_order_and_are_associated_once(source: Callable) -> None:
    with opened(PdfWriter().write(read(source(CITING))).data) as pdf:
        names = pdf.Root.Names.EmbeddedFiles.Names
        assert [str(name) for name in names[::2]] == sorted(str(name) for name in names[::2])
        assert [file.objgen for file in names[1::2]] == [file.objgen for file in pdf.Root.AF]
        assert len({file.objgen for file in pdf.Root.AF}) == 3


def test_a_file_can_be_checked_and_has_the_date_of_the_document(source: Callable) -> None:
    with opened(PdfWriter().write(read(source(CITING))).data) as pdf:
        for file in pdf.Root.AF:
            stream = file.EF.F
            data = stream.read_bytes()
            assert stream.Params.Size == len(data)
            assert bytes(stream.Params.CheckSum) == hashlib.md5(data, usedforsecurity=False).digest()
            assert stream.Params.ModDate == "D:20210415"


def test_a_document_without_references_and_date_encloses_neither(source: Callable) -> None:
    with opened(PdfWriter().write(read(source("---\ntitle: T\n---\n\nText.\n"))).data) as pdf:
        assert sorted(pdf.attachments) == ["source.md", "source.promises.json"]
        assert all("/ModDate" not in file.EF.F.Params for file in pdf.Root.AF)


def test_a_name_beyond_ascii_is_kept_for_readers_that_know_it(tmp_path: pytest.TempPathFactory) -> None:
    path = tmp_path / "Überblick.md"
    path.write_text("---\ntitle: T\n---\n\nText.\n", encoding="utf-8")
    with opened(PdfWriter().write(read(path)).data) as pdf:
        assert [(str(file.F), str(file.UF)) for file in pdf.Root.AF] == [
            ("_berblick.md", "Überblick.md"),
            ("_berblick.promises.json", "Überblick.promises.json"),
        ]


@pytest.mark.parametrize("variant", ["plain", "print"])
def test_a_file_without_claims_carries_nothing(source: Callable, variant: str) -> None:
    text = CITING.replace("title: T", f"title: T\npdf-variant: {variant}")
    with opened(PdfWriter().write(read(source(text))).data) as pdf:
        assert isinstance(pdf, pikepdf.Pdf)
        assert len(pdf.attachments) == 0
        assert "/AF" not in pdf.Root


def test_no_witness_reads_what_the_file_carries(brief_pdf: bytes) -> None:
    """A file that proves itself by what it encloses would prove nothing."""
    emptied = io.BytesIO()
    with opened(brief_pdf) as pdf:
        for name in list(pdf.attachments):
            del pdf.attachments[name]
        pdf.save(emptied)
    assert len(emptied.getvalue()) < len(brief_pdf)
    assert PdfInspector().inspect(emptied.getvalue()) == PdfInspector().inspect(brief_pdf)
