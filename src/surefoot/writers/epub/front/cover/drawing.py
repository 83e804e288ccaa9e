"""Draws a cover from what signs a book, in the colours and faces of the design: the only door to resvg."""

from __future__ import annotations

import resvg_py

from surefoot import design, values
from surefoot.composition import Composition
from surefoot.contrast import ratio
from surefoot.faces.companions import BRING, EXTRA
from surefoot.literals import literal
from surefoot.templating import template
from surefoot.writers.epub.front.cover.layout import HEIGHT, MARGIN, WIDTH, laid_out

_PIXELS = 1072
"""Of a line, as an e-reader of six inches shows them. To pack more takes longer than to write a brief."""


def lacking(book: Composition) -> str:
    """Return which character of the cover no font here has, and what to do; empty if none is lacking.

    Raises:
        WriterError: a folder of fonts is not there.
    """
    try:
        laid_out(book)
    except LookupError as error:
        (character,) = error.args
        mend = (
            f'For Chinese, Japanese and Korean: pip install "{EXTRA}". For others: {BRING.format("a font")}.'
        )
        return f"No font here has the character {character} (U+{ord(character):04X}). {mend}"
    return ""


def drawn(book: Composition) -> bytes:
    """Return a cover of ``book``, from which nothing is :func:`lacking`, as PNG.

    resvg uses no library of the system: every pixel is the same on every machine.

    Raises:
        WriterError: a folder of fonts is not there.
    """
    layout = laid_out(book)
    ground, ink = (_colour(book, name) for name in ("accent", "on-accent"))
    drawing = template("cover.svg.j2").render(
        width=WIDTH,
        height=HEIGHT,
        margin=MARGIN,
        layout=layout,
        ground=ground,
        ink=ink,
        shade=max(("#000000", "#ffffff"), key=lambda shade: ratio(ink, shade) or 0),
        rtl=book.metadata.rtl,
    )
    lines = (line for placed in layout.blocks for line in placed.block.lines)
    used = dict.fromkeys(str(run.face.file) for line in lines for run in line.runs)
    return bytes(resvg_py.svg_to_bytes(drawing, width=_PIXELS, skip_system_fonts=True, font_files=list(used)))


def _colour(book: Composition, name: str) -> str:
    """Return a colour of the design as ``#rrggbb``; our own where only browsers know the author's."""
    given = literal(f"var(--{name})", design.values(book.settings, "design.css"))
    return values.srgb(given) or design.variables()[name]
