"""The numbers of list items: figures, letters or Roman numerals (HTML, the ``type`` of an ``ol``)."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase
from xml.etree.ElementTree import Element

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def ordinals(items: Element) -> Iterator[str]:
    """Yield the number of each item of an ordered list, as the list wants it written."""
    number = int(items.get("start", "1"))
    for item in items:
        number = int(item.get("value", number))
        yield ordinal(number, items.get("type", "1"))
        number += 1


def ordinal(number: int, kind: str) -> str:
    """Return ``number`` in a list's manner (``1``, ``a``, ``A``, ``i``, ``I``), or in figures."""
    written = {"a": _letters, "i": _roman}.get(kind.lower())
    text = written(number) if written and number > 0 else str(number)
    return text.upper() if kind in {"A", "I"} else text


def _letters(number: int) -> str:
    """Return a, b … z, aa, ab and so on."""
    before, last = divmod(number - 1, len(ascii_lowercase))
    return (_letters(before) if before else "") + ascii_lowercase[last]


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text
