"""What a formula of the composition says in words: its TeX."""

from __future__ import annotations

from xml.etree.ElementTree import Element

_TEX = "application/x-tex"


def tex(formula: Element) -> str:
    """Return a ``math`` element's TeX as its author typed it; empty where raw HTML gives none."""
    sources = (note.text or "" for note in formula.iter("annotation") if note.get("encoding") == _TEX)
    return next(sources, "").strip()
