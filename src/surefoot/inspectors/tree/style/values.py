"""What values of CSS say: words, lengths and addresses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

Tokens: TypeAlias = tuple[Any, ...]
"""Component values of tinycss2, which knows no types, without white space."""

ABSOLUTE = {
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 9.6 / 2.54,
    "q": 2.4 / 2.54,
}
_USUAL = {
    "em": 16.0,
    "rem": 16.0,
    "ex": 8.0,
    "ch": 8.0,
    "lh": 19.0,
    "vw": 12.8,
    "vh": 8.0,
    "vi": 12.8,
    "vb": 8.0,
}
"""Pixels that a relative unit has about; what hides is far from any doubt."""
_PERCENT = 6.0


def word(value: Tokens) -> str:
    """Return the only word of a value, in small letters; empty where it is anything else."""
    return str(value[0].lower_value) if len(value) == 1 and value[0].type == "ident" else ""


def functions(value: Tokens) -> Iterator[tuple[str, Tokens]]:
    """Yield the functions in a value, by their names, with their arguments less commas and spaces."""
    for token in value:
        if token.type == "function":
            arguments = (each for each in token.arguments if each.type != "whitespace" and each != ",")
            yield token.lower_name, tuple(arguments)


def _constant(token: Any) -> Any:
    """Return what a computed value is that has nothing to compute."""
    while token.type == "function" and token.lower_name in {"calc", "min", "max"}:
        inner = [each for each in token.arguments if each.type != "whitespace"]
        if len(inner) != 1:
            break
        (token,) = inner
    return token


def number(token: Any) -> float | None:
    """Return a number, or a percentage as a part of 1."""
    token = _constant(token)
    if token.type == "number":
        return float(token.value)
    return float(token.value) / 100 if token.type == "percentage" else None


def pixels(token: Any) -> float | None:
    """Return about how many pixels a length has; None for what is no length, or a computed one."""
    token = _constant(token)
    if token.type == "number" and token.value == 0:
        return 0.0
    if token.type == "percentage":
        return float(token.value) * _PERCENT
    if token.type != "dimension":
        return None
    unit = token.lower_unit
    scale = ABSOLUTE.get(unit, _USUAL.get(unit[1:] if unit[:1] in "dsl" and unit != "lh" else unit))
    return None if scale is None else float(token.value) * scale


def address(token: Any) -> str:
    """Return what a string or ``url()`` leads to; empty for any other value."""
    if token.type in {"string", "url"}:
        return str(token.value)
    if token.type == "function" and token.lower_name == "url" and token.arguments:
        return str(token.arguments[0].value)
    return ""
