"""Copy a piece of markup so that it can be shown elsewhere: it looks as it did, and does nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from surefoot.inspectors.tree.names import Element, name

RENAMED = {"href": "data-href", "id": "data-id", "role": "data-role", "epub:type": "data-type"}
"""Attributes that act, name a place or speak to assistive technology, and under which name they go on."""

_KEPT = frozenset(
    (
        "a abbr b bdi bdo blockquote br caption cite code dd del dfn div dl dt em figcaption figure hr i ins "
        "kbd li mark ol p pre q rp rt ruby s samp small span strong sub sup table tbody td tfoot th thead "
        "time tr u ul var wbr "
        "math maction merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms "
        "mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover semantics"
    ).split()
)
_PHRASING = frozenset({"big", "button", "data", "font", "img", "label", "nobr", "output", "svg", "tt"})
_GONE = frozenset(
    (
        "annotation annotation-xml area audio base canvas col colgroup datalist embed form iframe input link "
        "map meta noscript object optgroup option script select source style template textarea title track "
        "video"
    ).split()
)
_ATTRIBUTES = frozenset(
    "class colspan dir display hidden lang mathvariant reversed rowspan start type value".split()
)
_NOT_IN_STYLE = ("url", "src(", "image-set", "fixed", "sticky", "\\")
_PLAIN = {
    "{http://www.idpf.org/2007/ops}type": "epub:type",
    "{http://www.w3.org/XML/1998/namespace}lang": "lang",
}
_LARGEST_PICTURE = 80_000
"""Characters of a picture that is given in its own address: more would weigh a page down."""


def shown_as(tag: str) -> str | None:
    """Return as which element one of the name ``tag`` is shown; None for one that is not.

    Headings and landmarks of one page are none of another's.
    """
    if tag in _GONE:
        return None
    if tag in _KEPT:
        return tag
    return "span" if tag in _PHRASING else "div"


@dataclass(slots=True)
class Copy:
    """Copies an element, and as much of its text as there is room for; an ellipsis stands for the rest."""

    classes: Mapping[Element, str]
    """Elements that get a further class."""
    start: int
    """How many characters of the element's text are left out before what is shown."""
    end: int
    """How many characters of its text stand before what is left out at its end."""
    cut: bool = field(default=False, init=False)
    """Something was left out at its end."""
    _read: int = field(default=0, init=False)

    def whole(self, element: Element) -> Element:
        """Return a copy of ``element`` and of what is in it."""
        copy = self.shell(element)
        if name(element) in {"img", "svg"}:
            _picture(element, copy)
            return copy
        copy.text = self._text(element.text)
        for child in element:
            if isinstance(child.tag, str) and shown_as(name(child)):
                begin = self._read
                inner = self.whole(child)
                if begin <= self.end and self._read >= self.start:
                    copy.append(inner)
            _append(copy, self._text(child.tail))
        return copy

    def shell(self, element: Element) -> Element:
        """Return a copy of ``element`` without what is in it. Its old name goes on as ``data-as``."""
        tag = name(element)
        copy = etree.Element(shown_as(tag) or "div", dict(_attributes(element)))
        if copy.tag != tag:
            copy.set("data-as", tag)
        if _closed(element):
            copy.set("hidden", "")
        if element in self.classes:
            copy.set("class", f"{copy.get('class', '')} {self.classes[element]}".strip())
        return copy

    def _text(self, text: str | None) -> str:
        text = text or ""
        begin, self._read = self._read, self._read + len(text)
        start, end = self.start - begin, self.end - begin
        kept = text[max(0, start) : max(0, end)]
        if 0 < start < len(text):
            kept = f"… {kept.partition(' ')[2] or kept}"
        if 0 <= end < len(text):
            kept = f"{kept.rpartition(' ')[0] or kept} …"
            self.cut = True
        return kept


def _attributes(element: Element) -> Iterator[tuple[str, str]]:
    for key, value in element.attrib.items():
        plain = _PLAIN.get(str(key), str(key))
        harmless = plain == "style" and not any(word in value.lower() for word in _NOT_IN_STYLE)
        if plain in RENAMED:
            yield RENAMED[plain], value
        elif plain in _ATTRIBUTES or harmless:
            yield plain, value


def _closed(element: Element) -> bool:
    """Whether a reader sees the element only once it is opened."""
    closed = name(element) in {"details", "dialog"} and element.get("open") is None
    return closed or element.get("popover") is not None


def _picture(element: Element, copy: Element) -> None:
    """Fill ``copy`` with a picture that brings all its data along, else with its alternative text."""
    words = element.get("alt") or element.get("aria-label") or ""
    source = element.get("src", "")
    if source.startswith("data:image/") and len(source) < _LARGEST_PICTURE:
        etree.SubElement(copy, "img", src=source, alt=words)
    else:
        copy.set("class", f"{copy.get('class', '')} exhibit-picture".strip())
        copy.text = words


def _append(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
