"""The table of what was found, for the terminal and for the page in docs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from mutants.trial import Outcome
from surefoot.promise import Aspect, Fault


def table(outcomes: Sequence[Outcome], forms: Sequence[str]) -> str:
    """Return a Markdown table: for each kind of damage and each format its mutants and what was found."""
    rows: dict[str, dict[str, list[Outcome]]] = defaultdict(lambda: defaultdict(list))
    for outcome in outcomes:
        rows[outcome.kind][outcome.form].append(outcome)
        rows["all"][outcome.form].append(outcome)
    known = [*Fault, *(f"prose: {aspect}" for aspect in Aspect)]
    rank = {kind: at for at, kind in enumerate(known)} | {"all": 1000}
    order = sorted(rows, key=lambda kind: (rank.get(kind, 999), kind))
    lines = [["damage", *forms], ["---", *("---:" for _ in forms)]]
    lines += [[kind, *(_cell(rows[kind][form]) for form in forms)] for kind in order]
    return "\n".join(_aligned(lines))


def _cell(outcomes: Sequence[Outcome]) -> str:
    """Return how many mutants there were, how many were found, and of how many the root was right."""
    if not outcomes:
        return ""
    rated = [outcome for outcome in outcomes if outcome.right is not None]
    right = f" · {sum(bool(outcome.right) for outcome in rated)}/{len(rated)}" if rated else ""
    return f"{sum(outcome.found for outcome in outcomes)}/{len(outcomes)}{right}"


def _aligned(lines: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for first, *others in lines:
        cells = [first.ljust(widths[0]), *map(str.rjust, others, widths[1:])]
        yield f"| {' | '.join(cells)} |"
