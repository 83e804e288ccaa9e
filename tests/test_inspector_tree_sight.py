"""What a page hides by attribute or style is not seen, and what it may show is."""

from __future__ import annotations

import pytest

from pages import BODY, inspected, styled


@pytest.mark.parametrize("of", ["call", "s", "note", "text", "notes"])
@pytest.mark.parametrize(
    "declarations",
    [
        "display: none",
        "DISPLAY: NONE !important",
        "visibility: hidden",
        "visibility: collapse",
        "opacity: 0",
        "opacity: 0%",
        "filter: opacity(0)",
        "font-size: 0",
        "font-size: 1px",
        "font-size: 1%",
        "font: italic 2px/1 serif",
        "color: transparent",
        "color: #fff0",
        "color: #fff",
        "color: white; background: white",
        "color: rgb(20 20 20); background-color: hsl(0 0% 8%)",
        "content-visibility: hidden",
        "clip-path: inset(50%)",
        "clip-path: circle(0)",
        "position: absolute; clip: rect(0, 0, 0, 0)",
        "position: absolute; clip: rect(1px 1px 1px 1px)",
        "position: absolute; left: -9999px",
        "position: fixed; top: -100vh",
        "position: absolute; inset: 0 auto auto -1000em",
        "position: relative; left: -9999px",
        "display: block; margin-left: -9999px",
        "display: block; text-indent: -9999px",
        "display: block; height: 0; overflow: hidden",
        "position: absolute; width: 1px; height: 1px; overflow: hidden",
        "display: block; max-height: 0; overflow-y: clip",
        "transform: scale(0)",
        "transform: translateX(-200vw)",
        "scale: 0",
        "translate: -9999px",
        "rotate: y 90deg",
        "transform: rotateX(90deg)",
        "filter: blur(50px)",
        "opacity: calc(0)",
        "font-size: calc(0px)",
        "font: 0/0 a",
        "-webkit-text-fill-color: transparent",
        "-webkit-text-fill-color: white",
        "mask-image: linear-gradient(transparent, transparent)",
        "-webkit-mask: linear-gradient(#0000, #0000)",
        "position: absolute; inset-inline-start: -9999px",
        "position: absolute; inset-inline: 0 -9999px",
    ],
)
def test_a_declaration_that_hides_hides(declarations: str, of: str) -> None:
    # A link has a colour of its own.
    assert not styled(f".call {{ color: inherit }} .{of} {{ {declarations} }}").seen


@pytest.mark.parametrize("of", ["call", "note"])
@pytest.mark.parametrize(
    "declarations",
    [
        "display: inline",
        "visibility: visible",
        "opacity: 0.4",
        "font-size: 60%",
        "font-size: 6pt",
        "font-size: var(--unknown)",
        "color: #eee",
        "color: #fff; background: #000",
        "color: #fff; background: url(dark.png)",
        "color: #fff; background-image: linear-gradient(black, navy)",
        "color: #fff; text-shadow: 1px 1px 2px black",
        "color: transparent; background: linear-gradient(red, blue); -webkit-background-clip: text",
        "color: color-mix(in srgb, white, white)",
        "clip-path: inset(10%)",
        "clip: rect(0, 0, 0, 0)",
        "left: -9999px",
        "position: absolute; left: -3em",
        "position: absolute; clip: rect(0, 20px, 20px, 0)",
        "display: block; text-indent: -1.5em; margin-left: 1.5em",
        "height: 0",
        "display: inline; height: 0; width: 0; overflow: hidden; position: static",
        "transform: translateX(-50%) scale(0.9)",
        "opacity: 0; animation: appear 1s forwards",
        "display: var(--shown)",
        "translate: -50%",
        "rotate: 90deg",
        "rotate: y 180deg",
        "filter: blur(1px)",
        "font: 400 1em/0 a",
        "color: white; -webkit-text-fill-color: black",
        "mask-image: linear-gradient(black, transparent)",
        "mask-image: url(a.png), linear-gradient(transparent, transparent)",
        "position: absolute; inset-inline: -2em",
    ],
)
def test_a_declaration_that_may_show_does_not_hide(declarations: str, of: str) -> None:
    body = (
        BODY.replace("<li", "<div role=listitem").replace("</li>", "</div>")
        if "inline;" in declarations
        else BODY
    )
    css = f".{of} {{ {declarations} }}"
    assert styled(css, body).seen


