"""Citations in the text of a tagged PDF: links that lead to entries of a bibliography."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from surefoot.inspectors.pdf.calls import Stretch
from surefoot.inspectors.pdf.destinations import Links
from surefoot.inspectors.pdf.ends import Ends, live
from surefoot.inspectors.pdf.lines import Pages
from surefoot.inspectors.pdf.notes import outward, unaddressed
from surefoot.inspectors.pdf.speech import Pressed, heard, is_seen, spoken, words
from surefoot.inspectors.pdf.structure import Element
from surefoot.promise import Citation, Facet, Kind
from surefoot.text import fold, spaced

FACETS = frozenset(
    {Facet.MARK, Facet.CLAIM, Facet.NOTE, Facet.SPACES, Facet.LINKS, Facet.SHOWN, Facet.JUMP, Facet.SEEN}
)
_WORD = re.compile(r"[^\W_]+")
_YEAR = 4
"""Digits of a number that is a year, or may be one."""
_MOST = 0.5
"""Of the words of a citation: more are in its entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a bibliography (BibEntry: ISO 32000-1, table 338)."""

    element: Element
    text: str
    links: tuple[str, ...]
    shown: tuple[str, ...]
    seen: bool


def entries(root: Element, pages: Pages, links: Links) -> list[Entry]:
    """Return every entry below ``root``."""
    return [_read(each, pages, links) for each in root.descendants() if each.tag == "BibEntry"]


def cited(
    found: Sequence[Stretch], known: Sequence[Entry], pages: Pages, links: Links
) -> dict[Pressed, tuple[Entry, bool]]:
    """Return the links in ``found`` that are citations, each with its entry, and whether it leads there.

    A citation is a link to an entry; where some of these are References, no
    other. A Reference that leads to no entry is one if its words are an entry's.
    """
    if not known:
        return {}
    pressed = [each for stretch in found for each in stretch.links()]
    references = [each for each in pressed if each.reference is not None]
    aims = (aim for each in references or pressed for aim in live(each.element, pages, links))
    ends = Ends.among([[entry.element] for entry in known], pages, links, aims, sideways=False)
    reached = {each: ends.reached(live(each.element, pages, links)) for each in pressed}
    if any(reached[each] is not None for each in references):
        pressed = references
    citations: dict[Pressed, tuple[Entry, bool]] = {}
    for each in pressed:
        rank = reached[each]
        if rank is not None:
            citations[each] = known[rank], True
        elif each.reference is not None and (entry := _looked_up(words(each.element, pages), known)):
            citations[each] = entry, False
    return citations


def citation(link: Pressed, claim: str, entry: Entry, pages: Pages, *, jump: bool) -> Citation:
    """Return the testimony of one citation in the text."""
    return Citation(
        fold(words(link.element, pages)).strip("[](){}"),
        claim,
        entry.text,
        entry.links,
        entry.shown,
        jump=jump,
        seen=entry.seen and is_seen(link.element, pages),
        kind=Kind.ENTRY,
    )


def _read(element: Element, pages: Pages, links: Links) -> Entry:
    pieces: list[str] = []
    addresses: list[tuple[str, str]] = []
    for each in heard(element, pages):
        text = spoken(each, pages)
        if isinstance(each, Pressed):
            ends = live(each.element, pages, links)
            addresses += outward(text, ends)
            text = unaddressed(text, ends)
        pieces.append(text)
    targets, shown = zip(*addresses, strict=True) if addresses else ((), ())
    return Entry(element, spaced("".join(pieces)), targets, shown, is_seen(element, pages))


def _tells(word: str) -> bool:
    """Whether a word may be a name or a year. Names of one letter are Chinese, not Latin."""
    return len(word) >= _YEAR if word.isdecimal() else len(word) > 1 or not word.isascii()


def _looked_up(said: str, known: Sequence[Entry]) -> Entry | None:
    """Return the entry that a reader finds by the words of a citation that leads nowhere, if it is one.

    Names and years are in the entry; the page that is cited, and its "p.", are not.
    """
    cited = set(filter(_tells, _WORD.findall(said)))
    if not any(map(str.isalpha, "".join(cited))):
        return None
    shared = [len(cited.intersection(_WORD.findall(entry.text))) for entry in known]
    most = max(shared)
    return known[shared.index(most)] if shared.count(most) == 1 and most > _MOST * len(cited) else None
