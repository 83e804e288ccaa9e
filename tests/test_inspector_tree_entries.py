"""A citation in the text is followed to its entry in the bibliography."""

from __future__ import annotations

import pytest

from surefoot.inspectors.html import HtmlInspector
from surefoot.promise import Citation, Facet, Kind, Recovered

ENTRIES = """<section role="doc-bibliography"><h2>References</h2><div role="list">
<p role="listitem" id="doe">Doe, J. 2020. A work. <a href="https://a.example/">https://a.example/</a></p>
<p role="listitem" id="roe">Roe, R. 2021. Another.</p></div></section>"""
WORK = ("Doe, J. 2020. A work.", ("https://a.example/",), ("https://a.example/",))


def inspected(body: str) -> Recovered:
    page = f"<!doctype html><html><head><title>T</title></head><body>{body}</body></html>"
    return HtmlInspector().inspect(page.encode())


def found(body: str) -> tuple[Citation, ...]:
    return inspected(body + ENTRIES).citations


def link(words: str, target: str = "doe", role: str = 'role="doc-biblioref"') -> str:
    return f'<a href="#{target}" {role}>{words}</a>'


def test_a_citation_has_its_place_and_its_whole_entry() -> None:
    assert found(f"<p>It is so ({link('Doe 2020, 3')}; {link('Roe 2021', 'roe')}).</p>") == (
        Citation("Doe2020,3", "Itisso(", *WORK, kind=Kind.ENTRY),
        Citation("Roe2021", "Itisso(Doe2020,3;", "Roe, R. 2021. Another.", kind=Kind.ENTRY),
    )


def test_a_page_can_be_asked_of_all_but_the_way_back_where_entries_have_none() -> None:
    assert inspected("<p>A</p>").entries == frozenset(Facet) - {
        *(Facet.BACK, Facet.APART, Facet.NEAR, Facet.RANK, Facet.ALONE, Facet.IDS)
    }


@pytest.mark.parametrize(
    ("ways", "back"),
    [
        (("c1", "c2"), [True, True]),
        (("c1",), [True, False]),
        (("c1", "c1"), [True, False]),
        (("c2", "gone"), [False, True]),
    ],
)
def test_an_entry_leads_back_to_each_of_its_citations(ways: tuple[str, ...], back: list[bool]) -> None:
    signs = " ".join(f'<a href="#{way}" role="doc-backlink">↑{way[-1]}</a>' for way in ways)
    entry = f'<section role="doc-bibliography"><ul><li id="doe">Doe. {signs}</li></ul></section>'
    cited = '<p>A <span id="c1"><a href="#doe" role="doc-biblioref">Doe</a></span>'
    cited += ' <a id="c2" href="#doe" role="doc-biblioref">Doe 2</a></p>'
    recovered = inspected(cited + entry)
    assert Facet.BACK in recovered.entries
    assert [(each.note, each.back) for each in recovered.citations] == [("Doe.", each) for each in back]


@pytest.mark.parametrize(
    ("words", "entry"),
    [("Roe 2021, p. 5", "Roe, R. 2021. Another."), ("Nobody 1999", ""), ("R", "Roe, R. 2021. Another.")],
)
def test_where_a_citation_leads_nowhere_its_words_tell_the_entry(words: str, entry: str) -> None:
    (citation,) = found(f"<p>A ({link(words, 'gone')})</p>")
    assert (citation.note, citation.jump, citation.seen) == (entry, False, True)


def test_an_entry_that_a_citation_shares_with_another_is_not_guessed() -> None:
    same = '<ul role="doc-bibliography"><li>Doe 2020a</li><li>Doe 2020b</li></ul>'
    assert inspected(f"<p>{link('Doe', 'gone')}</p>{same}").citations[0].note == ""


def test_where_no_link_says_what_it_is_any_link_to_an_entry_is_a_citation() -> None:
    body = f"<p>A {link('Doe', role='')} <a href='#top'>top</a></p>"
    assert found(body) == (Citation("Doe", "A", *WORK, kind=Kind.ENTRY),)
    assert [each.mark for each in found(body + f"<p>{link('Roe', 'roe')}</p>")] == ["Roe"]


def test_a_bibliography_that_citeproc_set_is_one_without_a_role() -> None:
    entries = '<div class="references csl-bib-body"><div id="doe" class="csl-entry">Doe</div></div>'
    recovered = inspected(f"<p>A {link('Doe')}</p>{entries}")
    assert recovered.citations == (Citation("Doe", "A", "Doe", kind=Kind.ENTRY),)
    assert recovered.prose.items == ()


def test_citations_in_notes_come_behind_those_in_the_prose() -> None:
    notes = f'<aside id="n" role="doc-footnote">See {link("Roe", "roe")}.</aside>'
    body = f'<p>A<a href="#n" role="doc-noteref">1</a></p>{notes}<p>B {link("Doe")}</p>'
    assert [(each.mark, each.claim) for each in found(body)] == [("1", "A"), ("Doe", "AB"), ("Roe", "See")]


@pytest.mark.parametrize("hidden", ["<p hidden>{}</p>", "<p>A <b aria-hidden='true'>{}</b></p>"])
def test_a_citation_that_is_hidden_is_not_seen(hidden: str) -> None:
    (citation,) = found(hidden.format(link("Doe")))
    assert not citation.seen


def test_an_entry_that_is_hidden_is_not_seen_but_told() -> None:
    hidden = ENTRIES.replace('id="doe"', 'id="doe" hidden')
    (citation,) = inspected(f"<p>{link('Doe')}</p>{hidden}").citations
    assert (citation.note, citation.seen) == ("Doe, J. 2020. A work.", False)
