"""What pandoc and citeproc warned of, as problems of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from surefoot.errors import Problem
from surefoot.model import Json
from surefoot.pandoc import Message
from surefoot.source.citing import Citing
from surefoot.source.tree import of_kind

_NOT_FOUND = re.compile(r"citation (\S+) not found")
_CROSS_REFERENCE = re.compile(r"(?:fig|tbl|tab|sec|eq|eqn|lst|thm|lem|cor|exm|exr)[-:]")
# Judged by the census, which knows their lines in the source as it stands.
_ON_NOTES = frozenset({"DuplicateNoteReference", "NoteDefinedButNotUsed"})
_NOTHING_LOST = frozenset({"DuplicateLinkReference", "DuplicateIdentifier"})


def problems(path: str, messages: Sequence[Message], lines: Mapping[str, Sequence[int]]) -> Iterator[Problem]:
    """Yield what was lost: keys without a reference, and every warning not known to be harmless."""
    for message in messages:
        if message.level != "WARNING" or message.kind in _ON_NOTES | _NOTHING_LOST:
            continue
        if found := _NOT_FOUND.search(message.text):
            yield _unknown(path, found[1], lines)
        else:
            yield Problem(path, message.line, f"Pandoc warns: {message.text}")


def warnings(path: str, messages: Sequence[Message]) -> Iterator[Problem]:
    """Yield what is untidy, but loses nothing."""
    for message in messages:
        if message.kind in _NOTHING_LOST:
            yield Problem(path, message.line, f"Pandoc warns: {message.text}")


def unresolved(path: str, blocks: Json, how: Citing, lines: Mapping[str, Sequence[int]]) -> Iterator[Problem]:
    """Yield a problem for each ``[@key]`` of a source that gives no references at all.

    A bare ``@name`` in such a source is a name.
    """
    if how.citeproc:
        return
    for key in dict.fromkeys(_bracketed(blocks)):
        yield _unknown(path, key, lines)


def _bracketed(blocks: Json) -> Iterator[str]:
    for cite in of_kind(blocks, "Cite"):
        yield from (
            item["citationId"] for item in cite["c"][0] if item["citationMode"]["t"] != "AuthorInText"
        )


def _unknown(path: str, key: str, lines: Mapping[str, Sequence[int]]) -> Problem:
    line = next(iter(lines.get(key, ())), 0)
    if _CROSS_REFERENCE.match(key):
        mend = "As a cross-reference it has no target: give a figure, table, equation or section this id."
    else:
        mend = f"Add it to `references:` or to the bibliography, or write `\\@{key}` if no citation is meant."
    return Problem(path, line, f"The citation key “{key}” names no reference.", mend)