@pytest.mark.parametrize(
    ("css", "seen"),
    [
        (".call { display: none } .call { display: inline }", True),
        ("a.call { display: none } .call { display: inline }", False),
        (".call { display: none !important } #r { display: inline }", False),
        (".call:hover { display: none }", True),
        (".call:not(:hover) { display: none }", False),
        (".call:nonsense { display: none }", True),
        (".call { display: none } .call:nonsense { display: inline }", True),
        ("p > sup .call, h1 { display: none }", False),
        ("main:has(.note) .call { display: none }", False),
        (".call::before { display: none }", True),
        (".gone .call, .call.gone { display: none }", True),
        ("@media print { .call { display: none } }", True),
        ("@media screen { .call { display: none } }", False),
        ("@media screen and (min-width: 40em) { .call { display: none } }", False),
        ("@media (max-width: 40em) { .call { display: none } }", True),
        ("@media not print { .call { display: none } }", False),
        ("@media print, (min-width: 1px) { .call { display: none } }", False),
        ("@media (prefers-color-scheme: dark) { .call { display: none } }", True),
        ("@media (prefers-color-scheme: light) { .call { display: none } }", False),
        ("@media (scripting: none) { .call { display: none } }", True),
        (".call { display: none } @media (scripting: none) { .call { display: inline } }", True),
        ("@supports (display: grid) { .call { display: none } }", False),
        ("@supports (color: red) and (position: sticky) { .call { display: none } }", False),
        ("@supports (display: strange) or (display: flex) { .call { display: none } }", False),
        ("@supports (display: strange) { .call { display: none } }", True),
        ("@supports not (display: grid) { .call { display: none } }", True),
        ("@supports selector(a > b) { .call { display: none } }", True),
        ("@media (width > 200px) { .call { display: none } }", False),
        ("@media (200px <= width) { .call { display: none } }", False),
        ("@media (width < 200px) { .call { display: none } }", True),
        ("@media (200px < width < 9000px) { .call { display: none } }", True),
        ("@container (min-width: 0) { .call { display: none } }", True),
        ("main { & .call { display: none } }", False),
        ("main, nav { p { h1, .call { display: none } } }", False),
        (".s { > .call { display: none } }", False),
        (".notes { & .call { display: none } }", True),
        ("main { .call:hover { display: none } color: black }", True),
        ("@layer a { .call { display: none } }", False),
        ("@layer a { #r { display: none } } .call { display: inline }", True),
        (":root { --d: none } .call { display: var(--d) }", False),
        (":root { --d: none } main { --d: inline } .call { display: var(--d) }", True),
        (".call { display: var(--gone, none) }", False),
        (":root { --a: var(--b); --b: var(--a) } .call { display: var(--a) }", True),
        (":root { --paper: white } body { background: var(--paper) } .call { color: var(--paper) }", False),
        ("body { background: black; color: white }", True),
        (".notes { visibility: hidden } .text { visibility: visible }", True),
        (".notes { font-size: 0 } .text { font-size: 1rem }", True),
        (".notes { color: white } .text { color: black }", True),
        (".notes { background: #0000ee; color: #0000ee }", False),
    ],
)
def test_the_declaration_that_wins_decides(css: str, *, seen: bool) -> None:
    assert styled(css).seen is seen


@pytest.mark.parametrize(
    "attribute",
    [
        "hidden",
        'hidden="until-found"',
        "inert",
        'aria-hidden="true"',
        "popover",
        'style="display: none"',
        'style="color: #FFF"',
    ],
)
def test_an_attribute_that_hides_hides(attribute: str) -> None:
    for of in ('id="r"', 'id="n"'):
        assert not styled("", BODY.replace(of, f"{of} {attribute}")).seen


