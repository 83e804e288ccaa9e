"""What the elements around say of a table's cell and of a list's item."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from surefoot.promise import Begins, Shape
from surefoot.text import ordinal

_NUMBER = re.compile(r"[0-9]{1,9}")
_LISTS = frozenset({"dir", "menu", "ol", "ul"})
_PARTS = {Begins.ROW: frozenset({"tr"}), Begins.TABLE: frozenset({"table"})}


@dataclass(slots=True)
class Open:
    """An element that has begun, and the words in it so far."""

    name: str
    given: Mapping[str, str]
    """Its attributes."""
    pieces: list[str] = field(default_factory=list)
    met: int | None = None
    """The number of a list's last item; of a table or a row, none until a cell of it has begun."""


def shape(name: str, given: Mapping[str, str], around: Sequence[Open]) -> Shape:
    """Return what a cell is that begins now, in the elements ``around`` it, from the outermost."""
    begins = Begins.NOTHING
    for kind, names in _PARTS.items():
        part = _innermost(names, around)
        if part and part.met is None:
            begins, part.met = kind, 1
    across, down = (max(1, _integer(given.get(side, ""), 1)) for side in ("colspan", "rowspan"))
    return Shape(begins, name == "th", across, down)


def number(given: Mapping[str, str], around: Sequence[Open]) -> str | None:
    """Return the number of an item that begins now (HTML, 4.4.8); empty where its list has none.

    None where it stands in no list, or in one that counts down to an end that has not come.
    """
    listing = _innermost(_LISTS, around)
    if listing is None or "reversed" in listing.given:
        return None
    if listing.name != "ol":
        return ""
    first = _integer(listing.given.get("start", ""), 1)
    following = first if listing.met is None else listing.met + 1
    listing.met = _integer(given.get("value", ""), following)
    return ordinal(listing.met, listing.given.get("type", "1"))


def _innermost(names: frozenset[str], around: Sequence[Open]) -> Open | None:
    return next((each for each in reversed(around) if each.name in names), None)


def _integer(written: str, otherwise: int) -> int:
    return int(written) if _NUMBER.fullmatch(written) else otherwise
