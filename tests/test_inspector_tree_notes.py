"""What stands among the notes of a page, and how its calls stand to each other."""

from __future__ import annotations

import pytest

from surefoot.inspectors.html import HtmlInspector
from surefoot.promise import Recovered

CALLS = """<p>A<a id="r1" href="#n1" role="doc-noteref">[1]</a>
B<a id="r2" href="#n2" role="doc-noteref">[2]</a></p>"""
ONE = '<li id="n1"><p>One. <a href="#r1" role="doc-backlink">↑</a></p></li>'
TWO = '<li id="n2"><p>Two. <a href="#r2" role="doc-backlink">↑</a></p></li>'


def inspected(body: str) -> Recovered:
    page = f"<!doctype html><html><head><title>T</title></head><body>{body}</body></html>"
    return HtmlInspector().inspect(page.encode())


def with_notes(
    items: str, before: str = "<h2>Notes</h2>", behind: str = "", attributes: str = ""
) -> Recovered:
    """Return what is found of a page whose notes section holds ``items`` in its list."""
    section = f'<section role="doc-endnotes" {attributes}>{before}<ol>{items}</ol>{behind}</section>'
    return inspected(CALLS + section)


def test_notes_that_are_called_and_their_heading_leave_no_stray() -> None:
    recovered = with_notes(ONE + TWO)
    assert recovered.strays == ()
    assert [citation.note for citation in recovered.citations] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("items", "stray"),
    [
        (ONE + TWO + '<li id="n3"><p>Three, uncalled.</p></li>', "Three, uncalled."),
        (ONE + TWO + '<li id="n2b"><p>Two. <a href="#r2" role="doc-backlink">↑</a></p></li>', "Two."),
        (ONE + "<li>Between <b>them</b></li>" + TWO, "Between them"),
        (ONE + "<p>Not even an item.</p>" + TWO, "Not even an item."),
        (ONE + "loose words" + TWO, "loose words"),
    ],
)
def test_what_stands_in_the_list_and_is_no_called_note_is_a_stray(items: str, stray: str) -> None:
    assert with_notes(items).strays == (stray,)


@pytest.mark.parametrize(
    ("before", "behind", "strays"),
    [
        ("<p>Before</p>", "", ("Before",)),
        ("", "<p>One</p><p>Two <em>words</em></p>", ("One", "Two words")),
        ("", "Right in the section", ("Right in the section",)),
        ("", '<p><a href="https://a.example/">https://a.example/</a></p>', ("https://a.example/",)),
        ("", "<p hidden>Not seen</p><hr><p> </p>", ()),
        ('<div role="heading" aria-level="2">Notes</div>', "", ()),
    ],
)
def test_a_paragraph_beside_the_notes_is_a_stray(before: str, behind: str, strays: tuple[str, ...]) -> None:
    assert with_notes(ONE + TWO, before, behind).strays == strays


def test_what_names_the_section_is_no_stray() -> None:
    assert with_notes(ONE + TWO, '<p id="name">Notes</p>', attributes='aria-labelledby="name"').strays == ()


def test_what_names_the_section_within_a_line_is_no_stray() -> None:
    named = '<p><span id="name"><b>Notes</b></span> <b>added</b></p>'
    assert with_notes(ONE + TWO, named, attributes='aria-labelledby="name"').strays == ("added",)


def test_items_of_lists_within_a_note_are_no_notes() -> None:
    deep = ONE.replace("One.", "One.<ul><li>A<ul><li>B</li></ul></li><li>C</li></ul>D.")
    recovered = with_notes(deep + TWO)
    assert recovered.strays == ()
    assert recovered.citations[0].note == "One. A B C D."


@pytest.mark.parametrize(
    ("note", "mark"),
    [
        ("{2} N", "1 ≠ 2"),
        ("<p>{2} N</p>", "1 ≠ 2"),
        ("{1} {2} N", "1"),
        ("N {2}", "1"),
        ("{↑} N", "1"),
    ],
)
def test_the_first_way_back_at_the_head_of_a_note_prints_its_number(note: str, mark: str) -> None:
    for printed in "12↑":
        note = note.replace(f"{{{printed}}}", f'<a href="#r" role="doc-backlink">{printed}</a>')
    call = '<p>A<a id="r" href="#n" role="doc-noteref">1</a></p>'
    (citation,) = inspected(f'{call}<div id="n" role="doc-footnote">{note}</div>').citations
    assert (citation.mark, citation.note, citation.jump) == (mark, "N", True)


