"""Citations in the text that are no links: words, looked for where they should stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from surefoot.promise import Citation, Facet, Fault, Finding, Kind
from surefoot.verify.differences import summary
from surefoot.verify.letters import around, letters
from surefoot.verify.works import Placed

FACETS = (Facet.MARK, Facet.CLAIM, Facet.NOTE)
"""What can be asked of words."""
_TELLING = 20
"""Letters of a claim that stand in one place only."""
_BRACKETS = ("", "(", "[")
"""What may part a claim from its mark, which has none."""


def sought(promised: Sequence[Citation], texts: Sequence[str]) -> Iterator[Placed]:
    """Yield what is wrong with the citations in the text of ``promised``, each with its place.

    Args:
        promised: all citations.
        texts: the prose found, bibliography included, and the notes.
    """
    prose = "".join(map(letters, texts))
    entries = [(place, one) for place, one in enumerate(promised, 1) if one.kind is Kind.ENTRY]
    notes = {note: _entry(note, prose) for note in dict.fromkeys(one.note for _, one in entries)}
    for (place, one), missing in zip(entries, _calls([one for _, one in entries], prose), strict=True):
        if missing:
            yield place, Finding(missing[0], one.mark, place, *missing[1:])
        if differing := notes[one.note]:
            yield place, Finding(Fault.NOTE, one.mark, place, *differing)


def unlinked(placed: Sequence[Placed], promised: Sequence[Citation], texts: Sequence[str]) -> list[Placed]:
    """Return the findings with each citation in the text that is lost as a link, but stands there as words.

    Of these it is said that they lead nowhere, and whether their entry is there.

    Args:
        placed: what was found.
        promised: all citations.
        texts: the prose found, bibliography included, and the notes.
    """
    lost = {
        place
        for place, finding in placed
        if finding.fault is Fault.LOST and promised[place - 1].kind is Kind.ENTRY
    }
    as_words = [each for each in sought(promised, texts) if each[0] in lost] if lost else []
    there = lost - {place for place, finding in as_words if finding.fault is not Fault.NOTE}
    return [
        *(each for each in placed if each[0] not in there or each[1].fault is not Fault.LOST),
        *((place, _leads_nowhere(promised[place - 1], place)) for place in there),
        *(each for each in as_words if each[0] in there),
    ]


def _leads_nowhere(one: Citation, place: int) -> Finding:
    return Finding(Fault.JUMP, one.mark, place, "the citation leads to its entry", "it does not")


def _entry(note: str, prose: str) -> tuple[str, str] | None:
    """Return what is promised and found of an entry where the two differ."""
    return None if letters(note) in prose else around(note, _nearest(note, prose))


def _calls(entries: Sequence[Citation], prose: str) -> Iterator[tuple[Fault, str, str] | None]:
    """Yield for each citation what is wrong with its call, if anything."""
    spots = _spots(entries, prose)
    begin = 0
    for rank, one in enumerate(entries):
        end = next((later.start for later in islice(spots, rank + 1, None) if later), len(prose))
        spot = spots[rank] or _spot(one, prose, range(begin, end))
        yield None if spot else _wrong(one, prose, range(begin, end))
        begin = spot.stop if spot else begin


def _spots(entries: Sequence[Citation], prose: str) -> list[range | None]:
    """Return where the marks stand whose claims leave no doubt."""
    spots: list[range | None] = []
    begin = 0
    for one in entries:
        telling = len(one.claim) >= _TELLING
        spots.append(spot := _spot(one, prose, range(begin, len(prose))) if telling else None)
        begin = spot.stop if spot else begin
    return spots


def _spot(one: Citation, prose: str, within: range) -> range | None:
    """Return where a mark stands right behind its claim; the claim may begin before the stretch."""
    for bracket in _BRACKETS:
        before = one.claim + bracket
        at = prose.find(before + one.mark, max(0, within.start - len(before)), within.stop)
        if at >= 0:
            return range(at + len(before), at + len(before) + len(one.mark))
    return None


def _wrong(one: Citation, prose: str, within: range) -> tuple[Fault, str, str]:
    """Return what is wrong with a call: its mark, if its words are there, or its words, if the mark is."""
    at = prose.find(one.claim, max(0, within.start - len(one.claim)), within.stop) if one.claim else -1
    if at >= 0:
        end = at + len(one.claim)
        return Fault.MARK, one.mark, prose[end : end + len(one.mark)]
    at = prose.find(one.mark, within.start, within.stop)
    if at >= 0:
        return Fault.CLAIM, one.claim, prose[max(0, at - len(one.claim)) : at]
    return Fault.LOST, summary(one), ""


def _nearest(note: str, prose: str) -> str:
    """Return the words found that begin as a note does, as far as they do and somewhat further."""
    whole = letters(note)
    shared = bisect_left(range(1, len(whole) + 1), x=True, key=lambda size: whole[:size] not in prose)
    at = prose.find(whole[:shared])
    return prose[at : at + len(whole)] if shared >= _TELLING else ""
