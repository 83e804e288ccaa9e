"""The inspector for HTML testifies what a page carries, by roles and links alone."""

from __future__ import annotations

import random

import pytest

from surefoot.errors import UnreadableError
from surefoot.inspectors.html import HtmlInspector
from surefoot.promise import Citation, Facet

ARTICLE = """\
<article><h1>Title</h1>
<p>First claim.<a id="r1" href="#n1" role="doc-noteref">[1]</a> The second <em>claim</em>, here,<a
 id="r2" href="#n2" role="doc-noteref" aria-label="Footnote 2">[2]</a> and on.</p>
<p>A third one, so long that no word of an earlier claim is a word of this one
 as well.<a id="r3" href="#n3" role="doc-noteref">[3]</a></p>
<section role="doc-endnotes"><h2>Notes</h2><ol>
<li id="n1" value="1"><p>One, “quoted”. <a href="#r1" role="doc-backlink">↑</a></p></li>
<li id="n2" value="2"><p>Two at <a href="https://example.org/2">https://example.org/2</a>,
 and <a href="https://example.org/two">elsewhere</a>. <a href="#r2" role="doc-backlink">↑</a></p></li>
<li id="n3" value="3"><p>Three. <a href="#r3" role="doc-backlink">↑</a></p></li>
</ol></section></article>"""

PANDOC = """\
<p>Claim.<a href="#fn1" class="footnote-ref" id="fnref1"
role="doc-noteref"><sup>1</sup></a> Again.<a href="#fn2"
class="footnote-ref" id="fnref2" role="doc-noteref"><sup>2</sup></a></p>
<section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes">
<hr />
<ol>
<li id="fn1"><p>The note.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li>
<li id="fn2"><p>The note.</p><ul><li>with</li><li>a list</li></ul>
<a href="#fnref2" class="footnote-back" role="doc-backlink">↩︎</a></li>
</ol>
</section>"""

FORMULA = """<math><semantics><msup><mi>x</mi><mn>2</mn></msup>
<annotation encoding="application/x-tex">x^2</annotation></semantics></math>"""


def html(body: str, head: str = '<meta charset="utf-8">') -> bytes:
    return f"<!doctype html><html><head>{head}<title>T</title></head><body>{body}</body></html>".encode()


def found(body: str) -> tuple[Citation, ...]:
    return HtmlInspector().inspect(html(body)).citations


def with_note(note: str, before: str = "Claim.") -> Citation:
    """Return what is found of a page with one call and the content of its note."""
    (citation,) = found(
        f'<p>{before}<a id="r" href="#n" role="doc-noteref">1</a></p>'
        f'<section role="doc-endnotes"><ol><li id="n">{note} <a href="#r" role="doc-backlink">↑</a></li>'
        "</ol></section>"
    )
    return citation


def test_each_call_is_a_citation_with_every_facet():
    recovered = HtmlInspector().inspect(html(ARTICLE))
    assert recovered.facets == frozenset(Facet) - {Facet.NEAR}
    assert recovered.citations == (
        Citation("1", "TitleFirstclaim.", 'One, "quoted".'),
        Citation(
            "2",
            "TitleFirstclaim.Thesecondclaim,here,",
            "Two at , and elsewhere.",
            ("https://example.org/2", "https://example.org/two"),
            ("https://example.org/2", ""),
        ),
        Citation("3", "done,solongthatnowordofanearlierclaimisawordofthisoneaswell.", "Three."),
    )


def test_pandocs_own_page_is_read():
    assert found(PANDOC) == (
        Citation("1", "Claim.", "The note."),
        Citation("2", "Claim.Again.", "The note. with a list"),
    )


def test_pandocs_notes_under_their_block_are_told_apart():
    body = """<p>A.<a href="#fn1" role="doc-noteref"><sup>1</sup></a></p>
    <p>B.<a href="#fn2" role="doc-noteref"><sup>2</sup></a></p>
    <aside role="doc-footnote"><ol><li id="fn1"><p>One.</p></li><li id="fn2"><p>Two.</p></li></ol></aside>"""
    assert [citation.note for citation in found(body)] == ["One.", "Two."]


