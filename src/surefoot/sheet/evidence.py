"""What an edition has to show for its verdict: of each citation the passages that a reader sees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from surefoot import formats, verify
from surefoot.contracts import Exhibitor
from surefoot.examine import Edition
from surefoot.exhibit import Exhibition, View
from surefoot.model import Document
from surefoot.promise import Citation, Verdict

AT_ONCE = 120
"""Of a document with more citations passages are shown only where something is wrong, and of as many."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """An edition and what it shows."""

    edition: Edition
    found: Mapping[int, Citation] = field(default_factory=dict)
    """The citations that were read, by the place of the promised one."""
    views: Mapping[int, Sequence[View]] = field(default_factory=dict)
    """What is shown of them, by the same place."""
    extras: Sequence[tuple[Citation, Sequence[View]]] = ()
    """The citations that nobody promised, and what is shown of them."""
    style: str = ""
    """See :attr:`surefoot.exhibit.Exhibition.style`."""


def gathered(document: Document, editions: Sequence[Edition]) -> list[Evidence]:
    """Let the inspector of each edition show what it speaks of, if it can."""
    places = _shown(len(document.citations), [each.verdict for each in editions if each.verdict])
    return [_evidence(document, edition, places) for edition in editions]


def _shown(count: int, verdicts: Sequence[Verdict]) -> Sequence[int]:
    """Return the places of the citations whose passages are shown, in every edition alike."""
    if count <= AT_ONCE:
        return range(1, count + 1)
    wrong = {finding.place for verdict in verdicts for finding in verdict.findings}
    return sorted(wrong - {0})[:AT_ONCE]


def _evidence(document: Document, edition: Edition, shown: Sequence[int]) -> Evidence:
    recovered = edition.recovered
    if recovered is None:
        return Evidence(edition)
    inspector = formats.installed()[edition.format].inspector()
    ranks = verify.pairs(document.citations, recovered)
    known = {place: rank for place, rank in enumerate(ranks, 1) if rank is not None}
    found = {place: recovered.citations[rank] for place, rank in known.items()}
    if not isinstance(inspector, Exhibitor):
        return Evidence(edition, found)
    places = [place for place in shown if place in known]
    others = sorted(set(range(len(recovered.citations))) - set(known.values()))[:AT_ONCE]
    asked = [*(known[place] for place in places), *others]
    exhibition = _exhibition(inspector, edition.path, asked)
    views = dict(zip(places, exhibition.exhibits, strict=False))
    extras = zip(
        (recovered.citations[rank] for rank in others), exhibition.exhibits[len(places) :], strict=False
    )
    return Evidence(edition, found, views, tuple(extras), exhibition.style)


def _exhibition(inspector: Exhibitor, file: Path, ranks: Sequence[int]) -> Exhibition:
    """Return what an inspector shows; nothing where it fails, for the verdict stands without."""
    try:
        return inspector.exhibit(file.read_bytes(), ranks) if ranks else Exhibition(())
    except Exception:  # noqa: BLE001 - anybody's inspector
        return Exhibition(())
