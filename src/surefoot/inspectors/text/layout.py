"""The blocks of a text: paragraphs, list items without their markers, and code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from surefoot.inspectors.text.markers import markers, numbers, settled
from surefoot.text import LINE_END

_CODE = 4
"""Columns that code is moved in by; a quotation is moved in by fewer."""
_BEFORE_HEADING = 2
_LONGEST_WORD = 40
RULE = re.compile(r"[ \t]*([-=_*~])(?:[ \t]*\1){2}[-=_*~ \t]*")
"""A line that parts what stands above it from what stands below."""
_CAPTION = re.compile(r": (\S.*)", re.DOTALL)
_JOINS = set("-\u2010\u2011\u2013\u2014/\\")
"""Behind these a line may be broken without a space (UAX 14, classes HY, BA and SY)."""
_THAI, _AFTER_BURMESE, _PUNCTUATION_END = "\u0e00", "\u1e00", "\u2070"


@dataclass(frozen=True, slots=True)
class Block:
    """An innermost block, its lines joined."""

    text: str
    code: bool = False
    ruled: bool = False
    """Rules stood between its lines, as in a table."""
    numbers: str = ""
    """Those of the list items that begin with it."""


def blocks(lines: Sequence[str]) -> Iterator[Block]:
    """Yield the blocks of ``lines``, in order; the caption of a table before it."""
    reader = _Reader()
    held: Block | None = None
    for blanks, paragraph in _paragraphs(settled([line.expandtabs(_CODE) for line in lines])):
        for block in reader.paragraph(paragraph, heading=blanks >= _BEFORE_HEADING):
            # Of pandoc's tables, simple and others, the caption stands below.
            if held and held.ruled and (caption := _CAPTION.match(block.text)):
                yield Block(caption[1])
                continue
            if held:
                yield held
            held = block
    if held:
        yield held


def joined(lines: Sequence[str]) -> str:
    """Join the lines of a paragraph: with a space where one must stand, else with a LINE_END."""
    text = "".join(
        line.strip(" \t") + (" " if _parted(line, following) else LINE_END)
        for line, following in pairwise(lines)
    )
    return text + lines[-1].strip(" \t")


@dataclass(slots=True)
class _Reader:
    """Goes down the lines of a text, and knows what it stands in."""

    columns: list[int] = field(default_factory=lambda: [0])
    """Where the text begins of what is open: the page, then quotations and items."""

    def paragraph(self, lines: Sequence[str], *, heading: bool) -> Iterator[Block]:
        """Yield what a run of lines without a blank one holds: one block, or code, or several items."""
        column = _indent(lines[0])
        self._leave(column)
        code = list(takewhile(lambda line: _indent(line) - self.columns[-1] >= _CODE, lines))
        if code:
            yield Block(" ".join(code), code=True)
        elif heading:
            yield from _block(lines)
        else:
            yield from self._items(lines)
        if code and lines[len(code) :]:
            yield from self.paragraph(lines[len(code) :], heading=False)

    def _items(self, lines: Sequence[str]) -> Iterator[Block]:
        run: list[str] = []
        begun, in_items = "", False
        for line in lines:
            words, column = line.lstrip(" "), _indent(line)
            may_begin = not run or in_items or column != _indent(lines[0])
            if found := markers(words) if may_begin else "":
                yield from _block(run, begun)
                run, begun, in_items = [], found, True
                self._leave(column)
            # Behind the first line what is moved in is a definition under its term.
            if not run or column - self.columns[-1] < _CODE:
                self._enter(column)
                self._enter(column + len(found))
            run.append(words[len(found) :] if found else line)
        yield from _block(run, begun)

    def _leave(self, column: int) -> None:
        while self.columns[-1] > column:
            self.columns.pop()

    def _enter(self, column: int) -> None:
        if column > self.columns[-1]:
            self.columns.append(column)


def _block(lines: Sequence[str], markers: str = "") -> Iterator[Block]:
    said = [line for line in lines if line.strip() and not RULE.fullmatch(line)]
    if said:
        yield Block(joined(said), ruled=len(said) < len(lines), numbers=numbers(markers))


def _paragraphs(lines: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield each run of lines that are not blank, with the number of blank ones before it."""
    blanks, run = 0, list[str]()
    for line in [*lines, ""]:
        if line.strip():
            run.append(line)
            continue
        if run:
            yield blanks, run
            blanks, run = 0, []
        blanks += 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _parted(line: str, following: str) -> bool:
    """Whether a space must stand where ``line`` ends: where the script breaks lines between words alone.

    Unknown behind a hyphen, or where one long word fills the line and may have been cut.
    """
    if line.endswith((" ", "\t")):
        return True
    before, behind = line.strip(" \t"), following.lstrip(" \t")
    cut = " " not in before and len(before) > _LONGEST_WORD
    return (
        not cut
        and before[-1] not in _JOINS
        and _of_spaced_script(before[-1])
        and _of_spaced_script(behind[0])
    )


def _of_spaced_script(char: str) -> bool:
    """Whether a character is of a script or of the punctuation that parts words by spaces.

    Thai and what follows it up to Burmese and its kin do not, nor do the scripts of East Asia.
    """
    return char < _THAI or _AFTER_BURMESE <= char < _PUNCTUATION_END
