"""The prose of a page is its body: every word, and what the words are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from surefoot.inspectors.html import HtmlInspector
from surefoot.promise import Aspect, Begins, Prose, Shape

NOTHING = Prose(linked=(), pictured=(), shapes=(), numbers=())
"""Of a page of which everything could be told."""
ROW, TABLE, FURTHER = Shape(Begins.ROW), Shape(Begins.TABLE), Shape()


def prose(body: str) -> Prose:
    page = f"<!doctype html><html><head><title>T</title></head><body>{body}</body></html>"
    recovered = HtmlInspector().inspect(page.encode())
    assert recovered.aspects == frozenset(Aspect)
    return recovered.prose


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("<h1>Title</h1><p>One <em>two</em>\nthree.</p>", ("Title", "One two three.")),
        ("<div>One<p>Two</p>Three</div>", ("One", "Two", "Three")),
        ("<p>A<br>B</p>", ("A B",)),
        (
            "<ul><li>One<ul><li>Two</li></ul></li><li><p>Three</p><p>Four</p></li></ul>",
            ("One", "Two", "Three", "Four"),
        ),
        ("<dl><dt>Term</dt><dd>Meaning</dd></dl>", ("Term", "Meaning")),
        ("<table><caption>C</caption><tr><th>H</th><td>D</td></tr></table>", ("C", "H", "D")),
        (
            '<figure><img src="a.png" alt="A star"><figcaption>Caption</figcaption></figure>',
            ("A star", "Caption"),
        ),
        ("<pre><code>if a:\n    b</code></pre>", ("if a: b",)),
        (
            '<p>A<a href="https://a.example/">https://a.example/</a> and <a href="https://b.example/">B</a></p>',
            ("A and B",),
        ),
        ('<p>A<img src="a.png" alt="B">C</p>', ("A\u2028B\u2028C",)),
        ('<p>A <math><annotation encoding="application/x-tex">x^2</annotation></math> C</p>', ("A x^2 C",)),
        (r'<p><span class="math inline">\(x^2\)</span></p>', ("x^2",)),
        ('<ul><li><label><input type="checkbox" checked>Done</label></li></ul>', ("☒ Done",)),
        ('<p>Ha<input type="checkbox">lf</p>', ("Half",)),
        ("<p> </p><hr><p>A<script>b</script></p>", ("A",)),
        ("<p>A<span hidden>B</span></p>", ("A",)),
        ("<details><summary>More</summary>Folded</details>", ("More", "Folded")),
    ],
)
def test_a_block_is_what_stands_on_lines_of_its_own(body: str, blocks: tuple[str, ...]) -> None:
    assert prose(body).blocks == blocks


@pytest.mark.parametrize(
    "apart",
    [
        '<section role="doc-endnotes"><h2>Notes</h2><ol><li>Note</li></ol></section>',
        '<aside role="doc-footnote">Note</aside>',
        '<a href="#n" role="doc-noteref">1</a>',
        "<button>Copy</button>",
        '<nav><h2>Contents</h2><ol><li><a href="#a">A</a> 1</li></ol></nav>',
        '<section role="doc-toc"><h2>Contents</h2><a href="#a">A</a></section>',
        '<span role="doc-pagebreak">Page 12</span>',
        '<a href="#x" role="doc-backlink">Back to reference 1</a>',
        '<p aria-hidden="true">→</p>',
    ],
)
def test_what_is_no_text_is_no_body_wherever_it_stands(apart: str) -> None:
    assert prose(f"<p>A</p>{apart}<p>B</p>") == replace(NOTHING, blocks=("A", "B"))


@pytest.mark.parametrize(
    "apart",
    [
        "<nav>Said</nav>",
        "<nav><h2>Said</h2></nav>",
        '<div role="navigation">Said</div>',
        "<footer>Said</footer>",
        '<p role="doc-subtitle">Said</p>',
        "<header><p>Said</p></header>",
        "<hgroup><p>Said</p></hgroup>",
        "<search>Said</search>",
    ],
)
def test_what_the_standards_set_apart_is_body_in_the_midst_of_the_text_alone(apart: str) -> None:
    assert prose(f"{apart}<h1>A</h1>{apart}<p>B</p>{apart}").blocks == ("A", "B")
    assert prose(f"<p>A</p>{apart}<p>B</p>").blocks == ("A", "Said", "B")


@pytest.mark.parametrize(
    "sentence",
    [
        '<p aria-hidden="true">All is false.</p>',
        "<button>All is false.</button>",
        "<select><option>All is false.</option></select>",
        '<p role="doc-backlink">All is false.</p>',
        '<p role="doc-pagebreak">All is false.</p>',
    ],
)
def test_a_sentence_is_text_whatever_it_is_called(sentence: str) -> None:
    assert prose(f"<p>A</p>{sentence}<p>B</p>").blocks[1].startswith("All is false.")


def test_title_and_abstract_of_a_title_block_are_body() -> None:
    block = '<header><h1>Title</h1><p>Author</p><div role="doc-abstract">Abstract</div></header>'
    found = replace(NOTHING, front=("Author",), blocks=("Title", "Abstract"), headings=("1 Title",))
    assert prose(block) == found


@pytest.mark.parametrize(
    "block",
    [
        "<header><h1>A</h1>{}</header>",
        "<hgroup><h1>A</h1>{}</hgroup>",
        '<h1>A</h1><p role="doc-subtitle">{}</p>',
    ],
)
def test_what_stands_beside_the_title_is_told_apart_and_its_links_are_not(block: str) -> None:
    said = '<span>A <a href="https://a.example/">motto</a></span> <b>Ann</b>'
    found = prose(block.format(said) + "<p>B</p>")
    assert (found.front, found.blocks, found.links) == (("A motto Ann",), ("A", "B"), ())


def test_the_words_of_a_cover_stand_for_nothing_on_the_title_page():
    cover = '<section role="doc-cover"><img role="doc-cover" alt="T; Ann"/></section>'
    assert prose(f"{cover}<header><h1>T</h1><p>Bob</p></header><p>A</p>").front == ("Bob",)


def test_a_footer_in_a_quotation_is_body() -> None:
    assert prose("<blockquote><p>Said.</p><footer>Anon</footer></blockquote>").blocks == ("Said.", "Anon")


def test_a_heading_has_its_level_and_no_mark_of_a_call() -> None:
    call = '<a href="#n" role="doc-noteref">1</a>'
    by_role = '<p role="heading" aria-level="3">Three</p><p role="heading">None</p>'
    assert prose(f"<h2>Two{call} words</h2>{by_role}").headings == ("2 Two words", "3 Three", "2 None")


def test_links_are_absolute_and_in_order() -> None:
    body = (
        '<h2><a href="https://a.example/é">A</a></h2><p><a href="#b">B</a><a href="c.html">C</a>'
        '<a href="mailto:d@d.example">D</a><a href="javascript:e()">E</a>'
        '<a href="https://f.example/"><img src="f.png" alt=""></a></p>'
    )
    assert prose(body).links == ("https://a.example/%C3%A9", "mailto:d@d.example", "https://f.example/")


def test_a_link_has_its_place_in_a_block_or_between_two() -> None:
    link, picture = '<a href="https://a.example/">A</a>', '<a href="https://a.example/"><img src="a.png"></a>'
    printed = '<a href="https://a.example/">https://a.example/</a>'
    parts = (link, picture, f"{picture} B{link}", printed, f"C {printed}", link)
    body = "".join(f"<p>{part}</p>" for part in parts)
    assert prose(body).linked == ((0, 1), (1, 1), (1, 2), (1, 2), (2, 2), (2, 3), (3, 4))


def test_a_link_that_prints_another_address_than_its_own_tells_both() -> None:
    body = '<a href="https://a.example/">https://a.example/</a><a href="https://b.example/">https://c.example/</a>'
    assert prose(body).links == ("https://a.example/", "https://c.example/ → https://b.example/")


def test_images_are_told_by_their_alternative_texts() -> None:
    drawn = '<span role="img" aria-label="C">*</span>'
    found = prose(f'<p>A<img alt="A  star"></p><p><img src="b.png"></p><p><img alt="">{drawn}</p>')
    assert found.images == ("A star", "", "", "C")
    assert found.pictured == ((0, 1), (1, 1), (1, 2), (1, 2))


@pytest.mark.parametrize(
    "ornament",
    [
        '<img src="a.png" role="presentation">',
        '<img src="a.png" role="none">',
        '<img src="a.png" width="1" height="1">',
        '<img src="a.png" width="2">',
        '<img src="a.png" hidden>',
        '<span role="img">*</span>',
    ],
)
def test_an_ornament_without_a_name_is_no_picture(ornament: str) -> None:
    assert prose(f"<p>A {ornament}</p>").images == ()


def test_each_cell_is_told_even_if_it_is_empty() -> None:
    body = "<table><tr><td></td><th>A <b>b</b></th></tr><tr><td><p>C</p><p>D</p></td></tr></table>"
    assert prose(body).cells == ("", "A b", "C D")


def test_a_cell_has_its_place_in_row_and_table() -> None:
    body = "<table><tr><td>A<td>B<tr><td>C</table><table><tbody><tr><td>D</td></tr></tbody></table>"
    assert prose(body).shapes == (TABLE, FURTHER, ROW, TABLE)


def test_a_table_in_a_cell_has_rows_of_its_own() -> None:
    inner = "<table><tr><td>B</td></tr></table>"
    body = f"<table><tr><td>A</td><td>{inner}</td><td>C</td></tr><tr><td>D</td></tr></table>"
    assert prose(body).shapes == (TABLE, FURTHER, TABLE, FURTHER, ROW)


@pytest.mark.parametrize(
    ("cell", "shape"),
    [
        ("<th>A</th>", Shape(header=True)),
        ('<th scope="row">A</th>', Shape(header=True)),
        ('<td role="columnheader">A</td>', Shape(header=True)),
        ('<td role="rowheader">A</td>', Shape(header=True)),
        ('<th role="cell">A</th>', FURTHER),
        ('<td colspan="2" rowspan="3">A</td>', Shape(columns=2, rows=3)),
        ('<td colspan="0" rowspan="many">A</td>', FURTHER),
        ('<td colspan=" 2 ">A</td>', Shape(columns=2)),
    ],
)
def test_a_cell_is_a_header_or_none_and_reaches_over_columns_and_rows(cell: str, shape: Shape) -> None:
    found = prose(f"<table><tr><td>B</td>{cell}</tr></table>")
    assert found.shapes == (TABLE, shape)


def test_a_hidden_cell_does_not_begin_its_row() -> None:
    assert prose("<table><tr><td hidden>A</td><td>B</td></tr></table>").shapes == (TABLE,)


def test_an_item_is_told_whole_with_what_is_nested_in_it() -> None:
    body = '<ol><li>A<ul><li>B</li></ul></li></ol><div role="list"><div role="listitem">C</div></div>'
    assert prose(body).items == ("A B", "B", "C")


def test_an_entry_of_a_bibliography_is_no_item() -> None:
    found = prose('<section role="doc-bibliography"><ul><li>Doe 2020</li></ul></section>')
    assert (found.blocks, found.items) == (("Doe 2020",), ())


@pytest.mark.parametrize(
    ("listing", "numbers"),
    [
        ("<ol><li>A<ul><li>B</ul><li>C</ol>", ("1", "", "2")),
        ('<ol start="4"><li>A<li value="9">B<li>C</ol>', ("4", "9", "10")),
        ('<ol start="-1" type="a"><li>A<li>B<li>C</ol>', ("-1", "0", "a")),
        ("<ol reversed><li>A<li>B</ol>", ("2", "1")),
        ('<ol reversed start="9" type="1"><li>A<li>B</ol>', ("9", "8")),
        ('<ol type="I"><li>A<li>B</ol>', ("I", "II")),
        ('<ol style="color: red; list-style-type: lower-roman"><li>A<li>B</ol>', ("i", "ii")),
        ('<ol start="many"><li>A</ol>', ("1",)),
        ("<menu><li>A</menu>", ("",)),
    ],
)
def test_an_item_has_the_number_of_its_list(listing: str, numbers: tuple[str, ...]) -> None:
    assert prose(listing).numbers == numbers


@pytest.mark.parametrize(
    ("style", "number"),
    [
        *(("decimal", "2"), ("lower-alpha", "b"), ("lower-latin", "b"), ("upper-alpha", "B")),
        *(("upper-latin", "B"), ("lower-roman", "ii"), ("upper-roman", "II")),
    ],
)
def test_a_style_of_its_own_says_how_a_list_is_numbered(style: str, number: str) -> None:
    listing = f'<ol type="1" style="list-style-type: {style}"><li value="2">A</ol>'
    assert prose(listing.replace("1", "i" if style == "decimal" else "1")).numbers == (number,)


@pytest.mark.parametrize(
    "listing",
    [
        '<div role="list"><div role="listitem">A</div></div>',
        "<div><li>A</div>",
        '<ol type="japanese"><li>A</ol>',
        '<ol style="list-style-type: hebrew"><li>A</ol>',
        "<style>ol { list-style: outside lower-alpha }</style><ol><li>A</ol>",
    ],
)
def test_where_one_number_cannot_be_told_none_is(listing: str) -> None:
    assert prose(f"{listing}<ul><li>B</ul>").numbers is None


@pytest.mark.parametrize("value", ["none", "square outside", "decimal !important", "inherit"])
def test_a_style_sheet_that_writes_numbers_in_figures_does_not_hide_them(value: str) -> None:
    sheet = f"<style>ol {{ margin: 0; list-style: {value} }}</style>"
    assert prose(f'{sheet}<ol type="a"><li>A</ol>').numbers == ("a",)


def test_a_quotation_is_told_whole_and_within_an_item_as_well() -> None:
    found = prose("<ul><li>A<blockquote><p>B</p><p>C</p></blockquote></li></ul>")
    assert (found.quotations, found.items) == (("B C",), ("A B C",))


def test_a_link_that_names_a_host_alone_and_an_area_of_a_picture_lead_elsewhere() -> None:
    body = (
        '<p><a href="//a.example/">A</a><map><area href="https://b.example/"></map><a href="c.html">C</a></p>'
    )
    assert prose(body).links == ("https://a.example/", "https://b.example/")


def test_a_heading_that_says_it_is_none_is_none() -> None:
    found = prose('<h2 role="presentation">A</h2><h2 role="none">B</h2>')
    assert (found.headings, found.blocks) == ((), ("A", "B"))


def test_the_name_of_a_picture_goes_before_its_alternative() -> None:
    assert prose('<p><img alt="A star" aria-label="A cat"></p>').images == ("A cat",)


@pytest.mark.parametrize(
    ("markup", "turned"),
    [
        ('<bdo dir="rtl">abc 12</bdo>', True),
        ('<bdo dir="rtl"><b>2,011</b></bdo>', True),
        ('<bdo dir="ltr">abc 12</bdo>', False),
        ('<bdo dir="ltr">אבג</bdo>', True),
        ('<bdo dir="rtl">אבג</bdo>', False),
        ('<bdi dir="rtl">abc</bdi>', False),
    ],
)
def test_letters_that_are_shown_against_their_direction_are_other_words(markup: str, *, turned: bool) -> None:
    (block,) = prose(f"<p>{markup}</p>").blocks
    assert (block[0] in "\u202d\u202e") is turned


@pytest.mark.parametrize("role", ["none", "presentation"])
def test_a_role_may_say_that_a_table_or_an_item_is_none(role: str) -> None:
    assert prose(f'<table role="{role}"><tr><td>A</td></tr></table>').cells == ()
    assert prose(f'<ul><li role="{role}">A</li><li>B</li></ul>').items == ("B",)
    assert prose(f'<table><tr role="{role}"><td>A</td></tr></table>').cells == ("A",)
