"""What the layout engine complains of: an author's style sheet earns a remark, all else an error."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from paged import page_texts
from surefoot.composition import Composition
from surefoot.errors import WriterError
from surefoot.model import Settings, Stylesheet
from surefoot.writers.pdf import print_out

NO_FONT = "url(data:font/ttf;base64,bm90aGluZw==)"


@pytest.fixture
def remarks(composed: Callable[[str], Composition]) -> Callable[..., tuple[str, ...]]:
    def _remarks(*sheets: str, text: str = "Words.\n", **settings: object) -> tuple[str, ...]:
        own = tuple(Stylesheet(f"{number}.css", sheet) for number, sheet in enumerate(sheets, 1))
        composition = replace(composed(text), settings=Settings(stylesheets=own, **settings))
        return print_out(composition).remarks

    return _remarks


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        ("p {\n color: ; }", "1.css, line 2: “color:” has no value; it is left out."),
        ("p { colour: red }", "1.css, line 1: “colour” is no property known on paper; it is left out."),
        (
            "p { color: blurple }",
            "1.css, line 1: “color: blurple” has a value that cannot be used; it is left out.",
        ),
        ("\n\np { color red; }", "1.css, line 3: what stands here is no whole rule; it is left out."),
        ("p::foo { color: red }", "1.css: “p::foo” selects nothing known on paper; its rule is left out."),
        ("@foo { p { color: red } }", "1.css, line 1: “@foo” is no rule known on paper; it is left out."),
        (
            "@page { @top { content: 'x' } }",
            "1.css, line 1: “@top” is no rule known on paper; it is left out.",
        ),
        ("@page :odd { margin: 0 }", "1.css, line 1: “@page :odd” selects no page; its rule is left out."),
        (
            "@media (min-width: 3em) { p { color: red } }",
            "1.css, line 1: “@media (min-width: 3em)” is no kind of medium; its rule is left out.",
        ),
        (
            f"@font-face {{ font-family: X; src: {NO_FONT} }}",
            "1.css: the font of “X” cannot be loaded; another takes its place.",
        ),
        (
            "p { background: url(data:image/png;base64,bm90aGluZw==) }",
            "1.css: a picture that it names cannot be read; it is left out.",
        ),
        (
            "p::before { content: string(x) }",
            "1.css: “string()” can stand in a page's margin only; it is left out.",
        ),
    ],
)
def test_a_slip_in_an_authors_style_sheet_is_told_in_plain_words(
    sheet: str, said: str, remarks: Callable[..., tuple[str, ...]]
) -> None:
    assert remarks(sheet) == (said,)


def test_a_value_that_hangs_on_a_variable_is_told_at_its_line(
    remarks: Callable[..., tuple[str, ...]],
) -> None:
    own = ":root { --mine: red }\np { width: var(--mine) }"
    assert remarks("p {}\n\n", own) == (
        "2.css, line 2: “width: red” has a value that cannot be used; it is left out.",
    )


def test_a_style_sheet_without_slips_earns_no_remark(remarks: Callable[..., tuple[str, ...]]) -> None:
    assert remarks("p { color: red } @media screen { p { cursor: pointer } }") == ()


def test_the_rest_of_a_style_sheet_with_a_slip_is_heeded(composed: Callable[[str], Composition]) -> None:
    own = Stylesheet("own.css", "p { colour: red }\nh2 { break-before: page }")
    composition = replace(composed("Words.\n\n# Part\n\nWords.\n"), settings=Settings(stylesheets=(own,)))
    assert len(page_texts(print_out(composition).data)) == 2


def test_a_value_that_reaches_our_own_style_sheet_stays_an_error(
    remarks: Callable[..., tuple[str, ...]],
) -> None:
    with pytest.raises(WriterError, match=r"WeasyPrint complained: Ignored `.* huge` at 1"):
        remarks(variables={"accent": "huge"}, text="# Part\n")
