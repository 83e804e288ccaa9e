"""Gives each id to one element, and keeps those of our notes and calls from the author's."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import count
from xml.etree.ElementTree import Element

from surefoot.drawings import redirect

_OURS = re.compile(r"(?:fn|fnref)-[0-9]")
_LISTS = ("headers", "aria-describedby", "aria-details")
"""Attributes that name other elements."""


def settle(parts: Sequence[Element]) -> None:
    """Rename, in place, every id that looks like one of ours or is taken; links follow.

    Where several elements bear one id, links lead to the first of them, as in a
    browser (HTML, 7.4.6.3). Calls keep theirs. Lists of ids name what is there alone.
    """
    elements = [element for part in parts for element in part.iter() if element.get("class") != "noteref"]
    taken = {name for element in elements if (name := element.get("id"))}
    names: dict[str, str] = {}
    for element in elements:
        old = element.attrib.pop("id", "")
        if old:
            new = old if old not in names and not _OURS.match(old) else _free(old, taken)
            taken.add(new)
            names.setdefault(old, new)
            element.set("id", new)
    for element in elements:
        redirect(element, names)
        for attribute in _LISTS:
            if value := element.attrib.pop(attribute, ""):
                _name(element, attribute, [names[name] for name in value.split() if name in names])


def _name(element: Element, attribute: str, found: Sequence[str]) -> None:
    if found:
        element.set(attribute, " ".join(found))


def _free(name: str, taken: Collection[str]) -> str:
    if _OURS.match(name) and (name := f"at-{name}") not in taken:
        return name
    return next(free for number in count(2) if (free := f"{name}-{number}") not in taken)
