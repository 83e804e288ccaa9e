"""The EPUB writer: what reading systems need is there, and nothing is lost on the way."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from fontTools.ttLib import TTFont

import validators
from surefoot.composition import ComposedCall, ComposedNote, Composition, Heading
from surefoot.errors import WriterError
from surefoot.inspectors.epub import EpubInspector
from surefoot.model import Author, Metadata, Series, Settings
from surefoot.pictures import Image
from surefoot.promise import Citation
from surefoot.source import read
from surefoot.text import fold
from surefoot.writers.epub import EpubWriter
from surefoot.writers.epub.book import bind
from surefoot.writers.epub.content.parts import LIMIT

XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080000000"
    "03a7e9b550000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)
PLAIN = Settings(cover=False)
"""A cover takes longer to draw than all else that is tested here."""
METADATA = Metadata(
    "Clean air",
    language="en-GB",
    subtitle="Five years",
    authors=(Author("Jane Doe", "Director", "Institute"), Author("Ravi Rao")),
    publisher="Institute for Air",
    date="2026-11-20",
    rights="CC BY 4.0",
    abstract="What worked.\n\nAnd why.",
    keywords=("air", "towns"),
    identifiers=("doi:10.1234/air",),
)


def call(number: int, rank: int = 1) -> str:
    return f'<a id="fnref-{number}-{rank}" class="noteref" href="#fn-{number}">{number}</a>'


def note(number: int, content: str, calls: int = 1) -> ComposedNote:
    ranks = range(1, calls + 1)
    element = fromstring(f"<div>{content}</div>")
    return ComposedNote(
        f"fn-{number}", number, element, tuple(ComposedCall(f"fnref-{number}-{k}", "") for k in ranks)
    )


def compose(
    body: str, *notes: ComposedNote, metadata: Metadata = METADATA, images: tuple[Image, ...] = ()
) -> Composition:
    title, tree = Element("span"), fromstring(f"<div>{body}</div>")
    title.text = metadata.title
    levels = {"h2", "h3", "h4", "h5", "h6"}
    headings = [
        Heading(e.attrib["id"], int(str(e.tag)[1]), "".join(e.itertext()))
        for e in tree.iter()
        if e.tag in levels
    ]
    return Composition(metadata, title, tree, notes, tuple(headings), images, PLAIN)


def small(**changes: object) -> Composition:
    """A book of two notes, the first called twice."""
    return compose(
        f'<h2 id="one">One</h2><p>Fine dust fell.{call(1)} Winds rose.{call(2)} Both, then.{call(1, 2)}</p>',
        note(1, '<p>Air survey, <a href="https://example.org/a">https://example.org/a</a>.</p>', calls=2),
        note(2, "<p>Wind survey.</p><ul><li>first</li><li>second</li></ul>"),
        metadata=replace(METADATA, **changes),  # type: ignore[arg-type]
    )


def long(chapters: int, paragraphs: int) -> Composition:
    """A book of chapters that call notes of their own, and all of them note 1."""
    words = "The air over small towns has grown clean, and nobody knows all of the reasons. " * 12
    body, notes = [], [note(1, "<p>Shared.</p>", calls=chapters)]
    for chapter in range(1, chapters + 1):
        body.append(f'<h2 id="chapter-{chapter}">Chapter {chapter}</h2><p>As ever.{call(1, chapter)}</p>')
        body.extend(f"<p>{chapter}-{number} {words}</p>" for number in range(paragraphs))
        body.append(f'<p><a href="#chapter-1">Back</a>.{call(chapter + 1)}</p>')
        notes.append(note(chapter + 1, f"<p>Of chapter {chapter}.</p>"))
    return compose("".join(body), *notes)


def opened(book: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(book))


def files(book: bytes, suffix: str = ".xhtml") -> dict[str, Element]:
    """Return the book's XML files of a kind, parsed."""
    with opened(book) as archive:
        names = [name for name in archive.namelist() if name.endswith(suffix)]
        return {name.removeprefix("EPUB/"): fromstring(archive.read(name)) for name in names}


def texts(book: bytes) -> dict[str, Element]:
    return {name: root for name, root in files(book).items() if name.startswith("text")}


def package(book: bytes) -> Element:
    return files(book, ".opf")["content.opf"]


def stated(book: bytes, prop: str) -> list[str | None]:
    return [meta.text for meta in package(book).iter(f"{OPF}meta") if meta.get("property") == prop]


def by_id(book: bytes) -> dict[str, Element]:
    return {e.attrib["id"]: e for root in texts(book).values() for e in root.iter() if "id" in e.attrib}


