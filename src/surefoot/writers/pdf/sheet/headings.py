"""Headings on paper: their words for bookmarks and running heads, and no last line of a single word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from surefoot.writers.pdf.sheet.notes import NOTE
from surefoot.writers.pdf.sheet.running import short

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LONGEST = 24
"""Characters of two words that leave enough of a line for others."""
_LAST_TWO = re.compile(r"(?<=\S\s)\S+\s+\S+\s*$")


def settle(body: Element, texts: Mapping[str, str], room: float) -> None:
    """Prepare the headings in ``body``.

    Args:
        body: the text, notes and all.
        texts: of headings, by their ids, without their calls.
        room: characters that a running head has for a section.
    """
    for heading in list(body.iter()):
        if heading.tag not in HEADINGS:
            continue
        if text := texts.get(heading.get("id", "")):
            heading.attrib |= {"data-bookmark": text, "data-head": short(text, room)}
        _join(heading[0] if heading.tag == "h1" else heading)


def _join(words: Element) -> None:
    """Keep the last two words together: one alone on the last line looks forgotten."""
    ends = all(child.tag in {"a", NOTE} and not (child.tail or "").strip() for child in words)
    found = _LAST_TWO.search(words.text or "") if ends else None
    if found and len(found[0]) <= _LONGEST:
        together = Element("span", {"class": "together"})
        together.text = found[0]
        words.text = found.string[: found.start()]
        words.insert(0, together)
