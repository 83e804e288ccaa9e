"""The table of what was found, for the terminal and for the page in docs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from fuzz.trial import Outcome

_COUNTED = {
    "pages": "pages",
    "notes lost": "lost",
    "notes doubled": "doubled",
    "lines off the page": "off_page",
    "lines on other lines": "covered",
    "notes that begin on the page behind their call's": "next_page",
    "notes that begin further away": "away",
}
_HEALED = {
    "notes behind the block with their call": "behind the paragraph",
    "notes in the cell with their call": "in the table cell",
    "notes in the text, behind their call": "in the text, right behind",
    "notes at the end of their section": "at the end of the section",
    "notes at the end": "at the end of the document",
    "a table in smaller type": "type is smaller",
    "words broken in a table": "words are broken",
    "head of a table broken": "the head is not repeated",
    "rows of a table broken": "rows are broken",
    "whatever is tall broken": "broken wherever",
}


def table(outcomes: Sequence[Outcome], papers: Sequence[str]) -> str:
    """Return a Markdown table: what was counted in the documents of each paper."""
    by_paper = [[each for each in outcomes if each.paper == paper] for paper in papers]
    lines = [["", *papers], ["---", *("---:" for _ in papers)]]
    lines += [[name, *(f"{count(several):,}" for several in by_paper)] for name, count in _rows()]
    return "\n".join(_aligned(lines))


def _rows() -> Iterator[tuple[str, Callable[[Sequence[Outcome]], int]]]:
    """Yield what is counted, and how."""
    yield "documents", len
    yield "notes", lambda several: sum(each.notes for each in several)
    for name, field in _COUNTED.items():
        yield name, partial(_sum, field)
    yield "documents refused", lambda several: sum(bool(each.refused) for each in several)
    yield "documents with findings", lambda several: sum(bool(each.findings) for each in several)
    yield "documents healed", lambda several: sum(bool(each.remarks) for each in several)
    for name, sign in _HEALED.items():
        yield f"· {name}", partial(_remarked, sign)


def _sum(field: str, outcomes: Sequence[Outcome]) -> int:
    return sum(getattr(each.found, field) for each in outcomes if each.found)


def _remarked(sign: str, outcomes: Sequence[Outcome]) -> int:
    return sum(any(sign in remark for remark in each.remarks) for each in outcomes)


def _aligned(lines: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for first, *others in lines:
        cells = [first.ljust(widths[0]), *map(str.rjust, others, widths[1:])]
        yield f"| {' | '.join(cells)} |"
