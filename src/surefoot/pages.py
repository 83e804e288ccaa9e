"""Where the pages of an edition begin, counted so that every writer finds the places in its own tree."""

from __future__ import annotations

import re
from collections.abc import Collection, Generator, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from surefoot.composition import is_call
from surefoot.formulas import is_typed

# Spaces, hyphens and signs without a width are the typesetter's: he adds them and drops them.
_SILENT = re.compile("[\\s\\-\u00ad\u061c\u200b-\u2011\u2028-\u202e\u2060-\u206f\ufeff]+")
_PICTURES = frozenset({"img", "math", "svg"})


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a paginated edition."""

    label: str
    """Its number as it is printed: ``12`` or ``iv``."""
    place: int | None
    """What comes before it in the body, as :func:`stretches` counts; None: it begins before the body."""


@dataclass(frozen=True, slots=True)
class Pagination:
    """The pages of one edition, in their order."""

    source: str
    """The name of its file."""
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of letters in one node of a tree, or a thing that counts as one: picture, formula, call."""

    owner: Element
    """Whose own words they are; the thing itself."""
    behind: Element | None
    """The child of the owner that they follow; None for those that it begins with, and of a thing."""
    place: int
    """What comes before it."""
    size: int
    """How many letters."""
    whole: bool = False
    """It is a thing."""


def letters(text: str) -> int:
    """Return how many characters of ``text`` no typesetter adds or drops, whatever their case."""
    return len(_SILENT.sub("", text.casefold()))


def is_thing(element: Element) -> bool:
    """Whether an element counts as one letter, whatever is in it: a picture, a formula, a note reference."""
    return element.tag in _PICTURES or is_call(element) or is_typed(element)


def stretches(root: Element, without: Collection[Element] = ()) -> Iterator[Stretch]:
    """Yield what counts below ``root`` in reading order.

    Args:
        root: the body of a composition, or what a writer has made of it.
        without: elements that count for nothing: what the writer has added.
    """
    yield from _within(root, 0, without)


def _within(element: Element, place: int, without: Collection[Element]) -> Generator[Stretch, None, int]:
    """Yield the stretches of ``element``, and return what comes before that which follows it."""
    place = yield from _run(element, None, place)
    for child in element:
        if is_thing(child):
            yield Stretch(child, None, place, 1, whole=True)
            place += 1
        elif child not in without:
            place = yield from _within(child, place, without)
        place = yield from _run(element, child, place)
    return place


def _run(owner: Element, behind: Element | None, place: int) -> Generator[Stretch, None, int]:
    size = letters((owner.text if behind is None else behind.tail) or "")
    if size:
        yield Stretch(owner, behind, place, size)
    return place + size