def test_the_zip_begins_with_its_type_uncompressed_and_bears_no_time() -> None:
    with opened(bind(small(), "seed")) as archive:
        first, *_ = members = archive.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype") == b"application/epub+zip"
        assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_document_gives_the_same_bytes_and_stays_as_it_was() -> None:
    composition = small()
    assert bind(composition, "seed") == bind(composition, "seed")


def test_a_book_is_named_after_its_identifier_or_else_after_its_source() -> None:
    def names(identifier: str, seed: str) -> list[str | None]:
        return [
            e.text
            for e in package(bind(small(identifiers=(identifier,) if identifier else ()), seed)).iter(
                f"{DC}identifier"
            )
        ]

    assert names("doi:10.1234/air", "a") == names("doi:10.1234/air", "b")
    assert names("doi:10.1234/air", "a")[1] == "doi:10.1234/air"
    assert names("", "a") != names("", "b")
    assert len(names("", "a")) == 1


@pytest.mark.parametrize(
    ("date", "modified", "stated_date"),
    [
        ("2026-11-20", "2026-11-20T00:00:00Z", ["2026-11-20"]),
        ("2026-11", "2026-11-01T00:00:00Z", ["2026-11"]),
        ("2026", "2026-01-01T00:00:00Z", ["2026"]),
        ("20th November 2026", "2000-01-01T00:00:00Z", []),
        ("2026-13-40", "2000-01-01T00:00:00Z", []),
        ("2026-1-2", "2000-01-01T00:00:00Z", []),
        ("", "2000-01-01T00:00:00Z", []),
    ],
)
def test_the_book_was_modified_at_its_own_date_never_at_the_clocks(
    date: str, modified: str, stated_date: list[str]
) -> None:
    book = bind(small(date=date), "seed")
    assert stated(book, "dcterms:modified") == [modified]
    assert [e.text for e in package(book).iter(f"{DC}date")] == stated_date
    dates = list(files(book)["titlepage.xhtml"].iter(f"{XHTML}time"))
    assert [e.get("datetime") for e in dates] == stated_date


def test_the_package_says_who_what_and_in_which_language() -> None:
    root = package(bind(small(), "seed"))
    found = {e.tag.removeprefix(DC): [] for e in root.iter() if str(e.tag).startswith(DC)}
    for element in root.iter():
        if (name := str(element.tag).removeprefix(DC)) in found:
            found[name].append(element.text)
    assert found["title"] == ["Clean air", "Five years"]
    assert found["creator"] == ["Jane Doe", "Ravi Rao"]
    assert found["publisher"] == ["Institute for Air"]
    assert found["language"] == ["en-GB"]
    assert found["rights"] == ["CC BY 4.0"]
    assert found["description"] == ["What worked.\n\nAnd why."]
    assert found["subject"] == ["air", "towns"]
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en-GB"


def test_the_title_page_shows_all_that_signs_the_document() -> None:
    shown = fold("".join(files(bind(small(), "seed"))["titlepage.xhtml"].itertext()))
    m = METADATA
    for words in (
        m.publisher,
        m.title,
        m.subtitle,
        "Jane Doe",
        "Director, Institute",
        "Ravi Rao",
        "20 November 2026",
    ):
        assert fold(words) in shown


def test_the_book_is_read_from_its_title_page_through_its_text_to_its_colophon() -> None:
    root = package(bind(replace(small(), settings=Settings()), "seed"))
    names = {item.get("id"): item.get("href") for item in root.iter(f"{OPF}item")}
    spine = [names[ref.get("idref")] for ref in root.iter(f"{OPF}itemref")]
    assert spine == ["cover.xhtml", "titlepage.xhtml", "text.xhtml", "colophon.xhtml"]


def test_the_notes_of_the_title_stand_on_its_page_and_keep_their_numbers() -> None:
    composition = compose(
        f"<p>Text.{call(2)} Again.{call(1, 2)}</p>",
        note(1, "<p>Of it.</p>", calls=2),
        note(2, "<p>Of us.</p>"),
    )
    composition.title.append(fromstring(call(1)))
    book = bind(composition, "seed")
    assert [
        [e.attrib["id"] for e in files(book)[name].iter() if e.get(TYPE) == "footnote"]
        for name in ("titlepage.xhtml", "text.xhtml")
    ] == [["fn-1"], ["fn-2"]]
    found = EpubInspector().inspect(book).citations
    assert [(c.mark, fold(c.note), c.jump, c.back) for c in found] == [
        ("1", "Ofit.", True, True),
        ("2", "Ofus.", True, True),
        ("1", "Ofit.", True, True),
    ]


def colophon(composition: Composition) -> str:
    (section,) = (
        e for e in files(bind(composition, "seed"))["colophon.xhtml"].iter() if e.get(TYPE) == "colophon"
    )
    return " ".join("".join(section.itertext()).split())