def test_a_style_attribute_wins_over_a_sheet_and_shows_what_is_hidden() -> None:
    assert styled("#r { display: none }", BODY.replace('id="r"', 'id="r" style="display: inline"')).seen
    assert styled(".call { display: inline }", BODY.replace('id="r"', 'id="r" hidden')).seen


@pytest.mark.parametrize(
    ("around", "seen"),
    [
        ("<details>{}</details>", False),
        ("<details><summary></summary>{}</details>", False),
        ("<details open><summary></summary>{}</details>", True),
        ("<details><summary>{}</summary>S</details>", True),
        ("<details><details open><summary>{}</summary>S</details></details>", False),
        ("<details open><summary></summary><details><summary>{}</summary>S</details></details>", True),
        ("<dialog>{}</dialog>", False),
        ("<dialog open>{}</dialog>", True),
    ],
)
def test_what_is_folded_is_not_seen_before_it_is_opened(around: str, *, seen: bool) -> None:
    paragraph, notes = BODY.split("\n", 1)
    assert styled("", f"{around.format(paragraph)}{notes}").seen is seen
    assert styled("", f"{paragraph}{around.format(notes)}").seen is seen


def test_a_hidden_copy_of_what_can_be_seen_is_no_citation() -> None:
    copy = BODY.replace('id="', 'id="copy-').replace("#", "#copy-")
    assert styled("", f"{BODY}<div hidden>{copy.replace('#copy-n', '#n')}</div>").seen
    assert inspected(f"{BODY}<template>{copy}</template>").strays == ()


def test_words_that_are_hidden_within_a_note_are_not_its_words() -> None:
    hidden = BODY.replace("The note.", 'The <i class="i">whole</i> note.')
    (citation,) = inspected(hidden, "<style>.i { visibility: hidden }</style>").citations
    assert (citation.note, citation.seen) == ("The note.", True)


@pytest.mark.parametrize(
    ("css", "seen"),
    [
        (".text { visibility: hidden }", False),
        (".text { font-size: 0 }", False),
        (".text { color: transparent }", False),
        (".text a { visibility: hidden }", True),
    ],
)
def test_a_note_whose_words_are_hidden_is_hidden_whatever_else_is_in_it(css: str, *, seen: bool) -> None:
    link = '<a href="https://a.example/">https://a.example/</a>'
    body = BODY.replace("The note.", f"The note. {link}")
    (citation,) = inspected(body, f"<style>{css}</style>").citations
    assert (citation.note, citation.seen) == ("The note.", seen)
    assert bool(citation.links) is not seen


@pytest.mark.parametrize(
    ("link", "links"),
    [
        ("<i hidden>there</i>", ()),
        ('<i style="color: #0000ee; background: #0000ee">there</i>', ()),
        ("<i hidden>there</i> here", ("https://a.example/",)),
        ("there", ("https://a.example/",)),
        ('<img src="a.png" alt="">', ("https://a.example/",)),
    ],
)
def test_a_link_all_of_whose_words_are_hidden_is_none(link: str, links: tuple[str, ...]) -> None:
    body = BODY.replace("The note.", f'The note. <a href="https://a.example/">{link}</a>')
    for hidden in ("", "<p hidden>elsewhere</p>", '<p style="color: white">elsewhere</p>'):
        (citation,) = inspected(body + hidden).citations
        assert citation.links == links


def test_words_behind_an_element_are_seen_as_those_before_it_are() -> None:
    note = '<span class="x">hidden <b style="color: black">The note.</b> hidden</span>'
    assert styled(".x { color: white }", BODY.replace("The note.", note)).seen


def test_a_note_whose_words_are_folded_is_not_seen_and_one_that_folds_some_is() -> None:
    folded = BODY.replace("The note.", "<details><summary></summary>The note.</details>")
    assert not styled("", folded).seen
    assert styled("", folded.replace("<details>", "<details open>")).seen
    assert styled("", BODY.replace("The note.", "The <details><summary></summary>note.</details>")).seen


