"""Superscripts and subscripts of the source, as characters where Unicode has them."""

from __future__ import annotations

from surefoot.model import Json
from surefoot.raised import spelled
from surefoot.source.prose import words
from surefoot.source.tree import of_kind, rewrite

_NAMES = {"Superscript": "sup", "Subscript": "sub"}
"""The element of HTML that each of pandoc's kinds is."""
_LONGEST = 5
"""Inlines: a word between two tags, with a space on either side."""
# What a style sets between the raised numbers of works; no character is raised for it.
_BETWEEN = set(",;–—- \u00a0\u2009\u202f")


def as_characters(tree: Json) -> None:
    """Turn superscripts and subscripts of figures into characters, in place.

    As characters they say what they mean in every edition, plain text included,
    and are proved: `10^6^` must not become 106, nor a raised number of a cited
    work one with the word before it. What Unicode has no character for, such as
    the letters of `1^st^`, stays as it is.
    """
    _make_native(tree)
    rewrite(tree, _spelled)


def _make_native(tree: Json) -> None:
    """Turn ``<sup>2</sup>`` in raw HTML among inlines into a superscript, in place."""
    if isinstance(tree, dict):
        for part in tree.values():
            _make_native(part)
    elif isinstance(tree, list):
        for at in range(len(tree) - 1, -1, -1):
            if found := _raised(tree[at : at + _LONGEST]):
                tree[at : at + len(found) + 2] = found
        for part in tree:
            _make_native(part)


def _raised(inlines: Json) -> list[Json]:
    """Return a word between two tags as a superscript or subscript, with the spaces beside it."""
    kinds = [part.get("t", "") if isinstance(part, dict) else "" for part in inlines]
    if kinds[:1] != ["RawInline"] or "RawInline" not in kinds[1:]:
        return []
    end = kinds.index("RawInline", 1)
    inner = inlines[1:end]
    tags = inlines[0]["c"][1], inlines[end]["c"][1]
    kind = next((kind for kind, name in _NAMES.items() if tags == (f"<{name}>", f"</{name}>")), "")
    if not kind or sorted(set(kinds[1:end]) - {"Space"}) != ["Str"] or kinds[1:end].count("Str") > 1:
        return []
    return [{"t": kind, "c": [part]} if part["t"] == "Str" else part for part in inner]


def _spelled(part: Json) -> Json:
    name = _NAMES.get(part.get("t", ""))
    if name is None:
        return None
    if any(inline["t"] == "Link" for inline in part["c"]):
        return _cited(part)
    if any(inline["t"] != "Str" for inline in part["c"]):
        return None
    text = words(part["c"])
    changed = spelled(text, name)
    return {"t": "Str", "c": changed} if changed != text else None


def _cited(raised: Json) -> Json:
    """Return the numbers of cited works that a style raises, each still a link."""
    numbers = words(raised["c"])
    if not any(char.isdigit() for char in numbers) or not set(numbers) <= _BETWEEN | set("0123456789"):
        return None
    for text in of_kind(raised, "Str"):
        text["c"] = "".join(spelled(char, "sup") if char.isdigit() else char for char in text["c"])
    return {"t": "Span", "c": [["", [], []], raised["c"]]}
