"""Notes that go on on the next page, and where the last note of a page is broken."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from weasyprint.formatting_structure.boxes import FootnoteAreaBox, LineBox

from paged import WORDS, laid, shown
from surefoot.writers.pdf.boxes import parts, walk
from surefoot.writers.pdf.layout import gate, lay_out

CSS = """
@page { size: 100px 100px; margin: 0; @footnote { margin: 0; max-height: 80% } }
html { font: 10px/1 'Source Sans 3'; orphans: 1; widows: 1 }
body, p, table, td, div { margin: 0; padding: 0; border-spacing: 0 }
span { float: footnote; footnote-policy: line }
span::footnote-call { content: none; line-height: 0 }
span::footnote-marker { content: none; display: block }
tr { break-inside: avoid }
td { vertical-align: top }
"""


def pages(html: str, css: str = "") -> list[str]:
    """The words of each page, those of notes behind those of the text."""
    return [" ".join(filter(None, map(str.strip, page))) for page in shown(laid(html, CSS + css))]


def lines(name: str, many: int) -> str:
    return "<br>".join(f"{name}{number}" for number in range(1, many + 1))


def test_a_note_longer_than_a_page_is_broken_between_its_lines() -> None:
    assert pages(f"<p>a<span>{lines('n', 20)}</span>") == [
        "a n1 n2 n3 n4 n5 n6 n7 n8 n9",
        "n10 n11 n12 n13 n14 n15 n16 n17 n18 n19",
        "n20",
    ]


def test_text_goes_on_above_the_rest_of_a_note_up_to_the_next_call() -> None:
    html = f"<p>a<span>{lines('n', 20)}</span><br>b<br>c<br>d<br>e<br>f<span>late</span><br>g"
    assert pages(html) == [
        "a b c d n1 n2 n3 n4 n5 n6",
        "e n7 n8 n9 n10 n11 n12 n13 n14 n15",
        "f g n16 n17 n18 n19 n20 late",
    ]


def test_the_lines_that_keep_together_with_that_of_a_call_find_room_above_a_broken_note() -> None:
    css = "html { orphans: 2; widows: 2 }"
    first, _ = pages(f"<p>a<br>b<br>c<p>d<span>{lines('n', 9)}</span><br>e<br>f", css)
    assert first == "a b c d e f n1 n2 n3 n4"


def test_no_note_is_broken_after_its_first_line() -> None:
    text, note = lines("t", 8), lines("n", 5)
    assert pages(f"<p>{text}<br>a<span>{note}</span>") == [
        "t1 t2 t3 t4 t5 t6 t7 t8",
        "a n1 n2 n3 n4 n5",
    ]


def test_a_line_with_many_notes_leaves_no_hole() -> None:
    notes = "".join(f"<span>{number}</span>" for number in range(1, 13))
    assert pages(f"<p>a<br>b{notes}<br>c") == ["a b 1 2 3 4 5 6 7 8", "c 9 10 11 12"]


def test_a_line_goes_over_with_its_two_notes_where_little_stays_empty() -> None:
    text = lines("t", 18)
    html = f"<p>{text}<br>a<span>n1</span><span>n2</span>"
    assert pages(html, "@page { size: 100px 200px }") == [text.replace("<br>", " "), "a n1 n2"]


def test_a_row_stays_whole_above_a_note_of_its_own_that_is_broken() -> None:
    cells = f"<td>a<span>{lines('n', 12)}</span><br>b<br>c<br>d<br>e<br>f<td>g<span>late</span>"
    first, second = pages(f"<table><tr>{cells}</table>")
    assert first == "a b c d e f g n1 n2 n3 n4"
    assert second == "n5 n6 n7 n8 n9 n10 n11 n12 late"


def test_a_note_is_measured_anew_where_a_page_is_wider() -> None:
    css = "@page wide { size: 200px 100px } div { page: wide }"
    html = f"<p>a<span>{lines('n', 20)} {'word ' * 20}</span><div>b<span>late</span></div>"
    rendering = laid(html, CSS + css)
    for page in rendering.pages:
        tops = [box.position_y for box in page._page_box.descendants() if isinstance(box, LineBox)]
        assert len(tops) == len(set(tops))


def test_the_rest_of_a_note_may_begin_with_a_margin() -> None:
    css = "pre { margin: 8px 0 0 }"
    rendering = laid(f"<p>a<span><p>{lines('n', 9)}</p><pre>x</pre><p>end</p></span>", CSS + css)
    notes = dict.fromkeys(rendering._html.etree_element.iter("span"), "fn-1")
    assert gate.check(rendering, notes, {}) == ()


def test_the_lines_of_a_long_paragraph_keep_their_distance(composed: Callable) -> None:
    layout = lay_out(composed(f"Here.[^a]\n\n[^a]: {WORDS * 25}\n"))
    boxes = (
        box
        for part in parts(layout.rendering.pages[0])
        if isinstance(part, FootnoteAreaBox)
        for box in walk(part)
    )
    tops = [box.position_y for box in boxes if isinstance(box, LineBox) and box.element.tag == "p"]
    assert len(tops) > 20
    assert len({round(below - above, 2) for above, below in pairwise(tops)}) == 1
