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
from dataclasses import dataclass
from urllib.parse import unquote

from surefoot.inspectors.tree.note import Note, href, mark, native_numbers, read_note
from surefoot.inspectors.tree.shown import Element, name
from surefoot.inspectors.tree.survey import Call, Item, Page, Survey, notes, survey
from surefoot.model import Citation, Facet, Recovered
from surefoot.text import absolute


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


@dataclass(frozen=True, slots=True)
class _Found:
    """A note in its place."""

    page: str
    note: Note
    number: str
    """As it prints or its list numbers it; empty where it bears none, as in pandoc's EPUB."""
    called_from: frozenset[Call]
    """The calls that its ways back lead to."""


def recover(pages: Sequence[Page]) -> Recovered:
    """Return a citation for every call in ``pages``, which are in reading order."""
    places = _Places(pages)
    surveyed = survey(pages)
    targets = (places.target(call.page, href(call.element)) for call in surveyed.calls)
    reached = [_item_at(target, surveyed.items) for target in targets]
    found = _found(surveyed, {item for item in reached if item is not None}, places)
    numbered = _numbered(found.values())
    calls = zip(surveyed.calls, reached, strict=True)
    citations = tuple(_testify(call, found.get(item), numbered) for call, item in calls)
    return Recovered(citations, frozenset(Facet))


def _item_at(element: Element | None, items: Mapping[Element, Item]) -> Element | None:
    """Return the innermost possible note around ``element``."""
    if element is None:
        return None
    return next((around for around in (element, *element.iterancestors()) if around in items), None)


def _found(surveyed: Survey, called: set[Element], places: _Places) -> dict[Element | None, _Found]:
    """Read every true note, in reading order."""
    standing = dict(_standing(surveyed.calls))
    native = native_numbers(surveyed.items)
    found: dict[Element | None, _Found] = {}
    for element in notes(surveyed.items, called):
        item = surveyed.items[element]
        note = read_note(element)
        number = note.number or native.get(element) or native.get(item.outer, "")
        ends = (places.target(item.page, way) for way in note.back)
        called_from = frozenset(standing[end] for end in ends if end in standing)
        found[element] = _Found(item.page, note, number, called_from)
    return found


def _standing(calls: Iterable[Call]) -> Iterator[tuple[Element | None, Call]]:
    """Yield the elements that are the place of a call: its own, those in it, those around it alone."""
    for call in calls:
        yield from ((inner, call) for inner in call.element.iter("*"))
        around = call.element
        while (parent := around.getparent()) is not None and _holds_only(parent, around):
            yield parent, call
            around = parent


def _holds_only(parent: Element, child: Element) -> bool:
    return len(parent) == 1 and not (parent.text or "").strip() and not (child.tail or "").strip()


def _numbered(found: Iterable[_Found]) -> dict[tuple[str | None, str], _Found]:
    """Map page and number to the note that bears it; None stands for the whole book.

    A note that bears no number counts by its rank on its page.
    """
    ranks: Counter[str] = Counter()
    numbered: dict[tuple[str | None, str], _Found] = {}
    for each in found:
        ranks[each.page] += 1
        for scope in (each.page, None):
            numbered.setdefault((scope, each.number or str(ranks[each.page])), each)
    return numbered


def _testify(
    call: Call, reached: _Found | None, numbered: Mapping[tuple[str | None, str], _Found]
) -> Citation:
    """Say what a call carries.

    It leads to its note if that bears its mark, or leads back to it, or bears
    no number that could gainsay. Where call and note print different numbers
    the testimony has both, and so equals no promise.
    """
    printed = mark(call.element)
    jump = reached is not None and (reached.number in {"", printed} or call in reached.called_from)
    found = reached if jump else numbered.get((call.page, printed)) or numbered.get((None, printed))
    if found is None:
        return Citation(printed, call.claim, "", (), jump=False, back=False)
    agreed = found.number in {"", printed}
    return Citation(
        mark=printed if agreed else f"{printed} ≠ {found.number}",
        claim=call.claim,
        note=found.note.text,
        links=found.note.links,
        jump=jump,
        back=call in found.called_from,
    )
