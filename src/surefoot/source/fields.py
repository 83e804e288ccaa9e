"""The values of pandoc's metadata as plain text."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence

from surefoot.model import Json
from surefoot.source.prose import alternative
from surefoot.source.tree import rewrite
from surefoot.text import without_address


def text(meta: Mapping[str, Json], *names: str) -> str:
    """Return the first field of these names that says something, as plain text on one line."""
    return next((said for name in names if (said := plain(meta.get(name)))), "")


def first(meta: Mapping[str, Json], *names: str) -> Json:
    """Return the first field of these names that is given; None if none is."""
    return next((meta[name] for name in names if meta.get(name)), None)


def plain(value: Json) -> str:
    """Return a metadata value as plain text on one line."""
    if value is None:
        return ""
    if value["t"] == "MetaBool":
        return ""
    if value["t"] == "MetaList":
        return ", ".join(filter(None, map(plain, value["c"])))
    if value["t"] == "MetaMap":
        return next(
            (said for name in ("name", "text", "value", "literal") if (said := plain(value["c"].get(name)))),
            "",
        )
    return " ".join((value["c"] if value["t"] == "MetaString" else alternative(value["c"])).split())


def items(value: Json) -> Sequence[Json]:
    """Return what a value is a list of; a value that is none is the only item."""
    if value is None:
        return ()
    return value["c"] if value["t"] == "MetaList" else (value,)


def with_addresses(value: Json) -> Json:
    """Return a metadata value in which each link is followed by where it leads, unless it prints that."""
    written = copy.deepcopy(value)
    rewrite(written, _told)
    return written


def _told(part: Json) -> Json:
    if part.get("t") != "Link" or not without_address(alternative(part["c"][1]), part["c"][2][0]):
        return None
    return {"t": "Str", "c": f"{alternative(part['c'][1])} ({part['c'][2][0]})"}
