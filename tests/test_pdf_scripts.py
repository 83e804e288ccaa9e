"""The PDF in every script: whole, the same everywhere, and never with a box for a letter."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

import validators
from conftest import ROOT
from paged import laid
from surefoot import verify
from surefoot.compose import compose
from surefoot.composition import Composition
from surefoot.errors import WriterError
from surefoot.faces.companions import MONO, SANS, SERIF, ordered
from surefoot.inspectors.pdf import PdfInspector
from surefoot.model import Settings, Stylesheet
from surefoot.source import read
from surefoot.writers.pdf import PdfWriter, print_out
from surefoot.writers.pdf.boxes import Rendering, walk
from surefoot.writers.pdf.engine.glyphs.scripts import stretches
from surefoot.writers.pdf.layout import lay_out
from tagged import opened

Source = Callable[[str], Path]

SAMPLES = ROOT / "tests" / "samples"
DECLARATION = tomllib.loads((SAMPLES / "declaration.toml").read_text(encoding="utf-8"))
DOCUMENT = """---
title: {title}
lang: {lang}
---

# {title}

{first}[^1] {second}[^2] [{first}](https://example.org/a)

- {second}
- *{first}* **{second}**

| {title}  | {first} |
|----------|---------|
| {second} | {title} |

: {title}

[^1]: {first}

[^2]: {second} <https://example.org/b>
"""
LINEAR_A = "\U00010600"
"""U+10600: of a script that none of our faces has."""


def faces(made: bytes) -> set[str]:
    """The names of a file's fonts, without those of their subsets."""
    with opened(made) as pdf:
        fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
    return {name.partition("+")[2].rstrip(",") for name in fonts}


def letters(made: bytes, face: str) -> set[str]:
    """All that a file's font of that name says, less spaces."""
    with opened(made) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        (cmap,) = {font.ToUnicode.read_bytes() for font in fonts if face in str(font.BaseFont)}
    texts = re.findall(rb"<\w+> <(\w+)>", cmap.partition(b"beginbfchar")[2])
    return {bytes.fromhex(text.decode()).decode("utf-16-be") for text in texts} - {" "}


@pytest.mark.parametrize("language", DECLARATION)
def test_a_document_in_any_language_is_read_back_whole(language: str, source: Source, tmp_path: Path) -> None:
    document = read(source(DOCUMENT.format(lang=language, **DECLARATION[language])))
    made = tmp_path / "made.pdf"
    made.write_bytes(PdfWriter().write(document).data)
    found = PdfInspector().inspect(made.read_bytes())
    assert verify.compare(document.citations, found, document.prose) == ()
    assert verify.compare_prose(document.prose, found) == ()
    assert not validators.pdf_ua(made) + validators.pdf_a(made)


# The same everywhere

STRANGERS = "Ђб г п т, नमस्ते ५ ९, ۴۵۶ ھ, 骨直 かな 한국, ①, ✅ and ⦅a⦆ in English.[^a]\n\n[^a]: 骨 ⇒ 直.\n"


def made_elsewhere(source: Path, folder: Path, **environment: str) -> bytes:
    """The PDF of a source, made by a process that has another environment."""
    program = (
        "import sys; from pathlib import Path; from surefoot.source import read;"
        "from surefoot.writers.pdf import PdfWriter;"
        "Path(sys.argv[2]).write_bytes(PdfWriter().write(read(Path(sys.argv[1]))).data)"
    )
    made = folder / "made.pdf"
    run = [sys.executable, "-W", "ignore", "-c", program, source, made]
    subprocess.run(run, check=True, env=os.environ | environment, stdin=subprocess.DEVNULL)
    return made.read_bytes()


@pytest.fixture(scope="module")
def strangers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    source = tmp_path_factory.mktemp("strangers") / "source.md"
    source.write_text(STRANGERS, encoding="utf-8")
    return source, PdfWriter().write(read(source)).data


@pytest.mark.parametrize("folder", ["", "<dir>{noto}</dir>"])
def test_the_fonts_of_the_machine_make_no_difference(
    folder: str, strangers: tuple[Path, bytes], tmp_path: Path
) -> None:
    """A machine without any font, and one whose only fonts would be chosen before ours."""
    source, made = strangers
    rules = "<alias><family>Source Serif 4</family><prefer><family>Noto Sans Math</family></prefer></alias>"
    noto = ROOT / "templates" / "fonts" / "noto"
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(f"<fontconfig>{folder.format(noto=noto)}{rules}</fontconfig>")
    assert made_elsewhere(source, tmp_path, FONTCONFIG_FILE=str(configuration)) == made


@pytest.mark.parametrize("language", ["ne", "sr", "fa", "zh_TW", "ja"])
def test_the_language_of_the_machine_makes_no_difference(
    language: str, strangers: tuple[Path, bytes], tmp_path: Path
) -> None:
    source, made = strangers
    asked = dict.fromkeys(["LANG", "LANGUAGE", "PANGO_LANGUAGE", "FC_LANG"], language)
    assert made_elsewhere(source, tmp_path, **asked) == made


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("plain words, 1 2 3", "en", []),
        ("слово", "ru", []),
        ("a слово b", "en", [(2, 13)]),
        ("(слово, слово) b", "en", [(0, 25)]),
        ("word 漢字", "ja", [(0, 5)]),
        ("слово word", "und", []),
    ],
)
def test_a_stretch_in_a_script_strange_to_its_language_takes_along_what_has_none(
    text: str, language: str, found: Sequence[tuple[int, int]]
) -> None:
    assert list(stretches(text, language)) == found


