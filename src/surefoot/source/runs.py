"""The runs of blocks and of inlines within a part of pandoc's tree, in the order in which they are met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from surefoot.model import Json
from surefoot.source import rawhtml

WRAPPERS = frozenset({"Emph", "Underline", "Strong", "Strikeout", "Superscript", "Subscript", "SmallCaps"})
"""The inlines whose content is nothing but inlines."""


def runs(kind: str, content: Json) -> Iterator[list[Json]]:  # noqa: C901 - one arm for each kind of block
    """Yield the runs of blocks within a block, in the order in which a reader meets them."""
    match kind:
        case "Plain":
            yield [{"t": "Para", "c": content}]
        case "LineBlock":
            yield from ([{"t": "Para", "c": line}] for line in content)
        case "BlockQuote":
            yield content
        case "Div":
            yield content[1]
        case "BulletList":
            yield from content
        case "OrderedList":
            yield from content[1]
        case "DefinitionList":
            for term, definitions in content:
                yield [{"t": "Para", "c": term}]
                yield from definitions
        case "Figure":
            # A browser shows the caption below: HTML's figcaption comes last.
            yield content[2]
            yield content[1][1]
        case "Table":
            yield from _table(content)


def _table(content: Json) -> Iterator[list[Json]]:
    _, (_, caption), _, head, bodies, foot = content
    yield caption
    rows = [*head[1], *(row for body in bodies for part in body[2:] for row in part), *foot[1]]
    yield from (cell[4] for _, cells in rows for cell in cells)


def without_notes(inlines: Sequence[Json]) -> tuple[list[Json], list[Json]]:
    """Return ``inlines`` without notes at any depth, and those notes."""
    kept: list[Json] = []
    notes: list[Json] = []
    for inline in rawhtml.native(inlines):
        if inline["t"] == "Note":
            notes.append(inline)
            continue
        content = inline.get("c")
        if inline["t"] in WRAPPERS:
            inline["c"], inner = without_notes(content)
        elif inline["t"] in {"Quoted", "Span", "Cite", "Link"}:
            content[1], inner = without_notes(content[1])
        else:
            inner = []
        kept.append(inline)
        notes += inner
    return kept, notes
