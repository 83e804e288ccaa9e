"""The notes of a text: where they stand, which lines are whose, and what belongs to none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from surefoot.inspectors.text.layout import blocks
from surefoot.inspectors.text.page import Page
from surefoot.inspectors.text.words import said
from surefoot.text import spaced

_LABEL = re.compile(r"(?P<before>\[\^|\[fn |\[|\{)(?P<number>[0-9]+)(?P<behind>[\]}])(?: |$)")
_INDENT = 4
_MOVED_IN = re.compile(rf"^(?: {{1,{_INDENT}}}|\t)")
_WAY_BACK = re.compile(r"\s*↑")
# As readers of HTML print the ways back that stand at the end of a note.
_WAYS_BACK_IN_LINE = re.compile(r"(?:\s+[↑↩↵⏎⤴]\ufe0e?[0-9]*)+\s*$")

_NO_MARK = re.compile(r"(?!)")

_Labels: TypeAlias = Mapping[int, re.Match[str]]
"""The labels of one form, by the number of the line that each begins."""


@dataclass(frozen=True, slots=True)
class Note:
    """What stands behind a label."""

    text: str = ""
    links: tuple[str, ...] = ()
    seen: bool = True
    lines: range = range(0)
    """Where it stands, its label and its way back included."""


@dataclass(frozen=True, slots=True)
class Section:
    """The notes of a file."""

    start: int
    """The line on which they begin."""
    end: int
    """The line behind them."""
    mark: re.Pattern[str]
    """What a mark looks like; its group is the number."""
    notes: tuple[tuple[str, Note], ...]
    """Each with its number."""
    strays: tuple[str, ...]
    """Paragraphs among them that belong to no note."""


def section(page: Page) -> Section:
    """Return the notes of a file; none, behind its last line, where no line begins with a label."""
    labels = _labels(page.lines)
    if not labels:
        return Section(len(page.lines), len(page.lines), _NO_MARK, (), ())
    start, end = _extent(page.lines, labels)
    notes: list[tuple[str, Note]] = []
    strays: list[str] = []
    hanging = _hang(page.lines[start:end])
    for at, following in pairwise([*(at for at in labels if at >= start), end]):
        stray = _first_stray(page.lines, at, following) if hanging else following
        notes.append((labels[at]["number"], _note(page, labels[at], at, stray, hanging=hanging)))
        strays += _texts(page.shown[stray:following])
    return Section(start, end, _mark(labels[start]), tuple(notes), tuple(strays))


def _labels(lines: Sequence[str]) -> _Labels:
    """Return the labels that begin lines, of the form of the last one."""
    found = {at: label for at, line in enumerate(lines) if (label := _LABEL.match(line))}
    form = found[max(found)].group("before", "behind") if found else None
    return {at: label for at, label in found.items() if label.group("before", "behind") == form}


def _extent(lines: Sequence[str], labels: _Labels) -> tuple[int, int]:
    """Return on which line the notes begin, and the line behind them."""
    first = max((at for at, label in labels.items() if label["number"] == "1"), default=min(labels))
    end = max(labels)
    while end < len(lines) and lines[end].strip():
        end += 1
    while end < len(lines) and (not lines[end].strip() or lines[end].startswith(" " * _INDENT)):
        end += 1
    return first, end


def _hang(lines: Sequence[str]) -> bool:
    """Whether the lines that continue a note's first paragraph, or lead back from it, are moved in."""
    continued = [
        line
        for before, line in pairwise(lines)
        if _WAY_BACK.match(line) or (before.strip() and line.strip() and not _LABEL.match(line))
    ]
    return bool(continued) and all(line[0] in " \t" for line in continued)


def _first_stray(lines: Sequence[str], start: int, end: int) -> int:
    """Return the first line behind a blank one that is not moved in, and so is no part of the note."""
    return next(
        (at for at in range(start + 1, end) if not lines[at - 1].strip() and lines[at][:1].strip()), end
    )


def _note(page: Page, label: re.Match[str], start: int, end: int, *, hanging: bool) -> Note:
    behind = _behind(page.lines, start, end)
    lines, visible = (
        [view[start][label.end() :], *view[start + 1 : behind]] for view in (page.lines, page.shown)
    )
    end, led_back = _way_back(lines)
    whole, shown = (_content(view[:end], hanging=hanging, led_back=led_back) for view in (lines, visible))
    seen = bool(shown.text or not whole.text)
    return replace(shown if seen else whole, seen=seen, lines=range(start, behind))


def _behind(lines: Sequence[str], start: int, end: int) -> int:
    """Return the line behind the last one before ``end`` that is not blank."""
    while end > start and not lines[end - 1].strip():
        end -= 1
    return end


def _way_back(lines: Sequence[str]) -> tuple[int, bool]:
    """Return where a note ends before its last paragraph if that is the way back; and whether it is."""
    for at in range(len(lines) - 1, -1, -1):
        if _WAY_BACK.match(lines[at]):
            return at, True
        if not lines[at].strip():
            break
    return len(lines), False


def _content(lines: Sequence[str], *, hanging: bool, led_back: bool) -> Note:
    own = [*lines[:1], *(_MOVED_IN.sub("", line, count=1) if hanging else line for line in lines[1:])]
    if own and not led_back:
        own[-1] = _WAYS_BACK_IN_LINE.sub("", own[-1])
    parts = [said(block) for block in blocks(own)]
    return Note(
        spaced(" ".join(part.words for part in parts)), tuple(link for part in parts for link in part.links)
    )


def _texts(lines: Sequence[str]) -> Iterator[str]:
    return filter(None, (spaced(said(block).words) for block in blocks(lines)))


def _mark(label: re.Match[str]) -> re.Pattern[str]:
    """Return what a mark looks like, where labels look like ``label``."""
    before = re.escape(label["before"]).replace(r"\ ", r"\s+")
    return re.compile(f"{before}([0-9]+){re.escape(label['behind'])}")
