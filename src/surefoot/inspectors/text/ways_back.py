"""What a way back from a note may say: numbers, or the places of the text that it leads to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from surefoot.inspectors.text.words import Said, without_addresses
from surefoot.text import fold, spaced

ARROW = re.compile(r"\s*↑")
"""What a way back begins with."""
_LABEL = re.compile(r"[^\d:\uff1a]*[:\uff1a]?")
_COUNTS = re.compile(r"(?:[\W\d_]|\b[a-z]\b)*")
_BETWEEN = ";"
_AROUND_TEX = "$"


def places(prose: Sequence[Said], mark: re.Pattern[str]) -> frozenset[str]:
    """Return the names of all places of a text: the words of its blocks, with their pictures and without."""
    texts = {mark.sub("", words) for said in prose for words in (said.words, said.unillustrated)}
    return frozenset(map(_key, texts))


def unaccounted(ways: Sequence[str], known: AbstractSet[str]) -> Iterator[str]:
    """Yield what ways back say that is none of what a way back may say.

    Behind its arrow it may have the words that most of them have, up to a colon
    or a number (``↑ Cited in:``). Then come numbers, or names of places, parted
    by semicolons, or nothing.

    Args:
        ways: whole, arrows included.
        known: the names of all places, see :func:`places`.
    """
    most = 1 + max((name.count(_BETWEEN) for name in known), default=0)
    texts = (ARROW.sub("", way, count=1) for way in ways)
    labelled = [_labelled(text) for text in texts if [*_unknown(text, known, most)]]
    labels = Counter(_key(label) for label, _ in labelled)
    usual = next((label for label, count in labels.items() if 2 * count > len(labelled)), None)
    for label, rest in labelled:
        if usual not in {None, _key(label)}:
            yield spaced(label + rest)
        else:
            yield from (spaced(without_addresses(name)) for name in _unknown(rest, known, most))


def _labelled(text: str) -> tuple[str, str]:
    """Return the words before any place or number, and the rest."""
    end = label.end() if (label := _LABEL.match(text)) else 0
    return text[:end], text[end:]


def _unknown(text: str, known: AbstractSet[str], most: int) -> Iterator[str]:
    """Yield the parts of a text that name no place; a name is made of ``most`` of its parts at most."""
    if _COUNTS.fullmatch(text):
        return
    parts = text.split(_BETWEEN)
    while parts:
        sizes = (size for size in range(most, 0, -1) if _key(_BETWEEN.join(parts[:size])) in known)
        size = next(sizes, 0)
        if not size:
            yield parts[0]
        parts = parts[size or 1 :]


def _key(text: str) -> str:
    """Return what a place is known by: titles give formulas without the signs around them, links as words."""
    return fold(without_addresses(text)).replace(_AROUND_TEX, "")