def test_the_items_of_a_list_without_numbers_have_none() -> None:
    call = '<p>A<a id="r" href="#n" role="doc-noteref">5</a></p>'
    (citation,) = inspected(f'{call}<ul role="doc-endnotes"><li id="n">N</li></ul>').citations
    assert (citation.mark, citation.jump) == ("5", True)


def test_a_paragraph_in_the_box_around_a_note_is_a_stray() -> None:
    box = '<div role="listitem"><div role="doc-footnote" id="n1">One.</div><p>Beside it.</p></div>'
    page = f'<p>A<a href="#n1" role="doc-noteref">1</a></p><section role="doc-endnotes">{box}</section>'
    recovered = inspected(page)
    assert (recovered.citations[0].note, recovered.strays) == ("One.", ("Beside it.",))


def test_a_note_in_the_text_that_nothing_calls_is_a_stray() -> None:
    assert with_notes(ONE + TWO, behind='</section><aside role="doc-footnote">Alone.</aside>').strays == (
        "Alone.",
    )


def test_a_note_that_a_dead_call_leaves_behind_is_still_that_calls_note() -> None:
    call = '<p>A<a href="#gone" role="doc-noteref">1</a></p>'
    assert inspected(f'{call}<section role="doc-endnotes"><ol>{ONE}</ol></section>').strays == ()


@pytest.mark.parametrize(
    ("between", "apart"),
    [
        ("{0}1</a>{0}2</a>", False),
        ("<sup>{0}1</a></sup><sup>{0}2</a></sup>", False),
        ("{0}<sup>1</sup></a><!-- -->{0}<sup>2</sup></a>", False),
        ("{0}1</a><span hidden>, </span>{0}2</a>", False),
        ("{0}[1]</a>{0}[2]</a>", True),
        ("{0}1</a>,{0}2</a>", True),
        ("{0}1</a> {0}2</a>", True),
        ('{0}1</a><a href="https://a.example/">https://a.example/</a>{0}2</a>', True),
        ("[{0}1</a>][{0}2</a>]", True),
        ("{0}1</a><br>{0}2</a>", True),
        ("{0}1</a><p>{0}2</a></p>", True),
        ('{0}1</a><img src="a.png" alt="">{0}2</a>', True),
        ("{0}*</a>{0}†</a>", True),
        ("{0}a</a>{0}b</a>", False),
    ],
)
def test_marks_that_can_be_told_from_each_other_are_apart(between: str, *, apart: bool) -> None:
    calls = between.format('<a href="#n" role="doc-noteref">')
    recovered = inspected(f'<div>A{calls}</div><div id="n" role="doc-footnote">N</div>')
    assert [citation.apart for citation in recovered.citations] == [True, apart]


@pytest.mark.parametrize(("sign", "apart"), [("\\feff", False), ("\\2060", False), (",", True), (" ", True)])
def test_a_sign_that_a_style_sets_before_marks_parts_them_if_it_can_be_seen(
    sign: str, *, apart: bool
) -> None:
    calls = '<a href="#n" role="doc-noteref">1</a><a href="#n" role="doc-noteref">2</a>'
    style, note = f'a:before {{ content: "{sign}" }}', '<div id="n" role="doc-footnote">N</div>'
    recovered = inspected(f"<style>{style}</style><p>A{calls}</p>{note}")
    assert [citation.apart for citation in recovered.citations] == [True, apart]


def test_an_id_that_two_elements_bear_is_repeated() -> None:
    assert inspected('<p id="a">A</p><p id="b">B</p><p id="a">C</p><a name="b"></a><p id="">').repeated == (
        "a",
    )


def test_an_id_in_a_template_is_that_of_another_document() -> None:
    assert inspected('<p id="a">A</p><template><p id="a">B</p></template>').repeated == ()


@pytest.mark.parametrize(
    ("printed", "note"),
    [
        ("↑", "One."),
        ("¹", "One."),
        ("[a b]", "One."),
        ("Jump back to footnote 1 in the text", "One."),
        ("↑ Repealed in 2019", "One. ↑ Repealed in 2019"),
        ('<i aria-hidden="true">Repealed</i>', "One. Repealed"),
        ('<i hidden="">Repealed</i>', "One."),
    ],
)
def test_a_way_back_that_says_more_than_where_it_leads_says_words_of_its_note(
    printed: str, note: str
) -> None:
    recovered = with_notes(ONE.replace("↑", printed) + TWO)
    assert recovered.citations[0].note == note
    assert recovered.citations[0].back
