"""Pictures are what they say they are, and a drawing is nothing but a drawing."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from surefoot import drawings
from surefoot.compose import compose
from surefoot.composition import Composition, plain
from surefoot.pictures import available, unreadable
from surefoot.source import read
from surefoot.writers.pdf.sheet.resources import Resource, Shelf
from test_compose import HEAD, PIXEL

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
BITMAP = "data:image/png;base64,iVBORw0KGgo="
Source = Callable[[str], Path]


def svg(content: str) -> bytes:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {names}>{content}</svg>".encode()


def drawn(content: str) -> str:
    """Return a drawing as it is published."""
    data = drawings.read(svg(content))
    assert data is not None
    return data.decode()


@pytest.mark.parametrize(
    "content",
    [
        "<script>alert(1)</script>",
        '<rect onload="alert(1)"/>',
        '<image href="https://x.example/spy.png"/>',
        '<image xlink:href="../../secret.png"/>',
        '<use href="surefoot:fonts/../../../x.png"/>',
        '<a href="javascript:alert(1)"><rect/></a>',
        '<a href=" java&#9;script:alert(1)"><rect/></a>',
        '<image href="data:image/svg+xml,spy"/>',
        "<style>@import 'https://x.example/spy.css';</style>",
        r"<style>rect { fill: u\72l(https://x.example/spy.svg) }</style>",
        '<rect style="fill: url(https://x.example/spy.svg#a)"/>',
        '<rect fill="url(https://x.example/spy.svg#a)"/>',
        '<a><set attributeName="xlink:href" to="javascript:alert(1)"/></a>',
        '<g xml:base="https://x.example/spy"><use href="#a"/></g>',
        '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://x.example/spy"/></foreignObject>',
        '<g xmlns:i="urn:editor" i:export="/home/spy"/>',
    ],
)
def test_a_drawing_neither_runs_nor_fetches_anything(content: str) -> None:
    found = drawn(content)
    assert not any(word in found for word in ("alert", "spy", "secret", "surefoot:", "base="))
    assert fromstring(found).tag == f"{SVG}svg"


def test_a_drawing_keeps_what_makes_it_up() -> None:
    parts = (
        "<title>Name</title><style>rect { fill: #123; clip-path: url(#c) }</style>"
        '<rect fill="url(#c)" style="stroke: url( \'#c\' )" onclick="x()" />'
        f'<use xlink:href="#c" /><image href="{BITMAP}" /><text>a</text>'
    )
    assert parts.replace(' onclick="x()"', "") in drawn(parts)
    assert drawings.read(drawn(parts).encode()) == drawn(parts).encode()


def test_a_link_goes_from_a_drawing_in_a_file_and_its_words_stay() -> None:
    text = drawn('<text>a <a href="https://x.example/">b</a></text><a xlink:href="#c"><rect/></a>')
    assert "<text>a <tspan>b</tspan></text><g><rect /></g>" in text


def test_a_font_goes_from_a_stylesheet_and_the_other_rules_stay() -> None:
    assert "<style> rect { fill: red }</style>" in drawn(
        "<style>@font-face { src: url(https://x.example/a.woff2) } rect { fill: red }</style>"
    )


def test_ids_that_xml_does_not_allow_are_renamed_with_all_that_refers_to_them() -> None:
    """As svglite of R writes them."""
    root = fromstring(
        drawn(
            "<clipPath id='cp=='/><clipPath id='cp'/><g clip-path='url(#cp==)'/><use href='#cp'/>"
            "<use xlink:href='#cp=='/>"
        )
    )
    first, second, group, use, other = root
    assert [first.get("id"), second.get("id")] == ["surefoot-1", "cp"]
    assert [group.get("clip-path"), use.get("href"), other.get(f"{XLINK}href")] == [
        "url(#surefoot-1)",
        "#cp",
        "#surefoot-1",
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"<!doctype html><title>A page</title><p>and its <svg></svg></p>",
        b"A text that speaks of <svg in passing.",
        b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>",
        b"<svg xmlns='urn:other'/>",
        b"<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><svg>&b;</svg>",
        b"<!DOCTYPE svg [<!ENTITY a SYSTEM '/etc/hostname'>]><svg>&a;</svg>",
        b"<?xml version='1.0' encoding='none-such'?><svg/>",
        b"<svg>" + b"<g>" * 5000 + b"</g>" * 5000 + b"</svg>",
        b"",
    ],
)
def test_what_cannot_be_read_as_a_drawing_is_no_picture(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "file.svg").write_bytes(data)
    assert not available("file.svg", tmp_path)


def test_a_picture_that_was_cut_off_is_none(tmp_path: Path) -> None:
    (tmp_path / "whole.png").write_bytes(PIXEL)
    (tmp_path / "cut.png").write_bytes(PIXEL[:-12])
    assert available("whole.png", tmp_path)
    assert not available("cut.png", tmp_path)
    assert [unreadable(name, tmp_path) for name in ("whole.png", "cut.png", "lost.png")] == [
        False,
        True,
        False,
    ]


def test_a_drawing_of_any_encoding_with_a_doctype_is_a_picture(tmp_path: Path) -> None:
    doctype = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    (tmp_path / "file.svg").write_text(f"{doctype}<svg><text>é</text></svg>", encoding="utf-16")
    assert available("file.svg", tmp_path)


def test_only_a_file_is_a_picture_wherever_it_lies(tmp_path: Path) -> None:
    folder = tmp_path / "text"
    folder.mkdir()
    (tmp_path / "pixel.png").write_bytes(PIXEL)
    os.mkfifo(tmp_path / "pipe.png")
    up = "../" * len(folder.parts)
    assert available("../pixel.png", folder)
    assert not any(available(source, folder) for source in ("../pipe.png", f"{up}dev/zero", "..", "a\0b"))


def test_the_page_asks_for_nothing_but_its_own_files() -> None:
    shelf = Shelf({"pixel.png": Resource("image/png", PIXEL)})
    assert shelf.fetch("surefoot:pixel.png").read() == PIXEL
    assert shelf.fetch(BITMAP).read() == PIXEL[:8]
    for address in ("surefoot:../page.css", "surefoot:other.png", "file:///etc/hostname"):
        with pytest.raises(LookupError):
            shelf.fetch(address)


@pytest.fixture
def composed(source: Source) -> Callable[[str], Composition]:
    return lambda text: compose(read(source(HEAD + text)))


@pytest.mark.parametrize("name", ["paper.pdf", "film.mp4", "sound.mp3", "lost.png"])
def test_what_is_no_picture_leaves_its_words(name: str, composed: Callable[[str], Composition]) -> None:
    body = composed(f"See ![the *paper*]({name}) here.\n").body
    assert plain(body) == "See the paper here."
    assert [element.tag for element in body.iter("em")] == ["em"]


def test_what_is_on_the_web_is_a_link_to_it_but_never_a_link_in_a_link(
    composed: Callable[[str], Composition],
) -> None:
    body = composed(
        "![a](https://x.example/a.mp4) ![](https://x.example/b.png) "
        "[![c](https://x.example/c.png)](https://x.example/)\n"
    ).body
    assert [(plain(link), link.get("href")) for link in body.iter("a")] == [
        ("a", "https://x.example/a.mp4"),
        ("https://x.example/b.png", "https://x.example/b.png"),
        ("c", "https://x.example/"),
    ]


def test_a_picture_is_known_by_its_bytes_not_by_its_name(
    tmp_path: Path, composed: Callable[[str], Composition]
) -> None:
    (tmp_path / "film.mp4").write_bytes(PIXEL)
    (tmp_path / "image-1.png").write_bytes(PIXEL + b"other")
    composition = composed('![a](film.mp4)\n\n<div><img src="image-1.png" alt="b"></div>\n')
    assert [(image.get("src"), image.get("alt")) for image in composition.body.iter("img")] == [
        ("image-1.png", "a"),
        ("image-2.png", "b"),
    ]
    assert [image.data for image in composition.images] == [PIXEL, PIXEL + b"other"]


def test_the_document_stays_as_it_was(source: Source) -> None:
    document = read(source(HEAD + "![a](lost.png) and [b](https://x.example/)\n"))
    before = repr(document)
    compose(document)
    assert repr(document) == before
