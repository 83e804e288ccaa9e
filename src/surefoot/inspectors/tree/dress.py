"""Rewrite the style sheets of a page so that they dress a piece of it inside another page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import tinycss2

from surefoot.inspectors.tree.style.sheets import Sheet
from surefoot.inspectors.tree.tidy import RENAMED, shown_as

Node: TypeAlias = Any
"""A node of tinycss2, which knows no types."""

_GROUPS = {"media", "supports", "layer", "container"}
# What depends on a pointer, a focus or a history does not happen to a piece that does nothing.
_STATES = re.compile(
    ":(?:hover|focus|active|target|visited|popover-open|checked|open|selection|backdrop)", re.IGNORECASE
)
_NOT_KEPT = {"content-visibility", "cursor", "z-index"}
_MOVING = ("animation", "transition", "scroll")
_FETCHING = re.compile(r"(?:url|src|image-set|image)\(", re.IGNORECASE)
_PAPER = re.compile(r"\bprint\b", re.IGNORECASE)
_PSEUDO = {"root": '[data-as="html"]', "link": "[data-href]", "any-link": "[data-href]"}
_LISTS = {"is", "where", "not", "has"}
"""Functions whose arguments are selectors."""
_NAME = re.compile(r"\s*((?:epub\|)?[\w-]+)")
_LARGEST = 2**20
"""Characters of style that are read: what is larger is a framework's, of which little is used."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What selectors can find in the pieces that are shown."""

    names: frozenset[str]
    classes: frozenset[str]
    ids: frozenset[str]


def dressed(sheets: Iterable[Sheet], words: Vocabulary) -> str:
    """Return the rules of ``sheets`` that concern ``words``, in the terms of the copies.

    Nothing is fetched: rules for fonts and
    declarations with addresses are left out. What hides goes on hiding, whatever
    the page around says.
    """
    written = (f"@media {sheet.media} {{ {sheet.text} }}" if sheet.media else sheet.text for sheet in sheets)
    nodes = tinycss2.parse_stylesheet("\n".join(written)[:_LARGEST], skip_comments=True)
    return "\n".join(_rules(nodes, words))


def _rules(rules: Sequence[Node], words: Vocabulary) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = ", ".join(_selectors(rule.prelude, words))
            declarations = " ".join(_declarations(rule.content))
            if selectors and declarations:
                yield f"{selectors} {{ {declarations} }}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in _GROUPS and rule.content is not None:
            prelude = tinycss2.serialize(rule.prelude).strip()
            kept = "\n".join(_rules(tinycss2.parse_rule_list(rule.content), words))
            if kept and not _PAPER.search(prelude):
                yield f"@{rule.lower_at_keyword} {prelude} {{ {kept} }}"


def _declarations(content: Sequence[Node]) -> Iterator[str]:
    for each in tinycss2.parse_declaration_list(content):
        if each.type != "declaration" or each.lower_name in _NOT_KEPT or each.lower_name.startswith(_MOVING):
            continue
        value = tinycss2.serialize(each.value).strip()
        if not _FETCHING.search(value) and value not in {"fixed", "sticky"}:
            hides = each.lower_name == "display" and value == "none"
            yield f"{each.name}: {value}{' !important' if each.important or hides else ''};"


def _selectors(prelude: Sequence[Node], words: Vocabulary) -> Iterator[str]:
    """Yield those of a rule's selectors that can find something, in the terms of the copy."""
    selector: list[Node] = []
    for node in [*prelude, None]:
        if node is not None and node != ",":
            selector.append(node)
            continue
        written = tinycss2.serialize(selector)
        if written.strip() and not _STATES.search(written) and _finds(selector, words):
            yield "".join(_rewritten(selector)).strip()
        selector = []


def _finds(selector: Sequence[Node], words: Vocabulary) -> bool:
    before = ""
    for node in selector:
        if node.type == "hash" and node.value not in words.ids:
            return False
        if node.type == "ident" and before == "." and node.value not in words.classes:
            return False
        if node.type == "ident" and not before and node.lower_value not in words.names:
            return False
        before = _sign(node)
    return True


def _rewritten(selector: Sequence[Node]) -> Iterator[str]:
    before = ""
    for node in selector:
        pseudo = _PSEUDO.get(node.lower_value) if node.type == "ident" and before == ":" else None
        if before == ":" and not pseudo:
            yield ":"
        if node.type == "ident" and not before:
            yield _named(node.lower_value)
        elif node.type == "hash":
            yield f'[data-id="{node.value}"]'
        elif node.type == "[] block":
            yield _attribute(tinycss2.serialize(node.content))
        elif node.type == "function" and node.lower_name in _LISTS:
            yield f"{node.name}({''.join(_rewritten(node.arguments))})"
        elif node != ":":
            yield pseudo or node.serialize()
        before = _sign(node)


def _sign(node: Node) -> str:
    """Return the sign that makes of a word behind it something else than the name of an element."""
    return node.value if node.type == "literal" and node.value in ".:|" else ""


def _named(tag: str) -> str:
    """Return the selector for what an element of this name has become."""
    return tag if shown_as(tag) in {tag, None} else f'[data-as="{tag}"]'


def _attribute(written: str) -> str:
    """Return an attribute selector by the name under which the attribute goes on."""
    name = _NAME.match(written)
    known = RENAMED.get(name[1].replace("|", ":")) if name else None
    return f"[{known}{written[name.end() :]}]" if name and known else f"[{written}]"