def test_the_colophon_says_what_the_book_is_and_whose() -> None:
    shown = colophon(
        small(
            isbn="978-3-16-148410-0",
            series=Series("Briefs on air", "3"),
            contributors=(Author("Ann Editor", "editor"),),
        )
    )
    for words in (
        "Clean air Five years",
        "Briefs on air, 3",
        "Institute for Air Published 20 November 2026",
        "Ann Editor, editor",
        "ISBN 978-3-16-148410-0",
        "https://doi.org/10.1234/air",
        "CC BY 4.0",
    ):
        assert fold(words) in fold(shown)


def test_the_colophon_gives_an_identifier_of_another_kind_as_it_is() -> None:
    shown = colophon(small(identifiers=("urn:nbn:de:101:1-2013121803",), isbn="978-3-16-148410-0"))
    assert "urn:nbn:de:101:1-2013121803" in shown
    assert colophon(small(identifiers=("3-16-148410-X",), isbn="978-3-16-148410-0")).count("148410") == 1


def test_the_colophon_sets_a_doi_and_another_identifier_on_lines_of_their_own() -> None:
    book = files(bind(small(identifiers=("10.1234/air", "urn:nbn:de:101:1-2")), "seed"))
    (line,) = (each for each in book["colophon.xhtml"].iter() if each.tail == "urn:nbn:de:101:1-2")
    assert line.tag.endswith("}br")


def test_the_colophon_names_the_fonts_that_are_in_the_book() -> None:
    embedding = replace(small(), settings=replace(PLAIN, epub_fonts=True))
    assert "Source Serif 4, Source Sans 3" in colophon(embedding)
    assert "Fonts" not in colophon(small())


def test_the_colophon_says_of_accessibility_what_the_package_says() -> None:
    (summary,) = stated(bind(small(), "seed"), "schema:accessibilitySummary")
    assert summary
    assert summary in colophon(small())


def test_the_colophon_is_no_part_of_the_text() -> None:
    prose = EpubInspector().inspect(bind(small(), "seed")).prose
    assert prose is not None
    assert METADATA.rights not in prose.blocks
    assert "2 Colophon" not in prose.headings


def test_a_call_is_a_note_reference_alone_without_child_elements() -> None:
    elements = by_id(bind(small(), "seed"))
    reference = elements["fnref-2-1"]
    assert reference.get(TYPE) == "noteref"
    assert reference.get("role") == "doc-noteref"
    assert reference.get("href") == "#fn-2"
    assert (reference.text, len(reference)) == ("[2]", 0)


def test_a_note_opens_with_its_number_as_way_back_and_ends_with_the_further_ones() -> None:
    elements = by_id(bind(small(), "seed"))
    footnote = elements["fn-1"]
    assert (footnote.tag, footnote.get(TYPE), footnote.get("role")) == (
        f"{XHTML}div",
        "footnote",
        "doc-footnote",
    )
    (paragraph,) = footnote
    first, _, last = paragraph
    assert [(way.text, way.get("href")) for way in (first, last)] == [
        ("[1]", "#fnref-1-1"),
        ("↑2", "#fnref-1-2"),
    ]
    assert first.tail == " Air survey, "
    labels = [way.get("aria-label") or "" for way in (first, last)]
    assert labels == ["[1] Back to reference 1 of 2", "↑2 Back to reference 2 of 2, Footnote 1"]


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", "↑2 Back to reference 2 of 2, Footnote 1, Zwei"),
        ("fr", "↑2 Retour à l’appel 2 sur 2, Note 1, Zwei"),
        ("de", "↑2 Zurück zur Textstelle 2 von 2, Fußnote 1, Zwei"),
        ("es", "↑2 Volver a la llamada 2 de 2, Nota 1, Zwei"),
        ("ar", "↑2 العودة إلى الموضع 2 من 2, حاشية 1, Zwei"),
        ("ru", "↑2 Вернуться к ссылке 2 из 2, Примечание 1, Zwei"),
        ("zh", "↑2 返回引用处 2/2, 注释 1, Zwei"),
        ("ja", "↑2 参照箇所 2/2 に戻る, 注 1, Zwei"),
    ],
)
def test_a_way_back_says_in_the_books_language_to_which_section_it_leads(
    language: str, label: str, source: Callable[[str], Path]
) -> None:
    front = f"---\ntitle: T\nlang: {language}\n---\n\n"
    text = f"{front}# Eins\n\nFirst.[^a]\n\n# Zwei\n\nLast.[^a]\n\n[^a]: Note.\n"
    footnote = by_id(EpubWriter().write(read(source(text))).data)["fn-1"]
    assert [way.get("aria-label") for way in footnote.iter(f"{XHTML}a")][1] == label


