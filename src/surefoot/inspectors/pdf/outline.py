"""The outline of a file (ISO 32000-1, 12.3.3): whether it leads to the headings that it names, as they come.

PDF/UA-1 (ISO 14289-1, 7.17) asks that it reflects their order and their levels. An
item that has the words of no heading may be what it likes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf

from surefoot.inspectors.pdf.destinations import Link, Links
from surefoot.inspectors.pdf.headings import Headings
from surefoot.inspectors.pdf.structure import Key
from surefoot.inspectors.rising import rising
from surefoot.text import fold, spaced


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """An item of an outline."""

    title: str
    link: Link
    """Where it leads."""
    within: Item | None
    """The item that it is below."""


def items(links: Links) -> list[Item]:
    """Return the items of a file's outline, in its order."""
    root = links.pdf.Root.get("/Outlines")
    return list(_below(root, None, links, set())) if isinstance(root, pikepdf.Dictionary) else []


def _below(parent: pikepdf.Object, within: Item | None, links: Links, met: set[Key]) -> Iterator[Item]:
    """Yield the items below ``parent``; one that was ``met`` before ends its list, which runs in a circle."""
    each = parent.get("/First")
    while isinstance(each, pikepdf.Dictionary) and each.objgen not in met:
        met.add(each.objgen)
        item = Item(str(each.get("/Title", "")), links.followed(each), within)
        yield item
        yield from _below(each, item, links, met)
        each = each.get("/Next")


def astray(outline: Sequence[Item], headings: Headings) -> list[str]:
    """Return the titles of those items that have the words of a heading, and contradict it.

    They lead elsewhere, stand among the others in another order than the headings,
    or below an item whose heading is on no higher level.
    """
    meant = {item: _meant(item, headings) for item in outline}
    ranks = {item: rank for item in outline if (rank := _rank(item, meant[item], headings)) is not None}
    order = dict(zip(ranks, rising(list(ranks.values())), strict=True))
    return [
        spaced(item.title)
        for item in outline
        if (meant[item] and not headings.leads(item.link, meant[item]))
        or not order.get(item, True)
        or _is_above(item, ranks, headings)
    ]


def _meant(item: Item, headings: Headings) -> frozenset[int]:
    """Return the ranks of the headings whose words an item has."""
    said = fold(item.title)
    return frozenset(rank for rank, name in enumerate(headings.names) if said and name == said)


def _rank(item: Item, meant: frozenset[int], headings: Headings) -> int | None:
    """Return the rank of the heading that an item means, if that is certain."""
    return next(iter(meant)) if len(meant) == 1 else headings.led_to(item.link, meant)


def _is_above(item: Item, ranks: dict[Item, int], headings: Headings) -> bool:
    """Whether the heading of an item is on the level of that of the item around it, or on a higher one.

    The first heading may be the title of a document, on the level of its sections.
    """
    around = item.within
    while around and around not in ranks:
        around = around.within
    if around is None or item not in ranks or ranks[around] == 0:
        return False
    own, other = (headings.elements[ranks[each]].tag[1:] for each in (item, around))
    return own.isdecimal() and other.isdecimal() and int(own) <= int(other)