def test_a_formula_of_no_colour_is_no_word_and_a_picture_is() -> None:
    formula = '<math alttext="x"><mi>y</mi></math> <img alt="z">'
    body = BODY.replace("The note.", f'The <i class="i">{formula}</i> note.')
    (citation,) = inspected(body, "<style>.i { color: transparent }</style>").citations
    assert citation.note == "The z note."


def test_hidden_words_are_no_prose_but_folded_ones_are() -> None:
    body = '<p>A</p><p class="x">B</p><details><summary>C</summary><p>D</p></details>'
    assert inspected(body, "<style>.x { display: none }</style>").prose.blocks == ("A", "C", "D")


@pytest.mark.parametrize(
    ("label", "seen"),
    [("Footnote 1", True), ("Note 1 of 3", True), ("١", True), ("Footnote", False), ("", True)],
)
def test_a_call_must_be_told_by_its_mark_to_those_who_listen(label: str, *, seen: bool) -> None:
    assert styled("", BODY.replace('id="r"', f'id="r" aria-label="{label}"')).seen is seen


@pytest.mark.parametrize(
    ("call", "seen"),
    [
        ('<a{} href="#n"><sup aria-hidden="true">1</sup></a>', False),
        ('<a{} href="#n" aria-label="Note 1"><sup aria-hidden="true">1</sup></a>', True),
        ('<span{}><a href="#n" aria-label="Note 1"><i aria-hidden="true">1</i></a></span>', True),
        ('<a{} href="#n" aria-hidden="true" aria-label="Note 1">1</a>', False),
        ('<a{} href="#n" aria-label="Note †">†</a>', True),
        ('<a{} href="#n" aria-label="Note">†</a>', False),
        ('<a{} href="#n">†</a>', True),
    ],
)
def test_a_call_has_a_mark_or_a_name_for_those_who_listen(call: str, *, seen: bool) -> None:
    note = '<aside id="n" role="doc-footnote">N</aside>'
    (citation,) = inspected(f"<p>A{call.format(' role=doc-noteref')}</p>{note}").citations
    assert citation.seen is seen


def test_a_hidden_call_is_a_copy_only_of_one_with_its_mark_and_its_note() -> None:
    one, two = (f'<p {{}}>A<a href="#n{each}" role="doc-noteref">{each}</a></p>' for each in "12")
    notes = "".join(f'<aside id="n{each}" role="doc-footnote">N</aside>' for each in "12")
    page = one.format("") + one.format("hidden") + two.format("hidden") + notes
    assert [(each.mark, each.seen) for each in inspected(page).citations] == [("1", True), ("2", False)]


def test_a_call_that_is_told_by_another_mark_than_it_prints_has_two() -> None:
    (citation,) = inspected(BODY.replace('id="r"', 'id="r" aria-label="Footnote 11"')).citations
    assert (citation.mark, citation.seen) == ("1 ≠ 11", True)


def test_words_for_those_who_listen_are_no_part_of_a_mark() -> None:
    hidden = '<span style="position: absolute; clip: rect(0, 0, 0, 0)">Footnote </span>1</a>'
    assert styled("", BODY.replace("1</a>", hidden)).seen


def test_a_sheet_for_paper_and_one_for_whoever_chooses_it_hide_nothing() -> None:
    hidden = ".call { display: none }"
    noscript = f"<noscript><style>{hidden}</style></noscript>"
    (citation,) = inspected(BODY, f'<style media="print">{hidden}</style>{noscript}').citations
    assert citation.seen


def test_what_a_sheet_prints_between_marks_keeps_them_apart() -> None:
    calls = '<a href="#n" role="doc-noteref">1</a>' * 2
    body = f'<p>A{calls}</p><p id="n" role="doc-footnote">N</p>'
    separated = '<style>a + a::before { content: ", " } p::after { content: "" }</style>'
    assert [each.apart for each in inspected(body, separated).citations] == [True, True]
    assert [each.apart for each in inspected(body).citations] == [True, False]


