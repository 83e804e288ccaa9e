"""What stands apart from the text of a page is not read with it, unless it stands in the midst of it."""

from __future__ import annotations

import pytest

from surefoot.inspectors.html import HtmlInspector
from surefoot.promise import Prose


def prose(body: str) -> Prose:
    page = f"<!doctype html><html><head><title>T</title></head><body>{body}</body></html>"
    return HtmlInspector().inspect(page.encode()).prose


@pytest.mark.parametrize(
    ("apart", "blocks"),
    [
        ('<nav><a href="#a">X</a></nav>', ()),
        ('<nav><h2>Contents</h2><a href="#a">X</a></nav>', ()),
        ('<nav><h2>All <b>of</b> it</h2><ol><li><a href="#a">X <i>Y</i></a> 1 – 2</li></ol></nav>', ()),
        ('<nav><h2><a href="#a">X</a> and Y</h2></nav>', ()),
        ("<nav></nav>", ()),
        ("<nav>— 12 —</nav>", ()),
        ("<nav><h2>Heading</h2></nav>", ("Heading",)),
        ('<nav><h2>H</h2>loose <a href="#a">X</a></nav>', ("H", "loose X")),
        ('<nav><a href="#a">X</a> loose</nav>', ("X loose",)),
        ('<nav><a href="#a">X</a><a href="#b">Y</a><p>Para</p></nav>', ("XY", "Para")),
        ('<div role="navigation"><a href="#a">X</a></div>', ()),
        ('<div role="doc-toc"><a href="#a">X</a></div>', ()),
        ('<div role="doc-pagelist"><a href="#a">X</a></div>', ()),
        ("<button>Copy</button>", ()),
        ("<button>Copy code</button>", ()),
        ("<button>Copy all code</button>", ("Copy all code",)),
        ("<textarea>A word or two</textarea>", ("A word or two",)),
        ("<footer>Foot</footer>", ("Foot",)),
        ("<header>Head</header>", ("Head",)),
        ("<search>Find</search>", ("Find",)),
        ('<p role="contentinfo">Info</p>', ("Info",)),
        ('<p role="search">Find</p>', ("Find",)),
    ],
)
def test_in_the_midst_of_the_text_only_lists_of_links_and_controls_stand_apart(
    apart: str, blocks: tuple[str, ...]
) -> None:
    assert prose(f"<p>Before.</p>{apart}<p>Behind.</p>").blocks == ("Before.", *blocks, "Behind.")


@pytest.mark.parametrize(
    "apart",
    [
        '<nav><a href="#a">X</a> loose</nav>',
        "<button>Copy all code</button>",
        "<footer>Foot</footer>",
        "<header>Head</header>",
        "<hgroup>Head</hgroup>",
        "<search>Find</search>",
        '<p role="contentinfo">Info</p>',
        '<section role="doc-colophon"><h2>Colophon</h2><p>Set in Source Serif.</p></section>',
        '<p role="banner">Banner</p>',
        '<p role="search">Find</p>',
        '<p role="doc-pageheader">Page</p>',
        '<p role="doc-pagefooter">Page</p>',
    ],
)
def test_before_the_text_and_behind_it_what_stands_apart_is_no_text(apart: str) -> None:
    assert prose(f"{apart}<p>A.</p><p>B.</p>").blocks == ("A.", "B.")
    assert prose(f"<p>A.</p><p>B.</p>{apart}").blocks == ("A.", "B.")


@pytest.mark.parametrize(
    ("block", "blocks"),
    [
        ("<header><h1>T</h1><p>By whom</p></header>", ("T",)),
        ('<header><div role="heading">T</div><p>By whom</p></header>', ("T",)),
        ('<header><h1>T</h1><div role="doc-abstract">So it is.</div></header>', ("T", "So it is.")),
        ('<header><div role="doc-abstract">So it is.</div><p>By whom</p></header>', ("So it is.",)),
        ('<div role="banner"><h1>T</h1><p>By whom</p></div>', ("T",)),
        ("<h1>T</h1><header><p>By whom</p></header>", ("T",)),
    ],
)
def test_of_a_title_block_headings_and_abstract_are_text(block: str, blocks: tuple[str, ...]) -> None:
    assert prose(f"{block}<p>A.</p>").blocks == (*blocks, "A.")


def test_the_footer_of_a_quotation_is_text() -> None:
    quotation = "<blockquote><p>So.</p><footer>Who</footer></blockquote>"
    assert prose(f"<p>A.</p>{quotation}").quotations == ("So. Who",)


@pytest.mark.parametrize(
    ("way", "words"),
    [("↑", "A"), ("Back to reference 1", "A"), ("Repealed", "A Repealed")],
)
def test_a_way_back_outside_of_notes_is_text_if_it_says_more_than_a_sign(way: str, words: str) -> None:
    assert prose(f'<p>A <a href="#x" role="doc-backlink">{way}</a></p>').blocks == (words,)


@pytest.mark.parametrize(
    ("target", "links"),
    [
        ("https://a.example/", ("https://a.example/",)),
        ("//a.example/", ("https://a.example/",)),
        ("mailto:a@a.example", ("mailto:a@a.example",)),
        ("a.html", ()),
        ("#a", ()),
        ("javascript:void(0)", ()),
        (" VBScript:x", ()),
        ("data:text/plain,x", ()),
    ],
)
def test_the_links_of_the_text_are_those_that_lead_out_and_do_nothing_else(
    target: str, links: tuple[str, ...]
) -> None:
    assert prose(f'<p>A <a href="{target}">B</a></p>').links == links
    assert prose(f'<p>A <map><area href="{target}"></map></p>').links == links


@pytest.mark.parametrize(
    ("markup", "heading"),
    [
        ("<h3>A</h3>", "3 A"),
        ('<h3 aria-level="5">A</h3>', "5 A"),
        ('<h3 aria-level="high">A</h3>', "3 A"),
        ('<div role="heading" aria-level="4">A</div>', "4 A"),
        ('<div role="heading">A</div>', "2 A"),
    ],
)
def test_a_heading_has_the_level_that_it_is_given(markup: str, heading: str) -> None:
    assert prose(markup).headings == (heading,)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ('<ul><li><input type="checkbox">A</li></ul>', "☐ A"),
        ('<ul><li><input type="text">A</li></ul>', "A"),
        (r"<p><span>\(x\)</span></p>", r"\(x\)"),
        (r'<p><span class="math"><b>\(x\)</b></span></p>', r"\(x\)"),
        (r'<p><span class="math">x</span></p>', "x"),
        (r'<div class="math">\[x\]</div>', r"\[x\]"),
        (r'<p><span class="math display">\[x\]</span></p>', "x"),
        (r'<p><span class="math">$$x$$</span></p>', "x"),
        ('<p>A <i aria-hidden="true">→<script>b</script><style>c</style></i></p>', "A"),
        ('<p>A <i aria-hidden="true">→<b>b</b></i></p>', "A →b"),
        ('<p>A <i aria-hidden="true"><svg><path/></svg>b</i></p>', "A b"),
        ('<p>A <i aria-hidden="true">→<svg><text>b</text></svg></i></p>', "A"),
    ],
)
def test_boxes_formulas_and_ornaments_are_read_as_they_are_meant(markup: str, words: str) -> None:
    assert prose(markup).blocks == (words,)


def test_a_heading_that_says_it_is_none_is_none() -> None:
    assert prose('<h3 role="presentation">A</h3><h3 role="none">B</h3>').headings == ()
