"""What a tagged PDF says of its citations, and of the prose around them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from surefoot.inspectors import follow
from surefoot.inspectors.pdf import body
from surefoot.inspectors.pdf.calls import Stretch, called, stretches
from surefoot.inspectors.pdf.destinations import Links
from surefoot.inspectors.pdf.ends import Ends, live
from surefoot.inspectors.pdf.entries import FACETS, Entry, citation, cited, entries
from surefoot.inspectors.pdf.lines import Pages, sighted
from surefoot.inspectors.pdf.notes import Note, mark, unaddressed
from surefoot.inspectors.pdf.speech import Pressed, is_seen, words
from surefoot.inspectors.pdf.structure import NOTES, Element
from surefoot.inspectors.prose import Prose
from surefoot.promise import Aspect, Citation, Facet, Recovered

_FACETS = frozenset(
    {
        *(Facet.MARK, Facet.CLAIM, Facet.NOTE, Facet.SPACES),
        *(Facet.LINKS, Facet.SHOWN, Facet.JUMP, Facet.BACK, Facet.SEEN, Facet.ALONE),
    }
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A file, read: where its calls and its notes stand, and what they say."""

    order: Sequence[Pressed]
    """Calls and citations in the text, in reading order, those in the notes last."""
    claims: Mapping[Pressed, str]
    calls: Mapping[Pressed, int]
    """The rank of each call in ``found``."""
    found: Sequence[follow.FoundCall]
    heard: Sequence[Note]
    notes: Sequence[follow.FoundNote]
    """What each note in ``heard`` says."""
    cited: Mapping[Pressed, tuple[Entry, bool]]
    entries: Sequence[Entry]


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

    def recovered(self) -> Recovered:
        """Return the whole testimony."""
        read = self._read()
        return Recovered(
            tuple(self._citations(read)),
            _FACETS,
            strays=tuple(note.text for note in follow.uncalled(read.found, read.notes) if note.text),
            prose=body.prose(self.root, {call.element for call in read.calls}, self.sighted, self.links),
            aspects=frozenset(Aspect),
            entries=FACETS if read.entries else frozenset(),
        )

    def elements(self) -> Iterator[tuple[Element, Element | None]]:
        """Yield for each of the citations the element of its call, and that of its note or entry."""
        read = self._read()
        followed = list(follow.followed(read.found, read.notes))
        for link in read.order:
            if link in read.cited:
                yield link.element, read.cited[link][0].element
            else:
                note, _ = followed[read.calls[link]]
                yield link.element, None if note is None else read.heard[note].element

    def _citations(self, read: _Reading) -> Iterator[Citation]:
        noted = list(follow.citations(read.found, read.notes))
        for link in read.order:
            if link in read.cited:
                entry, jump = read.cited[link]
                yield citation(link, read.claims[link], entry, self.pages, jump=jump)
            else:
                yield noted[read.calls[link]]

    def _read(self) -> _Reading:
        notes = [Note.heard(each, self.pages) for each in self.root.descendants() if each.tag in NOTES]
        found, known = stretches(self.root, notes, self.sighted), entries(self.root, self.pages, self.links)
        in_text = cited(found, known, self.pages, self.links)
        calls = called(found, notes, in_text, self.pages, self.links)
        aims = (aim for note in notes for aim in note.aims(self.pages, self.links))
        back = Ends.among([_standing(call) for call in calls], self.pages, self.links, aims, sideways=True)
        claims = {
            link: claim for stretch in found for link, claim in self._claims(stretch, calls.keys(), in_text)
        }
        return _Reading(
            order=list(claims),
            claims=claims,
            calls={call: rank for rank, call in enumerate(calls)},
            found=[self._call(call, claims[call], note) for call, note in calls.items()],
            heard=notes,
            notes=[note.read(self.pages, self.links, back) for note in notes],
            cited=in_text,
            entries=known,
        )

    def _claims(
        self, stretch: Stretch, calls: Collection[Pressed], in_text: Collection[Pressed]
    ) -> Iterator[tuple[Pressed, str]]:
        """Yield each call and citation with the prose before it."""
        prose = Prose()
        for each in stretch.sounds:
            if isinstance(each, str):
                prose.read(each)
                continue
            if each in calls or each in in_text:
                yield each, prose.claim()
            if each not in calls:
                text = words(each.element, self.sighted)
                prose.read(unaddressed(text, live(each.element, self.pages, self.links)))

    def _call(self, call: Pressed, claim: str, note: int | None) -> follow.FoundCall:
        return follow.FoundCall(
            mark(words(call.element, self.pages)), claim, note, seen=is_seen(call.element, self.pages)
        )


def _standing(call: Pressed) -> list[Element]:
    """Return the elements that stand for a call: its link first, and the Reference around it."""
    return [call.element] if call.reference is None else [call.element, call.reference]