def test_no_two_ways_back_have_one_name(source: Callable[[str], Path]) -> None:
    text = "---\ntitle: T\n---\n\nA.[^a] B.[^b] C.[^a] D.[^b] E.[^a]\n\n[^a]: One.\n\n[^b]: Two.\n"
    root = texts(EpubWriter().write(read(source(text))).data)["text.xhtml"]
    names = [e.get("aria-label") for e in root.iter() if e.get("role") == "doc-backlink"]
    assert len(set(names)) == len(names) == 5


def test_a_note_that_has_no_paragraph_at_an_end_gets_one_for_its_ways_back() -> None:
    block = "<blockquote><p>Said.</p></blockquote>"
    body = f"<p>A.{call(1)}B.{call(1, 2)}</p>"
    footnote = by_id(bind(compose(body, note(1, block, calls=2)), "seed"))["fn-1"]
    assert [str(child.tag).removeprefix(XHTML) for child in footnote] == ["p", "blockquote", "p"]
    assert ["".join(child.itertext()).strip() for child in footnote] == ["[1]", "Said.", "↑2"]


def test_what_is_written_is_what_an_independent_inspector_reads() -> None:
    found = EpubInspector().inspect(bind(small(), "seed")).citations
    survey, winds = fold("Air survey, ."), fold("Wind survey.firstsecond")
    assert [(c.mark, fold(c.note), c.links, c.jump, c.back) for c in found] == [
        ("1", survey, ("https://example.org/a",), True, True),
        ("2", winds, (), True, True),
        ("1", survey, ("https://example.org/a",), True, True),
    ]
    ends = ("Fine dust fell.", "Winds rose.", "Both, then.")
    assert all(c.claim.endswith(fold(end)) for c, end in zip(found, ends, strict=True))


def test_ids_are_letters_digits_and_hyphens_and_links_follow_them() -> None:
    body = (
        '<h2 id="überblick_1.2">A</h2><p>See <a href="#überblick_1.2">A</a>, <a href="#ملخص">B</a>, '
        '<a href="#%C3%BCberblick_1.2">A</a>.</p><h2 id="ملخص">B</h2><h2 id="7-up">C</h2>'
    )
    book = bind(compose(body), "seed")
    ids = by_id(book)
    assert all(re.fullmatch("[A-Za-z][A-Za-z0-9-]*", name) for name in ids)
    a, b, c = (e.get("id") for e in texts(book)["text.xhtml"].iter(f"{XHTML}h2"))
    assert [e.get("href") for e in texts(book)["text.xhtml"].iter(f"{XHTML}a")] == [f"#{a}", f"#{b}", f"#{a}"]
    contents = [e.get("href") for e in files(book)["nav.xhtml"].iter(f"{XHTML}a")]
    assert contents[1:4] == [f"text.xhtml#{name}" for name in (a, b, c)]


@pytest.mark.parametrize("name", ["title", "notes", "notes-heading", "contents", "fn-1"])
def test_an_authors_id_never_takes_the_place_of_one_of_the_books_own(name: str) -> None:
    body = f'<h2 id="{name}">Mine</h2><p>Text.{call(1)}</p>'
    book = bind(compose(body, note(1, "<p>Note.</p>")), "seed")
    ids = [e.attrib["id"] for root in texts(book).values() for e in root.iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids))
    assert by_id(book)["fn-1"].get(TYPE) == "footnote"
    contents = {e.text: e.get("href") for e in files(book)["nav.xhtml"].iter(f"{XHTML}a")}
    assert by_id(book)[str(contents["Mine"]).removeprefix("text.xhtml#")].text == "Mine"


@pytest.mark.parametrize(("chapters", "paragraphs"), [(3, 120), (1, 600), (40, 7)])
def test_a_long_book_is_cut_into_parts_that_lose_nothing(chapters: int, paragraphs: int) -> None:
    composition = long(chapters, paragraphs)
    book = bind(composition, "seed")
    parts = texts(book)
    with opened(book) as archive:
        sizes = [archive.getinfo(f"EPUB/{name}").file_size for name in parts]
    assert len(parts) > 1
    assert max(sizes) < LIMIT * 1.05
    whole = fold("".join("".join(root.itertext()) for root in parts.values()))
    assert all(fold("".join(block.itertext())) in whole for block in composition.body if block.tag != "p")
    assert all(f"{c}-{n}The" in whole for c in range(1, chapters + 1) for n in range(paragraphs))


def test_a_title_without_a_text_makes_a_book_too() -> None:
    book = bind(compose(""), "seed")
    assert list(texts(book)) == ["text.xhtml"]


def test_a_note_stands_in_the_part_of_its_first_call_with_its_number() -> None:
    parts = texts(bind(long(3, 120), "seed"))
    notes = [[e.attrib["id"] for e in root.iter() if e.get(TYPE) == "footnote"] for root in parts.values()]
    assert notes == [["fn-1", "fn-2"], ["fn-3"], ["fn-4"]]


