"""Reads a source by two witnesses that share no code, and writes down everything it promises."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from surefoot import pandoc
from surefoot.errors import Problem, SourceError
from surefoot.model import Document, Reference
from surefoot.pictures import available
from surefoot.source import body, promised, prose, tools
from surefoot.source.citing import NOTHING_GIVEN, Citing, Given
from surefoot.source.complaints import problems, warnings
from surefoot.source.metadata import metadata
from surefoot.source.settings import Look
from surefoot.source.tree import keys, of_kind
from surefoot.source.witnesses import Reading, witnessed

__all__ = ["Given", "Look", "read"]


def read(path: Path, given: Given = NOTHING_GIVEN) -> Document:
    """Read the source at ``path``: pandoc's Markdown with structured footnotes.

    Args:
        path: of the Markdown file.
        given: bibliographies and style that take the place of those the source names.

    Raises:
        SourceError: the source cannot be promised in full; carries every problem found.
    """
    reading = witnessed(path, given)
    _refuse(problems(reading))
    try:
        document = _document(reading)
    except pandoc.PandocError as error:
        raise SourceError([tools.unreadable(path, str(error), reading.yaml, reading.how)]) from error
    return replace(document, warnings=tuple(warnings(reading, document)))


def _refuse(found: Iterable[Problem]) -> None:
    if every := list(dict.fromkeys(found)):
        raise SourceError(every)


def _document(reading: Reading) -> Document:
    parts = reading.parts
    title = " ".join(prose.words(parts.title).split())
    has = partial(available, folder=reading.path.parent)
    passed = reading.lift.passed
    about = metadata(reading.tree["meta"], reading.imprint, title, prose.words(parts.blocks))
    front = (about.subtitle, *(author.name for author in about.authors))
    notes = promised.notes(reading.lift.notes, reading.census.definitions, reading.mentions)
    return Document(
        path=reading.path,
        text=reading.loaded.data,
        sha256=hashlib.sha256(reading.loaded.data).hexdigest(),
        metadata=about,
        title=parts.title,
        blocks=parts.blocks,
        notes=notes,
        citations=tuple(promised.citations(passed, notes, reading.entries, has)),
        places=tuple(promised.places(passed, notes, reading.mentions)),
        prose=body.promise(parts.title, front, parts.blocks, has),
        entries=tuple(entry.id for entry in reading.entries),
        references=_references(reading),
        inputs=_inputs(reading.how),
        settings=reading.wish.settings,
        pandoc_api=tuple(reading.tree["pandoc-api-version"]),
    )


def _references(reading: Reading) -> tuple[Reference, ...]:
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
