"""The links out of a file along a stretch of text, and the addresses that they print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from surefoot.inspectors.pdf.untagged.glyphs import Glyph
from surefoot.inspectors.pdf.untagged.lines import HYPHENS, joined
from surefoot.inspectors.pdf.untagged.links import Area
from surefoot.inspectors.pdf.untagged.words import Part
from surefoot.text import address, fold, printed_address


@dataclass(slots=True)
class Outward:
    """A link out of the file."""

    target: str
    shown: str
    """The address that it prints; empty where it prints words."""
    glyphs: list[Glyph]
    """The letters of that address, or the words."""


@dataclass(slots=True)
class Flow:
    """A stretch of text that is read on end: a note, or the prose."""

    glyphs: list[Glyph] = field(default_factory=list)
    ends: set[Glyph] = field(default_factory=set)
    """The letters at which lines end."""
    ranks: dict[Glyph, int] = field(default_factory=dict)
    pages: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, parts: Iterable[Part]) -> Flow:
        """Return the flow of some parts of lines."""
        flow = cls()
        for line, start, end in parts:
            flow.glyphs += line.glyphs[start:end]
            flow.pages.add(line.page)
            flow.ends.update(line.glyphs[end - 1 : end] if start < end == len(line.glyphs) else ())
        flow.ranks = {glyph: rank for rank, glyph in enumerate(flow.glyphs)}
        return flow


def outward(flow: Flow, areas: Iterable[Area]) -> list[Outward]:
    """Return the links of a ``flow``, in order.

    What is broken over lines has an area on each. An area may reach beyond what it
    is meant for, even over half a page; so an address is followed in the text, from
    where an area has its beginning.
    """
    here = [
        (area, ranks)
        for area in areas
        if area.page in flow.pages
        if (ranks := sorted(flow.ranks[glyph] for glyph in area.glyphs if glyph in flow.ranks))
    ]
    links: list[Outward] = []
    for area, ranks in sorted(here, key=lambda each: each[1][0]):
        covered = [flow.glyphs[rank] for rank in ranks]
        if links and _same(flow, links[-1], area.target, covered):
            links[-1].glyphs += covered if not links[-1].shown else []
        else:
            links.append(_link(flow, area.target, ranks))
    return [_misleading(flow, link) if not link.shown else link for link in links]


def _same(flow: Flow, link: Outward, target: str, covered: Sequence[Glyph]) -> bool:
    """Whether an area belongs to the link before it: it goes on with it, over the end of a line."""
    if link.target != address(target):
        return False
    if link.shown:
        return covered[0] in link.glyphs
    last = flow.ranks[link.glyphs[-1]]
    return link.glyphs[-1] in flow.ends and flow.ranks[covered[0]] == last + 1


def _link(flow: Flow, target: str, ranks: Sequence[int]) -> Outward:
    for start in ranks:
        for written in dict.fromkeys((fold(target), address(target))):
            if printed := _printed(flow, start, written):
                return Outward(address(target), shown=address(target), glyphs=printed)
    return Outward(address(target), shown="", glyphs=[flow.glyphs[rank] for rank in ranks])


def _printed(flow: Flow, start: int, target: str) -> list[Glyph] | None:
    """Return the letters that print ``target`` from a ``start``; None if they do not.

    At the end of a line there may be a hyphen more.
    """
    at, left = start, target
    while left and at < len(flow.glyphs):
        glyph = flow.glyphs[at]
        if left.startswith(fold(glyph.text)):
            left = left[len(fold(glyph.text)) :]
        elif not (at > start and glyph.text in HYPHENS and glyph in flow.ends):
            return None
        at += 1
    return None if left else flow.glyphs[start:at]


def _misleading(flow: Flow, link: Outward) -> Outward:
    """Return a link that prints words, or an address other than its own."""
    return Outward(link.target, printed_address(joined(link.glyphs, flow.ends), link.target), link.glyphs)
