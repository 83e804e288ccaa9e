"""The documents whose files are damaged, each set once in each format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from damage import judged
from surefoot import formats
from surefoot.contracts import Inspector
from surefoot.errors import SurefootError
from surefoot.model import Document
from surefoot.promise import Kind
from surefoot.source import read

TESTS = Path(__file__).resolve().parents[1]
SAMPLES = (TESTS.parent / "source" / "brief.md", *sorted((TESTS / "samples").glob("*.md")))
LARGEST = 40_000
"""Bytes of a document by others that is small enough to be judged some hundred times."""


@dataclass(frozen=True)
class Sample:
    """A document and its finished files."""

    document: Document
    files: Mapping[str, bytes]

    @property
    def places(self) -> list[int]:
        """The places of the calls of its notes."""
        return [place for place, each in enumerate(self.document.citations, 1) if each.kind is Kind.NOTE]


def inspectors(names: Sequence[str]) -> Mapping[str, Inspector]:
    return {form.name: form.inspector() for form in formats.choose(list(names))}


def sample(path: Path, names: Sequence[str]) -> Sample:
    """Return a document with its files.

    Raises:
        SurefootError: it is refused, or cannot be set.
        AssertionError: a file does not hold as it is.
    """
    document = read(path)
    files = {form.name: form.writer().write(document).data for form in formats.choose(list(names))}
    for name, inspector in inspectors(names).items():
        said = judged(document, inspector.inspect(files[name]))
        if not said.holds:
            raise AssertionError(f"{path.name}: the {name} does not hold as it is: {said}")
    return Sample(document, files)


def others(folder: Path, names: Sequence[str], most: int) -> Iterator[Sample]:
    """Yield samples of the Markdown below a folder: those that are small, are promised and have notes."""
    found = 0
    for path in sorted(folder.rglob("*.md")):
        if found == most:
            return
        if path.stat().st_size > LARGEST or b"[^" not in path.read_bytes():
            continue
        try:
            made = sample(path, names)
        except (SurefootError, AssertionError):
            continue
        if made.places:
            found += 1
            yield made