def test_every_link_inside_a_long_book_lands() -> None:
    book = bind(long(3, 120), "seed")
    places = {(name, e.get("id")) for name, root in files(book).items() for e in root.iter()}
    links = 0
    for name, root in files(book).items():
        for href in (e.get("href", "") for e in root.iter(f"{XHTML}a")):
            if href.startswith("https:"):
                continue
            file, _, fragment = href.partition("#")
            links += 1
            assert (file or name, fragment or None) in places, href
    assert links > 3 * 6


def test_every_citation_of_a_long_book_holds() -> None:
    found = EpubInspector().inspect(bind(long(3, 120), "seed")).citations
    assert [citation.mark for citation in found] == ["1", "2", "1", "3", "1", "4"]
    assert all(citation.jump and citation.back for citation in found)
    assert found[2] == Citation("1", found[2].claim, "Shared.", (), jump=True, back=True)


def test_the_contents_show_the_depth_of_the_headings_and_stay_out_of_the_reading_order() -> None:
    body = '<h2 id="a">A</h2><h3 id="b">B</h3><h5 id="c">C</h5><h3 id="d">D</h3><h2 id="e">E</h2>'
    book = bind(compose(body), "seed")
    nav = files(book)["nav.xhtml"]

    def tree(listing: Element) -> list[object]:
        return [
            [item.findtext(f"{XHTML}a"), *(tree(sub) for sub in item.findall(f"{XHTML}ol"))]
            for item in listing
        ]

    (contents,) = (e for e in nav.iter(f"{XHTML}nav") if e.get(TYPE) == "toc")
    (top,) = contents.findall(f"{XHTML}ol")
    assert tree(top) == [["Clean air"], ["A", [["B", [["C"]]], ["D"]]], ["E"], ["Colophon"]]
    assert "nav" not in [e.get("idref") for e in package(book).iter(f"{OPF}itemref")]


def test_old_systems_find_the_same_contents_in_the_ncx() -> None:
    book = bind(small(), "seed")
    ncx = "{http://www.daisy.org/z3986/2005/ncx/}"
    points = [e.get("src") for e in files(book, ".ncx")["toc.ncx"].iter(f"{ncx}content")]
    (contents, _) = files(book)["nav.xhtml"].iter(f"{XHTML}nav")
    assert points == [e.get("href") for e in contents.iter(f"{XHTML}a")]


def test_landmarks_lead_to_the_parts_of_the_book_and_the_guide_repeats_them_for_old_systems() -> None:
    bibliography = '<section role="doc-bibliography" id="works"><p>Doe.</p></section>'
    body = f'<h2 id="a">A</h2><p>B.{call(1)}</p>{bibliography}'
    book = bind(replace(compose(body, note(1, "<p>Note.</p>")), settings=Settings()), "seed")
    (_, landmarks) = files(book)["nav.xhtml"].iter(f"{XHTML}nav")
    assert [(a.get(TYPE), a.get("href")) for a in landmarks.iter(f"{XHTML}a")] == [
        ("cover", "cover.xhtml"),
        ("titlepage", "titlepage.xhtml"),
        ("bodymatter", "text.xhtml"),
        ("bibliography", "text.xhtml#works"),
        ("endnotes", "text.xhtml#notes"),
        ("colophon", "colophon.xhtml"),
    ]
    guide = [(e.get("type"), e.get("href")) for e in package(book).iter(f"{OPF}reference")]
    assert guide == [
        ("cover", "cover.xhtml"),
        ("title-page", "titlepage.xhtml"),
        ("toc", "nav.xhtml"),
        ("text", "text.xhtml"),
        ("bibliography", "text.xhtml#works"),
        ("notes", "text.xhtml#notes"),
        ("colophon", "colophon.xhtml"),
    ]


def test_words_and_direction_are_those_of_the_language() -> None:
    book = bind(small(language="ar"), "seed")
    root = texts(book)["text.xhtml"]
    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
    assert by_id(book)["notes-heading"].text == "الحواشي"
    assert next(package(book).iter(f"{OPF}spine")).get("page-progression-direction") == "rtl"


def test_a_date_stands_apart_from_a_word_of_another_direction() -> None:
    for name in ("titlepage.xhtml", "colophon.xhtml"):
        (date,) = files(bind(small(language="fa"), "seed"))[name].iter(f"{XHTML}bdi")
        assert "2026" in "".join(date.itertext())


def test_words_borrowed_from_english_say_so() -> None:
    elements = by_id(bind(small(language="fa"), "seed"))
    assert [elements[name].get("lang") for name in ("notes-heading", "fnref-1-1", "fn-1")] == [
        "en",
        "en",
        None,
    ]


