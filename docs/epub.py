"""Sets sources as e-books with Surefoot and with pandoc, and puts what is measured into docs/epub.md.

make compare-epub
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from compare import ROOT, pandoc, proved, surefoot
from lxml import etree

import validators
from reading import carried, opened
from secondhand import notes_by_pandoc, through_a_kindle
from surefoot import source
from surefoot.inspectors.epub import EpubInspector
from surefoot.model import Document
from surefoot.promise import Kind
from surefoot.text import fold

SOURCES = (ROOT / "source" / "brief.md", ROOT / "tests" / "samples" / "kitchen-sink.md")
# The e-book lists the pages of the PDF that is made with it.
WITH_PAGES, ALONE = (partial(surefoot, formats=formats) for formats in ("pdf,epub", "epub"))
PAGE = ROOT / "docs" / "epub.md"
GENERATED = re.compile(r"(?<=<!-- generated: compared -->\n).*?(?=<!-- end -->)", re.DOTALL)
NAMESPACES = {
    "epub": "http://www.idpf.org/2007/ops",
    "h": "http://www.w3.org/1999/xhtml",
    "m": "http://www.w3.org/1998/Math/MathML",
    "opf": "http://www.idpf.org/2007/opf",
}
FEATURES = {
    "Entries of the contents": "//h:nav[@epub:type='toc']//h:a",
    "Landmarks": "//h:nav[@epub:type='landmarks']//h:a",
    "Printed pages that a reader can turn to": "//h:nav[@epub:type='page-list']//h:a",
    "References of the EPUB 2 guide": "//opf:guide/opf:reference",
    "Pictures of the cover": "//opf:item[contains(@properties, 'cover-image')]",
    "Statements on accessibility": "//opf:meta[starts-with(@property, 'schema:access')]",
    "Note references that a screen reader can tell": "//h:a[@role='doc-noteref']",
    "Ways back, each with a label of its own": "//h:a[@role='doc-backlink'][@aria-label]",
    "Formulas with words instead": "//m:math[@alttext]",
    "Headers of tables that say of what": "//h:th[@scope]",
}


def kept(document: Document, book: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield what became of the citations, in the file itself and in the hands of other programs."""
    whole, there, back = proved(document, book, EpubInspector())
    yield "Citations whole", whole
    yield "Calls that lead to their note or entry", there
    yield "Notes and entries that lead back", back
    notes = [each for each in document.citations if each.kind is Kind.NOTE]
    yield "Notes that open whole in foliate-js", f"{pop_ups(document, book)} of {len(notes)}"
    common = Counter(fold(each.note) for each in notes) & Counter(notes_by_pandoc(book, "epub"))
    yield "Notes that pandoc reads back whole", f"{common.total()} of {len(notes)}"
    whole, *_ = proved(document, through_a_kindle(book, folder), EpubInspector())
    yield "Citations whole after calibre's way to a Kindle and back", whole


def pop_ups(document: Document, book: Path) -> int:
    """Return how many notes the pop-ups of a reading system show whole."""
    notes = (each for each in document.citations if each.kind is Kind.NOTE)
    with opened(book) as reader:
        pairs = list(zip(reader.pop_ups(), notes, strict=False))
    return sum(carried(pop_up) == (fold(note.note), note.links) for pop_up, note in pairs)


def judged(book: Path) -> Iterator[tuple[str, str]]:
    """Yield what the validators count."""
    kinds = Counter(complaint.split()[0] for complaint in validators.epub(book))
    for name in ("errors", "warnings", "usages"):
        yield f"EPUBCheck's {name}", str(kinds[name.removesuffix("s").upper()])
    yield "Ace's violations", str(len(validators.ace(book)))


def features(book: Path) -> Iterator[tuple[str, str]]:
    """Yield how often the book has what a reader may ask for."""
    with zipfile.ZipFile(book) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xhtml", ".opf"))]
        roots = [etree.fromstring(archive.read(name)) for name in names]
        fonts = sum(name.endswith(("ttf", "otf", "woff", "woff2")) for name in archive.namelist())
    for name, path in FEATURES.items():
        yield name, str(sum(len(root.xpath(path, namespaces=NAMESPACES)) for root in roots))
    yield "Fonts inside", str(fonts)


def measured(make: Callable[[Path, Path], None], path: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield what a tool's file is like, made twice."""
    document, book, again = source.read(path), folder / "book.epub", folder / "again.epub"
    for file in (book, again):
        make(path, file)
    yield from kept(document, book, folder)
    yield from judged(book)
    yield from features(book)
    yield "The same bytes, made again", "yes" if book.read_bytes() == again.read_bytes() else "no"
    yield "Kilobytes", str(round(book.stat().st_size / 1000))


def seconds(make: Callable[[Path, Path], None], path: Path, folder: Path) -> str:
    """Return how long a tool takes for the e-book, as a user waits for it."""
    start = time.perf_counter()
    make(path, folder / "timed.epub")
    return f"{time.perf_counter() - start:.1f}"


def table(path: Path) -> Iterator[str]:
    """Yield the lines of one source's table."""
    columns = []
    for make, timed in ((WITH_PAGES, ALONE), (pandoc, pandoc)):
        with tempfile.TemporaryDirectory() as name:
            columns.append(dict(measured(make, path, Path(name))))
            columns[-1]["Seconds for the e-book alone"] = seconds(timed, path, Path(name))
    ours, theirs = columns
    yield f"### {path.relative_to(ROOT)}\n"
    yield "| | Surefoot | pandoc |\n|---|---|---|"
    yield from (f"| {name} | {value} | {theirs[name]} |" for name, value in ours.items())
    yield ""


if __name__ == "__main__":
    if not shutil.which("ebook-convert"):
        sys.exit("calibre is missing: tools/setup calibre installs it.")
    tables = "\n".join(line for path in SOURCES for line in table(path))
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(GENERATED.sub(lambda _: f"\n{tables}\n", text), encoding="utf-8")
