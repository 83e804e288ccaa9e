"""What style sheets print before and behind elements (CSS Generated Content)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from surefoot.inspectors.tree.names import Element
from surefoot.inspectors.tree.style.cascade import Cascade
from surefoot.inspectors.tree.style.colours import colour
from surefoot.inspectors.tree.style.hiding import TESTS
from surefoot.inspectors.tree.style.ink import SMALLEST
from surefoot.inspectors.tree.style.sheets import Declaration
from surefoot.inspectors.tree.style.values import Tokens, pixels

Place: TypeAlias = tuple[Element, str]
"""An element, and ``before`` or ``after``."""


def words(cascade: Cascade) -> Mapping[Place, str]:
    """Return the words that are printed for certain. Signs and brackets dress a text and say nothing."""
    content: dict[Place, Tokens] = {}
    doubtful: set[Place] = set()
    for places, declared, certain in cascade.generated:
        for each in declared:
            if each.name == "content":
                content.update(dict.fromkeys(places, each.value if certain else ()))
            elif _may_hide(each):
                doubtful.update(places)
    printed = {place: "".join(_printed(place[0], value)) for place, value in content.items()}
    return {
        place: text
        for place, text in printed.items()
        if place not in doubtful and any(map(str.isalnum, text))
    }


def _printed(element: Element, value: Tokens) -> Iterator[str]:
    for each in value:
        if each == "/":
            return
        if each.type == "string":
            yield each.value
        elif each.type == "function" and each.lower_name == "attr" and len(each.arguments) == 1:
            yield element.get(str(each.arguments[0].value), "")


def _may_hide(declaration: Declaration) -> bool:
    name, value = declaration.name, declaration.value
    if name == "visibility" or (name in TESTS and TESTS[name](value)):
        return True
    if name == "font-size":
        return len(value) == 1 and (pixels(value[0]) or 0) < SMALLEST
    found = colour(value[0]) if name == "color" and len(value) == 1 else None
    return found is not None and not found[3]
