"""What a plain text file testifies: its calls, their notes, and the prose around them."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from surefoot.exhibit import Exhibition
from surefoot.inspectors.prose import Prose as Reading
from surefoot.inspectors.text.exhibit import exhibits
from surefoot.inspectors.text.layout import blocks
from surefoot.inspectors.text.notes import Note, Section, section
from surefoot.inspectors.text.page import page
from surefoot.inspectors.text.words import Said, said
from surefoot.promise import Aspect, Citation, Facet, Prose, Recovered
from surefoot.text import spaced

_FACETS = frozenset(
    {
        *(Facet.MARK, Facet.CLAIM, Facet.NOTE, Facet.SPACES, Facet.LINKS),
        *(Facet.SEEN, Facet.APART, Facet.ALONE, Facet.IDS),
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
        views = page(data)
        found = section(views)
        parts, shown = (_read(view, found) for view in (views.lines, views.shown))
        citations = tuple(_citations(parts, shown, found))
        return Recovered(
            citations,
            _FACETS,
            strays=(*found.strays, *_uncalled(found, {citation.mark for citation in citations})),
            repeated=_repeated(found),
            prose=_prose(shown, found.mark),
            aspects=_ASPECTS,
        )

    def exhibit(self, data: bytes, ranks: Sequence[int]) -> Exhibition:
        """Return the lines of calls and notes."""
        views = page(data)
        found = section(views)
        parts, shown = (_read(view, found) for view in (views.lines, views.shown))
        every = list(exhibits(views.shown, found, list(_citations(parts, shown, found))))
        return Exhibition(tuple(every[rank] for rank in ranks))


def _read(lines: Sequence[str], found: Section) -> Sequence[Said]:
    """Return what the blocks of the prose say."""
    return [said(block) for block in blocks([*lines[: found.start], "", *lines[found.end :]])]


def _citations(parts: Sequence[Said], shown: Sequence[Said], found: Section) -> Iterator[Citation]:
    notes = dict(reversed(found.notes))
    visible = deque(number for number, _ in _calls(shown, found.mark))
    for number, claim in _calls(parts, found.mark):
        if seen := bool(visible) and visible[0] == number:
            visible.popleft()
        note = notes.get(number, Note())
        yield Citation(number, claim, note.text, note.links, seen=seen and note.seen)


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


def _uncalled(found: Section, called: AbstractSet[str]) -> Iterator[str]:
    """Yield the texts of notes that nothing calls, and of second notes of a number."""
    known: set[str] = set()
    for number, note in found.notes:
        if note.text and (number in known or number not in called):
            yield note.text
        known.add(number)


def _repeated(found: Section) -> tuple[str, ...]:
    times = Counter(number for number, _ in found.notes)
    return tuple(number for number, count in times.items() if count > 1)


def _prose(parts: Sequence[Said], mark: re.Pattern[str]) -> Prose:
    texts = (spaced(mark.sub("", part.words)) for part in parts)
    images = (spaced(mark.sub("", image)) for part in parts for image in part.images)
    return Prose(
        blocks=tuple(filter(None, texts)),
        links=tuple(link for part in parts for link in part.links),
        images=tuple(filter(None, images)),
    )
