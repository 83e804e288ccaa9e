"""Text shown without empty strings, and with one number at most between two strings.

WeasyPrint writes an empty string wherever it moves the pen twice. Where a line has
any, PDFium, and so Chrome, forgets the last move of the line: what follows stands
too far left or right, pointed Hebrew is torn, and spaces are lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pydyf

from surefoot.writers.pdf.engine.mending import Mend

_PART = re.compile(r"<([0-9a-f]*)>|(-?[0-9.]+(?:e-?[0-9]+)?)")
_FINE = 3
"""Decimal places of a thousandth of the font's size."""


def mends() -> tuple[Mend, ...]:
    """Return what must be in force while a PDF is written."""
    return (Mend(pydyf.Stream, "show_text", _show_text),)


def _show_text(stream: pydyf.Stream, text: str) -> None:
    stream.stream.append(f"[{joined(text)}] TJ".encode())


def joined(text: str) -> str:
    """Return the content of an array of strings and numbers (ISO 32000-1, 9.4.3), as short as can be.

    >>> joined("<01>0<02>0<>-137.5<03>137<><>")
    '<0102>-137.5<03>137'
    """
    return "".join(_parts(text))


def _parts(text: str) -> Iterator[str]:
    glyphs, moved = "", 0.0
    for part in _PART.finditer(text):
        if not part[1]:
            moved += float(part[2] or 0)
            continue
        if gap := _number(moved):
            yield (f"<{glyphs}>" if glyphs else "") + gap
            glyphs, moved = "", 0.0
        glyphs += part[1]
    yield (f"<{glyphs}>" if glyphs else "") + _number(moved)


def _number(value: float) -> str:
    """Return a ``value`` as PDF writes it, without an exponent; nothing for zero."""
    written = f"{value:.{_FINE}f}".rstrip("0").rstrip(".")
    return "" if written in {"0", "-0"} else written
