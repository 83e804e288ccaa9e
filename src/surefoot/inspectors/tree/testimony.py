"""Follow every call to its note, and every way back to its call.

A *call* is a link of role ``doc-noteref``. A *note* is an element of role
``doc-footnote`` or a list item among ``doc-endnotes``. A *way back* is a link of
role ``doc-backlink`` in a note (Digital Publishing WAI-ARIA; in EPUB the same
words as ``epub:type``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from surefoot.inspectors.follow import FoundCall, FoundNote, citations, followed, uncalled
from surefoot.inspectors.tree.beside import beside
from surefoot.inspectors.tree.body import prose
from surefoot.inspectors.tree.entries import Entries
from surefoot.inspectors.tree.foreign import annotate
from surefoot.inspectors.tree.names import Element, extent
from surefoot.inspectors.tree.note import href, native_numbers, read_whole
from surefoot.inspectors.tree.notes import notes
from surefoot.inspectors.tree.places import Places
from surefoot.inspectors.tree.survey import Call, Item, Page, Survey, survey
from surefoot.promise import Aspect, Citation, Facet, Recovered

_FACETS = frozenset(Facet) - {Facet.NEAR}
"""A page without paper knows no next page."""
_ENOUGH = 20
"""Letters before a call that tell it from any other call of its note."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a call, a note or an entry stands."""

    page: Page
    element: Element


@dataclass(frozen=True, slots=True)
class _Reading:
    """Pages, read: each call and each true note as an element and as what it says."""

    surveyed: Survey
    entries: Entries
    standing: Sequence[Call]
    calls: Sequence[FoundCall]
    elements: Mapping[Element, int]
    """The notes, with their ranks."""
    notes: Sequence[FoundNote]

    def testimony(self) -> Sequence[tuple[Call, Element | None, Citation]]:
        """Return each citation with its call and its note or entry, in the order of a testimony."""
        elements = list(self.elements)
        noted = zip(
            self.standing,
            (None if rank is None else elements[rank] for rank, _ in followed(self.calls, self.notes)),
            citations(self.calls, self.notes),
            strict=True,
        )
        return sorted((*noted, *self.entries.citations()), key=lambda each: each[0].rank)


def recover(pages: Sequence[Page], repeated: Iterable[str] = ()) -> Recovered:
    """Return a citation for every call in ``pages``, which are in reading order.

    Args:
        pages: the content documents, which get the roles that they lack (see :mod:`.foreign`).
        repeated: the ids that are given more than once.
    """
    alone = annotate(pages)
    read = _reading(pages)
    return Recovered(
        tuple(citation for _, _, citation in read.testimony()),
        _FACETS if alone else _FACETS - {Facet.ALONE},
        strays=tuple(_strays(read.surveyed, read.elements, list(uncalled(read.calls, read.notes)))),
        repeated=tuple(repeated),
        prose=prose(pages, read.surveyed.sections.keys()),
        aspects=frozenset(Aspect),
        entries=read.entries.facets(),
    )


def located(pages: Sequence[Page]) -> Iterator[tuple[Spot, Spot | None]]:
    """Yield where call and note stand of each of the citations that :func:`recover` finds in ``pages``."""
    annotate(pages)
    read = _reading(pages)
    items = read.surveyed.items | read.surveyed.entries
    for call, note, _ in read.testimony():
        yield Spot(call.page, call.element), None if note is None else Spot(items[note].page, note)


def _reading(pages: Sequence[Page]) -> _Reading:
    places = Places(pages)
    surveyed = survey(pages)
    standing = list(_without_copies(surveyed.calls))
    targets = (places.target(call.page, href(call.element)) for call in standing)
    reached = [_item_at(target, surveyed.items) for target in targets]
    called = {item for item in reached if item is not None}
    ranks = {element: rank for rank, element in enumerate(notes(surveyed.items, called))}
    calls = [
        _found_call(call, ranks.get(item) if item is not None else None)
        for call, item in zip(standing, reached, strict=True)
    ]
    found = list(_found_notes(ranks, surveyed, standing, places))
    return _Reading(surveyed, Entries.of(surveyed, places), standing, calls, ranks, found)


def _without_copies(calls: Sequence[Call]) -> Iterator[Call]:
    """Yield all calls but those hidden ones that merely repeat what can be seen."""
    seen: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for call in calls:
        if call.seen:
            seen[_identity(call)].append(call.claim[-_ENOUGH:])
    for call in calls:
        if call.seen or not any(_alike(claim, call.claim[-_ENOUGH:]) for claim in seen[_identity(call)]):
            yield call


def _identity(call: Call) -> tuple[str, str, str]:
    return call.page.path, call.mark, href(call.element)


def _alike(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _item_at(element: Element | None, items: Mapping[Element, Item]) -> Element | None:
    """Return the innermost possible note around ``element``."""
    if element is None:
        return None
    return next((around for around in (element, *element.iterancestors()) if around in items), None)


def _found_call(call: Call, note: int | None) -> FoundCall:
    seen, apart = call.seen, call.apart
    return FoundCall(call.mark, call.claim, note, call.page.path, seen=seen, apart=apart, told=call.told)


def _found_notes(
    elements: Iterable[Element], surveyed: Survey, calls: Sequence[Call], places: Places
) -> Iterator[FoundNote]:
    """Read every true note, in reading order. One that bears no number counts by its rank on its page."""
    standing: dict[Element | None, int] = {
        each: rank for rank, call in enumerate(calls) for each in extent(call.element)
    }
    native = native_numbers(surveyed.items)
    counts: Counter[str] = Counter()
    for element in elements:
        item = surveyed.items[element]
        note, seen = read_whole(element, item.page.sight)
        counts[item.page.path] += 1
        ends = (places.target(item.page, way) for way in note.back)
        yield FoundNote(
            # As it prints or its list numbers it; pandoc's EPUB has neither.
            label=note.number or native.get(element) or native.get(item.outer, ""),
            text=note.text,
            links=note.links,
            back=frozenset(standing[end] for end in ends if end in standing),
            page=item.page.path,
            counted=str(counts[item.page.path]),
            shown=note.shown,
            seen=seen and item.seen and not item.silent,
        )


def _strays(surveyed: Survey, notes: Mapping[Element, int], left: Sequence[FoundNote]) -> Iterator[str]:
    """Yield what a reader finds among the notes and no call leads to."""
    yield from (note.text for note in left if note.text)
    for section, item in surveyed.sections.items():
        if item.seen:
            yield from beside(section, item.page, notes.keys())