# The order of the faces


def test_what_an_author_chose_comes_before_all_others() -> None:
    assert ordered(("Mine", SERIF, "serif"), "hi")[:3] == ("Mine", "Noto Serif Devanagari", SERIF)


@pytest.mark.parametrize(
    ("asked", "face"),
    [
        (("serif",), SERIF),
        (("Lato", "sans-serif"), SANS),
        (("DejaVu Sans",), SANS),
        (("DejaVu Sans Mono", "sans-serif"), MONO),
        (("Menlo", "monospace"), MONO),
        (("Garamond",), SERIF),
    ],
)
def test_a_face_that_is_not_there_gives_way_to_one_of_its_kind(asked: tuple[str, ...], face: str) -> None:
    ours = [family for family in ordered(asked, "en") if family in {SERIF, SANS, MONO}]
    assert ours[0] == face


@pytest.mark.parametrize(
    ("language", "face"),
    [
        ("ja", "JP"),
        ("ja-JP", "JP"),
        ("ko", "KR"),
        ("zh", "SC"),
        ("zh-Hans-TW", "SC"),
        ("zh-Hant", "TC"),
        ("zh-HK", "TC"),
        ("en", "SC"),
    ],
)
def test_han_letters_have_the_shapes_of_their_language(language: str, face: str, source: Source) -> None:
    """In no language of them, those of simplified Chinese."""
    made = PdfWriter().write(read(source(f"---\ntitle: T\nlang: {language}\n---\n\n骨\n"))).data
    assert faces(made) >= {f"Noto-Serif-{face}"}
    assert not [name for name in faces(made) if name.startswith("Noto-Serif") and not name.endswith(face)]


def test_a_face_without_serifs_has_companions_without() -> None:
    families = ordered((SANS, "sans-serif"), "ja")
    assert families.index("Noto Sans JP") < families.index("Noto Serif JP")
    assert families.index(SANS) < families.index(SERIF)


def test_latin_letters_among_chinese_ones_are_those_of_the_text(source: Source) -> None:
    text = "---\ntitle: T\nlang: zh\n---\n\n他说 “don’t”：PDF 17 页……\n"
    made = PdfWriter().write(read(source(text))).data
    assert letters(made, "Noto-Serif-SC") == set("他说“”：页…")


