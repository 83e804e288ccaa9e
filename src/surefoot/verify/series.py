"""What words are: headings, links, pictures, cells, items, quotations, each in their order."""

from __future__ import annotations

from collections.abc import Sequence

from surefoot.promise import Aspect, Fault, Finding, Prose, Span
from surefoot.verify.letters import shortened, shown
from surefoot.verify.levels import headings
from surefoot.verify.sequences import Member, Parting
from surefoot.verify.tables import cells

_LONGEST = 300
"""Characters that are shown of the members of a series."""


def members(promised: Prose, found: Prose, aspect: Aspect) -> tuple[Sequence[Member], Sequence[Member]]:
    """Return what words of one kind are, in order, as promised and as found.

    What only one of the two tells of them is left out.
    """
    if aspect is Aspect.HEADINGS:
        return headings(promised.headings, found.headings)
    told = _both_tell(promised, found, aspect)
    return _series(promised, aspect, told=told), _series(found, aspect, told=told)


def _both_tell(promised: Prose, found: Prose, aspect: Aspect) -> bool:
    """Whether both tell which pictures have no words, what cells are, or what numbers items have."""
    match aspect:
        case Aspect.IMAGES:
            return found.pictured is not None
        case Aspect.CELLS:
            return None not in {promised.shapes, found.shapes}
    return None not in {promised.numbers, found.numbers}


def _series(prose: Prose, aspect: Aspect, *, told: bool) -> Sequence[Member]:
    match aspect:
        case Aspect.LINKS:
            return _placed(prose.links, prose.linked)
        case Aspect.IMAGES:
            return (
                _placed(prose.images, prose.pictured) if told else [*map(Member, filter(None, prose.images))]
            )
        case Aspect.CELLS:
            return [*cells(prose.cells, prose.shapes or ())] if told else [*map(Member, prose.cells)]
        case Aspect.ITEMS:
            numbers = prose.numbers or () if told else [""] * len(prose.items)
            return [Member(text, standing=number) for text, number in zip(prose.items, numbers, strict=True)]
    return [*map(Member, prose.quotations)]


def _placed(texts: Sequence[str], places: Sequence[Span] | None) -> Sequence[Member]:
    if places is None:
        return [*map(Member, texts)]
    return [Member(text, place=place) for text, place in zip(texts, places, strict=True)]


def finding(aspect: Aspect, parting: Parting) -> Finding:
    """Return what is to be told of a parting of two series."""
    place = parting.rank + 1 if parting.ones else 0
    promised, found = (
        shortened(" | ".join(_written(aspect, each, named=parting.renamed) for each in series), _LONGEST)
        for series in (parting.ones, parting.others)
    )
    return Finding(Fault.PROSE, "", place, promised, found, aspect)


def _written(aspect: Aspect, member: Member, *, named: bool) -> str:
    """Return a member as a reader is told of it, with what it is where that is what differs."""
    text = shown(member.text) or ("(no alternative text)" if aspect is Aspect.IMAGES else "(empty)")
    if aspect is Aspect.HEADINGS:
        return f"{member.kind} {text}"
    if aspect is Aspect.ITEMS and named and member.standing:
        return f"{member.standing}. {text}"
    what = ", ".join(filter(None, (member.kind, member.standing)))
    return f"{text} ({what})" if named and what else text
