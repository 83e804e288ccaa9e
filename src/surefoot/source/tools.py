"""What pandoc and citeproc warned of, as problems of the source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from surefoot.errors import Problem
from surefoot.model import Json
from surefoot.pandoc import Message
from surefoot.source.citing import Citing
from surefoot.source.frontmatter import Front
from surefoot.source.mentions import Mentions
from surefoot.source.tree import of_kind

_YAML = re.compile(r"YAML parse exception at line (\d+), column \d+:?\s*(.*)", re.DOTALL)
_PLACE = re.compile(r"\(line (\d+), column \d+\)")
_NOT_FOUND = re.compile(r"citation (\S+) not found")
_UNPRINTED = re.compile(r"(?:Citation|Bibliography entry) with no printed form: (.+)")
_CROSS_REFERENCE = re.compile(r"(?:fig|tbl|tab|sec|eq|eqn|lst|thm|lem|cor|exm|exr)[-:]")
# Judged by the census, which knows their lines in the source as it stands.
_ON_NOTES = frozenset({"DuplicateNoteReference", "NoteDefinedButNotUsed"})
_NOTHING_LOST = frozenset({"DuplicateLinkReference", "DuplicateIdentifier"})


def problems(path: str, messages: Sequence[Message], mentions: Mentions) -> Iterator[Problem]:
    """Yield what was lost: keys without a reference, and every warning not known to be harmless."""
    for message in messages:
        if message.level != "WARNING" or message.kind in _ON_NOTES | _NOTHING_LOST:
            continue
        if found := _NOT_FOUND.search(message.text):
            yield _unknown(path, found[1], mentions)
        elif found := _UNPRINTED.search(message.text):
            yield from (_unprinted(path, key, mentions) for key in dict.fromkeys(found[1].split(",")))
        else:
            yield Problem(path, message.line, f"Pandoc warns: {message.text}")


def unknown(messages: Sequence[Message]) -> set[str]:
    """Return the keys that pandoc found no reference for."""
    return {found[1] for message in messages if (found := _NOT_FOUND.search(message.text))}


def warnings(path: str, messages: Sequence[Message]) -> Iterator[Problem]:
    """Yield what is untidy, but loses nothing."""
    for message in messages:
        if message.kind in _NOTHING_LOST:
            yield Problem(path, message.line, f"Pandoc warns: {message.text}")


def unresolved(path: str, blocks: Json, how: Citing, mentions: Mentions) -> Iterator[Problem]:
    """Yield a problem for each ``[@key]`` of a source that gives no references at all.

    A bare ``@name`` in such a source is a name.
    """
    if how.citeproc or how.problems:
        return
    for key in dict.fromkeys(_bracketed(blocks)):
        yield _unknown(path, key, mentions)


def doubled(path: str, given: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for each key that two references bear: one would stand behind the other's claims."""
    for key, times in Counter(given).items():
        if times > 1:
            what = f"The key “{key}” is given to {times} references."
            yield Problem(path, 0, what, "Give each a key of its own.")


def unreadable(path: Path, said: str, yaml: Front, how: Citing) -> Problem:
    """Return what pandoc said when it gave up, with the place that is to blame."""
    if (found := _YAML.search(said)) and yaml.opens:
        line = yaml.opens + int(found[1])
        what = f"This is no YAML: {' '.join(found[2].split())}."
        return Problem(
            str(path), line, what, 'Set a value that holds a colon in quotation marks: `title: "One: Two"`.'
        )
    blamed = [file for file in how.citeproc.bibliographies if file.name in said] if how.citeproc else []
    if blamed and (place := _PLACE.search(said)):
        what = f"This bibliography cannot be read: {' '.join(said[place.end() :].strip(' :,;').split())}."
        return Problem(
            str(blamed[0]),
            int(place[1]),
            what,
            "Look for a brace, a comma or a quotation mark that is missing.",
        )
    return Problem(str(path), 0, f"Pandoc cannot read this: {said}")


def _bracketed(blocks: Json) -> Iterator[str]:
    for cite in of_kind(blocks, "Cite"):
        yield from (
            item["citationId"] for item in cite["c"][0] if item["citationMode"]["t"] != "AuthorInText"
        )


def _unknown(path: str, key: str, mentions: Mentions) -> Problem:
    line = mentions.first(key)
    if _CROSS_REFERENCE.match(key):
        mend = "As a cross-reference it has no target: give a figure, table, equation or section this id."
    else:
        mend = f"Add it to `references:` or to the bibliography, or write `\\@{key}` if no citation is meant."
    return Problem(path, line, f"The citation key “{key}” names no reference.", mend)


def _unprinted(path: str, key: str, mentions: Mentions) -> Problem:
    what = f"The citation style prints nothing for “{key}”."
    mend = "Complete the reference (mostly it lacks an author, a title or a date), or choose another style."
    return Problem(path, mentions.first(key), what, mend)
