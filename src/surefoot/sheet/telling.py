"""A finding in words for an author, with the letters that differ set apart."""

from __future__ import annotations

from dataclasses import dataclass

from surefoot.model import Place
from surefoot.promise import Fault, Finding
from surefoot.templating import Markup
from surefoot.wording import respaced

_SENTENCES = {
    Fault.LOST: "the call is not there",
    Fault.INVENTED: "a call that nobody wrote",
    Fault.MARK: "another mark is printed",
    Fault.CLAIM: "the call stands behind other words",
    Fault.NOTE: "the note's text is not the same",
    Fault.LINKS: "the note's addresses are not the same",
    Fault.JUMP: "the call does not lead to its note",
    Fault.BACK: "the note does not lead back to its call",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as the sheet tells it."""

    sentence: str
    promised: Markup
    found: Markup


def told(finding: Finding, place: Place | None) -> Told:
    """Return ``finding`` in words, its texts spaced as the source has them in ``place``."""
    written = {Fault.CLAIM: place.before, Fault.NOTE: place.note}.get(finding.fault, "") if place else ""
    promised, found = (
        respaced(text, written) if written and text else text for text in (finding.promised, finding.found)
    )
    sentence = _SENTENCES.get(finding.fault, finding.fault.value)
    return Told(f"{sentence[0].upper()}{sentence[1:]}.", *_compared(promised, found))


def _compared(promised: str, found: str) -> tuple[Markup, Markup]:
    """Return both texts, what differs between their common beginning and their common end marked."""
    ones, others = promised.split(" "), found.split(" ")
    head = _same(ones, others)
    tail = _same(ones[head:][::-1], others[head:][::-1])
    if not head + tail:
        return Markup("{}").format(promised), Markup("{}").format(found)
    return _marked(ones, head, tail), _marked(others, head, tail)


def _same(ones: list[str], others: list[str]) -> int:
    """Return how many words two texts have in common at their beginning."""
    return next(
        (at for at, (one, other) in enumerate(zip(ones, others, strict=False)) if one != other),
        min(len(ones), len(others)),
    )


def _marked(words: list[str], head: int, tail: int) -> Markup:
    end = len(words) - tail
    before, middle, behind = (" ".join(part) for part in (words[:head], words[head:end], words[end:]))
    differing = Markup('<mark class="s-differs">{}</mark>').format(middle) if middle else Markup("")
    return Markup(" ").join(Markup("{}").format(part) for part in (before, differing, behind) if part)
