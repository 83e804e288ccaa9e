"""Puts the values of variables where a style sheet names them, for engines that know no variables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import tinycss2


def literal(css: str, values: Mapping[str, str]) -> str:
    """Return the style sheet ``css`` with ``values`` in the place of each ``var()`` that names one.

    Args:
        css: the text of a style sheet.
        values: by the names of variables without hyphens before them; they may name each other.

    A variable that is unknown, or that leads back to itself, gives way to the value that
    ``var()`` has for this case; where it has none it stays (CSS Variables 1, 3).
    """
    return str(tinycss2.serialize(list(_settled(tinycss2.parse_component_value_list(css), values))))


def declared(css: str) -> dict[str, str]:
    """Return the variables that a style sheet sets for the whole document, in whatever medium."""
    found: dict[str, str] = {}
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule" and tinycss2.serialize(rule.prelude).strip() == ":root":
            for each in tinycss2.parse_blocks_contents(rule.content):
                if each.type == "declaration" and each.name.startswith("--"):
                    found[each.name.removeprefix("--")] = tinycss2.serialize(each.value).strip()
    return found


def _settled(tokens: Sequence[Any], values: Mapping[str, str]) -> Iterator[Any]:
    for token in tokens:
        if token.type == "function" and token.lower_name == "var":
            yield from _value(token, values)
            continue
        if token.type == "function":
            token.arguments = list(_settled(token.arguments, values))
        elif token.type in {"{} block", "[] block", "() block"}:
            token.content = list(_settled(token.content, values))
        yield token


def _value(var: Any, values: Mapping[str, str]) -> Iterator[Any]:
    """Yield the tokens that a ``var()`` stands for."""
    name, *rest = [token for token in var.arguments if token.type != "whitespace"] or [var]
    known = getattr(name, "value", "").removeprefix("--")
    if known in values:
        others = {other: value for other, value in values.items() if other != known}
        yield from _settled(tinycss2.parse_component_value_list(values[known]), others)
    elif rest:
        yield from _settled(var.arguments[var.arguments.index(rest[0]) + 1 :], values)
    else:
        yield var
