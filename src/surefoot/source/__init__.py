"""Reads a source by two witnesses that share no code, and writes down everything it promises."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from surefoot import pandoc
from surefoot.errors import Problem, SourceError
from surefoot.model import Document, Json, Reference
from surefoot.pictures import available
from surefoot.source import (
    agreement,
    body,
    crossref,
    entries,
    labels,
    promised,
    prose,
    scripts,
    tex,
    tools,
    untidy,
)
from surefoot.source.census import Census, take, with_fields
from surefoot.source.citing import NOTHING_GIVEN, Citing, Given, citing
from surefoot.source.entries import Entry
from surefoot.source.frontmatter import Front, front
from surefoot.source.lift import Lift
from surefoot.source.mentions import Mentions, mentions
from surefoot.source.metadata import guess_language, metadata
from surefoot.source.outline import Outline, outline
from surefoot.source.text import Lines, load
from surefoot.source.tree import keys, of_kind
from surefoot.words import words

__all__ = ["Given", "read"]


@dataclass(frozen=True, slots=True)
class _Reading:
    """A source under both witnesses, before it is judged."""

    path: Path
    loaded: Lines
    yaml: Front
    census: Census
    how: Citing
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


def read(path: Path, given: Given = NOTHING_GIVEN) -> Document:
    """Read the source at ``path``: pandoc's Markdown with structured footnotes.

    Args:
        path: of the Markdown file.
        given: bibliographies and style that take the place of those the source names.

    Raises:
        SourceError: the source cannot be promised in full; carries every problem found.
    """
    reading = _witnessed(path, given)
    _refuse(_problems(reading))
    try:
        document = _document(reading)
    except pandoc.PandocError as error:
        raise SourceError([tools.unreadable(path, str(error), reading.yaml, reading.how)]) from error
    return replace(document, warnings=tuple(_warnings(reading, document)))


def _witnessed(path: Path, given: Given) -> _Reading:
    """Let both witnesses read the source, and lift the notes out of the second one's tree."""
    loaded = load(path)
    yaml = front(loaded.lines)
    census = with_fields(take(yaml.blanked), yaml.texts)
    how = citing(path, yaml, given)
    try:
        tree, messages = _parsed(labels.mark(loaded.lines, census.definitions), yaml, how)
    except pandoc.PandocError as error:
        raise SourceError([*how.problems, tools.unreadable(path, str(error), yaml, how)]) from error
    tex.equations(tree["blocks"])
    scripts.as_characters([tree["blocks"], tree["meta"]])
    parts = outline(tree, fallback_title=path.stem)
    literals = list(agreement.literals([parts.title, parts.blocks]))
    language = yaml.language or guess_language(prose.words(parts.blocks))
    bibliography = entries.settle(parts, words(language).references, loaded.lines)
    lift = Lift({f"#{entry.id}": entry for entry in bibliography})
    lift.inlines(parts.title)
    lift.blocks(parts.blocks)
    glued = list(labels.strip([parts.title, parts.blocks, [note.blocks for note in lift.notes]]))
    list(labels.strip(tree["meta"]))
    return _Reading(
        path,
        loaded,
        yaml,
        census,
        how,
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


def _refuse(problems: Iterable[Problem]) -> None:
    if found := list(dict.fromkeys(problems)):
        raise SourceError(found)


def _problems(reading: _Reading) -> Iterator[Problem]:
    name, lines, census = str(reading.path), reading.loaded.lines, reading.census
    yield from reading.how.problems
    yield from agreement.problems(name, census, reading.lift.met, reading.literals, reading.glued)
    yield from agreement.in_fields(name, reading.tree["meta"], reading.yaml)
    yield from tools.problems(name, reading.messages, reading.mentions)
    yield from tools.unresolved(name, reading.tree["blocks"], reading.how, reading.mentions)
    if reading.entries and not reading.how.notes:
        cited = dict.fromkeys(key for cite in of_kind(reading.body, "Cite") for key in keys(cite))
        known = [key for key in cited if key not in tools.unknown(reading.messages)]
        yield from entries.problems(name, reading.entries, known, reading.mentions)
    yield from agreement.misspelt(name, census)
    yield from tex.footnotes(name, reading.body, lines)


def _warnings(reading: _Reading, document: Document) -> Iterator[Problem]:
    name, lines = str(reading.path), reading.loaded.lines
    yield from reading.loaded.warnings
    yield from agreement.unused(name, reading.census, reading.lift.met)
    yield from tools.warnings(name, reading.messages)
    yield from tex.unprinted(name, reading.body, lines)
    yield from untidy.undescribed(name, reading.parts, reading.yaml)
    yield from untidy.without_entries(name, reading.how, document, reading.yaml)
    yield from untidy.unknown_tags(name, reading.body, lines)
    yield from untidy.missing_pictures(reading.path, reading.body, lines)
    yield from untidy.dead_links(name, reading.body, lines)
    yield from untidy.unclosed(name, reading.body, lines)
    yield from untidy.accidental_lists(name, document)
    yield from untidy.empty_notes(name, document)


def _document(reading: _Reading) -> Document:
    parts = reading.parts
    title = " ".join(prose.words(parts.title).split())
    has = partial(available, folder=reading.path.parent)
    passed = reading.lift.passed
    notes = promised.notes(reading.lift.notes, reading.census.definitions, reading.mentions)
    return Document(
        path=reading.path,
        sha256=hashlib.sha256(reading.loaded.data).hexdigest(),
        metadata=metadata(reading.tree["meta"], title, prose.words(parts.blocks)),
        title=parts.title,
        blocks=parts.blocks,
        notes=notes,
        citations=tuple(promised.citations(passed, notes, reading.entries, has)),
        places=tuple(promised.places(passed, notes, reading.mentions)),
        prose=body.promise(parts.title, parts.blocks, has),
        entries=tuple(entry.id for entry in reading.entries),
        references=_references(reading),
        inputs=_inputs(reading.how),
        pandoc_api=tuple(reading.tree["pandoc-api-version"]),
    )


def _references(reading: _Reading) -> tuple[Reference, ...]:
    """Return the works that are cited, in the order in which they are first cited."""
    if not (citeproc := reading.how.citeproc):
        return ()
    items = pandoc.references(reading.yaml.references, citeproc.bibliographies)
    known = {str(item["id"]): item for item in items}
    _refuse(tools.doubled(str(reading.path), [str(item["id"]) for item in items]))
    cited = (key for cite in of_kind(reading.body, "Cite") for key in keys(cite))
    noted = (key for note in reading.lift.notes for key in note.keys)
    return tuple(Reference(key, known[key]) for key in dict.fromkeys((*noted, *cited)) if key in known)


def _inputs(how: Citing) -> tuple[tuple[str, str], ...]:
    """Return names and fingerprints of what decides the promise beside the source."""
    if not how.citeproc:
        return ()
    files = (how.citeproc.csl, *how.citeproc.bibliographies)
    return tuple((file.name, hashlib.sha256(file.read_bytes()).hexdigest()) for file in files)
