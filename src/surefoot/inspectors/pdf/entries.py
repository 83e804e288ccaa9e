"""Citations in the text of a tagged PDF: links that lead to entries of a bibliography."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from surefoot.inspectors.pdf.calls import Stretch
from surefoot.inspectors.pdf.destinations import Links
from surefoot.inspectors.pdf.ends import Ends, live
from surefoot.inspectors.pdf.lines import Pages
from surefoot.inspectors.pdf.notes import is_sign, outward, unaddressed
from surefoot.inspectors.pdf.speech import Heard, Pressed, heard, is_seen, spoken, words
from surefoot.inspectors.pdf.structure import Element
from surefoot.promise import Citation, Facet, Kind
from surefoot.text import fold, spaced

_FACETS = frozenset(
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
    links: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    seen: bool = True
    back: frozenset[int] = frozenset()
    """Ranks of the citations that its ways back lead to."""
    ways: tuple[Element, ...] = ()
    """The links that show the sign of a way back, wherever they lead, and are no words of the entry."""


def listed(root: Element, pages: Pages) -> list[Entry]:
    """Return every entry below ``root`` with all its words."""
    return [Entry(each, spaced(words(each, pages))) for each in root.descendants() if each.tag == "BibEntry"]


def cited(
    found: Sequence[Stretch], known: Sequence[Entry], pages: Pages, links: Links
) -> dict[Pressed, tuple[int, bool]]:
    """Return the links in ``found`` that are citations, each with the rank of its entry.

    Beside it stands whether the link leads there.

    A citation is a link to an entry; where some of these are References, no
    other. A Reference that leads to no entry is one if it names one by its /Ref,
    or if its words are an entry's.
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
    citations: dict[Pressed, tuple[int, bool]] = {}
    for each in pressed:
        rank = reached[each]
        if rank is not None:
            citations[each] = rank, True
        elif each.reference is not None:
            named = next(iter(ends.named(each.refs)), None)
            rank = _looked_up(words(each.element, pages), known) if named is None else named
            citations |= {} if rank is None else {each: (rank, False)}
    return citations


def facets(known: Sequence[Entry]) -> frozenset[Facet]:
    """Return what a file can be asked about citations of these entries: ways back, where it has any."""
    back = {Facet.BACK} if any(entry.ways or entry.back for entry in known) else set()
    return _FACETS | back if known else frozenset()


def citation(link: Pressed, claim: str, entry: Entry, pages: Pages) -> Citation:
    """Return the testimony of one citation in the text, as if it led there and back."""
    return Citation(
        fold(words(link.element, pages)).strip("[](){}"),
        claim,
        entry.text,
        entry.links,
        entry.shown,
        seen=entry.seen and is_seen(link.element, pages),
        kind=Kind.ENTRY,
    )


def read(known: Sequence[Entry], citations: Iterable[Pressed], pages: Pages, links: Links) -> list[Entry]:
    """Return the ``known`` entries as they read, now that it is known where the citations are."""
    pressed = [each for entry in known for each in _sounds(entry.element, pages) if isinstance(each, Pressed)]
    aims = (aim for each in pressed for aim in live(each.element, pages, links))
    ends = Ends.among([each.standing for each in citations], pages, links, aims, sideways=True)
    return [_read(entry.element, ends, pages, links) for entry in known]


def _read(element: Element, citations: Ends, pages: Pages, links: Links) -> Entry:
    pieces: list[str] = []
    addresses: list[tuple[str, str]] = []
    back: set[int | None] = set()
    ways: list[Element] = []
    for each in _sounds(element, pages):
        text = spoken(each, pages)
        if isinstance(each, Pressed):
            ends = live(each.element, pages, links)
            back.add(citations.reached(ends))
            addresses += outward(text, ends)
            if is_sign(text, ends, links):
                ways.append(each.element)
                continue
            text = unaddressed(text, ends)
        pieces.append(text)
    targets, shown = zip(*addresses, strict=True) if addresses else ((), ())
    return Entry(
        element,
        spaced("".join(pieces)),
        targets,
        shown,
        is_seen(element, pages),
        frozenset(rank for rank in back if rank is not None),
        tuple(ways),
    )


def _sounds(element: Element, pages: Pages) -> Iterator[Heard]:
    """Yield what is heard of an entry, with what stands in its label."""
    for each in heard(element, pages):
        if isinstance(each, Element):
            yield from _sounds(each, pages)
        else:
            yield each


def _tells(word: str) -> bool:
    """Whether a word may be a name or a year. Names of one letter are Chinese, not Latin."""
    return len(word) >= _YEAR if word.isdecimal() else len(word) > 1 or not word.isascii()


def _looked_up(said: str, known: Sequence[Entry]) -> int | None:
    """Return which entry a reader finds by the words of a citation that leads nowhere, if it is one.

    Names and years are in the entry; the page that is cited, and its "p.", are not.
    """
    cited = set(filter(_tells, _WORD.findall(said)))
    if not any(map(str.isalpha, "".join(cited))):
        return None
    shared = [len(cited.intersection(_WORD.findall(entry.text))) for entry in known]
    most = max(shared)
    return shared.index(most) if shared.count(most) == 1 and most > _MOST * len(cited) else None
