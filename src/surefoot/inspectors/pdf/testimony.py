"""What a tagged PDF says of its citations: which links are calls, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from surefoot.inspectors import follow
from surefoot.inspectors.pdf.destinations import Links
from surefoot.inspectors.pdf.ends import Ends, live
from surefoot.inspectors.pdf.lines import Pages, sighted
from surefoot.inspectors.pdf.notes import Note, mark, unaddressed
from surefoot.inspectors.pdf.speech import Pressed, heard, is_seen, words
from surefoot.inspectors.pdf.structure import NOTES, Element
from surefoot.inspectors.prose import Prose
from surefoot.promise import Citation


@dataclass(frozen=True, slots=True)
class _Reading:
    """Each call and each note of a file, as it stands there and as what it says."""

    pressed: Sequence[Pressed]
    calls: Sequence[follow.FoundCall]
    heard: Sequence[Note]
    notes: Sequence[follow.FoundNote]


@dataclass(frozen=True, slots=True)
class Witness:
    """One file, opened: its structure tree, what of it can be seen, and its links."""

    root: Element
    pages: Pages
    links: Links
    sighted: Pages = field(init=False)
    """What of ``pages`` can be seen."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "sighted", sighted(self.pages))

    def citations(self) -> tuple[Citation, ...]:
        """Return a citation for every call, in the logical order of the structure tree."""
        read = self._read()
        return tuple(follow.citations(read.calls, read.notes))

    def elements(self) -> Iterator[tuple[Element, Element | None]]:
        """Yield for each of the citations the element of its call, and that of its note."""
        read = self._read()
        followed = follow.followed(read.calls, read.notes)
        for call, (note, _) in zip(read.pressed, followed, strict=True):
            yield call.element, None if note is None else read.heard[note].element

    def _read(self) -> _Reading:
        notes = [Note.heard(each, self.pages) for each in self.root.descendants() if each.tag in NOTES]
        prose = list(self._prose(self.root))
        calls = self._calls(prose, notes)
        aims = (aim for note in notes for aim in note.aims(self.pages, self.links))
        back = Ends.among([_standing(call) for call in calls], self.pages, self.links, aims, sideways=True)
        found = [note.read(self.pages, self.links, back) for note in notes]
        return _Reading(list(calls), list(self._placed(prose, calls)), notes, found)

    def _prose(self, element: Element) -> Iterator[str | Pressed]:
        """Yield words and links outside of notes, in order."""
        for each in heard(element, self.sighted):
            if isinstance(each, str | Pressed):
                yield each
            elif each.tag not in NOTES:
                yield from self._prose(each)

    def _calls(self, prose: Sequence[str | Pressed], notes: Sequence[Note]) -> dict[Pressed, int | None]:
        """Return the calls, and for each the rank of the note that it leads to.

        A call shows a mark and leads to a note. A link that does only one of
        the two is a call if a Reference says so (ISO 32000-1, table 338), or a
        /Ref: then the other of the two is at fault. What shows nothing is none.
        """
        labels = {note.label for note in notes if note.label}
        marks = {each: mark(words(each.element, self.pages)) for each in prose if isinstance(each, Pressed)}
        marked = {each for each, text in marks.items() if text in labels or text.isdecimal()}
        aims = (aim for each in marked for aim in live(each.element, self.pages, self.links))
        ends = Ends.among([[note.element] for note in notes], self.pages, self.links, aims, sideways=False)
        calls = {}
        for each, text in marks.items():
            rank = ends.reached(live(each.element, self.pages, self.links))
            signs = (
                each in marked,
                rank is not None,
                each.reference is not None or ends.named(each.element.refs),
            )
            if text and sum(signs) > 1:
                calls[each] = rank
        return calls

    def _placed(
        self, sounds: Sequence[str | Pressed], calls: dict[Pressed, int | None]
    ) -> Iterator[follow.FoundCall]:
        """Yield each call with the prose before it."""
        prose = Prose()
        for each in sounds:
            if isinstance(each, str):
                prose.read(each)
            elif each in calls:
                yield self._call(each, prose.claim(), calls[each])
            else:
                text = words(each.element, self.sighted)
                prose.read(unaddressed(text, live(each.element, self.pages, self.links)))

    def _call(self, call: Pressed, claim: str, note: int | None) -> follow.FoundCall:
        return follow.FoundCall(
            mark(words(call.element, self.pages)), claim, note, seen=is_seen(call.element, self.pages)
        )


def _standing(call: Pressed) -> list[Element]:
    """Return the elements that stand for a call: its link first, and the Reference around it."""
    return [call.element] if call.reference is None else [call.element, call.reference]
