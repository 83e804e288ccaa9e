"""Lines that stand together, and the blank lines between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item, a row: lines without a blank line to part them."""

    lines: tuple[str, ...]
    heading: bool = False
    tight: bool = False
    """No blank line parts it from the block before."""


def stack(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the lines of ``blocks``, one blank line between them and two before a heading (WCAG T1, T3)."""
    full = [block for block in blocks if block.lines]
    lines = list(full[0].lines) if full else []
    for block in full[1:]:
        blanks = 2 if block.heading else 0 if block.tight else 1
        lines += [""] * blanks + list(block.lines)
    return tuple(lines)


def indented(lines: Iterable[str], columns: int, first: str = "") -> tuple[str, ...]:
    """Return ``lines`` moved in by ``columns``, with ``first`` in the room before the first one."""
    moved = [" " * columns + line if line else "" for line in lines]
    if first:
        moved[:1] = [(first + "".join(moved[:1])[columns:].lstrip(" ")).rstrip(" ")]
    return tuple(moved)
