"""Hyphens at line ends: the word's own, or only the break's. What was promised settles it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from surefoot.promise import Citation
from surefoot.text import BREAK_HYPHEN
from surefoot.verify.letters import letters

_END = 6
"""Letters by which most texts are told apart from behind."""


def settled(promised: Sequence[Citation], found: Sequence[Citation]) -> Sequence[Citation]:
    """Return the citations ``found`` with each doubtful hyphen kept or dropped, as was promised.

    A text that no promise has is at fault in any case; its words are then read as
    the promise has them, and a word that it has not keeps its hyphen.
    """
    if not any(BREAK_HYPHEN in each.note + each.claim for each in found):
        return found
    notes, claims = _Ends(each.note for each in promised), _Ends(each.claim for each in promised)
    words = {word for each in promised for word in each.note.split()}
    return [
        replace(
            each,
            claim=_settled(each.claim, claims, lambda text: text.replace(BREAK_HYPHEN, "-")),
            note=_settled(each.note, notes, lambda text: _by_words(text, words)),
        )
        for each in found
    ]


class _Ends:
    """Promised texts, by their last letters."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._all = [*dict.fromkeys(map(letters, texts))]
        self._short = [each for each in self._all if len(each) < _END]
        self._by_end: dict[str, list[str]] = {}
        for each in self._all:
            self._by_end.setdefault(each[-_END:], []).append(each)

    def like(self, text: str) -> Sequence[str]:
        """Return those that may be ``text``."""
        end = letters(text[-2 * _END :])[-_END:]
        if len(end) < _END or BREAK_HYPHEN in end:
            return self._all
        return [*self._by_end.get(end, ()), *self._short]


def _settled(text: str, promised: _Ends, otherwise: Callable[[str], str]) -> str:
    if BREAK_HYPHEN not in text:
        return text
    read_as = (_read_as(text, each) for each in promised.like(text))
    return next((read for read in read_as if read is not None), otherwise(text))


def _read_as(text: str, promised: str) -> str | None:
    """Return ``text`` with its doubtful hyphens as the letters of ``promised`` have them, from the end.

    None if it does not end so: a claim may begin before the one that was promised.
    """
    read: list[str] = []
    at = len(promised)
    for char in reversed(text):
        if at == 0 or char.isspace():
            read.append("" if char == BREAK_HYPHEN else char)
        elif char != BREAK_HYPHEN or promised[at - 1] == "-":
            at -= 1
            if char not in {BREAK_HYPHEN, promised[at]}:
                return None
            read.append(promised[at])
    return "".join(reversed(read)) if at == 0 else None


def _by_words(text: str, words: set[str]) -> str:
    """Return ``text`` with those doubtful hyphens dropped without which a word is one of ``words``."""
    read = text
    while BREAK_HYPHEN in read:
        before, _, behind = read.partition(BREAK_HYPHEN)
        head, tail = before.split()[-1:], behind.split()[:1]
        joined = letters("".join([*head, *tail])) in words
        read = before + ("" if joined else "-") + (behind.lstrip() if joined else behind)
    return read