def test_a_formula_has_words_for_readers_without_mathml_and_is_declared(
    source: Callable[[str], Path],
) -> None:
    book = EpubWriter().write(read(source("---\ntitle: T\n---\n\nSo $$\nx^2\n$$ is said.\n"))).data
    (math,) = texts(book)["text.xhtml"].iter("{http://www.w3.org/1998/Math/MathML}math")
    assert math.get("alttext") == "x^2"
    (item,) = (e for e in package(book).iter(f"{OPF}item") if e.get("href") == "text.xhtml")
    assert item.get("properties") == "mathml"
    assert "MathML" in stated(book, "schema:accessibilityFeature")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("abstract", "abstract"),
        ("epigraph", "epigraph"),
        ("pull-quote", "pullquote"),
        ("callout-warning", "notice"),
        ("callout callout-tip", "tip"),
    ],
)
def test_a_part_that_stands_out_says_what_it_is(name: str, kind: str, tmp_path: Path) -> None:
    book = bind(compose(f'<div class="{name}"><p>In short.</p></div><p>At length.</p>'), "seed")
    (part,) = (e for e in texts(book)["text.xhtml"].iter() if e.get(TYPE) == kind)
    assert (part.get("role"), "".join(part.itertext())) == (f"doc-{kind}", "In short.")
    (tmp_path / "book.epub").write_bytes(book)
    assert validators.epub(tmp_path / "book.epub") == []


def test_a_picture_may_have_a_long_description(source: Callable[[str], Path]) -> None:
    picture = '![](p.png){alt=Chart aria-details="Données none"}'
    path = source(f"---\ntitle: T\n---\n\n{picture}\n\n::: {{#Données}}\nIt rises.\n:::\n")
    (path.parent / "p.png").write_bytes(PNG)
    book = EpubWriter().write(read(path)).data
    (image,) = texts(book)["text.xhtml"].iter(f"{XHTML}img")
    described = by_id(book)[image.attrib["aria-details"]]
    assert "".join(described.itertext()).strip() == "It rises."
    assert "longDescription" in stated(book, "schema:accessibilityFeature")


@pytest.mark.parametrize(
    ("body", "sufficient", "features"),
    [
        ("<p>Words.</p>", ["textual"], 0),
        ('<p><img src="image-1.png" alt="A chart"/></p>', ["textual", "textual,visual"], 1),
        ('<p><img src="image-1.png" alt=""/></p>', ["textual,visual"], 0),
    ],
)
def test_accessibility_is_claimed_only_where_it_is_true(
    body: str, sufficient: list[str], features: int
) -> None:
    book = bind(compose(body, images=(Image("image-1.png", "image/png", PNG),)), "seed")
    assert stated(book, "schema:accessModeSufficient") == sufficient
    assert stated(book, "schema:accessibilityFeature").count("alternativeText") == features
    assert not stated(book, "dcterms:conformsTo")


def test_empty_elements_are_spelled_so_that_parsers_of_html_read_them_alike() -> None:
    with opened(bind(compose('<p>a<br/>b<span id="x"/>c</p>'), "seed")) as archive:
        page = archive.read("EPUB/text.xhtml").decode()
    assert '<p>a<br/>b<span id="x"></span>c</p>' in page


def test_a_caption_between_other_content_makes_no_figure() -> None:
    figure = "<figure><p>A</p><figcaption>B</figcaption><p>C</p></figure>"
    root = texts(bind(compose(figure + "<figure><p>D</p><figcaption>E</figcaption></figure>"), "seed"))[
        "text.xhtml"
    ]
    assert ["".join(e.itertext()) for e in root.iter(f"{XHTML}figure")] == ["DE"]
    assert "ABC" in "".join(root.itertext())


def test_a_heading_of_raw_html_stands_in_the_contents(source: Callable[[str], Path]) -> None:
    book = EpubWriter().write(read(source("---\ntitle: T\n---\n\n<h2>Raw</h2>\n\nWords.\n"))).data
    contents = {e.text: e.get("href") for e in files(book)["nav.xhtml"].iter(f"{XHTML}a")}
    assert contents["Raw"] == "text.xhtml#section-1"
    assert "section-1" in by_id(book)


@pytest.mark.parametrize(
    ("root", "grounded"),
    [
        ("<svg xmlns='u'>", "<svg style=\"background:#fff\" xmlns='u'>"),
        (
            "<?xml version='1.0'?><s:svg\nwidth='1'>",
            "<?xml version='1.0'?><s:svg style=\"background:#fff\"\nwidth='1'>",
        ),
        ("<svg style='background: red'>", "<svg style='background: red'>"),
    ],
)
def test_a_drawing_brings_the_paper_that_it_is_drawn_for(root: str, grounded: str) -> None:
    image = Image("image-1.svg", "image/svg+xml", f"{root}<g/></svg>".encode())
    with opened(bind(compose('<p><img src="image-1.svg" alt="A"/></p>', images=(image,)), "")) as archive:
        assert archive.read("EPUB/image-1.svg").decode() == f"{grounded}<g/></svg>"


