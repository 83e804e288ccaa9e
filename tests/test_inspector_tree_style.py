"""What a declaration of a style sheet surely hides is hidden, and what it may show is shown."""

from __future__ import annotations

import pytest
from tinycss2 import parse_one_component_value

from pages import BODY, inspected, seen
from surefoot.inspectors.html import HtmlInspector
from surefoot.inspectors.tree.style.values import pixels

# Lengths and sides


@pytest.mark.parametrize(
    "length",
    (
        "-9999px -7500pt -630pc -105in -265cm -2650mm -10600q -630em -630REM -1250ex -1250ch -530lh -790vw "
        "-790svw -790dvi -1250vh -1250lvh -1250vb -1700%"
    ).split(),
)
def test_what_is_far_is_far_in_any_unit(length: str) -> None:
    assert not seen(f".text {{ position: absolute; left: {length} }}")
    assert seen(f".text {{ position: absolute; left: {length[1:]} }}")


@pytest.mark.parametrize("inch", ["1in", "96px", "72pt", "6pc", "2.54cm", "25.4mm", "101.6Q"])
def test_an_inch_is_an_inch_in_any_unit(inch: str) -> None:
    assert pixels(parse_one_component_value(inch)) == pytest.approx(96)


@pytest.mark.parametrize("length", ["-9999", "-9999parsec", "-9999s", "calc(-9999px + 100%)", "auto"])
def test_what_is_no_length_moves_nothing(length: str) -> None:
    assert seen(f".text {{ position: absolute; left: {length} }}")


@pytest.mark.parametrize(
    ("declaration", "shows"),
    [
        ("margin: -9999px", False),
        ("margin: 0 -9999px", False),
        ("margin: -9999px 0", False),
        ("margin: 0 -9999px 0", False),
        ("margin: 0 0 0 -9999px", False),
        ("margin: -9999px 0 0 0", False),
        ("margin: 0 0 -9999px", True),
        ("margin: 0 -9999px 0 0", True),
        ("margin: 0 0 -9999px 0", True),
        ("position: fixed; inset: -9999px", False),
        ("position: fixed; inset: auto -9999px auto auto", False),
        ("position: fixed; inset: auto auto -9999px auto", True),
        ("position: fixed; inset-block-start: -9999px", False),
        ("position: fixed; inset: auto -9999px", False),
        ("position: fixed; inset: auto auto auto -9999px", False),
        ("position: fixed; inset: 0 auto 0 -9999px", False),
        ("position: fixed; inset: auto -9999px auto", False),
        ("position: fixed; inset-block: -9999px auto", False),
        ("position: fixed; inset-block: auto -9999px", True),
        ("position: fixed; inset-inline-start: -9999px", False),
        ("position: fixed; inset-inline-end: -9999px", False),
        ("position: fixed; inset-inline: -9999px", False),
        ("position: fixed; inset-inline: -9999px auto", False),
        ("position: fixed; inset-inline: auto -9999px", False),
    ],
)
def test_a_shorthand_sets_the_sides_that_its_values_are_for(declaration: str, *, shows: bool) -> None:
    assert seen(f".text {{ {declaration} }}") is shows


def test_a_later_shorthand_takes_back_what_an_earlier_declaration_set() -> None:
    moved = ".text { position: fixed; left: -9999px }"
    for shorthand in ("inset: 0", "inset-inline: 0", "inset-inline-start: 0"):
        assert seen(f"{moved} .text {{ {shorthand} }}")
    assert seen(".text { margin-left: -9999px } .text { margin: 0 }")
    assert seen(".text { font-size: 0 } .text { font: 1em serif }")
    assert seen(".text { color: white } .text { background: black }")
    assert seen(".text { mask-image: linear-gradient(#0000, #0000) } .text { mask: none }")
    assert seen(".text { max-height: 0; overflow: hidden } .text { overflow: visible }")
    assert seen(".text { opacity: 0; animation-name: none } .text { animation: appear 1s forwards }")


