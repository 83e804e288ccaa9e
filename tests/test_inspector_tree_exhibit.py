"""A piece of a page is shown elsewhere as it looks at home, and does nothing there."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from lxml import html

from surefoot.exhibit import Exhibition, Passage
from surefoot.inspectors.html import HtmlInspector

PAGE = """<!DOCTYPE html>
<html><head>{head}</head><body><main>{call}</main>
<section role="doc-endnotes"><ol start="0"><li>Other</li><li id="n" class="note">{note}</li></ol></section>
</body></html>"""
CALL = '<p id="first" class="lead">Claim<a id="c" href="#n" role="doc-noteref">1</a></p>'
NOTE = '<p>Note <em lang="la">sic</em>.</p>'


def page(head: str = "", call: str = CALL, note: str = NOTE) -> Exhibition:
    """Return what is shown of the one citation of a page."""
    return HtmlInspector().exhibit(PAGE.format(head=head, call=call, note=note).encode(), [0])


def passages(exhibition: Exhibition) -> Sequence[Passage]:
    return [view for views in exhibition.exhibits for view in views if isinstance(view, Passage)]


def shown_call(call: str) -> html.HtmlElement:
    """Return the piece that is shown of a block with a call."""
    first = passages(page(call=call))[0]
    (piece,) = html.fromstring(first.markup).find_class("exhibit-piece")
    return piece


def shown_note(note: str) -> html.HtmlElement:
    """Return the piece that is shown of a note."""
    _, second = passages(page(note=note))
    (piece,) = html.fromstring(second.markup).find_class("exhibit-piece")
    return piece


def inner(piece: html.HtmlElement) -> str:
    """Return the markup in a piece."""
    return "".join([piece.text or "", *(html.tostring(each, encoding="unicode") for each in piece)]).strip()


def style(css: str, head: str = "<style>{}</style>") -> str:
    return page(head.format(css)).style


# What is shown


def test_a_piece_stands_in_shells_of_all_that_is_around_it() -> None:
    call, note = (html.fromstring(each.markup) for each in passages(page()))
    lineage = [(each.tag, each.get("data-as"), each.get("class")) for each in call.iter()][:4]
    assert lineage == [
        ("div", "html", None),
        ("div", "body", None),
        ("div", "main", "exhibit-shell"),
        ("p", None, "lead exhibit-piece"),
    ]
    (piece,) = note.find_class("exhibit-piece")
    assert (piece.get("class"), piece.get("value")) == ("note exhibit-note exhibit-piece", "1")


def test_call_and_note_are_marked() -> None:
    (mark,) = shown_call(CALL).find_class("exhibit-call")
    assert (mark.text, mark.get("data-href"), mark.get("data-id"), mark.get("href")) == ("1", "#n", "c", None)


def test_notes_of_other_hands_are_shown_too() -> None:
    body = '<p>A<a href="#fn1" id="r">1</a></p><p id="fn1"><a href="#r">1</a> One</p>'
    shown = HtmlInspector().exhibit(f"<html><body>{body}</body></html>".encode(), [0])
    assert [html.fromstring(each.markup).text_content() for each in passages(shown)] == ["A1", "1 One"]


def test_a_call_without_a_note_is_shown_alone() -> None:
    assert len(passages(page(call=CALL.replace("#n", "#gone").replace("1<", "7<")))) == 1


def test_of_a_table_the_whole_row_of_a_call_is_shown() -> None:
    row = f"<tr><th>Head</th><td>Claim{CALL[CALL.index('<a') : -4]}</td><td>Tail</td></tr>"
    piece = shown_call(f"<table><tr><td>Other</td></tr>{row}</table>")
    assert (piece.tag, piece.text_content()) == ("tr", "HeadClaim1Tail")


def test_of_a_table_only_the_shells_that_are_no_box_of_it_are_without_one() -> None:
    cell = f"<th>Head{CALL[CALL.index('<a') : -4]}</th>"
    for part in ("thead", "tbody", "tfoot"):
        first = passages(page(call=f"<table><{part}><tr>{cell}</tr></{part}></table>"))[0]
        lineage = [(each.tag, each.get("class")) for each in html.fromstring(first.markup).iter()]
        assert lineage[2:6] == [
            ("div", "exhibit-shell"),
            ("table", None),
            (part, None),
            ("tr", "exhibit-piece"),
        ]


def test_a_call_outside_of_any_block_of_its_own_is_shown_with_what_is_around_it() -> None:
    assert shown_call(f"Loose {CALL[CALL.index('<a') : -4]}").get("data-as") == "main"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<h3>A</h3>", '<div data-as="h3">A</div>'),
        ("<section>A</section>", '<div data-as="section">A</div>'),
        ("<button>A</button>", '<span data-as="button">A</span>'),
        ("<code>A</code>B<i>C</i>D", "<code>A</code>B<i>C</i>D"),
        ("A<script>B</script>C", "AC"),
        ("<b>A</b><input>C<iframe></iframe>D", "<b>A</b>CD"),
        ("<details>A</details>", '<div data-as="details" hidden="">A</div>'),
        ("<details open>A</details>", '<div data-as="details">A</div>'),
        ("<dialog>A</dialog>", '<div data-as="dialog" hidden="">A</div>'),
        ("<b popover>A</b>", '<b hidden="">A</b>'),
        ("<b hidden>A</b>", '<b hidden="">A</b>'),
        ('<b onclick="a()" title="t" data-x="y" lang="de" dir="rtl">A</b>', '<b lang="de" dir="rtl">A</b>'),
        ('<b xml:lang="de">A</b>', "<b>A</b>"),
        ('<b id="i" role="note">A</b>', '<b data-id="i" data-role="note">A</b>'),
        ('<b style="color: red">A</b>', '<b style="color: red">A</b>'),
        ('<b style="background: URL(a.png)">A</b>', "<b>A</b>"),
        ('<b style="background: image-set(a 1x)">A</b>', "<b>A</b>"),
        ('<b style="background: src(a)">A</b>', "<b>A</b>"),
        ('<b style="position: fixed">A</b>', "<b>A</b>"),
        ('<b style="position: sticky">A</b>', "<b>A</b>"),
        ('<b style="position: f\\69xed">A</b>', "<b>A</b>"),
        ('<img src="a.png" alt="B">', '<span data-as="img" class="exhibit-picture">B</span>'),
        ('<img class="k" src="a.png">', '<span class="k exhibit-picture" data-as="img"></span>'),
        (
            '<img src="data:image/png;base64,AA" alt="B">',
            '<span data-as="img"><img src="data:image/png;base64,AA" alt="B"></span>',
        ),
        ('<img src="data:text/html,AA" alt="B">', '<span data-as="img" class="exhibit-picture">B</span>'),
        (
            '<svg aria-label="B"><path/></svg>',
            '<span data-as="svg" class="exhibit-picture">B</span>',
        ),
    ],
)
def test_what_a_piece_holds_looks_as_it_did_and_does_nothing(written: str, shown: str) -> None:
    assert inner(shown_note(written)) == shown


def test_a_picture_too_heavy_to_be_shown_is_told_in_words() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 100_000}" alt="B">'
    assert inner(shown_note(picture)) == '<span data-as="img" class="exhibit-picture">B</span>'


def test_a_long_note_is_cut_between_words_and_says_so() -> None:
    (_, short), (_, long) = (passages(page(note=f"<p>{'word ' * count}</p><p>end</p>")) for count in (5, 900))
    assert (short.cut, long.cut) == (False, True)
    text = html.fromstring(long.markup).text_content().strip()
    assert set(text.split()) == {"word", "…"}
    assert text.endswith("word …")


def test_of_a_long_block_elements_far_from_the_call_are_left_out() -> None:
    far = "<b>far</b> " + "word " * 200
    piece = shown_call(
        f"<p>{far}<i>near</i> {CALL[CALL.index('<a') : -4]} <u>behind</u> {'word ' * 200}{far}</p>"
    )
    assert [each.tag for each in piece] == ["i", "a", "u"]
    assert (piece.text_content()[:6], piece.text_content()[-6:]) == ("… word", "word …")


def test_a_word_without_end_is_cut_where_it_must_be() -> None:
    piece = shown_call(f"<p>{'a' * 900}{CALL[CALL.index('<a') : -4]}{'b' * 900}</p>")
    assert set(piece.text_content()) == set("… ab1")
    assert len(piece.text_content()) < 900


# How it is dressed


@pytest.mark.parametrize(
    ("rule", "dress"),
    [
        ("p, .absent, ol { color: red }", "p, ol { color: red; }"),
        ("p { color: red !important }", "p { color: red !important; }"),
        ("p { color: red; margin: 0 }", "p { color: red; margin: 0; }"),
        ("p { display: block; display: none }", "p { display: block; display: none !important; }"),
        ("p { cursor: help; z-index: 3; color: red }", "p { color: red; }"),
        (
            "p { ANIMATION: a 1s; transition: all 1s; scroll-snap-align: start; color: red }",
            "p { color: red; }",
        ),
        ("p { background: image-set('a' 1x); list-style: SRC(a); color: red }", "p { color: red; }"),
        ("p { @media print { color: red } margin: 0 }", "p { margin: 0; }"),
        ("P.lead#first { color: red }", 'p.lead[data-id="first"] { color: red; }'),
        (".lead { color: red }", ".lead { color: red; }"),
        ("#c { color: red }", '[data-id="c"] { color: red; }'),
        ("* { color: red }", "* { color: red; }"),
        ("p:first-child { color: red }", "p:first-child { color: red; }"),
        ("p::before { color: red }", "p::before { color: red; }"),
        ("a:any-link { color: red }", "a[data-href] { color: red; }"),
        (":root p { color: red }", '[data-as="html"] p { color: red; }'),
        (":is(main, p) > a { color: red }", ':is([data-as="main"], p) > a { color: red; }'),
        ("p:has(main) { color: red }", 'p:has([data-as="main"]) { color: red; }'),
        ("p:where(main) { color: red }", 'p:where([data-as="main"]) { color: red; }'),
        ("p:not(main) { color: red }", 'p:not([data-as="main"]) { color: red; }'),
        ("a:link { color: red }", "a[data-href] { color: red; }"),
        ("li:nth-child(2n) { color: red }", "li:nth-child(2n) { color: red; }"),
        ("[role] { color: red }", "[data-role] { color: red; }"),
        ('[ id = "c"] { color: red }', '[data-id = "c"] { color: red; }'),
        ('[lang="la"] { color: red }', '[lang="la"] { color: red; }'),
        ("p > a + a ~ a { color: red }", "p > a + a ~ a { color: red; }"),
        ("@supports (top: 0) { p { color: red } }", "@supports (top: 0) { p { color: red; } }"),
        ("@layer a { p { color: red } }", "@layer a { p { color: red; } }"),
        ("@container (width > 1px) { p { color: red } }", "@container (width > 1px) { p { color: red; } }"),
        (
            "@media screen { @media (width > 1px) { p { color: red } table { color: red } } }",
            "@media screen { @media (width > 1px) { p { color: red; } } }",
        ),
        ("p { color: red } a { color: blue }", "p { color: red; }\na { color: blue; }"),
        (
            "@media screen { p { color: red } a { color: blue } }",
            "@media screen { p { color: red; }\na { color: blue; } }",
        ),
        ("p { /* a */ color: red /* b */; /* c */ }", "p { color: red; }"),
        ("/* a */ p /* b */ { color: red }", "p { color: red; }"),
    ],
)
def test_a_rule_that_finds_something_goes_on_in_the_terms_of_the_piece(rule: str, dress: str) -> None:
    assert style(rule) == dress


@pytest.mark.parametrize(
    "rule",
    [
        "p { }",
        "p { cursor: help }",
        "p { position: sticky }",
        "p { position: fixed }",
        "#absent { color: red }",
        "p { content-visibility: auto }",
        "@layer a, b;",
        "@media screen { table { color: red } }",
        "@media PRINT, speech { p { color: red } }",
        "@scope (main) { p { color: red } }",
        "@keyframes a { from { color: red } }",
        "p.absent { color: red }",
        "p:focus-within { color: red }",
        "p:ACTIVE { color: red }",
        "a:target { color: red }",
        "a:visited { color: red }",
        "p:popover-open { color: red }",
        "a:checked { color: red }",
        "p::selection { color: red }",
        "p::backdrop { color: red }",
        "table p { color: red }",
        "{ color: red }",
    ],
)
def test_a_rule_that_moves_waits_or_finds_nothing_is_left_out(rule: str) -> None:
    assert style(rule) == ""


def test_a_sheet_for_one_medium_goes_on_for_that_one() -> None:
    assert (
        style("p { color: red }", '<style media="screen">{}</style>') == "@media screen { p { color: red; } }"
    )
    assert style("p { color: red }", '<style media="print">{}</style>') == ""


def test_a_sheet_is_given_once_however_many_pieces_it_dresses() -> None:
    data = PAGE.format(head="<style>p { color: red }</style>", call=CALL, note=NOTE).encode()
    assert HtmlInspector().exhibit(data, [0, 0]).style == "p { color: red; }"
