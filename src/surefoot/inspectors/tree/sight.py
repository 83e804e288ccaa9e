"""What of an element tree can be seen on an ordinary screen, before anything is clicked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from surefoot.inspectors.tree.names import Element, name

_NO_DISPLAY = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sight:
    """What a page hides."""

    gone: frozenset[Element] = frozenset()
    """Elements that are hidden with all that is in them."""
    unseen: frozenset[Element] = frozenset()
    """Elements whose own words are invisible; those of their children may be seen."""


EVERYTHING = Sight()
"""The sight of one whom nothing hides anything from."""


def sight(body: Element) -> Sight:
    """Return what the page of ``body`` hides."""
    return Sight(gone=frozenset(element for element in body.iter("*") if _is_hidden(element)))


def _is_hidden(element: Element) -> bool:
    """Whether its attributes hide an element from everybody, or from those who listen (HTML, WAI-ARIA)."""
    if not element.attrib and name(element) != "dialog":
        return False
    return (
        (name(element) == "dialog" and element.get("open") is None)
        or element.get("hidden") is not None
        or element.get("inert") is not None
        or element.get("popover") is not None
        or element.get("aria-hidden") == "true"
        or bool(_NO_DISPLAY.search(element.get("style", "")))
    )
