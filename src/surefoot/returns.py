"""Leads from each entry of the bibliography back to its citations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from xml.etree.ElementTree import Element

from surefoot.backlinks import close
from surefoot.bibliography import is_citation, is_entry
from surefoot.composition import HEADINGS, plain
from surefoot.words import Words

UP = "↑"
"""The sign of a way back."""


@dataclass(frozen=True, slots=True)
class _Cited:
    """A citation in the text, and the title of the section it stands in."""

    link: Element
    section: str


def lead_back(roots: Sequence[Element], words: Words, attributes: Mapping[str, str]) -> None:
    """Give each citation below ``roots`` an id, and its entry a way back to it.

    Args:
        roots: the title, the body and the notes of a document, in reading order.
        words: of the document's language.
        attributes: what a format adds to its ways back.
    """
    cited: defaultdict[str, list[_Cited]] = defaultdict(list)
    for each in _named(roots):
        cited[each.link.get("href", "")].append(each)
    for root in roots:
        for entry in filter(is_entry, root.iter("p")):
            found = cited[f"#{entry.get('id')}"]
            ways = [_way(each, rank, len(found), words) for rank, each in enumerate(found, 1)]
            for way in ways:
                way.attrib |= attributes
            close(entry, ways)


def _named(roots: Sequence[Element]) -> Iterator[_Cited]:
    """Yield the citations in reading order, each with an id of its own."""
    taken = {element.get("id") for root in roots for element in root.iter()}
    names = (name for number in count(1) if (name := f"cite-{number}") not in taken)
    for root in roots:
        section = ""
        for element in root.iter():
            if element.tag in HEADINGS:
                section = plain(element)
            elif is_citation(element):
                element.set("id", next(names))
                yield _Cited(element, section)


def _way(cited: _Cited, rank: int, total: int, words: Words) -> Element:
    """Return a link whose name begins with what it shows (WCAG 2.2, 2.5.3) and says where it leads."""
    sign = f"{UP}{rank}" if total > 1 else UP
    name = (f"{sign} {words.way_back(rank, total)}", plain(cited.link), cited.section)
    way = Element("a", {"class": "backlink", "href": f"#{cited.link.get('id')}", "role": "doc-backlink"})
    way.set("aria-label", ", ".join(filter(None, name)))
    way.text = sign
    return way
