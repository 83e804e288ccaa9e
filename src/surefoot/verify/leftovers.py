"""What stands among the notes and belongs to none of them: printed twice, or written by nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from surefoot.promise import Citation, Fault, Finding, Prose
from surefoot.verify import levels
from surefoot.verify.letters import grams, letters, overlap, shortened, shown

_NEARLY = 0.9
"""Two texts that share more than this part of their letters are two prints of one."""
_END = 12
"""Letters at the beginning or the end by which two prints of one text know each other."""
_LONG = 300
"""Characters of a text that a finding shows."""


def strays(
    texts: Sequence[str], promised: Sequence[Citation], partners: Mapping[int, Citation]
) -> Iterator[tuple[int, Finding]]:
    """Yield what the ``texts`` are that no call leads to, each with its place.

    Args:
        texts: as found.
        promised: all promised citations.
        partners: what was found of them, by their places.
    """
    reached = {letters(partner.note) for partner in partners.values()}
    wanting = {letters(each.note) for each in promised} - reached
    lacking = list(_lacking(promised, partners))
    prints = _Prints(promised) if texts else None
    for text in texts:
        found = letters(text)
        if found in wanting:
            # The note stands there; only its call is at fault, and that has been said.
            wanting.remove(found)
        elif prints and not any(_torn(found, whole, rest) for whole, rest in lacking):
            yield prints.judged(text)


def named(promised: Prose, found: Prose) -> frozenset[str]:
    """Return the letters of headings that are not found: that is told, and ways back may name them.

    Args:
        promised: the prose of the source.
        found: that of the file.
    """
    headings = levels.named(promised.headings) | {letters(promised.title)}
    return headings - frozenset(map(letters, found.blocks))


def repeated(names: Sequence[str]) -> Iterator[Finding]:
    """Yield the names that are given more than once."""
    return (Finding(Fault.IDS, "", 0, "every name of a place is given once", name) for name in names)


class _Prints:
    """The promised notes, by the letters at either end."""

    def __init__(self, promised: Sequence[Citation]) -> None:
        self._promised = promised
        self._places: dict[str, list[int]] = {}
        for place, one in enumerate(promised, 1):
            note = letters(one.note)
            for end in {note[:_END], note[-_END:]}:
                self._places.setdefault(end, []).append(place)

    def judged(self, text: str) -> tuple[int, Finding]:
        """Return whether a text is a promised one once more."""
        found = letters(text)
        known = grams(found)
        for place in sorted({*self._places.get(found[:_END], ()), *self._places.get(found[-_END:], ())}):
            one = self._promised[place - 1]
            note = letters(one.note)
            if found == note or overlap(known, grams(note)) > _NEARLY:
                return place, Finding(Fault.DOUBLED, one.mark, place, "the note stands once", _cut(text))
        return len(self._promised) + 1, Finding(Fault.STRAY, "", 0, "", _cut(text))


def _lacking(promised: Sequence[Citation], partners: Mapping[int, Citation]) -> Iterator[tuple[str, str]]:
    """Yield the letters of each promised note of which something is gone, and of what is left."""
    for place, partner in partners.items():
        whole, rest = letters(promised[place - 1].note), letters(partner.note)
        if len(rest) < len(whole):
            yield whole, rest


def _torn(found: str, whole: str, rest: str) -> bool:
    """Whether a text is just what a note lacks."""
    return len(whole) == len(rest) + len(found) and whole.replace(found, "", 1) == rest


def _cut(text: str) -> str:
    return shortened(shown(text), _LONG)
