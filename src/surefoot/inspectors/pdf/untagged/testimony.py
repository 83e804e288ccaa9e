"""What an untagged PDF says of its citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import median_low

from surefoot.inspectors import follow
from surefoot.inspectors.pdf.untagged import heads
from surefoot.inspectors.pdf.untagged.addresses import Flow, outward
from surefoot.inspectors.pdf.untagged.claims import claims
from surefoot.inspectors.pdf.untagged.heads import Call
from surefoot.inspectors.pdf.untagged.layout import LARGER
from surefoot.inspectors.pdf.untagged.lines import parted
from surefoot.inspectors.pdf.untagged.marks import Mark
from surefoot.inspectors.pdf.untagged.sheets import Sheets
from surefoot.inspectors.pdf.untagged.stretch import Stretch, stretches
from surefoot.inspectors.pdf.untagged.ways import Ways
from surefoot.inspectors.pdf.untagged.words import unmarked, words
from surefoot.promise import Facet, Recovered
from surefoot.text import spaced

_ALWAYS = frozenset({Facet.MARK, Facet.CLAIM, Facet.NOTE, Facet.LINKS, Facet.SHOWN, Facet.APART})


@dataclass(frozen=True, slots=True)
class Reading:
    """Each call and each note of a file, as it stands there and as what it says."""

    calls: Sequence[Call]
    asked: Sequence[follow.FoundCall]
    notes: Sequence[Stretch]
    found: Sequence[follow.FoundNote]
    carried: frozenset[Facet]

    def pairs(self) -> Iterator[tuple[Call, Stretch | None]]:
        """Yield each call with its note."""
        for call, (rank, _) in zip(self.calls, follow.followed(self.asked, self.found), strict=True):
            yield call, None if rank is None else self.notes[rank]


def testimony(sheets: Sheets) -> Recovered:
    """Return the citations of a file, and the facets that it can be asked of.

    Ways to notes and back are asked only of a file that has such; whether notes
    are near their calls, only of one that sets them at the feet of its pages.
    """
    reading = read(sheets)
    return Recovered(tuple(follow.citations(reading.asked, reading.found)), _ALWAYS | reading.carried)


def read(sheets: Sheets) -> Reading:
    """Return the calls and the notes of a file."""
    calls, begun = heads.linked(sheets)
    carried = {Facet.JUMP} if begun else set()
    if not begun:
        calls, begun = heads.counted(sheets)
    notes = stretches(sheets, calls, begun)
    inside = {line for note in notes for line in note.lines}
    calls = list(_once(call for call in calls if call.mark.line not in inside))
    if carried:
        calls = heads.with_unlinked(sheets, calls, begun, inside)
    ways = Ways.of(sheets, calls, notes)
    found = [_note(sheets, note, ways) for note in notes]
    carried |= {Facet.BACK} if any(note.back for note in found) else set()
    carried |= {Facet.NEAR} if _at_foot(sheets, calls, notes) else set()
    asked = _calls(calls, notes, claims(sheets, calls, inside))
    return Reading(calls, asked, notes, found, frozenset(carried))


def _once(calls: Iterable[Call]) -> Iterator[Call]:
    """Yield calls without those of a table's head that is printed again on the next page."""
    known = set()
    for call in calls:
        key = call.head, call.mark.number, call.mark.line.text()
        if call.head is None or key not in known:
            yield call
        known.add(key)


def _calls(calls: Sequence[Call], notes: Sequence[Stretch], stood: Sequence[str]) -> list[follow.FoundCall]:
    ranks = {note.head: rank for rank, note in enumerate(notes)}
    return [
        follow.FoundCall(
            call.mark.number,
            stood[rank],
            ranks[call.head] if call.head else None,
            apart=not rank or not _touch(calls[rank - 1].mark, call.mark),
            sheet=call.mark.line.page,
        )
        for rank, call in enumerate(calls)
    ]


def _touch(one: Mark, other: Mark) -> bool:
    """Whether two marks stand side by side with nothing between that would tell them apart."""
    if one.line is not other.line or one.end != other.start:
        return False
    last, first = one.line.glyphs[one.end - 1], one.line.glyphs[other.start]
    return last.text.isdecimal() and first.text.isdecimal() and not parted(last, first)


def _note(sheets: Sheets, note: Stretch, ways: Ways) -> follow.FoundNote:
    back = ways.back(note)
    links = outward(Flow.of(note.parts), sheets.covered.outward)
    silent = set(chain.from_iterable(link.glyphs for link in links if link.shown))
    return follow.FoundNote(
        note.head.number,
        spaced(words(unmarked(note.parts), silent | back.keys())),
        tuple(link.target for link in links),
        frozenset(rank for rank in back.values() if rank is not None),
        shown=tuple(link.shown for link in links),
        sheet=note.head.line.page,
    )


def _at_foot(sheets: Sheets, calls: Sequence[Call], notes: Sequence[Stretch]) -> bool:
    """Whether notes stand at the feet of pages: behind some, a page goes on in the middle of the prose.

    Where it begins with a heading instead, notes may as well stand at the ends of chapters.
    """
    behind = {note.head.line.page + 1 for note in notes} & {call.mark.line.page for call in calls}
    sizes = [call.mark.line.size for call in calls]
    return any(sheets.pages[page][0].size < LARGER * median_low(sizes) for page in behind)
