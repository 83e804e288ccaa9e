"""Which structure type stands for which HTML element (ISO 32000-1, 14.8.4 and 14.8.5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

import pydyf

from surefoot.bibliography import BIBLIOGRAPHY

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
BLOCKS = frozenset({"P", *HEADINGS})
"""Behind one of these stands the note that it calls."""
WRAPPING = frozenset(
    {"Document", "Sect", "Div", "Aside", "BlockQuote", "Note", "LBody", "TD", "TH", "Caption"}
)
"""These hold blocks: text right inside one of them gets a paragraph of its own."""
INLINE = frozenset({"Link", "Reference", "Span", "Code", "Quote", "Formula", "Em", "Strong"})

_ROLES = {
    "section": "Sect",
    "header": "Div",
    "footer": "Div",
    "div": "Div",
    "details": "Div",
    # Not Figure: a reader that speaks a figure's alternative text would skip the caption and its calls.
    "figure": "Div",
    "blockquote": "BlockQuote",
    "p": "P",
    "pre": "P",
    "summary": "P",
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "caption": "Caption",
    "figcaption": "Caption",
    "img": "Figure",
    "code": "Code",
    "q": "Quote",
}
_STRESSED = {"em": "Em", "strong": "Strong"}
"""What PDF 2.0 has beside (ISO 32000-2, 14.8.4.7)."""
_ASIDE = frozenset({"box", "pull-quote"})
"""Classes of what stands beside the text: only PDF 2.0 has a type for it."""
_LINES = {
    **dict.fromkeys(("del", "s"), ("TextDecorationType", "/LineThrough")),
    **dict.fromkeys(("ins", "u"), ("TextDecorationType", "/Underline")),
}
_POSITIONS = {"sup": ("TextPosition", "/Sup"), "sub": ("TextPosition", "/Sub")}
_NUMBERINGS = {"1": "Decimal", "a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman"}


def role(element: Element, *, modern: bool = False) -> str:
    """Return the structure type of ``element``; empty if its content belongs to the element around it.

    Args:
        element: of HTML.
        modern: whether the types of PDF 2.0 are known.
    """
    if special := _special(element):
        return special
    if modern and element.tag == "div" and not _ASIDE.isdisjoint(element.get("class", "").split()):
        return "Aside"
    known = _ROLES | _STRESSED if modern else _ROLES
    says = element.get("lang") or expansion(element) or _layout(element, modern=modern)
    return known.get(element.tag, "Span" if says else "")


def _special(element: Element) -> str:
    """Return the structure type of an element that is not what its name says."""
    classes = element.get("class", "").split()
    match element.tag:
        case "nav" if "contents" in classes:
            return "TOC"
        case "summary" if any(_ROLES.get(child.tag) in HEADINGS for child in element):
            return "Div"
        case "div" if element.get("class") == BIBLIOGRAPHY:
            return "L"
    return "Formula" if "formula" in classes else ""


def expansion(element: Element) -> str:
    """Return what ``element`` is short for; empty if it is not (ISO 32000-1, 14.9.5)."""
    return element.get("title", "") if element.tag == "abbr" else ""


def attributes(element: Element, *, in_head: bool, modern: bool = False) -> dict[str, Any]:
    """Return the attribute object that ``element`` needs: a list's numbering, a cell's scope and spans.

    Args:
        element: of HTML.
        in_head: whether it stands in the head of a table, where a header is of its column by default.
        modern: whether the attributes of PDF 2.0 are known.
    """
    if element.get("class") == BIBLIOGRAPHY:
        return {"O": "/List", "ListNumbering": "/None"}
    if element.tag in {"ul", "ol", "dl"}:
        return {"O": "/List", "ListNumbering": f"/{_numbering(element)}"}
    if element.tag in {"th", "td"}:
        return _cell(element, in_head=in_head)
    layout = _layout(element, modern=modern)
    return {"O": "/Layout", **layout} if layout else {}


def _layout(element: Element, *, modern: bool) -> dict[str, str]:
    """Return how the line of ``element`` shows what it means: struck out, raised (ISO 32000-2, 14.8.5.4)."""
    shown = _LINES | _POSITIONS if modern else _LINES
    return dict([shown[element.tag]]) if element.tag in shown else {}


def note(element: Element) -> dict[str, Any]:
    """Return where the note of ``element`` stands: at the foot of a page, or not (ISO 32000-2, 14.8.5)."""
    return {"O": "/FENote", "NoteType": "/Endnote" if element.get("class") == "inset" else "/Footnote"}


def headed(cell: Element, named: Mapping[str, Element]) -> dict[str, Any]:
    """Return what ``cell`` says of its headers, as far as they are among the ``named`` elements."""
    names = cell.get("headers", "").split() if cell.tag in {"th", "td"} else []
    headers = [pydyf.String(name) for name in names if name in named and named[name].tag == "th"]
    return {"O": "/Table", "Headers": pydyf.Array(headers)} if headers else {}


def _numbering(listing: Element) -> str:
    if listing.tag == "ol":
        return _NUMBERINGS.get(listing.get("type", "1"), "Decimal")
    return "Disc" if listing.tag == "ul" else "None"


def _cell(cell: Element, *, in_head: bool) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if cell.tag == "th":
        row = cell.get("scope", "col" if in_head else "row").startswith("row")
        found["Scope"] = "/Row" if row else "/Column"
    for name, key in (("colspan", "ColSpan"), ("rowspan", "RowSpan")):
        if (span := cell.get(name, "1")).isdigit() and int(span) > 1:
            found[key] = int(span)
    return {"O": "/Table", **found} if found else {}
