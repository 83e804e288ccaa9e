"""A rule of a style sheet is believed only where it applies for certain on an ordinary screen."""

from __future__ import annotations

import pytest
from lxml import etree

from pages import BODY, inspected, seen
from surefoot.inspectors.tree.sight import sight
from surefoot.inspectors.tree.style.sheets import Sheet


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("all", True),
        ("only screen", True),
        ("speech", False),
        ("screen and (max-height: 10em)", False),
        ("(min-height: 10em)", True),
        ("(min-height: 500em)", False),
        ("(orientation: landscape)", True),
        ("(orientation: portrait)", False),
        ("(hover: hover) and (any-hover: hover)", True),
        ("(hover: none)", False),
        ("(pointer: fine) and (any-pointer: FINE)", True),
        ("(pointer: coarse)", False),
        ("(prefers-reduced-motion: reduce)", False),
        ("(prefers-reduced-motion: no-preference)", True),
        ("(prefers-contrast: no-preference)", True),
        ("(prefers-contrast: more)", False),
        ("(forced-colors: none)", True),
        ("(forced-colors: active)", False),
        ("(height > 10em)", True),
        ("(height > 500em)", False),
        ("(width < 500em)", True),
        ("(width >)", None),
        ("(width > wide)", None),
        ("(resolution > 1px)", None),
        ("(100px 200px < width)", None),
        ("/* a */ screen /* b */ and /* c */ (/* d */ hover: hover)", True),
        ("(10em > width)", False),
        ("(500em > width)", True),
        ("(width >= 10em)", True),
        ("(width <= 10em)", False),
        ("(width = 10em)", False),
        ("print, screen", True),
        ("print, speech", False),
        ("print, (scripting: enabled)", None),
        ("screen, (scripting: enabled)", True),
        ("not screen", False),
        ("not (scripting: enabled)", None),
        ("(scripting: enabled) and print", False),
        ("screen or print", None),
        ("(resolution > 1dppx)", None),
        ("(min-resolution: 1px)", None),
        ("(some-width: 10px)", None),
        ("(min-width)", None),
        ("(min-width: wide)", None),
        ("(10px)", None),
        ("(color)", None),
        ("()", None),
    ],
)
def test_a_media_query_holds_fails_or_depends_on_the_reader(query: str, *, holds: bool | None) -> None:
    hides = f"@media {query} {{ .text {{ display: none }} }}"
    shows = f".text {{ display: none }} @media {query} {{ .text {{ display: block }} }}"
    assert (seen(hides), seen(shows)) == (holds is not True, holds is not False)


@pytest.mark.parametrize(
    ("media", "holds"),
    [("", True), ("screen", True), ("print", False), ("(scripting: enabled)", None), ("print, all", True)],
)
def test_the_media_of_a_sheet_are_asked_as_well(media: str, *, holds: bool | None) -> None:
    hides = f'<style media="{media}">.text {{ display: none }}</style>'
    shows = (
        f'<style>.text {{ display: none }}</style><style media="{media}">.text {{ display: block }}</style>'
    )
    assert inspected(BODY, hides).citations[0].seen is (holds is not True)
    assert inspected(BODY, shows).citations[0].seen is (holds is not False)


@pytest.mark.parametrize(
    ("condition", "certain"),
    [
        ("(float: left)", True),
        ("(visibility: collapse)", True),
        ("(display: contents)", True),
        ("(background-color: #123456)", True),
        ("(background-color: nonsense)", False),
        ("(position: nonsense)", False),
        ("(display: block flex)", False),
        ("(display)", False),
        ("(display = block)", False),
        ("(10px: block)", False),
        ("/* a */ ( display : block )", True),
        ("()", False),
        ("(nonsense: block)", False),
        ("(display: grid) and (float: nonsense)", False),
        ("(display: grid) or (float: nonsense)", True),
        ("(display: grid) nor (float: left)", False),
        ("not (display: nonsense)", False),
        ("selector(a)", False),
    ],
)
def test_a_condition_on_the_browser_is_believed_if_every_browser_fulfils_it(
    condition: str, *, certain: bool
) -> None:
    assert seen(f"@supports {condition} {{ .text {{ display: none }} }}") is not certain
    assert seen(f".text {{ display: none }} @supports {condition} {{ .text {{ display: block }} }}")


