"""Second hand: what other programs read in our files is still every note, at every mark.

Pandoc reads our EPUB, HTML and text; a browser's reader mode, trafilatura and
Lynx read our HTML; calibre turns our EPUB into a Kindle's book and back.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest
import trafilatura

from conftest import BRIEF, KITCHEN_SINK, ROOT, build, files_of
from secondhand import notes_by_pandoc, run, through_a_kindle
from surefoot import pandoc
from surefoot.inspectors.epub import EpubInspector
from surefoot.inspectors.html import HtmlInspector
from surefoot.model import Document
from surefoot.promise import Citation, Facet, Kind, Recovered
from surefoot.source import read
from surefoot.text import LINE_END, fold
from surefoot.verify import compare
from validators import MODULES, need, screen

KITCHEN = ROOT / "tests" / "foreign" / "kitchen.md"
READABILITY = MODULES / "@mozilla" / "readability" / "Readability.js"
# Between two words a reader may print a link's address, a list's bullet or number.
BETWEEN = r"(?:{addresses}[-+*o•◦]|[0-9]+\.)*"
# Lynx knows no formulas, and shows their markup.
MARKUP_OF_A_FORMULA = re.compile(r'\[MATH:.*?application/x-tex">(.*?)</annotation>.*?:MATH\]', re.DOTALL)

Made = tuple[Document, Mapping[str, Path]]
"""A document, and its files by format."""


@pytest.fixture(scope="session")
def built_kitchen(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    return build(KITCHEN, tmp_path_factory.mktemp("kitchen"))


@pytest.fixture(params=[BRIEF, KITCHEN], ids=lambda source: source.stem)
def made(request: pytest.FixtureRequest) -> Made:
    return read(request.param), files_of(request.param, request)


@pytest.fixture(params=[BRIEF, KITCHEN, KITCHEN_SINK], ids=lambda source: source.stem)
def made_book(request: pytest.FixtureRequest) -> Made:
    return read(request.param), files_of(request.param, request)


def by_number(citations: Iterable[Citation]) -> list[Citation]:
    """Return one citation for each note, in the order of their numbers."""
    return sorted({each.mark: each for each in citations}.values(), key=lambda each: int(each.mark))


def note_pattern(citation: Citation) -> str:
    """Return what a note looks like in folded text, whatever a reader prints between its words."""
    addresses = "".join(f"{re.escape(fold(link))}|" for link in citation.links)
    between = BETWEEN.format(addresses=addresses)
    return between + between.join(map(re.escape, citation.note.replace(LINE_END, " ").split()))


def lost_notes(citations: Iterable[Citation], text: str) -> list[str]:
    """Return the notes that are not whole in ``text``, or do not come in their order."""
    folded, at, lost = fold(text), 0, []
    for citation in by_number(citations):
        if found := re.compile(note_pattern(citation)).search(folded, at):
            at = found.end()
        else:
            lost.append(citation.note)
    return lost


def lost_marks(citations: Iterable[Citation], text: str) -> list[str]:
    """Return the calls whose marks do not stand in ``text`` behind their words."""
    folded = fold(text)
    return [each.claim for each in citations if not re.search(mark_pattern(each), folded)]


def mark_pattern(citation: Citation) -> str:
    """Return what a call looks like in folded text: other calls may stand among the words before it."""
    others = r"(?:\[[0-9]+\])*"
    return f"{others.join(map(re.escape, citation.claim[-20:]))}{others}\\[{citation.mark}\\]"


def notes_for_pandoc(document: Document) -> list[str]:
    """Return the folded notes that pandoc is to find, one for each call."""
    # Pandoc 3.9 itself loses every numbered list that stands anywhere in a doc-endnotes.
    numbered = "thefirst,thesecond,andinitalistofitsown,withtwoitems."
    notes = (each.note for each in document.citations if each.kind is Kind.NOTE)
    return [fold(note).removesuffix(numbered) for note in notes]


def test_pandoc_reads_every_call_of_an_ebook_as_a_call_and_every_note_as_its_note(made_book: Made) -> None:
    document, files = made_book
    assert notes_by_pandoc(files["epub"], "epub") == notes_for_pandoc(document)


def test_pandoc_reads_every_call_of_a_page_as_a_call_and_every_note_as_its_note(made: Made) -> None:
    document, files = made
    assert notes_by_pandoc(files["html"], "html") == notes_for_pandoc(document)


def test_pandoc_reads_the_whole_text_of_every_note_in_our_text(made: Made) -> None:
    document, files = made
    text = run(pandoc.executable(), "--from=markdown", "--to=plain", "--wrap=none", files["txt"])
    assert lost_notes(document.citations, text) == []
    assert lost_marks(document.citations, text) == []


def test_lynx_shows_every_mark_every_note_and_its_number(made: Made) -> None:
    need("Lynx", found=shutil.which("lynx"))
    document, files = made
    options = ["-dump", "-nolist", "-width=1000", "-assume_charset=utf-8", "-display_charset=utf-8"]
    text = MARKUP_OF_A_FORMULA.sub(r"\1", run("lynx", *options, files["html"]))
    assert lost_marks(document.citations, text) == []
    assert lost_notes(document.citations, text) == []
    numbers = re.findall(r"^ {1,4}(\d+)\. ", text[text.rindex("\nNotes\n") :], re.MULTILINE)
    assert numbers == [each.mark for each in by_number(document.citations)]


def test_trafilatura_keeps_every_note_and_every_mark_outside_of_tables(made: Made) -> None:
    document, files = made
    text = trafilatura.extract(files["html"].read_text(encoding="utf-8")) or ""
    text = text.replace(r"\(", "").replace(r"\)", "")
    assert lost_notes(document.citations, text) == []
    # It takes such small tables, and lists of definitions, for no text at all.
    dropped = {"Pens", "12", "Atablewithanote.", "Term", "Whatitmeans."}
    assert set(lost_marks(document.citations, text)) <= dropped


def test_reader_mode_keeps_everything_that_makes_a_citation(made: Made) -> None:
    need("@mozilla/readability", found=READABILITY.exists())
    document, files = made
    with screen("light") as page:
        page.goto(files["html"].resolve().as_uri())
        page.evaluate(READABILITY.read_text(encoding="utf-8"))
        content: str = page.evaluate("() => new Readability(document.cloneNode(true)).parse().content")
    assert differences(document, HtmlInspector().inspect(content.encode())) == []


@pytest.mark.skipif(not shutil.which("ebook-convert"), reason="`make kindle` installs calibre and runs this.")
def test_calibre_takes_our_book_to_a_kindle_and_back_whole(made_book: Made, tmp_path: Path) -> None:
    document, files = made_book
    back = through_a_kindle(files["epub"], tmp_path)
    assert differences(document, EpubInspector().inspect(back.read_bytes())) == []


def differences(document: Document, recovered: Recovered) -> Sequence[str]:
    """Return what differs, and see to it that all that matters was asked."""
    asked = {Facet.MARK, Facet.CLAIM, Facet.NOTE, Facet.LINKS, Facet.JUMP, Facet.BACK}
    assert asked <= recovered.facets
    found = compare(document.citations, recovered)
    return [f"{each.mark}: {each.fault}: {each.promised} / {each.found}" for each in found]
