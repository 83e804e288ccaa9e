"""The judge: compares what was promised with what was found, and has no hands."""

from __future__ import annotations

from collections.abc import Sequence

from surefoot.promise import Aspect, Citation, Facet, Fault, Finding, Kind, Prose, Recovered
from surefoot.verify import leftovers
from surefoot.verify.citations import Trial
from surefoot.verify.differences import Context
from surefoot.verify.entries import FACETS, sought, unlinked
from surefoot.verify.letters import letters
from surefoot.verify.prose import compare_prose
from surefoot.verify.ranks import misplaced
from surefoot.verify.works import told_once

__all__ = ["aspects", "compare", "compare_prose", "entries", "facets", "pairs"]


def compare(
    promised: Sequence[Citation], recovered: Recovered, prose: Prose | None = None
) -> tuple[Finding, ...]:
    """Return every difference between the promised citations and those found, by their places.

    Both are in reading order. They are paired off first, so that one lost call is one
    finding, and does not make liars of all calls behind it. A difference that another
    one explains for certain is left out; of several at one place, the first explains most.

    Args:
        promised: all promised citations.
        recovered: what was found.
        prose: the promised one, where ways back may name headings that are found no more.
    """
    trials = [Trial.of(kind, promised, recovered.citations) for kind in Kind]
    context = Context.of(promised, recovered.strays)
    placed = [
        each
        for trial, judged in zip(trials, (recovered.facets, recovered.entries), strict=True)
        for each in (trial.findings(judged, context) if judged else ())
    ]
    if Aspect.WORDS in recovered.aspects:
        # A note may cite as well, and its words are no prose.
        notes = dict.fromkeys(each.note for each in recovered.citations)
        texts = (*recovered.prose.blocks, *notes)
        if not recovered.entries:
            placed += sought(promised, texts)
        elif Facet.JUMP in recovered.entries:
            placed = unlinked(placed, promised, texts)
    partners = {place: recovered.citations[rank] for trial in trials for place, rank in trial.partners()}
    if Facet.RANK in recovered.facets:
        placed += misplaced(promised, partners)
    if Facet.ALONE in recovered.facets:
        named = leftovers.named(prose, recovered.prose) if prose else frozenset[str]()
        left = [text for text in recovered.strays if letters(text) not in named]
        placed += leftovers.strays(left, promised, partners)
    placed.sort(key=lambda each: each[0])
    findings = [finding for _, finding in told_once(placed, promised)]
    repeated = leftovers.repeated(recovered.repeated) if Facet.IDS in recovered.facets else ()
    # What stands twice takes its names along; names alone lead readers to wrong places.
    doubled = any(finding.fault is Fault.DOUBLED for finding in findings)
    return (*findings, *repeated) if doubled else (*repeated, *findings)


def pairs(promised: Sequence[Citation], recovered: Recovered) -> tuple[int | None, ...]:
    """Return for each promised citation the rank, from 0, of its partner in ``recovered``; None if lost."""
    partners = dict(
        partner for kind in Kind for partner in Trial.of(kind, promised, recovered.citations).partners()
    )
    return tuple(partners.get(place) for place in range(1, len(promised) + 1))


def facets(recovered: Recovered) -> tuple[Facet, ...]:
    """Return what can be judged of notes in this file, in the order in which facets are declared."""
    return tuple(facet for facet in Facet if facet in recovered.facets)


def entries(recovered: Recovered) -> tuple[Facet, ...]:
    """Return what can be judged of citations in the text in this file."""
    if not recovered.entries and Aspect.WORDS in recovered.aspects:
        return FACETS
    return tuple(facet for facet in Facet if facet in recovered.entries)


def aspects(recovered: Recovered) -> tuple[Aspect, ...]:
    """Return what can be judged of the prose in this file."""
    return tuple(aspect for aspect in Aspect if aspect in recovered.aspects)
