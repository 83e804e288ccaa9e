"""The first witness of a source: its note references and notes, by label and line (markdown-it-py)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from surefoot.source.dialect import reader

_CALL_OR_INLINE = re.compile(r"\[\^([^\s\]]+)\](?!:)|\^\[")
_LABEL = re.compile(r"\s*\[\^[^\s\]]+\]:")


@dataclass(frozen=True, slots=True)
class Seen:
    """A note reference, or an inline note, where it stands in the source."""

    label: str
    """Empty for an inline note."""
    line: int
    """One-based."""
    within: str | None
    """The label of the note it stands in, empty for an inline one; None in the prose."""
    certain: bool
    """False in what only one dialect of Markdown takes for code."""


@dataclass(frozen=True, slots=True)
class Definition:
    """The beginning of a labelled note."""

    label: str
    line: int
    """One-based."""


@dataclass(frozen=True, slots=True)
class Census:
    """All that the first witness saw."""

    seen: tuple[Seen, ...]
    definitions: tuple[Definition, ...]
    misspelt: tuple[Definition, ...] = ()
    """What looks like a definition, but has a space in its label."""

    def line_of(self, label: str) -> int:
        """Return where the note is defined, else where it is first called; 0 if nowhere."""
        defined = [item.line for item in self.definitions if item.label == label]
        called = [item.line for item in self.seen if item.label == label]
        return next(iter(defined + called), 0)


def take(lines: Sequence[str]) -> Census:
    """Count the notes of a source whose metadata blocks have been blanked out."""
    environment: dict[str, Any] = {}
    parser = reader()
    tokens = list(_whole_rows(parser.parse("\n".join(lines), environment), parser, lines))
    # A definition whose label has a space is the definition of a link, to both witnesses.
    links = environment.get("references", {}).items()
    misspelt = (
        Definition(lines[given["map"][0]].partition("[^")[2].partition("]")[0], given["map"][0] + 1)
        for name, given in links
        if name.startswith("^") and " " in name
    )
    return Census(tuple(_seen(tokens)), tuple(_definitions(tokens)), tuple(misspelt))


def _whole_rows(tokens: Sequence[Token], parser: MarkdownIt, lines: Sequence[str]) -> Iterator[Token]:
    """Yield the tokens, each table's row as one: to pandoc a bar in code or in a formula parts no cells."""
    cells = False
    for token in tokens:
        cells = cells and token.type != "tr_close"
        if not cells:
            yield token
        if token.type == "tr_open" and token.map:
            cells = True
            for row in parser.parseInline(_LABEL.sub("", lines[token.map[0]], count=1)):
                row.map = token.map
                yield row


def with_fields(census: Census, texts: Sequence[tuple[int, str]]) -> Census:
    """Return ``census`` with the calls in metadata fields, given as numbered lines.

    Which fields are prose is pandoc's knowledge, so these calls are not certain.
    """
    calls = [
        Seen(found[1] or "", number, None, certain=False)
        for number, line in texts
        for found in _CALL_OR_INLINE.finditer(line)
    ]
    return replace(census, seen=(*census.seen, *calls))


def _definitions(tokens: Sequence[Token]) -> Iterator[Definition]:
    for token in tokens:
        if token.type == "footnote_reference_open" and token.map:
            yield Definition(token.meta["label"], token.map[0] + 1)


def _seen(tokens: Sequence[Token]) -> Iterator[Seen]:
    line, notes = 0, list[str]()
    for token in tokens:
        line = token.map[0] if token.map else line
        if token.type == "footnote_reference_open":
            notes.append(token.meta["label"])
        elif token.type == "footnote_reference_close":
            notes.pop()
        elif token.type == "inline":
            yield from _inline(token, line, notes)
        elif token.type == "code_block":
            yield from _doubtful(token, line, notes)


def _inline(token: Token, line: int, notes: Sequence[str]) -> Iterator[Seen]:
    within = list(notes)
    for child in _flat(token.children or ()):
        inside = within[-1] if within else None
        if child.type in {"note_call", "inline_note_open"}:
            at = line + token.content.count("\n", 0, child.meta["at"]) + 1
            yield Seen(child.meta.get("label", ""), at, inside, certain=True)
        if child.type == "inline_note_open":
            within.append("")
        elif child.type == "inline_note_close":
            within.pop()


def _flat(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or ())


def _doubtful(token: Token, line: int, notes: Sequence[str]) -> Iterator[Seen]:
    """Indented code here may be a list item's paragraph to pandoc, whose lists have more markers."""
    for found in _CALL_OR_INLINE.finditer(token.content):
        at = line + token.content.count("\n", 0, found.start()) + 1
        yield Seen(found[1] or "", at, notes[-1] if notes else None, certain=False)
