"""Tells pandoc's tree as HTML would: native elements and raw ones in one stream."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from typing import Protocol

from surefoot.model import Json
from surefoot.source.prose import MUTE, QUOTES, alternative, words
from surefoot.text import LINE_END, absolute

_CONTAINERS = {"Para": "p", "Plain": "p", "BlockQuote": "blockquote", "Div": "div"} | dict.fromkeys(
    "Span Cite Emph Underline Strong Strikeout Superscript Subscript SmallCaps".split(), ""
)
"""The HTML element that each kind is, if it parts words or means something to a promise."""
_CONTENT_SECOND = {"Div", "Span", "Cite"}
_SET_APART = {"csl-block", "csl-left-margin", "csl-right-inline", "csl-indent"}
"""Spans of a bibliography's entry that pandoc sets as blocks (CSL 1.0.2, the display attribute)."""


TYPES = {"LowerAlpha": "a", "UpperAlpha": "A", "LowerRoman": "i", "UpperRoman": "I"}
"""How ordered lists are numbered, as the ``type`` of an ``ol`` says it; the others in figures."""
_NOTHING: Mapping[str, str] = {}


class Listener(Protocol):
    """Hears elements begin and end, words and pictures."""

    def start(self, name: str, given: Mapping[str, str] = _NOTHING) -> None:
        """An element begins, with these attributes."""

    def end(self, name: str) -> None:
        """An element ends."""

    def say(self, text: str) -> None:
        """Words."""

    def show(self, alternative: str, source: str) -> bool:
        """A picture; return whether it can be had."""

    @property
    def linked(self) -> bool:
        """Whether what is told now stands in a link."""


class _Raw(HTMLParser):
    """Tells a raw piece of HTML to a listener."""

    def __init__(self, listener: Listener) -> None:
        super().__init__()
        self._listener = listener
        self._mute = 0

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "img":
            _tell_picture([{"t": "Str", "c": given.get("alt", "")}], given.get("src", ""), self._listener)
        elif tag in MUTE:
            self._mute += 1
        else:
            self._listener.start(tag, given)

    def handle_endtag(self, tag: str) -> None:
        if tag in MUTE:
            self._mute -= self._mute > 0
        else:
            self._listener.end(tag)

    def handle_data(self, data: str) -> None:
        if not self._mute:
            self._listener.say(data)


def tell(parts: Json, listener: Listener) -> None:
    """Tell a list of pandoc's blocks or inlines; calls of notes are silent."""
    for part in parts:
        kind, content = part["t"], part.get("c")
        if kind in _CONTAINERS:
            _tell_container(kind, content, listener)
        elif not (_tell_words(kind, content, listener) or _tell_structure(kind, content, listener)):
            _tell_inline(kind, content, listener)


def _tell_container(kind: str, content: Json, listener: Listener) -> None:
    if kind == "Span" and "noteref" in content[0][1]:
        return
    inner = content[1] if kind in _CONTENT_SECOND else content
    set_apart = kind == "Span" and not _SET_APART.isdisjoint(content[0][1])
    if name := "div" if set_apart else _CONTAINERS[kind]:
        _element(name, inner, listener)
    else:
        tell(inner, listener)


def _tell_words(kind: str, content: Json, listener: Listener) -> bool:
    """Tell what has no elements in it; return whether it was that."""
    match kind:
        case "Str":
            listener.say(content)
        case "Space" | "SoftBreak":
            listener.say(" ")
        case "LineBreak":
            listener.start("br")
        case "Code":
            listener.say(content[1])
        case "Math":
            listener.say(LINE_END + content[1] + LINE_END)
        case "RawInline" | "RawBlock":
            if content[0] == "html":
                raw = _Raw(listener)
                raw.feed(content[1])
                raw.close()
        case _:
            return False
    return True


def _tell_structure(kind: str, content: Json, listener: Listener) -> bool:
    """Tell a block that has elements of several kinds in it; return whether it was one."""
    match kind:
        case "Table":
            _tell_table(content, listener)
        case "BulletList":
            _tell_list("ul", {}, content, listener)
        case "OrderedList":
            (start, style, _), items = content
            _tell_list("ol", {"start": str(start), "type": TYPES.get(style["t"], "1")}, items, listener)
        case "Figure":
            _element("figure", content[2], listener)
            _element("figcaption", content[1][1], listener)
        case _:
            elements = list(_elements(kind, content))
            for name, inner in elements:
                _element(name, inner, listener)
            return bool(elements)
    return True


def _elements(kind: str, content: Json) -> Iterator[tuple[str, Json]]:
    """Yield the elements that a block is, with their contents."""
    match kind:
        case "Header":
            yield f"h{content[0]}", content[2]
        case "CodeBlock":
            yield "pre", [{"t": "Str", "c": content[1]}]
        case "HorizontalRule":
            yield "hr", []
        case "LineBlock":
            yield from (("p", line) for line in content)
        case "DefinitionList":
            for term, definitions in content:
                yield "dt", term
                yield from (("dd", definition) for definition in definitions)


def _tell_list(name: str, given: Mapping[str, str], items: Json, listener: Listener) -> None:
    listener.start(name, given)
    for item in items:
        _element("li", item, listener)
    listener.end(name)


def _tell_table(content: Json, listener: Listener) -> None:
    _, (_, caption), _, head, bodies, foot = content
    listener.start("table")
    _element("caption", caption, listener)
    # A head of nothing but empty cells is how pandoc says that there is none.
    if any(cell[4] for _, cells in head[1] for cell in cells):
        listener.start("thead")
        _tell_rows(head[1], "th", listener)
        listener.end("thead")
    for body in bodies:
        _tell_rows([*body[2], *body[3]], "td", listener)
    _tell_rows(foot[1], "td", listener)
    listener.end("table")


def _tell_rows(rows: Json, name: str, listener: Listener) -> None:
    for _, cells in rows:
        listener.start("tr")
        for _, _, reach_down, reach_across, content in cells:
            given = {"rowspan": str(reach_down), "colspan": str(reach_across)}
            _element(name, content, listener, given)
        listener.end("tr")


def _tell_inline(kind: str, content: Json, listener: Listener) -> None:
    match kind:
        case "Quoted":
            marks = QUOTES[content[0]["t"]]
            listener.say(marks[0])
            tell(content[1], listener)
            listener.say(marks[1])
        case "Link":
            _element("a", content[1], listener, {"href": content[2][0]})
        case "Image":
            _tell_picture(content[1], content[2][0], listener)


def _tell_picture(inlines: Json, source: str, listener: Listener) -> None:
    """Tell a picture; of one that cannot be had its words, linked to it if it lies elsewhere."""
    if listener.show(alternative(inlines), source):
        return
    if absolute(source) and not source.startswith("data:") and not listener.linked:
        said = inlines if words(inlines) else [{"t": "Str", "c": source}]
        _element("a", said, listener, {"href": source})
    else:
        tell(inlines, listener)


def _element(name: str, inner: Json, listener: Listener, given: Mapping[str, str] = _NOTHING) -> None:
    listener.start(name, given)
    tell(inner, listener)
    listener.end(name)
