"""Find the elements that a rule is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from cssselect import HTMLTranslator, SelectorError, parse
from cssselect.parser import Attrib
from cssselect.parser import Element as Type
from cssselect.xpath import XPathExpr
from lxml import etree

from surefoot.inspectors.tree.names import Element
from surefoot.inspectors.tree.style.namespaces import Namespaces

_XHTML = "http://www.w3.org/1999/xhtml"
_PAGE = "h."
"""Prefix in XPath, and none in a style sheet, of types of elements that have none."""
# Nothing is pointed at, touched or opened before a reader begins.
_STATES = frozenset("hover focus focus-visible focus-within active target visited open popover-open".split())
_KNOWN = frozenset(
    (
        "root empty first-child last-child only-child first-of-type last-of-type only-of-type nth-child "
        "nth-last-child nth-of-type nth-last-of-type not is where has link lang checked disabled enabled"
    ).split()
)
_CONTENT = frozenset({"before", "after"})


@dataclass(frozen=True, slots=True)
class Selected:
    """A selector of a rule, ready to look for elements."""

    path: str
    specificity: tuple[int, int, int]
    certain: bool
    """It selects just these elements; else it may select fewer."""
    generated: str
    """``before`` or ``after``, if it is for what is put there and not for the elements; else empty."""


class _Translator(HTMLTranslator):
    """Gives the types of elements their namespaces, of which an HTML page has none."""

    def __init__(self, declared: Namespaces, *, spaced: bool) -> None:
        super().__init__(xhtml=spaced)
        self._declared = dict(declared)
        self._spaced = spaced
        spaces = {"": _XHTML, **self._declared}
        self.namespaces = {prefix or _PAGE: space for prefix, space in spaces.items() if space}

    def xpath_element(self, selector: Type) -> XPathExpr:
        return super().xpath_element(Type(self._prefix(selector), selector.element))

    def xpath_attrib(self, selector: Attrib) -> XPathExpr:
        if self._spaced and ":" in selector.attrib:
            # Where names have namespaces, no colon is a part of them.
            return self.xpath(selector.selector).add_condition("false()")
        return super().xpath_attrib(selector)

    def _prefix(self, selector: Type) -> str | None:
        prefix = selector.namespace or ""
        if not prefix and "" not in self._declared:
            return _PAGE if selector.element and self._spaced else None
        if self._declared.get(prefix) == _XHTML and not self._spaced:
            return None
        return prefix or _PAGE


_translator = lru_cache(maxsize=64)(_Translator)


class Selectors:
    """Finds elements in one document."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._spaced = etree.QName(root).namespace == _XHTML
        self._classes = {each for element in root.iter("*") for each in element.get("class", "").split()}
        self._ids = {element.get("id") for element in root.iter("*")}

    def find(
        self, prelude: Sequence[Any], namespaces: Namespaces = ()
    ) -> Iterator[tuple[Selected, list[Element]]]:
        """Yield the selectors of a rule, each with what it selects, if that is anything.

        Args:
            prelude: component values of tinycss2.
            namespaces: what prefixes stand for.
        """
        translator = _translator(namespaces, spaced=self._spaced)
        for tokens in _parts(prelude):
            selector = _read(tokens, translator) if self._is_possible(tokens) else None
            if selector is not None and (found := self._search(selector, translator.namespaces)):
                yield selector, found

    def _is_possible(self, tokens: Sequence[Any]) -> bool:
        """Whether the document has the classes and ids that a selector names: most of a framework has not."""
        asked = {token.value for dot, token in pairwise(tokens) if dot == "." and token.type == "ident"}
        ids = {token.value for token in tokens if token.type == "hash"}
        return asked <= self._classes and ids <= self._ids

    def _search(self, selector: Selected, namespaces: dict[str, str]) -> list[Element]:
        try:
            found = etree.XPath(selector.path, namespaces=namespaces)(self._root)
        except (etree.XPathError, ValueError):  # a prefix that the sheet does not explain
            return []
        return (
            [element for element in found if isinstance(element, Element)] if isinstance(found, list) else []
        )


def _read(tokens: Sequence[Any], translator: _Translator) -> Selected | None:
    for functions in (True, False):
        text, certain = _plain(tokens, functions=functions)
        try:
            (selector,) = parse(text)
            path = translator.selector_to_xpath(selector)
        except (SelectorError, ValueError):
            continue
        element = selector.pseudo_element
        if element is None or element in _CONTENT:
            return Selected(path, selector.specificity(), certain, str(element or ""))
        return None
    return None


def _parts(prelude: Sequence[Any]) -> Iterator[list[Any]]:
    """Yield the selectors of a list that do not wait for a reader to do something."""
    part: list[Any] = []
    for each in (*prelude, None):
        if each is not None and each != ",":
            part.append(each)
            continue
        states = {each.lower_value for colon, each in pairwise(part) if colon == ":" and each.type == "ident"}
        if states.isdisjoint(_STATES):
            yield part
        part = []


def _plain(tokens: Sequence[Any], *, functions: bool) -> tuple[str, bool]:
    """Return a selector without the pseudo-classes that are not known here, and whether it had none."""
    text, certain, before = "", True, None
    for token in tokens:
        if before == ":" and token.type in {"ident", "function"} and not text.endswith("::"):
            name = token.lower_name if token.type == "function" else token.lower_value
            known = name in _KNOWN and (functions or token.type == "ident")
            if name == "any-link":
                text += "link"
            elif known or name in _CONTENT:
                text += token.serialize()
            else:
                text, certain = text.removesuffix(":"), False
        else:
            text += token.serialize()
        before = token
    return text.strip(), certain
