"""Lets code run from left to right in a text that runs from right to left."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

_CODE = ("code", "kbd", "pre", "samp")


def settle(parts: Iterable[Element], *, rtl: bool) -> None:
    """Say the direction of code, unless its author does, where anything runs from right to left.

    An attribute, not style: EPUB forbids ``direction`` in style sheets (EPUB 3.3, 6.3.1.2).

    Args:
        parts: of a document.
        rtl: whether it runs from right to left as a whole.
    """
    for part in parts:
        if rtl or any(element.get("dir") == "rtl" for element in part.iter()):
            for tag in _CODE:
                for code in part.iter(tag):
                    code.set("dir", code.get("dir", "ltr"))
