"""The head and foot of each page, as a stylesheet with the document's own words."""

from __future__ import annotations

import re

from surefoot.model import Metadata
from surefoot.words import words

_LONGEST = 64
"""Characters of a running title that stand on one line beside the publisher."""


def stylesheet(metadata: Metadata) -> str:
    """Return the ``@page`` rules for ``metadata``: running heads from the second page, folios."""
    start, end = ("right", "left") if metadata.rtl else ("left", "right")
    return (
        "@page {\n"
        f"  @top-{start} {{ content: {_string(short(metadata.title))} }}\n"
        f"  @top-{end} {{ content: {_string(metadata.publisher)} }}\n"
        f"  @bottom-{end} {{ content: {_folio(words(metadata.language).page)} }}\n"
        "}\n"
        f"@page :first {{ @top-{start} {{ content: none }} @top-{end} {{ content: none }} }}\n"
    )


def short(title: str) -> str:
    """Return ``title`` as it fits into a running head: up to its colon, or as many words as fit."""
    if len(title) > _LONGEST:
        title = re.split(r":\s|\s[–—]\s", title, maxsplit=1)[0]
    if len(title) > _LONGEST:
        title = title[:_LONGEST].rpartition(" ")[0].rstrip(",;:–— ") + "…"
    return title


def _folio(pattern: str) -> str:
    """Return a CSS content list for ``pattern``, whose gaps are this page's number and the last one's."""
    before, between, after = pattern.split("{}")
    return f"{_string(before)} counter(page) {_string(between)} counter(pages) {_string(after)}"


def _string(text: str) -> str:
    """Return ``text`` as a CSS string (CSS Syntax 3, 4.3.5)."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'
