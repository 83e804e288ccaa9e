"""Which properties must be looked at, so that no element is missed that a style hides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from surefoot.inspectors.tree.names import Element
from surefoot.inspectors.tree.style import covering, cutting, hiding, ink
from surefoot.inspectors.tree.style.sheets import Rule, declarations
from surefoot.inspectors.tree.style.shorthands import longhands
from surefoot.inspectors.tree.style.values import Tokens, functions, word

PROPERTIES = (
    frozenset(hiding.TESTS)
    | hiding.BESIDES
    | hiding.ROOM
    | covering.ASKED
    | cutting.ASKED
    | ink.ASKED
    | {"animation", "background", "content", "font", "inset", "margin", "overflow"}
    | {"inset-block", "inset-block-start", "inset-inline", "inset-inline-end", "inset-inline-start"}
    | {"block-size", "inline-size", "max-block-size", "max-inline-size", "min-block-size", "min-inline-size"}
    | {"mask", "-webkit-mask", "-webkit-mask-image"}
)
"""All that can matter."""
_SETS = {
    "animation": frozenset({"animation-name"}),
    "content": frozenset({"display"}),
    "background": frozenset({"background-color", "background-image"}),
    "font": frozenset({"font-size"}),
    "inset": frozenset({"bottom", "left", "right", "top"}),
    "inset-block": frozenset({"top"}),
    "inset-block-start": frozenset({"top"}),
    "inset-inline": frozenset({"left", "right"}),
    "inset-inline-end": frozenset({"right"}),
    "inset-inline-start": frozenset({"left"}),
    "block-size": frozenset({"height"}),
    "inline-size": frozenset({"width"}),
    "max-block-size": frozenset({"max-height"}),
    "max-inline-size": frozenset({"max-width"}),
    "min-block-size": frozenset({"min-height"}),
    "min-inline-size": frozenset({"min-width"}),
    "mask": frozenset({"mask-image"}),
    "-webkit-mask": frozenset({"mask-image"}),
    "-webkit-mask-image": frozenset({"mask-image"}),
    "margin": frozenset({"margin-left", "margin-top"}),
    "overflow": frozenset({"overflow-x", "overflow-y"}),
}
"""What a shorthand sets; and what is to be looked at whatever else is."""
_OVERFLOW = frozenset({"overflow-x", "overflow-y"})


def of_interest(root: Element, rules: Sequence[Rule]) -> frozenset[str]:
    """Return those properties that anything in a document declares so that it may hide something.

    With each come those that decide whether it does, and all those that set it.
    """
    declared = list(_declared(root, rules))
    hidden = {name for name, value in declared if _may_hide(name, value)}
    asked = hidden | hiding.BESIDES | ink.ASKED | covering.ASKED
    cuts = any(name in _OVERFLOW and word(value) in cutting.CUT_OFF for name, value in declared)
    if cuts:
        asked |= cutting.ASKED
    if cuts or any(not hidden.isdisjoint(tests) for tests in hiding.IF_CUT.values()):
        asked |= hiding.ROOM
    return frozenset(each for each in PROPERTIES if each in asked or _SETS.get(each, frozenset()) & asked)


def _declared(root: Element, rules: Sequence[Rule]) -> Iterator[tuple[str, Tokens]]:
    written = (element.get("style", "") for element in root.iterfind(".//*[@style]"))
    in_attributes = (each for style in written for each in declarations(style, PROPERTIES))
    for declaration in chain((each for rule in rules for each in rule.declarations), in_attributes):
        yield from longhands(declaration.name, declaration.value)


def _may_hide(name: str, value: Tokens) -> bool:
    test = hiding.TESTS.get(name)
    return test is not None and (test(value) or any(each == "var" for each, _ in functions(value)))
