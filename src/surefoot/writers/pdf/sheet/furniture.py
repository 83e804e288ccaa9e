"""The paper, and the head and foot of each page: a stylesheet with the document's own words."""

from __future__ import annotations

from surefoot.model import Metadata
from surefoot.writers.pdf.sheet.running import CENTRE, Head

_RULE = "border-bottom-color: var(--hairline)"
_FIGURES = 2
"""Of the numbers for which the design has room."""


def stylesheet(metadata: Metadata, paper: str, running: Head, *, sections: bool, notes: int) -> str:
    """Return the ``@page`` rules: paper, running heads from the second page, folios.

    Args:
        metadata: of the document; a script from right to left turns the page round.
        paper: its size, as CSS names it.
        running: the head.
        sections: whether the head names the section, and only before the first
            one the publisher, beside the title.
        notes: how many there are: the numbers of many are long.
    """
    # Letter is wider than A4 by so much; a line stays as long.
    wider = ":root { --page-start: 32mm; --page-end: 32mm }\n" if paper == "letter" else ""
    indent = _indent(notes)
    start, end = ("right", "left") if metadata.rtl else ("left", "right")
    publisher = _string(metadata.publisher)
    # The engine makes a box of a margin as narrow as its words. So one box has the rule for all of them.
    rule = f"width: {running.share}%; padding-{end}: {100 - running.share}%"
    facing = "string(section)" if sections else publisher
    return (
        f"{wider}{indent}@page {{\n"
        f"  size: {paper};\n"
        f"  margin-{start}: var(--page-start); margin-{end}: var(--page-end);\n"
        f"  @footnote {{ margin-{start}: var(--page-shoulder) }}\n"
        f"  @top-{start} {{ content: {_string(running.title)}; {rule}; {_RULE} }}\n"
        f"  @top-center {{ width: {CENTRE}% }}\n"
        f"  @top-{end} {{ content: {facing}; width: {running.facing}% }}\n"
        f"  @bottom-{end} {{ content: counter(page) }}\n"
        "}\n"
        f"@page landscape {{ size: {paper} landscape }}\n"
        f"@page :first {{ @top-{start} {{ content: none }} @top-{end} {{ content: none }} }}\n"
        f".title {{ string-set: section {publisher} }}\n"
    )


def _indent(notes: int) -> str:
    """Return the room for the longest number of a note, where the usual one is too narrow."""
    figures = len(str(notes))
    return f":root {{ --page-note-indent: {0.7 + 0.5 * figures:.1f} }}\n" if figures > _FIGURES else ""


def _string(text: str) -> str:
    """Return ``text`` as a CSS string (CSS Syntax 3, 4.3.5)."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'
