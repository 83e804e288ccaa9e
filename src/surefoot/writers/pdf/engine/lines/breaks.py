"""Mends of the breaking of lines: none ends after its first word, and none begins with a note reference."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from weasyprint.layout import inline, preferred
from weasyprint.text import line_break

from surefoot.composition import is_call
from surefoot.writers.pdf.boxes import Box
from surefoot.writers.pdf.engine.lines.hyphens import word_boundaries
from surefoot.writers.pdf.engine.mending import Mend, rewritten


def mends() -> tuple[Mend, ...]:
    """Return what must be in force while pages are laid out."""
    return (
        Mend(inline, "split_first_line", _split_first_line()),
        Mend(preferred, "split_first_line", _split_first_line()),
        Mend(inline, "split_inline_box", _split_inline_box()),
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
        get_next_word_boundaries=word_boundaries,
    )


@cache
def _split_inline_box() -> Callable[..., Any]:
    """Lines that break nowhere before a note reference, however little room it finds.

    Pango breaks between a full stop and a figure, and no style can forbid it there.
    The end of the word before the reference goes along to the next line.
    """
    return rewritten(
        inline,
        "split_inline_box",
        """
                can_break = can_break_text(
                    last_letter + first, child.style['lang'])
""",
        """
                can_break = not begins_with_call(child) and can_break_text(
                    last_letter + first, child.style['lang'])
""",
        begins_with_call=_begins_with_call,
    )


def _begins_with_call(box: Box) -> bool:
    while box.element is None or not is_call(box.element):
        if not box.children:
            return False
        box = box.children[0]
    return True


def _metrics(*args: Any) -> Any:
    """Ask whatever stands there while pages are laid out: another mend."""
    return line_break.first_line_metrics(*args)
