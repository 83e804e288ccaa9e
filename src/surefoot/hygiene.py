"""Takes out of an element tree what no publication may hold, and ties up loose ends."""

from __future__ import annotations

import re
from collections.abc import Collection
from xml.etree.ElementTree import Element

from surefoot import drawings
from surefoot.text import absolute, address, without_address

# What a promise does not count as words, and what can hold none.
_GONE = frozenset(
    "script style template link meta base param source track area input embed frame keygen".split()
)
# All others become plain: what stands in them is prose, but they mean something for the whole page, want a
# script or a network, are obsolete, or are no HTML at all, such as the <T> of somebody's unfenced code.
_CONTENT = frozenset(
    (
        "a abbr b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn div dl dt "
        "em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark math ol p pre q rp rt ruby s "
        "samp section small span strong sub summary sup svg table tbody td tfoot th thead time tr u ul "
        "var wbr"
    ).split()
)
_NOW = {"h1": "h2", "menu": "ul", "dir": "ul"}
"""The title alone is an ``h1``."""
_BLOCKS = frozenset(
    (
        "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure "
        "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section "
        "summary table ul"
    ).split()
)
_EVERYWHERE = frozenset("id class title lang dir role aria-label".split())
_OWN = {
    "a": {"href"},
    "blockquote": {"cite"},
    "data": {"value"},
    "del": {"cite", "datetime"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height", "aria-describedby", "aria-details"},
    "ins": {"cite", "datetime"},
    "li": {"value"},
    "ol": {"start", "type", "reversed"},
    "q": {"cite"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope"},
    "time": {"datetime"},
}
_NUMBER = re.compile(r"[0-9]{1,9}")
# HTML, 4.9.11, bounds what a cell spans.
_NUMBERS = {("ol", "start"): range(10**9), ("li", "value"): range(10**9)} | {
    (cell, key): span
    for cell in ("td", "th")
    for key, span in (("colspan", range(1, 1001)), ("rowspan", range(1, 65535)))
}
_UNSAFE_SCHEME = re.compile(r"\s*(?:javascript|vbscript|data):", re.IGNORECASE)
_TONGUES = frozenset({"math", "svg"})
_DECLARED = "{http://www.w3.org/2000/xmlns/}"
_ALIGNED = re.compile(r"text-align:\s*(left|right|center)")
_SIZE = re.compile(
    r"(?:^|;)\s*(width|height):\s*([1-9][0-9]{0,3}(?:\.[0-9]+)?(?:%|px|pt|pc|em|ex|cm|mm|in))\s*(?=;|$)"
)
_SIZED = frozenset({"col", "img", "table"})


def without_namespaces(root: Element) -> None:
    """Give MathML and SVG plain names, with ``xmlns`` as an attribute of their outermost element.

    HTML within them says so in its own ``xmlns``.
    """
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.startswith("{"):
            for child in element:
                if isinstance(child.tag, str) and not child.tag.startswith("{"):
                    child.set("xmlns", drawings.XHTML)
            space, _, name = element.tag[1:].partition("}")
            element.tag = name
            if name in _TONGUES:
                element.set("xmlns", space)
        for key in [key for key in element.attrib if not isinstance(key, str) or key.startswith("{")]:
            value = element.attrib.pop(key)
            if isinstance(key, str) and not key.startswith(_DECLARED):
                element.set(key.partition("}")[2], value)


def clean(part: Element) -> None:
    """Remove scripts, styles, frames, forms, event handlers and what else a browser would run or fetch.

    No word goes that a promise counts: what is no content of a document gives
    way to its words. Drawings and formulas have a rule of their own
    (:mod:`surefoot.drawings`), HTML in them the rule of HTML.
    """
    foreign: set[Element] = set()
    for parent in list(part.iter()):
        for child in list(parent):
            _draw_box(child, parent)
            if not isinstance(child.tag, str) or child.tag in _GONE:
                drawings.remove(parent, child)
            elif child.tag not in _TONGUES and (
                parent not in foreign or child.get("xmlns") == drawings.XHTML
            ):
                _make_plain(child)
                _tidy(child)
            elif drawings.unwanted(child):
                drawings.remove(parent, child)
            else:
                foreign.add(child)
                drawings.tame(child, parent)
    _unfold(part)


def _draw_box(box: Element, label: Element) -> None:
    """Draw the box of a task: pandoc makes of its character a control, and a control is no content."""
    if box.tag == "input" and box.get("type") == "checkbox" and box is label[0] and not label.text:
        box.tag = "span"
        box.text = "☐ " if box.get("checked") is None else "☒ "


def _unfold(part: Element) -> None:
    """Open what is folded and holds a call: a reader must not have to look for it."""
    for folded in part.iter("details"):
        if any(link.get("class") == "noteref" for link in folded.iter("a")):
            folded.set("open", "open")


def unlink(part: Element, known: Collection[str]) -> None:
    """Turn links that lead nowhere from a published file into their words.

    A link is kept where it is absolute, or leads to one of the ``known`` ids, or to a note.
    """
    for link in part.iter("a"):
        target = link.get("href", "")
        inside = target.startswith("#") and (target[1:] in known or link.get("class") == "noteref")
        if absolute(target) and not _UNSAFE_SCHEME.match(target):
            link.set("href", address(target))
            _make_readable(link)
        elif not inside:
            link.tag = "span"
            link.attrib = {key: value for key, value in link.attrib.items() if key in {"id", "lang", "dir"}}


def _make_readable(link: Element) -> None:
    """Let a link that shows nothing show its address, and let an address run from left to right.

    What is empty has no place to be clicked. Within a text from right to left an
    address would show its parts in that order; ``dir`` sets it apart (HTML, 3.2.6.4).
    """
    target, words = link.get("href", ""), "".join(link.itertext())
    if not words.strip() and link.find(".//img") is None:
        link.text = words = target
    if not without_address(words, target):
        link.set("dir", "ltr")


def _make_plain(element: Element) -> None:
    """Make a ``div`` or ``span`` of an element that is no content of a document, as its words need."""
    element.tag = _NOW.get(element.tag, element.tag)
    if element.tag not in _CONTENT:
        blocks = any(inner.tag in _BLOCKS for inner in element.iter())
        element.tag = "div" if blocks else "span"


def _tidy(element: Element) -> None:
    """Keep of an element's attributes what says something; of its style how a cell is aligned, and sizes."""
    sizes = dict(_SIZE.findall(element.get("style", ""))) if element.tag in _SIZED else {}
    aligned = _ALIGNED.search(element.get("style", ""))
    if aligned and element.tag in {"td", "th"}:
        element.set("class", f"{element.get('class', '')} {aligned[1]}".strip())
    element.attrib = {
        key: value for key, value in element.attrib.items() if _is_kept(element.tag, key, value)
    }
    # Of two sizes the height gives way: on a narrow screen both would distort a picture.
    for name in ("width", "height") if element.tag == "img" else ("width",):
        if name in sizes:
            element.set("style", f"{name}: {sizes[name]}")
            break


def _is_kept(tag: str, key: str, value: str) -> bool:
    if key == "xmlns":
        return value == drawings.XHTML
    if numbers := _NUMBERS.get((tag, key)):
        return bool(_NUMBER.fullmatch(value)) and int(value) in numbers
    if key == "role" and value.strip().lower().startswith("doc-"):
        # Calls, notes and citations get theirs from the writers; whatever else claimed to be one would lie.
        return False
    return key in _OWN.get(tag, ()) or key in _EVERYWHERE
