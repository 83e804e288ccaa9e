"""An e-book says of its accessibility what is true of the finished book, picture by picture."""

from __future__ import annotations

import io
from base64 import b64encode
from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest
from PIL import Image as Raster

from surefoot.composition import Composition
from surefoot.model import Metadata, Settings, Stylesheet
from surefoot.pictures import Image
from surefoot.words import words
from surefoot.writers.epub.package.accessibility import Access, assess, properties, summary
from surefoot.writers.epub.package.motion import picture_moves, style_moves

_PIXELS = [Raster.new("L", (2, 2), shade) for shade in (0, 255)]
_TURNING = '<circle r="3"><animate attributeName="r" values="0;9" dur="1s"/></circle>'


def pixels(kind: str, frames: int) -> Image:
    file = io.BytesIO()
    _PIXELS[0].save(file, kind, save_all=frames > 1, append_images=_PIXELS[1:frames])
    return Image("image-1", f"image/{kind.lower()}", file.getvalue())


def address(image: Image) -> str:
    return f"data:{image.media_type};base64,{b64encode(image.data).decode()}"


def drawing(content: str) -> Image:
    data = f'<svg xmlns="http://www.w3.org/2000/svg">{content}</svg>'.encode()
    return Image("image-1.svg", "image/svg+xml", data)


def composition(html: str, css: str = "") -> Composition:
    settings = Settings(stylesheets=(Stylesheet("own.css", css),) if css else ())
    return Composition(Metadata("T"), Element("span"), fromstring(f"<div>{html}</div>"), (), (), (), settings)


def access(html: str, *pictures: Image, css: str = "") -> Access:
    return assess(composition(html, css), pictures, paged=False)


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_a_picture_moves_where_it_has_more_than_one_frame(kind: str) -> None:
    assert picture_moves(pixels(kind, 2))
    assert not picture_moves(pixels(kind, 1))


@pytest.mark.parametrize(("kind", "data"), [("gif", b"GIF89a"), ("svg+xml", b"<svg>")])
def test_a_picture_that_breaks_off_is_not_known_to_stand_still(kind: str, data: bytes) -> None:
    assert picture_moves(Image("image-1", f"image/{kind}", data))


@pytest.mark.parametrize(
    "content",
    [
        _TURNING,
        '<set attributeName="fill" to="red"/>',
        "<style>g { animation: turn 1s infinite }</style>",
        '<g style="-webkit-transition: all 1s"/>',
        f'<image href="{address(pixels("GIF", 2))}"/>',
    ],
)
def test_a_drawing_moves_by_its_elements_its_style_or_a_picture_in_it(content: str) -> None:
    assert picture_moves(drawing(content))
    assert picture_moves(drawing(f'<image href="{address(drawing(content))}"/>'))


def test_a_drawing_stands_still_where_nothing_in_it_moves() -> None:
    content = f'<style>* {{ stroke: red }}</style><image href="{address(pixels("PNG", 1))}"/>'
    assert not picture_moves(drawing(content))


@pytest.mark.parametrize(
    ("css", "moves"),
    [
        ("p { animation: blink 0.1s infinite }", True),
        ("a { color: red; transition-duration:1s }", True),
        ("p { \\61nimation: blink 0.1s }", True),
        (f'p {{ background: url("{address(pixels("GIF", 2))}") }}', True),
        (f"p {{ background: url({address(pixels('GIF', 1))}) }}", False),
        ("p { background: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>\") }", False),
        ("p { background: url(data:image/avif;base64,AAAA) }", True),
        ("* { animation: none; transition:none }", False),
        ("/* animation: later */ .transition::before { content: 'animation: \\2014' }", False),
    ],
)
def test_style_moves_where_it_sets_something_in_motion(css: str, *, moves: bool) -> None:
    assert style_moves(css) is moves


def test_no_hazard_is_denied_where_something_moves_and_the_summary_says_why() -> None:
    still, spoken = access("<p>Words.</p>", pixels("GIF", 1)), words("en")
    assert ("accessibilityHazard", "none") in properties(still)
    assert spoken.moving not in summary(still, spoken)
    for moving in (
        access("<p>Words.</p>", pixels("GIF", 2)),
        access(f"<svg>{_TURNING}</svg>"),
        access("<p>Words.</p>", css="p { animation: blink 1s }"),
    ):
        assert ("accessibilityHazard", "unknown") in properties(moving)
        assert spoken.moving in summary(moving, spoken)


@pytest.mark.parametrize(
    ("picture", "visual", "described"),
    [
        ('<img alt="A chart"/>', True, True),
        ('<img alt=""/>', True, False),
        ('<img alt="" role="presentation"/>', False, True),
        ('<img alt="" role="none"/>', False, True),
        ("<svg/>", True, False),
        ('<svg role="img" aria-label="A chart"/>', True, True),
        ("<svg><title>A chart</title></svg>", True, True),
        ('<svg role="img"><title> </title></svg>', True, False),
        ('<svg aria-hidden="true"/>', False, True),
    ],
)
def test_a_picture_counts_unless_it_adorns_and_has_words_if_it_is_named(
    picture: str, *, visual: bool, described: bool
) -> None:
    found = access(f"<p>{picture}</p>")
    assert (found.visual, found.described) == (visual, described)


def test_no_space_stands_between_the_sentences_of_japanese() -> None:
    told = summary(replace(access("<math/>"), noted=True), words("ja"))
    assert told.count("。") == 3
    assert "。 " not in told


def test_the_summary_repeats_neither_headings_nor_the_claim_to_conform() -> None:
    spoken = words("en")
    all_true = replace(access("<math/>"), noted=True, structured=True, paged=True)
    sentences = [spoken.adaptable, spoken.linked_notes, spoken.formulas, spoken.page_numbers]
    assert summary(all_true, spoken) == " ".join(sentences)
