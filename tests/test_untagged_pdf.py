"""A damage to a PDF without tags earns its fault, and no other."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pikepdf
import pytest

from conftest import ROOT
from surefoot.inspectors.pdf import PdfInspector
from surefoot.model import Document
from surefoot.promise import Citation, Facet, Recovered
from surefoot.verify import compare

FOREIGN = ROOT / "tests" / "foreign" / "brief"


def links(pdf: pikepdf.Pdf, kind: str) -> Iterator[pikepdf.Object]:
    """Yield the links whose action is of a ``kind``: ``/GoTo`` within the file, ``/URI`` out of it."""
    for page in pdf.pages:
        for each in page.obj.get("/Annots", []):
            if each.get("/A", {}).get("/S") == kind:
                yield each


def without_the_link_of_call_3(pdf: pikepdf.Pdf) -> None:
    call = list(links(pdf, "/GoTo"))[2]
    call.Subtype = pikepdf.Name.Square


def with_call_3_leading_to_note_4(pdf: pikepdf.Pdf) -> None:
    calls = list(links(pdf, "/GoTo"))
    calls[2].A.D = calls[3].A.D


def with_call_3_leading_nowhere(pdf: pikepdf.Pdf) -> None:
    list(links(pdf, "/GoTo"))[2].A.D = pikepdf.String("nowhere")


def without_the_address_of_note_2(pdf: pikepdf.Pdf) -> None:
    next(each for each in links(pdf, "/URI") if "dawn.com" in str(each.A.URI)).Subtype = pikepdf.Name.Square


def with_another_address_in_note_2(pdf: pikepdf.Pdf) -> None:
    next(each for each in links(pdf, "/URI") if "dawn.com" in str(each.A.URI)).A.URI = "https://b.example/"


def with_the_second_page_missing(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1]


def with_a_page_turned_white(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1]
    page.contents_add(pdf.make_stream(b"3 Tr"), prepend=True)


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (without_the_link_of_call_3, [("jump", "3")]),
        (with_call_3_leading_to_note_4, [("jump", "3")]),
        (with_call_3_leading_nowhere, [("jump", "3")]),
        (without_the_address_of_note_2, [("links", "2")]),
        (with_another_address_in_note_2, [("misleading", "2")]),
        (with_a_page_turned_white, [("lost", "2"), ("lost", "3"), ("lost", "4")]),
        # What is left of note 4 on the third page can only be read as the end of note 1.
        (
            with_the_second_page_missing,
            [("added", "1"), ("links", "1"), ("lost", "2"), ("lost", "3"), ("lost", "4")],
        ),
    ],
)
def test_a_damage_to_a_file_by_latex_earns_its_fault(
    damage: Callable[[pikepdf.Pdf], None], expected: list[tuple[str, str]], brief: Document
) -> None:
    made = io.BytesIO()
    with pikepdf.open(FOREIGN / "lualatex.pdf") as pdf:
        damage(pdf)
        pdf.save(made)
    found = compare(brief.citations, PdfInspector().inspect(made.getvalue()))
    assert [(each.fault.value, each.mark) for each in found] == expected


ASKED = frozenset({Facet.MARK, Facet.CLAIM, Facet.NOTE})


@pytest.mark.parametrize(
    ("promised", "found", "whole"),
    [
        ("A well-known word.", "A well\u2027\u2028known word.", True),
        ("A syllable.", "A syl\u2027\u2028lable.", True),
        ("Pre- and post-war.", "Pre\u2027\u2028and post-war.", True),
        ("A well-known word.", "A well\u2027\u2028knwon word.", False),
        ("A syllable.", "A sy\u2027\u2028lable.", False),
        ("A well-known, and a syllable.", "A syl\u2027\u2028lable.", False),
    ],
)
def test_a_hyphen_at_a_line_s_end_is_what_was_promised(promised: str, found: str, *, whole: bool) -> None:
    recovered = Recovered((Citation("1", "Claim.", found),), ASKED)
    differences = compare([Citation("1", "Claim.", promised)], recovered)
    assert (not differences) is whole
    assert not any("\u2027" in each.found for each in differences)


def test_a_hyphen_at_a_line_s_end_in_the_prose_is_what_was_promised() -> None:
    recovered = Recovered((Citation("1", "itwasofawell\u2027knownsyl\u2027lable.", "Note."),), ASKED)
    assert not compare([Citation("1", "ofawell-knownsyllable.", "Note.")], recovered)
    assert compare([Citation("1", "ofawell-knowntable.", "Note.")], recovered)
