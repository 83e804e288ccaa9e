"""Whether a media query holds on an ordinary screen: wide, light, with a mouse, nothing clicked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import tinycss2

from surefoot.inspectors.tree.style.values import colour, pixels

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
_COMMON = {
    "display": frozenset("block contents flex grid inline inline-block none table".split()),
    "position": frozenset("absolute fixed relative static sticky".split()),
    "float": frozenset("left none right".split()),
    "visibility": frozenset("collapse hidden visible".split()),
}
"""Values that every browser knows."""


def applies(prelude: Sequence[Any]) -> bool | None:
    """Return whether a list of media queries holds; None where that depends on the reader's machine."""
    queries = [_holds(query) for query in _queries(prelude)]
    if not queries or True in queries:
        return True
    return None if None in queries else False


def supported(condition: Sequence[Any]) -> bool | None:
    """Return whether every browser fulfils an ``@supports`` condition; None where that cannot be told."""
    tokens = [token for token in condition if token.type not in {"whitespace", "comment"}]
    tests = [_is_common(token.content) for token in tokens if token.type == "() block"]
    words = {token.lower_value for token in tokens if token.type == "ident"}
    others = any(token.type not in {"() block", "ident"} for token in tokens)
    if others or words - {"and", "or"} or not tests:
        return None
    return True if (any(tests) if "or" in words else all(tests)) else None


def _is_common(content: Sequence[Any]) -> bool:
    name, colon, *value = [token for token in content if token.type != "whitespace"] or [None, None]
    if name is None or name.type != "ident" or colon != ":" or len(value) != 1:
        return False
    if name.lower_value in {"color", "background-color"}:
        return colour(value[0]) is not None
    return value[0].type == "ident" and value[0].lower_value in _COMMON.get(name.lower_value, ())


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
    """Return whether all parts of one query hold. Of ``or`` nothing is said."""
    words = [token.lower_value for token in query if token.type == "ident"]
    if "or" in words:
        return None
    parts = [word in {"screen", "all"} for word in words if word not in {"and", "not", "only"}]
    tests = [_feature(token.content) for token in query if token.type == "() block"]
    verdict = False if False in (*parts, *tests) else None if None in tests else True
    return (None if verdict is None else not verdict) if "not" in words else verdict


def _feature(content: Sequence[Any]) -> bool | None:
    name, colon, *value = [token for token in content if token.type != "whitespace"] or [None, None]
    if name is not None and colon != ":":
        return _range([name, colon, *value])
    if name is None or name.type != "ident":
        return None
    if expected := _FEATURES.get(name.lower_value):
        return str(tinycss2.serialize(value)).strip().lower() == expected
    bound, _, length = name.lower_value.partition("-")
    size = {"width": _WIDTH, "height": _HEIGHT}.get(length)
    given = pixels(value[0]) if value else None
    if size is None or given is None or bound not in {"min", "max"}:
        return None
    return size >= given if bound == "min" else size <= given


def _range(tokens: Sequence[Any]) -> bool | None:
    """Return whether ``width > 20em`` and its like hold (Media Queries, section 2.4.3)."""
    signs = "".join(token.value for token in tokens if token is not None and token.type == "literal")
    terms = [token for token in tokens if token is not None and token.type != "literal"]
    if len(terms) != 2 or signs not in {"<", ">", "<=", ">=", "="}:  # noqa: PLR2004
        return None
    sizes = {"width": _WIDTH, "height": _HEIGHT}
    one, other = (sizes.get(term.lower_value) if term.type == "ident" else pixels(term) for term in terms)
    if one is None or other is None:
        return None
    return (one < other and "<" in signs) or (one > other and ">" in signs) or (one == other and "=" in signs)