@pytest.mark.parametrize("where", ["title", "rights", "keywords"])
def test_a_character_that_xml_cannot_carry_is_refused_by_name(where: str) -> None:
    value: object = ("bad \x0b thing",) if where == "keywords" else "bad \x0b thing"
    with pytest.raises(WriterError, match=r"U\+000B"):
        bind(small(**{where: value}), "seed")


def test_what_is_not_well_formed_is_refused() -> None:
    composition = compose("<p>Text.</p>")
    composition.body[0].set("@click", "x")
    with pytest.raises(WriterError, match="well-formed"):
        bind(composition, "seed")


@pytest.mark.parametrize(
    "composition", [long(3, 120), replace(small(language="ar", date=""), settings=Settings())]
)
def test_epubcheck_has_nothing_to_say(composition: Composition, tmp_path: Path) -> None:
    path = tmp_path / "book.epub"
    path.write_bytes(bind(composition, "seed"))
    # CSS-028 only tells that fonts are embedded, as those of Arabic are.
    known = "CSS-028" if composition.metadata.rtl else "none"
    assert [c for c in validators.epub(path) if known not in c] == []


def styled(source: Callable[[str], Path], front: str = "", body: str = "Text.") -> str:
    """Return the stylesheet of a book."""
    with opened(EpubWriter().write(read(source(f"---\ntitle: T\n{front}\n---\n\n{body}\n"))).data) as archive:
        return archive.read("EPUB/book.css").decode()


def test_the_stylesheet_asks_for_no_variables_which_old_engines_lack(source: Callable[[str], Path]) -> None:
    sheet = styled(source)
    assert "var(" not in sheet
    assert "border-color: #1d3b5e" in sheet


def test_the_authors_variables_hold_in_an_e_book(source: Callable[[str], Path], tmp_path: Path) -> None:
    (tmp_path / "house.css").write_text(":root { --sans: Futura, sans-serif } em { color: var(--accent) }")
    sheet = styled(source, 'theme:\n  accent: "#7a1f3d"\n  size-h2: 1.7em\n  css: house.css')
    assert "h2 { font-size: 1.7em;" in sheet
    assert "border-color: #7a1f3d" in sheet
    assert "font-family: Futura, sans-serif;" in sheet
    assert "em { color: #7a1f3d }" in sheet
    assert "#1d3b5e" not in sheet


def test_text_takes_the_colours_and_the_face_of_its_reader(source: Callable[[str], Path]) -> None:
    rules = re.findall(r"[^{}]+\{[^{}]*\}", re.sub(r"/\*.*?\*/", "", styled(source), flags=re.DOTALL))
    pictures = "img, svg {"
    declarations = {
        d.strip()
        for rule in rules
        if not rule.strip().startswith(pictures)
        for d in rule.partition("{")[2].rstrip("}").split(";")
    }
    assert {d for d in declarations if re.match(r"(color|background(-color)?):", d)} == {
        "color: inherit",
        "background: none",
    }
    (body,) = (rule for rule in rules if rule.strip().startswith("body {"))
    assert "font-family: inherit;" in body


def test_fonts_travel_with_a_book_that_asks_for_them_alone_each_with_its_licence(
    source: Callable[[str], Path], tmp_path: Path
) -> None:
    plain, asking = (
        EpubWriter().write(read(source(f"---\ntitle: T\nepub-fonts: {asked}\n---\n\nText.\n"))).data
        for asked in ("false", "true")
    )
    assert [name for name in opened(plain).namelist() if "fonts/" in name] == []
    names = opened(asking).namelist()
    fonts = [e for e in package(asking).iter(f"{OPF}item") if e.get("media-type") == "font/woff2"]
    assert len(fonts) == 7
    assert all(f"EPUB/{font.get('href')}" in names for font in fonts)
    licences = {str(e.get("refines"))[1:]: e.get("href") for e in package(asking).iter(f"{OPF}link")}
    assert all(f"EPUB/{licences[font.attrib['id']]}" in names for font in fonts)
    (tmp_path / "book.epub").write_bytes(asking)
    # CSS-028 only tells that fonts are embedded.
    assert [c for c in validators.epub(tmp_path / "book.epub") if "CSS-028" not in c] == []


def test_an_embedded_face_sets_the_text_unless_the_author_names_another(
    source: Callable[[str], Path],
) -> None:
    assert 'body {\n  font-family: "Source Serif 4"' in styled(source, "epub-fonts: true")
    assert "body {\n  font-family: Georgia;" in styled(source, "epub-fonts: true\ntheme:\n  serif: Georgia")


