"""The cover of an e-book: the author's own picture, or one drawn from what signs the book."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from fontTools.ttLib import TTFont
from PIL import Image as Raster

from surefoot.composition import Composition
from surefoot.faces.choice import faces
from surefoot.faces.companions import SANS
from surefoot.faces.face import runs
from surefoot.model import Author, Metadata, Settings, Stylesheet
from surefoot.source import read
from surefoot.writers.epub import EpubWriter
from surefoot.writers.epub.book import bind
from surefoot.writers.epub.front import cover
from surefoot.writers.epub.front.cover.drawing import drawn, lacking
from surefoot.writers.epub.front.cover.layout import HEIGHT, laid_out
from surefoot.writers.epub.front.cover.lines import Block, Room, fitted

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
METADATA = Metadata(
    "Clean air",
    language="en",
    subtitle="Five years",
    authors=(Author("Jane Doe"),),
    publisher="Institute",
    date="2026-11-20",
)
FACES = faces((SANS,), ("Semibold", "Bold", "Regular"), "en", ())
INK, GROUND, SHADE = (255, 255, 255), (0x1D, 0x3B, 0x5E), (0x17, 0x2E, 0x4A)


def book(metadata: Metadata = METADATA, **settings: object) -> Composition:
    title = Element("span")
    title.text = metadata.title
    body = fromstring("<div><p>Text.</p></div>")
    return Composition(metadata, title, body, (), (), (), Settings(**settings))  # type: ignore[arg-type]


def raster(png: bytes) -> Raster.Image:
    return Raster.open(io.BytesIO(png)).convert("RGB")


def shown(block: Block) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in block.lines]


@pytest.fixture
def photograph(tmp_path: Path) -> Path:
    """A picture of the author's own."""
    Raster.new("RGB", (6, 9), "red").save(tmp_path / "photograph.jpg")
    return tmp_path / "photograph.jpg"


def test_a_book_opens_with_its_cover_and_says_which_picture_it_is() -> None:
    with zipfile.ZipFile(io.BytesIO(bind(book(), "seed"))) as archive:
        package = fromstring(archive.read("EPUB/content.opf"))
        page = fromstring(archive.read("EPUB/cover.xhtml"))
        size = raster(archive.read("EPUB/cover.png")).size
    (picture,) = page.iter(f"{XHTML}img")
    assert (picture.get("src"), picture.get("role")) == ("cover.png", "doc-cover")
    assert picture.get("alt") == "Cover: Clean air; Five years; Jane Doe; Institute; November 20, 2026"
    (item,) = (e for e in package.iter(f"{OPF}item") if e.get("properties") == "cover-image")
    old = [e.get("content") for e in package.iter(f"{OPF}meta") if e.get("name") == "cover"]
    assert (item.get("href"), old) == ("cover.png", [item.get("id")])
    assert size == (1072, 1608)


def test_the_same_book_has_the_same_cover() -> None:
    assert drawn(book()) == drawn(book())


def test_the_cover_is_of_the_designs_colours_below_its_rule_in_a_darker_shade() -> None:
    picture = raster(drawn(book()))
    assert (picture.getpixel((5, 5)), picture.getpixel((5, 1600))) == (GROUND, SHADE)


@pytest.mark.parametrize("accent", ["#7a1f3d", "rgb(122 31 61)", "hsl(340.2 59.5% 30%)", "var(--link)"])
def test_the_cover_is_of_the_colours_that_the_author_sets(accent: str) -> None:
    assert raster(drawn(book(variables={"accent": accent, "link": "#7a1f3d"}))).getpixel((5, 5)) == (
        0x7A,
        0x1F,
        0x3D,
    )


def test_the_cover_takes_colours_and_faces_from_the_authors_style_sheets() -> None:
    sheet = Stylesheet("house.css", ':root { --accent: teal; --sans: "Source Serif 4", serif; }')
    dressed = book(stylesheets=(sheet,))
    assert raster(drawn(dressed)).getpixel((5, 5)) == (0, 0x80, 0x80)
    families = {
        run.face.family for each in laid_out(dressed).blocks for line in each.block.lines for run in line.runs
    }
    assert families == {"Source Serif 4"}


