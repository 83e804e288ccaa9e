"""Folded texts as a person can read them: with the spaces and signs of the text they should equal."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import chain

from surefoot.text import fold


def respaced(folded: str, written: str) -> str:
    """Return a ``folded`` text with what folding took away, borrowed from ``written`` where the two agree.

    Letters stay as they are: ``promlsed`` stays ``promlsed`` beside ``promised``.
    """
    places = list(chain.from_iterable([at] * len(fold(char)) for at, char in enumerate(written)))
    letters = "".join(fold(char) for char in written)
    pieces, done = [], 0
    for mine, theirs, length in SequenceMatcher(None, letters, folded, autojunk=False).get_matching_blocks():
        pieces.append(folded[done:theirs])
        if length:
            start, end = places[mine], places[mine + length - 1] + 1
            pieces += [" " if start and written[start - 1].isspace() else "", written[start:end]]
        done = theirs + length
    return " ".join("".join(pieces).split())


def shortened(text: str, length: int = 120) -> str:
    """Return ``text``, or as much of it as fits into a ``length``, with an ellipsis."""
    return text if len(text) <= length else f"{text[: length - 1]}…"