@pytest.mark.parametrize(
    ("css", "shows"),
    [
        ("@layer a { @media print { .text { display: none } } }", True),
        ("@layer a { .text { display: none } } .text { color: black }", False),
        (".text { display: block } @layer a { .text { display: none } }", True),
        ("@scope (main) { .text { display: none } }", True),
        (".text { display: none } @scope (main) { .text { display: block } }", True),
        (".text { display: none } .text:hover { display: block }", False),
        (".text { display: none } .text:dir(ltr) { display: block }", True),
        (".text { display: none } .text:not(:nonsense) { display: block }", True),
        (".text { display: none } .text:empty:not(:nonsense) { display: block }", False),
        ("/* a */ .text { /* b */ display: none } /* c */", False),
        ("@media screen { /* a */ .text { display: none } /* b */ }", False),
        ("@font-feature-values X { .text { display: none } }", True),
        ("@starting-style { .text { display: none } }", True),
        ("@page { display: none }", True),
        ("@layer a; .text { display: none }", False),
        ("@media screen { @media (scripting) { .text { display: none } } }", True),
        ("@media (scripting) { @media screen { .text { display: none } } }", True),
        ("main { @media screen { & .text { display: none } } }", True),
        (".a, .notes { .text, .b { display: none } }", False),
        (".text { .a & { display: none } }", True),
        (".text { .note & { display: none } }", False),
        ("/* a */ .text /* b */ { /* c */ display: /* d */ none /* e */ }", False),
        (".text { background: url(data:a;{.b}) } .text { display: none }", False),
        (".text { --x: 0 } .text { opacity: var(--x) }", False),
        (".text { --x: 0; --X: 1; opacity: var(--X) }", True),
        (".text { opacity: var(--x) }", True),
        (".text { opacity: var(--x, 0) }", False),
        (".text { opacity: var( --x , 0 ) }", False),
        (".text { --x: 1; opacity: var(--x, 0) }", True),
        ("@media (scripting) { .text { --x: 0 } } .text { opacity: var(--x, 0) }", True),
        (".text { --x: var(--y); --y: var(--z); --z: 0; opacity: var(--x) }", False),
        ("main { --x: 0 } .text { opacity: var(--x) }", False),
        (".text { color: var(--x) var(--y); --x: white }", True),
    ],
)
def test_a_rule_counts_where_it_applies_for_certain(css: str, *, shows: bool) -> None:
    assert seen(css) is shows


@pytest.mark.parametrize(
    "selector",
    [
        *(".text:first-child", ".text:last-child", ".text:only-child", "main p:last-of-type"),
        *("li > p:first-of-type", "p:only-of-type", "p:nth-child(1)", "p.text:nth-last-child(1)"),
        *("li p:nth-of-type(1)", "li p:nth-last-of-type(1)", ":is(.text, .nothing)", ":where(.text)"),
        *(":not(.call) > .text", "li:has(a)", "a:any-link", "a:link", ":root", "html", "*", "[href='#n']"),
        *("body", "P.text", "section.notes > ol > li p", "h1 + p, .text", "p ~ section", "p + section"),
    ],
)
def test_a_selector_finds_what_it_says(selector: str) -> None:
    assert not seen(f"{selector} {{ display: none }}")


@pytest.mark.parametrize(
    "selector",
    [
        *(".call:hover", "a:focus", "a:focus-visible", "p:focus-within", "a:active", "a:target", "a:visited"),
        *("details:open", "div:popover-open", "a:first-letter", "a::first-line", "p::selection"),
        *(".text:nth-child(2)", ".text:empty", "p:has(h1)", ".text:not(p)", "a:checked", "p:disabled"),
        *("p:lang(de)", "p:enabled", "p:fullscreen", "p:dir(ltr)", "p..x", "p >", ":is(", "[href", "a:"),
        *("Text", ".Text", "#N", "svg|a"),
    ],
)
def test_a_selector_that_finds_nothing_yet_hides_nothing(selector: str) -> None:
    assert seen(f"{selector} {{ display: none }}")


def test_of_what_is_important_an_elements_own_style_is_the_strongest() -> None:
    own = BODY.replace('class="text"', 'class="text" style="display: none !important"')
    assert not seen(".text { display: block !important }", own)
    assert not seen("", own)


