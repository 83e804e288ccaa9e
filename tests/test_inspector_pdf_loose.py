"""The inspector for PDF tells of words that a page shows and no tag says."""

from __future__ import annotations

from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name

from pdfs import PROVEN, Sheet, call, file, note
from surefoot.inspectors.pdf import PdfInspector
from surefoot.promise import Recovered

TEXT = (
    ("P", "Claim.", call()),
    note("Proof."),
    ("P", {"turn": True}, "A line across the page."),
    *[("P",)] * 5,
    ("P", "More."),
)
"""A page with a claim, and one with two lines and white between them."""
FREE = "BT /F 12 Tf 80 755 Td (LIES here) Tj ET"
"""In the white."""


def told(painted: str, *parts: Any) -> Recovered:
    """Return what is told of a file, on whose last page something more is painted."""

    def paint(sheet: Sheet) -> None:
        look = Dictionary(Subtype=Name.Form, BBox=Array([0, 0, 595, 842]), Resources=sheet.page.obj.Resources)
        form = sheet.pdf.make_stream(b"BT /F 12 Tf 0 0 Td (LIES here) Tj ET", look)
        sheet.page.obj.Resources.XObject = Dictionary(X=form)
        sheet.page.contents_add(sheet.pdf.make_stream(painted.encode()))

    return PdfInspector().inspect(file(*(parts or TEXT), more=paint))


@pytest.mark.parametrize(
    "painted",
    [
        FREE,
        f"/Span BMC {FREE} EMC",
        f"/ATagOfFortyLettersThatSaysNothingToAnyone BMC {FREE} EMC",
        f"/Span <</MCID 99>> BDC {FREE} EMC",
        "BT /F 12 Tf 80 755 Td (LIES) Tj 0 -14 Td (here) Tj ET",
        "q 1 0 0 1 80 755 cm /X Do Q",
        "/Span <</MCID 99>> BDC BT /F 12 Tf 80 20 Td (LIES here) Tj ET EMC",
    ],
)
def test_words_that_no_tag_says_are_stray(painted: str):
    recovered = told(painted)
    assert recovered.strays == ("LIES here",)
    assert recovered.citations == (PROVEN,)


@pytest.mark.parametrize(
    "painted",
    [
        f"/Artifact BMC {FREE} EMC",
        f"/Artifact <</Type /Pagination>> BDC {FREE} EMC",
        "/Artifact BMC q 1 0 0 1 80 755 cm /X Do Q EMC",
        "BT /F 12 Tf 80 20 Td (stamped) Tj ET",
        "BT /F 12 Tf 10 755 Td (12) Tj ET",
        f".8 g {FREE}",
        "BT /F 12 Tf .7 .7 -.7 .7 100 755 Tm (DRAFT) Tj ET",
        f"BT 3 Tr ET {FREE}",
        f"{FREE} 1 g 70 750 200 20 re f",
        "BT /F 1 Tf 80 755 Td (dust) Tj ET",
        "BT /F 12 Tf 80 755 Td (* * *) Tj ET",
        f"/OC /Off BDC {FREE} EMC",
        "/Span <</MCID 99>> BDC BT /F 12 Tf 3 Tr 80 755 Td (LIES) Tj ET EMC",
    ],
)
def test_what_is_an_artifact_or_a_stamp_or_unseen_is_no_stray(painted: str):
    assert told(painted).strays == ()


def test_each_page_has_its_own_words():
    def paint(sheet: Sheet) -> None:
        for page in sheet.pdf.pages:
            page.contents_add(sheet.pdf.make_stream(f"/Span <</MCID 99>> BDC {FREE} EMC".encode()))

    data = file(*TEXT, more=paint)
    assert PdfInspector().inspect(data).strays == ("LIES here", "LIES here")


def test_a_file_of_which_no_tag_says_a_word_has_no_place_for_words():
    assert told(FREE, ("P",)).strays == ()
