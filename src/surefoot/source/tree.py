"""Walking pandoc's tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from surefoot.model import Json


def nodes(tree: Json, closed: str = "") -> Iterator[Json]:
    """Yield every mapping in a part of the tree, itself first, in the order of the text.

    Elements of the kind ``closed`` are not looked into.
    """
    left = [tree]
    while left:
        part = left.pop()
        if isinstance(part, dict):
            yield part
            if not closed or part.get("t") != closed:
                left.extend(reversed(part.values()))
        elif isinstance(part, list):
            left.extend(reversed(part))


def of_kind(tree: Json, *kinds: str) -> Iterator[Json]:
    """Yield the elements of these kinds, such as ``Header``, in the order of the text."""
    return (node for node in nodes(tree) if node.get("t") in kinds)


def rewrite(tree: Json, change: Callable[[Json], Json]) -> None:
    """Put what ``change`` returns in the place of each element for which it returns something.

    What took an element's place is not looked into.
    """
    if isinstance(tree, list):
        for at, part in enumerate(tree):
            if isinstance(part, dict) and (changed := change(part)):
                tree[at] = changed
            else:
                rewrite(part, change)
    elif isinstance(tree, dict):
        for part in tree.values():
            rewrite(part, change)


def keys(cite: Json) -> tuple[str, ...]:
    """Return the keys of a Cite element."""
    return tuple(item["citationId"] for item in cite["c"][0])


def identifier(node: Json) -> str:
    """Return the identifier of an element of the tree; empty if it has none."""
    content = node.get("c")
    match node.get("t"):
        case "Header":
            return str(content[1][0])
        case "Div" | "Span" | "Code" | "CodeBlock" | "Link" | "Image" | "Figure" | "Table":
            return str(content[0][0])
        case _:
            return ""
