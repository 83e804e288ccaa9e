"""The PDF for print: what PDF/X-4 (ISO 15930-7) asks, what the file claims, what it lacks."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from surefoot.contracts import Written
from surefoot.source import read
from surefoot.writers.pdf import PdfWriter
from tagged import elements, opened, structure

FRONT = "---\ntitle: T\ndate: 2021-04-15\npdf-variant: print\ntheme: {css: press.css}\n---\n\n"
TEXT = """Words [of an author](https://example.org/a) and <https://example.org/b>.[^a]

Again.[^a]

![Chart](chart.png)

[^a]: Note.
"""


def profile(kind: bytes = b"prtr", space: bytes = b"CMYK") -> bytes:
    """Return the least that is a profile (ICC.1:2022, 7.2 and 7.3): a header, and a description."""
    description = b"desc" + bytes(4) + struct.pack(">I", 11) + b"Test press\0" + bytes(79)
    header = struct.pack(">I4sI", 144 + len(description), b"test", 0x02400000) + kind + space + b"Lab "
    header += struct.pack(">6H", 2021, 4, 15, 0, 0, 0) + b"acsp"
    header = header.ljust(68, b"\0") + struct.pack(">3I", 0xF6D6, 0x10000, 0xD32D)
    return header.ljust(128, b"\0") + struct.pack(">I4sII", 1, b"desc", 144, len(description)) + description


@pytest.fixture
def printed(source: Callable, tmp_path: Path) -> Callable[..., Written]:
    """Print a text with a profile of a press and a date, unless told otherwise."""

    def make(front: str = FRONT, icc: bytes = profile()) -> Written:
        (tmp_path / "press.icc").write_bytes(icc)
        (tmp_path / "press.css").write_text(
            "@color-profile device-cmyk { src: url(press.icc) } @page { marks: crop; bleed: 3mm }"
        )
        Image.new("CMYK", (40, 30)).save(tmp_path / "chart.jpg")
        return PdfWriter().write(read(source(front + TEXT.replace("chart.png", "chart.jpg"))))

    return make


@pytest.fixture
def pdf(printed: Callable[..., Written]) -> Iterator[pikepdf.Pdf]:
    with opened(printed().data) as found:
        yield found


def test_a_file_with_profile_and_date_is_pdf_x_4(pdf: pikepdf.Pdf) -> None:
    assert pdf.pdf_version == "1.6"
    with pdf.open_metadata() as said:
        assert said["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
        assert said["pdf:Trapped"] == "False"
        assert said["xmp:CreateDate"] == said["xmp:ModifyDate"] == said["xmp:MetadataDate"] == "2021-04-15"
        assert said["xmpMM:DocumentID"]
        assert (said["xmpMM:VersionID"], said["xmpMM:RenditionClass"]) == ("1", "default")
    assert pdf.docinfo.Trapped == "/False"
    assert "/ID" in pdf.trailer


def test_the_press_is_the_output_intent_and_screens_have_their_profile(pdf: pikepdf.Pdf) -> None:
    (intent,) = pdf.Root.OutputIntents
    assert (intent.S, intent.OutputConditionIdentifier) == ("/GTS_PDFX", "Test press")
    assert intent.DestOutputProfile.N == 4
    assert intent.DestOutputProfile.read_bytes()[12:20] == b"prtrCMYK"
    for page in pdf.pages:
        kind, screen = page.Resources.ColorSpace.DefaultRGB
        assert (kind, screen.N) == ("/ICCBased", 3)


def test_a_picture_in_colours_of_ink_stays_one(pdf: pikepdf.Pdf) -> None:
    (picture,) = (each for each in pdf.pages[0].Resources.XObject.values() if each.Subtype == "/Image")
    assert picture.ColorSpace == "/DeviceCMYK"


def test_no_annotation_lies_on_the_paper(pdf: pikepdf.Pdf) -> None:
    """ISO 15930-7, 6.17."""
    assert all("/Annots" not in page for page in pdf.pages)


def test_the_paper_is_cut_within_the_bleed(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        trim, bleed, sheet = (tuple(map(float, page[f"/{box}Box"])) for box in ("Trim", "Bleed", "Media"))
        assert sheet[0] <= bleed[0] < trim[0]
        assert trim[2] < bleed[2] <= sheet[2]


def test_calls_and_notes_name_each_other_and_no_way_back_is_printed(printed: Callable[..., Written]) -> None:
    data = printed().data
    tags = structure(data)
    assert [line.strip() for line in tags].count("Link") == 2, "of the two addresses"
    with opened(data) as pdf:
        (note,) = (each for each in elements(pdf) if each.S == "/Note")
        calls = [each for each in elements(pdf) if each.S == "/Reference"]
        assert [each.objgen for each in note.Ref] == [each.objgen for each in calls]
        assert [each.Ref[0].objgen for each in calls] == [note.objgen] * 2


def test_the_author_learns_what_is_not_in_the_file(printed: Callable[..., Written]) -> None:
    assert printed().remarks == (
        "The PDF is for print and has no links, as PDF/X demands.",
        "The PDF shows the addresses of 1 of its links nowhere: words stand in their place.",
    )


@pytest.mark.parametrize(
    ("front", "icc", "lacking"),
    [
        (FRONT.replace("2021-04-15", "2021"), profile(), "a date with year, month and day"),
        (FRONT, profile(kind=b"mntr", space=b"RGB "), "the profile of the press"),
        (FRONT.replace("theme: {css: press.css}\n", ""), profile(), "the profile of the press"),
    ],
)
def test_what_lacks_a_date_or_the_profile_of_a_press_claims_nothing(
    printed: Callable[..., Written], front: str, icc: bytes, lacking: str
) -> None:
    made = printed(front, icc)
    assert made.remarks[-1].startswith(f"The PDF does not claim to be PDF/X-4: that needs {lacking}")
    with opened(made.data) as pdf:
        assert "/OutputIntents" not in pdf.Root
        assert b"pdfxid" not in pdf.Root.Metadata.read_bytes()


def test_the_profile_of_a_press_is_of_no_use_to_another_variant(printed: Callable[..., Written]) -> None:
    with opened(printed(FRONT.replace("print", "ua-1")).data) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == "/GTS_PDFA1"
        assert "/device-cmyk" not in pdf.pages[0].Resources.ColorSpace
