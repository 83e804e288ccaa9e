"""What a plain text file testifies: its calls, their notes, and the prose around them."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import accumulate, pairwise

from surefoot.exhibit import Exhibition
from surefoot.inspectors.prose import Prose as Reading
from surefoot.inspectors.text.exhibit import exhibits
from surefoot.inspectors.text.layout import blocks
from surefoot.inspectors.text.notes import Note, notes, strays
from surefoot.inspectors.text.page import Page, page
from surefoot.inspectors.text.section import Section, section
from surefoot.inspectors.text.ways_back import places, unaccounted
from surefoot.inspectors.text.words import Manner, Said, manner, said
from surefoot.promise import Aspect, Citation, Facet, Prose, Recovered
from surefoot.text import spaced

_FACETS = frozenset(
    {
        *(Facet.MARK, Facet.CLAIM, Facet.NOTE, Facet.SPACES, Facet.LINKS),
        *(Facet.SEEN, Facet.APART, Facet.RANK, Facet.ALONE, Facet.IDS),
    }
)
"""A medium without links cannot jump, and shows the very addresses that it carries."""
_ASPECTS = frozenset({Aspect.WORDS, Aspect.SPACES, Aspect.LINKS, Aspect.IMAGES})


class TextInspector:
    """Testifies what a plain text file carries, by its brackets and its blank lines."""

    def inspect(self, data: bytes) -> Recovered:
        """Return what the file carries.

        Brackets keep marks apart from each other, and labels are the names of
        notes. A call or note that is there but concealed, by the order of a
        terminal, is not seen.

        Raises:
            UnreadableError: the bytes are no UTF-8, or no text.
        """
        file = _File.read(data)
        called = {citation.mark for citation in file.citations}
        return Recovered(
            file.citations,
            _FACETS,
            strays=(
                *strays(file.page, file.section, file.manner),
                *unaccounted([note.way_back for note in file.notes if note.way_back], file.places),
                *_uncalled(file.notes, called),
            ),
            repeated=_repeated(file.notes),
            prose=_prose(file.shown, file.section.mark),
            aspects=_ASPECTS,
        )

    def exhibit(self, data: bytes, ranks: Sequence[int]) -> Exhibition:
        """Return the lines of calls and notes."""
        file = _File.read(data)
        every = list(exhibits(file.page.shown, file.section, file.notes, file.citations))
        return Exhibition(tuple(every[rank] for rank in ranks))


@dataclass(frozen=True, slots=True)
class _File:
    """A file, read."""

    page: Page
    section: Section
    manner: Manner
    notes: tuple[Note, ...]
    shown: tuple[Said, ...]
    """The blocks of the prose, without what is concealed."""
    citations: tuple[Citation, ...]
    places: frozenset[str]
    """The names of what a way back may lead to."""

    @classmethod
    def read(cls, data: bytes) -> _File:
        views = page(data)
        found = section(views.lines)
        printed = manner(views.lines)
        whole = _blocks(views.lines, found, printed)
        shown = whole if views.shown is views.lines else _blocks(views.shown, found, printed)
        every = tuple(notes(views, found, printed))
        citations = tuple(_citations(whole, shown, found.mark, every))
        return cls(views, found, printed, every, shown, citations, places(whole, found.mark))


def _blocks(lines: Sequence[str], found: Section, manner: Manner) -> tuple[Said, ...]:
    """Return what the blocks of the prose say."""
    outside = [line for where in found.prose for line in (*lines[where.start : where.stop], "")]
    return tuple(said(block, manner) for block in blocks(outside))


def _citations(
    parts: Sequence[Said], shown: Sequence[Said], mark: re.Pattern[str], notes: Sequence[Note]
) -> Iterator[Citation]:
    by_number = {note.number: (rank, note) for rank, note in reversed([*enumerate(notes, 1)])}
    visible = deque(number for number, _ in _calls(shown, mark))
    for number, claim in _calls(parts, mark):
        if seen := bool(visible) and visible[0] == number:
            visible.popleft()
        rank, note = by_number.get(number, (0, Note()))
        yield Citation(number, claim, note.text, note.links, seen=seen and note.seen, rank=rank)


def _calls(parts: Sequence[Said], mark: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Yield number and claim of each call."""
    reading = Reading()
    for part in parts:
        end = 0
        for call in mark.finditer(part.words):
            reading.read(part.words[end : call.start()])
            end = call.end()
            yield call[1], reading.claim()
        reading.read(part.words[end:])


def _uncalled(notes: Sequence[Note], called: AbstractSet[str]) -> Iterator[str]:
    """Yield the texts of notes that nothing calls, and of second notes of a number."""
    known: set[str] = set()
    for note in notes:
        if note.text and (note.number in known or note.number not in called):
            yield note.text
        known.add(note.number)


def _repeated(notes: Sequence[Note]) -> tuple[str, ...]:
    times = Counter(note.number for note in notes)
    return tuple(number for number, count in times.items() if count > 1)


def _prose(parts: Sequence[Said], mark: re.Pattern[str]) -> Prose:
    texts = [spaced(mark.sub("", part.words)) for part in parts]
    images = (spaced(mark.sub("", image)) for part in parts for image in part.images)
    ranks = [0, *accumulate(map(bool, texts))]
    return Prose(
        blocks=tuple(filter(None, texts)),
        counted=tuple(part.numbers for part, text in zip(parts, texts, strict=True) if text),
        links=tuple(link for part in parts for link in part.links),
        linked=tuple(place for part, place in zip(parts, pairwise(ranks), strict=True) for _ in part.links),
        images=tuple(filter(None, images)),
    )
