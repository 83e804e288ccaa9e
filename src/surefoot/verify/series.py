"""What words are: headings, links, pictures, cells, items, quotations, each in their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from surefoot.promise import Aspect, Fault, Finding, Prose
from surefoot.verify.letters import shown
from surefoot.verify.sequences import Member, Parting

_LONGEST = 300
"""Characters that are shown of the members of a series."""


def members(prose: Prose, aspect: Aspect) -> Sequence[Member]:
    """Return what words of one kind are, in order."""
    if aspect is Aspect.HEADINGS:
        parts = (heading.partition(" ") for heading in prose.headings)
        return [Member(text, level) for level, _, text in parts]
    if aspect is Aspect.LINKS:
        places = prose.linked or [None] * len(prose.links)
        return [Member(link, place=place) for link, place in zip(prose.links, places, strict=True)]
    texts: Mapping[Aspect, Sequence[str]] = {
        Aspect.IMAGES: prose.images,
        Aspect.CELLS: prose.cells,
        Aspect.ITEMS: prose.items,
        Aspect.QUOTATIONS: prose.quotations,
    }
    return [Member(text) for text in texts[aspect]]


def finding(aspect: Aspect, parting: Parting) -> Finding:
    """Return what is to be told of a parting of two series."""
    place = parting.rank + 1 if parting.ones else 0
    promised, found = (_listed(aspect, each) for each in (parting.ones, parting.others))
    return Finding(Fault.PROSE, "", place, promised, found, aspect)


def _listed(aspect: Aspect, series: Sequence[Member]) -> str:
    listed = " | ".join(_written(aspect, member) for member in series)
    return listed if len(listed) <= _LONGEST else f"{listed[: _LONGEST - 1]}…"


def _written(aspect: Aspect, member: Member) -> str:
    text = shown(member.text) or "(empty)"
    return f"{member.kind} {text}" if aspect is Aspect.HEADINGS else text
