"""The height of a line of text: that of the face asked for, whatever face stands in for some letters.

WeasyPrint takes the tallest face of each line: a word of Arabic or a sign of
mathematics would push its line away from the others, or over the foot of the page.
"""

from __future__ import annotations

from typing import Any

from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, pango

from surefoot.writers.pdf.engine.mending import Mend

_LETTER = "x"
"""None of the faces that stand in has it."""

_original = line_break.first_line_metrics


def mends() -> tuple[Mend, ...]:
    """Return what must be in force while text is set."""
    return (Mend(line_break, "first_line_metrics", _first_line_metrics),)


def _first_line_metrics(  # noqa: PLR0913, PLR0917 - theirs
    first_line: Any, text: str, layout: Any, resume_at: Any, space_collapse: Any, style: Any, *rest: Any
) -> tuple[Any, ...]:
    *found, _, _ = _original(first_line, text, layout, resume_at, space_collapse, style, *rest)  # type: ignore[no-untyped-call]
    return (*found, *_height_and_baseline(style))


def _height_and_baseline(style: Any) -> tuple[float, float]:
    """Return the height of a line in the face that ``style`` asks for, and how far down its baseline is."""
    known: dict[Any, tuple[float, float]] = style.font_config.heights
    key = line_break._font_style_cache_key(style, include_size=True)  # noqa: SLF001 - what decides on a face
    if key not in known:
        layout = line_break.Layout(style)
        layout.set_text(_LETTER)
        line, _ = layout.get_first_line()
        _, height = line_break.line_size(line, style)
        known[key] = height, pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS
    return known[key]
