"""The titles of a document, in every form that pandoc's EPUB metadata allow."""

from __future__ import annotations

from collections.abc import Iterator

from surefoot.model import Json, Title
from surefoot.source.fields import items, plain, text

_MAIN, _SUB = "main", "subtitle"
_OTHERS = {
    "short": "short",
    "collection": "collection",
    "edition": "edition",
    "expanded": "expanded",
    # Pandoc's word for it.
    "extended": "expanded",
}
"""Types of titles by what the source calls them (EPUB 3.3, D.3.10)."""


def main(title: Json) -> Json:
    """Return what the field ``title`` gives for the title: without types, all of it.

    Args:
        title: pandoc's value: words, a mapping of ``type`` and ``text``, or a list of these.
    """
    each = items(title)
    found = [_words(item) for item in each if _type(item) == _MAIN] or list(map(_words, each[:1]))
    return found[0] if len(found) == 1 else {"t": "MetaList", "c": found} if found else None


def subtitle(title: Json) -> str:
    """Return the subtitle that the field ``title`` gives; empty if it gives none."""
    return next(filter(None, (plain(_words(item)) for item in _besides(title) if _type(item) == _SUB)), "")


def sort(title: Json) -> str:
    """Return the title as an index files it; empty where the field ``title`` does not tell."""
    filed = (text(item["c"], "file-as") for item in items(title) if _mapped(item) and _type(item) == _MAIN)
    return next(filter(None, filed), "")


def others(title: Json) -> Iterator[Title]:
    """Yield the titles of other types."""
    for item in _besides(title):
        if (kind := _OTHERS.get(_type(item), "")) and (said := plain(_words(item))):
            yield Title(kind, said)


def beside(title: Json) -> list[Json]:
    """Return the words of all titles but the main one, which are printed as plain text, if at all."""
    return list(map(_words, _besides(title)))


def _besides(title: Json) -> list[Json]:
    each = items(title)
    mains = [item for item in each if _type(item) == _MAIN] or each[:1]
    return [item for item in each if not any(item is other for other in mains)]


def _mapped(item: Json) -> bool:
    return bool(item["t"] == "MetaMap")


def _type(item: Json) -> str:
    return (text(item["c"], "type").lower() if _mapped(item) else "") or _MAIN


def _words(item: Json) -> Json:
    return item["c"].get("text") if _mapped(item) else item
