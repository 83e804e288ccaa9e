"""A finding in words for an author, with the words that differ set apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from surefoot.faults import ASPECTS, sentence
from surefoot.model import Place
from surefoot.promise import Fault, Finding, Kind
from surefoot.templating import Markup
from surefoot.wording import respaced

_WHOLE_ROW = {Fault.LOST, Fault.ORDER}
"""Of these the row itself says what was promised."""


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as the sheet tells it."""

    sentence: str
    promised: Markup
    found: Markup


def of_citation(finding: Finding, place: Place, kind: Kind) -> Told:
    """Return a finding of a promised citation in words, its texts spaced as they are in its ``place``."""
    if finding.fault in _WHOLE_ROW:
        return Told(_sentence(sentence(finding, kind)), Markup(""), Markup(""))
    written = {Fault.CLAIM: place.before, Fault.NOTE: place.note, Fault.ADDED: place.note}.get(finding.fault)
    promised, found = (
        respaced(text, written) if written else text for text in (finding.promised, finding.found)
    )
    return Told(_sentence(sentence(finding, kind)), *_compared(promised, found))


def of_file(finding: Finding) -> Told:
    """Return in words a finding of the prose, or of what nobody promised."""
    where = f"{ASPECTS[finding.aspect].unit} {finding.place}: " if finding.aspect and finding.place else ""
    told = _sentence(f"{where}{sentence(finding)}")
    return Told(told, *_compared(finding.promised, finding.found))


def _sentence(clause: str) -> str:
    return f"{clause[:1].upper()}{clause[1:]}."


def _compared(promised: str, found: str) -> tuple[Markup, Markup]:
    """Return both texts, what differs between their common beginning and their common end marked."""
    ones, others = promised.split(" "), found.split(" ")
    head = _same(ones, others)
    tail = _same(ones[head:][::-1], others[head:][::-1])
    if not head + tail:
        return Markup("{}").format(promised), Markup("{}").format(found)
    return _marked(ones, head, tail), _marked(others, head, tail)


def _same(ones: Sequence[str], others: Sequence[str]) -> int:
    """Return how many words two texts have in common at their beginning."""
    return next(
        (at for at, (one, other) in enumerate(zip(ones, others, strict=False)) if one != other),
        min(len(ones), len(others)),
    )


def _marked(words: Sequence[str], head: int, tail: int) -> Markup:
    end = len(words) - tail
    before, middle, behind = (" ".join(part) for part in (words[:head], words[head:end], words[end:]))
    differing = Markup('<mark class="s-differs">{}</mark>').format(middle) if middle else Markup("")
    return Markup(" ").join(Markup("{}").format(part) for part in (before, differing, behind) if part)
