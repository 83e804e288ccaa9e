"""Displayed equations with a number: it stands at the end of their line."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

_NUMBER = re.compile(r"\s*(\([\w.]{1,9}\))\s*")


def number(body: Element) -> None:
    """Set the number of each displayed equation apart, where a paragraph holds nothing else."""
    for paragraph in body.iter("p"):
        if len(paragraph) == 1 and not (paragraph.text or "").strip() and _is_displayed(paragraph[0]):
            _set_apart(paragraph, paragraph[0])


def _set_apart(paragraph: Element, equation: Element) -> None:
    if found := _NUMBER.fullmatch(equation.tail or ""):
        paragraph.set("class", "equation")
        equation.tail = " "
        place = Element("span")
        place.text = found[1]
        paragraph.append(place)


def _is_displayed(element: Element) -> bool:
    inner = list(element.iter())
    return element.tag == "span" and len(inner) == 2 and inner[1].get("class") == "formula block"  # noqa: PLR2004
