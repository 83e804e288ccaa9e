"""The signs around the numbers of lists, ``(a)`` or ``1)``, which HTML has no attribute for."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from surefoot.model import Json

_SIGNS = {"OneParen": "one-paren", "TwoParens": "two-parens"}
_MANNERS = {
    "LowerAlpha": "lower-alpha",
    "UpperAlpha": "upper-alpha",
    "LowerRoman": "lower-roman",
    "UpperRoman": "upper-roman",
}
"""Classes by pandoc's names: a selector for ``type`` does not tell ``a`` from ``A`` (HTML, 4.17.2)."""
_AROUND: Mapping[str, tuple[str, str]] = {"one-paren": ("", ")"), "two-parens": ("(", ")")}
_MARK = "surefoot-list"


def mark(node: Json) -> Json:
    """Return a part of pandoc's tree, left as it was, each list in question in a Div that names its signs."""
    if isinstance(node, list):
        return [mark(part) for part in node]
    if not isinstance(node, dict):
        return node
    marked = {key: mark(value) for key, value in node.items()}
    if node.get("t") == "OrderedList" and (signs := _SIGNS.get(node["c"][0][2]["t"])):
        manner = _MANNERS.get(node["c"][0][1]["t"], "decimal")
        return {"t": "Div", "c": [["", [_MARK, signs, manner], []], [marked]]}
    return marked


def settle(part: Element) -> None:
    """Give the lists in ``part`` the classes that :func:`mark` put around them."""
    for parent in list(part.iter()):
        for place, child in enumerate(parent):
            mark_of_ours, *classes = child.get("class", "").split() or [""]
            if mark_of_ours == _MARK and len(child) == 1 and child[0].tag == "ol":
                listing = child[0]
                listing.set("class", " ".join(classes))
                listing.tail = child.tail
                parent[place] = listing


def written(number: str, listing: Element) -> str:
    """Return the ``number`` of an item with the signs of its list around it, else with a full stop."""
    signs = listing.get("class", "").partition(" ")[0]
    before, after = _AROUND.get(signs, ("", "."))
    return f"{before}{number}{after}"
