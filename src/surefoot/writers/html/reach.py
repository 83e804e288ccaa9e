"""Lets every reader reach what is wider than the page.

Tables, code and long formulas scroll inside a box of their own, so that the
page itself never does (WCAG 2.2, 1.4.10), and the keyboard can enter the box
(2.1.1).
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from surefoot.composition import HEADINGS, plain
from surefoot.frames import enclose, enclose_formula


def open_to_keyboard(root: Element, name: str, names: set[str]) -> None:
    """Put what may be wide into boxes that scroll.

    A table's box is a landmark, named by its caption, else by its section, else
    by ``name``. No two have the same name: those that the page has given are in
    ``names``, and these are added.
    """
    parents = {child: parent for parent in root.iter() for child in parent}
    for element in list(root.iter()):
        if element.tag in HEADINGS:
            name = plain(element)
        elif element.tag == "table":
            caption = element.find("caption")
            label = _free_name(name if caption is None else plain(caption), names)
            box = Element("div", {"class": "table-frame", "role": "region", "aria-label": label})
            enclose(element, parents[element], box)
        elif element.tag == "math":
            enclose_formula(element, parents[element])
        elif element.tag == "pre":
            _keep_first_line_feed(element)
            element.set("tabindex", "0")


def _free_name(wish: str, taken: set[str]) -> str:
    name, rank = wish, 1
    while name in taken:
        rank += 1
        name = f"{wish} ({rank})"
    taken.add(name)
    return name


def _keep_first_line_feed(block: Element) -> None:
    # An HTML parser drops a line feed that opens a pre (HTML, 13.2.6.4.7).
    if (block.text or "").startswith("\n"):
        block.text = f"\n{block.text}"
