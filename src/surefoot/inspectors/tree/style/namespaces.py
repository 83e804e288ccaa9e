"""Which prefixes of its selectors a style sheet explains (CSS Namespaces, level 3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from surefoot.inspectors.tree.style.values import address

Namespaces: TypeAlias = tuple[tuple[str, str], ...]
"""Prefixes with what they stand for; an empty prefix is for types of elements without any."""

_BEFORE = frozenset({"charset", "import", "layer", "namespace"})


def namespaces(nodes: Sequence[Any]) -> Namespaces:
    """Return what the ``@namespace`` rules of a sheet declare; they count before all other rules.

    Args:
        nodes: of tinycss2.
    """
    return tuple(dict(_declared(nodes)).items())


def _declared(nodes: Sequence[Any]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if node.type in {"whitespace", "comment"}:
            continue
        if node.type != "at-rule" or node.lower_at_keyword not in _BEFORE or node.content is not None:
            return
        if node.lower_at_keyword == "namespace":
            match [token for token in node.prelude if token.type not in {"whitespace", "comment"}]:
                case [where] if where.type != "ident":
                    yield "", address(where)
                case [prefix, where] if prefix.type == "ident":
                    yield prefix.value, address(where)
