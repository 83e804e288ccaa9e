"""The numbers that the items of lists bear (HTML, 4.4.5 and 4.4.8)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from surefoot.inspectors.tree.names import Element, name
from surefoot.inspectors.tree.style.sheets import Sheet
from surefoot.text import ordinal

_INTEGER = re.compile(r"[ \t\n\f\r]*([+-]?[0-9]{1,9})")
_UNNUMBERED = frozenset({"ul", "menu", "dir"})
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;}]*)", re.IGNORECASE)
_MANNERS = {
    "decimal": "1",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
"""The values of ``type`` by those of ``list-style-type`` (CSS Counter Styles, section 6)."""
_PLAIN = re.compile(
    "(?:circle|decimal|disc|important|inherit|initial|inside|none|outside|revert|square|unset)", re.IGNORECASE
)


class Numbering:
    """The numbers of lists as they are printed, in one page."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        values = (value for sheet in sheets for value in _STYLE.findall(sheet.text))
        words = (word for value in values for word in re.findall(r"[\w-]+", value))
        self._certain = all(map(_PLAIN.fullmatch, words))
        """Whether no style sheet has lists numbered in a manner of its own."""
        self._known: dict[Element, int] = {}

    def number(self, item: Element) -> str | None:
        """Return the number of an item, empty where it has none; None where that cannot be told."""
        listing = item.getparent()
        if listing is not None and name(listing) in _UNNUMBERED:
            return ""
        manner = self._manner(listing) if listing is not None and name(listing) == "ol" else None
        if listing is None or manner is None:
            return None
        if item not in self._known:
            self._known |= dict(ordinals(listing))
        return ordinal(self._known[item], manner) if item in self._known else None

    def _manner(self, listing: Element) -> str | None:
        """Return how an ordered list writes its numbers, as its ``type`` says it."""
        if own := _STYLE.search(listing.get("style", "")):
            return _MANNERS.get(own[1].strip().lower())
        manner = listing.get("type", "1")
        return manner if self._certain and manner in _MANNERS.values() else None


def ordinals(listing: Element) -> Iterator[tuple[Element, int]]:
    """Yield the items of an ordered list, each with its number."""
    items = list(listing.iterchildren("{*}li"))
    step = 1 if listing.get("reversed") is None else -1
    number = _integer(listing.get("start"), 1 if step == 1 else len(items))
    for item in items:
        number = _integer(item.get("value"), number)
        yield item, number
        number += step


def _integer(written: str | None, otherwise: int) -> int:
    found = _INTEGER.match(written or "")
    return int(found[1]) if found else otherwise
