"""Cross-references to figures, tables, equations and sections, as Quarto and pandoc-crossref write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from surefoot.model import Json
from surefoot.source.prose import words as words_of
from surefoot.source.tree import keys, nodes, rewrite
from surefoot.words import Words

_KINDS = {
    "fig": "figure",
    "tbl": "table",
    "tab": "table",
    "eq": "equation",
    "eqn": "equation",
    "sec": "section",
    "lst": "listing",
}
_KEY = re.compile(rf"({'|'.join(_KINDS)})[:-].+")
_MENTION = re.compile(rf"@({'|'.join(_KINDS)})[:-]\w")
_LABEL = re.compile(r"\{#([^}\s]+)\}?")


@dataclass(slots=True)
class _Targets:
    """What can be referred to: by id, the words that a reference prints."""

    words: Words
    names: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    """Of what is numbered; sections are named by their titles."""
    _counts: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, title: str = "") -> str:
        """Enter a target; return its own name, such as ``Figure 2``, or its title."""
        found = _KEY.fullmatch(name)
        if not found or name in self.names:
            return ""
        kind = _KINDS[found[1]]
        if kind == "section":
            self.names[name] = title
            return ""
        self._counts[kind] = number = self._counts.get(kind, 0) + 1
        self.numbers[name] = str(number)
        self.names[name] = getattr(self.words, kind).format(number)
        return self.names[name]


def mentioned(lines: Sequence[str]) -> bool:
    """Whether a source has cross-references at all."""
    return any(_MENTION.search(line) for line in lines)


def resolve(blocks: Json, words: Words) -> None:
    """Number what is referred to, name it in its caption, and link each reference to it, in place.

    A reference whose target is not in the document stays a citation of an unknown
    key, and is refused as such.
    """
    targets = _Targets(words)
    for node in nodes(blocks):
        _enter(node, targets)
    rewrite(blocks, partial(_reference, targets=targets))


def _enter(node: Json, targets: _Targets) -> None:
    content = node.get("c")
    match node.get("t"):
        case "Figure" | "Table":
            attributes, (_, caption) = content[0], content[1]
            attributes[0] = attributes[0] or _take_label(caption)
            if name := targets.add(attributes[0]):
                _entitle(caption, name)
        case "Header":
            targets.add(content[1][0], words_of(content[2]).strip())
        case "Div":
            targets.add(content[0][0])
        case "CodeBlock":
            targets.add(content[0][0])
        case "Para" | "Plain":
            _equations(content, targets)


def _take_label(caption: Json) -> str:
    """Take ``{#tbl:x}`` off a caption's end, where pandoc leaves it as text."""
    inlines = caption[-1]["c"] if caption and caption[-1]["t"] in {"Para", "Plain"} else []
    if inlines and inlines[-1]["t"] == "Str" and (found := _LABEL.fullmatch(inlines[-1]["c"])):
        del inlines[-1]
        return found[1]
    return ""


def _entitle(caption: Json, name: str) -> None:
    if caption and caption[0]["t"] in {"Para", "Plain"}:
        caption[0]["c"][:0] = [{"t": "Str", "c": f"{name}:"}, {"t": "Space"}]
    else:
        caption.insert(0, {"t": "Plain", "c": [{"t": "Str", "c": name}]})


def _equations(inlines: Json, targets: _Targets) -> None:
    """Give a displayed equation the id that stands behind it in braces, and its number."""
    for at, inline in enumerate(inlines):
        if inline["t"] != "Math" or inline["c"][0]["t"] != "DisplayMath":
            continue
        nearest = range(at + 1, min(at + 3, len(inlines)))
        behind = next((step for step in nearest if inlines[step]["t"] == "Str"), None)
        found = _LABEL.match(inlines[behind]["c"]) if behind else None
        if behind and found and targets.add(found[1]):
            number = targets.numbers[found[1]]
            inlines[behind]["c"] = f"({number})" + inlines[behind]["c"][found.end() :]
            inlines[at] = {"t": "Span", "c": [[found[1], [], []], [inline]]}


def _reference(cite: Json, targets: _Targets) -> Json:
    """Return the links that a citation of targets gives way to; None for any other element."""
    if cite.get("t") != "Cite" or not (links := _links(cite, targets)):
        return None
    return {"t": "Span", "c": [["", [], []], links]}


def _links(cite: Json, targets: _Targets) -> list[Json]:
    if not all(key in targets.names for key in keys(cite)):
        return []
    links: list[Json] = []
    for item in cite["c"][0]:
        key = item["citationId"]
        number_only = item["citationMode"]["t"] == "SuppressAuthor"
        text = targets.numbers.get(key, targets.names[key]) if number_only else targets.names[key]
        prefix = [*item["citationPrefix"], {"t": "Space"}] if item["citationPrefix"] else []
        link = {"t": "Link", "c": [["", [], []], [{"t": "Str", "c": text}], [f"#{key}", ""]]}
        comma = [{"t": "Str", "c": ","}, {"t": "Space"}] if links else []
        links += [*comma, *prefix, link, *item["citationSuffix"]]
    return links
