"""Set one document, and look for its notes: by geometry alone, and as a reader of tags does."""

from __future__ import annotations

import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from fuzz import reading
from fuzz.author import PICTURE, manuscript
from fuzz.papers import PAPERS
from surefoot.errors import SurefootError
from surefoot.inspectors.pdf import PdfInspector
from surefoot.model import Document, Stylesheet
from surefoot.source import read
from surefoot.verify import compare, compare_prose
from surefoot.writers.pdf import PdfWriter

_PATIENCE = 300
"""Seconds that a document may take."""
_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="50">'
    '<rect width="80" height="50" fill="teal"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one document."""

    paper: str
    seed: int
    notes: int
    found: reading.Notes | None = None
    """None if there is no file."""
    remarks: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    """The judge's."""
    refused: str = ""
    """Why there is no file."""

    @property
    def sound(self) -> bool:
        """Whether every note is where it belongs."""
        return self.found is not None and self.found.sound and not self.findings


def trial(paper: str, seed: int) -> Outcome:
    """Return what comes of the document of that number."""
    written = manuscript(PAPERS[paper], seed)
    try:
        with tempfile.TemporaryDirectory() as folder, _patient():
            document = _document(Path(folder), written.markdown, PAPERS[paper].stylesheet(seed))
            made = PdfWriter().write(document)
            found = reading.notes(made.data, written.notes)
            return Outcome(paper, seed, written.notes, found, made.remarks, _findings(document, made.data))
    except (SurefootError, TimeoutError) as error:
        return Outcome(paper, seed, written.notes, refused=f"{type(error).__name__}: {error}")


def _document(folder: Path, markdown: str, stylesheet: str) -> Document:
    path = folder / "document.md"
    path.write_text(markdown, encoding="utf-8")
    (folder / PICTURE).write_text(_DRAWING, encoding="utf-8")
    document = read(path)
    sheets = (Stylesheet("paper.css", stylesheet),) if stylesheet else ()
    return replace(document, settings=replace(document.settings, stylesheets=sheets))


def _findings(document: Document, data: bytes) -> tuple[str, ...]:
    found = PdfInspector().inspect(data)
    judged = (*compare(document.citations, found), *compare_prose(document.prose, found))
    return tuple(f"{each.fault} {each.mark}: {each.promised} | {each.found}" for each in judged)


@contextmanager
def _patient() -> Iterator[None]:
    """Give up after a while: a layout that never ends loses everything."""

    def give_up(*_: object) -> None:
        raise TimeoutError(f"no end within {_PATIENCE} seconds")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(_PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
