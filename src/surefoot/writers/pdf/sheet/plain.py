"""Words of a title or heading for a running head, where no formula can be drawn."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from surefoot.composition import is_call
from surefoot.raised import spelled
from surefoot.writers.pdf.sheet import formulas
from surefoot.writers.pdf.sheet.notes import NOTE

_ROWS = {"math", "semantics", "mrow", "mstyle"}
_TOKENS = {"mi", "mn", "mo", "mtext"}
_SCRIPTS = {"sup": "sup", "msup": "sup", "sub": "sub", "msub": "sub"}


def plain(element: Element) -> str:
    """Return the words of ``element`` without calls and notes, in characters alone."""
    return " ".join("".join(_words(element)).split())


def _words(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "math":
            yield _formula(child) or formulas.tex(child)
        elif child.tag in _SCRIPTS:
            yield _script(plain(child), child.tag) or plain(child)
        elif child.tag != NOTE and not is_call(child):
            yield from _words(child)
        yield child.tail or ""


def _formula(element: Element) -> str:
    """Return the characters of a formula in a line; none if that cannot say it."""
    if element.tag in _TOKENS:
        return (element.text or "").strip()
    if element.tag == "semantics":
        return _formula(element[0])
    if element.tag in _ROWS:
        parts = [_formula(child) for child in element]
        return "".join(parts) if all(parts) else ""
    if element.tag in _SCRIPTS:
        base, script = map(_formula, element)
        changed = _script(script, element.tag)
        return f"{base}{changed}" if base and changed else ""
    return ""


def _script(text: str, tag: str) -> str:
    """Return ``text`` in characters that are raised or lowered themselves; none if there are no such."""
    changed = spelled(text, _SCRIPTS[tag])
    return changed if changed != text else ""
