"""A verdict for people and for machines: tables of words, and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from rich.table import Table
from rich.text import Text

from surefoot import __version__
from surefoot.errors import SourceError, SurefootError, UnreadableError
from surefoot.model import Document, Place
from surefoot.promise import Citation, Facet, Fault, Finding, Recovered, Verdict
from surefoot.publish import Edition
from surefoot.verify import facets
from surefoot.wording import respaced

_WHOLE = "whole"
_ROWS = 60
"""A table of more citations than this nobody reads."""
_WIDTH = 34
"""Characters of the prose before a call by which it is found."""
_MEANING = {
    Fault.LOST: "the call is not there",
    Fault.INVENTED: "a call that nobody wrote",
    Fault.MARK: "another mark is printed",
    Fault.CLAIM: "the call stands behind other words",
    Fault.NOTE: "the note's text is not the same",
    Fault.LINKS: "the note's addresses are not the same",
    Fault.JUMP: "the call does not lead to its note",
    Fault.BACK: "the note does not lead back to its call",
}


def as_json(report: Any) -> str:
    """Return a report as JSON text that ends in a line feed."""
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def verdicts(document: Document, editions: Sequence[Edition]) -> dict[str, Any]:
    """Return everything that was promised and proved."""
    return {
        "surefoot": __version__,
        "source": {"file": document.path.name, "sha256": document.sha256, "with": dict(document.inputs)},
        "holds": all(edition.verdict is not None and edition.verdict.holds for edition in editions),
        "promise": [_citation(citation) for citation in document.citations],
        "warnings": [str(warning) for warning in document.warnings],
        "editions": [_edition(edition) for edition in editions],
    }


def promises(document: Document) -> dict[str, Any]:
    """Return what the source promises, with the labels and lines of its notes."""
    promised = [
        _citation(citation) | {"label": place.label, "line": place.line}
        for citation, place in zip(document.citations, document.places, strict=True)
    ]
    return {"source": document.path.name, "citations": promised}


def found(recovered: Recovered) -> dict[str, Any]:
    """Return what a file carries."""
    carried = [facet.value for facet in facets(recovered)]
    return {"facets": carried, "citations": [_citation(citation) for citation in recovered.citations]}


def failure(error: SurefootError) -> dict[str, Any]:
    """Return why nothing could be judged: an error, and for a source its problems."""
    problems = [asdict(problem) for problem in error.problems] if isinstance(error, SourceError) else []
    return {"holds": False, "exit_code": error.exit_code, "error": str(error), "problems": problems}


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
            table.add_row(citation.mark, _tail(place.before), *(_cell(edition, rank) for edition in editions))
    if not everything:
        rest = len(document.citations) - len(wanting - {0})
        table.add_row("", f"{rest} others", *(_rest(edition) for edition in editions))
    table.add_section()
    table.add_row("", "invented calls", *(_invented(edition) for edition in editions))
    table.add_row("", "proved of each", *(_proved(edition) for edition in editions))
    return table


def summary(document: Document, editions: Sequence[Edition]) -> Iterator[str]:
    """Yield one line for each edition: what was proved of it, or what went wrong."""
    for edition in editions:
        yield f"{edition.format}: {_outcome(edition)}"
        if edition.verdict:
            yield from (f"  {_finding(finding, document.places)}" for finding in edition.verdict.findings)


def promise(document: Document) -> Table:
    """Return the table of what a source promises."""
    table = Table(
        title=f"{document.path.name} promises {len(document.citations)} citations", title_justify="left"
    )
    for name in ("Mark", "Label", "Line", "Stands behind", "Note", "Links"):
        table.add_column(name, overflow="fold")
    for citation, place in zip(document.citations, document.places, strict=True):
        words = _short(" ".join(place.note.split()))
        links = "\n".join(citation.links)
        table.add_row(citation.mark, place.label, str(place.line or ""), _tail(place.before), words, links)
    return table


def testimony(recovered: Recovered) -> Table:
    """Return the table of what a file carries."""
    table = Table(title=f"{len(recovered.citations)} citations found", title_justify="left")
    for name in ("Mark", "Stands behind", "Note", "Links", "Jump", "Back"):
        table.add_column(name, overflow="fold")
    for citation in recovered.citations:
        jump, back = (
            ("yes" if value else "no") if facet in recovered.facets else "not carried"
            for facet, value in ((Facet.JUMP, citation.jump), (Facet.BACK, citation.back))
        )
        links = "\n".join(citation.links)
        table.add_row(citation.mark, citation.claim[-30:], _short(citation.note), links, jump, back)
    return table


def _citation(citation: Citation) -> dict[str, Any]:
    return asdict(citation) | {"links": list(citation.links)}


def _edition(edition: Edition) -> dict[str, Any]:
    if edition.error:
        return {
            "format": edition.format,
            "file": edition.path.name,
            "holds": False,
            "error": str(edition.error),
        }
    if not edition.verdict:
        return {"format": edition.format, "file": edition.path.name, "holds": None, "unverified": True}
    return _verdict(edition.verdict)


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {
        "format": verdict.format,
        "file": verdict.file,
        "sha256": verdict.file_sha256,
        "holds": verdict.holds,
        "promised": verdict.promised,
        "facets": [facet.value for facet in verdict.facets],
        "findings": [asdict(finding) | {"fault": finding.fault.value} for finding in verdict.findings],
        "tools": dict(verdict.tools),
    }


def _outcome(edition: Edition) -> str:
    if edition.error:
        failed = "cannot be read back" if isinstance(edition.error, UnreadableError) else "not made"
        return f"{failed}. {edition.error}"
    verdict = edition.verdict
    if not verdict:
        return f"{edition.path} — unverified: no inspector can read it"
    broken = len({finding.place for finding in verdict.findings if finding.place})
    whole = f"{verdict.promised - broken} of {verdict.promised} citations whole"
    proved = ", ".join(facet.value for facet in verdict.facets)
    return f"{edition.path} — {whole} ({proved})" + ("" if verdict.holds else "; it does not hold")


def _finding(finding: Finding, places: Sequence[Place]) -> str:
    if not finding.place:
        return f"call [{finding.mark}]: {_MEANING[finding.fault]}.\n    found:    {finding.found}"
    place = places[finding.place - 1]
    written = {Fault.CLAIM: place.before, Fault.NOTE: place.note}.get(finding.fault, "")
    promised, other = (
        (respaced(text, written) if written else text) or "nothing"
        for text in (finding.promised, finding.found)
    )
    if finding.fault is Fault.LOST:
        promised = f"…{place.before} [{finding.mark}] → {_short(' '.join(place.note.split()), 80)}"
    where = f"citation {finding.place} [{finding.mark}]"
    return f"{where}: {_MEANING[finding.fault]}.\n    promised: {promised}\n    found:    {other}"


def _cell(edition: Edition, place: int) -> Text:
    if not edition.verdict:
        return Text("nothing proved" if edition.error else "unverified", "red" if edition.error else "yellow")
    faults = [finding.fault.value for finding in edition.verdict.findings if finding.place == place]
    return Text(", ".join(faults), "bold red") if faults else Text(_WHOLE, "green")


def _rest(edition: Edition) -> Text:
    return Text(_WHOLE, "green") if edition.verdict else _cell(edition, 0)


def _invented(edition: Edition) -> Text:
    if not edition.verdict:
        return Text("")
    count = sum(finding.fault is Fault.INVENTED for finding in edition.verdict.findings)
    return Text(str(count), "bold red") if count else Text("none", "green")


def _proved(edition: Edition) -> str:
    return "\n".join(facet.value for facet in edition.verdict.facets) if edition.verdict else ""


def _tail(text: str) -> str:
    """Return the end of a text, as much as a column can show."""
    return text if len(text) <= _WIDTH else f"…{text[-_WIDTH:]}"


def _short(text: str, length: int = 120) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"
