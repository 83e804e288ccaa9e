"""Gather the style sheets that a document uses."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator

from surefoot.inspectors.tree.names import Element, name
from surefoot.inspectors.tree.style.sheets import Sheet, parsed
from surefoot.inspectors.tree.style.values import address

_DEEPEST = 4
"""How many sheets may import each other in a row."""


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
            yield from _with_imports("".join(element.itertext()), "", linked, media, _DEEPEST)
        elif set(element.get("rel", "").lower().split()) >= {"stylesheet"} and _is_used(element):
            link = element.get("href", "")
            yield from _with_imports(linked(link), link, linked, media, _DEEPEST)


def _with_imports(
    text: str, link: str, linked: Callable[[str], str], media: str, left: int
) -> Iterator[Sheet]:
    """Yield a sheet behind those that it imports for all media (CSS Cascading, section 2).

    An import that is bound to a condition is not read.
    """
    for node in parsed(text) if left else ():
        if node.type != "at-rule" or node.lower_at_keyword not in {"import", "charset", "layer"}:
            break
        targets = [token for token in node.prelude if token.type != "whitespace"]
        if node.lower_at_keyword == "import" and len(targets) == 1:
            target = address(targets[0])
            there = posixpath.join(posixpath.dirname(link), target) if target else ""
            if target and (imported := linked(there)):
                yield from _with_imports(imported, there, linked, media, left - 1)
    yield Sheet(text, media)


def _is_used(link: Element) -> bool:
    """Whether a linked sheet is used unless a reader chooses another (HTML, section 4.6.7.20)."""
    return "alternate" not in link.get("rel", "").lower().split() and link.get("disabled") is None
