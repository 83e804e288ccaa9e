"""The Markdown that the first witness reads: CommonMark, and what pandoc adds that bears on notes."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

_CALL = re.compile(r"\[\^([^\s\]]+)\]")
_RAISED = re.compile(r"\^[^\s^\\\[\]`$<]+\^")
"""A superscript of pandoc's Markdown that surely holds nothing but words."""


def reader() -> MarkdownIt:
    """Return a parser of CommonMark with the blocks that pandoc's Markdown adds, raw HTML read as text.

    Note references are tokens ``note_call``, inline notes stand between ``inline_note_open`` and
    ``inline_note_close``; each says in its ``meta`` where in the text it begins.
    """
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
