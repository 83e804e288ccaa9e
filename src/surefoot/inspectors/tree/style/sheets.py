"""Read style sheets as rules: which declarations, for which selector, and whether they surely apply."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby, product
from typing import Any

import tinycss2
from tinycss2.ast import QualifiedRule

from surefoot.inspectors.tree.style.media import applies, supported
from surefoot.inspectors.tree.style.namespaces import Namespaces, namespaces
from surefoot.inspectors.tree.style.values import Tokens

_DATA = re.compile(r"url\(\s*[\"']?data:[^)]*\)", re.IGNORECASE)
"""Fonts and pictures in a sheet: long, and of no account here."""

_LONGEST = 400
"""Letters of a nested rule's selectors: a sheet that is nested beyond reason is not followed."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A style sheet, with what its ``media`` attribute says."""

    text: str
    media: str = ""


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a rule declares of one property."""

    name: str
    """In small letters; as written for a custom property."""
    value: Tokens
    important: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A style rule."""

    prelude: Tokens
    """Its selectors, with white space."""
    declarations: tuple[Declaration, ...]
    certain: bool
    """It applies to an ordinary screen; else it may, in some readers."""
    layered: bool = False
    """It stands in a cascade layer, and gives way to rules that do not (CSS Cascading, 6.4.3)."""
    namespaces: Namespaces = ()
    """What prefixes in its selectors stand for."""


def rules(sheets: Sequence[Sheet], properties: frozenset[str]) -> Iterator[Rule]:
    """Yield the rules of ``sheets`` that declare custom properties or any of the ``properties``, in order."""
    for sheet in sheets:
        screen = applies(tinycss2.parse_component_value_list(sheet.media))
        if screen is not False:
            for rule in _read(sheet.text, properties):
                yield replace(rule, certain=rule.certain and screen is True)


@lru_cache(maxsize=64)
def parsed(text: str) -> Sequence[Any]:
    """Return the rules of one sheet as tinycss2 reads them. The documents of a publication share theirs."""
    nodes = tinycss2.parse_stylesheet(_DATA.sub("url()", text), skip_comments=True, skip_whitespace=True)
    return tuple(nodes)


@lru_cache(maxsize=64)
def _read(text: str, properties: frozenset[str]) -> Sequence[Rule]:
    """Return the rules of one sheet."""
    nodes = parsed(text)
    declared = namespaces(nodes)
    return tuple(replace(rule, namespaces=declared) for rule in _rules(nodes, properties))


def declarations(content: str | Sequence[Any], properties: frozenset[str]) -> Iterator[Declaration]:
    """Yield those declarations of a rule's content, or of a ``style`` attribute, that are asked for."""
    for node in tinycss2.parse_blocks_contents(content):
        if node.type == "declaration" and (node.lower_name in properties or node.name.startswith("--")):
            custom = node.name.startswith("--")
            value = tuple(token for token in node.value if token.type not in {"whitespace", "comment"})
            yield Declaration(node.name if custom else node.lower_name, value, node.important)


def _rules(nodes: Sequence[Any], properties: frozenset[str]) -> Iterator[Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            found = tuple(declarations(node.content, properties))
            if found:
                yield Rule(tuple(node.prelude), found, certain=True)
            yield from _rules(list(_nested(node)), properties)
        elif node.type == "at-rule" and node.content is not None:
            yield from _grouped(node, properties)


def _nested(rule: Any) -> Iterator[Any]:
    """Yield the rules that stand in a rule, with their selectors as they would read outside (CSS Nesting)."""
    if not any(token.type == "{} block" for token in rule.content):
        return
    for node in tinycss2.parse_blocks_contents(rule.content):
        if node.type == "qualified-rule":
            pairs = product(_parts(rule.prelude), _parts(node.prelude))
            text = ", ".join(_joined(outer, inner) for outer, inner in pairs)
            prelude = tinycss2.parse_component_value_list(text)
            if len(text) <= _LONGEST:
                yield QualifiedRule(node.source_line, node.source_column, prelude, node.content)


def _parts(prelude: Sequence[Any]) -> list[str]:
    """Return the selectors of a list."""
    groups = groupby(prelude, key=lambda each: bool(each == ","))
    return [tinycss2.serialize(list(tokens)).strip() for comma, tokens in groups if not comma]


def _joined(outer: str, inner: str) -> str:
    return inner.replace("&", outer) if "&" in inner else f"{outer} {inner}"


def _grouped(group: Any, properties: frozenset[str]) -> Iterator[Rule]:
    """Yield the rules in a conditional group (CSS Conditional Rules) or a layer."""
    kind = group.lower_at_keyword
    if kind not in {"media", "supports", "container", "layer", "scope"}:
        return
    tests = {"media": applies, "supports": supported}
    holds = tests[kind](group.prelude) if kind in tests else kind == "layer" or None
    if holds is not False:
        for rule in _rules(tinycss2.parse_rule_list(group.content), properties):
            certain = rule.certain and holds is True
            yield replace(rule, certain=certain, layered=rule.layered or kind == "layer")
