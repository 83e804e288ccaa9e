"""The file as lines: what stands in it, and what of that a terminal shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from surefoot.errors import UnreadableError

_PRINTED = re.compile(r"[^\r\n]")
_LINE_END = re.compile(r"\r\n|\r|\n")
# ECMA-48, 8.3.117, Select Graphic Rendition: 8 conceals, 0 (or nothing) and 28 reveal.
_RENDITION = re.compile("(?:\x1b\\[|\x9b)([0-9;:]*)m")
_CONCEAL, _REVEAL = {"8", "08"}, {"", "0", "00", "28"}


@dataclass(frozen=True, slots=True)
class Page:
    """Two views of one text, line by line and column by column."""

    lines: tuple[str, ...]
    """As they stand, without what sets their colour."""
    shown: tuple[str, ...]
    """The same with spaces for what is concealed."""


def page(data: bytes) -> Page:
    """Return the lines of a file.

    Of letters that are struck one over the other (with backspaces, as ``man``
    prints bold and underlined ones) only the last is there.

    Raises:
        UnreadableError: the bytes are no UTF-8, or no text.
    """
    text = _struck(_decoded(data))
    if not _RENDITION.search(text):
        lines = tuple(_LINE_END.split(text))
        return Page(lines, lines)
    pieces = _RENDITION.split(text)
    whole, shown = pieces[:1], pieces[:1]
    concealed = False
    for orders, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        for order in re.split("[;:]", orders):
            concealed = order in _CONCEAL or (concealed and order not in _REVEAL)
        whole.append(piece)
        shown.append(_PRINTED.sub(" ", piece) if concealed else piece)
    return Page(tuple(_LINE_END.split("".join(whole))), tuple(_LINE_END.split("".join(shown))))


def _decoded(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(f"The file is not UTF-8: {error}.") from None
    if "\0" in text:
        raise UnreadableError("The file holds NUL characters: it is no plain text.")
    if not text.strip():
        raise UnreadableError("The file is empty.")
    return text


def _struck(text: str) -> str:
    """Return ``text`` without the characters that others were struck over."""
    if "\b" not in text:
        return text
    kept: list[str] = []
    for char in text:
        if char != "\b":
            kept.append(char)
        elif kept and kept[-1] not in "\r\n":
            kept.pop()
    return "".join(kept)