def test_a_selector_of_a_list_that_waits_for_a_reader_takes_nothing_from_the_others() -> None:
    assert not seen(".call:hover, .text { display: none }")


@pytest.mark.parametrize(
    ("head", "shows"),
    [
        ("<style>.text { display: none }</style>", False),
        ("<template><style>.text { display: none }</style></template>", True),
        ('<link rel="stylesheet" href="a.css">', True),
        ("<style>@import 'a.css'; .text { display: none }</style>", False),
    ],
)
def test_a_sheet_of_a_page_counts_that_is_in_the_page(head: str, *, shows: bool) -> None:
    assert inspected(BODY, head).citations[0].seen is shows


# Namespaces

_PAGE = etree.fromstring(
    """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
    <p id="n" epub:type="footnote" class="note">The note.</p><svg xmlns="http://www.w3.org/2000/svg">
    <a id="s"/></svg></body></html>"""
)
_OPS = '"http://www.idpf.org/2007/ops"'
_HTML = '"http://www.w3.org/1999/xhtml"'
_SVG = '"http://www.w3.org/2000/svg"'


@pytest.mark.parametrize(
    ("css", "hidden"),
    [
        (f"@namespace e {_OPS}; [e|type~=footnote]", "n"),
        (f"@namespace e url({_OPS}); [e|type]", "n"),
        ("@namespace e url(http://www.idpf.org/2007/ops); [e|type]", "n"),
        (f"/* a */ @charset 'utf-8'; @layer a; @namespace /* b */ e {_OPS}; [e|type]", "n"),
        (f"@NAMESPACE epub {_OPS}; p:not([epub|type=noteref])", "n"),
        ("[*|type~=footnote]", "n"),
        (f"@namespace e {_SVG}; @namespace e {_OPS}; [e|type]", "n"),
        (f"@namespace h {_HTML}; h|p", "n"),
        (f"@namespace {_HTML}; p", "n"),
        (f"@namespace {_HTML}; .note", "n"),
        (f"@namespace s {_SVG}; s|*", "s"),
        (f"@namespace {_SVG}; p, .note", ""),
        (f"@namespace {_SVG}; a", "s"),
        (f"@namespace {_SVG}; *|p", "n"),
        (f"@namespace s {_SVG}; s|p", ""),
        ("[epub|type~=footnote]", ""),
        ("[epub\\:type~=footnote]", ""),
        (f"@namespace e {_SVG}; [e|type]", ""),
        (f"@namespace e {_OPS}; [E|type]", ""),
        (f"b {{ color: red }} @namespace e {_OPS}; [e|type]", ""),
        (f"@media all {{ }} @namespace e {_OPS}; [e|type]", ""),
        (f"@namespace e {_OPS} {{ }} [e|type]", ""),
        (f"@namespace e {_OPS} x; [e|type]", ""),
        ("@namespace e; [e|type]", ""),
        ("@namespace e ''; [e|type]", ""),
        ("@namespace ''; p", ""),
        ("@namespace 5; p", ""),
        (f"@namespace xml {_OPS}; [xml|type]", ""),
    ],
)
def test_a_prefix_stands_for_what_the_sheet_says(css: str, hidden: str) -> None:
    gone = sight(_PAGE, [Sheet(f"{css} {{ display: none }}")]).gone
    assert " ".join(str(each.get("id")) for each in gone if each.get("id")) == hidden


def test_a_prefix_stands_for_nothing_in_the_next_sheet() -> None:
    sheets = [Sheet(f"@namespace e {_OPS}; a {{ color: red }}"), Sheet("[e|type] { display: none }")]
    assert not sight(_PAGE, sheets).gone


@pytest.mark.parametrize(
    ("css", "shows"),
    [
        (f"@namespace h {_HTML}; h|p.text", False),
        (f"@namespace {_HTML}; p.text", False),
        (f"@namespace {_SVG}; p.text", True),
        (f"@namespace {_SVG}; .text", True),
        (f"@namespace s {_SVG}; s|p", True),
        (f"@namespace e {_OPS}; [e|type]", True),
        ("[epub\\:type=x]", False),
    ],
)
def test_the_elements_of_a_page_of_html_are_of_its_namespace_and_attributes_of_none(
    css: str, *, shows: bool
) -> None:
    body = BODY.replace('class="text"', 'class="text" epub:type="x"')
    assert seen(f"{css} {{ display: none }}", body) is shows
