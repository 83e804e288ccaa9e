"""Sets the ways back where a note's last words are."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement


def append_backlinks(note: Element, links: Sequence[Element]) -> None:
    """Append ``links`` to the paragraph that ``note`` ends with, or to a new one behind any other block."""
    if not links:
        return
    close(note[-1] if len(note) and note[-1].tag == "p" else SubElement(note, "p"), links)


def close(paragraph: Element, links: Sequence[Element]) -> None:
    """Append ``links`` to a paragraph, a space before each."""
    for link in links:
        if len(paragraph):
            paragraph[-1].tail = f"{paragraph[-1].tail or ''} "
        elif paragraph.text:
            paragraph.text += " "
        paragraph.append(link)
