"""A font with the glyphs of one text alone."""

from __future__ import annotations

import io
from collections.abc import Collection
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont


def subset(file: Path, text: Collection[str]) -> bytes:
    """Return the font in ``file`` with what the characters of ``text`` need, forms and ligatures among it.

    Its names, copyright and licence among them, stay in it.
    """
    options = Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True)
    with TTFont(file, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=map(ord, text))
        subsetter.subset(font)
        saved = io.BytesIO()
        font.save(saved)
    return saved.getvalue()
