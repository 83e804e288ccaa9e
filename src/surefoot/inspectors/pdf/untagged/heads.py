"""Where the notes begin, and which marks call them: by links, and where there are none, by numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from surefoot.inspectors.pdf.untagged.lines import Line
from surefoot.inspectors.pdf.untagged.marks import Mark
from surefoot.inspectors.pdf.untagged.sheets import Sheets, lead

Style: TypeAlias = tuple[bool, str, int]
"""How a number at a line's beginning looks: raised or not, its brackets and stop, its size."""
_BASE = re.compile(r"[0-9]$|(?:^|\s)[^\W\d_]$")
"""What a raised number may be the power of."""


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """The beginning of a note."""

    line: Line
    number: str
    """Empty where it bears none."""
    start: int
    """Rank of the first letter behind the number."""


@dataclass(frozen=True, slots=True, eq=False)
class Call:
    """A mark that calls a note."""

    mark: Mark
    head: Head | None
    """The note that it leads to; None where others have links, and it has none or leads to no note."""


def linked(sheets: Sheets) -> tuple[list[Call], list[Head]]:
    """Return the calls whose links lead to the beginning of a line, and the notes that begin there.

    Where most of these lines begin with a number, those that do not are no notes.
    """
    aims = _aims(sheets)
    targets = list(dict.fromkeys(aims.values()))
    numbered = [line for line in targets if sheets.opening(line)]
    if 2 * len(numbered) >= len(targets):
        targets = numbered
    heads = {line: _head(line, sheets.opening(line)) for line in targets}
    for head in _between(sheets, list(heads.values())):
        heads.setdefault(head.line, head)
    calls = [
        Call(mark, heads.get(aims[mark]) if mark in aims else None)
        for mark in _raised(sheets)
        if mark in aims or (mark.linked and not mark.first)
    ]
    return calls, sorted(heads.values(), key=lambda head: sheets.ranks[head.line])


def _aims(sheets: Sheets) -> dict[Mark, Line]:
    """Return the marks whose links lead to notes, and the line that each leads to."""
    marks = [mark for mark in _raised(sheets) if mark.place]
    sure = (
        above
        for mark in marks
        for line, above in sheets.near(mark.place).items()
        if _bears(sheets, line, mark)
    )
    above = lead(sure)
    aims = ((mark, sheets.aimed(mark.place, above)) for mark in marks)
    return {mark: line for mark, line in aims if line and _leads(sheets, mark, line)}


def _leads(sheets: Sheets, mark: Mark, line: Line) -> bool:
    """Whether a mark calls what begins at ``line``: it leads forward, or back to its own number."""
    return sheets.behind(line, mark) or (not mark.first and _bears(sheets, line, mark))


def _bears(sheets: Sheets, line: Line, mark: Mark) -> bool:
    opening = sheets.opening(line)
    return opening is not None and opening.number == mark.number


def counted(sheets: Sheets) -> tuple[list[Call], list[Head]]:
    """Return the notes that numbers tell, counted from the last one back, and the marks that call them."""
    openings = [mark for line in sheets.lines if (mark := sheets.opening(line)) and not mark.alone]
    styles: defaultdict[Style, list[Mark]] = defaultdict(list)
    for mark in openings:
        styles[style(mark)].append(mark)
    labels = {mark.number for mark in openings}
    raised = [
        part for mark in _raised(sheets) if not mark.first or mark.alone for part in _parts(mark, labels)
    ]
    wanted = {mark.number for mark in raised}
    chains = [_counted_back(marks) for marks in styles.values()]
    best = max(
        chains, key=lambda chain: (len({mark.number for mark in chain} & wanted), -len(chain)), default=[]
    )
    heads = [_head(mark.line, mark) for mark in best if mark.number in wanted]
    return [Call(mark, head) for mark, head in _matched(sheets, raised, heads)], heads


def with_unlinked(
    sheets: Sheets, calls: Sequence[Call], heads: Sequence[Head], inside: set[Line]
) -> list[Call]:
    """Return the calls, and those without a link: raised marks of notes that nothing else calls."""
    called = {call.mark.number for call in calls}
    left = [head for head in heads if head.number and head.number not in called]
    raised = [mark for mark in _raised(sheets) if not mark.linked and mark.line not in inside]
    unlinked = [Call(mark, None) for mark, _ in _matched(sheets, raised, left)]
    return sorted([*calls, *unlinked], key=lambda call: (sheets.ranks[call.mark.line], call.mark.start))


def _matched(sheets: Sheets, raised: Sequence[Mark], heads: Sequence[Head]) -> Iterator[tuple[Mark, Head]]:
    """Yield each of ``heads`` with the mark among ``raised`` that calls it, if one does.

    It stands before the note, and behind the call of the note before. Of several, it is
    the one that stands behind a word or a stop, not behind a letter or a figure of which
    it could be the power.
    """
    left = list(raised)
    for head in heads:
        before = (mark for mark in left if sheets.behind(head.line, mark))
        fitting = [mark for mark in before if mark.number == head.number]
        mark = next((mark for mark in fitting if not _is_power(mark)), next(iter(fitting), None))
        if mark:
            left = left[left.index(mark) + 1 :]
            yield mark, head


def style(mark: Mark) -> Style:
    """Return how a number looks."""
    shown = "".join(glyph.text for glyph in mark.line.glyphs[mark.start : mark.end])
    return mark.raised, shown.replace(mark.number, "1"), round(mark.line.glyphs[mark.end - 1].size)


def _raised(sheets: Sheets) -> Iterator[Mark]:
    return (mark for line in sheets.lines for mark in sheets.marks[line] if mark.calls)


def _head(line: Line, label: Mark | None) -> Head:
    return Head(line, label.number, label.end) if label else Head(line, "", 0)


def _between(sheets: Sheets, heads: Sequence[Head]) -> Iterator[Head]:
    """Yield the notes that no link leads to: between the others, of their looks, with a number that fits."""
    styles = {style(label) for head in heads if (label := sheets.opening(head.line))}
    for one, other in pairwise([*heads, None]):
        if one is None or not one.number.isdecimal():
            continue
        due = int(one.number) + 1
        end = sheets.ranks[other.line] if other else len(sheets.lines)
        following = int(other.number) if other and other.number else 0
        for line in sheets.lines[sheets.ranks[one.line] : end]:
            label = sheets.opening(line)
            if label and style(label) in styles and line.size <= one.line.size:
                number = int(label.number)
                if number == due or number in range(due, following):
                    yield _head(line, label)
                    due = number + 1


def _counted_back(marks: Sequence[Mark]) -> list[Mark]:
    """Return the last run of numbers among ``marks`` that counts up by one; raised ones may begin anew."""
    chain: list[Mark] = []
    for mark in reversed(marks):
        due = int(chain[-1].number) - 1 if chain else None
        if due is None or int(mark.number) == due or (due == 0 and mark.raised):
            chain.append(mark)
    return chain[::-1]


def _parts(mark: Mark, labels: set[str]) -> Iterator[Mark]:
    """Yield a mark; or if no note bears its number, the two of which it may have been run together."""
    for size in range(1, len(mark.number)) if mark.number not in labels else ():
        one, other = mark.number[:size], mark.number[size:]
        if {one, other} <= labels and int(other) == int(one) + 1:
            yield replace(mark, end=mark.start + size, number=one)
            yield replace(mark, start=mark.start + size, number=other)
            return
    yield mark


def _is_power(mark: Mark) -> bool:
    """Whether a raised number stands right behind a single letter or a figure."""
    return _BASE.search(mark.line.text(0, mark.start)) is not None
