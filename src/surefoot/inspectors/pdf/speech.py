"""The structure tree read aloud: its words in logical order, and what interrupts them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.kinds import is_block
from surefoot.inspectors.pdf.lines import Pages, contents
from surefoot.inspectors.pdf.replacements import contradicts, says
from surefoot.inspectors.pdf.structure import NOTES, Content, Element, Key
from surefoot.text import LINE_END, fold

_PICTURES = {"Figure", "Formula"}
_OF_ITEMS = frozenset({"Lbl", "LBody"})
"""What a list item has (ISO 32000-1, table 336)."""
_SILENT = NOTES | {"Artifact", "TOC", "TOCI"}
"""Structure types that are read elsewhere, or not at all: a list of contents is a way into the text."""
_UNNUMBERED = {"None", "Description"}
_TERMS = {"", *_UNNUMBERED}
"""List numberings under which a label may be a defined term (ISO 32000-2, table 382)."""


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
    """A Link, or without one a Reference or what has a /Ref: it may be a call, a way back, or neither."""

    element: Element
    around: tuple[Element, ...]
    """What it stands in within its block, from the outermost."""

    @property
    def reference(self) -> Element | None:
        """The Reference that it stands in or is."""
        return next((each for each in (self.element, *self.around[::-1]) if each.tag == "Reference"), None)

    @property
    def standing(self) -> list[Element]:
        """The elements that stand for it: itself first, and what is around it alone."""
        whole = [*self.element.leaves()]
        alone = (each for each in self.around if each is self.reference or [*each.leaves()] == whole)
        return [self.element, *alone]

    @property
    def refs(self) -> frozenset[Key]:
        """The elements to which it refers (ISO 32000-2, 14.7.2)."""
        return self.element.refs.union(*(each.refs for each in self.around))


Heard: TypeAlias = str | Edge | Picture | Pressed | Element
"""Words and what parts or replaces them; a link; or a label, to be entered or passed over."""


@dataclass(frozen=True, slots=True)
class _Where:
    """What stands around."""

    inline: tuple[Element, ...] = ()
    in_note: bool = False
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
    if element.tag == "Figure" or _is_replaced(element):
        yield Picture(element)
    inside = _item if element.tag == "LI" else _inside
    if not element.replacement or element.tag in _PICTURES:
        yield from inside(element, pages, where)
        return
    sounds = list(inside(element, pages, where))
    words = "".join(spoken(each, pages) for each in sounds)
    if all(isinstance(each, str) for each in sounds) and says(
        element.replacement, words, leftward=element.leftward
    ):
        yield (LINE_END if words.startswith(LINE_END) else "") + element.replacement
        return
    yield from sounds
    bare = "".join(spoken(each, pages) for each in sounds if not isinstance(each, Pressed | Element))
    if contradicts(element.replacement, words) and contradicts(element.replacement, bare):
        yield LINE_END + element.replacement


def _inside(element: Element, pages: Pages, where: _Where) -> Iterator[Heard]:
    if _is_replaced(element):
        return
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _inner(kid, pages, _at(element, where))
        elif isinstance(kid, Content) and kid in pages and element.tag != "Figure":
            yield pages[kid].text


def _is_replaced(element: Element) -> bool:
    """Whether an element is a formula in words; without these it is the letters that it shows."""
    return element.tag == "Formula" and bool(element.alternative)


def _at(element: Element, where: _Where) -> _Where:
    if element.tag in NOTES:
        return replace(where, in_note=True)
    if element.tag == "L":
        return replace(where, inline=(), numbering=element.numbering)
    return replace(where, inline=() if is_block(element) else (*where.inline, element))


def _inner(kid: Element, pages: Pages, where: _Where) -> Iterator[Heard]:
    if kid.tag == "Link" or _refers(kid, where):
        yield Pressed(kid, where.inline)
    elif kid.tag == "Lbl":
        yield kid
    elif kid.tag not in _SILENT:
        if is_block(kid):
            yield Edge(kid, begins=True)
        yield from _within(kid, pages, where)
        if is_block(kid):
            yield Edge(kid, begins=False)


def _refers(element: Element, where: _Where) -> bool:
    """Whether an element refers to another without a Link. A note refers to its calls."""
    if element.tag != "Reference" and (where.in_note or not element.refs or is_block(element)):
        return False
    return element.tag not in _SILENT and all(each.tag != "Link" for each in element.descendants())


def _item(item: Element, pages: Pages, where: _Where) -> Iterator[Heard]:
    """A list item without its bullet or number; a term that is defined is no such thing.

    In one without label and body, as some write it in spite of 14.8.4.3.3, all is its words.
    """
    if not any(isinstance(kid, Element) and kid.tag in _OF_ITEMS for kid in item.kids):
        yield from _inside(item, pages, where)
        return
    for kid in item.kids:
        if not isinstance(kid, Element):
            continue
        if kid.tag != "Lbl":
            yield from _inner(kid, pages, where)
        elif is_term(kid, where.numbering, pages):
            yield Edge(kid, begins=True)
            yield from _within(kid, pages, where)
            yield Edge(kid, begins=False)
