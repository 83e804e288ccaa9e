"""Sets the ways back where a note's last words are."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement


def append_backlinks(note: Element, links: Sequence[Element]) -> None:
    """Append ``links`` to the paragraph that ``note`` ends with, or to a new one behind any other block."""
    if not links:
        return
    last = note[-1] if len(note) and note[-1].tag == "p" else SubElement(note, "p")
    for link in links:
        if len(last):
            last[-1].tail = f"{last[-1].tail or ''} "
        elif last.text:
            last.text += " "
        last.append(link)
