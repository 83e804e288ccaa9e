"""What an edition has to show for its verdict: of each citation the passages that a reader sees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from surefoot import formats, publish, verify
from surefoot.contracts import Exhibitor
from surefoot.exhibit import Exhibition, View
from surefoot.model import Document
from surefoot.promise import Verdict
from surefoot.publish import Edition

AT_ONCE = 120
"""Of a document with more citations passages are shown only where something is wrong, and of as many."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """An edition and what it shows."""

    edition: Edition
    views: Mapping[int, Sequence[View]] = field(default_factory=dict)
    """By the place of the promised citation."""
    notes: Mapping[int, str] = field(default_factory=dict)
    """The notes as they were read, by the same place."""
    extras: Sequence[Sequence[View]] = ()
    """What is shown of calls that nobody promised."""
    style: str = ""
    """See :attr:`surefoot.exhibit.Exhibition.style`."""


def evidence(document: Document, edition: Edition) -> Evidence:
    """Read an edition again, and let its inspector show what it speaks of, if it can.

    Raises:
        UnreadableError: the file is no longer what was judged.
    """
    if edition.verdict is None:
        return Evidence(edition)
    inspector = formats.installed()[edition.format].inspector()
    recovered = publish.recover(edition.path, inspector)
    ranks = verify.pairs(document.citations, recovered)
    found = {place: rank for place, rank in enumerate(ranks, 1) if rank is not None}
    notes = {place: recovered.citations[rank].note for place, rank in found.items()}
    if not isinstance(inspector, Exhibitor):
        return Evidence(edition, notes=notes)
    places = [place for place in _shown(edition.verdict) if place in found]
    extras = sorted(set(range(len(recovered.citations))) - set(found.values()))[:AT_ONCE]
    asked = [*(found[place] for place in places), *extras]
    exhibition = _exhibition(inspector, edition.path.read_bytes(), asked)
    views = dict(zip(places, exhibition.exhibits, strict=False))
    return Evidence(edition, views, notes, exhibition.exhibits[len(places) :], exhibition.style)


def _shown(verdict: Verdict) -> Sequence[int]:
    """Return the places of the citations whose passages are shown."""
    if verdict.promised <= AT_ONCE:
        return range(1, verdict.promised + 1)
    return sorted({finding.place for finding in verdict.findings} - {0})[:AT_ONCE]


def _exhibition(inspector: Exhibitor, data: bytes, ranks: Sequence[int]) -> Exhibition:
    """Return what an inspector shows; nothing where it fails, for the verdict stands without."""
    try:
        return inspector.exhibit(data, ranks)
    except Exception:  # noqa: BLE001 - anybody's inspector
        return Exhibition(())