def test_dark_letters_stand_on_a_lighter_shade() -> None:
    picture = raster(drawn(book(variables={"accent": "#ffcc00", "on-accent": "black"})))
    below = picture.getpixel((5, 1600))
    assert isinstance(below, tuple)
    assert below[2] > 0


def test_what_browsers_alone_can_work_out_leaves_the_designs_own_colour() -> None:
    assert (
        raster(drawn(book(variables={"accent": "color-mix(in srgb, red, blue)"}))).getpixel((5, 5)) == GROUND
    )


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("el", "Καθαρός αέρας"),
        ("ru", "Чистый воздух"),
        ("ar", "الهواء النظيف (2026)"),
        ("he", "אוויר נקי"),
        ("hi", "छोटे शहरों में स्वच्छ हवा"),
        ("th", "อากาศบริสุทธิ์"),
        ("zh", "小城镇的清洁空气"),
        ("ja", "小さな町のきれいな空気"),
        ("ko", "맑은 공기"),
        ("en", "Air, воздух, هواء, हवा and 空气"),
    ],
)
def test_every_script_that_has_a_font_here_is_drawn(language: str, title: str) -> None:
    of_words = book(Metadata(title, language))
    assert not lacking(of_words)
    assert drawn(of_words) != drawn(book(Metadata("…", language)))


def test_what_runs_from_right_to_left_begins_at_the_right() -> None:
    picture = raster(drawn(book(Metadata("هواء", "ar"))))
    halves = [picture.crop(box) for box in ((0, 0, 536, 1350), (536, 0, 1072, 1350))]
    assert [INK in {colour for _, colour in half.getcolors(10**6) or ()} for half in halves] == [False, True]


def test_a_character_that_no_font_has_leaves_the_book_without_cover_and_its_author_knows_why(
    tmp_path: Path,
) -> None:
    source = tmp_path / "source.md"
    source.write_text("---\ntitle: The sign 𓀀\nlang: en\n---\n\nText.\n")
    written = EpubWriter().write(read(source))
    (remark,) = written.remarks
    assert remark.startswith("The book has no cover. No font here has the character 𓀀 (U+13000).")
    with zipfile.ZipFile(io.BytesIO(written.data)) as archive:
        assert not [name for name in archive.namelist() if "cover" in name]


def test_an_author_who_wants_no_cover_gets_none() -> None:
    assert cover.cover(book(cover=False)) is None
    assert not cover.remarks(book(Metadata("𓀀"), cover=False))


def test_a_picture_of_the_authors_own_takes_the_place_of_the_drawing(photograph: Path) -> None:
    found = cover.cover(book(cover_image=photograph, cover_words="A red wall", cover=False))
    assert found
    assert (found.image.name, found.image.media_type, found.words) == (
        "cover.jpg",
        "image/jpeg",
        "A red wall",
    )
    assert found.image.data == photograph.read_bytes()


def test_a_picture_without_words_is_called_by_the_title(photograph: Path) -> None:
    found = cover.cover(book(cover_image=photograph))
    assert found
    assert found.words.startswith("Cover: Clean air; Five years")


def test_the_front_matter_names_a_picture_and_its_words(photograph: Path) -> None:
    source = photograph.parent / "source.md"
    source.write_text(
        "---\ntitle: T\nlang: en\ncover-image: photograph.jpg\ncover-image-alt: A red\n  wall\n---\n\nText.\n"
    )
    document = read(source)
    assert (document.settings.cover_image, document.settings.cover_words) == (photograph, "A red wall")
    assert document.warnings == ()


@pytest.mark.parametrize("name", ["lost.jpg", "https://example.org/cover.jpg", "source.md"])
def test_a_picture_that_cannot_be_had_earns_a_warning_and_a_cover_is_drawn(tmp_path: Path, name: str) -> None:
    source = tmp_path / "source.md"
    source.write_text(f"---\ntitle: T\nlang: en\ncover-image: {name}\n---\n\nText.\n")
    document = read(source)
    assert document.settings.cover_image is None
    (warning,) = document.warnings
    assert str(warning).startswith(f"{source}:4: The picture “{name}” cannot be had. Put a PNG, JPEG")


