"""Formulas of the composition: MathML with its TeX, or TeX alone."""

from __future__ import annotations

from xml.etree.ElementTree import Element

_TEX = "application/x-tex"


def tex(formula: Element) -> str:
    """Return a ``math`` element's TeX as its author typed it; empty where raw HTML gives none."""
    sources = (note.text or "" for note in formula.iter("annotation") if note.get("encoding") == _TEX)
    return next(sources, "").strip()


def settle(part: Element) -> None:
    """Make ``code`` of what pandoc leaves as TeX between dollar signs: it is no price."""
    for element in part.iter("span"):
        kind, *display = element.get("class", "").split() or [""]
        if kind == "math" and not len(element):
            element.tag = "code"
            element.set("class", f"formula {'block' if display == ['display'] else 'inline'}")
            element.text = (element.text or "").strip("$")
