"""What is displayed on paper: words for bookmarks and running heads, and no last line of a single word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from surefoot.writers.pdf.sheet.notes import NOTE
from surefoot.writers.pdf.sheet.plain import plain
from surefoot.writers.pdf.sheet.running import short

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_DISPLAYED = frozenset({"abstract", "pull-quote", "epigraph"})
_ABOVE_NOTES = 2
"""Under this level the headings of notes are composed."""
_LONGEST = 24
"""Characters of two words that leave enough of a line for others."""
_LAST_TWO = re.compile(r"(?<=\S\s)\S+\s+\S+\s*$")


def settle(body: Element, texts: Mapping[str, str], room: float) -> None:
    """Prepare the headings in ``body``, and what else is short and set apart.

    Args:
        body: the text, notes and all.
        texts: of headings, by their ids, without their calls.
        room: characters that a running head has for a section.
    """
    _sink(body)
    for heading in list(body.iter()):
        if heading.tag not in HEADINGS:
            continue
        if text := texts.get(heading.get("id", "")):
            heading.attrib |= {"data-bookmark": text, "data-head": short(plain(heading), room)}
        _join(heading)
    for displayed in body.iter("p"):
        if displayed.get("class") == "subtitle":
            _join(displayed)
    for part in body.iter("div"):
        if not _DISPLAYED.isdisjoint(part.get("class", "").split()):
            for paragraph in part.findall("p"):
                _join(paragraph)


def _sink(body: Element) -> None:
    """Put the headings of each note below that of the section in which it is called.

    There it stands in the order of the tags, where no level may be skipped (ISO 14289-1, 7.4.2).
    """
    noted = {each for note in body.iter(NOTE) for each in note.iter() if each.tag in HEADINGS}
    section = 1
    for heading in body.iter():
        if heading in noted:
            heading.tag = f"h{min(int(heading.tag[1]) - _ABOVE_NOTES + section, len(HEADINGS))}"
        elif heading.tag in HEADINGS:
            section = int(heading.tag[1])


def _join(words: Element) -> None:
    """Keep the last two words together: one alone on the last line looks forgotten."""
    last, text = words, words.text or ""
    for child in words:
        if (child.tail or "").strip() or child.tag not in {"a", NOTE}:
            last, text = child, child.tail or ""
    found = _LAST_TWO.search(text)
    if found and len(found[0]) <= _LONGEST:
        together = Element("span", {"class": "together"})
        together.text = found[0]
        if last is words:
            words.text = text[: found.start()]
            words.insert(0, together)
        else:
            last.tail = text[: found.start()]
            words.insert(list(words).index(last) + 1, together)
