"""Citations in the text: what they and their entries promise, and what every format makes of them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

import pikepdf
import pytest

import validators
from surefoot import formats, publish
from surefoot.compose import compose
from surefoot.composition import Composition, plain
from surefoot.errors import SourceError
from surefoot.model import Document
from surefoot.promise import Citation, Kind
from surefoot.returns import lead_back
from surefoot.source import Given, read
from surefoot.words import words
from surefoot.writers.html import HtmlWriter

STYLES = Path(__file__).parent / "styles"
AUTHOR_DATE, NUMERIC, RAISED, SHORT_NOTES = (
    str(STYLES / f"{name}.csl") for name in ("author-date", "numeric", "raised", "short-notes")
)
REFERENCES = """
---
references:
- {id: doe, type: book, author: [{family: Doe, given: Jane}], issued: 2020, title: One, DOI: 10.1000/x.y}
- {id: doe2, type: book, author: [{family: Doe, given: Jane}], issued: 2021, title: Two}
- {id: roe, type: book, author: [{family: Roe, given: Ray}], issued: 2019, title: Three, URL: 'https://roe.example/3'}
- {id: zoe, type: book, author: [{family: Zoë, given: Al}], issued: 2018, title: Four}
- {id: 'https://key.example/a(b)', type: book, author: [{family: Key, given: K.}], issued: 2017, title: Five}
- {id: '10.1000/x_y', type: book, author: [{family: Doi, given: D.}], issued: 2016, title: Six}
---
"""
HEAD = "---\ntitle: T\nlang: en\n---\n\n"
MIXED = """# First

Doe counted first [@doe, p. 3].[^a] Others followed [see @doe2; @roe, ch. 2; @zoe].

@roe [p. 7] agreed, as did Doe [-@doe2].^[Not so [@zoe].] Raised again [@doe].[^a]

| Town | Source      |
|------|-------------|
| A    | @doe2       |

