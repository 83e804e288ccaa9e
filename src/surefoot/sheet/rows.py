"""The rows of the sheet: what was promised, and what came of it in each edition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from surefoot.model import Document, Place
from surefoot.promise import Citation, Finding, Kind, Verdict
from surefoot.sheet.evidence import Evidence
from surefoot.sheet.telling import Told, of_citation
from surefoot.sheet.views import Shown, shown
from surefoot.text import CLAIM_LENGTH


@dataclass(frozen=True, slots=True)
class Cell:
    """One citation in one edition."""

    number: int
    """Of the edition, from 1."""
    faults: tuple[Told, ...]
    views: tuple[Shown, ...]
    judged: bool = True
    remark: str = ""

    @property
    def outcome(self) -> str:
        """In a word or two: whole, or how many faults."""
        if not self.judged:
            return "not judged"
        count = len(self.faults)
        return {0: "whole", 1: "1 fault"}.get(count, f"{count} faults")


@dataclass(frozen=True, slots=True)
class Row:
    """One citation: where it stands in the source, and what came of it."""

    rank: int
    """Among the promised citations, from 1."""
    citation: Citation
    place: Place
    cells: tuple[Cell, ...]
    """For each edition that was judged."""

    @property
    def is_entry(self) -> bool:
        """Whether an entry of the bibliography stands behind it."""
        return self.citation.kind is Kind.ENTRY

    @property
    def before(self) -> str:
        """The words that it stands behind; an ellipsis for others before them."""
        cut = len(self.citation.claim) == CLAIM_LENGTH
        return f"…{self.place.before}" if cut else self.place.before

    @property
    def faulty(self) -> tuple[int, ...]:
        """The numbers of the editions in which it is not whole."""
        return tuple(cell.number for cell in self.cells if cell.faults)

    @property
    def shown(self) -> bool:
        """Whether there is more to see than that it is whole."""
        return any(cell.faults or cell.views for cell in self.cells)


@dataclass(frozen=True, slots=True)
class _Column:
    """One edition, for all rows."""

    number: int
    evidence: Evidence
    verdict: Verdict
    wrong: Mapping[int, Sequence[Finding]]

    @classmethod
    def of(cls, number: int, evidence: Evidence, verdict: Verdict) -> _Column:
        wrong = defaultdict(list)
        for finding in verdict.findings:
            wrong[finding.place].append(finding)
        return cls(number, evidence, verdict, wrong)

    def cell(self, rank: int, citation: Citation, place: Place) -> Cell:
        evidence = self.evidence
        views: Sequence[Shown] = ()
        if rank in evidence.views:
            found = evidence.found[rank]
            views = [shown(view, self.number, found) for view in evidence.views[rank]]
        faults = (of_citation(finding, place, citation.kind) for finding in self.wrong.get(rank, ()))
        cell = Cell(self.number, tuple(faults), tuple(views))
        if cell.faults or rank in evidence.found or citation.kind is Kind.NOTE:
            return cell
        # A file may have nothing that tells citations in the text from other words.
        judged = bool(self.verdict.entries)
        return replace(cell, judged=judged, remark="Found among the words of the prose." if judged else "")


def rows(document: Document, editions: Sequence[Evidence]) -> Iterator[Row]:
    """Yield a row for each promised citation."""
    columns = [
        _Column.of(number, each, each.edition.verdict)
        for number, each in enumerate(editions, 1)
        if each.edition.verdict
    ]
    for rank, (citation, place) in enumerate(zip(document.citations, document.places, strict=True), 1):
        yield Row(rank, citation, place, tuple(column.cell(rank, citation, place) for column in columns))
