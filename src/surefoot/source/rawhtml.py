"""Raw HTML links and pictures among inlines, as the links and pictures that they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

from surefoot.model import Json
from surefoot.source.tree import of_kind

_TAG = re.compile(r"<([A-Za-z][^\s/>]*)")
# HTML, living standard, the index of elements, and the commonest of SVG and MathML.
_HTML = frozenset(
    (
        "a abbr acronym address area article aside audio b base bdi bdo big blink blockquote body br "
        "button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir "
        "div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 "
        "head header hgroup hr html i iframe img input ins kbd label legend li link main map mark "
        "marquee math menu meta meter nav nobr noembed noframes noscript object ol optgroup option "
        "output p param picture pre progress q rp rt ruby s samp script search section select slot small "
        "source span strike strong style sub summary sup svg table tbody td template textarea tfoot th "
        "thead time title tr track tt u ul var video wbr"
        " circle clippath defs ellipse filter foreignobject g image line lineargradient marker mask path "
        "pattern polygon polyline radialgradient rect stop symbol text tspan use annotation mfrac mi mn mo "
        "mover mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover "
        "semantics"
    ).split()
)


_OF_PICTURES = ("role", "aria-describedby", "aria-details")
"""What a picture is to those who do not see it."""


def unknown(tree: Json) -> Iterator[str]:
    """Yield each tag in a part of the tree that is no HTML: what an author wrote so prints nothing."""
    for raw in of_kind(tree, "RawInline", "RawBlock"):
        found = _TAG.match(raw["c"][1]) if raw["c"][0] == "html" else None
        if found and found[1].lower() not in _HTML:
            yield raw["c"][1]


def native(inlines: Sequence[Json]) -> list[Json]:
    """Return ``inlines`` with raw ``<a href>…</a>`` as Link and raw ``<img>`` as Image.

    Pandoc does the same for ``<span>`` and ``<div>`` (native_spans, native_divs).
    An anchor that is not closed among the same inlines stays as it is.
    """
    result: list[Json] = []
    at = 0
    while at < len(inlines):
        tag, attributes = _start_tag(inlines[at])
        end = _end_of_anchor(inlines, at) if tag == "a" and attributes.get("href") else 0
        if end:
            inner = native(inlines[at + 1 : end])
            target = [attributes["href"], attributes.get("title", "")]
            result.append({"t": "Link", "c": [_attr(attributes), inner, target]})
            at = end
        elif tag == "img" and attributes.get("src"):
            alternative = [{"t": "Str", "c": attributes.get("alt", "")}]
            target = [attributes["src"], attributes.get("title", "")]
            result.append({"t": "Image", "c": [_attr(attributes, *_OF_PICTURES), alternative, target]})
        else:
            result.append(inlines[at])
        at += 1
    return result


def _attr(attributes: dict[str, str], *others: str) -> Json:
    """Return a node's attributes in pandoc's form: id, classes, sizes in pixels, and ``others`` by name."""
    sizes = [key for key in ("width", "height") if attributes.get(key, "").isdigit()]
    kept = [[key, attributes[key]] for key in (*sizes, *others) if attributes.get(key)]
    return [attributes.get("id", ""), attributes.get("class", "").split(), kept]


def _end_of_anchor(inlines: Sequence[Json], start: int) -> int:
    ends = (at for at in range(start + 1, len(inlines)) if _raw(inlines[at]).lower().strip() == "</a>")
    return next(ends, 0)


def _raw(inline: Json) -> str:
    return inline["c"][1] if inline["t"] == "RawInline" and inline["c"][0] == "html" else ""


def _start_tag(inline: Json) -> tuple[str, dict[str, str]]:
    raw = _raw(inline)
    if not raw.startswith("<") or raw.startswith(("</", "<!")):
        return "", {}
    reader = _Tag()
    reader.feed(raw)
    return reader.tag, reader.attributes


class _Tag(HTMLParser):
    """Reads one start tag."""

    def __init__(self) -> None:
        super().__init__()
        self.tag = ""
        self.attributes: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.tag, self.attributes = tag, {key: value or "" for key, value in attrs}
