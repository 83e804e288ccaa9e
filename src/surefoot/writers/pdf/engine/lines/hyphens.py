"""Mends of hyphenation: none in the last word of a paragraph or of a page, and none in the name of a site."""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure.boxes import InlineBox, TextBox
from weasyprint.layout import block, inline
from weasyprint.text.line_break import get_next_word_boundaries

from surefoot.composition import is_call
from surefoot.writers.pdf.boxes import Box
from surefoot.writers.pdf.engine.mending import Mend

_NAMING = frozenset(".@")
"""What joins the words of a name such as an address."""
_linebox: Any = inline.get_next_linebox
_split: Any = inline.split_text_box
_break: Any = block._break_line  # noqa: SLF001 - where a page ends is decided nowhere else


def mends() -> tuple[Mend, ...]:
    """Return what must be in force while pages are laid out."""
    return (
        Mend(inline, "get_next_linebox", _get_next_linebox),
        Mend(inline, "split_text_box", _split_text_box),
    )


def word_boundaries(text: str, language: str) -> tuple[int, int] | None:
    """Return where the first word of ``text`` is that may be hyphenated: it is no part of a name with dots.

    A hyphen in ``the-guardian.com`` would be taken for one of the name's own.
    """
    begun = 0
    while found := get_next_word_boundaries(text[begun:], language):
        start, stop = begun + found[0], begun + found[1]
        if not _names(text, start, stop):
            return start, stop
        begun = stop
    return None


def break_line(  # noqa: PLR0913, PLR0917 - as the engine calls it
    context: Any, box: Box, line: Box, lines: list[Box], needed: int, page_is_empty: Any, *others: Any
) -> Any:
    """End a page within a paragraph, one line earlier if half a word would stand at its end.

    ``needed`` of the ``lines`` go over to the next page at least. The line goes
    along where enough are left, and where the line before it ends with a whole word.
    """
    last = [*lines[: len(lines) - needed]][-2:]
    spare = len(lines) - box.style["orphans"] - needed
    if spare > 0 and len(last) > 1 and _is_broken(last[1]) and not _is_broken(last[0]):
        needed += 1
    return _break(context, box, line, lines, needed, page_is_empty, *others)


def _is_broken(line: Box) -> bool:
    """Whether ``line`` ends within a word."""
    text = _last_text(line)
    return text is not None and text.text.endswith(text.style["hyphenate_character"])


def _names(text: str, start: int, stop: int) -> bool:
    """Whether the word is part of a name such as ``www.example.org``."""
    before = start > 1 and text[start - 1] in _NAMING and text[start - 2].isalnum()
    return before or (text[stop : stop + 1] in _NAMING and text[stop + 1 : stop + 2].isalnum())


def _get_next_linebox(context: Any, linebox: Box, *others: Any) -> Any:
    """Lay out a line, and let the last text of its paragraph know that it is the last."""
    if last := _last_text(linebox):
        last.ends_paragraph = True
    return _linebox(context, linebox, *others)


def _last_text(box: Box) -> Box | None:
    """Return the last box of text below ``box`` that is no call of a note."""
    for child in reversed(box.children):
        if isinstance(child, TextBox) and child.text.strip():
            return child
        if isinstance(child, InlineBox) and not _is_call(child) and (found := _last_text(child)):
            return found
        if not isinstance(child, (TextBox, InlineBox)):
            return None
    return None


def _is_call(box: Box) -> bool:
    return box.element is not None and is_call(box.element)


def _split_text_box(context: Any, box: Box, width: Any, skip: int, is_line_start: bool = True) -> Any:  # noqa: FBT001, FBT002 - as the engine calls it
    """Fit as much text as possible into a line, and never let a part of a word be the last line."""
    found = _split(context, box, width, skip, is_line_start)
    if not getattr(box, "ends_paragraph", False) or not _within_last_word(box, found):
        return found
    whole = box.copy()
    whole.style = box.style.copy()
    whole.style["hyphens"] = "manual"
    laid, resume, preserved = _split(context, whole, width, skip, is_line_start)
    if laid is None or resume is None or laid.width > width or box.text.encode()[resume - 1 : resume] != b" ":
        return found
    laid.style = box.style
    return laid, resume, preserved


def _within_last_word(box: Box, found: Any) -> bool:
    """Whether a line has been broken by a hyphen in the last word of ``box``."""
    laid, resume, _ = found
    if laid is None or resume is None:
        return False
    begun, rest = box.text.encode()[:resume].decode(), box.text.encode()[resume:].decode()
    hyphen = box.style["hyphenate_character"]
    return laid.text.endswith(hyphen) and not begun.endswith((hyphen, " ")) and len(rest.split()) == 1