def table(columns: int, rows: int, cell: str = "100,000", caption: str = "") -> str:
    head = "".join(f"<th>Column {number}</th>" for number in range(columns))
    body = f"<tr>{f'<td>{cell}</td>' * columns}</tr>" * rows
    title = f"<caption>{caption}</caption>" if caption else ""
    return f'<table id="t">{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def test_a_table_that_fits_any_screen_is_left_as_it_is_but_for_the_scope_of_its_headers() -> None:
    elements = by_id(bind(compose(table(2, 3)), "seed"))
    assert elements["t"].get("class") is None
    assert {e.get("scope") for e in elements["t"].iter(f"{XHTML}th")} == {"col"}
    assert [e for e in elements.values() if e.get("class") == "table-frame"] == []


def test_a_header_of_a_formula_alone_has_a_name_and_one_of_words_keeps_its_own(
    source: Callable[[str], Path],
) -> None:
    text = "---\ntitle: T\n---\n\n| $x^2$ | the $y$ |\n|---|---|\n| 1 | $z$ |\n"
    root = texts(EpubWriter().write(read(source(text))).data)["text.xhtml"]
    labels = [e.get("aria-label") for e in root.iter("{http://www.w3.org/1998/Math/MathML}math")]
    assert labels == ["x^2", None, None]


def test_a_short_wide_table_scrolls_below_its_caption_which_names_it() -> None:
    root = texts(bind(compose(table(8, 3, caption="Towns")), "seed"))["text.xhtml"]
    (figure,) = root.iter(f"{XHTML}figure")
    caption, frame = figure
    assert (figure.get("id"), caption.text, frame.get("tabindex")) == ("t", "Towns", "0")
    assert frame.get("aria-labelledby") == frame[0].get("aria-labelledby") == caption.get("id")


def test_a_table_without_a_caption_is_named_after_its_section() -> None:
    root = texts(bind(compose(f'<h2 id="h">Who pays</h2>{table(8, 3)}'), "seed"))["text.xhtml"]
    assert [e.get("aria-label") for e in root.iter() if e.get("class") == "table-frame"] == ["Who pays"]


@pytest.mark.parametrize("long", [table(8, 40), table(8, 3, "a long cell of words, and so on")])
def test_a_table_that_may_be_higher_than_a_page_is_never_put_into_one_piece(long: str) -> None:
    elements = by_id(bind(compose(long), "seed"))
    assert "breaking" in (elements["t"].get("class") or "").split()


def test_a_table_of_many_columns_scrolls_if_it_is_low_and_else_is_set_as_narrow_as_it_can_be() -> None:
    low = texts(bind(compose(table(16, 4)), "seed"))["text.xhtml"]
    assert [e.get("class") for e in low.iter() if "table" in (e.get("class") or "")] == ["table-frame"]
    high = by_id(bind(compose(table(16, 40)), "seed"))["t"]
    assert (high.get("class") or "").split() == ["wide", "breaking", "crowded"]


def test_a_long_formula_scrolls_and_a_short_one_stands_in_its_line(source: Callable[[str], Path]) -> None:
    text = "---\ntitle: T\n---\n\nShort $x$, long $a + b + c + d + e + f + g + h + i + j + k$.\n\n$$y$$\n"
    root = texts(EpubWriter().write(read(source(text))).data)["text.xhtml"]
    assert [e.get("class") for e in root.iter(f"{XHTML}bdi")] == ["formula inline", "formula block"]


def test_letters_that_small_devices_lack_travel_with_a_book_in_their_language(
    source: Callable[[str], Path],
) -> None:
    text = "---\ntitle: ماء\nlang: ar\n---\n\nكان **الماء** هنا.\n"
    book = EpubWriter().write(read(source(text))).data
    with opened(book) as archive:
        fonts = {name: archive.read(name) for name in archive.namelist() if name.endswith(".ttf")}
        sheet = archive.read("EPUB/book.css").decode()
    assert list(fonts) == [
        "EPUB/fonts/NotoNaskhArabic-Regular.ttf",
        "EPUB/fonts/NotoNaskhArabic-Bold.ttf",
    ]
    for data in fonts.values():
        with TTFont(io.BytesIO(data)) as font:
            held = set(font.getBestCmap())
        assert set(map(ord, "كانالماء")) <= held
        assert ord("ڭ") not in held, "a letter that the book does not have"
    assert 'body {\n  font-family: serif, "Noto Naskh Arabic";' in sheet
    assert book == EpubWriter().write(read(source(text))).data


@pytest.mark.parametrize("language", ["en", "ru", "zh", "ja"])
def test_no_font_travels_for_what_every_device_has_letters_for(language: str) -> None:
    names = opened(bind(small(language=language), "seed")).namelist()
    assert [name for name in names if "fonts/" in name] == []
