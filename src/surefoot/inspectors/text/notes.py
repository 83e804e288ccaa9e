"""What a note of a text says, from its label to its way back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from surefoot.inspectors.text.layout import blocks
from surefoot.inspectors.text.page import Page
from surefoot.inspectors.text.section import Section
from surefoot.inspectors.text.ways_back import ARROW
from surefoot.inspectors.text.words import Manner, said
from surefoot.text import spaced

_MOVED_IN = re.compile(r"^(?: {1,4}|\t)")
# As readers of HTML print the ways back that stand at the end of a note.
_WAYS_BACK_IN_LINE = re.compile(r"(?:\s+[↑↩↵⏎⤴]\ufe0e?[0-9]*)+\s*$")


@dataclass(frozen=True, slots=True)
class Note:
    """What stands behind a label."""

    number: str = ""
    text: str = ""
    links: tuple[str, ...] = ()
    seen: bool = True
    lines: range = range(0)
    """Where it stands, its label and its way back included."""
    way_back: str = ""
    """Where its last paragraph is one."""


def notes(page: Page, found: Section, manner: Manner) -> Iterator[Note]:
    """Yield what each of the notes of a page says."""
    for label, where in zip(found.labels.values(), found.notes, strict=True):
        behind = _behind(page.lines, where)
        lines, visible = (
            [view[where.start][label.end() :], *view[where.start + 1 : behind]]
            for view in (page.lines, page.shown)
        )
        end = _end(lines)
        way_back = "\n".join(lines[end:])
        reader = _Reader(manner, moved_in=bool(found.moved_in), led_back=bool(way_back))
        whole = reader.read(lines[:end])
        shown = whole if visible == lines else reader.read(visible[:end])
        seen = bool(shown.text or not whole.text)
        yield replace(
            shown if seen else whole,
            number=label["number"],
            seen=seen,
            lines=range(where.start, behind),
            way_back=way_back,
        )


def strays(page: Page, found: Section, manner: Manner) -> Iterator[str]:
    """Yield what the paragraphs say that stand among the notes and belong to none."""
    for where in found.strays:
        texts = (spaced(said(block, manner).words) for block in blocks(page.shown[where.start : where.stop]))
        yield from filter(None, texts)


@dataclass(frozen=True, slots=True)
class _Reader:
    manner: Manner
    moved_in: bool
    led_back: bool

    def read(self, lines: Sequence[str]) -> Note:
        own = [*lines[:1], *(_MOVED_IN.sub("", line) if self.moved_in else line for line in lines[1:])]
        if own and not self.led_back:
            own[-1] = _WAYS_BACK_IN_LINE.sub("", own[-1])
        parts = [said(block, self.manner) for block in blocks(own)]
        links = tuple(link for part in parts for link in part.links)
        return Note(text=spaced(" ".join(part.words for part in parts)), links=links)


def _behind(lines: Sequence[str], where: range) -> int:
    """Return the line behind the last one that is not blank."""
    return next((at + 1 for at in reversed(where) if lines[at].strip()), where.start)


def _end(lines: Sequence[str]) -> int:
    """Return where a note ends: before its last paragraph if that is the way back."""
    for at in range(len(lines) - 1, -1, -1):
        if ARROW.match(lines[at]):
            return at
        if not lines[at].strip():
            break
    return len(lines)
