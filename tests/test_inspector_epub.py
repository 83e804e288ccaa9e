"""The inspector for EPUB follows calls through the documents of the spine, by EPUB's own vocabulary."""

from __future__ import annotations

import io
import random
import zipfile
from urllib.parse import unquote

import pytest

from surefoot.errors import UnreadableError
from surefoot.exhibit import Passage
from surefoot.inspectors.epub import EpubInspector, container
from surefoot.promise import Citation, Facet

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""

ONE = """<section><h1>Title</h1>
<p>First claim.<a id="r1" href="#n1" epub:type="noteref" role="doc-noteref">[1]</a> The second <em>claim</em>,
here,<a id="r2" href="#n2" epub:type="noteref" role="doc-noteref">[2]</a> and on.</p>
<p>A third one, so long that no word of an earlier claim is a word of this one as well.<a id="r3" href="#n3"
 epub:type="noteref" role="doc-noteref">[3]</a></p></section>
<section epub:type="endnotes" role="doc-endnotes"><h2>Notes</h2><div role="list">
<div role="listitem"><div id="n1" epub:type="footnote" role="doc-footnote"><p><a href="#r1"
 epub:type="backlink" role="doc-backlink">[1]</a> One, “quoted”.</p></div></div>
<div role="listitem"><div id="n2" epub:type="footnote" role="doc-footnote"><p><a href="#r2"
 epub:type="backlink" role="doc-backlink">[2]</a> Two at <a href="https://example.org/2">https://example.org/2</a>,
 and <a href="https://example.org/two">elsewhere</a>.</p><ul><li>with a list</li></ul></div></div>
<div role="listitem"><div id="n3" epub:type="footnote" role="doc-footnote"><p><a href="#r3"
 epub:type="backlink" role="doc-backlink">[3]</a> Three.</p></div></div>
</div></section>"""

PANDOC = """<section id="one" class="level1"><h1>One</h1>
<p>Claim {0}.<a href="#fn1" class="footnote-ref" id="fnref1" epub:type="noteref"
 role="doc-noteref">1</a></p></section>
<section id="footnotes" class="footnotes footnotes-end-of-document" epub:type="footnotes"><hr />
<aside epub:type="footnote" role="doc-footnote" id="fn1"><p>Note {0}.</p></aside></section>"""


def xhtml(body: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"'
        f' xmlns:epub="http://www.idpf.org/2007/ops"><head><title>T</title></head><body>{body}</body></html>'
    )


def opf(*hrefs: str) -> str:
    items = "".join(
        f'<item id="i{at}" href="{href}" media-type="application/xhtml+xml"/>'
        for at, href in enumerate(hrefs)
    )
    refs = "".join(f'<itemref idref="i{at}"/>' for at in range(len(hrefs)))
    return (
        f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest>{items}</manifest>'
        f"<spine>{refs}</spine></package>"
    )


