"""Follow every call to its note, and every way back to its call.

A *call* is a link of role ``doc-noteref``. A *note* is an element of role
``doc-footnote`` or a list item among ``doc-endnotes``. A *way back* is a link of
role ``doc-backlink`` in a note (Digital Publishing WAI-ARIA; in EPUB the same
words as ``epub:type``).
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import unquote

from surefoot.inspectors.follow import FoundCall, FoundNote, citations
from surefoot.inspectors.tree.note import href, mark, native_numbers, read_note
from surefoot.inspectors.tree.shown import Element, name
from surefoot.inspectors.tree.survey import Call, Item, Page, Survey, notes, survey
from surefoot.promise import Facet, Recovered
from surefoot.text import absolute

_FACETS = frozenset({Facet.MARK, Facet.CLAIM, Facet.NOTE, Facet.LINKS, Facet.JUMP, Facet.BACK})


class _Places:
    """Elements by the path of their page and their id."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        for page in pages:
            for element in page.body.iter("*"):
                key = element.get("id") or (name(element) == "a" and element.get("name"))
                if key:
                    self._elements.setdefault((page.path, key), element)

    def target(self, page: str, link: str) -> Element | None:
        """Return the element that a ``link`` on ``page`` names; None where it names none of ours.

        The first element that bears the id, the fragment as written before the
        decoded one (HTML, section 7.4.6.4).
        """
        path, _, fragment = link.strip().partition("#")
        if absolute(path):
            return None
        if path:
            page = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)))
        return self._elements.get((page, fragment), self._elements.get((page, unquote(fragment))))


def recover(pages: Sequence[Page]) -> Recovered:
    """Return a citation for every call in ``pages``, which are in reading order."""
    places = _Places(pages)
    surveyed = survey(pages)
    targets = (places.target(call.page, href(call.element)) for call in surveyed.calls)
    reached = [_item_at(target, surveyed.items) for target in targets]
    called = {item for item in reached if item is not None}
    ranks = {element: rank for rank, element in enumerate(notes(surveyed.items, called))}
    calls = [
        FoundCall(mark(call.element), call.claim, ranks.get(item) if item is not None else None, call.page)
        for call, item in zip(surveyed.calls, reached, strict=True)
    ]
    return Recovered(tuple(citations(calls, list(_found(ranks, surveyed, places)))), _FACETS)


def _item_at(element: Element | None, items: Mapping[Element, Item]) -> Element | None:
    """Return the innermost possible note around ``element``."""
    if element is None:
        return None
    return next((around for around in (element, *element.iterancestors()) if around in items), None)


def _found(elements: Iterable[Element], surveyed: Survey, places: _Places) -> Iterator[FoundNote]:
    """Read every true note, in reading order. One that bears no number counts by its rank on its page."""
    standing = dict(_standing(surveyed.calls))
    native = native_numbers(surveyed.items)
    counts: Counter[str] = Counter()
    for element in elements:
        item = surveyed.items[element]
        note = read_note(element)
        counts[item.page] += 1
        ends = (places.target(item.page, way) for way in note.back)
        yield FoundNote(
            # As it prints or its list numbers it; pandoc's EPUB has neither.
            label=note.number or native.get(element) or native.get(item.outer, ""),
            text=note.text,
            links=note.links,
            back=frozenset(standing[end] for end in ends if end in standing),
            page=item.page,
            counted=str(counts[item.page]),
        )


def _standing(calls: Iterable[Call]) -> Iterator[tuple[Element | None, int]]:
    """Yield the elements that are the place of a call: its own, those in it, those around it alone."""
    for rank, call in enumerate(calls):
        yield from ((inner, rank) for inner in call.element.iter("*"))
        around = call.element
        while (parent := around.getparent()) is not None and _holds_only(parent, around):
            yield parent, rank
            around = parent


def _holds_only(parent: Element, child: Element) -> bool:
    return len(parent) == 1 and not (parent.text or "").strip() and not (child.tail or "").strip()
