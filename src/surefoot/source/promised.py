"""Writes down what the calls and citations that the lift met promise, and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from surefoot.model import Call, Note, Place
from surefoot.promise import Citation, Kind
from surefoot.source import prose
from surefoot.source.body import said
from surefoot.source.census import Definition
from surefoot.source.entries import Entry
from surefoot.source.lift import Called, Cited, Numbered, Passed
from surefoot.source.mentions import Mentions
from surefoot.text import claim, fold

_NEAR = 100
"""Characters before a call by which an editor finds it."""
_BRACKETS = "[](){}"

Available: TypeAlias = Callable[[str], bool]
"""Whether a picture can be had."""


def notes(
    lifted: Sequence[Numbered], definitions: Sequence[Definition], mentions: Mentions
) -> tuple[Note, ...]:
    """Return the notes with the labels and lines of their definitions, or of the keys they cite."""
    return tuple(_note(note, definitions, mentions) for note in lifted)


def citations(
    passed: Sequence[Passed], notes: Sequence[Note], entries: Sequence[Entry], available: Available
) -> Iterator[Citation]:
    """Yield what each call or citation promises, in their order."""
    noted = [said(note.blocks, available) for note in notes]
    entered = {entry.id: said(entry.blocks, available) for entry in entries}
    for each in passed:
        match each:
            case Called(number, _, before):
                mark, all_of, rank, kind = str(number), noted[number - 1], number, Kind.NOTE
            case Cited(entry, words, before):
                mark, all_of, rank, kind = fold(words).strip(_BRACKETS), entered[entry.id], 0, Kind.ENTRY
        yield Citation(mark, claim(before), all_of.text, all_of.links, all_of.shown, rank=rank, kind=kind)


def places(passed: Sequence[Passed], notes: Sequence[Note], mentions: Mentions) -> Iterator[Place]:
    """Yield for each call or citation where it stands in the source."""
    for each in passed:
        match each:
            case Called(number, nth):
                note = notes[number - 1]
                yield Place(str(number), note.label, note.line, note.calls[nth - 1].before, note.text)
            case Cited(entry, words, before, within, nth):
                mark, line = " ".join(words.split()).strip(_BRACKETS), mentions.line(entry.key, nth, within)
                yield Place(mark, entry.key, line, _end(before), prose.words(entry.blocks).strip())


def _note(note: Numbered, definitions: Sequence[Definition], mentions: Mentions) -> Note:
    if note.rank is not None:
        label, line = definitions[note.rank].label, definitions[note.rank].line
    else:
        label = "; ".join(note.keys)
        line = mentions.line(note.keys[0], note.nth, None) if note.keys else 0
    calls = tuple(
        Call(f"fnref-{note.number}-{nth}", _end(before)) for nth, before in enumerate(note.before, 1)
    )
    return Note(note.number, label, line, note.blocks, prose.words(note.blocks), calls)


def _end(before: str) -> str:
    """Return the last words of a text; a word that is longer than all that is wanted, in part."""
    words = " ".join(before.split())
    end = words[-_NEAR:]
    return end if end == words else end.partition(" ")[2] or end