@pytest.mark.parametrize(
    "declaration",
    [
        "position: absolute; clip: rect(0, 1px, 20px, 0)",
        "position: absolute; clip: rect(0, 20px, 1px, 0)",
        "position: absolute; clip: rect(9px, 20px, 9px, 0)",
        "position: fixed; clip: rect(auto, 5px, auto, 5px)",
        "clip-path: ellipse(0)",
        "clip-path: inset(50% 50%)",
        "transform: scale(1, 0)",
        "transform: scaleX(0)",
        "transform: translate(0, -9999px)",
        "transform: rotateY(270deg)",
        "translate: 0 -9999px",
        "scale: 1 0",
        "rotate: x 90deg",
        "filter: grayscale(1) opacity(0)",
        "font-size: min(0px)",
        "display: block; max-width: 0; overflow: clip",
        "display: block; width: 0; overflow: scroll",
        "float: left; width: 0; overflow: hidden",
        "display: block; margin-top: -9999px",
        "position: absolute; right: -9999px",
        "-webkit-mask-image: linear-gradient(#0000, #0000)",
        "display: block; max-height: 0; overflow-x: hidden",
        "font: 400 1px serif",
        "font: 1% serif",
    ],
)
def test_what_takes_all_room_from_a_box_hides_it(declaration: str) -> None:
    assert not seen(f".call {{ {declaration} }}")


@pytest.mark.parametrize(
    "declaration",
    [
        "position: absolute; clip: rect(0, 20px, 20px, auto)",
        "position: absolute; clip: rect(auto, 0, 20px, auto)",
        "position: absolute; clip: rect(0)",
        "position: relative; clip: rect(0, 0, 0, 0)",
        "clip-path: inset(50% 0)",
        "clip-path: inset(0 50%)",
        "clip-path: inset(20px)",
        "clip-path: inset()",
        "clip-path: circle(50%)",
        "clip-path: polygon(0 0)",
        "transform: translate(-100%)",
        "transform: translateX(-20px) scaleX(-1)",
        "scale: -1 1",
        "transform: rotate(90deg)",
        "transform: rotateY(180deg)",
        "rotate: z 90deg",
        "rotate: y",
        "scale: 0.5",
        "filter: opacity()",
        "filter: blur()",
        "mask-image: linear-gradient(transparent, currentcolor)",
        "mask-image: linear-gradient(#0000, #000)",
        "float: none; width: 0; overflow: hidden",
        "display: inline; width: 0; overflow: hidden",
        "display: contents; width: 0; overflow: hidden",
        "display: block; width: 0",
        "display: block; width: 2em; overflow: hidden",
        "margin-left: -9999px",
        "margin-left: 0 0",
        "opacity: 0; animation: appear 1s",
    ],
)
def test_what_leaves_room_in_a_box_does_not(declaration: str) -> None:
    assert seen(f".call {{ {declaration} }}")


def test_an_animation_of_no_name_shows_nothing_in_the_end() -> None:
    assert not seen(".text { opacity: 0; animation-name: none }")


# Ink


@pytest.mark.parametrize(
    "size", ["xx-small", "x-small", "small", "medium", "large", "smaller", "20px", "1em"]
)
def test_a_tenth_of_a_usual_size_is_no_size_to_read(size: str) -> None:
    sized = f".notes {{ font-size: {size} }}"
    assert not seen(f"{sized} .text {{ font-size: 10% }}")
    assert not seen(f"{sized} .text {{ font-size: 0.1em }}")
    assert seen(f"{sized} .text {{ font-size: inherit }}")
    assert seen(f"{sized} .text {{ font-size: 60% }}")


@pytest.mark.parametrize(
    ("around", "size", "shows"),
    [
        ("5px", "0.5em", False),
        ("5px", "inherit", True),
        ("3px", "inherit", False),
        ("3px", "", False),
        ("40px", "0.2em", True),
        ("40px", "20%", True),
        ("1px", "20px", True),
        ("1px", "small", True),
    ],
)
def test_a_size_is_inherited_or_a_part_of_the_one_around(around: str, size: str, *, shows: bool) -> None:
    assert seen(f".notes {{ font-size: {around} }} .text {{ font-size: {size} }}") is shows


@pytest.mark.parametrize("size", ["var(--x)", "x-large", "calc(1em + 1vw)", "1em 2em"])
def test_a_part_of_an_unknown_size_is_unknown(size: str) -> None:
    assert seen(f".notes {{ font-size: {size} }} .text {{ font-size: 1% }}")


