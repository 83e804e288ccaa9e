"""Addresses in print: none is broken after a hyphen of its own that would be taken for one of the line."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

_ADDRESS = re.compile(r"(?:https?://|www\.|doi:|urn:)\S+", re.IGNORECASE)
_HYPHENED = re.compile(r"([^\s/?&=#_.:;,%~+@-]+(?:-[^\s/?&=#_.:;,%~+@-]+)+)")
"""A part of an address, between its signs, with hyphens in it."""
_LONGEST = 20
"""Characters of a part that leave enough of a line; of the many hyphens in a longer one none is mistaken."""


def keep(body: Element) -> None:
    """Keep short parts with hyphens in one piece, such as ``eur-lex`` in ``https://eur-lex.europa.eu``."""
    for link in list(body.iter("a")):
        if not len(link) and _ADDRESS.fullmatch(link.text or ""):
            _divide(link)


def _divide(link: Element) -> None:
    begun, *rest = _HYPHENED.split(link.text or "")
    link.text, last = begun, link
    for part, after in zip(rest[::2], rest[1::2], strict=True):
        if len(part) <= _LONGEST:
            last = Element("span", {"class": "together"})
            last.text, last.tail = part, after
            link.append(last)
        elif last is link:
            link.text += part + after
        else:
            last.tail = f"{last.tail}{part}{after}"
