"""The letters and the drawn lines that a page without tags shows, as they are read from real files."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

from surefoot.errors import UnreadableError
from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.structure import Element
from surefoot.inspectors.pdf.untagged import fits, located, recover
from surefoot.inspectors.pdf.untagged.glyphs import Glyph, glyphs, rules
from surefoot.promise import Recovered

WIDTH = 7.2
"""Of a letter in Courier at 12 points."""


def _other(pdf: pikepdf.Pdf) -> Any:
    """A font whose plus sign means a soft hyphen, and whose star and slash a Hebrew and an Arabic letter."""
    meaning = (
        b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange"
        b" 3 beginbfchar <2B> <00AD> <2A> <05D0> <2F> <0627> endbfchar endcmap"
    )
    return _plain(Name.Courier, ToUnicode=pdf.make_stream(meaning))


def _plain(name: Any, **more: Any) -> Any:
    entries = {"BaseFont": name, "Encoding": Name.WinAnsiEncoding, **more}
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, **entries)


def _mute(pdf: pikepdf.Pdf) -> Any:
    """A font that does not tell what its letters mean."""
    system = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
    told = Dictionary(
        Type=Name.FontDescriptor, FontName=Name.Mute, Flags=4, FontBBox=Array([0, -200, 1000, 800])
    )
    kind = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name.Mute,
        CIDSystemInfo=system,
        FontDescriptor=told,
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name.Mute,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(kind)]),
    )


def file(*pages: str) -> bytes:
    """A PDF of pages 200 points wide and high, of which the margins are cropped."""
    pdf = pikepdf.new()
    fonts = Dictionary(
        F=_plain(Name.Courier),
        Bold=_plain(Name("/ABCDEF+Courier-Bold")),
        Italic=_plain(Name("/Courier,Italic")),
        Other=_other(pdf),
        Mute=_mute(pdf),
    )
    for content in pages:
        page = pdf.add_blank_page(page_size=(200, 200)).obj
        page.CropBox = Array([30, 20, 180, 180])
        page.Resources = Dictionary(Font=fonts)
        page.Contents = pdf.make_stream(content.encode("latin-1"))
    written = io.BytesIO()
    pdf.save(written)
    return written.getvalue()


def shown(content: str) -> list[Glyph]:
    document = pypdfium2.PdfDocument(file(content))
    return glyphs(document[0])


def words(how: str) -> str:
    """What is shown of text that is set in a manner, up to its words."""
    return "".join(glyph.text for glyph in shown(f"BT {how} ET"))


def test_a_letter_has_its_place_its_size_and_its_font() -> None:
    one, other = shown("BT /F 12 Tf 50 100 Td (ab) Tj ET")
    assert (one.text, one.up, one.size, one.family) == ("a", 100, 12, "Courier")
    assert (one.left, one.right, other.left) == pytest.approx((50, 50 + WIDTH, 50 + WIDTH), abs=0.1)


def test_the_middle_of_a_letter_lies_in_its_ink() -> None:
    assert Glyph("a", 50, 60, 100, 12, "Courier").middle == (55, 103)


@pytest.mark.parametrize("how", ["2 0 0 2 0 0 cm BT /F 6 Tf 25 50 Td", "BT /F 1 Tf 12 0 4 12 50 100 Tm"])
def test_the_size_of_a_letter_is_the_one_that_comes_out(how: str) -> None:
    assert [glyph.size for glyph in shown(f"q {how} (a) Tj ET Q")] == [12]


@pytest.mark.parametrize("font", ["F", "Bold", "Italic"])
def test_a_family_of_fonts_has_one_name_whatever_the_style_and_the_subset(font: str) -> None:
    assert [glyph.family for glyph in shown(f"BT /{font} 12 Tf 50 100 Td (a) Tj ET")] == ["Courier"]


def test_letters_of_several_sizes_are_each_of_their_own() -> None:
    found = shown("BT /F 12 Tf 50 100 Td (a) Tj /F 8 Tf 5 Ts (b) Tj ET")
    assert [(glyph.size, glyph.up) for glyph in found] == [(12, 100), (8, 105)]


def test_the_ends_of_lines_are_no_letters() -> None:
    assert words("/F 12 Tf 50 100 Td (ab) Tj 0 -14 Td (cd) Tj") == "abcd"


def test_a_hyphen_is_a_hyphen_wherever_it_stands() -> None:
    assert words("/F 12 Tf 50 100 Td (syl-) Tj 0 -14 Td (lab-le) Tj") == "syl-lab-le"
    assert words("/Other 12 Tf 50 100 Td (syl+) Tj 0 -14 Td (lab+le) Tj") == "syl-lab-le"


def test_a_letter_without_a_meaning_is_unknown() -> None:
    assert words("/Mute 12 Tf 50 100 Td <00010002> Tj") == "\ufffd\ufffd"


@pytest.mark.parametrize(
    "how",
    [
        "/F 12 Tf 50 100 Td (ab) Tj",
        "/F 12 Tf 1 0.01 -0.01 1 50 100 Tm (ab) Tj",
        "/F -12 Tf -1 0 0 -1 50 100 Tm (ab) Tj",
        "/F 12 Tf 1 Tr 50 100 Td (ab) Tj",
        "/F 12 Tf 30 150 Td (ab) Tj",
        "/F 12 Tf 165 22 Td (ab) Tj",
    ],
    ids=["plain", "a little askew", "turned twice", "outlined", "upper left corner", "lower right corner"],
)
def test_what_stands_upright_on_the_page_is_shown(how: str) -> None:
    assert words(how) == "ab"


@pytest.mark.parametrize(
    "how",
    [
        "/F 12 Tf 3 Tr 50 100 Td (ab) Tj",
        "/F 12 Tf 7 Tr 50 100 Td (ab) Tj",
        "/F 12 Tf 0 1 -1 0 50 100 Tm (ab) Tj",
        "/F 12 Tf 1 0.1 -0.1 1 50 100 Tm (ab) Tj",
        "/F 12 Tf 1 -0.1 0.1 1 50 100 Tm (ab) Tj",
        "/F 12 Tf -1 0 0 -1 50 100 Tm (ab) Tj",
        "/F -12 Tf 1 0 0 1 80 100 Tm (ab) Tj",
        "/F 12 Tf 1 0 0 -1 50 100 Tm (ab) Tj",
        "/F 12 Tf -1 0 0 1 80 100 Tm (ab) Tj",
        "/F 12 Tf 1 0 0 0 50 100 Tm (ab) Tj",
        "/F 12 Tf 1 100 Td (ab) Tj",
        "/F 12 Tf 183 100 Td (ab) Tj",
        "/F 12 Tf 50 190 Td (ab) Tj",
        "/F 12 Tf 50 10 Td (ab) Tj",
    ],
    ids=[
        *("unpainted", "for clipping", "climbing steeply", "climbing", "falling", "upside down"),
        *("of a size below nothing", "mirrored up and down", "mirrored left and right", "flat"),
        *("left of the page", "right of the page", "above the page", "below the page"),
    ],
)
def test_what_is_askew_or_off_the_page_or_not_painted_is_not_shown(how: str) -> None:
    assert not words(how)


def drawn(content: str) -> list[Box]:
    return rules(pypdfium2.PdfDocument(file(content))[0])


def test_a_long_thin_line_is_a_rule() -> None:
    (rule,) = drawn("50 100 m 120 100 l S")
    assert (rule.left, rule.right) == pytest.approx((50, 120), abs=1)
    assert rule.bottom < 100 < rule.top
    assert drawn("50 100 70 1 re f")


@pytest.mark.parametrize("content", ["50 100 m 70 100 l S", "50 50 m 50 120 l S", "50 100 70 9 re f"])
def test_what_is_short_or_thick_or_upright_is_no_rule(content: str) -> None:
    assert not drawn(content)


def test_text_is_no_rule() -> None:
    assert not drawn("BT /F 2 Tf 50 100 Td (---------------------------) Tj ET")


# Files


def citations(data: bytes) -> Recovered:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return recover(pdf, pypdfium2.PdfDocument(data))


CALL = "BT /F 12 Tf 50 150 Td (Claim.) Tj /F 7 Tf 5 Ts (1) Tj ET "
NOTE = "BT /F 8 Tf 50 40 Td (1 Proof.) Tj ET"


def test_a_file_without_tags_is_read() -> None:
    (found,) = citations(file(CALL + NOTE)).citations
    assert (found.mark, found.claim, found.note) == ("1", "Claim.", "Proof.")


def test_a_note_on_the_second_page_is_read() -> None:
    (found,) = citations(file(CALL, "BT /F 8 Tf 50 100 Td (1 Proof.) Tj ET")).citations
    assert (found.claim, found.note) == ("Claim.", "Proof.")


def test_what_a_file_shows_stands_in_boxes_on_its_pages() -> None:
    data = file(CALL + NOTE)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (found,) = located(pdf, pypdfium2.PdfDocument(data))
    assert found.call[0].top > 150 > found.note[0].top


def test_a_page_number_is_no_text() -> None:
    text = "BT /F 12 Tf 50 115 Td (goes on) Tj 0 -12 Td (over) Tj 0 -12 Td (lines) Tj ET "
    (found,) = citations(file(CALL + text + NOTE + " BT /F 8 Tf 50 22 Td (7) Tj ET")).citations
    assert found.note == "Proof."


def test_notes_that_are_the_same_on_each_page_are_no_running_feet() -> None:
    page = "BT /F 12 Tf 50 150 Td (Claim {0}.) Tj /F 7 Tf 5 Ts ({1}) Tj ET "
    foot = "BT /F 7 Tf 50 40 Td 3 Ts ({1}) Tj 0 Ts /F 8 Tf (Ibid.) Tj ET"
    recovered = citations(file(*((page + foot).format(*each) for each in ("a1", "b2"))))
    assert [(each.mark, each.note) for each in recovered.citations] == [("1", "Ibid."), ("2", "Ibid.")]


@pytest.mark.parametrize("content", ["", "50 100 m 120 100 l S", "BT /F 12 Tf 50 100 Td ( ) Tj ET"])
def test_a_file_without_letters_cannot_be_read(content: str) -> None:
    with pytest.raises(UnreadableError, match="shows no letters"):
        citations(file(content))


def test_a_file_of_letters_without_a_meaning_cannot_be_read() -> None:
    with pytest.raises(UnreadableError, match="what its letters mean"):
        citations(file("BT /F 12 Tf 50 100 Td (many words) Tj /Mute 12 Tf <00010002> Tj ET"))


def test_a_few_signs_without_a_meaning_do_no_harm() -> None:
    many = f"BT /F 2 Tf 30 100 Td ({'words ' * 20}) Tj ET "
    sign = " BT /Mute 12 Tf 50 60 Td <00010002> Tj ET"
    assert len(citations(file(many + CALL + NOTE + sign)).citations) == 1


def test_words_from_right_to_left_are_read_as_they_stand() -> None:
    words = "BT /Other 12 Tf 50 150 Td (a*/b) Tj /F 7 Tf 5 Ts (1) Tj ET "
    (citation,) = citations(file(words + NOTE)).citations
    assert citation.claim == "a\u0627\u05d0b"


# Tags


def element(tag: str, *kids: Element) -> Element:
    return Element(tag, (1, 0), kids, "", frozenset(), "")


@pytest.mark.parametrize("tag", ["Note", "FENote"])
def test_tags_that_know_a_note_by_its_label_or_its_reference_say_something_of_notes(tag: str) -> None:
    assert not fits(element("Document", element("P", element("Reference"))))
    assert not fits(element("Document", element(tag, element("P", element("Lbl")))))


def test_tags_that_know_only_labels_or_notes_without_one_say_nothing_of_notes() -> None:
    assert fits(element("Document", element("L", element("LI", element("Lbl")))))
    assert fits(element("Document", element("Note", element("P"))))
