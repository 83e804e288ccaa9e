"""Tell the body of a page from what stands apart from it.

Body is what the standards do not set apart: not ``nav``, ``footer`` or search,
nor the roles of WAI-ARIA and of Digital Publishing WAI-ARIA for these. Of a
``header``, an ``hgroup`` or a title page it is the headings and the abstract. A
footer in a quotation says whose it is, and stays.

What stands apart stands before the text or behind it. In the midst of the text,
a reader reads it with the text, and it is read here as well, all but lists of
links and controls that are called by a word or two.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from surefoot.inspectors.tree.bibliography import is_bibliography
from surefoot.inspectors.tree.names import HEADINGS, Element, is_heading, kinds, name
from surefoot.inspectors.tree.shown import Event, shown, words
from surefoot.inspectors.tree.sight import Sight
from surefoot.inspectors.tree.signs import leads_back
from surefoot.inspectors.tree.survey import Page
from surefoot.text import fold

_TITLE_BLOCK = frozenset({"header", "banner", "hgroup", "titlepage", "halftitlepage", "cover"})
_NAVIGATION = frozenset("nav navigation toc landmarks page-list pagelist".split())
_CONTROLS = frozenset({"button", "select", "textarea"})
_APART = frozenset("pageheader pagefooter footer contentinfo search copyright-page colophon".split())
_TITLE = HEADINGS | {"heading", "abstract"}
_FEW = 2
"""Words, by which a control is called."""


class Part(Enum):
    """What a reader is in."""

    BODY = auto()
    TITLE_BLOCK = auto()
    APART = auto()
    """What stands apart, unless it stands in the midst of the text."""
    NOT_TEXT = auto()
    """Notes, lists of links, controls: no part of the text, wherever they stand."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a reader is."""

    part: Part = Part.BODY
    quoted: bool = False
    entries: bool = False
    """In a bibliography."""
    titled: bool = False
    """In a title block, or in a heading."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a reader comes upon (see :func:`.shown.shown`), and whether it is read as body."""

    event: Event
    element: Element
    text: str
    scope: Scope
    body: bool
    front: bool = False
    """Whether it is said beside the title."""


def told(page: Page, notes: Collection[Element]) -> Iterator[Told]:
    """Yield what a reader of a page comes upon, less what is in the sections of ``notes``."""
    steps = list(_scoped(page, notes))
    heard = [rank for rank, step in enumerate(steps) if _is_text(step)]
    midst = range(heard[0], heard[-1]) if heard else range(0)
    for rank, step in enumerate(steps):
        among = step.scope.part in {Part.APART, Part.TITLE_BLOCK} and rank in midst
        front = step.scope.part is Part.TITLE_BLOCK and not among and not _is_cover(step.element)
        yield replace(step, body=step.body or among, front=front)


def _is_cover(element: Element) -> bool:
    """Whether an element is the picture of a cover: what its words say, the title page says as well."""
    return name(element) == "img" and "cover" in kinds(element)


def _is_text(step: Told) -> bool:
    return step.body and not step.scope.titled and step.event is Event.WORDS and bool(fold(step.text))


def _scoped(page: Page, notes: Collection[Element]) -> Iterator[Told]:
    scopes = [Scope()]
    for event, element, text in shown(page.body, page.sight):
        if event is Event.ENTER:
            scopes.append(
                Scope(Part.NOT_TEXT) if element in notes else _within(scopes[-1], element, page.sight)
            )
        elif event is Event.LEAVE:
            scopes.pop()
        scope = scopes[-1]
        if event is Event.BACK:
            # Outside of notes nothing leads back: what says more than a sign is a word of the text.
            said = words(element, page.sight)
            if not leads_back(said):
                yield Told(Event.WORDS, element, said, scope, scope.part is Part.BODY)
        yield Told(event, element, text, scope, scope.part is Part.BODY)


def _within(scope: Scope, element: Element, sight: Sight) -> Scope:
    """Return the scope in an ``element`` that stands in a ``scope``."""
    said = kinds(element) | {name(element)}
    quoted = scope.quoted or "blockquote" in said
    part, titled = scope.part, scope.titled or is_heading(element)
    if part is Part.TITLE_BLOCK and not _TITLE.isdisjoint(said):
        part = Part.BODY
    elif part is Part.BODY and not _TITLE_BLOCK.isdisjoint(said):
        part, titled = Part.TITLE_BLOCK, True
    if not quoted and part is not Part.NOT_TEXT:
        part = Part.TITLE_BLOCK if "subtitle" in said else _apart(said, element, sight) or part
    return Scope(part, quoted, scope.entries or is_bibliography(element, said), titled)


def _apart(said: Collection[str], element: Element, sight: Sight) -> Part | None:
    """Return what an element is that stands apart; None for one that does not."""
    if not _NAVIGATION.isdisjoint(said):
        return Part.NOT_TEXT if _only_leads(element, sight) else Part.APART
    if not _CONTROLS.isdisjoint(said):
        return Part.NOT_TEXT if len(words(element, sight).split()) <= _FEW else Part.APART
    return None if _APART.isdisjoint(said) else Part.APART


def _only_leads(navigation: Element, sight: Sight) -> bool:
    """Whether all words in an element are those of links, but for a heading of them."""
    links, headings, depth = 0, 0, 0
    for event, element, text in shown(navigation, sight):
        counts = name(element) == "a" or is_heading(element)
        if event is Event.ENTER and counts:
            links, headings = links + (name(element) == "a"), headings + is_heading(element)
            depth += 1
        elif event is Event.LEAVE and counts:
            depth -= 1
        elif event is Event.WORDS and not depth and any(map(str.isalpha, text)):
            return False
    return bool(links) or not headings
