"""How a document looks is its author's affair: paper, variables and style sheets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from surefoot import design, values
from surefoot.errors import SourceError
from surefoot.model import Document, Settings
from surefoot.source import Given, Look, read
from surefoot.writers.html import HtmlWriter

Source = Callable[[str], Path]


@pytest.fixture
def reading(source: Source) -> Callable[..., Document]:
    def _read(front: str, look: Look | None = None) -> Document:
        return read(source(f"---\ntitle: T\nlang: en\n{front}\n---\n\nText.\n"), Given(look=look or Look()))

    return _read


def refused(reading: Callable[..., Document], front: str) -> str:
    with pytest.raises(SourceError) as refusal:
        reading(front)
    return str(refusal.value)


def test_a_source_without_wishes_gets_the_defaults(reading):
    assert reading("").settings == Settings()


def test_the_front_matter_says_paper_contents_cover_and_variant(reading):
    found = reading("papersize: Letter\ntoc: true\ncover: false\npdf-variant: ua-2").settings
    assert (found.paper, found.contents, found.cover, found.pdf_variant) == ("letter", True, False, "ua-2")


def test_what_is_given_beside_the_source_takes_the_place_of_what_it_says(reading, tmp_path):
    (tmp_path / "other.css").write_text("p { color: red }")
    look = Look("a4", "plain", (tmp_path / "other.css",), (tmp_path,))
    found = reading("papersize: letter\npdf-variant: ua-2\ntheme:\n  css: none.css", look).settings
    assert (found.paper, found.pdf_variant, found.fonts) == ("a4", "plain", (tmp_path,))
    assert [sheet.text for sheet in found.stylesheets] == ["p { color: red }"]


@pytest.mark.parametrize(
    "front",
    ["theme: metropolis", "css: site.css", "cover: picture.png", "toc: ", "fonts: Georgia", "papersize: "],
)
def test_fields_that_other_tools_fill_are_theirs(reading, front):
    document = reading(front)
    assert document.settings == Settings()
    assert document.warnings == ()


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("papersize: b5", "source.md:4: The design is made for a4 and letter, not for “b5”. a4 is set."),
        (
            "theme:\n  acent: red",
            "source.md:5: The theme sets “acent”, which is no variable of the design.",
        ),
    ],
)
def test_what_may_be_meant_for_another_tool_earns_a_warning(reading, front, said):
    (warning,) = reading(front).warnings
    assert said in str(warning)


def test_colours_that_can_hardly_be_told_from_their_ground_earn_a_warning(reading):
    said = [warning.what for warning in reading("theme:\n  ink: '#eee'\n  tint: '#fff'").warnings]
    assert said == [
        f"The theme brings “ink” and “{ground}” to a contrast of 1.2 to 1." for ground in ("paper", "tint")
    ]


def test_the_design_itself_is_legible():
    assert list(design.faint(design.variables())) == []


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("pdf-variant: x-9", "“x-9” is no variant of PDF. Write one of: ua-1, ua-2, plain, print."),
        (
            "theme:\n  accent: 'red; }'",
            "The theme sets “accent” to “red; }”. Give it a colour, such as #1d3b5e.",
        ),
        ("theme:\n  ink: red\n  page-size: huge", "source.md:6: The theme sets “page-size” to “huge”."),
        ("theme:\n  hyphens: never", "“hyphens” to “never”. Give it one of auto, manual, none."),
        (
            "theme:\n  css: [wide.css]",
            "“wide.css” sets “--page-top” to “wide” in its line 2. Give it a length",
        ),
        ("theme:\n  css: no.css", "The style sheet “no.css” is not there. Put the file beside"),
        ("theme:\n  css: [far.css]", "“far.css” asks the network for “https://example.org/a.png”."),
        ("theme:\n  css: [gone.css]", "“gone.css” names “gone.png”, which is not there."),
        ("theme:\n  css: [two.css]", "“two.css” imports another one. Name both"),
        ("theme:\n  css: [latin.css]", "“latin.css” cannot be read"),
    ],
)
def test_a_wish_that_cannot_be_granted_is_refused_with_its_remedy(reading, tmp_path, front, said):
    (tmp_path / "far.css").write_text("p { background: url(https://example.org/a.png) }")
    (tmp_path / "gone.css").write_text("p { background: url('gone.png') }")
    (tmp_path / "two.css").write_text("@import 'one.css';")
    (tmp_path / "wide.css").write_text("/* --page-end: narrow */\n:root { --page-top: wide !important }")
    (tmp_path / "latin.css").write_bytes(b"/* \xe9 */")
    assert said in refused(reading, front)


def test_what_a_style_sheet_names_is_put_into_it(reading, tmp_path):
    (tmp_path / "a b.svg").write_text("<svg/>")
    (tmp_path / "house.css").write_text('p { background: url("a%20b.svg"); mask: url(#m) }')
    (sheet,) = reading("theme:\n  css: house.css").settings.stylesheets
    assert sheet.text == 'p { background: url("data:image/svg+xml;base64,PHN2Zy8+"); mask: url(#m) }'


def test_every_variable_of_the_design_can_be_set(reading):
    found = reading(
        "theme:\n" + "\n".join(f"  {name}: '{each}'" for name, each in design.variables().items())
    )
    assert found.settings.variables == design.variables()
    assert set(design.variables()) >= {"accent", "serif", "leading"}


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        (
            "ink",
            ["red", "#fff", "rgb(1 2 3)", "device-cmyk(0 0 0 1)", "var(--accent)"],
            ["huge", "#12345", "inherit"],
        ),
        (
            "page-top",
            ["0", "1in", "5%", "calc(1in + 2mm)"],
            ["1", "-1in", "1dpi", "1in 2in", "calc(1in) }", ""],
        ),
        ("leading", ["1.5", "14pt"], ["-1", "wide"]),
        ("page-note-indent", ["2", "calc(1 + 1)"], ["2em"]),
        ("serif", ["Foo Bar, 'Baz', serif"], ["12pt", "'Foo' Bar", "Foo,,serif"]),
        ("figures", ["lining-nums slashed-zero"], ["tabular-nums", "1"]),
        ("text-align", ["justify"], ["both", "left right"]),
    ],
)
def test_a_variable_takes_values_of_its_kind_alone(name: str, good: list[str], bad: list[str]) -> None:
    usual = design.variables()[name]
    assert [value for value in good if not values.fits(name, value, usual)] == []
    assert [value for value in bad if values.fits(name, value, usual)] == []


def test_a_word_on_bytes_is_no_rule(reading, tmp_path):
    (tmp_path / "house.css").write_text('@charset "utf-8"; p { color: red }')
    (sheet,) = reading("theme:\n  css: house.css").settings.stylesheets
    assert sheet.text.strip() == "p { color: red }"


def test_variables_come_before_the_authors_style_sheets_and_both_after_ours(reading, tmp_path):
    (tmp_path / "house.css").write_text("p { color: var(--accent) } /* </style> */")
    page = HtmlWriter().write(reading("theme:\n  accent: '#802020'\n  css: house.css")).data.decode()
    ours, variables, own = (
        page.index(text) for text in ("--accent: #1d3b5e", "--accent: #802020", "p { color: v")
    )
    assert ours < variables < own
    assert page.count("</style>") == 1
