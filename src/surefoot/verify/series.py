"""What words are: headings, links, pictures, cells, items, quotations, each in their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from surefoot.promise import Aspect, Fault, Finding, Prose
from surefoot.verify.letters import shown
from surefoot.verify.sequences import Member, Parting
from surefoot.verify.tables import cells

_LONGEST = 300
"""Characters that are shown of the members of a series."""


def members(promised: Prose, found: Prose, aspect: Aspect) -> tuple[Sequence[Member], Sequence[Member]]:
    """Return what words of one kind are, in order, as promised and as found.

    What only one of the two tells of them is left out.
    """
    match aspect:
        case Aspect.HEADINGS:
            return _headings(promised), _headings(found)
        case Aspect.LINKS:
            return _links(promised), _links(found)
        case Aspect.CELLS if promised.shapes is not None and found.shapes is not None:
            return [*cells(promised.cells, promised.shapes)], [*cells(found.cells, found.shapes)]
        case Aspect.ITEMS if promised.numbers is not None and found.numbers is not None:
            return _items(promised.items, promised.numbers), _items(found.items, found.numbers)
    return [*map(Member, _texts(promised, aspect))], [*map(Member, _texts(found, aspect))]


def _headings(prose: Prose) -> Sequence[Member]:
    parts = (heading.partition(" ") for heading in prose.headings)
    return [Member(text, level) for level, _, text in parts]


def _links(prose: Prose) -> Sequence[Member]:
    places = prose.linked or [None] * len(prose.links)
    return [Member(link, place=place) for link, place in zip(prose.links, places, strict=True)]


def _items(texts: Sequence[str], numbers: Sequence[str]) -> Sequence[Member]:
    return [Member(text, standing=number) for text, number in zip(texts, numbers, strict=True)]


def _texts(prose: Prose, aspect: Aspect) -> Sequence[str]:
    texts: Mapping[Aspect, Sequence[str]] = {
        Aspect.IMAGES: prose.images,
        Aspect.CELLS: prose.cells,
        Aspect.ITEMS: prose.items,
        Aspect.QUOTATIONS: prose.quotations,
    }
    return texts[aspect]


def finding(aspect: Aspect, parting: Parting) -> Finding:
    """Return what is to be told of a parting of two series."""
    place = parting.rank + 1 if parting.ones else 0
    promised, found = (
        _listed([_written(aspect, member, named=parting.renamed) for member in series])
        for series in (parting.ones, parting.others)
    )
    return Finding(Fault.PROSE, "", place, promised, found, aspect)


def _listed(texts: Sequence[str]) -> str:
    listed = " | ".join(texts)
    return listed if len(listed) <= _LONGEST else f"{listed[: _LONGEST - 1]}…"


def _written(aspect: Aspect, member: Member, *, named: bool) -> str:
    """Return a member as a reader is told of it, with what it is where that is what differs."""
    text = shown(member.text) or "(empty)"
    if aspect is Aspect.HEADINGS:
        return f"{member.kind} {text}"
    if aspect is Aspect.ITEMS and named and member.standing:
        return f"{member.standing}. {text}"
    what = ", ".join(filter(None, (member.kind, member.standing)))
    return f"{text} ({what})" if named and what else text
