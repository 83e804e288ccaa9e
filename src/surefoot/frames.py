"""Boxes around what may be wider than a screen, which scroll it there."""

from __future__ import annotations

from xml.etree.ElementTree import Element

_LONG_FORMULA = 16
"""Glyphs that fit a line of the narrowest phone (320 CSS pixels) in any case."""


def enclose(element: Element, parent: Element, box: Element) -> None:
    """Put ``element`` into a ``box`` that takes its place; the keyboard can enter it (WCAG 2.2, 2.1.1)."""
    box.set("tabindex", "0")
    parent[list(parent).index(element)] = box
    box.tail, element.tail = element.tail, None
    box.append(element)


def enclose_formula(formula: Element, parent: Element) -> None:
    """Put a ``formula`` that may be too long for a line into a box; leave a short one as it is."""
    if _is_long(formula):
        # An isolate: formulas run from left to right in every language.
        box = Element("bdi", {"class": f"formula {formula.get('display', 'inline')}", "dir": "ltr"})
        enclose(formula, parent, box)


def _is_long(formula: Element) -> bool:
    glyphs = sum(len((part.text or "").strip()) for part in formula.iter() if part.tag != "annotation")
    return formula.get("display") == "block" or glyphs > _LONG_FORMULA
