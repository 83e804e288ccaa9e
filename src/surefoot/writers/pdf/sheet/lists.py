"""Number ordered lists as their attributes say: WeasyPrint leaves those to stylesheets."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

_STYLES = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}


def number(body: Element) -> None:
    """Turn ``type``, ``start``, ``reversed`` and ``value`` in ``body`` into style (HTML, 4.4.5 and 4.4.8)."""
    for listing in body.iter("ol"):
        signs = listing.get("class", "").split()
        # print.css has a counter style for each pair of classes that a list may bear.
        if style := "-".join(signs) or _STYLES.get(listing.get("type", "")):
            listing.set("style", f"list-style-type: {style}")
        for item, ordinal in _ordinals(listing):
            # Each item adds one to the counter, which stands for the item itself.
            item.set("style", f"counter-set: list-item {ordinal - 1}")


def _ordinals(listing: Element) -> Iterator[tuple[Element, int]]:
    """Yield the items whose number is another than one more than that of the item before."""
    items = listing.findall("li")
    step = 1 if listing.get("reversed") is None else -1
    ordinal = int(listing.get("start", 1 if step == 1 else len(items)))
    counted = 0
    for item in items:
        ordinal = int(item.get("value", ordinal))
        if ordinal != counted + 1:
            yield item, ordinal
        counted, ordinal = ordinal, ordinal + step