def zipped(parts: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", compression) as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    return written.getvalue()


def book(parts: dict[str, str]) -> bytes:
    """Return an EPUB whose spine has the bodies of ``parts`` in their order."""
    package = {"META-INF/container.xml": CONTAINER, "OEBPS/book.opf": opf(*parts)}
    # A path in the package document is a URL, a path in the archive is a file's name.
    return zipped(package | {f"OEBPS/{unquote(href)}": xhtml(body) for href, body in parts.items()})


def found(parts: dict[str, str]) -> tuple[Citation, ...]:
    return EpubInspector().inspect(book(parts)).citations


def test_each_call_is_a_citation_with_every_facet():
    recovered = EpubInspector().inspect(book({"one.xhtml": ONE}))
    assert recovered.facets == frozenset(Facet) - {Facet.NEAR}
    assert recovered.citations == (
        Citation("1", "TitleFirstclaim.", 'One, "quoted".'),
        Citation(
            "2",
            "TitleFirstclaim.Thesecondclaim,here,",
            "Two at , and elsewhere. with a list",
            ("https://example.org/2", "https://example.org/two"),
            ("https://example.org/2", ""),
        ),
        Citation("3", "done,solongthatnowordofanearlierclaimisawordofthisoneaswell.", "Three."),
    )


def test_a_note_in_another_document_is_followed_there_and_back():
    parts = {
        "text/ch1.xhtml": '<p>A<a id="r" href="../notes/end%20notes.xhtml#n" epub:type="noteref">1</a></p>',
        "notes/end%20notes.xhtml": '<section epub:type="rearnotes"><ol><li id="n" epub:type="rearnote">'
        '<a epub:type="backlink" href="../text/ch1.xhtml#r">1</a> N</li></ol></section>',
    }
    assert found(parts) == (Citation("1", "A", "N"),)


@pytest.mark.parametrize(
    ("base", "jump"), [("https://elsewhere.example/", False), ("../one.xhtml", False), ("one.xhtml", True)]
)
def test_links_are_resolved_against_the_base_of_their_document(base: str, *, jump: bool):
    page = xhtml(ONE).replace("<head>", f'<head><base href="{base}"/>')
    parts = {"META-INF/container.xml": CONTAINER, "OEBPS/book.opf": opf("one.xhtml")}
    recovered = EpubInspector().inspect(zipped(parts | {"OEBPS/one.xhtml": page}))
    assert [(each.jump, each.back) for each in recovered.citations] == [(jump, jump)] * 3


def test_the_spine_is_the_order_of_reading():
    assert [
        citation.claim for citation in found({"b.xhtml": PANDOC.format("b"), "a.xhtml": PANDOC.format("a")})
    ] == [
        "OneClaimb.",
        "OneClaima.",
    ]


def test_pandocs_notes_are_read_and_lack_their_way_back():
    assert found({"ch001.xhtml": PANDOC.format("one"), "ch002.xhtml": PANDOC.format("two")}) == (
        Citation("1", "OneClaimone.", "Note one.", back=False),
        Citation("1", "OneClaimtwo.", "Note two.", back=False),
    )


def test_a_jump_that_is_dead_is_told_apart_from_the_note_that_bears_the_mark():
    dead = ONE.replace('href="#n2"', 'href="gone.xhtml#n2"')
    assert found({"one.xhtml": dead})[1] == Citation(
        "2",
        "TitleFirstclaim.Thesecondclaim,here,",
        "Two at , and elsewhere. with a list",
        ("https://example.org/2", "https://example.org/two"),
        ("https://example.org/2", ""),
        jump=False,
    )


def test_a_navigation_document_in_the_spine_is_no_prose():
    nav = '<nav epub:type="toc"><ol><li><a href="one.xhtml">Title</a></li></ol></nav>'
    assert found({"nav.xhtml": nav, "one.xhtml": ONE}) == found({"one.xhtml": ONE})


def test_page_numbers_of_a_print_edition_are_no_prose():
    body = (
        '<p>A <span epub:type="pagebreak" role="doc-pagebreak" id="p">12</span>claim'
        '<a href="#n" epub:type="noteref">1</a></p><div id="n" epub:type="footnote">N</div>'
    )
    assert found({"one.xhtml": body})[0].claim == "Aclaim"


def with_part(path: str, content: str | bytes) -> bytes:
    parts: dict[str, str | bytes] = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": opf("one.xhtml"),
        "OEBPS/one.xhtml": xhtml(ONE),
    }
    return zipped(parts | {path: content})


ENCRYPTION = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"
 xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:CipherData>
