"""Formulas of the composition: MathML with its TeX, or TeX alone."""

from __future__ import annotations

from xml.etree.ElementTree import Element

_TEX = "application/x-tex"


def tex(formula: Element) -> str:
    """Return a ``math`` element's TeX as its author typed it; empty where raw HTML gives none."""
    sources = (note.text or "" for note in formula.iter("annotation") if note.get("encoding") == _TEX)
    return next(sources, "").strip()


def is_typed(element: Element) -> bool:
    """Whether an element is a formula that stands as its TeX."""
    return element.tag == "code" and "formula" in element.get("class", "").split()


def remarks(*parts: Element) -> tuple[str, ...]:
    """Return a sentence for each formula in ``parts`` that a reader will see as TeX."""
    typed = (element for part in parts for element in part.iter() if is_typed(element))
    return tuple(f"A formula is printed as TeX, for it cannot be set: {formula.text}" for formula in typed)


def settle(part: Element) -> None:
    """Make ``code`` of what pandoc leaves as TeX between dollar signs: it is no price."""
    for element in part.iter("span"):
        kind, *display = element.get("class", "").split() or [""]
        if kind == "math" and not len(element):
            element.tag = "code"
            element.set("class", f"formula {'block' if display == ['display'] else 'inline'}")
            element.text = (element.text or "").strip("$")
