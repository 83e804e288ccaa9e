"""Which structure types are blocks, and which of these are headings (ISO 32000-2, 14.8.4)."""

from __future__ import annotations

import re

from surefoot.inspectors.pdf.structure import Element

_BLOCKS = frozenset(
    "Document DocumentFragment Part Art Sect Div Aside NonStruct BlockQuote Caption TOC TOCI Index P "
    "L LI LBody Table THead TBody TFoot TR TH TD BibEntry".split()
)
"""Structure types of blocks, headings apart."""
_HEADING = re.compile(r"H|H[1-9][0-9]*|Title")


def is_heading(element: Element) -> bool:
    """Whether the element is a heading (ISO 32000-1, 14.8.4.3.2; ISO 32000-2, 14.8.4.5)."""
    return bool(_HEADING.fullmatch(element.tag))


def is_block(element: Element) -> bool:
    """Whether the element begins and ends a line of its own (ISO 32000-2, 14.8.4)."""
    return element.tag in _BLOCKS or is_heading(element)
