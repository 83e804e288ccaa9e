"""What a reader is shown of an HTML or XHTML element tree, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import TypeAlias

from lxml import etree
from lxml.etree import _Element as Element

from surefoot.text import fold, without_address

__all__ = ["Element", "Event", "Sight", "kinds", "name", "shown"]

_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_NOT_SHOWN = {
    *("annotation", "annotation-xml", "audio", "canvas", "datalist", "head", "iframe"),
    *("noscript", "rp", "script", "style", "template", "video"),
}
_NO_DISPLAY = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_TEX = "application/x-tex"


class Event(Enum):
    """What a reader comes upon."""

    WORDS = auto()
    ENTER = auto()
    LEAVE = auto()
    CALL = auto()
    """A note reference, whole: its content is a mark, not prose."""
    BACK = auto()
    """A way back, whole: its content is a sign, not prose."""
    ADDRESS = auto()
    """A link that prints its own address, whole: see :func:`surefoot.text.without_address`."""


Sight: TypeAlias = tuple[Event, Element, str]
"""What is come upon, at which element, and the words if it is words."""


def name(element: Element) -> str:
    """Return the element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def kinds(element: Element) -> set[str]:
    """Return what the element says it is, ``noteref`` standing for ``doc-noteref`` as well.

    The tokens of ``role`` (WAI-ARIA, Digital Publishing WAI-ARIA) and of
    ``epub:type`` (EPUB Structural Semantics Vocabulary).
    """
    roles = element.get("role", "").lower().split()
    return {role.removeprefix("doc-") for role in roles} | set(element.get(_EPUB_TYPE, "").split())


def shown(root: Element) -> Iterator[Sight]:
    """Yield what a reader who enters ``root`` comes upon, however deep the tree.

    An image is its alternative text, a formula its TeX. What the element tree
    itself hides is passed over; what a style sheet or a script may do to it is
    beyond this witness.
    """
    passed: Element | None = None
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            sight = _entered(element) if element is root else _at(element)
            if sight is not None:
                yield sight
            if sight is None or sight[0] is not Event.ENTER:
                passed = element
                walk.skip_subtree()
            elif element.text:
                yield Event.WORDS, element, element.text
            continue
        if element is not passed:
            yield Event.LEAVE, element, ""
        if element.tail and element is not root:
            yield Event.WORDS, element, element.tail


def _entered(element: Element) -> Sight:
    return Event.ENTER, element, ""


def _at(element: Element) -> Sight | None:
    """Return what a reader meets at an element's start: itself, or something in its place."""
    said = kinds(element)
    if _is_hidden(element, said):
        return None
    if "noteref" in said:
        return Event.CALL, element, ""
    if "backlink" in said:
        return Event.BACK, element, ""
    if _prints_its_address(element):
        return Event.ADDRESS, element, ""
    words = _words_instead(element, said)
    return _entered(element) if words is None else (Event.WORDS, element, words)


def _is_hidden(element: Element, said: set[str]) -> bool:
    return (
        name(element) in _NOT_SHOWN
        or (name(element) == "dialog" and element.get("open") is None)
        or element.get("hidden") is not None
        or element.get("popover") is not None
        or element.get("aria-hidden") == "true"
        or "pagebreak" in said
        or bool(_NO_DISPLAY.search(element.get("style", "")))
    )


def _prints_its_address(element: Element) -> bool:
    if name(element) != "a":
        return False
    words = "".join(element.itertext())
    return bool(fold(words)) and not without_address(words, element.get("href", ""))


def _words_instead(element: Element, said: set[str]) -> str | None:
    """Return the words that stand for an image or a formula; None for any other element."""
    if name(element) == "img" or "img" in said:
        return element.get("alt") or element.get("aria-label", "")
    if name(element) == "math":
        tex = (note.text for note in element.iter("{*}annotation") if note.get("encoding") == _TEX)
        return next(tex, None) or element.get("alttext")
    return None
