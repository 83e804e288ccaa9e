"""Titles in BibTeX, kept as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TITLE = re.compile(
    r"\b(?:title|subtitle|titleaddon|booktitle|booksubtitle|maintitle|mainsubtitle|issuetitle|shorttitle)"
    r"\s*=\s*(?=[{\"])",
    re.IGNORECASE,
)


def verbatim_titles(text: str) -> str:
    """Return a BibTeX file with its titles in a second pair of braces.

    Pandoc takes English titles for title case and lowers them, for a style that
    raises them again; other words, such as names in other languages, stay low.
    Braces keep a title as it is (BibTeX's own rule for what must not change case).
    """
    return "".join(_pieces(text))


def _pieces(text: str) -> Iterator[str]:
    done = 0
    for found in _TITLE.finditer(text):
        end = _end(text, found.end())
        if found.start() < done or not end:
            continue
        opening, closing = text[found.end()], text[end - 1]
        yield text[done : found.end()]
        yield f"{opening}{{{text[found.end() + 1 : end - 1]}}}{closing}"
        done = end
    yield text[done:]


def _end(text: str, start: int) -> int:
    """Return where the value that opens at ``start`` ends; 0 if it does not."""
    quoted, depth = text[start] == '"', 0
    for at in range(start, len(text)):
        char = text[at]
        escaped = at > 0 and text[at - 1] == "\\"
        if escaped:
            continue
        depth += (char == "{") - (char == "}")
        if depth == 0 and (char == "}" if not quoted else char == '"' and at > start):
            return at + 1
    return 0
