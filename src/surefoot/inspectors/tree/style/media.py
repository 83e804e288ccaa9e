"""Whether a media query holds on an ordinary screen: wide, light, with a mouse, nothing clicked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from surefoot.inspectors.tree.style.colours import colour
from surefoot.inspectors.tree.style.values import pixels, word

_SIZES = {"width": 1280, "height": 800}
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
    groups = groupby(_said(prelude), key=lambda each: bool(each == ","))
    queries = [_holds(list(query)) for comma, query in groups if not comma]
    if not queries or True in queries:
        return True
    return None if None in queries else False


def supported(condition: Sequence[Any]) -> bool | None:
    """Return whether every browser fulfils an ``@supports`` condition; None where that cannot be told."""
    tokens = _said(condition)
    tests = [_is_common(token.content) for token in tokens if token.type == "() block"]
    words = {token.lower_value for token in tokens if token.type == "ident"}
    others = any(token.type not in {"() block", "ident"} for token in tokens)
    if others or words - {"and", "or"} or not tests:
        return None
    return True if (any(tests) if "or" in words else all(tests)) else None


def _said(tokens: Sequence[Any]) -> list[Any]:
    """Return the tokens that mean something."""
    return [token for token in tokens if token.type not in {"whitespace", "comment"}]


def _is_common(content: Sequence[Any]) -> bool:
    match _said(content):
        case [name, colon, value] if colon == ":" and name.type == "ident":
            if name.lower_value in {"color", "background-color"}:
                return colour(value) is not None
            return word((value,)) in _COMMON.get(name.lower_value, ())
    return False


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
    match _said(content):
        case [name, colon, value] if colon == ":" and name.type == "ident":
            return _plain(name.lower_value, value)
        case tokens:
            return _range(tokens)


def _plain(name: str, value: Any) -> bool | None:
    """Return whether a feature has a value, or one that is as large or as small as its name says."""
    if expected := _FEATURES.get(name):
        return word((value,)) == expected
    bound, _, length = name.partition("-")
    size, given = _SIZES.get(length), pixels(value)
    if size is None or given is None or bound not in {"min", "max"}:
        return None
    return size >= given if bound == "min" else size <= given


def _range(tokens: Sequence[Any]) -> bool | None:
    """Return whether ``width > 20em`` and its like hold (Media Queries, section 2.4.3)."""
    signs = "".join(token.value for token in tokens if token.type == "literal")
    terms = [token for token in tokens if token.type != "literal"]
    if len(terms) != 2 or signs not in {"<", ">", "<=", ">=", "="}:  # noqa: PLR2004
        return None
    one, other = (_SIZES.get(term.lower_value) if term.type == "ident" else pixels(term) for term in terms)
    if one is None or other is None:
        return None
    return (one < other and "<" in signs) or (one > other and ">" in signs) or (one == other and "=" in signs)
