"""Tells a letter or a figure with a full stop, which pandoc takes for a list, from a list that has items."""

from __future__ import annotations

from surefoot.model import Json
from surefoot.source.telling import TYPES
from surefoot.text import ordinal

_MANNERS = TYPES | {"Decimal": "1"}
_DELIMITERS = {"Period": "{}.", "OneParen": "{})", "TwoParens": "({})"}


def spell_out(block: Json) -> None:
    """Let a ``block`` that is a numbered list of one item without words be the words that its author wrote.

    Such are the heads ``£``, ``s.`` and ``d.`` of a table of money: as a list
    item the letter would be a mark beside nothing, and no text to a reader's
    search, copy or screen reader.
    """
    if block["t"] != "OrderedList":
        return
    (start, style, delimiter), items = block["c"]
    manner, frame = _MANNERS.get(style["t"]), _DELIMITERS.get(delimiter["t"])
    if items == [[]] and manner and frame:
        block["t"], block["c"] = "Plain", [{"t": "Str", "c": frame.format(ordinal(start, manner))}]
