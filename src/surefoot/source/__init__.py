"""Reads a source by two witnesses that share no code, and writes down everything it promises."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from surefoot import pandoc
from surefoot.errors import Problem, SourceError
from surefoot.model import Document, Json, Reference
from surefoot.pictures import available
from surefoot.source import agreement, crossref, labels, prose, tex, tools
from surefoot.source.census import Census, take, with_fields
from surefoot.source.citing import NOTHING_GIVEN, Citing, Given, citing, key_lines
from surefoot.source.frontmatter import Front, front
from surefoot.source.lift import Lift
from surefoot.source.metadata import metadata
from surefoot.source.outline import Outline, outline
from surefoot.source.text import Lines, load
from surefoot.words import words

__all__ = ["Given", "read"]


def read(path: Path, given: Given = NOTHING_GIVEN) -> Document:
    """Read the source at ``path``: pandoc's Markdown with structured footnotes.

    Args:
        path: of the Markdown file.
        given: bibliographies and style that take the place of those the source names.

    Raises:
        SourceError: the source cannot be promised in full; carries every problem found.
    """
    name = str(path)
    loaded = load(path)
    yaml = front(loaded.lines)
    census = with_fields(take(yaml.blanked), yaml.texts)
    how = citing(path, yaml, given)
    tree, messages = _parse(path, loaded, census, how, yaml)
    tex.equations(tree["blocks"])
    parts = outline(tree, fallback_title=path.stem)
    body = [parts.title, parts.blocks]
    literals = list(agreement.literals(body))
    lift = Lift()
    lift.inlines(parts.title)
    lift.blocks(parts.blocks)
    glued = list(labels.strip(body))
    list(labels.strip(tree["meta"]))
    _refuse(
        *agreement.problems(name, census, lift.met, literals, glued),
        *agreement.in_fields(name, tree["meta"], yaml),
        *tools.problems(name, messages, loaded.lines),
        *tools.unresolved(name, tree["blocks"], how, loaded.lines),
        *tex.footnotes(name, body, loaded.lines),
    )
    warnings = [
        *loaded.warnings,
        *agreement.unused(name, census, lift.met),
        *tools.warnings(name, messages),
        *tex.unprinted(name, body, loaded.lines),
        *_undescribed(name, parts, yaml),
        *_in_text(name, how, yaml),
        *_missing_pictures(path, parts, loaded),
    ]
    document = _document(path, loaded, census, tree, parts, lift, how, warnings, yaml)
    return replace(document, warnings=(*document.warnings, *_empty(name, document)))


def _parse(
    path: Path, loaded: Lines, census: Census, how: Citing, yaml: Front
) -> tuple[Json, Sequence[pandoc.Message]]:
    """Return pandoc's tree, cross-references and citations resolved, and its warnings."""
    _refuse(*how.problems)
    marked = labels.mark(loaded.lines, census.definitions)
    try:
        if not crossref.mentioned(loaded.lines):
            return pandoc.parse(marked, how.citeproc)
        # Before citeproc, which would take a cross-reference for an unknown key, and make a note of it.
        tree, messages = pandoc.parse(marked, None)
        crossref.resolve(tree["blocks"], words(str(yaml.fields.get("lang", "en"))))
        if not how.citeproc:
            return tree, messages
        tree, more = pandoc.cite(tree, how.citeproc)
        return tree, (*messages, *more)
    except pandoc.PandocError as error:
        raise SourceError([Problem(str(path), 0, f"Pandoc cannot read this: {error}")]) from error


def _refuse(*problems: Problem) -> None:
    if problems:
        raise SourceError(list(dict.fromkeys(problems)))


def _undescribed(path: str, parts: Outline, yaml: Front) -> Iterator[Problem]:
    """Yield a warning for what every edition needs and the front matter does not say."""
    if not parts.titled:
        what = "The document has no title; its file name stands in."
        yield Problem(path, 0, what, "Give `title:` in the front matter.")
    if not yaml.fields.keys() & {"lang", "language"}:
        what = "The document does not say its language; Surefoot guesses it by the script."
        yield Problem(path, 0, what, "Give `lang:` in the front matter, such as `lang: en-GB`.")


def _empty(path: str, document: Document) -> Iterator[Problem]:
    """Yield a warning for each note that has nothing to read."""
    said = {citation.mark for citation in document.citations if citation.note or citation.links}
    for note in document.notes:
        if str(note.number) not in said:
            yield Problem(path, note.line, f"Note {note.number} is empty.", "A lone “A.” or “1.” is an empty list item.")


def _in_text(path: str, how: Citing, yaml: Front) -> Iterator[Problem]:
    """Yield a warning where citations stand in the text itself."""
    if how.citeproc and not how.notes:
        what = "This style sets citations in the text. They are printed, but only notes are proved."
        yield Problem(path, yaml.line_of("csl"), what, "A note style sets them as notes.")


def _missing_pictures(path: Path, parts: Outline, loaded: Lines) -> Iterator[Problem]:
    """Yield a warning for each picture that no edition can show: its alternative text stands in."""
    for address in dict.fromkeys(prose.pictures(parts.blocks)):
        if not available(address, path.parent):
            line = next((number for number, line in enumerate(loaded.lines, 1) if address in line), 0)
            what = f"The picture “{address[:80]}” cannot be had; its alternative text stands in."
            yield Problem(str(path), line, what, "Save it beside the source and give its path from there.")


def _document(  # noqa: PLR0913 - the one place where all that was read comes together
    path: Path,
    loaded: Lines,
    census: Census,
    tree: Json,
    parts: Outline,
    lift: Lift,
    how: Citing,
    warnings: Sequence[Problem],
    yaml: Front,
) -> Document:
    labelled = [definition.label for definition in census.definitions]
    lines = [definition.line for definition in census.definitions]
    text = prose.words(parts.blocks)
    return Document(
        path=path,
        sha256=hashlib.sha256(loaded.data).hexdigest(),
        metadata=metadata(tree["meta"], " ".join(prose.words(parts.title).split()), text),
        title=parts.title,
        blocks=parts.blocks,
        notes=tuple(lift.lifted(labelled, lines, key_lines(loaded.lines))),
        citations=lift.citations(),
        references=_references(how, yaml),
        warnings=tuple(warnings),
        pandoc_api=tuple(tree["pandoc-api-version"]),
    )


def _references(how: Citing, yaml: Front) -> tuple[Reference, ...]:
    if not how.citeproc:
        return ()
    items = pandoc.references(yaml.references, how.citeproc.bibliographies)
    return tuple(Reference(str(item["id"]), item) for item in items)
