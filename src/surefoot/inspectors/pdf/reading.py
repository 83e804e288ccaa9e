"""Read a tagged PDF once: which links are calls and citations, where each stands, what each note says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from surefoot.inspectors.follow import FoundCall, FoundNote
from surefoot.inspectors.pdf import entries, nearness
from surefoot.inspectors.pdf.calls import Stretch, called, stretches
from surefoot.inspectors.pdf.destinations import Links
from surefoot.inspectors.pdf.ends import Ends, live
from surefoot.inspectors.pdf.entries import Entry
from surefoot.inspectors.pdf.lines import Pages, sighted
from surefoot.inspectors.pdf.nearness import Standing
from surefoot.inspectors.pdf.notes import Note, mark, unaddressed
from surefoot.inspectors.pdf.rows import run_together
from surefoot.inspectors.pdf.speech import Pressed, boxes, is_seen, words
from surefoot.inspectors.pdf.structure import NOTES, Content, Element
from surefoot.inspectors.prose import Prose

_Calls = Mapping[Pressed, int | None]
"""Calls, each with the rank of the note that it leads to."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file, read."""

    claims: Mapping[Pressed, str]
    """Calls and citations in the text, in reading order, those in notes last; and the prose before each."""
    calls: Mapping[Pressed, int]
    """The rank of each call in ``found``."""
    found: Sequence[FoundCall]
    elements: Sequence[Element]
    """Of the notes."""
    notes: Sequence[FoundNote]
    cited: Mapping[Pressed, tuple[int, bool]]
    """Citations in the text, each with the rank of its entry, and whether it leads there."""
    entries: Sequence[Entry]
    near: bool
    """Whether it can be asked if the notes stand near their calls."""
    silent: Collection[Element]
    """Links that are no words of the prose: calls, and ways back of entries."""


def read(root: Element, pages: Pages, links: Links) -> Reading:
    """Return what is to be read below ``root``, the structure tree of a file."""
    heard = [Note.heard(each, pages) for each in root.descendants() if each.tag in NOTES]
    known, seen = entries.listed(root, pages), sighted(pages)
    found = stretches(root, heard, seen)
    in_text = entries.cited(found, known, pages, links)
    known = entries.read(known, in_text, pages, links)
    calls = called(found, heard, in_text, pages, links)
    silent = {way for entry in known for way in entry.ways} | {call.element for call in calls}
    claims = dict(_claims(found, silent, {*calls, *in_text}, seen, links))
    near, far = _distances(root, heard, calls, pages)
    return Reading(
        claims=claims,
        calls={call: rank for rank, call in enumerate(calls)},
        found=list(_found_calls(found, calls, claims, far, pages)),
        elements=[note.element for note in heard],
        notes=list(_found_notes(heard, calls, far, pages, links)),
        cited=in_text,
        entries=known,
        near=near,
        silent=silent,
    )


def _claims(
    found: Sequence[Stretch],
    silent: Collection[Element],
    asked: Collection[Pressed],
    seen: Pages,
    links: Links,
) -> Iterator[tuple[Pressed, str]]:
    """Yield each call and citation, which are ``asked`` for, with the prose before it."""
    for stretch in found:
        prose = Prose()
        for each in stretch.sounds:
            if isinstance(each, str):
                prose.read(each)
                continue
            if each in asked:
                yield each, prose.claim()
            if each.element not in silent:
                prose.read(unaddressed(words(each.element, seen), live(each.element, seen, links)))


def _distances(
    root: Element, heard: Sequence[Note], calls: _Calls, pages: Pages
) -> tuple[bool, dict[int, int]]:
    """Return whether notes are to stand near their calls, and of each that does not where it begins."""
    on = defaultdict[int | None, list[int]](list)
    for call, rank in calls.items():
        on[rank] += _pages(call.element)
    standing = [
        Standing(
            next((page for page, _ in boxes(note.element, pages)), None),
            next(iter(on[rank]), None),
            frozenset(on[rank]),
            note.element.note,
        )
        for rank, note in enumerate(heard)
    ]
    if not nearness.asked(standing):
        return False, {}
    ranks = {note.element: rank for rank, note in enumerate(heard)}
    return True, nearness.afar(root, ranks, standing, pages)


def _pages(element: Element) -> list[int]:
    return [leaf.page for leaf in element.leaves() if isinstance(leaf, Content)]


def _found_calls(
    found: Sequence[Stretch],
    calls: _Calls,
    claims: Mapping[Pressed, str],
    far: Collection[int | None],
    pages: Pages,
) -> Iterator[FoundCall]:
    close = set(run_together(found, calls, pages))
    for call, note in calls.items():
        yield FoundCall(
            mark(words(call.element, pages)),
            claims[call],
            note,
            seen=is_seen(call.element, pages),
            apart=call not in close,
            sheet=next(iter(_pages(call.element)), None) if note in far else None,
        )


def _found_notes(
    heard: Sequence[Note], calls: _Calls, far: Mapping[int, int], pages: Pages, links: Links
) -> Iterator[FoundNote]:
    aims = (aim for note in heard for aim in note.aims(pages, links))
    back = Ends.among([call.standing for call in calls], pages, links, aims, sideways=True)
    for rank, note in enumerate(heard):
        yield replace(note.read(pages, links, back), sheet=far.get(rank))
