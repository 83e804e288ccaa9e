"""The element trees of a publication, and what a damage looks for in them: by roles and links alone."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from random import Random
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from damage import LETTER, WORD, InapplicableError, pick
from surefoot.text import absolute, fold

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
CELLS = {"td", "th"}
BLOCKS = HEADINGS | CELLS | {"body", "caption", "dd", "div", "dt", "figcaption", "li", "p"}
_NO_PROSE = {"footer", "head", "math", "nav", "script", "style", "svg", "template", "title"}
_NO_PROSE_BY_ROLE = {
    "doc-backlink",
    "doc-bibliography",
    "doc-biblioref",
    "doc-colophon",
    "doc-cover",
    "doc-endnotes",
    "doc-noteref",
    "doc-toc",
}


class Publication:
    """Element trees in reading order, by their paths."""

    def __init__(self, pages: dict[str, Element], chance: Random) -> None:
        self.pages = pages
        self.chance = chance

    def calls(self) -> list[tuple[str, Element]]:
        return [(path, call) for path, root in self.pages.items() for call in of_role(root, "doc-noteref")]

    def call(self, place: int) -> Element:
        return self.calls()[place - 1][1]

    def target(self, path: str, href: str) -> Element:
        file, _, identifier = href.partition("#")
        page = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
        return next(element for element in self.pages[page].iter() if element.get("id") == identifier)

    def note(self, place: int) -> Element:
        path, call = self.calls()[place - 1]
        return self.target(path, call.get("href", ""))

    def called_once(self, place: int) -> Element:
        """Return the note, of which this is the only call."""
        if sum(self.note(at + 1) is self.note(place) for at in range(len(self.calls()))) > 1:
            raise InapplicableError
        return self.note(place)

    def ways_back(self, place: int) -> list[Element]:
        return of_role(self.note(place), "doc-backlink")

    def way_back(self, place: int) -> Element:
        path, call = self.calls()[place - 1]
        return next(way for way in self.ways_back(place) if self.target(path, way.get("href", "")) is call)

    def page(self, element: Element) -> Element:
        """Return the root of the page that an element stands in."""
        return element.getroottree().getroot()

    def style(self, element: Element, rules: str) -> None:
        """Add a style sheet to the page that an element stands in."""
        head = self.page(element).find("{*}head")
        etree.SubElement(head, alike(head, "style")).text = rules

    def prose(self) -> list[Element]:
        """Return the elements that hold the words of the body: no notes, no entries, no title block."""
        found = [element for page in self.pages.values() for element in _prose(page.find("{*}body"))]
        title = next((at for at, element in enumerate(found) if name(element) in HEADINGS), 0)
        return found[title:]

    def of_prose(self, *names: str) -> list[Element]:
        return [element for element in self.prose() if name(element) in names]

    def paragraphs(self) -> list[Element]:
        """Return paragraphs of the body with words and without calls or pictures."""
        return [each for each in self.of_prose("p") if not calls_in(each) and len(words_in(each)) > 3]

    def pick(self, choices: Iterable[Any]) -> Any:
        return pick(self.chance, list(choices))


def of_role(root: Element, role: str) -> list[Element]:
    return [element for element in root.iter("{*}a") if role in element.get("role", "").split()]


def name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def alike(element: Element, other: str) -> str:
    """Return the tag of another name in the element's namespace."""
    return str(element.tag)[: -len(name(element))] + other


def calls_in(element: Element) -> list[Element]:
    return of_role(element, "doc-noteref")


def words_in(element: Element) -> list[str]:
    return WORD.findall("".join(element.itertext()))


def _prose(element: Element) -> Iterator[Element]:
    said = set(element.get("role", "").split())
    if not isinstance(element.tag, str) or name(element) in _NO_PROSE or said & _NO_PROSE_BY_ROLE:
        return
    # The title is prose, what stands beside it is not.
    inner = element.iter("{*}h1") if name(element) == "header" else element
    if name(element) != "header":
        yield element
    for kid in inner:
        yield from _prose(kid)


def texts(elements: Iterable[Element]) -> list[Any]:
    """Return the texts that stand right in ``elements``, each with its place in the tree."""
    found = (text for element in elements for text in element.xpath("text()"))
    return [text for text in found if LETTER.search(text)]


def texts_of_note(note: Element) -> list[Any]:
    """Return the texts of a note, those of its links and formulas apart."""
    found = note.xpath(".//text()[not(ancestor::*[@href or local-name()='math'])]")
    return [text for text in found if LETTER.search(text)]


def write(words: Any, new: str) -> None:
    """Put ``new`` where ``words`` stand in their tree."""
    if words.is_tail:
        words.getparent().tail = new
    else:
        words.getparent().text = new


def remove(element: Element) -> None:
    """Take an element away, and leave what stands behind it."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    element.tail = None
    parent.remove(element)


def prints_its_address(link: Element) -> bool:
    return fold("".join(link.itertext())) == fold(link.get("href", ""))


def outward(element: Element) -> list[Element]:
    """Return the links that lead out of the document."""
    return [link for link in element.iter("{*}a") if absolute(link.get("href", ""))]


def print_address(link: Element, address: str) -> None:
    """Let a link print an address in the place of its words."""
    for child in list(link):
        link.remove(child)
    link.text = address
