"""The structure tree read aloud: its words in logical order, and what interrupts them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from surefoot.inspectors.pdf.content import contradicts
from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.lines import Pages, contents
from surefoot.inspectors.pdf.structure import NOTES, Content, Element
from surefoot.text import LINE_END, fold

_PICTURES = {"Figure", "Formula"}
_SILENT = NOTES | {"Artifact"}
"""Structure types that are read elsewhere, or not at all."""
_UNNUMBERED = {"None", "Description"}
_TERMS = {"", *_UNNUMBERED}
"""List numberings under which a label may be a defined term (ISO 32000-2, table 382)."""
_BLOCKS = frozenset(
    "Document DocumentFragment Part Art Sect Div Aside NonStruct BlockQuote Caption TOC TOCI Index P "
    "L LI LBody Table THead TBody TFoot TR TH TD BibEntry".split()
)
"""Structure types of blocks, headings apart."""
_HEADING = re.compile(r"H|H[1-9][0-9]*|Title")


@dataclass(frozen=True, slots=True)
class Edge:
    """The beginning or the end of a block."""

    element: Element
    begins: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure or a formula."""

    element: Element


@dataclass(frozen=True, slots=True, eq=False)
class Pressed:
    """A Link, or a Reference without one: it may be a call, a way back, or neither."""

    element: Element
    reference: Element | None
    """The Reference that it stands in or is. None in a table of contents: its entries are references too."""


Heard: TypeAlias = str | Edge | Picture | Pressed | Element
"""Words and what parts or replaces them; a link; or a label, to be entered or passed over."""


@dataclass(frozen=True, slots=True)
class _Where:
    """What stands around."""

    reference: Element | None = None
    in_contents: bool = False
    numbering: str = ""


def heard(element: Element, pages: Pages) -> Iterator[Heard]:
    """Yield what is heard within ``element``: words, and links and labels as wholes.

    A figure and a formula are their alternative text (ISO 32000-1, 14.9.3),
    a figure also its caption. What a replacement of other words says is heard
    besides these. Notes, artifacts, and the bullets and numbers of lists
    are silent. Between blocks stands a space.
    """
    return _within(element, pages, _Where())


def words(element: Element, pages: Pages) -> str:
    """Return everything that is heard within ``element``, notes apart."""
    return "".join(spoken(each, pages) for each in heard(element, pages))


def spoken(each: Heard, pages: Pages) -> str:
    """Return the words of what is heard."""
    match each:
        case str():
            return each
        case Edge():
            return " "
        case Picture():
            return LINE_END + each.element.alternative + LINE_END
        case Pressed():
            return words(each.element, pages)
    return words(each, pages)


def is_heading(element: Element) -> bool:
    """Whether the element is a heading (ISO 32000-1, 14.8.4.3.2; ISO 32000-2, 14.8.4.5)."""
    return bool(_HEADING.fullmatch(element.tag))


def is_block(element: Element) -> bool:
    """Whether the element begins and ends a line of its own (ISO 32000-2, 14.8.4)."""
    return element.tag in _BLOCKS or is_heading(element)


def is_term(label: Element, numbering: str, pages: Pages) -> bool:
    """Whether a list's label is a term that is defined, in a list of such a ``numbering``.

    In a list that says it has none, labels are any text (ISO 32000-1, table 347); a lone
    sign is taken for a bullet all the same.
    """
    text = fold(words(label, pages))
    if numbering in _UNNUMBERED and len(text) > 1 and not text.strip("()[].").isdigit():
        return True
    return numbering in _TERMS and any(map(str.isalpha, text))


def boxes(element: Element, pages: Pages) -> list[tuple[int, Box]]:
    """Return page and ink of all content of ``element`` that can be seen, in reading order."""
    return [(leaf.page, shown.box) for leaf, shown in contents(element, pages) if shown.seen and shown.box]


def is_seen(element: Element, pages: Pages) -> bool:
    """Whether all of the element can be seen that the pages have of it."""
    return all(shown.seen for _, shown in contents(element, pages))


def _within(element: Element, pages: Pages, where: _Where) -> Iterator[Heard]:
    if element.tag in _PICTURES:
        yield Picture(element)
    inside = _item if element.tag == "LI" else _inside
    if not element.replacement or element.tag in _PICTURES:
        yield from inside(element, pages, where)
        return
    sounds = list(inside(element, pages, where))
    yield from sounds
    words = "".join(spoken(each, pages) for each in sounds)
    bare = "".join(spoken(each, pages) for each in sounds if not isinstance(each, Pressed | Element))
    if contradicts(element.replacement, words) and contradicts(element.replacement, bare):
        yield LINE_END + element.replacement


def _inside(element: Element, pages: Pages, where: _Where) -> Iterator[Heard]:
    for kid in element.kids:
        if isinstance(kid, Element):
            if element.tag != "Formula":
                yield from _inner(kid, pages, _at(element, where))
        elif isinstance(kid, Content) and kid in pages and element.tag not in _PICTURES:
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
    if kid.tag == "Link":
        yield Pressed(kid, where.reference)
    elif kid.tag == "Reference" and not any(each.tag == "Link" for each in kid.descendants()):
        yield Pressed(kid, None if where.in_contents else kid)
    elif kid.tag == "Lbl":
        yield kid
    elif kid.tag not in _SILENT:
        if is_block(kid):
            yield Edge(kid, begins=True)
        yield from _within(kid, pages, where)
        if is_block(kid):
            yield Edge(kid, begins=False)


def _item(item: Element, pages: Pages, where: _Where) -> Iterator[Heard]:
    """A list item without its bullet or number; a term that is defined is no such thing."""
    for kid in item.kids:
        if not isinstance(kid, Element):
            continue
        if kid.tag != "Lbl":
            yield from _inner(kid, pages, where)
        elif is_term(kid, where.numbering, pages):
            yield Edge(kid, begins=True)
            yield from _within(kid, pages, where)
            yield Edge(kid, begins=False)
