"""Gather the style sheets that a document uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from surefoot.inspectors.tree.names import Element, name
from surefoot.inspectors.tree.style.sheets import Sheet


def sheets(root: Element, linked: Callable[[str], str]) -> Iterator[Sheet]:
    """Yield the style sheets of a document in their order.

    Args:
        root: of the document.
        linked: returns the text of a sheet that a link leads to; empty where it cannot be had.
    """
    for element in root.iter("{*}style", "{*}link"):
        if next(element.iterancestors("{*}noscript", "{*}template"), None) is not None:
            continue
        media = element.get("media", "")
        if name(element) == "style":
            yield Sheet("".join(element.itertext()), media)
        elif set(element.get("rel", "").lower().split()) >= {"stylesheet"} and _is_used(element):
            yield Sheet(linked(element.get("href", "")), media)


def _is_used(link: Element) -> bool:
    """Whether a linked sheet is used unless a reader chooses another (HTML, section 4.6.7.20)."""
    return "alternate" not in link.get("rel", "").lower().split() and link.get("disabled") is None