@pytest.mark.parametrize("language", ["ja", "ko", "zh-Hans", "zh-Hant"])
def test_the_codes_of_a_cid_keyed_font_are_the_numbers_of_its_glyphs(language: str, source: Source) -> None:
    """ISO 32000-1, 9.7.4.2: a code is a CID, and the font's charset says which glyph that is."""
    words = DECLARATION[language]
    text = f"---\ntitle: T\nlang: {language}\n---\n\n{words['first']}\n"
    with opened(PdfWriter().write(read(source(text))).data) as pdf:
        (embedded,) = {
            font.DescendantFonts[0].FontDescriptor.FontFile3.read_bytes()
            for font in pdf.pages[0].Resources.Font.values()
            if "Noto-Serif" in str(font.BaseFont)
        }
    with TTFont(BytesIO(embedded)) as font:
        names = font["CFF "].cff[0].charset
    assert names == [".notdef", *(f"cid{number:05d}" for number in range(1, len(names)))]


def test_a_hyphen_in_another_face_than_the_letters_before_it_is_not_raised(source: Source) -> None:
    document = read(source("---\ntitle: T\nlang: ja\n---\n\n中文字 \\-[^a] b\n\n[^a]: One.\n"))
    found = PdfInspector().inspect(PdfWriter().write(document).data)
    assert verify.compare(document.citations, found, document.prose) == ()


def test_signs_of_a_line_of_latin_letters_may_change_ends_in_a_text_that_runs_backwards(
    source: Source,
) -> None:
    document = read(source("---\ntitle: T\nlang: ar\n---\n\n\\_under\\_ and [others].\n"))
    found = PdfInspector().inspect(PdfWriter().write(document).data)
    assert verify.compare_prose(document.prose, found) == ()


# The look


def heights(rendering: Rendering) -> set[float]:
    (page,) = rendering.pages
    return {round(box.height, 3) for box in walk(page._page_box) if type(box).__name__ == "LineBox"}


@pytest.mark.parametrize("word", ["سلام", "𝒜", "ខ្មែរ", "漢字", "🚀"])
def test_a_word_of_a_taller_face_does_not_push_its_line_away(word: str) -> None:
    css = f"p {{ font: 12px/1.4 '{SERIF}', serif }} html {{ hyphens: manual }}"
    plain = laid("<p>one<br/>two<br/>three</p>", css)
    assert heights(laid(f"<p>one<br/>two {word}<br/>three</p>", css)) == heights(plain)


def test_letters_below_letters_have_more_room_unless_the_author_says_otherwise(source: Source) -> None:
    text = "---\ntitle: T\nlang: {lang}\n---\n\none\\\ntwo\n"
    khmer = compose(read(source(text.format(lang="km"))))
    english = compose(read(source(text.format(lang="en"))))
    set_so = replace(khmer, settings=Settings(variables={"page-leading": "1.4"}))
    assert pitch(khmer) > pitch(english) == pytest.approx(pitch(set_so), abs=0.1)


def pitch(composition: Composition) -> float:
    """How far the second line is below the first, in pixels of CSS."""
    (page,) = lay_out(composition).rendering.pages
    lines = [box for box in walk(page._page_box) if getattr(box, "text", "") in {"one", "two"}]
    return lines[1].position_y - lines[0].position_y


@pytest.mark.parametrize(
    ("language", "word", "face"),
    [
        ("ar", "سلام", "Noto-Naskh-Arabic-Bold"),
        ("ja", "漢字", "Noto-Sans-JP"),
        ("hi", "नमस्ते", "Noto-Serif-Devanagari-Bold"),
    ],
)
def test_emphasis_is_another_face_where_none_is_slanted(
    language: str, word: str, face: str, source: Source
) -> None:
    text = f"---\ntitle: T\nlang: {language}\n---\n\n*{word}*\n"
    assert face in faces(PdfWriter().write(read(source(text))).data)


# What is missing


BRING = "into a folder, and name that by --fonts FOLDER, or by fonts: in the source."


