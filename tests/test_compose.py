"""The tree that writers dress is clean, and nothing that a reader could use is gone from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from surefoot.compose import compose
from surefoot.composition import Composition, plain
from surefoot.errors import WriterError
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


def test_a_formula_that_is_no_mathml_is_its_tex_without_signs_around_it(
    composed: Callable[[str], Composition],
) -> None:
    body = composed(r"So $\frac{1$ is." + "\n\n" + r"$$\frac{2$$" + "\n").body
    assert [(code.get("class"), code.text) for code in body.iter("code")] == [
        ("formula inline", r"\frac{1"),
        ("formula block", r"\frac{2"),
    ]


def test_a_list_keeps_the_signs_around_its_numbers_as_classes(composed: Callable[[str], Composition]) -> None:
    body = composed("(1) one\n\n    a) deep\n\n<!-- -->\n\n(I) first\n\n<!-- -->\n\n1. plain\n").body
    assert [(each.get("type"), each.get("class")) for each in body.iter("ol")] == [
        ("1", "two-parens decimal"),
        ("a", "one-paren lower-alpha"),
        ("I", "two-parens upper-roman"),
        ("1", None),
    ]
    assert body.find(".//div") is None


def test_a_line_break_in_a_heading_is_a_space_in_contents(composed: Callable[[str], Composition]) -> None:
    assert [heading.text for heading in composed("## One<br/>Two\n\nText.\n").headings] == ["One Two"]


def test_an_inline_note_speaks_the_language_around_it_and_a_labelled_one_the_documents(
    composed: Callable[[str], Composition],
) -> None:
    french = "[Mots^[Une note.]]{lang=fr}, [mots[^a]]{lang=fr}"
    body = f"{french}\n\n::: {{lang=ar dir=rtl}}\nText^[One.]\n:::\n\n[^a]: Two.\n"
    assert [dict(note.element[0].attrib) for note in composed(body).notes] == [
        {"lang": "fr"},
        {},
        {"lang": "ar", "dir": "rtl"},
    ]


def test_paragraphs_of_a_definition_are_apart_even_right_behind_the_term(
    composed: Callable[[str], Composition],
) -> None:
    body = composed("Fish\n:   First.\n\n    Second.\n").body
    assert [plain(paragraph) for paragraph in body.iterfind(".//dd/p")] == ["First.", "Second."]


def test_code_runs_from_left_to_right_in_a_text_that_does_not(composed: Callable[[str], Composition]) -> None:
    body = composed("`a()`\n\n::: {dir=rtl}\n`b()`\n:::\n").body
    assert [code.get("dir") for code in body.iter("code")] == ["ltr", "ltr"]
    assert [code.get("dir") for code in composed("`a()`\n").body.iter("code")] == [None]


def test_of_an_authors_style_the_sizes_of_columns_and_pictures_are_kept(
    composed: Callable[[str], Composition], tmp_path: Path
) -> None:
    (tmp_path / "x.png").write_bytes((Path(__file__).parent / "samples" / "chart.png").read_bytes())
    body = composed(
        "+-------+------------+\n| a     | b          |\n+-------+------------+\n\n"
        '![x](x.png){width=40%}\n\n<img src="x.png" alt="y" style="width: 0px">\n\n'
        "Word ![z](x.png){height=12pt} and ![z](x.png){width=2cm height=12pt}.\n\n"
        '<p style="width: 10em">p</p>\n'
    ).body
    styles = [(element.tag, element.get("style", "")) for element in body.iter() if element.get("style")]
    assert {tag for tag, _ in styles} == {"table", "col", "img"}
    assert [style for tag, style in styles if tag == "img"] == [
        "width: 40.0%",
        "height: 12pt",
        "width: 2cm",
    ]


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


def test_a_formula_in_a_heading_is_told_once(composed: Callable[[str], Composition]) -> None:
    composition = composed("# About $x^2$, and $y$\n\nSo it is.[^1]\n\n[^1]: A note.\n")
    assert composition.headings[0].text == "About x^2, and y"
    assert composition.notes[0].calls[0].section == "About x^2, and y"


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


def test_drawings_and_formulas_in_the_text_neither_run_nor_fetch_anything(
    composed: Callable[[str], Composition],
) -> None:
    body = composed(
        '<svg onload="x()" viewBox="0 0 1 1"><script>x()</script><style>p { color: red }</style>'
        '<image href="https://x.example/a.png"></image>'
        '<rect id="r" style="fill: url(https://x.example/)" y="1"></rect>'
        '<use xlink:href="#r"></use><a href="javascript:x()"><text>Words</text></a>'
        '<foreignObject><p onclick="x()" style="color: red">more</p><iframe src="https://x.example"></iframe>'
        "</foreignObject></svg>\n\n"
        '<math><mi onclick="x()" href="javascript:x()" mathvariant="bold">x</mi></math>\n'
    ).body
    assert not tags(body) & {"script", "style", "iframe", "a"}
    found = {(element.tag, *item) for element in body.iter() for item in element.items()}
    assert found == {
        ("svg", "xmlns", "http://www.w3.org/2000/svg"),
        ("svg", "viewBox", "0 0 1 1"),
        ("rect", "id", "r"),
        ("rect", "y", "1"),
        ("use", "href", "#r"),
        ("p", "xmlns", "http://www.w3.org/1999/xhtml"),
        ("span", "xmlns", "http://www.w3.org/1999/xhtml"),
        ("math", "xmlns", "http://www.w3.org/1998/Math/MathML"),
        ("mi", "mathvariant", "bold"),
    }
    assert plain(body) == "Words more x"


@pytest.mark.parametrize(
    "tag", ["noscript", "object", "canvas", "textarea", "title", "select", "map", "dialog", "video", "button"]
)
def test_an_element_that_is_no_content_leaves_its_words(
    tag: str, composed: Callable[[str], Composition]
) -> None:
    body = composed(f"A\n\n<{tag}>few words</{tag}>\n\nmore.\n").body
    assert plain(body) == "A few words more."
    assert tags(body) <= {"div", "p", "span"}


def test_the_box_of_a_task_is_kept_as_a_character(composed: Callable[[str], Composition]) -> None:
    body = composed("- [ ] To do\n- [x] Done\n").body
    assert ["".join(item.itertext()) for item in body.iter("li")] == ["☐ To do", "☒ Done"]


def test_what_is_folded_is_opened_where_it_holds_a_call(composed: Callable[[str], Composition]) -> None:
    folded = "<details>\n<summary>More</summary>\n\n{}\n\n</details>\n\n"
    body = composed(f"{folded.format('A[^a]')}{folded.format('B')}[^a]: N\n").body
    assert [element.get("open") for element in body.iter("details")] == ["open", None]


def test_a_call_in_what_is_no_content_is_kept_with_it(composed: Callable[[str], Composition]) -> None:
    body = composed("<noscript>\n\nWords.[^a]\n\n</noscript>\n\n[^a]: Ann.\n").body
    assert [link.get("href") for link in body.iter("a")] == ["#fn-1"]


def test_a_call_that_raw_html_swallows_is_an_error(composed: Callable[[str], Composition]) -> None:
    with pytest.raises(WriterError, match=r"note 1 \(\[\^a\], defined in line 10\).*0 times"):
        composed("Text\n\n<template>Hidden[^a]</template>\n\n[^a]: Ann.\n")


def test_nothing_of_the_authors_looks_like_a_call(composed: Callable[[str], Composition]) -> None:
    body = composed('Text.[^a] <a class="noteref big" href="https://x.example">x</a>\n\n[^a]: Ann.\n').body
    assert [(link.get("class"), link.get("href")) for link in body.iter("a")] == [
        ("noteref", "#fn-1"),
        ("big", "https://x.example"),
    ]


def test_an_id_like_a_notes_is_renamed_with_the_links_to_it(composed: Callable[[str], Composition]) -> None:
    composition = composed("# Fn 1\n\nText.[^a] See [there](#fn-1).\n\n# Fnref 1 1\n\n[^a]: Ann.\n")
    assert [heading.id for heading in composition.headings] == ["at-fn-1", "at-fnref-1-1"]
    assert [link.get("href") for link in composition.body.iter("a")] == ["#fn-1", "#at-fn-1"]


def test_no_two_elements_have_one_id_and_links_lead_to_the_first(
    composed: Callable[[str], Composition],
) -> None:
    body = composed("[a]{#x} [b]{#x} [c]{#x-2} [d]{#x} [e](#x)[^n]\n\n[^n]: [f]{#x}\n").body
    assert [element.get("id") for element in body.iter() if element.get("id")] == [
        "x",
        "x-3",
        "x-2",
        "x-4",
        "fnref-1-1",
    ]
    assert [link.get("href") for link in body.iter("a")] == ["#x", "#fn-1"]


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ('<ol start="x"><li value="-"></li></ol>', {}),
        ('<ol start="٣"><li value="9999999999"></li></ol>', {}),
        ('<ol start="0"><li value="12"></li></ol>', {"start": "0", "value": "12"}),
        ('<table><tr><td colspan="1001" rowspan="65535">a</td></tr></table>', {}),
        ('<table><tr><td colspan="0" rowspan="-1">a</td></tr></table>', {}),
        (
            '<table><tr><td colspan="1000" rowspan="65534">a</td></tr></table>',
            {"colspan": "1000", "rowspan": "65534"},
        ),
        ('<p start="1" href="#x" src="x.png">a</p>', {}),
    ],
)
def test_a_number_is_kept_where_html_takes_it(
    markup: str, kept: dict[str, str], composed: Callable[[str], Composition]
) -> None:
    body = composed(markup + "\n").body
    assert {key: value for element in body.iter() for key, value in element.items()} == kept


def test_a_main_heading_of_raw_html_is_one_of_the_documents_headings(
    composed: Callable[[str], Composition],
) -> None:
    composition = composed("<h1>Raw</h1>\n\n<center><h2>Second</h2></center>\n")
    assert [(heading.id, heading.level, heading.text) for heading in composition.headings] == [
        ("section-1", 2, "Raw"),
        ("section-2", 2, "Second"),
    ]


def test_no_level_is_skipped_where_raw_html_brings_headings(composed: Callable[[str], Composition]) -> None:
    composition = composed("# One\n\n<h5>Raw</h5>\n\n## Two\n\n<h1>Three</h1>\n")
    assert [(heading.level, heading.text) for heading in composition.headings] == [
        (2, "One"), (3, "Raw"), (3, "Two"), (2, "Three"),
    ]  # fmt: skip


def test_the_headings_of_a_note_stand_below_that_of_the_notes(composed: Callable[[str], Composition]) -> None:
    body = "# One\n\nText.[^a]\n\n#### Two\n\n[^a]: Note.\n\n    # First\n\n    ##### Second\n"
    composition = composed(body)
    assert [heading.level for heading in composition.headings] == [2, 3]
    (note,) = composition.notes
    assert [element.tag for element in note.element] == ["p", "h3", "h4"]


@pytest.mark.parametrize(
    "inner", ["<h2>a</h2>", "<dl><dt>a</dt></dl>", "<figure>a</figure>", "<font><p>a</p></font>"]
)
def test_a_plain_element_around_blocks_is_a_block(inner: str, composed: Callable[[str], Composition]) -> None:
    body = composed(f"<center>{inner}</center>\n").body
    assert [element.tag for element in body] == ["div"]
    assert body[0][0].tag != "span"


def test_an_empty_corner_makes_the_first_column_head_the_rows(composed: Callable[[str], Composition]) -> None:
    body = composed("|   | A |\n|---|---|\n| x | 1 |\n|   | 2 |\n").body
    assert [[(cell.tag, cell.get("scope"), cell.text) for cell in row] for row in body.iter("tr")] == [
        [("td", None, None), ("th", None, "A")],
        [("th", "row", "x"), ("td", None, "1")],
        [("td", None, None), ("td", None, "2")],
    ]


def test_an_empty_cell_heads_nothing_but_one_with_a_picture_does(
    composed: Callable[[str], Composition],
) -> None:
    body = composed(
        "<table><tr><th scope=col> </th><th>A</th><th><img src='x' alt='b'></th></tr>"
        "<tr><td>c</td></tr></table>\n"
    ).body
    assert [(cell.tag, cell.get("scope")) for row in body.iter("tr") for cell in row] == [
        ("td", None),
        ("th", None),
        ("th", None),
        ("td", None),
    ]


def test_a_link_that_shows_nothing_shows_its_address(composed: Callable[[str], Composition]) -> None:
    (link,) = composed("See [](https://empty.example/) there.\n").body.iter("a")
    assert (link.text, link.get("dir")) == ("https://empty.example/", "ltr")


def test_an_address_runs_from_left_to_right_and_words_run_as_they_do(
    composed: Callable[[str], Composition],
) -> None:
    body = composed("See <https://one.example/> and [words](https://two.example/).\n").body
    assert [link.get("dir") for link in body.iter("a")] == ["ltr", None]
