"""A mend of the breaking of lines, without which some end after their first word."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from weasyprint.layout import inline, preferred
from weasyprint.text import line_break

from surefoot.writers.pdf.engine.mending import Mend, rewritten


def mends() -> tuple[Mend, ...]:
    """Return what must be in force while pages are laid out."""
    return (
        Mend(inline, "split_first_line", _split_first_line()),
        Mend(preferred, "split_first_line", _split_first_line()),
    )


@cache
def _split_first_line() -> Callable[..., Any]:
    """Lines that hold a text of which only the space at its end goes over their edge.

    WeasyPrint takes such a text for one that does not fit, and as nothing says
    where to break it, breaks it after its first word.
    """
    return rewritten(
        line_break,
        "split_first_line",
        """
    first_line_width, _ = line_size(first_line, style)
    if resume_index is None and first_line_width <= max_width:
""",
        """
    first_line_width, _ = line_size(first_line, style)
    if resume_index is None and space_collapse and text.endswith(' '):
        bare = create_layout(text.rstrip(' '), style, context, None, justification_spacing)
        first_line_width, _ = line_size(bare.get_first_line()[0], style)
    if resume_index is None and first_line_width <= max_width:
""",
        first_line_metrics=_metrics,
    )


def _metrics(*args: Any) -> Any:
    """Ask whatever stands there while pages are laid out: another mend."""
    return line_break.first_line_metrics(*args)
