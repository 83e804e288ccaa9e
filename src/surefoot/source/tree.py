"""Walking pandoc's tree."""

from __future__ import annotations

from collections.abc import Iterator

from surefoot.model import Json


def nodes(tree: Json) -> Iterator[Json]:
    """Yield every mapping in a part of the tree, itself first, in the order of the text."""
    if isinstance(tree, list):
        for part in tree:
            yield from nodes(part)
    elif isinstance(tree, dict):
        yield tree
        for part in tree.values():
            yield from nodes(part)


def of_kind(tree: Json, *kinds: str) -> Iterator[Json]:
    """Yield the elements of these kinds, such as ``Header``, in the order of the text."""
    return (node for node in nodes(tree) if node.get("t") in kinds)


def keys(cite: Json) -> tuple[str, ...]:
    """Return the keys of a Cite element."""
    return tuple(item["citationId"] for item in cite["c"][0])
