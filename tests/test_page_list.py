"""The pages of an e-book are those of the PDF that was built with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
from pypdfium2 import PdfDocument

from pagebreaks import begun, heads, opened, page_list
from paged import WORDS, page_texts
from surefoot.compose import compose
from surefoot.composition import Composition
from surefoot.formats import choose
from surefoot.model import Metadata, Stylesheet
from surefoot.pages import Page, Pagination, letters, stretches
from surefoot.publish import publish
from surefoot.source import read
from surefoot.writers.epub.book import bind
from surefoot.writers.epub.content.breaks import is_break, mark
from surefoot.writers.epub.content.parts import cut
from surefoot.writers.pdf import print_out

_SHOWN = 24
_HERE = "¶"
_THING = re.compile(r'<img ?/>|<math>.*?</math>|<a class="noteref">.*?</a>')
_NUMBER = re.compile(r"\s(\S+)\s*$")
_CSS = "p { break-before: page } @page { @bottom-right { content: %s } }"


def composition(html: str) -> Composition:
    return Composition(Metadata("T"), Element("span"), fromstring(f"<div>{html}</div>"), (), (), ())


def place(begun_html: str) -> int:
    """Return what comes before a place in the text, of which each picture, formula and call is one."""
    return letters(re.sub("<[^>]*>", "", _THING.sub("x", begun_html)))


def marked(html: str) -> str:
    """Return where breaks stand in a text, of pages that begin at the signs in ``html``."""
    begun_at = [html[: found.start()].replace(_HERE, "") for found in re.finditer(_HERE, html)]
    book = composition(html.replace(_HERE, ""))
    mark(book, [Page(str(number), place(before)) for number, before in enumerate(begun_at, 1)])
    found = tostring(book.body, encoding="unicode").removeprefix("<div>").removesuffix("</div>")
    return re.sub(r'<(span|div) epub:type="pagebreak"[^>]*?aria-label="(\d+)" ?/>', r"¶\2", found)


def printed(source: Callable[[str], Path], text: str, css: str = "") -> tuple[bytes, bytes]:
    """Return PDF and e-book of a source."""
    document = read(source(f"---\ntitle: Clean air\nlang: en\n---\n\n{text}\n"))
    made = compose(document)
    if css:
        made = replace(made, settings=replace(made.settings, stylesheets=(Stylesheet("own.css", css),)))
    written = print_out(made)
    return written.data, bind(made, "seed", Pagination("source.pdf", written.pages))


def agree(pdf: bytes, epub: bytes) -> None:
    """Assert that behind each break stands what its page begins with, or more of the same word."""
    pages, breaks = heads(pdf), begun(epub)
    assert len(breaks) == len(pages)
    for number, ((label, after), page) in enumerate(zip(breaks, pages, strict=True), 1):
        following = breaks[number][1] if number < len(breaks) else ""
        if after != following:
            assert page.startswith(after[:_SHOWN]), (label, page[:40], after[:40])


def test_behind_each_break_stands_what_a_stranger_reads_first_on_that_page(built: Mapping[str, Path]) -> None:
    agree(built["pdf"].read_bytes(), built["epub"].read_bytes())


def test_the_list_of_pages_has_the_numbers_that_the_pages_bear(built: Mapping[str, Path]) -> None:
    """A cover bears none, and is the first."""
    texts = page_texts(built["pdf"].read_bytes())
    numbers = [_NUMBER.findall(text) for text in texts]
    listed = [label for label, _ in page_list(built["epub"].read_bytes())]
    assert listed[1:] == [found for (found,) in numbers[1:]]
    assert listed[0] == "1"


def test_an_ebook_that_is_built_alone_has_no_pages(source: Callable[[str], Path]) -> None:
    epub = bind(compose(read(source("Text.\n"))), "seed")
    assert page_list(epub) == begun(epub) == []
    assert b"pageBreak" not in opened(epub, "content.opf")
    assert b"<pageList" not in opened(epub, "toc.ncx")


def test_a_book_has_the_same_bytes_whatever_the_order_of_the_formats(
    source: Callable[[str], Path], tmp_path: Path
) -> None:
    document = read(source("---\ntitle: T\n---\n\nText.\n"))
    books = [
        next(each.path.read_bytes() for each in editions if each.format == "epub")
        for names in (["epub", "pdf"], ["pdf", "epub"])
        for editions in [publish(document, choose(names), tmp_path / names[0])]
    ]
    assert books[0] == books[1]
    assert [label for label, _ in page_list(books[0])] == ["1"]


def test_the_package_names_the_edition_whose_pages_it_lists(source: Callable[[str], Path]) -> None:
    _, epub = printed(source, "Text.")
    package = opened(epub, "content.opf").decode()
    assert '<meta property="pageBreakSource">Clean air, PDF edition (source.pdf)</meta>' in package
    for feature in ("pageBreakMarkers", "pageNavigation"):
        assert f'<meta property="schema:accessibilityFeature">{feature}</meta>' in package


def test_an_older_reading_system_finds_the_same_pages(source: Callable[[str], Path]) -> None:
    _, epub = printed(source, "One.\n\nTwo.", _CSS % "counter(page)")
    ncx = fromstring(opened(epub, "toc.ncx"))
    space = "{http://www.daisy.org/z3986/2005/ncx/}"
    targets = list(ncx.iter(f"{space}pageTarget"))
    assert [(each.findtext(f"{space}navLabel/{space}text"), each[1].get("src")) for each in targets] == (
        page_list(epub)
    )
    assert {each.get("type") for each in targets} == {"normal"}
    orders = [int(each.attrib["playOrder"]) for each in ncx.iter() if "playOrder" in each.attrib]
    assert sorted(orders) == list(range(1, len(orders) + 1))
    counts = {meta.get("name"): meta.get("content") for meta in ncx.iter(f"{space}meta")}
    assert counts["dtb:totalPageCount"] == counts["dtb:maxPageNumber"] == str(len(targets))


@pytest.mark.parametrize(
    ("content", "labels"),
    [
        ("counter(page)", ["1", "2", "3"]),
        ("counter(page, lower-roman)", ["i", "ii", "iii"]),
        ('"Page " counter(page) " of " counter(pages)', ["1", "2", "3"]),
        ('string(title) " " counter(page, upper-alpha)', ["A", "B", "C"]),
        ('"none"', ["1", "2", "3"]),
    ],
)
def test_a_page_is_called_as_it_calls_itself(
    content: str, labels: list[str], source: Callable[[str], Path]
) -> None:
    """One that does not say its number has that of its rank."""
    _, epub = printed(source, "One.\n\nTwo.", _CSS % content)
    assert [label for label, _ in page_list(epub)] == labels


def test_a_viewer_of_the_pdf_calls_each_page_as_it_calls_itself(source: Callable[[str], Path]) -> None:
    for content, labels in (("counter(page, lower-roman)", ["i", "ii"]), ("counter(page)", ["", ""])):
        pdf, _ = printed(source, "One.", _CSS % content)
        shown = PdfDocument(pdf)
        assert [shown.get_page_label(number) for number in range(len(shown))] == labels


def test_a_page_without_a_number_is_not_called_by_that_of_another(source: Callable[[str], Path]) -> None:
    css = _CSS % "counter(page)" + "@page :first { @bottom-right { content: none } counter-reset: page }"
    _, epub = printed(source, "One.\n\nTwo.", css)
    assert [label for label, _ in page_list(epub)] == ["1", "2"]


def test_pages_with_nothing_but_the_rest_of_a_note_begin_where_the_text_goes_on_or_ends(
    source: Callable[[str], Path],
) -> None:
    pdf, epub = printed(source, f"All there is.[^1]\n\n[^1]: {WORDS * 110}")
    (_, *rest), words = begun(epub), "".join(filter(str.isalpha, WORDS)).casefold()
    assert len(rest) == len(heads(pdf)) - 1 > 0
    for _, after in rest:
        assert after.startswith(f"notes{words}")


def test_contents_lead_to_the_text_that_they_list(source: Callable[[str], Path]) -> None:
    settings = "---\ncover: true\ntoc: true\n---\n\n"
    _, epub = printed(source, f"{settings}Before all.\n\n# One\n\nText.")
    (cover, _), (contents, before), (text, after) = begun(epub)
    assert (cover, contents, text) == ("1", "2", "3")
    assert before == after
    assert after.startswith("beforeall")


def test_the_head_of_a_table_that_is_repeated_begins_no_page(source: Callable[[str], Path]) -> None:
    rows = "\n".join(f"| Row {number} | {number * 7} |" for number in range(90))
    pdf, epub = printed(source, f"| Name | Figure |\n|---|---|\n{rows}")
    numbers = [re.search(r"Row (\d+)", text) for text in page_texts(pdf)]
    texts = opened(epub, "text.xhtml").decode()
    behind = re.findall(r'aria-label="\d+"></span>Row (\d+)', texts)
    assert behind == [found[1] for found in numbers[1:] if found]
    assert len(behind) > 1


def test_a_part_of_a_long_book_begins_with_the_breaks_of_its_first_page() -> None:
    """Also the first one, of whose pages one or two have contents alone."""
    chapters = [f'<h2 id="c{number}">Chapter</h2><p>{"word " * 30_000}</p>' for number in range(3)]
    book = composition("".join(chapters))
    size = letters("Chapter" + "word " * 30_000)
    pages = [Page("1", None), Page("2", 0), Page("3", 0), Page("4", size), Page("5", 2 * size)]
    title, *texts = cut(book, mark(book, pages))
    assert [each.get("aria-label") for each in title.breaks] == ["1"]
    assert [[each.get("aria-label") for each in part.body if is_break(each)] for part in texts] == [
        ["2", "3"], ["4"], ["5"],
    ]  # fmt: skip
    assert all(is_break(part.body[0]) for part in texts)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One. ¶Two.</p>", "<p>One. ¶1Two.</p>"),
        ("<p>One.</p>\n<p>¶Two.</p>", "<p>One.</p>\n<p>¶1Two.</p>"),
        ("<p>An exam¶ple.</p>", "<p>An ¶1example.</p>"),
        ("<p>He said: “¶Two.</p>", "<p>He said: ¶1“Two.</p>"),
        ("<p>So (<em>¶two</em>).</p>", "<p>So ¶1(<em>two</em>).</p>"),
        ("<p>So <em>¶two</em>.</p>", "<p>So ¶1<em>two</em>.</p>"),
        ("<p>So <em>two ¶three</em>.</p>", "<p>So <em>two ¶1three</em>.</p>"),
        ("<p>大気の¶質。</p>", "<p>大気の¶1質。</p>"),
        ("<p>1914–¶1918.</p>", "<p>1914–¶11918.</p>"),
        ('<p>See <a href="#b">the ¶report</a>.</p>', '<p>See ¶1<a href="#b">the report</a>.</p>'),
        ("<p>One.</p>\n<h2>¶Two</h2>", "<p>One.</p>\n¶1<h2>Two</h2>"),
        ("<p>One.</p><section><h2>¶Two</h2></section>", "<p>One.</p>¶1<section><h2>Two</h2></section>"),
        ('<div class="box"><h3>¶One</h3></div>', '¶1<div class="box"><h3>One</h3></div>'),
        ("<div><p>One.</p><p>¶Two.</p></div>", "<div><p>One.</p><p>¶1Two.</p></div>"),
        ("<blockquote><p>¶One.</p></blockquote>", "¶1<blockquote><p>One.</p></blockquote>"),
        ("<ul><li>One.</li><li>¶Two.</li></ul>", "<ul><li>One.</li><li>¶1Two.</li></ul>"),
        ("<p>One.</p><ul><li><p>¶Two.</p></li></ul>", "<p>One.</p><ul><li><p>¶1Two.</p></li></ul>"),
        ("<p>One.</p><figure>¶<img /></figure>", "<p>One.</p>¶1<figure><img /></figure>"),
        (
            "<figure><img /><figcaption>One ¶two.</figcaption></figure>",
            "<figure><img /><figcaption>One ¶1two.</figcaption></figure>",
        ),
        (
            "<figure><img /><figcaption>¶One.</figcaption></figure>",
            "<figure><img />¶1<figcaption>One.</figcaption></figure>",
        ),
        ("<p>So ¶<math><mi>x</mi></math> is.</p>", "<p>So ¶1<math><mi>x</mi></math> is.</p>"),
        (
            "<table><tbody><tr><td>One</td></tr><tr><td>¶Two</td></tr></tbody></table>",
            "<table><tbody><tr><td>One</td></tr><tr><td>¶1Two</td></tr></tbody></table>",
        ),
        (
            "<p>One.</p><table><caption>¶Two</caption><tbody><tr><td>x</td></tr></tbody></table>",
            "<p>One.</p>¶1<table><caption>Two</caption><tbody><tr><td>x</td></tr></tbody></table>",
        ),
        ("<p>One.</p>¶", "<p>One.</p>¶1"),
        ("<p>One. ¶¶Two ¶three.</p>", "<p>One. ¶1¶2Two ¶3three.</p>"),
        ("<p>One.</p><h2>¶¶Two</h2>", "<p>One.</p>¶1¶2<h2>Two</h2>"),
        ("<p>One.</p>¶¶", "<p>One.</p>¶1¶2"),
    ],
)
def test_a_break_stands_before_the_word_and_in_no_name(html: str, expected: str) -> None:
    assert marked(html) == expected


def test_calls_pictures_and_formulas_count_as_one_letter_and_hyphens_as_none() -> None:
    body = fromstring(
        '<div>a-b\u00ad <math><mi>xyz</mi></math><a class="noteref" href="#fn-1">12</a> ß<img/></div>'
    )
    assert [(each.place, each.size, each.whole) for each in stretches(body)] == [
        (0, 2, False), (2, 1, True), (3, 1, True), (4, 2, False), (6, 1, True),
    ]  # fmt: skip