@pytest.mark.parametrize(
    ("css", "remark"),
    [
        ("p { font-family: 'Noto Serif Thai', 'Nobody', serif }", ""),
        ("p { font-family: sans-serif }", ""),
        ("p { font-family: 'DejaVu Serif' }", f"“DejaVu Serif” here; {{}} Source Serif 4: put it {BRING}"),
        (
            ":root { --sans: Lato, Arial }",
            f"“Lato” or “Arial” here; {{}} Source Sans 3: put one of them {BRING}",
        ),
    ],
)
def test_a_font_that_is_not_here_is_replaced_and_the_verdict_says_so(
    css: str, remark: str, composed: Callable
) -> None:
    sheet = Stylesheet("house.css", css)
    made = print_out(replace(composed("Words."), settings=Settings(stylesheets=(sheet,))))
    said = remark.format("text that asks for it is set in")
    assert made.remarks == ((f"There is no font {said}",) if remark else ())


def test_a_font_that_a_style_sheet_brings_along_is_here(composed: Callable) -> None:
    font = b64encode((ROOT / "templates/fonts/SourceCodePro-Regular.ttf").read_bytes()).decode()
    css = f"@font-face {{ font-family: Own; src: url(data:font/ttf;base64,{font}) }} p {{ font-family: own }}"
    sheet = Stylesheet("house.css", css)
    made = print_out(replace(composed("Words."), settings=Settings(stylesheets=(sheet,))))
    assert not made.remarks
    assert any("Own" in name for name in faces(made.data))


@pytest.fixture
def without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for region in ("jp", "ko", "zh_cn", "zh_tw"):
        monkeypatch.setitem(sys.modules, f"pylopdf_fonts_{region}", None)


@pytest.mark.usefixtures("without_the_extra")
@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("漢字", r"U\+5B57 CJK UNIFIED IDEOGRAPH-5B57.*For Han: pip install \"surefoot\[fonts\]\"\.$"),
        ("かな ハ 한", r"For Hangul, Hiragana and Katakana: pip install"),
        ("《（》", r"U\+300A LEFT DOUBLE ANGLE BRACKET.*pip install \"surefoot\[fonts\]\"\.$"),
        (f"漢 {LINEAR_A}", r"For Han: pip install \"surefoot\[fonts\]\"\. For Linear A: put a font"),
    ],
)
def test_the_extra_is_named_that_has_a_missing_script(text: str, advice: str, composed: Callable) -> None:
    with pytest.raises(WriterError, match=advice):
        print_out(composed(text))


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        (LINEAR_A, r"U\+10600 LINEAR A SIGN AB001\)\. For Linear A: put a font .* by --fonts FOLDER"),
        ("".join(map(chr, range(0x1D2C0, 0x1D2D4))), r"and 12 more\. Find a font that does: put a font"),
    ],
)
def test_what_no_extra_has_is_named_with_its_script(text: str, advice: str, composed: Callable) -> None:
    with pytest.raises(WriterError, match=advice):
        print_out(composed(text))


def test_a_font_in_the_folder_of_an_author_sets_what_ours_lack(composed: Callable, tmp_path: Path) -> None:
    drawn(tmp_path / "deep" / "mine.ttf", LINEAR_A)
    composition = replace(composed(LINEAR_A), settings=Settings(fonts=(tmp_path,)))
    assert "Mine" in faces(print_out(composition).data)


def test_a_folder_without_a_font_is_named_and_a_file_that_is_none(composed: Callable, tmp_path: Path) -> None:
    composition = replace(composed("Words."), settings=Settings(fonts=(tmp_path,)))
    with pytest.raises(WriterError, match=r"has no font, no file whose name ends in \.ttf, \.otf"):
        print_out(composition)
    (tmp_path / "broken.ttf").write_text("no font")
    with pytest.raises(WriterError, match=r"broken\.ttf cannot be read as a font"):
        print_out(composition)


def drawn(path: Path, letter: str) -> None:
    """Make a font with one letter, a square."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, 500), (500, 500), (500, 0)):
        pen.lineTo(corner)
    pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", "square"])
    builder.setupCharacterMap({ord(letter): "square"})
    builder.setupGlyf({".notdef": square, "square": square})
    builder.setupHorizontalMetrics({".notdef": (600, 0), "square": (600, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Mine", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    path.parent.mkdir()
    builder.save(path)
