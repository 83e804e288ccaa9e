"""What stands before each call: the prose, without marks, printed addresses and notes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from surefoot.inspectors.pdf.untagged.addresses import Flow, outward
from surefoot.inspectors.pdf.untagged.heads import Call
from surefoot.inspectors.pdf.untagged.lines import Line
from surefoot.inspectors.pdf.untagged.sheets import Sheets
from surefoot.inspectors.pdf.untagged.words import words
from surefoot.text import BREAK_HYPHEN, CLAIM_LENGTH, fold

_LOOK_BACK = 8
"""Lines before a call that its claim may need."""


def claims(sheets: Sheets, calls: Sequence[Call], inside: set[Line]) -> list[str]:
    """Return the claim of each call. It is longer by those hyphens that may not count.

    Args:
        sheets: the file.
        calls: in order.
        inside: the lines of notes.
    """
    prose = [line for line in sheets.lines if line not in inside]
    ranks = {line: rank for rank, line in enumerate(prose)}
    flow = Flow.of((line, 0, len(line.glyphs)) for line in prose)
    links = outward(flow, sheets.covered.outward)
    silent = set(chain.from_iterable(link.glyphs for link in links if link.shown))
    for call in calls:
        silent.update(call.mark.line.glyphs[call.mark.start : call.mark.end])
    found = []
    for mark in (call.mark for call in calls):
        at = ranks[mark.line]
        parts = [(line, 0, len(line.glyphs)) for line in prose[max(0, at - _LOOK_BACK) : at]]
        text = fold(words([*parts, (mark.line, 0, mark.start)], silent))
        found.append(text[-CLAIM_LENGTH - text[-2 * CLAIM_LENGTH :].count(BREAK_HYPHEN) :])
    return found
