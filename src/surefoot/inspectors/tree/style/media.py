"""Whether a media query holds on an ordinary screen: wide, light, with a mouse, nothing clicked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import tinycss2

from surefoot.inspectors.tree.style.values import pixels

_WIDTH, _HEIGHT = 1280, 800
"""Of the window, in CSS pixels."""
_FEATURES = {
    "prefers-color-scheme": "light",
    "prefers-reduced-motion": "no-preference",
    "prefers-contrast": "no-preference",
    "forced-colors": "none",
    "orientation": "landscape",
    "hover": "hover",
    "any-hover": "hover",
    "pointer": "fine",
    "any-pointer": "fine",
}


def applies(prelude: Sequence[Any]) -> bool | None:
    """Return whether a list of media queries holds; None where that depends on the reader's machine."""
    queries = [_holds(query) for query in _queries(prelude)]
    if not queries or True in queries:
        return True
    return None if None in queries else False


def _queries(prelude: Sequence[Any]) -> Iterator[list[Any]]:
    query: list[Any] = []
    for each in prelude:
        if each == ",":
            yield query
            query = []
        elif each.type not in {"whitespace", "comment"}:
            query.append(each)
    if query:
        yield query


def _holds(query: Sequence[Any]) -> bool | None:
    """Return whether all parts of one query hold. Of ``or`` and of ranges nothing is said."""
    words = [token.lower_value for token in query if token.type == "ident"]
    if "or" in words:
        return None
    parts = [word in {"screen", "all"} for word in words if word not in {"and", "not", "only"}]
    tests = [_feature(token.content) for token in query if token.type == "() block"]
    verdict = False if False in (*parts, *tests) else None if None in tests else True
    return (None if verdict is None else not verdict) if "not" in words else verdict


def _feature(content: Sequence[Any]) -> bool | None:
    name, colon, *value = [token for token in content if token.type != "whitespace"] or [None, None]
    if name is None or name.type != "ident" or colon != ":":
        return None
    if expected := _FEATURES.get(name.lower_value):
        return str(tinycss2.serialize(value)).strip().lower() == expected
    bound, _, length = name.lower_value.partition("-")
    size = {"width": _WIDTH, "height": _HEIGHT}.get(length)
    given = pixels(value[0]) if value else None
    if size is None or given is None or bound not in {"min", "max"}:
        return None
    return size >= given if bound == "min" else size <= given
