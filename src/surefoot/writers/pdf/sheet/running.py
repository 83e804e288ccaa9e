"""The running head: how title and section share one line, with what an author puts between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import east_asian_width

from surefoot.model import Settings

_LINE = 116
"""Characters of small print that the line between the margins holds."""
_GAP = 4
"""Characters between two parts."""
_LONGEST = 64
"""Characters of a title that stand beside sections, of which some are long too."""
_LEAST = 24
"""Characters for which there is always room."""
CENTRE = 30
"""Per cent of the line that an author's own head in the middle takes."""
_WIDE = 2.3
"""Letters of an alphabet that are as wide as an ideograph."""
_BREAK = re.compile(r":\s|\s[–—]\s|[：―]|——")
_CENTRED = re.compile(r"@top-center\b")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the text of each page, from the second on."""

    title: str
    """As it fits."""
    share: int
    """Per cent of the line for the title."""
    facing: int
    """Per cent of the line for what faces it: the section, or the publisher."""
    room: float
    """Characters of what faces the title."""


def head(title: str, publisher: str, settings: Settings, *, sections: bool) -> Head:
    """Return the running head of a document with this ``title``.

    Args:
        title: of the document.
        publisher: who publishes it; may be empty.
        settings: the author's style sheets may have a head for the middle.
        sections: whether the title faces sections, rather than the publisher.
    """
    if any(_CENTRED.search(sheet.text) for sheet in settings.stylesheets):
        share = (100 - CENTRE) // 2
        room = _LINE * share // 100
        return Head(short(title, room), share, share, room)
    facing = _LINE - _LONGEST if sections else min(_width(publisher), _LINE // 2)
    title = short(title, _LINE - facing - _GAP if facing else _LINE)
    taken = min(max(_width(title), _LEAST) + _GAP, _LINE)
    share = round(100 * taken / _LINE) if facing else 100
    return Head(title, share, 100 - share, _LINE - taken)


def short(words: str, room: float) -> str:
    """Return ``words`` as they fit into ``room`` characters: up to a colon, or as many as possible."""
    if _width(words) > room:
        words = _BREAK.split(words, maxsplit=1)[0]
    if _width(words) > room:
        begun = _beginning(words, room - 1)
        words = (begun.rpartition(" ")[0] or begun).rstrip(",;:–— ") + "…"
    return words


def _beginning(words: str, room: float) -> str:
    fits = (end for end in range(len(words), 0, -1) if _width(words[:end]) <= room)
    return words[: next(fits, 0)]


def _width(words: str) -> float:
    """Return how many letters of an alphabet are as wide as ``words`` (Unicode, annex 11)."""
    return sum(_WIDE if east_asian_width(letter) in "WF" else 1 for letter in words)
