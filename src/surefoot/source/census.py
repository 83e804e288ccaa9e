"""The first witness of a source: its note references and notes, by label and line (markdown-it-py)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

_CALL = re.compile(r"\[\^([^\s\]]+)\]")
_RAISED = re.compile(r"\^[^\s^\\\[\]`$<]+\^")
"""A superscript of pandoc's Markdown that surely holds nothing but words."""
_CALL_OR_INLINE = re.compile(r"\[\^([^\s\]]+)\](?!:)|\^\[")


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
    tokens = _parser().parse("\n".join(lines), environment)
    # A definition whose label has a space is the definition of a link, to both witnesses.
    links = environment.get("references", {}).items()
    misspelt = (
        Definition(lines[given["map"][0]].partition("[^")[2].partition("]")[0], given["map"][0] + 1)
        for name, given in links
        if name.startswith("^") and " " in name
    )
    return Census(tuple(_seen(tokens)), tuple(_definitions(tokens)), tuple(misspelt))


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


def _parser() -> MarkdownIt:
    """CommonMark with the blocks that pandoc's Markdown adds, raw HTML read as text around notes."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.use(footnote_plugin).use(deflist_plugin).use(
        dollarmath_plugin, allow_space=False, allow_digits=False
    )
    # The plugin resolves calls and moves notes; a census needs them where they stand, undefined ones too.
    parser.disable(["footnote_inline", "footnote_ref", "footnote_tail"])
    parser.inline.ruler.before("link", "note_call", _note_call)
    parser.inline.ruler.before("link", "inline_note", _inline_note)
    parser.inline.ruler.before("link", "raised", _raised)
    parser.inline.ruler.before("link", "comment", _comment)
    parser.block.ruler.before("paragraph", "comment_block", _comment_block, {"alt": ["paragraph"]})
    return parser


def _note_call(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    found = _CALL.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("note_call", "", 0).meta = {"label": found[1], "at": state.pos}
    state.pos = found.end()
    return True


def _raised(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Pass over `^,^`, so that what follows it may begin with a bracket: no inline note begins in it."""
    found = _RAISED.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.pending += found[0]
    state.pos = found.end()
    return True


def _inline_note(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    start = state.pos
    if not state.src.startswith("^[", start):
        return False
    end = state.md.helpers.parseLinkLabel(state, start + 1)
    # `^[text](address)^` and `^[text]{.class}^` are superscripts to pandoc.
    if end < 0 or state.src[end + 1 : end + 2] in {"(", "{"}:
        return False
    if not silent:
        state.push("inline_note_open", "", 1).meta = {"at": start}
        state.pos, outer = start + 2, state.posMax
        state.posMax = end
        state.md.inline.tokenize(state)
        state.posMax = outer
        state.push("inline_note_close", "", -1)
    state.pos = end + 1
    return True


def _comment(state: StateInline, silent: bool) -> bool:  # noqa: ARG001, FBT001 - markdown-it's signature
    if not state.src.startswith("<!--", state.pos):
        return False
    end = state.src.find("-->", state.pos + 4, state.posMax)
    if end < 0:
        return False
    state.pos = end + 3
    return True


def _comment_block(state: StateBlock, first: int, last: int, silent: bool) -> bool:  # noqa: FBT001 - as above
    begin = state.bMarks[first] + state.tShift[first]
    if not state.src.startswith("<!--", begin):
        return False
    closing = next((line for line in range(first, last) if "-->" in state.src[_span(state, line)]), None)
    # What follows a comment on its last line is prose: the inline rule takes those.
    if closing is None or not state.src[_span(state, closing)].rstrip().endswith("-->"):
        return False
    if not silent:
        state.line = closing + 1
    return True


def _span(state: StateBlock, line: int) -> slice:
    return slice(state.bMarks[line], state.eMarks[line])


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