@pytest.mark.parametrize(
    ("css", "shows"),
    [
        (".text { background: black }", False),
        (".text { background-color: #010101 }", False),
        (".text { background: #0000ed }", True),
        (".call { background: #0000ed }", False),
        (".call { background: black }", True),
        ("#r:not([href]) { background: black }", True),
        ("body { color: #fefefe }", False),
        ("body { color: #ccc }", True),
        ("body { color: white; background: url(night.jpg) }", True),
        ("body { color: white; background: night url(night.jpg) }", True),
        ("body { color: white; background: image-set('a.png' 1x) }", True),
        ("body { color: white; background: linear-gradient(black, black) white }", True),
        ("body { color: white; background: none }", False),
        ("body { color: white; background-image: none }", False),
        ("body { color: white; background: black; } .text { background: transparent }", True),
        ("body { color: white; background: #0008 }", True),
        ("body { color: white; background: color(unknown 1 1 1) }", True),
        ("body { color: white; background: currentcolor }", True),
        ("body { color: white; background: calc(1px) min(1px) max(1px) 0 }", False),
        ("body { color: white; background: url('a.png'); background-color: white }", True),
        ("body { color: white; background: image-set('a' 1x); background-color: white }", True),
        (".text { color: white; background: transparent }", False),
        (".notes { color: white } .text { color: currentcolor }", False),
        (".notes { color: white; background: black } .text { color: currentcolor }", True),
        ("body { color: white; background: var(--x) }", True),
        ("body { color: white; background: var(--x) no-repeat }", True),
        (".text { color: white; position: absolute }", True),
        (".text { color: white; position: fixed }", True),
        (".text { color: white; position: relative }", False),
        (".text { color: white; position: absolute; background: white }", False),
        (".text { color: #ffffff80 }", True),
        (".text { color: currentcolor }", True),
        (".notes { color: white } .text { color: unset }", False),
        (".notes { color: white } .text { color: inherit }", False),
        (".text { color: white; text-shadow: none }", False),
        (".text { color: white; text-shadow: 0 0 1px black }", True),
        (".text { color: white; background-clip: text }", True),
        (".text { color: white; -webkit-background-clip: text }", True),
        (".text { color: white; background-clip: content-box }", False),
        (".text { color: white; visibility: visible }", False),
        (".notes { -webkit-text-fill-color: white } .text { color: black }", False),
        (".notes { -webkit-text-fill-color: white } .text { -webkit-text-fill-color: unset }", False),
        (".notes { -webkit-text-fill-color: white } .text { -webkit-text-fill-color: black }", True),
        (".notes { -webkit-text-fill-color: white } .text { -webkit-text-fill-color: inherit }", False),
        (".text { -webkit-text-fill-color: currentcolor }", True),
        (".notes { visibility: hidden } .text { visibility: inherit }", False),
        (".notes { visibility: hidden } .text { visibility: var(--x) }", True),
    ],
)
def test_letters_are_seen_where_they_are_not_of_the_colour_of_their_paper(css: str, *, shows: bool) -> None:
    assert seen(css) is shows


@pytest.mark.parametrize(
    "declaration",
    [
        "font-size: 1em",
        "color: black",
        "visibility: visible",
        "background: black",
        "background-image: url(a.png)",
        "text-shadow: 0 0 1px black",
        "-webkit-text-fill-color: black",
        "-webkit-background-clip: text",
        "position: absolute",
    ],
)
def test_what_may_be_declared_in_some_readers_only_may_show(declaration: str) -> None:
    hidden = ".text { color: white }"
    if "size" in declaration or "visible" in declaration:
        hidden = ".text { font-size: 0 }" if "size" in declaration else ".text { visibility: hidden }"
    assert not seen(hidden)
    assert seen(f"{hidden} @media (prefers-contrast: more) or (scripting) {{ .text {{ {declaration} }} }}")


@pytest.mark.parametrize(
    ("note", "shows"),
    [
        ('<mark style="color: yellow">The note.</mark>', False),
        ("<mark>The note.</mark>", True),
        ('<span style="background: black"><mark>The note.</mark></span>', True),
        ('<span style="background: #0000ee"><a href="#top">The note.</a></span>', False),
        ('<span style="background: #0000ee"><a name="top">The note.</a></span>', True),
        ('<font color="white">The note.</font>', True),
        ('<font color="white"><span style="background: white">The note.</span></font>', True),
        ('<span bgcolor="navy" style="color: white">The note.</span>', True),
    ],
)
def test_what_html_itself_colours_has_that_colour(note: str, *, shows: bool) -> None:
    assert seen("", BODY.replace("The note.", note)) is shows


def test_of_the_colours_of_a_page_that_its_body_names_nothing_is_known() -> None:
    white = "<style>.note { background: black }</style>"
    for attribute in ("text", "link"):
        page = f'<html><head>{white}</head><body {attribute}="white">{BODY}</body></html>'
        (citation,) = HtmlInspector().inspect(page.encode()).citations
        assert citation.seen


