"""What a book says of its pictures to those who do not see them."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from surefoot.composition import Composition

_NOTHING = frozenset({"none", "presentation"})
"""Roles of what only adorns (WAI-ARIA 1.2, “presentation”)."""
_LONG = ("aria-describedby", "aria-details")


def telling(book: Composition) -> list[Element]:
    """Return the pictures that say something: all but those that the author marks as adornment."""
    found = (element for tree in book.parts for element in tree.iter() if element.tag in {"img", "svg"})
    return [picture for picture in found if not _adorns(picture)]


def has_words(picture: Element) -> bool:
    """Whether a picture has a text in its place (HTML-AAM 1.0; SVG-AAM 1.0)."""
    if picture.tag == "img":
        return bool(picture.get("alt", "").strip())
    titles = ("".join(child.itertext()) for child in picture if child.tag == "title")
    named = _roles(picture) & {"img", "graphics-document", "graphics-symbol"} and picture.get("aria-label")
    return any(map(str.strip, (named or "", *titles)))


def has_long_description(picture: Element) -> bool:
    """Whether it leads to a text that describes it; where none is, the attributes are gone by now."""
    return any(picture.get(name) for name in _LONG)


def _adorns(picture: Element) -> bool:
    hidden = picture.get("aria-hidden") == "true"
    return hidden or (bool(_roles(picture) & _NOTHING) and not has_words(picture))


def _roles(picture: Element) -> set[str]:
    return set(picture.get("role", "").lower().split())
