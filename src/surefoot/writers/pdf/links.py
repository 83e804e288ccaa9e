"""Let a printed link be read: none is empty, and an address runs from left to right."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from surefoot.text import absolute, without_address


def dress(link: Element) -> None:
    """Print the address of a ``link`` that shows nothing, and set apart one that shows its address.

    An address that is part of a text from right to left would show its parts in
    that order. What is empty has no place that could be clicked.
    """
    target, words = link.get("href", ""), "".join(link.itertext())
    if not absolute(target):
        return
    if not words.strip() and link.find(".//img") is None:
        link.text = words = target
    if not without_address(words, target):
        link.set("dir", "ltr")
