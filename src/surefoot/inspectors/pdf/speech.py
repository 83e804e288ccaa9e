"""The structure tree read aloud: its words in logical order, and what interrupts them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeAlias

from surefoot.inspectors.pdf.places import Spot
from surefoot.inspectors.pdf.sight import Box
from surefoot.inspectors.pdf.structure import Content, Element
from surefoot.text import fold

NOTES = {"Note", "FENote"}
_PICTURES = {"Figure", "Formula"}
_TERMS = {"", "None", "Description"}
"""List numberings under which a label may be a defined term (ISO 32000-2, table 382)."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows of a marked-content sequence."""

    text: str
    box: Box


Pages: TypeAlias = Mapping[Content, Shown]
"""Everything that can be seen: what is missing here cannot."""


@dataclass(frozen=True, slots=True, eq=False)
class Pressed:
    """A Link, or a Reference without one: it may be a call, a way back, or neither."""

    element: Element
    reference: Element | None
    """The Reference that it stands in or is. None in a table of contents: its entries are references too."""


Heard: TypeAlias = str | Pressed | Element
"""Words; a link; or a note or a label, which the listener may enter or pass over."""


@dataclass(frozen=True, slots=True)
class _Where:
    """What stands around."""

    reference: Element | None = None
    in_contents: bool = False
    numbering: str = ""


def heard(element: Element, pages: Pages) -> Iterator[Heard]:
    """Yield what is heard within ``element``: words, and links, labels and notes as wholes.

    A figure and a formula are their alternative text (ISO 32000-1, 14.9.3),
    a figure also its caption. Artifacts, and the bullets and numbers of lists,
    are silent.
    """
    return _within(element, pages, _Where())


def words(element: Element, pages: Pages) -> str:
    """Return everything that is heard within ``element``, notes apart."""
    return "".join(_words(each, pages) for each in heard(element, pages))


def spot(element: Element, pages: Pages) -> Spot | None:
    """Return where the element begins: the first content that can be seen, and the pictures in its line."""
    seen = [leaf for leaf in element.leaves() if isinstance(leaf, Content) and leaf in pages]
    if not seen:
        return None
    page, ink = seen[0].page, pages[seen[0]].box
    figures = chain.from_iterable(each.leaves() for each in element.descendants() if each.tag in _PICTURES)
    boxes = (
        pages[leaf].box
        for leaf in figures
        if isinstance(leaf, Content) and leaf in pages and leaf.page == page
    )
    return Spot(page, ink, max([ink.top, *(box.top for box in boxes if box.beside(ink))]))


def _words(each: Heard, pages: Pages) -> str:
    match each:
        case str():
            return each
        case Pressed():
            return words(each.element, pages)
    return "" if each.tag in NOTES else words(each, pages)


def _within(element: Element, pages: Pages, where: _Where) -> Iterator[Heard]:
    pictured = element.tag in _PICTURES
    if pictured:
        yield element.alternative
    for kid in element.kids:
        if isinstance(kid, Element):
            if element.tag != "Formula":
                yield from _inner(kid, pages, _at(element, where))
        elif isinstance(kid, Content) and kid in pages and not pictured:
            yield pages[kid].text


def _at(element: Element, where: _Where) -> _Where:
    match element.tag:
        case "TOC" | "TOCI":
            return replace(where, in_contents=True)
        case "Reference" if not where.in_contents:
            return replace(where, reference=element)
        case "L":
            return replace(where, numbering=element.numbering)
    return where


def _inner(kid: Element, pages: Pages, where: _Where) -> Iterator[Heard]:
    if kid.tag in NOTES:
        yield kid
    elif kid.tag == "Link":
        yield Pressed(kid, where.reference)
    elif kid.tag == "Reference" and not any(each.tag == "Link" for each in kid.descendants()):
        yield Pressed(kid, None if where.in_contents else kid)
    elif kid.tag == "LI":
        yield from _item(kid, pages, where)
    elif kid.tag == "Lbl":
        yield kid
    elif kid.tag != "Artifact":
        yield from _within(kid, pages, where)


def _item(item: Element, pages: Pages, where: _Where) -> Iterator[Heard]:
    """A list item without its bullet or number; a term that is defined is no such thing."""
    for kid in item.kids:
        if not isinstance(kid, Element):
            continue
        if kid.tag != "Lbl":
            yield from _inner(kid, pages, where)
        elif where.numbering in _TERMS and any(map(str.isalpha, fold(words(kid, pages)))):
            yield from _within(kid, pages, where)