def test_a_short_text_is_as_large_as_it_may_be() -> None:
    block = fitted("Clean air", FACES, Room(1200, 800, 230, 60))
    assert (shown(block), block.size) == (["Clean air"], 230)


def test_lines_are_as_even_as_can_be_and_none_is_too_wide() -> None:
    block = fitted(
        "An enquiry into the nature and causes of clean air in towns", FACES, Room(1140, 800, 150, 60)
    )
    widths = [sum(run.width for run in line.runs) * block.size for line in block.lines]
    assert max(widths) <= 1140
    assert min(widths) > 0.6 * max(widths)
    assert block.height <= 800


def test_a_word_is_broken_at_its_hyphen_only_where_all_would_be_small() -> None:
    assert shown(fitted("Power-sharing", FACES, Room(1140, 800, 230, 60))) == ["Power-sharing"]
    assert shown(fitted("Attorneys-General", FACES, Room(500, 800, 230, 20))) == ["Attorneys-", "General"]


def test_words_stay_whole_where_breaking_them_would_make_nothing_larger() -> None:
    title = "Shade for Everyone: Planning for Heat in Europe’s Middle-Sized Towns"
    assert "Middle-Sized" in " ".join(shown(fitted(title, FACES, Room(1140, 800, 230, 60))))


def test_a_word_wider_than_a_cover_is_broken_where_it_must() -> None:
    text = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
    block = fitted(text, FACES, Room(1140, 800, 230, 60))
    assert "".join(shown(block)) == text
    assert len(block.lines) == 2


def test_a_text_for_which_there_is_no_room_ends_in_an_ellipsis() -> None:
    block = fitted("word " * 200, FACES, Room(400, 200, 60, 40))
    assert shown(block)[-1].endswith("…")
    assert block.height <= 200


def test_many_authors_stand_together_and_none_is_torn_from_the_name() -> None:
    authors = tuple(Author(f"Given{number} Family{number}") for number in range(1, 8))
    (names,) = [
        placed for placed in laid_out(book(Metadata("T", authors=authors))).blocks if placed.top > 1000
    ]
    lines = shown(names.block)
    assert len(lines) > 1
    assert not [line for line in lines if line.startswith(("Family", "·"))]


def test_what_is_above_the_rule_never_reaches_it() -> None:
    many = Metadata(
        "word " * 300, "en", "word " * 300, tuple(Author("name " * 30) for _ in range(4)), date="2026"
    )
    layout = laid_out(book(many))
    assert max(placed.bottom for placed in layout.blocks if placed.top < layout.rule) < layout.rule
    assert max(placed.bottom for placed in layout.blocks) < HEIGHT


def test_no_line_begins_with_what_closes_nor_ends_with_what_opens() -> None:
    eastern = faces((SANS,), ("Regular",), "zh", ())
    for width in range(400, 900, 50):
        lines = shown(fitted("清洁空气,五年(一)的「测量」与启示。", eastern, Room(width, 4000, 100, 99)))
        assert not [line for line in lines if line[0] in ",。)」" or line[-1] in "(「"]


def test_marks_and_spaces_keep_to_the_face_of_the_letter_before_them() -> None:
    found = [(run.face.family, run.text) for run in runs("air e\u0301 हवा", FACES)]
    assert found == [(SANS, "air e\u0301 "), ("Noto Serif Devanagari", "हवा")]


def test_a_font_of_the_authors_own_stands_in_where_ours_have_no_sign(tmp_path: Path) -> None:
    with TTFont(FACES[0].file) as font:
        for table in font["cmap"].tables:
            table.cmap = {ord("𓀀"): "A"} if table.isUnicode() else {}
        font["cmap"].tables = [table for table in font["cmap"].tables if table.format == 12]
        font.save(tmp_path / "signs.ttf")
    signs = replace(METADATA, title="𓀀")
    assert lacking(book(signs))
    assert not lacking(book(signs, fonts=(tmp_path,)))
