"""Lets both witnesses read a source, before it is judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from surefoot import pandoc
from surefoot.errors import SourceError
from surefoot.model import Json
from surefoot.source import (
    agreement,
    crossref,
    depicted,
    entries,
    labels,
    prose,
    scripts,
    sections,
    tex,
    tools,
)
from surefoot.source.census import Census, take, with_fields
from surefoot.source.citing import Citing, Given, citing
from surefoot.source.entries import Entry
from surefoot.source.frontmatter import Front, front
from surefoot.source.imprint import Imprint, imprint
from surefoot.source.lift import Lift
from surefoot.source.mentions import Mentions, mentions
from surefoot.source.metadata import guess_language
from surefoot.source.outline import Outline, outline
from surefoot.source.settings import Wish, wish
from surefoot.source.text import Lines, load
from surefoot.words import words


@dataclass(frozen=True, slots=True)
class Reading:
    """What both witnesses found in a source."""

    path: Path
    loaded: Lines
    yaml: Front
    census: Census
    how: Citing
    wish: Wish
    imprint: Imprint
    tree: Json
    messages: Sequence[pandoc.Message]
    parts: Outline
    lift: Lift
    entries: Sequence[Entry]
    """Of the bibliography, in order."""
    mentions: Mentions
    literals: Sequence[agreement.Literal]
    """What looks like a note reference, but is text to pandoc."""
    glued: Sequence[int]
    """Ranks of definitions that are text to pandoc."""

    @property
    def body(self) -> list[Json]:
        """The title, the blocks and the notes."""
        return [self.parts.title, self.parts.blocks, [note.blocks for note in self.lift.notes]]


def witnessed(path: Path, given: Given) -> Reading:
    """Let both witnesses read the source, and lift the notes out of the second one's tree.

    Raises:
        SourceError: the file, its bibliographies or its style cannot be read.
    """
    loaded = load(path)
    yaml = front(loaded.lines)
    census = with_fields(take(yaml.blanked), yaml.texts)
    how = citing(path, yaml, given)
    try:
        tree, messages = _parsed(labels.mark(loaded.lines, census.definitions), yaml, how)
    except pandoc.PandocError as error:
        raise SourceError([*how.problems, tools.unreadable(path, str(error), yaml, how)]) from error
    tex.equations(tree["blocks"])
    depicted.settle(tree["blocks"])
    scripts.as_characters([tree["blocks"], tree["meta"]])
    parts = outline(tree, fallback_title=path.stem)
    sections.number(parts.blocks, yaml)
    literals = list(agreement.literals([parts.title, parts.blocks]))
    language = yaml.language or guess_language(prose.words(parts.blocks))
    bibliography = entries.settle(parts, words(language).references, loaded.lines)
    lift = Lift({f"#{entry.id}": entry for entry in bibliography})
    lift.inlines(parts.title)
    lift.blocks(parts.blocks)
    glued = list(labels.strip([parts.title, parts.blocks, [note.blocks for note in lift.notes]]))
    list(labels.strip(tree["meta"]))
    return Reading(
        path,
        loaded,
        yaml,
        census,
        how,
        wish(path, yaml, given.look),
        imprint(path, yaml, tree["meta"]),
        tree,
        messages,
        parts,
        lift,
        bibliography,
        mentions(loaded.lines, census.definitions),
        literals,
        glued,
    )


def _parsed(marked: str, yaml: Front, how: Citing) -> tuple[Json, Sequence[pandoc.Message]]:
    """Return pandoc's tree, cross-references and citations resolved, and its warnings."""
    if not crossref.mentioned(yaml.lines):
        return pandoc.parse(marked, how.citeproc)
    # Before citeproc, which would take a cross-reference for an unknown key, and make a note of it.
    tree, messages = pandoc.parse(marked, None)
    crossref.resolve(tree["blocks"], words(yaml.language or "en"))
    if not how.citeproc:
        return tree, messages
    tree, more = pandoc.cite(tree, how.citeproc)
    return tree, (*messages, *more)
