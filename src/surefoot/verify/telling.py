"""What tells of a difference: words that changed, or the heading, picture or cell that is changed by them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from surefoot.promise import Aspect
from surefoot.verify.letters import alike, letters
from surefoot.verify.sequences import Member, Parting


@dataclass(frozen=True, slots=True)
class Words:
    """The letters that were lost in one place, and those that stand there instead."""

    lost: str
    added: str

    @classmethod
    def between(cls, one: str, other: str) -> Words:
        """Return what differs between two texts, less their common beginning and end."""
        head = alike(one, other)
        mine, theirs = one[head:], other[head:]
        tail = alike(mine[::-1], theirs[::-1])
        return cls(mine[: len(mine) - tail], theirs[: len(theirs) - tail])

    def within(self, other: Words) -> bool:
        """Whether this change is part of another."""
        return self.lost in other.lost and self.added in other.added


def told(
    changes: Sequence[Words], series: Mapping[Aspect, Sequence[Parting]]
) -> tuple[frozenset[int], Mapping[Aspect, Sequence[Parting]]]:
    """Return the ranks of those changes that a parting tells of, and the partings that no change tells of.

    A changed word tells of the item that it changes. An item that is lost tells of all its words.
    """
    by_series: set[int] = set()
    left: dict[Aspect, list[Parting]] = {}
    for aspect, apart in series.items():
        exchanged = _exchanged(apart)
        for parting in apart:
            if not exchanged and aspect is not Aspect.IMAGES and _pairwise(parting, changes):
                continue
            # An alternative text is words that few readers meet: it is told of as what it is.
            covers = _has if exchanged or aspect is Aspect.IMAGES else _is
            covered = {rank for rank, words in enumerate(changes) if covers(parting, words)}
            if covered or not any(_contained(parting, words) for words in changes):
                by_series |= covered
                left.setdefault(aspect, []).append(parting)
    return frozenset(by_series), left


def _exchanged(apart: Sequence[Parting]) -> bool:
    """Whether the same texts stand in another order."""
    moved = [parting for parting in apart if not parting.renamed]
    ones = Counter(text for parting in moved for text in _letters(parting.ones))
    return bool(moved) and ones == Counter(text for parting in moved for text in _letters(parting.others))


def _letters(series: Sequence[Member]) -> list[str]:
    return [letters(member.text) for member in series]


def _pairwise(parting: Parting, changes: Sequence[Words]) -> bool:
    """Whether each text gave way to one that changed words make of it, and nothing else changed."""
    if len(parting.ones) != len(parting.others):
        return False
    return all(
        (one.kind, one.standing) == (other.kind, other.standing)
        and _changed(Words.between(letters(one.text), letters(other.text)), changes)
        for one, other in zip(parting.ones, parting.others, strict=True)
    )


def _changed(words: Words, changes: Sequence[Words]) -> bool:
    return words != Words("", "") and any(words.within(change) for change in changes)


def _is(parting: Parting, words: Words) -> bool:
    """Whether words are whole texts."""
    ones, others = _letters(parting.ones), _letters(parting.others)
    return any(
        _made_of(each.lost, ones) and _made_of(each.added, others)
        for each in (words, Words.between(words.lost, words.added))
    )


def _has(parting: Parting, words: Words) -> bool:
    """Whether the letters that differ are in the texts."""
    words = Words.between(words.lost, words.added)
    ones, others = "".join(_letters(parting.ones)), "".join(_letters(parting.others))
    return words.lost in ones and words.added in others


def _made_of(text: str, texts: Sequence[str]) -> bool:
    """Whether a text is some of these texts, one behind the other.

    What is lost beside its like may seem to begin later: of "the one the other" "the one", or "one the".
    """
    if not text:
        return True
    for start in range(len(texts)):
        joined = ""
        for each in texts[start:]:
            joined += each
            if len(joined) >= len(text):
                break
        if len(joined) == len(text) and text in joined + joined:
            return True
    return False


def _contained(parting: Parting, words: Words) -> bool:
    """Whether all of the texts are among the words."""
    pairs = ((words.lost, parting.ones), (words.added, parting.others))
    return any((*parting.ones, *parting.others)) and all(
        each in text for text, series in pairs for each in _letters(series)
    )
