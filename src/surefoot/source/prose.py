"""The words of a part of pandoc's tree, as a promise counts them."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

from surefoot.model import Json
from surefoot.source.tree import of_kind, rewrite
from surefoot.text import without_address

QUOTES = {"SingleQuote": "‘’", "DoubleQuote": "“”"}
MUTE = frozenset({"script", "style", "template"})
"""Elements of HTML whose content nobody reads."""


def words(node: Json) -> str:
    """Return the text of inlines, blocks or any part of them, as a reader meets it.

    A link that prints its own address adds nothing (see
    :func:`surefoot.text.without_address`), an image its alternative text,
    mathematics its TeX, a note nothing at all.
    """
    return "".join(_pieces(node))


def alternative(inlines: Json) -> str:
    """Return the alternative text of an image: it holds no links, so that an address in it is words."""
    plain = copy.deepcopy(inlines)
    rewrite(plain, _unlinked)
    return words(plain)


def raw_words(markup: str) -> str:
    """Return what a raw piece of HTML gives a reader to read: its text and alternative texts."""
    reader = _RawHtml()
    reader.feed(markup)
    reader.close()
    return "".join(reader.pieces)


def pictures(tree: Json) -> Iterator[str]:
    """Yield the address of every image in a part of the tree."""
    return (image["c"][2][0] for image in of_kind(tree, "Image"))


def _pieces(node: Json) -> Iterator[str]:  # noqa: C901, PLR0912 - one arm for each kind of node is the plain form
    if isinstance(node, list):
        for part in node:
            yield from _pieces(part)
        return
    if not isinstance(node, dict):
        return
    kind = node.get("t")
    content: Json = node.get("c")
    match kind:
        case "Str":
            yield content
        case "Space" | "SoftBreak" | "LineBreak":
            yield " "
        case "Code" | "CodeBlock" | "Math":
            yield content[1]
        case "Quoted":
            marks = QUOTES[content[0]["t"]]
            yield marks[0] + words(content[1]) + marks[1]
        case "Link":
            yield without_address(words(content[1]), content[2][0])
        case "Image":
            yield alternative(content[1])
        case "RawInline" | "RawBlock":
            yield raw_words(content[1]) if content[0] == "html" else ""
        case "Note":
            return
        case "Span" if "noteref" in content[0][1]:
            return
        case "Figure":
            yield from _pieces(content[2])
            yield " "
            yield from _pieces(content[1])
        case "Para" | "Plain" | "Header" | "LineBlock":
            yield from _pieces(content)
            yield " "
        case _:
            yield from _pieces(content)


def _unlinked(part: Json) -> Json:
    return {"t": "Span", "c": [["", [], []], part["c"][1]]} if part.get("t") == "Link" else None


class _RawHtml(HTMLParser):
    """Collects text and alternative texts; scripts, styles and comments are not read."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._mute = 0

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self._mute += tag in MUTE
        if tag == "img":
            self.pieces.append(dict(attrs).get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        self._mute -= tag in MUTE and self._mute > 0

    def handle_data(self, data: str) -> None:
        if not self._mute:
            self.pieces.append(data)
