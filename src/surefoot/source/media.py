"""Raw HTML that plays or embeds something, which no edition can show: only the words within are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from surefoot.model import Json
from surefoot.source.tree import nodes

_OPENS = re.compile(r"<(video|audio|object|iframe|embed)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_SAYS = {"Str", "Code", "CodeBlock", "Math", "Image"}


def silent(tree: Json) -> Iterator[str]:
    """Yield the tag of each such element in a part of the tree that holds no words in its place."""
    parts = list(nodes(tree))
    for at, part in enumerate(parts):
        if (found := _OPENS.match(_raw(part))) and not _words(parts[at:], found):
            yield found[0]


def _words(parts: Sequence[Json], found: re.Match[str]) -> bool:
    """Whether there are words between the tag ``found``, with which ``parts`` begin, and its end."""
    if found[1].lower() == "embed" or found[0].endswith("/>"):
        return False
    end = f"</{found[1].lower()}>"
    for part in parts:
        if part.get("t") in _SAYS or _TAG.sub("", _raw(part)).strip():
            return True
        if end in _raw(part).lower():
            return False
    return False


def _raw(part: Json) -> str:
    raw = part.get("t") in {"RawInline", "RawBlock"} and part["c"][0] == "html"
    return part["c"][1] if raw else ""
