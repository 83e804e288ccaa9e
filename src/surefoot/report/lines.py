"""A verdict in lines of words: what was proved, what was not, and each finding with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from surefoot.errors import UnreadableError
from surefoot.examine import Edition
from surefoot.faults import ASPECTS, sentence
from surefoot.model import Document
from surefoot.promise import Aspect, Citation, Facet, Fault, Finding, Kind, Verdict
from surefoot.wording import respaced, shortened

_MOST = 20
"""A list of more findings than this nobody reads; the JSON has them all."""


def summary(document: Document, editions: Sequence[Edition]) -> Iterator[str]:
    """Yield for each edition what was proved of it, or what went wrong."""
    for edition in editions:
        yield f"{edition.format}: {_outcome(edition, document)}"
        yield from (f"  {remark}" for remark in edition.remarks)
        if edition.verdict:
            yield from (f"  {line}" for line in _details(edition.verdict, document))


def _outcome(edition: Edition, document: Document) -> str:
    if edition.error:
        failed = "cannot be read back" if isinstance(edition.error, UnreadableError) else "not made"
        return f"{failed}. {edition.error}"
    verdict = edition.verdict
    if not verdict:
        return f"{edition.path} — unverified: no inspector can read it"
    broken = len({finding.place for finding in verdict.findings if finding.place})
    whole = f"{verdict.promised - broken} of {verdict.promised} citations whole"
    proved = "; ".join(_proved(verdict, document.citations))
    return f"{edition.path} — {whole} ({proved})" + ("" if verdict.holds else "; it does not hold")


def _details(verdict: Verdict, document: Document) -> Iterator[str]:
    yield from _cut([_of_citation(finding, document) for finding in verdict.findings])
    if verdict.aspects:
        state = f"{len(verdict.prose)} differences" if len(verdict.prose) > 1 else "1 difference"
        yield f"prose: {state if verdict.prose else 'whole'} ({_names(verdict.aspects)})"
        yield from _cut([_of_prose(finding) for finding in verdict.prose])
    if lacking := "; ".join(filter(None, _lacking(verdict, document.citations))):
        yield f"not proved, for the file cannot carry it: {lacking}"


def _proved(verdict: Verdict, citations: Sequence[Citation]) -> Iterator[str]:
    """Yield what was compared: of notes, of citations in the text, or of both."""
    kinds = {citation.kind for citation in citations}
    if Kind.NOTE in kinds or not kinds:
        yield _names(verdict.facets)
    if Kind.ENTRY in kinds:
        yield f"in the text: {_names(verdict.entries) or 'nothing'}"


def _lacking(verdict: Verdict, citations: Sequence[Citation]) -> Iterator[str]:
    """Yield what a verdict says nothing about."""
    facets = set(Facet) - set(verdict.facets)
    if any(citation.kind is Kind.NOTE for citation in citations):
        yield _names(facet for facet in Facet if facet in facets)
    yield _names(aspect for aspect in Aspect if aspect not in verdict.aspects)


def _names(parts: Iterable[Facet | Aspect]) -> str:
    return ", ".join(part.value for part in parts)


def _cut(findings: Sequence[str]) -> Iterator[str]:
    """Yield as many findings as a person reads."""
    yield from findings[:_MOST]
    if len(findings) > _MOST:
        yield f"and {len(findings) - _MOST} more"


def _of_citation(finding: Finding, document: Document) -> str:
    if not finding.place:
        of = f"call [{finding.mark}]" if finding.mark else "file"
        return _told(f"{of}: {sentence(finding)}.", finding.promised, finding.found)
    place, kind = document.places[finding.place - 1], document.citations[finding.place - 1].kind
    written = {Fault.CLAIM: place.before, Fault.NOTE: place.note, Fault.ADDED: place.note}.get(
        finding.fault, ""
    )
    promised, found = (
        respaced(text, written) if written else text for text in (finding.promised, finding.found)
    )
    if finding.fault in {Fault.LOST, Fault.ORDER}:
        promised = f"…{place.before} [{place.mark}] → {shortened(' '.join(place.note.split()), 80)}"
    where = f" See {document.path.name}:{place.line}." if place.line else ""
    what = f"citation {finding.place} [{finding.mark}]: {sentence(finding, kind)}.{where}"
    return _told(what, promised, found)


def _of_prose(finding: Finding) -> str:
    aspect = finding.aspect or Aspect.WORDS
    where = f"{ASPECTS[aspect].unit} {finding.place}" if finding.place else aspect.value
    return _told(f"{where}: {sentence(finding)}.", finding.promised, finding.found)


def _told(what: str, promised: str, found: str) -> str:
    """Return a finding with what was promised above what was found, so that an eye sees the difference."""
    return f"{what}\n    promised: {promised or 'nothing'}\n    found:    {found or 'nothing'}"
