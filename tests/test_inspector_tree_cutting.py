"""A box that has no room for its words cuts them off; where there may be room, they are seen."""

from __future__ import annotations

import pytest

from surefoot.inspectors.html import HtmlInspector

LONG = "So many words stand in this note that no box of a line or two can have room for all of them. " * 5
BODY = f"""<main><p>Claim.<a id="r" href="#n" role="doc-noteref">1</a></p>
<section class="notes" role="doc-endnotes"><ol><li id="n" class="note"><p class="text">{LONG}
<a href="#r" role="doc-backlink">↑</a></p></li></ol></section></main>"""
CLAMPED = "display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden"


def seen(css: str, body: str = BODY) -> bool:
    """Return whether call and note of a page with a style sheet are seen."""
    page = f"<!doctype html><html><head><title>T</title><style>{css}</style></head><body>{body}</body></html>"
    (citation,) = HtmlInspector().inspect(page.encode()).citations
    return citation.seen


@pytest.mark.parametrize("of", ["text", "note"])
@pytest.mark.parametrize(
    "declarations",
    [
        "height: 8px; overflow: hidden",
        "max-height: 6pt; overflow: clip",
        "max-height: 0.4em; overflow: hidden",
        "font-size: 40px; max-height: 0.5em; overflow: hidden",
        "max-height: 2em; max-width: 30em; overflow: hidden",
        f"{CLAMPED}; max-width: 400px",
        "white-space: nowrap; overflow: hidden; max-width: 10cm",
        "white-space: nowrap; overflow-x: hidden; max-width: 10cm",
        "height: 8px; overflow-y: hidden",
        "height: 8px; overflow: auto hidden",
        "height: 0; overflow-x: hidden",
        "height: 0; overflow-x: hidden; overflow-y: visible",
        "width: 0; overflow-y: auto",
        "width: 0; overflow-x: clip",
        "block-size: 0; overflow: hidden",
        "max-block-size: 6pt; overflow: hidden",
        "inline-size: 0; overflow: hidden",
        "max-inline-size: 1px; overflow: hidden",
        "white-space: nowrap; overflow: hidden; max-inline-size: 10cm",
    ],
)
def test_words_that_have_no_room_in_a_box_are_cut_off(declarations: str, of: str) -> None:
    body = (
        BODY if of == "text" else BODY.replace("<p class", "<span class").replace("</p></li>", "</span></li>")
    )
    assert not seen(f".{of} {{ {declarations} }}", body)


@pytest.mark.parametrize(
    "declarations",
    [
        "height: 8px",
        "height: 8px; overflow: auto",
        "height: 8px; overflow: hidden auto",
        "height: 8px; overflow-x: hidden",
        "height: 0; overflow-x: clip",
        "width: 0; overflow: visible clip",
        "white-space: nowrap; overflow-y: clip; max-width: 10cm",
        "height: 8px; overflow: hidden; padding-bottom: 60%",
        "height: 8px; overflow: hidden; padding: 1em",
        "height: 8px; overflow: hidden; min-block-size: 1em",
        "width: 0; overflow: hidden; min-inline-size: 100%",
        "block-size: 0; block-size: auto; overflow: hidden",
        "height: 0; block-size: auto; overflow: hidden",
        "height: 8px; overflow: hidden; min-height: 1em",
        "height: 8px; overflow: hidden; flex: 1",
        "height: 8px; overflow: hidden; animation: open 1s forwards",
        "height: 8px; overflow: hidden; display: inline",
        "height: 8px; overflow: hidden; display: table-cell",
        "height: 0; overflow: hidden; padding-bottom: 60%",
        "height: 0; overflow: auto; flex: 1",
        "height: 0%; overflow: hidden",
        "width: 1px; overflow: hidden; display: table-cell",
        "width: 0; overflow: hidden; min-width: 100%",
        "max-height: 10%; overflow: hidden",
        "max-height: 1vh; overflow: hidden",
        "max-height: 40em; max-width: 30em; overflow: hidden",
        "max-height: 2em; overflow: hidden",
        CLAMPED,
        f"{CLAMPED}; max-width: 400px; overflow: visible",
        f"{CLAMPED}; max-width: 400px; display: block",
        f"{CLAMPED}; max-width: 400px; -webkit-box-orient: horizontal",
        f"{CLAMPED}; max-width: 400px; -webkit-line-clamp: none",
        f"{CLAMPED}; max-width: 400px; -webkit-line-clamp: 20",
        f"{CLAMPED}; max-width: 50%",
        "white-space: nowrap; overflow: hidden",
        "white-space: normal; overflow: hidden; max-width: 10cm",
        "white-space: nowrap; overflow: hidden; max-width: 10cm; min-width: 100%",
    ],
)
def test_words_that_may_have_room_are_seen(declarations: str) -> None:
    assert seen(f".text {{ {declarations} }}")


@pytest.mark.parametrize(
    ("note", "shows"),
    [
        ("The note.", True),
        (f"The note.<script>{LONG}</script>", True),
        (f"The note.<span hidden><b>{LONG}</b></span>", True),
        (f'The note.<span style="font-size: 0">{LONG}</span>', True),
        (f'<span style="font-size: 5px">{LONG}</span>', True),
        (f'<span style="font-size: var(--x)">{LONG}</span>', True),
        (f'<span style="position: absolute">{LONG}</span>', True),
        (f'<span style="overflow: auto">{LONG}</span>', True),
        (f'<span style="font-size: var(--x)">{LONG}</span> {LONG}', False),
        (f'<span style="font-size: 5px"><span style="font-size: 16px">{LONG}</span></span>', False),
        (f"<em>{LONG}</em>", False),
        (f"<cite>The</cite> {LONG}", False),
    ],
)
def test_only_words_that_are_shown_for_certain_need_room(note: str, *, shows: bool) -> None:
    css = ".text { max-height: 2em; max-width: 20em; overflow: hidden }"
    assert seen(css, BODY.replace(LONG, note)) is shows


@pytest.mark.parametrize("broken", [LONG.replace(". ", ".<br>"), LONG.replace(". ", ".</p><p>")])
def test_lines_that_are_broken_by_hand_have_the_width_each(broken: str) -> None:
    css = "white-space: nowrap; overflow: hidden; max-width: 800px"
    assert not seen(f".text {{ {css} }}")
    assert seen(f".note {{ {css} }}", BODY.replace(LONG, broken))


def test_the_width_of_what_is_around_a_box_bounds_its_lines() -> None:
    css = ".text { max-height: 3em; overflow: hidden }"
    assert seen(css)
    assert not seen(f"{css} main {{ max-width: 20em }}")
    assert not seen(f"{css} body {{ max-width: 20em; padding: 1em }}")
    assert seen(f"{css} main {{ max-width: 20em; display: table }}")
    assert seen(f"{css} main {{ max-width: 20em; display: inline }}")
    assert seen(f"{css} main {{ max-width: 20em; min-width: 100vw }}")


def test_what_cuts_off_a_window_cuts_off_no_word() -> None:
    for of in ("body", "html"):
        assert seen(f"{of} {{ height: 0; overflow: hidden }}")