@pytest.mark.parametrize(
    ("css", "note"),
    [
        ('.text::before { content: "NOT " }', "NOT The note."),
        ('.text::after { content: " at " attr(class) / "to listeners" }', "The note. at text"),
        ('#n::before { content: "NOT" } .text { color: navy }', "NOT The note."),
        ('.text::before { content: "NOT " } .text::before { content: "" }', "The note."),
        ('.text::before { content: "[" } .text::after { content: "\\f101" }', "The note."),
        ('.text::before { content: "NOT "; display: none }', "The note."),
        ('.text::before { content: "NOT "; position: absolute; left: -9999px }', "The note."),
        ('@media print { .text::before { content: "NOT " } }', "The note."),
        ('.text:hover::before { content: "NOT " }', "The note."),
        ('#r::before { content: "Note " }', "The note."),
    ],
)
def test_words_that_a_style_sheet_prints_are_words(css: str, note: str) -> None:
    (citation,) = inspected(BODY, f"<style>{css}</style>").citations
    assert (citation.note, citation.mark, citation.seen) == (note, "1", True)


@pytest.mark.parametrize(
    ("around", "seen"),
    [
        ("<meter value='1'>{}</meter>", False),
        ("<progress>{}</progress>", False),
        ("<object data='data:image/png;base64,AA'>{}</object>", False),
        ("<object data='DATA:image/png;base64,AA'>{}</object>", False),
        ("<object data='a.png' type='image/png'>{}</object>", True),
        ("<object>{}</object>", True),
        ("<output>{}</output>", True),
    ],
)
def test_what_a_browser_draws_something_in_place_of_is_not_seen(around: str, *, seen: bool) -> None:
    assert styled("", BODY.replace("The note.", around.format("The note."))).seen is seen


@pytest.mark.parametrize(
    ("select", "shown"),
    [
        ("<select>{0}{1}{2}</select>", "One of all"),
        ("<select size='1'>{0}{1}{2}</select>", "One of all"),
        ("<select><option disabled>Choose</option>{1}{2}</select>", "Two of all"),
        ("<select>{0}<option selected>Chosen</option>{2}</select>", "Chosen"),
        ("<select>{0}<option selected>Chosen</option><option selected>Last</option></select>", "Last"),
        ("<select multiple>{0}{1}</select>", "One of allTwo of all"),
        ("<select size='3'>{0}{1}</select>", "One of allTwo of all"),
    ],
)
def test_of_closed_choices_only_the_one_that_is_chosen_is_seen(select: str, shown: str) -> None:
    options = (f"<option>{each} of all</option>" for each in ("One", "Two", "Three"))
    body = f"<p>A</p><p>{select.format(*options)} is the choice</p><p>B</p>"
    told = inspected(body).prose.blocks
    assert told == ("A", f"{shown} is the choice" if len(shown.split()) > 2 else "is the choice", "B")


def test_words_of_a_drawing_are_seen_and_what_is_told_about_it_is_not() -> None:
    drawing = "<svg><metadata>image/svg+xml</metadata><text>Drawn</text></svg>"
    assert inspected(f"<p>A {drawing} B</p>").prose.blocks == ("A Drawn B",)


@pytest.mark.parametrize(
    ("css", "seen"),
    [
        ("position: fixed; inset: 0; background: white; z-index: 9", False),
        ("position: fixed; top: 0; left: 0; width: 100vw; height: 100%; background: #fff; z-index: 9", False),
        ("position: fixed; inset: 0; background: #fff8; z-index: 9", True),
        ("position: fixed; inset: 0; background: white; z-index: -1", True),
        ("position: fixed; inset: 0; background: white; z-index: 9; display: none", True),
        ("position: fixed; inset: 0; height: 50vh; background: white; z-index: 9", True),
        ("position: absolute; inset: 0; background: white; z-index: 9", True),
    ],
)
def test_what_fills_the_window_covers_the_page(css: str, *, seen: bool) -> None:
    assert styled("", f'{BODY}<div style="{css}"></div>').seen is seen
