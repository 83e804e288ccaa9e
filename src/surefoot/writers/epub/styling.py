"""The book's stylesheet, in values that every engine knows."""

from __future__ import annotations

from collections.abc import Sequence

from surefoot.design import rules, values, variables
from surefoot.literals import literal
from surefoot.model import Settings
from surefoot.writers.epub.fonts import Font
from surefoot.writers.epub.items import Resource

_SHEET = "book.css"


def styling(settings: Settings, fonts: Sequence[Font]) -> Resource:
    """Return ``book.css`` with the author's own style behind it, and ``fonts`` made known before it."""
    sheets = [
        *(font.rule for font in fonts),
        rules(_SHEET),
        *(sheet.text for sheet in settings.stylesheets),
    ]
    return Resource(
        "style", _SHEET, "text/css", literal("\n".join(sheets), _values(settings, fonts)).encode()
    )


def _values(settings: Settings, fonts: Sequence[Font]) -> dict[str, str]:
    """Return what the variables hold; where the design's faces are embedded, the text is set in them."""
    found = values(settings, _SHEET)
    serif = variables()["serif"]
    if found["serif"] == variables(_SHEET)["serif"] and any(font.family in serif for font in fonts):
        found["serif"] = serif
    return found
