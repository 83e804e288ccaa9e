"""Lines that stand together, and the blank lines between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

CODE_INDENT = "    "
"""Before each line of code. A quotation is moved in less, so that the two can be told apart."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item, a row: lines without a blank line to part them."""

    lines: tuple[str, ...]
    heading: bool = False
    code: bool = False
    tight: bool = False
    """No blank line parts it from the block before."""


def stack(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the lines of ``blocks``, one blank line between them and two before a heading (WCAG T1, T3).

    Code has a blank line before it even where all else is tight.
    """
    full = [block for block in blocks if block.lines]
    lines = list(full[0].lines) if full else []
    for block in full[1:]:
        blanks = 2 if block.heading else 0 if block.tight and not block.code else 1
        lines += [""] * blanks + list(block.lines)
    return tuple(lines)


def indented(lines: Iterable[str], columns: int, first: str = "") -> tuple[str, ...]:
    """Return ``lines`` moved in by ``columns``, with ``first`` in the room before the first one.

    Before code it stands alone, or the code would lose its first indentation.
    """
    lines = tuple(lines)
    if first and lines and lines[0].startswith(CODE_INDENT):
        lines = ("", "", *lines)
    moved = [" " * columns + line if line else "" for line in lines]
    if first:
        moved[:1] = [(first + "".join(moved[:1])[columns:].lstrip(" ")).rstrip(" ")]
    return tuple(moved)