GREEN = [
    "lab(46.2775% -47.5621 48.5837)",
    "lch(46.2775% 67.9892 134.3912)",
    "oklab(51.975% -0.1403 0.10768)",
    "oklch(51.975% 0.17686 142.495)",
    "color(display-p3 0.21604 0.49418 0.13151)",
    "color(xyz 0.07719 0.15438 0.02573)",
    "color(xyz-d50 0.08314 0.154747 0.020966)",
]
"""What is one with ``green`` by the examples of CSS Color, level 4."""


@pytest.mark.parametrize("green", GREEN)
def test_a_colour_is_the_same_in_any_space(green: str) -> None:
    assert not seen(f".text {{ color: {green}; background: #008000 }}")
    assert seen(f".text {{ color: {green}; background: #008800 }}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lab(54.2905 80.8049 69.8910)", "#f00"),
        ("lab(29.5683 68.2874 -112.0297)", "#00f"),
        ("lch(0 0 0)", "#000"),
        ("oklch(0.627955 0.257683 29.2339)", "#f00"),
        ("oklab(0.452014 -0.032457 -0.311528)", "#00f"),
        ("oklch(1 0 0)", "#fff"),
        ("color(display-p3 0.917488 0.200287 0.138561)", "#f00"),
        ("color(display-p3 0 0 0.959588)", "#00f"),
        ("color(display-p3 0.03 0.03 0.03)", "rgb(3% 3% 3%)"),
    ],
)
def test_letters_are_lost_on_paper_of_their_colour_in_another_space(one: str, other: str) -> None:
    assert not seen(f".text {{ color: {one}; background: {other} }}")
    assert not seen(f".text {{ color: {other}; background: {one} }}")


@pytest.mark.parametrize(
    "value",
    [
        "color(display-p3 0 0 1)",
        "color(rec2020 1 1 1)",
        "color()",
        "oklch(from white l c h)",
        "lab(1e300 0 0)",
        "lch(50 1 1e999)",
        "oklch(1 0 calc(0))",
        "light-dark(white, white)",
    ],
)
def test_a_colour_that_cannot_be_told_hides_nothing(value: str) -> None:
    assert seen(f".text {{ color: {value}; background: {value} }}")


def test_a_colour_without_opacity_hides_in_any_space() -> None:
    assert not seen(".text { color: oklch(0.4 0.1 250 / 0) }")


# Words that a style sheet prints


@pytest.mark.parametrize(
    ("declarations", "note"),
    [
        ("font-size: 1px", "The note."),
        ("font-size: 1em", "NOT The note."),
        ("color: transparent", "The note."),
        ("color: red", "NOT The note."),
        ("color: #0001", "NOT The note."),
        ("visibility: hidden", "The note."),
        ("opacity: 0", "The note."),
        ("opacity: 1", "NOT The note."),
        ("background-color: transparent", "NOT The note."),
        ("font-weight: 0", "NOT The note."),
    ],
)
def test_words_that_a_style_sheet_prints_and_hides_are_none(declarations: str, note: str) -> None:
    (citation,) = inspected(
        BODY, f'<style>.text::before {{ content: "NOT "; {declarations} }}</style>'
    ).citations
    assert citation.note == note


@pytest.mark.parametrize(
    ("css", "note"),
    [
        ('.text::before { content: attr(title) " " }', "The note."),
        ('.text::before { content: attr(class, "x") "of " }', "of The note."),
        (".text::before { content: counter(notes) }", "The note."),
        ('.text::before { content: url(a.png) " chart " }', "chart The note."),
        ('.text::before { content: " " } .text::after { content: "(end)" }', "The note. (end)"),
        ('p.text::before { content: "A " } .text::before { content: "B " }', "A The note."),
        ('.text::before { content: "A " !important } p.text::before { content: "B " }', "A The note."),
        ('.text:before { content: "A " }', "A The note."),
        ('.text::marker { content: "A " }', "The note."),
        ('.text::before { content: "A " } @container (width) { .text::before { content: "" } }', "The note."),
        (
            '.note { visibility: hidden } .note::before { content: "A " } .text { visibility: visible }',
            "The note.",
        ),
    ],
)
def test_what_a_style_sheet_prints_in_words_is_read(css: str, note: str) -> None:
    (citation,) = inspected(BODY, f"<style>{css}</style>").citations
    assert citation.note == note


