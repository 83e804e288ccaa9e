"""The labels of list items (ISO 32000-1, 14.8.4.3.3 and 14.8.5.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from surefoot.inspectors.pdf.lines import Pages
from surefoot.inspectors.pdf.speech import words
from surefoot.inspectors.pdf.structure import Element

_UNNUMBERED = frozenset({"Circle", "Description", "Disc", "Square", "Unordered"})
_ORDERED = frozenset({"Decimal", "LowerAlpha", "LowerRoman", "Ordered", "UpperAlpha", "UpperRoman"})


def labels(item: Element) -> Iterator[Element]:
    """Yield what an item is labelled with."""
    return (kid for kid in item.kids if isinstance(kid, Element) and kid.tag == "Lbl")


def number(item: Element, numbering: str, pages: Pages) -> str | None:
    """Return the number of an ``item`` in a list of such a ``numbering``, without signs around it.

    Empty where it has none. None where the list is numbered and the item has no label.
    """
    if numbering in _UNNUMBERED:
        return ""
    printed: list[str] = re.findall(r"\w+", "".join(words(label, pages) for label in labels(item)))
    if not printed:
        return None if numbering in _ORDERED else ""
    return printed[-1]