def test_a_note_that_is_called_twice_is_two_citations_with_a_way_back_each():
    body = """<p>A<a id="a" href="#n" role="doc-noteref">1</a>
    B<a id="b" href="#n" role="doc-noteref">1</a></p>
    <aside id="n" role="doc-footnote">N <a href="#a" role="doc-backlink">↑1</a>
    <a href="#b" role="doc-backlink">↑2</a></aside>"""
    assert found(body) == (Citation("1", "A", "N"), Citation("1", "AB", "N"))


def test_a_way_back_may_lead_to_what_holds_the_call_alone():
    body = """<p>A<sup id="r"><a href="#n" role="doc-noteref">1</a></sup></p>
    <aside id="n" role="doc-footnote">N <a href="#r" role="doc-backlink">↑</a></aside>"""
    assert found(body)[0].back


def test_a_way_back_to_the_whole_paragraph_leads_not_to_the_call():
    body = """<p id="r">A<a href="#n" role="doc-noteref">1</a></p>
    <aside id="n" role="doc-footnote">N <a href="#r" role="doc-backlink">↑</a></aside>"""
    assert not found(body)[0].back


def test_a_link_to_something_that_is_no_note_is_no_jump():
    body = '<p>A<a href="#h" role="doc-noteref">1</a></p><h2 id="h">N</h2>'
    assert found(body) == (Citation("1", "A", "", (), jump=False, back=False),)


def test_call_and_note_of_different_numbers_are_both_testified():
    (citation,) = found(
        '<p>A<a id="r" href="#n" role="doc-noteref">3</a></p><section role="doc-endnotes"><ol start="9">'
        '<li id="n">N <a href="#r" role="doc-backlink">↑</a></li></ol></section>'
    )
    assert citation == Citation("3 ≠ 9", "A", "N")


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ('<img src="a.png" alt="a chart">', "a chart"),
        ('<span role="img" aria-label="a star"></span>', "a star"),
        (FORMULA, "x^2"),
        ('<math alttext="x squared"><mi>x</mi></math>', "x squared"),
        ("<math><mi>x</mi></math>", "x"),
        ("a<br>b<p>c</p>", "a b c"),
        ("<ul><li>one</li><li>two</li></ul>", "one two"),
        ("x<sup>2</sup> x²", "x² x²"),
        ("x<sub><i>2</i></sub> 1<sup>st</sup>", "x₂ 1st"),
        ("a<sup>1, 2</sup> b<sup> 3 </sup>", "a1, 2 b 3"),
        ("x<sup>−1</sup> x<sup>n+1</sup> x<sup>(i)</sup>", "x⁻¹ xⁿ⁺¹ x⁽ⁱ⁾"),
        ("x<sub>(1+2)=3</sub> x<sub>-1</sub> x<sub>n</sub>", "x₍₁₊₂₎₌₃ x₋₁ xn"),
        ('x<sup><a href="https://a.example/">1</a>, <a href="https://b.example/">2</a></sup>', "x¹, ²"),
        ('x<sup><a href="https://a.example/">1</a>a</sup>', "x1a"),
        ('<bdo dir="rtl">abc</bdo> <bdo dir="RTL">12</bdo>', "\u202eabc \u202e12"),
        ('<bdo dir="ltr">אב</bdo> <bdo dir="ltr">عر</bdo>', "\u202dאב \u202dعر"),
        ('<bdo dir="rtl">אב</bdo> <bdo dir="ltr">abc</bdo> <bdo>abc</bdo>', "אב abc abc"),
        ('a<span hidden>b</span><span aria-hidden="true">c</span>d', "acd"),
        ('a<span aria-hidden="true">→<svg><title>b</title></svg></span>c', "ac"),
        ("<b>a <math alttext='b'></math><i aria-hidden='true'>b</i></b>", "a b"),
        ('a<span style="color: red; DISPLAY:none">b</span>c', "ac"),
        ("a<script>b</script><style>c</style><template><p>d</p></template>e<!-- f -->g", "aeg"),
        ('<a href="https://example.org/">https://example.org/</a>', ""),
        ('<a href="https://example.org/">words</a>', "words"),
        ('<a href="https://example.org/"><em>https://example.org</em>/</a>.', "."),
        ('<a href="https://example.org/">https://elsewhere.example/</a>', ""),
        ("<table><tr><td>a</td><td>b</td></tr></table>c", "a b c"),
        ("o<b>n</b>e", "one"),
        ('a<img src="a.png" alt="b">c', "a\u2028b\u2028c"),
        ('a <img src="a.png" alt="b">c', "a b\u2028c"),
        ('<a href="https://example.org/"><img src="a.png" alt="logo"></a>', "logo"),
    ],
)
def test_a_note_is_what_a_reader_is_shown(markup: str, words: str):
    assert with_note(markup).note == words


