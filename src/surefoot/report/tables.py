"""Promises and verdicts as tables for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.table import Table
from rich.text import Text

from surefoot.examine import Edition
from surefoot.model import Document, Place
from surefoot.promise import Citation, Facet, Fault, Kind, Recovered, Verdict
from surefoot.wording import shortened

_WHOLE = "whole"
_ROWS = 60
"""A table of more citations than this nobody reads."""
_WIDTH = 34
"""Characters of the prose before a call by which it is found."""


def matrix(document: Document, editions: Sequence[Edition]) -> Table:
    """Return the table of citations and editions: in each cell what is wrong, or that it is whole.

    Of a long document only those citations have a row that are not whole somewhere.
    """
    table = Table(title=f"{document.path.name}: {document.metadata.title}", title_justify="left")
    table.add_column("Citation", justify="right")
    table.add_column("stands behind", no_wrap=True)
    for edition in editions:
        table.add_column(edition.format)
    wanting = {
        finding.place for edition in editions if edition.verdict for finding in edition.verdict.findings
    }
    everything = len(document.citations) <= _ROWS
    for rank, (citation, place) in enumerate(zip(document.citations, document.places, strict=True), 1):
        if everything or rank in wanting:
            cells = (_cell(edition, rank) for edition in editions)
            table.add_row(_mark(citation, place), _tail(place.before), *cells)
    if not everything:
        rest = len(document.citations) - len(wanting - {0})
        table.add_row("", f"{rest} others", *(_rest(edition) for edition in editions))
    table.add_section()
    for name, count in _COUNTS.items():
        table.add_row("", name, *(_counted(edition, count) for edition in editions))
    return table


def promise(document: Document) -> Table:
    """Return the table of what a source promises."""
    table = Table(
        title=f"{document.path.name} promises {len(document.citations)} citations", title_justify="left"
    )
    for name in ("Mark", "Kind", "Label", "Line", "Stands behind", "Text", "Links"):
        table.add_column(name, overflow="fold")
    for citation, place in zip(document.citations, document.places, strict=True):
        words = shortened(" ".join(place.note.split()))
        line, links = str(place.line or ""), "\n".join(citation.links)
        mark = _mark(citation, place)
        table.add_row(mark, citation.kind.value, place.label, line, _tail(place.before), words, links)
    return table


def testimony(recovered: Recovered) -> Table:
    """Return the table of what a file carries."""
    table = Table(title=f"{len(recovered.citations)} citations found", title_justify="left")
    for name in ("Mark", "Kind", "Stands behind", "Text", "Links", "Jump", "Back"):
        table.add_column(name, overflow="fold")
    for citation in recovered.citations:
        carried = recovered.facets if citation.kind is Kind.NOTE else recovered.entries
        jump, back = (
            ("yes" if value else "no") if facet in carried else "not carried"
            for facet, value in ((Facet.JUMP, citation.jump), (Facet.BACK, citation.back))
        )
        words, links = shortened(citation.note), "\n".join(citation.links)
        table.add_row(citation.mark, citation.kind.value, citation.claim[-30:], words, links, jump, back)
    return table


def _mark(citation: Citation, place: Place) -> str:
    """Return what a reader sees of a call."""
    return f"({place.mark})" if citation.kind is Kind.ENTRY else citation.mark


def _cell(edition: Edition, place: int) -> Text:
    if not edition.verdict:
        return _unproved(edition)
    faults = [finding.fault.value for finding in edition.verdict.findings if finding.place == place]
    return Text(", ".join(faults), "bold red") if faults else Text(_WHOLE, "green")


def _unproved(edition: Edition) -> Text:
    return Text("nothing proved" if edition.error else "unverified", "red" if edition.error else "yellow")


def _rest(edition: Edition) -> Text:
    return Text(_WHOLE, "green") if edition.verdict else _unproved(edition)


def _counted(edition: Edition, count: Callable[[Verdict], int]) -> Text:
    if not edition.verdict:
        return Text("")
    found = count(edition.verdict)
    return Text(str(found), "bold red") if found else Text("none", "green")


def _unplaced(*faults: Fault) -> Callable[[Verdict], int]:
    """Return what counts the findings of what nobody promised."""
    return lambda verdict: sum(finding.fault in faults for finding in verdict.findings)


_COUNTS = {
    "invented calls": _unplaced(Fault.INVENTED),
    "stray texts, doubled names": _unplaced(Fault.STRAY, Fault.IDS),
    "differences in the prose": lambda verdict: len(verdict.prose),
}


def _tail(text: str) -> str:
    """Return the end of a text, as much as a column can show."""
    return text if len(text) <= _WIDTH else f"…{text[-_WIDTH:]}"
