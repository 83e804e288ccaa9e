"""The book's stylesheet, in values that every engine knows."""

from __future__ import annotations

from collections.abc import Sequence

from surefoot.design import rules, values, variables
from surefoot.literals import literal
from surefoot.model import Settings
from surefoot.writers.epub.fonts import Font
from surefoot.writers.epub.items import Resource

_SHEET = "book.css"
_FACES = ("serif", "sans", "mono")
_READERS = "inherit"
"""The face that the reader has chosen, or else the reading system."""


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
    """Return what the variables hold.

    Where the design's faces are embedded, the text is set in them. Faces of a
    script come last: they set what the reader's own have no letters for.
    """
    found = values(settings, _SHEET)
    families = dict.fromkeys(font.family for font in fonts)
    usual = variables()
    if found["serif"] == _READERS:
        found["serif"] = usual["serif"] if any(name in usual["serif"] for name in families) else _READERS
    others = [f'"{name}"' for name in families if not any(name in usual[each] for each in _FACES)]
    for each in _FACES if others else ():
        chosen = "serif" if found[each] == _READERS else found[each]
        found[each] = ", ".join([chosen, *others])
    return found
