"""Lines that stand together, and the blank lines between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from surefoot.writers.text.wrapping import WORD_JOINER

CODE_INDENT = "    "
"""Before each line of code. A quotation is moved in less, so that the two can be told apart."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item, a row: lines without a blank line to part them."""

    lines: tuple[str, ...]
    heading: bool = False
    code: bool = False
    """It begins with code."""
    open: bool = False
    """An item or a quotation: code that followed could be taken for a part of it."""
    tight: bool = False
    """No blank line parts it from the block before."""


def stack(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the lines of ``blocks``, one blank line between them and two before a heading (WCAG T1, T3).

    Code has a blank line before it even where all else is tight; behind an item
    or a quotation a line with nothing but a WORD JOINER, which ends them.
    """
    full = [block for block in blocks if block.lines]
    lines = list(full[0].lines) if full else []
    for before, block in pairwise(full):
        lines += _between(before, block) + list(block.lines)
    return tuple(lines)


def _between(before: Block, block: Block) -> list[str]:
    if block.code:
        return ["", WORD_JOINER, ""] if before.open else [""]
    return [""] * (2 if block.heading else 0 if block.tight else 1)


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
