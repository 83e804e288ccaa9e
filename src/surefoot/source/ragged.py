"""Rows of pipe tables with more cells than their table has columns: pandoc drops what is over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from surefoot import pandoc
from surefoot.errors import Problem
from surefoot.model import Json
from surefoot.source.tree import identifier, of_kind

_RULE = re.compile(r"[\s>]*(\|?\s*:?-+:?\s*(?:[|+]\s*:?-+:?\s*)*\|?)\s*")
"""The line below a pipe table's head."""
_BLANK = re.compile(r"[\s>]*")


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    """One-based."""
    text: str
    columns: int
    """That its table has."""

    @property
    def most(self) -> int:
        """How many cells it may have: pipes in code, in formulas and behind a backslash part none."""
        return len(self.text.strip().removeprefix("|").removesuffix("|").split("|"))


def problems(path: str, body: Json, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for each row whose last cells pandoc would drop.

    Args:
        path: of the source.
        body: its tree.
        lines: the source's, with those of metadata blocks empty.
    """
    verbatim = "\n".join(node["c"][1] for node in of_kind(body, "CodeBlock", "RawBlock"))
    suspects = [row for row in _rows(lines) if row.most > row.columns and row.text not in verbatim]
    for row, cells in zip(suspects, _cells(suspects), strict=True):
        if any(cells[row.columns :]):
            what = f"The row has {len(cells)} cells, but its table {row.columns}: the last would be lost."
            mend = (
                "Add a column to the line of hyphens and to the head, or write `\\|` for a bar in the text."
            )
            yield Problem(path, row.line, what, mend)


def _rows(lines: Sequence[str]) -> Iterator[_Row]:
    """Yield the rows of all that looks like a pipe table, heads among them."""
    for at, line in enumerate(lines):
        rule = _RULE.fullmatch(line)
        if rule and re.search("[|+]", rule[1]) and _is_head(lines, at - 1):
            columns = len(re.findall("-+", rule[1]))
            for place in (at - 1, *_below(lines, at + 1)):
                yield _Row(place + 1, _BLANK.sub("", lines[place], count=1).rstrip(), columns)


def _is_head(lines: Sequence[str], at: int) -> bool:
    """Whether a line can be a head: it has a bar, and no text goes on in it (pandoc, ``pipe_tables``)."""
    return at >= 0 and "|" in lines[at] and (at == 0 or not _goes_on(lines[at - 1]))


def _goes_on(line: str) -> bool:
    # A caption, a fence or a comment may stand directly above a table.
    return not _BLANK.fullmatch(line) and not re.match(r"\s*(?::|Table:|`{3}|~{3}|<|.*-->\s*$)", line)


def _below(lines: Sequence[str], at: int) -> Iterator[int]:
    while at < len(lines) and not _BLANK.fullmatch(lines[at]):
        yield at
        at += 1


def _cells(rows: Sequence[_Row]) -> list[list[Json]]:
    """Return what pandoc finds in each cell of each row, where its table is wide enough."""
    if not rows:
        return []
    probe = "\n\n".join(
        f"::: {{#row-{at}}}\n\n{'|x' * row.most}|\n{'|-' * row.most}|\n{row.text}\n\n:::"
        for at, row in enumerate(rows)
    )
    tree, _ = pandoc.parse(probe, None)
    found = {identifier(div): _row(div) for div in of_kind(tree["blocks"], "Div")}
    return [found.get(f"row-{at}", []) for at in range(len(rows))]


def _row(div: Json) -> list[Json]:
    """Return the blocks of each cell of the only row, less the empty cells at its end."""
    rows = [row for table in of_kind(div, "Table") for body in table["c"][4] for row in body[3]]
    cells = [cell[4] for cell in rows[0][1]] if len(rows) == 1 else []
    while cells and not cells[-1]:
        cells.pop()
    return cells
