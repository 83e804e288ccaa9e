"""Notes of files by other hands are recovered by the conventions of the tools that made them."""

from __future__ import annotations

import pytest

from surefoot.inspectors.html import HtmlInspector
from surefoot.promise import Citation, Facet, Recovered

PANDOC = """<p>A claim.<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a>
And more.<a href="#fn2" class="footnote-ref" id="fnref2"><sup>2</sup></a></p>
<div class="footnotes"><hr><ol><li id="fn1"><p>One.<a href="#fnref1" class="footnote-back">↩</a></p></li>
<li id="fn2"><p>Two,</p><p>long.<a href="#fnref2" class="footnote-back">↩</a></p></li></ol></div>"""

PANDOC_EPUB2 = """<p>A claim.<a href="#fn1" class="footnote-ref" id="fnref1">1</a>
And more.<a href="#fn2" class="footnote-ref" id="fnref2">2</a></p><div class="footnotes"><hr>
<div id="fn1"><p><a href="#fnref1" class="footnote-back">1</a>. One.</p></div>
<div id="fn2"><p><a href="#fnref2" class="footnote-back">2</a>. Two,</p><p>long.</p></div></div>"""

LIBREOFFICE = """<p>A claim.<a class="sdfootnoteanc" name="sdfootnote1anc"
href="#sdfootnote1sym"><sup>1</sup></a>
And more.<a class="sdfootnoteanc" name="sdfootnote2anc" href="#sdfootnote2sym"><sup>2</sup></a></p>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym"
href="#sdfootnote1anc">1</a>One.</p></div>
<div id="sdfootnote2"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote2sym"
href="#sdfootnote2anc">2</a>Two,</p><p class="sdfootnote">long.</p></div>"""

WORD = """<p>A claim.<a href="#_ftn1" name="_ftnref1"><span class="MsoFootnoteReference">[1]</span></a>
And more.<a href="#_ftn2" name="_ftnref2"><span class="MsoFootnoteReference">[2]</span></a></p>
<div><br><hr><div id="ftn1"><p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a>
One.</p></div><div id="ftn2"><p class="MsoFootnoteText"><a href="#_ftnref2" name="_ftn2"><span>[2]</span></a>
Two,</p><p>long.</p></div></div>"""

CALIBRE = """<p>A claim.<sup><a id="back_note_1" href="#note_1" class="noteref">1</a></sup>
And more.<sup><a id="back_note_2" href="#note_2" class="noteref">2</a></sup></p>
<dl id="note_1" class="footnote"><dt>[<a href="#back_note_1">←1</a>]</dt><dd><p>One.</p></dd></dl>
<dl id="note_2" class="footnote"><dt>[<a href="#back_note_2">←2</a>]</dt><dd><p>Two,</p>
<p>long.</p></dd></dl>"""

ASCIIDOCTOR = """<p>A claim.<sup class="footnote">[<a id="_footnoteref_1" href="#_footnotedef_1">1</a>]</sup>
And more.<sup class="footnote">[<a id="_footnoteref_2" href="#_footnotedef_2">2</a>]</sup></p>
<div id="footnotes"><hr><div class="footnote" id="_footnotedef_1"><a href="#_footnoteref_1">1</a>. One.</div>
<div class="footnote" id="_footnotedef_2"><a href="#_footnoteref_2">2</a>. Two, long.</div></div>"""

BY_HAND = """<p>A claim.<sup id="b1"><a href="#a1">1</a></sup>
And more.<sup id="b2"><a href="#a2">2</a></sup></p>
<p id="a1"><a href="#b1">1</a> One.</p><p id="a2"><a href="#b2">2</a> Two, long.</p>"""

TYPED = """<p>A claim.<a href="#fn1"><sup>1</sup></a> And more.<a href="#fn2"><sup>2</sup></a></p>
<p id="fn1"><sup>1</sup> One.</p><p id="fn2"><sup>2</sup> Two, long.</p>"""


def inspected(body: str) -> Recovered:
    page = f"<!doctype html><html><head><title>T</title></head><body>{body}</body></html>"
    return HtmlInspector().inspect(page.encode())


@pytest.mark.parametrize(
    ("body", "back", "alone"),
    [
        pytest.param(PANDOC, True, True, id="pandoc"),
        pytest.param(PANDOC_EPUB2, True, True, id="pandoc, EPUB 2"),
        pytest.param(LIBREOFFICE, True, False, id="LibreOffice"),
        pytest.param(WORD, True, False, id="Word"),
        pytest.param(CALIBRE, True, False, id="calibre"),
        pytest.param(ASCIIDOCTOR, True, True, id="Asciidoctor"),
        pytest.param(BY_HAND, True, False, id="links to and fro"),
        pytest.param(TYPED, False, False, id="no way back"),
    ],
)
def test_notes_are_recovered_by_the_conventions_of_common_tools(
    body: str, *, back: bool, alone: bool
) -> None:
    recovered = inspected(body)
    assert recovered.citations == (
        Citation("1", "Aclaim.", "One.", back=back),
        Citation("2", "Aclaim.Andmore.", "Two, long.", back=back),
    )
    assert recovered.prose.blocks == ("A claim. And more.",)
    assert recovered.strays == ()
    # What stands in the midst of the text may be prose: nothing is said of what stands beside it.
    assert (Facet.ALONE in recovered.facets) is alone


def test_what_stands_beside_the_notes_of_a_named_section_is_a_stray() -> None:
    assert inspected(PANDOC.replace("</ol>", "</ol><p>Added.</p>")).strays == ("Added.",)
    assert inspected(PANDOC.replace("</ol>", "<li>Added.</li></ol>")).strays == ("Added.",)


def test_what_a_file_says_by_the_standard_goes_before_any_convention() -> None:
    standard = '<p>B<a href="#n" role="doc-noteref">1</a></p><p id="n" role="doc-footnote">N</p>'
    assert [each.claim for each in inspected(standard + PANDOC).citations] == ["B"]


def test_notes_and_ways_back_without_a_role_are_found_from_calls_that_have_one() -> None:
    body = PANDOC.replace('class="footnote-ref"', 'role="doc-noteref"')
    assert [(each.note, each.jump, each.back) for each in inspected(body).citations] == [
        ("One.", True, True),
        ("Two, long.", True, True),
    ]


@pytest.mark.parametrize(
    "body",
    [
        '<nav><a href="#s" id="t">1</a></nav><p id="s"><a href="#t">1</a> One</p>',
        '<p><a href="#s" id="t">1</a></p><h2 id="s"><a href="#t">1</a> One</h2>',
        '<p><a href="#s">1</a></p><p id="s">One</p>',
        '<p><a href="#fn1" id="r">the note</a></p><p id="fn1">One <a href="#r">↑</a></p>',
        '<p><a href="#fn1" id="r">1</a></p><div class="csl-bib-body" id="fn1">One <a href="#r">↑</a></div>',
        '<p><a href="https://a.example/#fn1">1</a></p>',
    ],
)
def test_not_every_link_is_a_call(body: str) -> None:
    assert all(each.mark != "1" or each.kind != "note" for each in inspected(body).citations)


def test_words_in_a_note_that_lead_to_its_call_are_words() -> None:
    note = '<p id="fn1">See <a href="#r">the claim above</a>. <a href="#r">Back to the text</a></p>'
    (citation,) = inspected(f'<p>A<a href="#fn1" id="r">1</a></p>{note}').citations
    assert (citation.note, citation.back) == ("See the claim above.", True)
