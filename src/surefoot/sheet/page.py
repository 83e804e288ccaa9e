"""The page itself: a summary, a row for each citation, and what nobody promised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from surefoot import __version__, theme
from surefoot.examine import Edition
from surefoot.faults import FACETS
from surefoot.model import Document
from surefoot.promise import Facet, Finding, Verdict
from surefoot.sheet.evidence import AT_ONCE, Evidence, gathered
from surefoot.sheet.rows import Row, rows
from surefoot.sheet.telling import Told, of_file
from surefoot.sheet.views import Shown, shown
from surefoot.templating import Markup, template


@dataclass(frozen=True, slots=True)
class Card:
    """An edition in the summary."""

    number: int
    format: str
    name: str
    """By which it is told from the others."""
    file: str
    sha256: str
    holds: bool | None
    outcome: str
    whole: int
    promised: int
    broken: tuple[Row, ...]
    """The citations that are not whole."""
    judged: bool
    proved: tuple[str, ...]
    """Of notes."""
    entries: tuple[str, ...]
    """Proved of citations in the text."""
    not_carried: tuple[str, ...]
    aspects: tuple[str, ...]
    prose: tuple[Told, ...]
    error: str


@dataclass(frozen=True, slots=True)
class Extra:
    """What stands in an edition and belongs to no promised citation."""

    name: str
    """Of the edition, as in its card."""
    faults: tuple[Told, ...]
    views: tuple[tuple[Shown, ...], ...]


def sheet(document: Document, editions: Sequence[Edition]) -> bytes:
    """Return the proof sheet on ``editions``, which have been judged: one HTML page, UTF-8.

    It asks nothing of the network. The files are read again, for the passages.
    """
    evidence = gathered(document, editions)
    every = tuple(rows(document, evidence))
    cards = [
        _card(number, edition, every, name)
        for number, (edition, name) in enumerate(zip(editions, _told_apart(editions), strict=True), 1)
    ]
    page = template("proof.html.j2").render(
        document=document,
        version=__version__,
        tools=_tools(editions),
        cards=cards,
        rows=every,
        extras=list(_extras(evidence, cards)),
        meanings={facet.value: meaning for facet, meaning in FACETS.items()},
        all_shown=len(every) <= AT_ONCE,
        style=Markup(theme.text("proof.css")),  # noqa: S704
        dresses=_dresses(evidence),
        script=Markup(theme.text("proof.js")),  # noqa: S704
    )
    return page.encode("utf-8")


def _dresses(evidence: Sequence[Evidence]) -> list[tuple[int, Markup]]:
    """Return the style of each edition's passages; no closing tag within can end the element around it."""
    return [
        (number, Markup(each.style.replace("</", r"<\/")))  # noqa: S704
        for number, each in enumerate(evidence, 1)
        if each.style
    ]


def _told_apart(editions: Sequence[Edition]) -> Sequence[str]:
    """Return the formats; where two are of one, the names of the files; where two have one, the paths."""
    names = [edition.format for edition in editions]
    for others in ([edition.path.name for edition in editions], [str(edition.path) for edition in editions]):
        if len(set(names)) < len(names):
            names = others
    return names


def _card(number: int, edition: Edition, every: Sequence[Row], name: str) -> Card:
    verdict = edition.verdict
    broken = tuple(row for row in every if number in row.faulty)
    return Card(
        number=number,
        format=edition.format,
        name=name,
        file=edition.path.name,
        sha256=verdict.file_sha256 if verdict else "",
        holds=verdict.holds if verdict else (False if edition.error else None),
        outcome=_outcome(verdict, edition),
        whole=len(every) - len(broken),
        promised=len(every),
        broken=broken,
        judged=verdict is not None,
        proved=_names(verdict.facets) if verdict and not all(row.is_entry for row in every) else (),
        entries=_names(verdict.entries) if verdict and any(row.is_entry for row in every) else (),
        not_carried=_names(_missing(verdict)) if verdict else (),
        aspects=_names(verdict.aspects) if verdict else (),
        prose=tuple(of_file(finding) for finding in verdict.prose) if verdict else (),
        error=str(edition.error) if edition.error else "",
    )


def _names(those: Iterable[StrEnum]) -> tuple[str, ...]:
    return tuple(each.value for each in those)


def _missing(verdict: Verdict) -> Iterator[Facet]:
    """Yield the facets that this edition cannot be asked about."""
    return (facet for facet in Facet if facet not in (*verdict.facets, *verdict.entries))


def _outcome(verdict: Verdict | None, edition: Edition) -> str:
    if verdict:
        return "holds" if verdict.holds else "does not hold"
    return "nothing proved" if edition.error else "unverified"


def _extras(evidence: Sequence[Evidence], cards: Sequence[Card]) -> Iterator[Extra]:
    for number, each in enumerate(evidence, 1):
        verdict = each.edition.verdict
        findings: list[Finding] = (
            [finding for finding in verdict.findings if not finding.place] if verdict else []
        )
        views = tuple(tuple(shown(view, number, found) for view in views) for found, views in each.extras)
        if findings or views:
            yield Extra(cards[number - 1].name, tuple(of_file(finding) for finding in findings), views)


def _tools(editions: Sequence[Edition]) -> dict[str, str]:
    """Return the versions of what made and read the files, less the formats' own."""
    tools: dict[str, str] = {}
    for edition in editions:
        tools |= edition.verdict.tools if edition.verdict else {}
    return {name: version for name, version in sorted(tools.items()) if name != "format"}