@pytest.mark.parametrize(
    ("declaration", "apart"),
    [
        ('content: ", "', True),
        ("content: attr(class)", True),
        ("content: url(comma.svg)", True),
        ('content: ""', False),
        ("content: normal", False),
        ("color: rgb(1 2 3)", False),
    ],
)
def test_marks_are_kept_apart_by_what_a_style_sheet_prints_and_not_by_a_colour(
    declaration: str, *, apart: bool
) -> None:
    calls = '<a href="#n" role="doc-noteref">1</a>' * 2
    body = f'<p>A{calls}</p><p id="n" role="doc-footnote">N</p>'
    assert inspected(body, f"<style>a + a::before {{ {declaration} }}</style>").citations[1].apart is apart


def test_what_a_style_sheet_prints_behind_a_mark_keeps_it_from_the_next() -> None:
    call = '<a href="#n" role="doc-noteref">1</a>'
    body = f'<p>A<b>{call}</b>{call}</p><p id="n" role="doc-footnote">N</p>'
    for css, apart in (('b::after { content: "," }', True), ("", False)):
        assert inspected(body, f"<style>{css}</style>").citations[1].apart is apart


def test_a_figure_that_a_style_sheet_adds_to_a_mark_makes_it_another() -> None:
    (citation,) = inspected(BODY, '<style>.call::after { content: "0" }</style>').citations
    assert citation.mark.startswith("10")


# What covers


PINNED = "position: fixed; left: 0; top: 0; background: white; z-index: 9"
FILLS = f"{PINNED}; right: 0; bottom: 0"


@pytest.mark.parametrize(
    ("css", "shows"),
    [
        (FILLS, False),
        ("position: fixed; inset: 0; background: white; z-index: 9", False),
        ("position: fixed; inset-inline: 0; inset-block: 0; background: white; z-index: 9", False),
        ("position: fixed; inset: 0 0 9px; background: white; z-index: 9", True),
        ("position: fixed; inset: 0 9px 0 0; background: white; z-index: 9", True),
        (f"{PINNED}; width: 100%; height: 100vh", False),
        (f"{PINNED}; width: 100%; height: 100dvh", False),
        (f"{PINNED}; width: 100vh; height: 100vh", True),
        (f"{PINNED}; width: 1280px; height: 100%", True),
        (f"{PINNED}; width: 90%; height: 100%", True),
        (f"{PINNED}; width: auto; height: 100%", True),
        (f"{PINNED}; bottom: 0", True),
        (f"{FILLS}; top: auto", True),
        (f"{FILLS}; inset: 0 0 auto", True),
        (f"{FILLS}; inset: 10px", True),
        (f"{FILLS}; background: white url(window.png)", False),
        (f"{FILLS}; background: none", True),
        (f"{FILLS}; background: var(--x)", True),
        (f"{FILLS}; animation: fade 1s", True),
        (f"{FILLS}; z-index: auto", True),
        (f"{FILLS}; z-index: 0", True),
        (f"{FILLS}; z-index: var(--x, 9)", False),
        (f"{FILLS}; z-index: var(--x) 9", True),
        (f"{FILLS}; visibility: hidden", True),
        (f"{FILLS}; opacity: 0.1", True),
        (f"{FILLS}; transform: translateY(-100%)", True),
        (f"{FILLS}; max-width: 20em", True),
        (f"{FILLS}; max-height: 20em", True),
        (f"{FILLS}; opacity: 0", True),
    ],
)
def test_a_box_covers_the_page_that_fills_the_window_above_all(css: str, *, shows: bool) -> None:
    assert seen("", f'{BODY}<div style="{css}"></div>') is shows
    assert seen("", f'<div><div style="{css}"></div></div>{BODY}') is shows


@pytest.mark.parametrize(
    ("raised", "shows"),
    [
        ("z-index: 8", False),
        ("z-index: 9", True),
        ("z-index: 10", True),
        ("z-index: var(--x) 2", True),
    ],
)
def test_a_box_is_above_all_if_no_other_is_raised_as_high(raised: str, *, shows: bool) -> None:
    page = BODY.replace("<main>", f'<main style="position: relative; {raised}">')
    box = f'<div style="{FILLS}"></div>'
    assert seen("", f"{page}{box}") is shows
    assert seen("", f"{box}{page}") is shows


def test_what_stands_in_a_box_that_covers_the_page_is_seen() -> None:
    assert seen("", f'<p>Behind.</p><div style="{FILLS}">{BODY}</div>')
