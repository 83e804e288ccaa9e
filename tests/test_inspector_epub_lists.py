"""The inspector for EPUB follows the contents and the page list, those of the NCX too, to what they name."""

from __future__ import annotations

import pytest

from surefoot.inspectors.epub import EpubInspector
from test_inspector_epub import CONTAINER, xhtml, zipped

TEXTS = {
    "a.xhtml": '<h1 id="one">One<a href="#n" epub:type="noteref">1</a></h1><p>First.</p>'
    '<section id="two"><h2>Two</h2><p>A page <span epub:type="pagebreak" id="p2" aria-label="2"/>ends.</p>'
    "</section>"
    '<p id="n" epub:type="footnote">A note.</p>',
    "b.xhtml": '<a id="three"/><h2>Three</h2>'
    '<p id="p">Text<span role="doc-pagebreak" id="p3" title="page 3"/></p>'
    '<h2><span id="again">Two</span></h2>',
}
CONTENTS = (
    ("One", "a.xhtml#one"),
    ("Two", "a.xhtml#two"),
    ("Three", "b.xhtml#three"),
    ("Two", "b.xhtml#again"),
)
PAGES = (("2", "a.xhtml#p2"), ("3", "b.xhtml#p3"))
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest>
<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
</manifest><spine toc="ncx"><itemref idref="a"/><itemref idref="b"/></spine></package>"""

Entries = tuple[tuple[str, str], ...]


def nav(kind: str, entries: Entries) -> str:
    lines = "".join(f'<li><a href="{href}">{label}</a></li>' for label, href in entries)
    return f'<nav epub:type="{kind}"><h1>List</h1><ol>{lines}</ol></nav>'


def ncx(kind: str, entries: Entries) -> str:
    return "".join(
        f'<{kind}><navLabel><text>{label}</text></navLabel><content src="{href}"/></{kind}>'
        for label, href in entries
    )


def astray(
    contents: Entries = CONTENTS, pages: Entries = PAGES, points: Entries = CONTENTS, targets: Entries = PAGES
) -> tuple[str, ...]:
    """Return what the inspector finds in the lists that misleads."""
    parts = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": PACKAGE,
        "OEBPS/nav.xhtml": xhtml(nav("toc", contents) + nav("page-list", pages)),
        "OEBPS/toc.ncx": '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/">'
        f"<navMap>{ncx('navPoint', points)}</navMap><pageList>{ncx('pageTarget', targets)}</pageList></ncx>",
    }
    texts = {f"OEBPS/{name}": xhtml(text) for name, text in TEXTS.items()}
    return EpubInspector().inspect(zipped(parts | texts)).prose.links


def test_lists_that_lead_to_what_they_name_are_sound() -> None:
    assert astray() == ()


def test_a_whole_document_holds_its_headings() -> None:
    assert astray(contents=(("One", "a.xhtml"), ("Three", "b.xhtml"))) == ()


def test_an_entry_with_words_of_its_own_may_lead_anywhere() -> None:
    assert astray(contents=(("Cover", "b.xhtml#p"), ("Begin reading", "a.xhtml"))) == ()


@pytest.mark.parametrize(
    ("label", "href"),
    [
        ("One", "b.xhtml#three"),
        ("One", "a.xhtml#nowhere"),
        ("One", "lost.xhtml"),
        ("Three", "b.xhtml#p"),
        ("Three", "a.xhtml#two"),
    ],
)
def test_an_entry_with_the_words_of_a_heading_leads_to_it(label: str, href: str) -> None:
    assert astray(contents=((label, href),)) == (label,)
    assert astray(points=((label, href),)) == (label,)


def test_entries_come_in_the_order_of_their_headings() -> None:
    assert astray(contents=(CONTENTS[2], *CONTENTS[:2])) == ("Three",)


@pytest.mark.parametrize(
    ("label", "href"), [("2", "b.xhtml#p3"), ("2", "a.xhtml#one"), ("4", "b.xhtml#p3"), ("4", "b.xhtml")]
)
def test_an_entry_of_the_page_list_leads_to_where_that_page_begins(label: str, href: str) -> None:
    assert astray(pages=((label, href),)) == (label,)
    assert astray(targets=((label, href),)) == (label,)


def test_pages_come_in_their_order() -> None:
    assert astray(pages=PAGES[::-1]) == ("3",)
