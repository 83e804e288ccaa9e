"""What a reader is shown of an HTML or XHTML element tree, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import TypeAlias

from lxml import etree

from surefoot.inspectors.tree.names import Element, is_block, kinds, name
from surefoot.inspectors.tree.scripts import overriding, raised
from surefoot.inspectors.tree.sight import EVERYTHING, Sight
from surefoot.inspectors.tree.signs import breaks_page
from surefoot.text import LINE_END, fold, without_address

_NO_TEXT = frozenset(
    (
        "annotation annotation-xml audio canvas datalist head iframe metadata noscript rp script style "
        "template video"
    ).split()
)
_TEX = "application/x-tex"
_DELIMITED = re.compile(r"\s*(?:(\$\$?)(.*)\1|\\[(\[](.*)\\[)\]])\s*", re.DOTALL)


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
    """A link that prints an address, whole, with that address: see :func:`surefoot.text.without_address`."""
    HIDDEN = auto()
    """What cannot be seen, whole."""


_WHOLE = {"noteref": Event.CALL, "backlink": Event.BACK}

Step: TypeAlias = tuple[Event, Element, str]
"""What is come upon, at which element, and the words if there are any.

At an image or a formula, the words are those that stand for it.
"""


def shown(root: Element, sight: Sight) -> Iterator[Step]:
    """Yield what a reader who enters ``root`` comes upon, however deep the tree.

    An image is its alternative text, a formula its TeX: whether a space parts
    them from the words around cannot be known. Blocks are parted by a space.
    """
    return _walk(root, sight, addresses=True)


def _walk(root: Element, sight: Sight, *, addresses: bool) -> Iterator[Step]:
    passed: Element | None = None
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            step = (Event.ENTER, element, "") if element is root else _at(element, sight, addresses=addresses)
            if step is not None:
                yield step
            if step is None or step[0] is not Event.ENTER:
                passed = element
                walk.skip_subtree()
                continue
            yield from _words_at_start(element, sight)
        else:
            if element is not passed:
                yield from _printed_by_style(element, "after", sight)
            yield from _words_at_end(element, left=element is not passed)
            if element is not root:
                yield from _words_behind(element, sight)


def _words_at_start(element: Element, sight: Sight) -> Iterator[Step]:
    if is_block(element):
        yield Event.WORDS, element, " "
    yield from _printed_by_style(element, "before", sight)
    if name(element) == "bdo":
        yield Event.WORDS, element, overriding(element)
    if element.text and _is_seen(element.text, element, sight):
        yield Event.WORDS, element, raised(element.text, element)


def _words_at_end(element: Element, *, left: bool) -> Iterator[Step]:
    if left and is_block(element):
        yield Event.WORDS, element, " "
    if left:
        yield Event.LEAVE, element, ""


def _printed_by_style(element: Element, place: str, sight: Sight) -> Iterator[Step]:
    text = sight.printed.get((element, place), "")
    # The word for what it is dresses a mark; a figure makes it another.
    dresses = is_call(element) and not any(map(str.isdigit, text))
    if text and not dresses and element not in sight.unseen:
        yield Event.WORDS, element, text


def _words_behind(element: Element, sight: Sight) -> Iterator[Step]:
    around = element.getparent()
    if element.tail and around is not None and _is_seen(element.tail, around, sight):
        yield Event.WORDS, around, raised(element.tail, around)


def is_call(element: Element) -> bool:
    """Whether an element is a note reference."""
    return "noteref" in kinds(element)


def shows_nothing(link: Element, sight: Sight) -> bool:
    """Whether all that a link says is hidden."""
    if not sight.unseen and not sight.gone:
        return False
    return not fold(words(link, sight)) and bool(fold(words(link, EVERYTHING)))


def outward(target: str) -> str:
    """Return a link's target, one that names a host but no scheme with the scheme of the web."""
    link = target.strip()
    return f"https:{link}" if link.startswith("//") and link[2:3].isalnum() else target


def words(root: Element, sight: Sight) -> str:
    """Return the words within ``root``, calls and ways back left out."""
    return _words(shown(root, sight))


def _words(steps: Iterator[Step]) -> str:
    return "".join(words for event, _, words in steps if event is Event.WORDS)


def _at(element: Element, sight: Sight, *, addresses: bool) -> Step | None:
    """Return what a reader meets at an element's start: itself, or something in its place."""
    said = kinds(element)
    if name(element) in _NO_TEXT or ("pagebreak" in said and breaks_page("".join(element.itertext()))):
        return None
    if element in sight.gone:
        return Event.HIDDEN, element, ""
    for kind, event in _WHOLE.items():
        if kind in said:
            return event, element, ""
    if addresses and name(element) == "a" and (address := _printed(element, sight)):
        return Event.ADDRESS, element, address
    instead = _instead(element, said)
    if instead is None:
        return Event.ENTER, element, ""
    # A picture has no letters that could be too small, or of no colour.
    unseen = element in sight.unseen and name(element) != "img"
    return Event.WORDS, element, "" if unseen else instead


def _is_seen(text: str, holder: Element, sight: Sight) -> bool:
    """Whether the ``text`` right in ``holder`` is seen: white space keeps its place even unseen."""
    return holder not in sight.unseen or text.isspace()


def _printed(link: Element, sight: Sight) -> str:
    """Return the words of a link that prints an address; empty for any other."""
    # What stands in a link is asked for its words only: links in links would be looked at again and again.
    plain = not len(link) and link not in sight.unseen and not sight.printed
    text = link.text or "" if plain else _words(_walk(link, sight, addresses=False))
    return text if fold(text) and not without_address(text, link.get("href", "")) else ""


def _instead(element: Element, said: set[str]) -> str | None:
    """Return the words that stand for an image, a formula, a line break or a box; None for anything else."""
    if name(element) == "br":
        return " "
    if name(element) == "input":
        return _box(element)
    if name(element) == "img" or "img" in said:
        # The name that is given goes before the alternative (Accessible Name and Description, 4.3.2).
        alternative: str | None = element.get("aria-label", "").strip() or element.get("alt", "")
    else:
        alternative = _formula(element)
    return None if alternative is None else f"{LINE_END}{alternative}{LINE_END}"


def _box(control: Element) -> str:
    """Return the box of a task in a list, which is how pandoc and others set its character."""
    if control.get("type", "").lower() != "checkbox" or next(control.iterancestors("{*}li"), None) is None:
        return ""
    return "☐ " if control.get("checked") is None else "☒ "


def _formula(element: Element) -> str | None:
    """Return the TeX of a formula, or its alternative text; None for what is none, or has neither.

    A formula is MathML, or TeX in a ``span`` of class ``math``, as pandoc leaves
    it to a script.
    """
    if name(element) == "math":
        tex = (note.text for note in element.iter("{*}annotation") if note.get("encoding") == _TEX)
        return next(tex, None) or element.get("alttext")
    if name(element) == "span" and "math" in element.get("class", "").split() and not len(element):
        found = _DELIMITED.fullmatch(element.text or "")
        return found and (found[2] or found[3])
    return None