[^a]: By hand, as in [@roe] and in @{https://key.example/a(b)}.
"""
FORMATS = ("pdf", "epub", "html", "txt")
Read = Callable[..., Document]


@pytest.fixture
def document(source: Callable[[str], Path]) -> Read:
    def reading(body: str, style: str = AUTHOR_DATE, head: str = HEAD) -> Document:
        return read(source(f"{head}{body}\n{REFERENCES}"), Given(csl=style))

    return reading


def entries(document: Document) -> list[Citation]:
    return [each for each in document.citations if each.kind is Kind.ENTRY]


@pytest.mark.parametrize(
    ("citation", "promised"),
    [
        ("[@doe]", [("Doe2020", "Said(")]),
        ("[@doe, p. 3]", [("Doe2020,p.3", "Said(")]),
        ("[see @doe, emphasis mine]", [("Doe2020", "Said(see")]),
        ("[@doe; @roe]", [("Doe2020", "Said("), ("Roe2019", "Said(Doe2020;")]),
        ("[@doe; @doe2]", [("Doe2020", "Said("), ("2021", "Said(Doe2020,")]),
        ("[-@doe]", [("2020", "Said(")]),
        ("@doe", [("2020", "SaidDoe(")]),
        ("@doe [p. 3]", [("2020,p.3", "SaidDoe(")]),
        ("*[@doe]*", [("Doe2020", "Said(")]),
        ("[@10.1000/x_y]", [("Doi2016", "Said(")]),
        ("[@{https://key.example/a(b)}]", [("Key2017", "Said(")]),
    ],
)
def test_a_citation_promises_its_mark_in_its_place(
    document: Read, citation: str, promised: list[tuple[str, str]]
) -> None:
    assert [(each.mark, each.claim) for each in document(f"Said {citation}.").citations] == promised


def test_a_citation_promises_its_whole_entry_with_live_addresses(document: Read) -> None:
    (by_doi,) = document("Said [@doe].", NUMERIC).citations
    (by_url,) = document("Said [@roe].", NUMERIC).citations
    assert by_doi.note == '[1] Jane Doe. "One." 2020. doi:10.1000/x.y.'
    assert (by_doi.links, by_doi.shown) == (("https://doi.org/10.1000/x.y",), ("",))
    assert by_url.note == '[1] Ray Roe. "Three." 2019. .'
    assert (by_url.links, by_url.shown) == (("https://roe.example/3",), ("https://roe.example/3",))


def test_addresses_are_live_though_the_source_would_not_have_them(document: Read) -> None:
    head = HEAD.replace("lang: en", "lang: en\nlink-bibliography: false\nlink-citations: false")
    (citation,) = document("Said [@doe].", head=head).citations
    assert citation.links == ("https://doi.org/10.1000/x.y",)


def test_works_within_a_collapsed_range_have_their_entries(document: Read) -> None:
    read_back = document("Said [@doe; @doe2; @roe; @zoe].", NUMERIC)
    assert [each.mark for each in read_back.citations] == ["1", "4"]
    assert read_back.entries == ("ref-doe", "ref-doe2", "ref-roe", "ref-zoe")
    assert read_back.prose.blocks[-4:] == (
        '[1] Jane Doe. "One." 2020. doi:10.1000/x.y.',
        '[2] Jane Doe. "Two." 2021.',
        '[3] Ray Roe. "Three." 2019. .',
        '[4] Al Zoë. "Four." 2018.',
    )


def test_citations_of_the_prose_come_first_and_those_in_notes_behind_them(document: Read) -> None:
    body = "One [@doe].[^b] Two [@roe].[^a] Three [@zoe].\n\n[^a]: A [@doe2].\n\n[^b]: B [@roe] and @doe.\n"
    read_back = document(body)
    assert [each.mark for each in read_back.citations] == [
        *("Doe2020", "1", "Roe2019", "2", "Zoë2018"),
        *("Roe2019", "2020", "Doe2021"),
    ]
    assert [place.line for place in read_back.places] == [6, 10, 6, 8, 6, 10, 10, 8]
    assert [each.claim for each in entries(read_back)[3:]] == ["B(", "B(Roe2019)andDoe(", "A("]


def test_a_note_that_is_called_twice_has_its_citations_once(document: Read) -> None:
    read_back = document("One.[^a] Two.[^a]\n\n[^a]: A [@doe].\n")
    assert [each.kind for each in read_back.citations] == [Kind.NOTE, Kind.NOTE, Kind.ENTRY]


def test_a_citation_knows_its_key_and_its_line(document: Read) -> None:
    read_back = document("One [@doe].\n\nTwo [@roe].\n\nThree [@doe].\n")
    assert [(place.label, place.line) for place in read_back.places] == [("doe", 6), ("roe", 8), ("doe", 10)]


def test_ids_are_such_as_every_format_can_carry_and_links_follow(document: Read) -> None:
    body = 'Said [@{https://key.example/a(b)}; @10.1000/x_y; @doe].\n\n<p id="ref-doe">Mine.</p>\n'
    read_back = document(body)
    assert read_back.entries == ("ref-doe-2", "ref-10-1000-x-y", "ref-https-key-example-a-b")
    body_element = compose(read_back).body
    targets = [link.get("href") for link in body_element.iter("a") if link.get("class") == "biblioref"]
    assert targets == ["#ref-https-key-example-a-b", "#ref-10-1000-x-y", "#ref-doe-2"]
    assert {
        element.get("id") for element in body_element.iter("p") if element.get("class") == "entry"
    } == set(read_back.entries)


@pytest.mark.parametrize(
    ("body", "headings"),
    [
        ("Said [@doe].", ["2 References"]),
        ("# Part\n\nSaid [@doe].", ["2 Part", "2 References"]),
        ("Said [@doe].\n\n# Works", ["2 Works"]),
        ("Said [@doe].\n\n# Works\n\n<!-- here -->\n", ["2 Works"]),
        ("Said [@doe].\n\n# Works\n\n::: {#refs}\n:::\n\n# End", ["2 Works", "2 End"]),
        ("Said [@doe].\n\n**Works**\n\n::: {#refs}\n:::\n", []),
        ('Said [@doe].\n\n**Works**\n\n<div id="refs"></div>\n', []),
    ],
)
def test_the_bibliography_has_one_heading_unless_it_was_given_its_place(
    document: Read, body: str, headings: list[str]
) -> None:
    assert list(document(body).prose.headings[1:]) == headings


def test_the_heading_speaks_the_document_s_language(document: Read) -> None:
    read_back = document("Gesagt [@doe].", head=HEAD.replace("lang: en", "lang: de-AT"))
    assert read_back.prose.headings[-1] == "2 Literatur"


def test_the_author_s_words_beside_the_entries_stay(document: Read) -> None:
    read_back = document("Said [@doe].\n\n::: {#refs}\nAll of them.\n:::\n")
    assert read_back.prose.blocks == ("Said (Doe 2020).", "All of them.", "Doe, Jane. 2020. One. .")


def test_the_place_of_a_bibliography_is_no_list_where_the_style_has_none(
    document: Read, tmp_path: Path
) -> None:
    body = "Said [@doe].\n\n::: {#refs}\n# Works\n\nAll are in the notes.\n:::\n"
    page = tmp_path / "page.html"
    head = HEAD.replace("lang: en", "lang: en\nsuppress-bibliography: true")
    page.write_bytes(HtmlWriter().write(document(body, "", head)).data)
    assert '<div id="refs">' in page.read_text()
    assert validators.accessibility(page, "light") == []


def test_a_work_that_is_listed_without_being_cited_is_prose(document: Read) -> None:
    read_back = document("Said [@doe].", head=HEAD.replace("lang: en", "lang: en\nnocite: '@roe'"))
    assert len(read_back.citations) == 1
    assert read_back.entries == ("ref-doe", "ref-roe")


def test_raised_numbers_are_characters_and_so_kept_apart_in_plain_text(document: Read) -> None:
    read_back = document("Said [@doe; @doe2; @roe] and [@roe; @doe].", RAISED)
    assert read_back.prose.blocks[0] == "Said¹-³ and¹,³."
    assert [each.mark for each in read_back.citations] == ["¹", "³", "¹", "³"]


def test_what_a_style_sets_in_lines_is_one_entry_with_spaces_between(document: Read) -> None:
    (citation,) = document("Said [@roe].", RAISED).citations
    assert citation.note == "1. Ray Roe, Three"
    assert citation.links == ("https://roe.example/3",)


def test_an_entry_that_is_printed_twice_is_refused(document: Read) -> None:
    with pytest.raises(SourceError, match=r"source\.md:6: The bibliography has 2 entries for “doe”\."):
        document("Said [@doe].\n\n::: {#refs}\n:::\n\n::: {#refs}\n:::\n")


def test_a_work_whose_entry_would_be_empty_is_refused(source: Callable[[str], Path]) -> None:
    body = "Said [@doe; @roe].\n\n---\nreferences: [{id: doe, title: A}, {id: roe, publisher: B}]\n---\n"
    with pytest.raises(SourceError, match=r"source\.md:6: The bibliography has no entry for “roe”"):
        read(source(HEAD + body), Given(csl=AUTHOR_DATE))


def test_a_citation_that_a_style_prints_nothing_for_is_refused(
    source: Callable[[str], Path], tmp_path: Path
) -> None:
    names = tmp_path / "names.csl"
    style = Path(AUTHOR_DATE).read_text(encoding="utf-8")
    names.write_text(
        style.replace('<text variable="title"/></substitute>', "</substitute>"), encoding="utf-8"
    )
    body = "Said [@none].\n\n---\nreferences: [{id: none, title: Untitled}]\n---\n"
    with pytest.raises(SourceError, match=r"source\.md:6: The citation style prints nothing for “none”\."):
        read(source(HEAD + body), Given(csl=str(names)))


def test_a_style_without_bibliography_promises_words_alone_and_warns(document: Read, tmp_path: Path) -> None:
    without = tmp_path / "without.csl"
    without.write_text(re.sub("(?s)<bibliography.*</bibliography>", "", Path(AUTHOR_DATE).read_text()))
    for read_back in (
        document("Said [@doe].", str(without)),
        document("Said [@doe].", head=HEAD.replace("lang: en", "lang: en\nsuppress-bibliography: true")),
    ):
        assert read_back.citations == ()
        assert read_back.prose.blocks == ("Said (Doe 2020).",)
        assert ["there is no bibliography" in str(warning) for warning in read_back.warnings] == [True]


def test_notes_are_promised_as_a_note_style_shortens_them(document: Read) -> None:
    read_back = document("A [@roe]. B [@roe, p. 4]. C [@doe2]. D [@roe; @doe2].", SHORT_NOTES)
    notes = [each.note for each in read_back.citations]
    assert notes == ["Ray Roe, Three, .", "Ibid., p. 4.", "Jane Doe, Two.", "Roe; Doe."]
    assert read_back.prose.blocks[-2:] == ("Doe, Jane, Two.", "Roe, Ray, Three, .")


def test_a_link_of_the_author_to_an_entry_is_no_citation(document: Read) -> None:
    read_back = document("Said [@doe], [there](#ref-doe) and [here](#ref-doe){.biblioref}.")
    assert len(read_back.citations) == 1
    links = [link for link in compose(read_back).body.iter("a") if link.get("href") == "#ref-doe"]
    assert [link.get("class") for link in links] == ["biblioref", None, None]


def test_raw_html_cannot_claim_to_be_a_call(document: Read) -> None:
    page = (
        HtmlWriter()
        .write(document('Said <a href="#x" role="doc-noteref">1</a>.\n\n<p id="x">X</p>'))
        .data.decode()
    )
    assert 'role="doc-noteref"' not in page


@pytest.fixture(
    scope="module", params=[AUTHOR_DATE, NUMERIC, RAISED], ids=["author-date", "numeric", "raised"]
)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Prose, notes and a table with citations, in all formats."""
    folder = tmp_path_factory.mktemp("mixed")
    (folder / "mixed.md").write_text(HEAD + MIXED + REFERENCES, encoding="utf-8")
    document = read(folder / "mixed.md", Given(csl=request.param))
    made = publish.publish(document, formats.choose(FORMATS), folder)
    assert [(edition.format, edition.exit_code) for edition in made] == [(name, 0) for name in FORMATS]
    return {name: folder / f"mixed.{name}" for name in FORMATS}


def test_every_format_keeps_every_promise(built: Mapping[str, Path]) -> None:
    assert validators.pdf_ua(built["pdf"]) == []


@pytest.mark.parametrize("built", [RAISED], indirect=True)
def test_the_outside_judges_find_no_fault(built: Mapping[str, Path]) -> None:
    assert validators.epub(built["epub"]) == []
    assert validators.html(built["html"]) == []


def test_citations_and_entries_are_accessible(document: Read, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(HtmlWriter().write(document("Said [@doe; @roe].", NUMERIC)).data)
    assert validators.accessibility(page, "light") == []


def test_a_page_says_what_a_citation_and_a_bibliography_are(document: Read) -> None:
    page = HtmlWriter().write(document("Said [@doe].")).data.decode()
    assert '<a href="#ref-doe" class="biblioref" id="cite-1" role="doc-biblioref">Doe 2020</a>' in page
    assert '<section role="doc-bibliography" aria-labelledby="references">' in page
    assert '<div class="bibliography" role="list">\n<p class="entry" id="ref-doe" role="listitem">' in page


def test_an_entry_leads_back_to_each_of_its_citations(document: Read) -> None:
    body = compose(
        document("# Part\n\nSaid [@doe, p. 3].[^a] And @roe, and again [@doe].\n\n[^a]: So [@doe].\n")
    )
    own = body.copy()
    lead_back([own.title, own.body, *(note.element for note in own.notes)], words("en"), {})
    cited = {link.get("id"): plain(link) for link in _links(own, "biblioref")}
    assert cited == {"cite-1": "Doe 2020, p. 3", "cite-2": "2019", "cite-3": "Doe 2020", "cite-4": "Doe 2020"}
    assert [(way.text, way.get("href"), way.get("aria-label")) for way in _links(own, "backlink")] == [
        ("↑1", "#cite-1", "↑1 Back to reference 1 of 3, Doe 2020, p. 3, Part"),
        ("↑2", "#cite-3", "↑2 Back to reference 2 of 3, Doe 2020, Part"),
        ("↑3", "#cite-4", "↑3 Back to reference 3 of 3, Doe 2020"),
        ("↑", "#cite-2", "↑ Back to reference, 2019, Part"),
    ]


def _links(composition: Composition, kind: str) -> Iterator[Element]:
    for root in (composition.title, composition.body, *(note.element for note in composition.notes)):
        yield from (link for link in root.iter("a") if link.get("class") == kind)


def test_an_entry_is_shown_beside_its_citation(document: Read, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(HtmlWriter().write(document("Said [@doe].")).data)
    with validators.screen("light") as screen:
        screen.goto(page.as_uri())
        preview = screen.locator(".note-preview")
        screen.locator("a[role=doc-biblioref]").hover()
        preview.wait_for(state="visible")
        assert preview.inner_text().strip() == "Doe, Jane. 2020. One. https://doi.org/10.1000/x.y."


def test_a_bibliography_without_heading_has_a_name(document: Read) -> None:
    page = HtmlWriter().write(document("Said [@doe].\n\n::: {#refs}\n:::")).data.decode()
    assert '<section role="doc-bibliography" aria-label="References">' in page


def test_a_book_says_it_in_its_own_words_too(built: Mapping[str, Path]) -> None:
    with zipfile.ZipFile(built["epub"]) as book:
        text = book.read("EPUB/text.xhtml").decode()
    citations = re.findall(r"<a [^>]*epub:type=\"biblioref\"[^>]*>", text)
    assert citations
    assert all('role="doc-biblioref"' in citation and 'href="#ref-' in citation for citation in citations)
    assert 'epub:type="bibliography"' in text


def test_a_pdf_has_references_that_lead_to_entries(built: Mapping[str, Path]) -> None:
    with pikepdf.open(built["pdf"]) as pdf:
        roles = [str(node.S) for node in _nodes(pdf.Root.StructTreeRoot.K)]
    assert roles.count("/BibEntry") == 5
    assert roles.count("/Reference") > 5


def _nodes(kids: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _nodes(kid.get("/K", pikepdf.Array()))


def test_numbers_of_works_and_of_notes_are_told_apart_in_plain_text(document: Read, tmp_path: Path) -> None:
    (made,) = publish.publish(document("Said [@doe].^[Mine.]", NUMERIC), formats.choose(["txt"]), tmp_path)
    assert made.exit_code == 0
    text = (tmp_path / "source.txt").read_text(encoding="utf-8")
    assert "Said [1].[^1]" in text
