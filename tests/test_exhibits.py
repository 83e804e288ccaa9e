"""What inspectors show of citations: pieces of the files themselves, harmless and honest."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pikepdf
import pytest
from lxml import html

from conftest import FORMATS
from surefoot import formats
from surefoot.contracts import Exhibitor
from surefoot.exhibit import Exhibition, Lines, Part, Passage, Picture, View
from surefoot.inspectors.html import HtmlInspector
from surefoot.inspectors.pdf import PdfInspector
from surefoot.inspectors.pdf.png import png
from surefoot.inspectors.text import TextInspector

PAGE = """<!DOCTYPE html>
<html lang="de"><head><style>{style}</style></head><body class="book">
<main id="text"><section><h2 id="one">Heading</h2>
<p id="first">{before}Claim<a id="c1" href="#n1" role="doc-noteref" onclick="alert(1)">1</a>{behind}</p>
</section></main>
<section role="doc-endnotes"><h2>Notes</h2><ol start="7">
<li id="n1"><p>Note of <a href="https://example.org/">it</a>.<script>alert(1)</script>
<img src="https://example.org/x.png" alt="A picture"> <a href="#c1" role="doc-backlink">up</a></p></li>
</ol></section></body></html>"""


def page(style: str = "", before: str = "", behind: str = "") -> Exhibition:
    """What is shown of the one citation of a page."""
    text = PAGE.format(style=style, before=before, behind=behind)
    return HtmlInspector().exhibit(text.encode(), [0])


def passages(exhibition: Exhibition) -> Sequence[str]:
    return [view.markup for views in exhibition.exhibits for view in views if isinstance(view, Passage)]


@pytest.mark.parametrize("name", FORMATS)
def test_an_exhibit_is_made_for_each_rank_in_the_order_asked(
    name: str, built_brief: Mapping[str, Path]
) -> None:
    inspector = formats.installed()[name].inspector()
    assert isinstance(inspector, Exhibitor)
    data = built_brief[name].read_bytes()
    one, two = (inspector.exhibit(data, [rank]).exhibits for rank in (4, 1))
    assert inspector.exhibit(data, [4, 1]).exhibits == one + two
    assert {part for view in one[0] for part in view.parts} == set(Part)


# Pages


def test_a_passage_is_the_block_of_the_call_and_the_note_with_its_number() -> None:
    call, note = (html.fromstring(each) for each in passages(page()))
    assert call.text_content().strip() == "Claim1"
    assert call.find_class("exhibit-call")[0].text == "1"
    assert note.find_class("exhibit-note")[0].get("value") == "7"
    assert " ".join(note.text_content().split()) == "Note of it. A picture up"


def test_a_passage_does_nothing_and_asks_for_nothing() -> None:
    for each in passages(page()):
        attributes = {name for element in html.fromstring(each).iter() for name in element.attrib}
        assert attributes <= {
            "class",
            "lang",
            "start",
            "value",
            "data-as",
            "data-href",
            "data-id",
            "data-role",
        }
        assert "alert" not in each
        assert not re.search("<(?:h2|main|section|img)", each)


def test_a_passage_keeps_its_language() -> None:
    assert all(html.fromstring(each).get("lang") == "de" for each in passages(page()))


def test_of_a_long_block_what_is_near_the_call_is_shown() -> None:
    call, _ = passages(page(before="far " * 300 + "near ", behind=" behind" + " far" * 300))
    text = html.fromstring(call).text_content()
    assert text.strip().startswith("… far")
    assert "near Claim1 behind far" in text
    assert text.strip().endswith("far …")
    assert len(text) < 520


@pytest.mark.parametrize(
    ("rule", "dress"),
    [
        ("html, body { color: red }", '[data-as="html"], [data-as="body"] { color: red; }'),
        ("html body.book p { color: red }", '[data-as="html"] [data-as="body"].book p { color: red; }'),
        (":root { --x: 1 }", '[data-as="html"] { --x: 1; }'),
        (
            "main > section p { color: red }",
            '[data-as="main"] > [data-as="section"] p { color: red; }',
        ),
        ("#first { color: red }", '[data-id="first"] { color: red; }'),
        ("a[href^='#'] { color: red }", 'a[data-href^="#"] { color: red; }'),
        ("a:link { color: red }", "a[data-href] { color: red; }"),
        ("li:not(main) { color: red }", 'li:not([data-as="main"]) { color: red; }'),
        ("li::marker { color: red }", "li::marker { color: red; }"),
        ("@media screen { p { color: red } }", "@media screen { p { color: red; } }"),
        ("p { display: none }", "p { display: none !important; }"),
    ],
)
def test_a_rule_goes_on_in_the_terms_of_the_passage(rule: str, dress: str) -> None:
    assert page(rule).style == dress


@pytest.mark.parametrize(
    "rule",
    [
        "@font-face { font-family: F; src: url(f.woff2) }",
        "@import 'https://example.org/x.css';",
        "p { background: url(https://example.org/x.png) }",
        "p { position: fixed }",
        "a:hover { color: red }",
        ".absent { color: red }",
        "#absent { color: red }",
        "table { color: red }",
        "@media print { p { color: red } }",
    ],
)
def test_a_rule_that_fetches_or_finds_nothing_is_left_out(rule: str) -> None:
    assert page(rule).style == ""


# Paper


@pytest.fixture(scope="module")
def pictures(built_brief: Mapping[str, Path]) -> Sequence[Sequence[View]]:
    """What is shown of every citation of the brief."""
    inspector = formats.installed()["pdf"].inspector()
    assert isinstance(inspector, Exhibitor)
    return inspector.exhibit(built_brief["pdf"].read_bytes(), range(8)).exhibits


def test_call_and_note_are_one_picture_where_they_are_close_and_two_where_they_are_not(
    pictures: Sequence[Sequence[View]],
) -> None:
    assert {tuple(view.parts for view in views) for views in pictures} == {
        ((Part.CALL, Part.NOTE),),
        ((Part.CALL,), (Part.NOTE,)),
    }


def test_an_outline_is_around_ink_and_that_of_a_note_cuts_through_none(
    pictures: Sequence[Sequence[View]],
) -> None:
    for picture in (view for views in pictures for view in views):
        assert isinstance(picture, Picture)
        rows = pixels(picture)
        assert {len(row) for row in rows} == {3 * picture.width}
        for outline in picture.outlines:
            around = slice(3 * outline.left, 3 * (outline.left + outline.width))
            inside = [row[around] for row in rows[outline.top : outline.top + outline.height]]
            assert any(set(row) != {255} for row in inside)
            if outline.part is Part.NOTE:
                assert set(inside[0]) == set(inside[-1]) == {255}


def test_a_file_without_tags_is_shown_as_well(built_brief: Mapping[str, Path]) -> None:
    bare = io.BytesIO()
    with pikepdf.open(built_brief["pdf"]) as pdf:
        del pdf.Root.StructTreeRoot, pdf.Root.MarkInfo
        pdf.save(bare)
    inspector = PdfInspector()
    found = inspector.inspect(bare.getvalue()).citations
    shown = inspector.exhibit(bare.getvalue(), range(len(found))).exhibits
    assert len(found) == 8
    assert all({part for view in views for part in view.parts} == set(Part) for views in shown)


def test_a_picture_is_small(pictures: Sequence[Sequence[View]]) -> None:
    assert all(len(view.png) < 25_000 for views in pictures for view in views if isinstance(view, Picture))


def test_a_picture_of_many_colours_keeps_them() -> None:
    rows = [bytes((17 * (x % 16), 17 * (y % 16), 17 * (x // 16))) * 1 for y in range(20) for x in range(64)]
    picture = png([b"".join(rows[at : at + 64]) for at in range(0, len(rows), 64)])
    chunks = dict(parts(picture))
    assert b"PLTE" not in chunks
    lines = zlib.decompress(chunks[b"IDAT"])
    assert b"".join(lines[at + 1 : at + 193] for at in range(0, len(lines), 193)) == b"".join(rows)


def pixels(picture: Picture) -> list[bytes]:
    """The rows of a picture with a palette (ISO/IEC 15948, clause 7)."""
    chunks = dict(parts(picture.png))
    palette, lines = chunks[b"PLTE"], zlib.decompress(chunks[b"IDAT"])
    width = picture.width + 1
    rows = [lines[at + 1 : at + width] for at in range(0, len(lines), width)]
    return [b"".join(palette[3 * rank : 3 * rank + 3] for rank in row) for row in rows]


def parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each chunk, once its check value is found right."""
    at = 8
    while at < len(data):
        length = int.from_bytes(data[at : at + 4])
        kind, content = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        assert int.from_bytes(data[at + 8 + length : at + 12 + length]) == zlib.crc32(kind + content)
        yield kind, content
        at += 12 + length


# Text

TEXT = """A first line.

A paragraph with a call.[1] It goes on
over two lines.[2]


Notes

[1] The first note,
    of two lines.

[2] The second.
"""


def test_the_lines_of_a_paragraph_and_of_a_note_are_shown() -> None:
    first, second = TextInspector().exhibit(TEXT.encode(), [0, 1]).exhibits
    assert [said(view) for view in first] == [
        ("lines 3 to 4", "A paragraph with a call.«[1]» It goes on\nover two lines.[2]"),
        ("lines 9 to 10", "«[1] The first note,\n    of two lines.»"),
    ]
    assert [said(view) for view in second] == [
        ("lines 3 to 4", "A paragraph with a call.[1] It goes on\nover two lines.«[2]»"),
        ("line 12", "«[2] The second.»"),
    ]


def said(view: View) -> tuple[str, str]:
    """Place and text of some lines, what is marked in guillemets."""
    assert isinstance(view, Lines)
    return view.place, "".join(f"«{run.text}»" if run.part else run.text for run in view.runs)
