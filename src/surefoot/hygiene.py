"""Takes out of an element tree what no publication may hold, and ties up loose ends."""

from __future__ import annotations

import re
from collections.abc import Collection
from xml.etree.ElementTree import Element

from surefoot.text import absolute, address

# Nothing in these is prose; what they show lives elsewhere or needs a script.
_GONE = frozenset(
    (
        "script style template link meta base title noscript iframe frame frameset object embed applet "
        "param source track input select textarea canvas dialog area map"
    ).split()
)
# All others are unwrapped: what stands in them is prose, but they mean something for the whole page, want a
# script, are obsolete, or are no HTML at all, such as the <T> of somebody's unfenced code.
_CONTENT = frozenset(
    (
        "a abbr b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn div dl dt "
        "em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark math ol p pre q rp rt ruby s "
        "samp section small span strong sub summary sup svg table tbody td tfoot th thead time tr u ul "
        "var wbr"
    ).split()
)
_KEPT = frozenset(
    (
        "id class href src alt title lang dir colspan rowspan scope headers start value type reversed "
        "cite datetime open width height role aria-label display xmlns encoding alttext"
    ).split()
)
_UNSAFE_SCHEME = re.compile(r"\s*(?:javascript|vbscript|data):", re.IGNORECASE)
_MATHS_OWN = frozenset({"math", "svg"})
_ALIGNED = re.compile(r"text-align:\s*(left|right|center)")


def without_namespaces(root: Element) -> None:
    """Give MathML and SVG plain names, with ``xmlns`` as an attribute of their outermost element."""
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.startswith("{"):
            space, _, name = element.tag[1:].partition("}")
            element.tag = name
            if name in _MATHS_OWN:
                element.set("xmlns", space)
        for key in [key for key in element.attrib if not isinstance(key, str) or key.startswith("{")]:
            value = element.attrib.pop(key)
            if isinstance(key, str):
                element.set(key.partition("}")[2], value)


def clean(part: Element) -> None:
    """Remove scripts, styles, frames, forms, event handlers and what only a browser would show."""
    for parent in list(part.iter()):
        for child in list(parent):
            if not isinstance(child.tag, str) or child.tag in _GONE:
                _remove(parent, child)
    inside = {inner for own in part.iter() if own.tag in _MATHS_OWN for inner in own.iter()}
    for element in part.iter():
        if element not in inside:
            _unwrap(element)
            _tidy(element)


def unlink(part: Element, known: Collection[str]) -> None:
    """Turn links that lead nowhere from a published file into their words.

    A link is kept where it is absolute, or leads to one of the ``known`` ids, or to a note.
    """
    for link in part.iter("a"):
        target = link.get("href", "")
        inside = target.startswith("#") and (target[1:] in known or link.get("class") == "noteref")
        if absolute(target) and not _UNSAFE_SCHEME.match(target):
            link.set("href", address(target))
        elif not inside:
            link.tag = "span"
            link.attrib = {key: value for key, value in link.attrib.items() if key in {"id", "lang", "dir"}}


def _remove(parent: Element, child: Element) -> None:
    """Remove a child, but not the text behind it."""
    before = list(parent).index(child)
    tail = child.tail or ""
    if before:
        parent[before - 1].tail = (parent[before - 1].tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(child)


def _unwrap(element: Element) -> None:
    """Rename an element that is no content of a document: to ``div`` around blocks, else to ``span``."""
    if element.tag not in _CONTENT:
        blocks = any(inner.tag in {"p", "div", "ul", "ol", "table", "blockquote", "pre"} for inner in element)
        element.tag = "div" if blocks else "span"


def _tidy(element: Element) -> None:
    aligned = _ALIGNED.search(element.get("style", ""))
    if aligned and element.tag in {"td", "th"}:
        element.set("class", f"{element.get('class', '')} {aligned[1]}".strip())
    element.attrib = {key: value for key, value in element.attrib.items() if key in _KEPT}
