"""What the PDF says of itself: XMP, and the document information that agrees with it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pikepdf
import pytest

from surefoot import __version__
from surefoot.source import read
from surefoot.writers.pdf import PdfWriter
from surefoot.writers.pdf.archive.imprint import NAMESPACE
from tagged import opened

FRONT = """---
title: Clean air & clear words
lang: en-GB
author: [Ann Doe, Bea Ray]
publisher: Institute for Air
rights: CC BY 4.0
doi: 10.1234/air
keywords: [air, health]
abstract: What we breathe.
date: 2021-04-15
---

Text.
"""


@pytest.fixture
def told(source: Callable) -> Callable[[str], pikepdf.Pdf]:
    return lambda text: opened(PdfWriter().write(read(source(text))).data)


def test_everything_known_of_the_document_is_in_its_xmp(told: Callable) -> None:
    with told(FRONT).open_metadata() as xmp:
        said = {key: xmp[f"dc:{key}"] for key in "title creator publisher rights identifier".split()}
        assert said == {
            "title": "Clean air & clear words",
            "creator": ["Ann Doe", "Bea Ray"],
            "publisher": {"Institute for Air"},
            "rights": "CC BY 4.0",
            "identifier": "10.1234/air",
        }
        assert xmp["dc:language"] == {"en-GB"}
        assert xmp["dc:subject"] == {"air", "health"}
        assert xmp["dc:description"] == "What we breathe."
        assert xmp["dc:date"] == ["2021-04-15"]
        assert xmp[f"{{{NAMESPACE}}}sourceSHA256"] == hashlib.sha256(FRONT.encode()).hexdigest()


def test_the_document_information_agrees_with_the_xmp(told: Callable) -> None:
    with told(FRONT) as pdf, pdf.open_metadata() as xmp:
        assert {key[1:]: str(value) for key, value in pdf.docinfo.items()} == {
            "Title": xmp["dc:title"],
            "Author": ", ".join(xmp["dc:creator"]),
            "Subject": xmp["dc:description"],
            "Keywords": xmp["pdf:Keywords"],
            "Creator": xmp["xmp:CreatorTool"],
            "Producer": xmp["pdf:Producer"],
            "CreationDate": "D:" + xmp["xmp:CreateDate"].replace("-", ""),
            "ModDate": "D:" + xmp["xmp:ModifyDate"].replace("-", ""),
        }
        assert xmp["xmp:CreatorTool"] == f"Surefoot {__version__}"


@pytest.mark.parametrize("date", ["2021", "2021-04", "spring 2021"])
def test_a_date_that_is_no_day_is_not_made_one(told: Callable, date: str) -> None:
    with told(FRONT.replace("2021-04-15", f'"{date}"')) as pdf, pdf.open_metadata() as xmp:
        assert "/CreationDate" not in pdf.docinfo
        assert "xmp:CreateDate" not in xmp
        assert xmp.get("dc:date") == (None if " " in date else [date])


def test_a_document_that_tells_little_has_no_empty_statements(told: Callable) -> None:
    with told("---\ntitle: T\n---\n\nText.\n") as pdf, pdf.open_metadata() as xmp:
        assert {key[1:] for key in pdf.docinfo} == {"Title", "Creator", "Producer"}
        assert {str(xmp[key]) for key in xmp if not str(xmp[key])} == set()
        assert "dc:creator" not in xmp


def test_the_file_is_named_after_its_source(told: Callable) -> None:
    def name(text: str) -> str:
        with told(text).open_metadata() as xmp:
            return str(xmp["xmpMM:DocumentID"])

    assert name(FRONT) == name(FRONT)
    assert name(FRONT) != name(FRONT + "More.\n")
    assert name(FRONT).startswith("uuid:")