<enc:CipherReference URI="OEBPS/{}"/></enc:CipherData></enc:EncryptedData></encryption>"""
ENTITIES = """<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<html><body>&b;</body></html>"""


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is no zip archive"),
        (b"PK\3\4 and nothing more", "The file is no zip archive"),
        (zipped({"a": "b"}), "The publication lacks META-INF/container.xml"),
        (with_part("META-INF/container.xml", "<container/>"), "names no package document"),
        (
            with_part("META-INF/container.xml", CONTAINER.replace("book", "gone")),
            "The publication lacks OEBPS/gone.opf",
        ),
        (with_part("OEBPS/book.opf", opf()), "spine names no XHTML document"),
        (with_part("OEBPS/book.opf", opf("two.xhtml")), "The publication lacks OEBPS/two.xhtml"),
        (with_part("OEBPS/one.xhtml", xhtml("<p>")), "OEBPS/one.xhtml is ill-formed"),
        (with_part("OEBPS/one.xhtml", "<p>a</p>"), "OEBPS/one.xhtml has no body"),
        (with_part("OEBPS/one.xhtml", ""), "OEBPS/one.xhtml is ill-formed"),
        (with_part("OEBPS/one.xhtml", ENTITIES), "uses entities"),
        (with_part("OEBPS/one.xhtml", xhtml("<p>" + "<b>" * 5000)), "OEBPS/one.xhtml is ill-formed"),
        (
            with_part("META-INF/encryption.xml", ENCRYPTION.format("one.xhtml")),
            "OEBPS/one.xhtml is encrypted",
        ),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(data: bytes, sentence: str):
    with pytest.raises(UnreadableError, match=sentence):
        EpubInspector().inspect(data)


def test_a_font_that_is_obfuscated_hides_no_text():
    whole = with_part("META-INF/encryption.xml", ENCRYPTION.format("fonts/a.otf"))
    assert len(EpubInspector().inspect(whole).citations) == 3


def test_documents_may_be_as_large_as_is_allowed_and_no_larger(monkeypatch: pytest.MonkeyPatch):
    size = len(xhtml(ONE).encode())
    monkeypatch.setattr(container, "LARGEST", size)
    assert len(found({"one.xhtml": ONE})) == 3
    monkeypatch.setattr(container, "LARGEST", size - 1)
    with pytest.raises(UnreadableError, match=r"OEBPS/one.xhtml unpacks to more than can be read"):
        found({"one.xhtml": ONE})


def test_documents_may_be_as_large_together_as_is_allowed_and_no_larger(monkeypatch: pytest.MonkeyPatch):
    parts = {"a.xhtml": ONE, "b.xhtml": ONE}
    size = len(CONTAINER) + len(opf(*parts)) + 2 * len(xhtml(ONE).encode())
    monkeypatch.setattr(container, "LARGEST_TOGETHER", size)
    assert len(found(parts)) == 6
    monkeypatch.setattr(container, "LARGEST_TOGETHER", size - 1)
    with pytest.raises(UnreadableError, match=r"OEBPS/b.xhtml unpacks to more than can be read"):
        found(parts)


def test_comments_and_instructions_part_no_words():
    (citation,) = found({"a.xhtml": '<p>A<!-- b -->C<?d e?>F<a href="#n" epub:type="noteref">1</a></p>'})
    assert citation.claim == "ACF"


def test_a_deep_document_is_read_to_its_ground():
    deep = f"{'<div>' * 1000}deep{'</div>' * 1000}"
    assert EpubInspector().inspect(book({"a.xhtml": deep})).prose.blocks == ("deep",)


def test_a_part_that_is_no_xhtml_is_not_read():
    package = opf("one.xhtml").replace(
        "</manifest><spine>",
        '<item id="c" href="c.svg" media-type="image/svg+xml"/></manifest>'
        '<spine><itemref idref="c"/><itemref idref="d"/>',
    )
    assert len(EpubInspector().inspect(with_part("OEBPS/book.opf", package)).citations) == 3


def test_the_package_is_the_one_that_the_container_names_as_such():
    first = '<rootfiles><rootfile full-path="a.pdf" media-type="application/pdf"/>'
    container = CONTAINER.replace("<rootfiles>", first)
    assert len(EpubInspector().inspect(with_part("META-INF/container.xml", container)).citations) == 3


def test_an_exhibit_says_in_which_document_its_pieces_stand():
    parts = {
        "a.xhtml": '<p>A<a id="r" href="b.xhtml#n" epub:type="noteref">1</a></p>',
        "b.xhtml": '<section epub:type="rearnotes"><ol><li id="n" epub:type="rearnote" xml:lang="la">N'
        '<a epub:type="backlink" href="a.xhtml#r">1</a></li></ol></section>',
    }
    ((call, note),) = EpubInspector().exhibit(book(parts), [0]).exhibits
    assert isinstance(call, Passage)
    assert isinstance(note, Passage)
    assert (call.place, note.place) == ("OEBPS/a.xhtml", "OEBPS/b.xhtml")
    assert 'data-type="noteref"' in call.markup
    assert 'lang="la"' in note.markup


def test_a_publication_with_two_files_of_one_name_is_refused():
    data = io.BytesIO(zipped({"META-INF/container.xml": CONTAINER, "OEBPS/book.opf": opf("one.xhtml")}))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("OEBPS/one.xhtml", xhtml(ONE))
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("OEBPS/one.xhtml", xhtml(ONE))
    with pytest.raises(UnreadableError, match="two files of one name"):
        EpubInspector().inspect(data.getvalue())


def test_broken_bytes_earn_a_sentence_or_a_testimony_and_never_a_crash():
    chance = random.Random(1)  # noqa: S311 - a fixed seed, so that a failure can be repeated
    for compression in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2):
        whole = zipped(
            {
                "META-INF/container.xml": CONTAINER,
                "OEBPS/book.opf": opf("one.xhtml"),
                "OEBPS/one.xhtml": xhtml(ONE),
            },
            compression,
        )
        for _ in range(200):
            broken = bytearray(whole if chance.random() < 0.8 else whole[: chance.randrange(len(whole))])
            for _ in range(chance.randrange(1, 6)):
                if broken:
                    broken[chance.randrange(len(broken))] = chance.randrange(256)
            try:
                recovered = EpubInspector().inspect(bytes(broken))
            except UnreadableError:
                continue
            assert recovered.facets


OPS = "http://www.idpf.org/2007/ops"


@pytest.mark.parametrize(
    ("link", "seen"),
    [
        ('<link rel="stylesheet" href="css/a.css"/>', False),
        ('<link rel="alternate stylesheet" href="css/a.css"/>', True),
        ('<link rel="stylesheet" href="css/gone.css"/>', True),
        (f'<style>@namespace e "{OPS}"; a[e|type~="noteref"] {{ display: none }}</style>', False),
        ("<style>p > a { display: none }</style>", False),
        ('<style>@import "css/a.css";</style>', False),
        ('<link rel="stylesheet" href="css/b.css"/>', False),
        ("<style>@import url(css/a.css) print;</style>", True),
        ("<style>@import css/a.css;</style>", True),
        ('<style>/* a */\n@import "css/a.css";</style>', False),
        ("<style>@import url('css/a.css');</style>", False),
        ("<style>@import calc(1px);</style>", True),
        ("<style>@import url();</style>", True),
        ("<style>@import url(css/a.css);</style>", False),
        ("<style>@import other('css/a.css');</style>", True),
        ('<style>@layer a; @import "css/a.css";</style>', False),
        ('<style>@font-face { src: url(a) } @import "css/a.css";</style>', True),
        ('<link rel="Stylesheet preload" href="css/a.css"/>', False),
        ('<link rel="preload" href="css/a.css"/>', True),
        ('<link rel="stylesheet" disabled="" href="css/a.css"/>', True),
        ('<link rel="stylesheet" media="print" href="css/a.css"/>', True),
        ('<link rel="stylesheet" href="css/ol%64.css"/>', False),
        ('<link rel="stylesheet" href="css/chain.css"/>', False),
        ('<style>p { color: black } @import "css/a.css";</style>', True),
        ('<style>@import "css/round.css";</style>', True),
    ],
)
def test_what_a_style_sheet_of_the_publication_hides_is_not_seen(link: str, *, seen: bool):
    parts: dict[str, str | bytes] = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": opf("one.xhtml"),
        "OEBPS/one.xhtml": xhtml(ONE).replace("</head>", f"{link}</head>"),
        "OEBPS/css/a.css": "#r1, #r2, #n3 { display: none }",
        "OEBPS/css/b.css": '@charset "utf-8"; @import url("a.css"); p { color: black }',
        "OEBPS/css/round.css": '@import "round.css";',
        "OEBPS/css/old.css": "/* d\xe9j\xe0 */ #r1, #r2, #n3 { display: none }".encode("latin-1"),
        "OEBPS/css/chain.css": "@import url('../b/link.css');",
        "OEBPS/b/link.css": '@import "../css/a.css";',
    }
    citations = EpubInspector().inspect(zipped(parts)).citations
    assert [citation.seen for citation in citations] == [seen] * 3
    assert [citation.mark for citation in citations] == ["1", "2", "3"]


def test_an_id_may_stand_in_two_documents_but_not_twice_in_one_nor_in_the_package():
    twice = ONE.replace("<h1>", '<h1 id="n1">')
    assert EpubInspector().inspect(book({"a.xhtml": ONE, "b.xhtml": ONE})).repeated == ()
    assert EpubInspector().inspect(book({"a.xhtml": ONE, "b.xhtml": twice})).repeated == ("n1",)
    package = opf("one.xhtml").replace(
        "</manifest>", '<item id="i0" href="x" media-type="text/css"/></manifest>'
    )
    assert EpubInspector().inspect(with_part("OEBPS/book.opf", package)).repeated == ("i0",)
