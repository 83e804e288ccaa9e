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
        '<p><a href="#t" id="t">1</a></p>',
        '<p><a href="#s" id="t">1</a></p><section><p id="s">One</p><p><a href="#t">1</a></p></section>',
        '<p><a href="#s" id="t">1</a></p><div id="s"><h3>One</h3><a href="#t">1</a></div>',
        '<p><a href="#s" id="t">1</a></p><table><tr id="s"><td><a href="#t">1</a> One</td></tr></table>',
        '<p><a href="#s" id="t">1</a></p><table id="s"><tr><td><a href="#t">1</a> One</td></tr></table>',
        '<p><a href="#s" id="t">1</a></p><p id="s" role="toc"><a href="#t">1</a> One</p>',
        *(
            f'<p><a href="#s" id="t">1</a></p><{each} id="s"><a href="#t">1</a> One</{each}>'
            for each in "article header main nav ol section ul h1 h6".split()
        ),
    ],
)
def test_not_every_link_is_a_call(body: str) -> None:
    assert all(each.mark != "1" or each.kind != "note" for each in inspected(body).citations)


def test_words_in_a_note_that_lead_to_its_call_are_words() -> None:
    note = '<p id="fn1">See <a href="#r">the claim above</a>. <a href="#r">Back to the text</a></p>'
    (citation,) = inspected(f'<p>A<a href="#fn1" id="r">1</a></p>{note}').citations
    assert (citation.note, citation.back) == ("See the claim above.", True)


CALL = '<p id="p">A<a href="#s" id="r">1</a></p>'
SAID = CALL.replace("<a", '<a role="doc-noteref"')


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ('<p id="s">1. One</p>', "1. One"),
        ('<p id="s"><u>(<b>1</b>)</u> One</p>', "(1) One"),
        ('<p id="s">One</p>', ""),
        ('<h2 id="s">1 One</h2>', ""),
    ],
)
def test_of_what_a_call_leads_to_only_what_bears_its_mark_is_its_note(note: str, text: str) -> None:
    (citation,) = inspected(f"{SAID}{note}").citations
    assert (citation.note, citation.jump) == (text, bool(text))


@pytest.mark.parametrize(
    ("head", "text"),
    [
        *((f"<{each}>1</{each}>", "One") for each in ("b", "span", "strong", "sup")),
        ("<b>1.</b>", "One"),
        ("<b>[1]</b>", "One"),
        ("<em>1</em>", "1 One"),
        ("<b>2</b>", "2 One"),
        ("<i>So</i> <b>1</b>", "So 1 One"),
        ("1", "1 One"),
    ],
)
def test_a_number_set_apart_at_the_head_of_a_note_is_no_word_of_it(head: str, text: str) -> None:
    body = f'<p>A<a href="#fn1">1</a></p><p id="fn1">{head} One</p>'
    assert [each.note for each in inspected(body).citations] == [text]


def test_a_call_may_be_said_of_what_holds_its_link() -> None:
    call = '<p>A<span role="doc-noteref"><a href="#fn1">1</a></span></p>'
    assert inspected(f'{call}<p id="fn1">One</p>').citations == (Citation("1", "A", "One", back=False),)


def test_a_way_back_without_a_role_is_found_where_calls_and_notes_have_one() -> None:
    note = '<aside id="s" role="doc-footnote">One. <a href="#r">↑</a></aside>'
    assert inspected(SAID + note).citations == (Citation("1", "A", "One."),)


def test_where_ways_back_are_said_no_other_link_is_one() -> None:
    said = PANDOC.replace('<a href="#fnref1"', '<a role="doc-backlink" href="#fnref1"')
    assert [(each.note, each.back) for each in inspected(said).citations] == [
        ("One.", True),
        ("Two, long.↩", False),
    ]


@pytest.mark.parametrize("way", ["↑", "<i>↑</i><b>1</b>", "Back <i>to</i> top", "<b>1</b>", "return"])
def test_a_way_back_prints_a_sign_or_the_word_for_it(way: str) -> None:
    (citation,) = inspected(
        f'<p>A<a href="#fn1" id="r">1</a></p><p id="fn1">One. <a href="#r">{way}</a></p>'
    ).citations
    assert (citation.note, citation.back) == ("One.", True)


@pytest.mark.parametrize("holder", ["li", "div", "aside", "dd"])
def test_a_way_back_may_stand_in_the_next_paragraph_of_its_note(holder: str) -> None:
    note = f'<{holder}><p id="s">One</p><p><a href="#r">↑</a></p></{holder}>'
    assert inspected(CALL + note).citations == (Citation("1", "A", "One"),)


def test_what_stands_beside_a_note_in_a_quotation_is_none_of_it() -> None:
    quoted = '<blockquote><p id="s"><a href="#r">1</a> One</p><p>More</p></blockquote>'
    assert [each.note for each in inspected(CALL + quoted).citations] == ["One"]


@pytest.mark.parametrize(
    ("holder", "alone"),
    [
        ("<ol><li id='fn1'>{}</li><li id='fn2'>{}</li></ol>", True),
        ("<ul><li id='fn1'>{}</li><li id='fn2'>{}</li></ul>", True),
        ("<dl><dd id='fn1'>{}</dd><dd id='fn2'>{}</dd></dl>", True),
        ("<div class='endNotes'><p id='fn1'>{}</p><p id='fn2'>{}</p></div>", True),
        ("<div id='notes'><div><p id='fn1'>{}</p><p id='fn2'>{}</p></div></div>", True),
        ("<div id='notes'><div class='notes'><p id='fn1'>{}</p></div><p id='fn2'>{}</p></div>", True),
        ("<div><p id='fn1'>{}</p><p id='fn2'>{}</p></div>", False),
        ("<ol><li id='fn1'>{}</li><li id='fn2'>{}</li><li><a href='#fn1'>1</a></li></ol>", False),
    ],
)
def test_of_a_list_or_a_section_of_notes_it_can_be_told_what_else_is_in_it(
    holder: str, *, alone: bool
) -> None:
    calls = '<p>A<a href="#fn1" id="r1">1</a> B<a href="#fn2" id="r2">2</a></p>'
    notes = holder.format('One <a href="#r1">↑</a>', 'Two <a href="#r2">↑</a>')
    recovered = inspected(calls + notes)
    assert [each.note for each in recovered.citations][:2] == ["One", "Two"]
    assert (Facet.ALONE in recovered.facets) is alone


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("claim[{}] and", "A claim and"),
        ("claim [{}]", "A claim"),
        ("claim[<sup>{}</sup>] and", "A claim and"),
        ("<i>claim</i>[{}] and", "A claim and"),
        ("<i>claim</i> [<sup><b>{}</b></sup>], and", "A claim , and"),
        ("claim [{}, or so]", "A claim [, or so]"),
        ("claim (see {}] and", "A claim (see ] and"),
        ("claim [so] {} [or]", "A claim [so] [or]"),
    ],
)
def test_a_pair_of_brackets_right_around_a_mark_is_the_marks(marked: str, words: str) -> None:
    call = '<a href="#fn1" id="r">1</a>'
    recovered = inspected(f'<p>A {marked.format(call)}</p><p id="fn1"><a href="#r">1</a> One</p>')
    assert recovered.prose.blocks == (words,)
    assert [each.mark for each in recovered.citations] == ["1"]