def test_the_addresses_of_a_note_are_in_order_and_lead_out_of_the_file():
    note = '<a href="https://example.org/é">a</a> <a href="#r">here</a> <a href="mailto:a@example.org">b</a>'
    assert with_note(note).links == ("https://example.org/%C3%A9", "mailto:a@example.org")
    assert with_note(note).shown == ("", "")


def test_the_address_that_a_link_prints_is_told_whatever_its_target():
    note = '<a href="https://a.example/">https://a.example/</a> <a href="https://a.example/">https://b.example/</a>'
    assert with_note(note).shown == ("https://a.example/", "https://b.example/")


def test_an_address_that_the_prose_prints_is_no_part_of_a_claim():
    assert (
        with_note("N", 'At <a href="https://example.org/">https://example.org/</a> it says').claim
        == "Atitsays"
    )


def test_navigation_and_notes_are_no_part_of_a_claim():
    before = '<nav>Contents</nav>A <aside role="doc-footnote">Aside.</aside><span hidden>no</span> claim'
    assert with_note("N", before).claim == "Aclaim"


def test_a_claim_reaches_back_over_indentation():
    assert with_note("N", ("word" + " " * 500) * 15).claim == "word" * 15


@pytest.mark.parametrize(
    ("base", "jump"),
    [
        ('<base href="https://elsewhere.example/">', False),
        ('<base target="_top"><base href="other.html#n"><base href="">', False),
        ('<base href="?print">', False),
        ('<base href="/">', False),
        ('<base href="//[">', False),
        ('<base href="">', True),
        ('<base href="#top">', True),
        ('<base href="data:text/html,">', True),
        ('<base target="_blank">', True),
    ],
)
def test_in_a_page_with_a_base_elsewhere_no_link_leads_to_a_place(base: str, *, jump: bool):
    recovered = HtmlInspector().inspect(html(ARTICLE, base))
    assert [(each.jump, each.back) for each in recovered.citations] == [(jump, jump)] * 3
    assert recovered.citations[0].note == 'One, "quoted".'


def test_a_relative_address_is_one_by_its_base():
    note = '<a href="paper.pdf">A paper</a>, <a href="//[">none</a>'
    page = html(
        f'<p>A<a href="#n" role="doc-noteref">1</a></p><p id="n" role="doc-footnote">{note}</p>',
        '<base href="https://example.org/a/b">',
    )
    (citation,) = HtmlInspector().inspect(page).citations
    assert (citation.note, citation.links) == ("A paper, none", ("https://example.org/a/paper.pdf",))


def test_a_page_may_name_its_encoding():
    page = html('<p>Straße<a href="#n" role="doc-noteref">1</a>', '<meta charset="iso-8859-1">')
    recovered = HtmlInspector().inspect(page.decode().encode("latin-1"))
    assert recovered.citations[0].claim == "Straße"


def test_a_deep_page_is_read_to_its_ground():
    assert with_note("<div>" * 1000 + "deep" + "</div>" * 1000).note == "deep"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file holds no markup"),
        (b"Nothing but words.", "The file holds no markup"),
        (b"<p>\xff\xfe\xfd</p>", "The file is not text in its encoding, utf-8"),
        (b'<meta charset="klingon"><p>', "The file declares an unknown encoding, klingon"),
        (b'<meta charset="rot13"><p>', "The file declares an unknown encoding, rot13"),
        (b"<p>" + b"<div>" * 5000, "The file is beyond what can be read"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(data: bytes, sentence: str):
    with pytest.raises(UnreadableError, match=sentence):
        HtmlInspector().inspect(data)


def test_broken_bytes_earn_a_sentence_or_a_testimony_and_never_a_crash():
    chance = random.Random(1)  # noqa: S311 - a fixed seed, so that a failure can be repeated
    whole = html(ARTICLE)
    for _ in range(300):
        broken = bytearray(whole[: chance.randrange(len(whole))])
        for _ in range(chance.randrange(6)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            recovered = HtmlInspector().inspect(bytes(broken))
        except UnreadableError:
            continue
        assert recovered.facets
