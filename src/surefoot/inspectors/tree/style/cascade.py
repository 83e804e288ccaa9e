"""Which declaration wins for an element (CSS Cascading and Inheritance, section 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from surefoot.inspectors.tree.names import Element
from surefoot.inspectors.tree.style.selecting import Selectors
from surefoot.inspectors.tree.style.sheets import Declaration, Rule, declarations
from surefoot.inspectors.tree.style.shorthands import longhands
from surefoot.inspectors.tree.style.values import Tokens
from surefoot.text import fold

_DEEPEST = 8
"""How many variables may stand for each other in a row."""

_Weight: TypeAlias = tuple[bool, bool, bool, tuple[int, int, int], int]
"""Important, of the element itself, in no layer, specificity, order."""
_Found: TypeAlias = tuple[_Weight, Sequence[Element], Sequence[Declaration], bool]


class Cascade:
    """The declarations that win in one document, for the properties that matter to its reader."""

    def __init__(self, root: Element, rules: Sequence[Rule], properties: frozenset[str]) -> None:
        """Apply ``rules`` and ``style`` attributes to the document of ``root``."""
        self._values: dict[str, dict[Element, Tokens | None]] = {}
        self._properties = properties
        self._generated: list[tuple[_Found, str]] = []
        found = [*self._by_rules(root, rules), *_by_attributes(root, properties)]
        for _, elements, declared, certain in sorted(found, key=lambda each: each[0]):
            self._set(elements, declared, certain=certain)

    def value(self, element: Element, name: str) -> Tokens | None:
        """Return what holds for a property of an element, variables replaced.

        Empty where nothing is declared; None where that cannot be told for certain.
        """
        return self._resolved(element, self._values.get(name, {}).get(element, ()), _DEEPEST)

    def declared(self, name: str) -> Iterable[Element]:
        """Return the elements for which a property is declared."""
        return self._values.get(name, {}).keys()

    @property
    def dressed(self) -> frozenset[Element]:
        """Elements before or behind which a style sheet prints something."""
        return frozenset(
            element
            for (_, elements, declared, _), _ in self._generated
            if any(map(_prints, declared))
            for element in elements
        )

    @property
    def generated(self) -> Iterator[tuple[Sequence[tuple[Element, str]], Sequence[Declaration], bool]]:
        """What rules declare for what is ``before`` and ``after`` elements, and whether for certain.

        The weakest come first.
        """
        for (_, elements, declared, certain), place in sorted(self._generated, key=lambda each: each[0][0]):
            yield [(element, place) for element in elements], declared, certain

    def _by_rules(self, root: Element, rules: Sequence[Rule]) -> Iterator[_Found]:
        selectors = Selectors(root)
        for order, rule in enumerate(rules):
            asked = tuple(each for each in rule.declarations if _is_asked(each, self._properties))
            for selector, elements in selectors.find(rule.prelude, rule.namespaces) if asked else ():
                certain = rule.certain and selector.certain
                for important in (False, True):
                    declared = tuple(each for each in asked if each.important is important)
                    weight = (important, False, not rule.layered, selector.specificity, order)
                    each_found = weight, elements, declared, certain
                    if selector.generated:
                        self._generated.append((each_found, selector.generated))
                    else:
                        yield each_found

    def _set(self, elements: Sequence[Element], declared: Sequence[Declaration], *, certain: bool) -> None:
        for each in declared:
            for name, value in longhands(each.name, each.value):
                self._values.setdefault(name, {}).update(dict.fromkeys(elements, value if certain else None))

    def _resolved(self, element: Element, value: Tokens | None, left: int) -> Tokens | None:
        if not value or not any(token.type == "function" and token.lower_name == "var" for token in value):
            return value
        if len(value) > 1 or not left:
            return None
        name, *fallback = [token for token in value[0].arguments if token.type != "whitespace"]
        given = self._variable(element, name.value)
        return self._resolved(element, tuple(fallback[1:]) or None if given == () else given, left - 1)

    def _variable(self, element: Element, name: str) -> Tokens | None:
        """Return the value of a custom property, which is inherited."""
        values = self._values.get(name, {})
        return next((values[each] for each in (element, *element.iterancestors()) if each in values), ())


def _by_attributes(root: Element, properties: frozenset[str]) -> Iterator[_Found]:
    for element in root.iter("*"):
        if written := element.get("style"):
            given = tuple(declarations(written, properties))
            for important in (False, True):
                declared = tuple(each for each in given if each.important is important)
                yield (important, True, True, (0, 0, 0), 0), (element,), declared, True


def _is_asked(declaration: Declaration, properties: frozenset[str]) -> bool:
    return declaration.name in properties or declaration.name.startswith("--")


def _prints(declaration: Declaration) -> bool:
    """Whether something is printed that can be seen, or a space: not so an invisible sign that joins."""
    return declaration.name == "content" and any(
        token.type in {"function", "url"}
        or (token.type == "string" and (fold(token.value) or " " in token.value))
        for token in declaration.value
    )
