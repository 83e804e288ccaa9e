"""The tree that writers dress is clean, and nothing that a reader could use is gone from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from surefoot.compose import Composition, compose, plain
from surefoot.source import read

HEAD = "---\ntitle: T\nlang: en\n---\n\n"
PIXEL = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0:~\x9bU"
    b"\0\0\0\nIDATx\x9cc`\0\0\0\2\0\1H\xaf\xa4q\0\0\0\0IEND\xaeB`\x82"
)
Source = Callable[[str], Path]


@pytest.fixture
def composed(source: Source) -> Callable[[str], Composition]:
    return lambda text: compose(read(source(HEAD + text)))


def tags(element: Element) -> set[str]:
    return {inner.tag for inner in element.iter()}


def test_a_call_is_a_link_with_nothing_but_its_number(composed: Callable[[str], Composition]) -> None:
    composition = composed("# Part\n\nOne.[^a] Two.[^a]\n\n[^a]: Ann.\n")
    calls = list(composition.body.iter("a"))
    assert [(call.attrib, call.text, list(call)) for call in calls] == [
        ({"id": "fnref-1-1", "class": "noteref", "href": "#fn-1"}, "1", []),
        ({"id": "fnref-1-2", "class": "noteref", "href": "#fn-1"}, "1", []),
    ]
    (note,) = composition.notes
    assert [(call.id, call.section) for call in note.calls] == [("fnref-1-1", "Part"), ("fnref-1-2", "Part")]
    assert plain(note.element) == "Ann."


def test_scripts_styles_handlers_and_frames_are_gone_but_not_the_words_around_them(
    composed: Callable[[str], Composition],
) -> None:
    body = composed(
        'A <script>alert(1)</script> <b onclick="x()">bold</b> <a href="javascript:x()">link</a> '
        '<iframe src="https://x.example"></iframe> end.\n\n<style>p { color: red }</style>\n\n'
        '<form action="/"><button>Press</button></form>\n'
    ).body
    assert not tags(body) & {"script", "style", "iframe", "form", "button", "a"}
    assert {key for element in body.iter() for key in element.attrib} <= {"id", "class"}
    assert plain(body) == "A bold link end. Press"


def test_a_link_to_nowhere_is_its_words_and_a_link_out_is_an_ascii_address(
    composed: Callable[[str], Composition],
) -> None:
    body = composed("# Part {#here}\n\n[a](#here) [b](#gone) [c](other.md) [d](https://é.example/[x])\n").body
    assert [(link.text, link.get("href")) for link in body.iter("a")] == [
        ("a", "#here"),
        ("d", "https://%C3%A9.example/%5Bx%5D"),
    ]


def test_every_heading_keeps_its_id_in_a_div_too(composed: Callable[[str], Composition]) -> None:
    composition = composed("# One\n\n::: aside\n\n## Two\n\nText.\n\n:::\n")
    assert [(heading.id, heading.level, heading.text) for heading in composition.headings] == [
        ("one", 2, "One"),
        ("two", 3, "Two"),
    ]


def test_a_picture_is_collected_once_and_one_that_is_missing_leaves_its_words(
    source: Source, tmp_path: Path
) -> None:
    (tmp_path / "pixel.png").write_bytes(PIXEL)
    text = "See ![one](pixel.png) and ![two](pixel.png) and ![lost](lost.png) and ![web](https://x.example/y.png).\n"
    composition = compose(read(source(HEAD + text)))
    assert [(image.name, image.media_type) for image in composition.images] == [("image-1.png", "image/png")]
    assert [image.get("alt") for image in composition.body.iter("img")] == ["one", "two"]
    assert plain(composition.body) == "See and and lost and web."
    assert [link.get("href") for link in composition.body.iter("a")] == ["https://x.example/y.png"]


def test_mathematics_keeps_its_tex(composed: Callable[[str], Composition]) -> None:
    (math,) = composed("So $x^2$.\n").body.iter("math")
    assert [note.text for note in math.iter("annotation")] == ["x^2"]


def test_a_copy_may_be_changed_and_the_original_stays(composed: Callable[[str], Composition]) -> None:
    original = composed("Text.[^a]\n\n[^a]: Ann.\n")
    copy = original.copy()
    copy.body.clear()
    copy.notes[0].element.clear()
    assert plain(original.body) == "Text."
    assert plain(original.notes[0].element) == "Ann."


def test_a_document_is_composed_once(source: Source) -> None:
    document = read(source(HEAD + "Text.\n"))
    assert compose(document) is compose(document)
