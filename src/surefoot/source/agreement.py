"""Where the two witnesses of a source disagree, or agree that something is wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from surefoot.errors import Problem
from surefoot.model import Json
from surefoot.source import titles
from surefoot.source.census import Census
from surefoot.source.frontmatter import Front
from surefoot.source.lift import Met
from surefoot.source.metadata import PRINTED
from surefoot.source.tree import of_kind

_NO_NESTING = "Move it into the text: a note cannot call a note."
_LITERAL = re.compile(r"\[\^([^\s\]]+)\]")


@dataclass(frozen=True, slots=True)
class Literal:
    """A note reference that pandoc left in the text as it was written."""

    label: str
    within_note: bool


def literals(blocks: Json, *, within_note: bool = False) -> Iterator[Literal]:
    """Find what looks like note references in the words of pandoc's tree, code and mathematics apart."""
    if isinstance(blocks, list):
        for part in blocks:
            yield from literals(part, within_note=within_note)
    elif isinstance(blocks, dict):
        within_note = within_note or blocks.get("t") == "Note"
        if blocks.get("t") == "Str":
            yield from (Literal(label, within_note) for label in _LITERAL.findall(blocks["c"]))
        elif blocks.get("t") not in {"Code", "CodeBlock", "Math", "RawInline", "RawBlock"}:
            yield from literals(blocks.get("c"), within_note=within_note)


def problems(
    path: str, census: Census, met: Sequence[Met], found: Sequence[Literal], glued: Sequence[int]
) -> tuple[Problem, ...]:
    """Return everything that both witnesses, or their disagreement, say is wrong with the notes.

    Args:
        path: of the source, for the messages.
        census: the first witness.
        met: the notes of the second, in order.
        found: what the second left unread.
        glued: ranks of definitions that the second took for prose.
    """
    result = [
        *_duplicates(path, census),
        *_glued(path, census, glued),
        *_undefined(path, census, found),
        *_nested(path, census, met, found),
        *_in_alternatives(path, census, met),
    ]
    return tuple(dict.fromkeys(result)) or tuple(_disagreements(path, census, met))


def unused(path: str, census: Census, met: Sequence[Met]) -> Iterator[Problem]:
    """Yield a warning for each note that nothing calls: its text reaches no reader."""
    called = {census.definitions[note.rank].label for note in met if note.rank is not None}
    called |= {item.label for item in census.seen}
    for definition in census.definitions:
        if definition.label not in called:
            yield Problem(
                path,
                definition.line,
                f"The note [^{definition.label}] is never called, so its text reaches no reader.",
                "Call it in the text, or delete it.",
            )


def in_fields(path: str, meta: Mapping[str, Json], yaml: Front) -> Iterator[Problem]:
    """Yield a problem for each printed metadata field that calls a note, where no call can stand."""
    plain = {field: meta[field] for field in PRINTED & meta.keys()} | {
        "title": titles.beside(meta.get("title"))
    }
    for field, value in sorted(plain.items(), key=itemgetter(0)):
        if any(of_kind(value, "Note")):
            line = yaml.line_of(field)
            yield Problem(path, line, f"The field `{field}` calls a note, which could not be printed there.",
                          "Call it from the title, the abstract or the text.")  # fmt: skip


def misspelt(path: str, census: Census) -> Iterator[Problem]:
    """Yield a problem for each definition that is none, because its label has a space."""
    for definition in census.misspelt:
        what = f"The label of [^{definition.label}] has a space, so it is read as a link."
        yield Problem(path, definition.line, what, "Write it in one word, here and where it is called.")


def _duplicates(path: str, census: Census) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for definition in census.definitions:
        if definition.label in first:
            yield Problem(
                path,
                definition.line,
                f"The note [^{definition.label}] is defined here and in line {first[definition.label]}.",
                "Give one of them another label.",
            )
        first.setdefault(definition.label, definition.line)


def _glued(path: str, census: Census, glued: Sequence[int]) -> Iterator[Problem]:
    for rank in glued:
        definition = census.definitions[rank]
        yield Problem(
            path,
            definition.line,
            f"The definition of [^{definition.label}] is read as text, because it follows text directly.",
            "Put an empty line before it.",
        )


def _undefined(path: str, census: Census, found: Sequence[Literal]) -> Iterator[Problem]:
    defined = {definition.label for definition in census.definitions}
    left = {literal.label for literal in found}
    for item in census.seen:
        if item.label in left - defined:
            yield Problem(
                path,
                item.line,
                f"The note reference [^{item.label}] has no note.",
                f"Define it (`[^{item.label}]: …` on a line of its own, after an empty line), "
                f"or write `\\[^{item.label}]` if no note is meant.",
            )


def _nested(path: str, census: Census, met: Sequence[Met], found: Sequence[Literal]) -> Iterator[Problem]:
    """A call in a note: text to pandoc where it is labelled, a note without a place where it is inline."""
    labels = {literal.label for literal in found if literal.within_note}
    inline = any(note.nested for note in met)
    for item in census.seen:
        if item.within is not None and (item.label in labels if item.label else inline):
            name = f"The note reference [^{item.label}]" if item.label else "An inline note"
            yield Problem(path, item.line, f"{name} stands inside a note.", _NO_NESTING)
    if inline and not any(item.within is not None and not item.label for item in census.seen):
        yield Problem(path, 0, "A note stands inside a note.", _NO_NESTING)


def _in_alternatives(path: str, census: Census, met: Sequence[Met]) -> Iterator[Problem]:
    lost = Counter(note.rank for note in met if note.alternative)
    shown = Counter(note.rank for note in met if not note.alternative)
    for rank, times in lost.items():
        if times > shown[rank]:
            line = census.definitions[rank].line if rank is not None else 0
            yield Problem(
                path, line, "A note is called from an image's alternative text, where no reader meets it.",
                "Call it from the caption or from the text.",
            )  # fmt: skip


def _disagreements(path: str, census: Census, met: Sequence[Met]) -> Iterator[Problem]:
    defined = {definition.label for definition in census.definitions}
    certain = Counter(item.label for item in census.seen if item.certain and item.label in defined | {""})
    doubtful = Counter(item.label for item in census.seen if not item.certain)
    read = Counter(_label(census, note) for note in met if not note.keys and not note.alternative)
    for label in sorted(certain.keys() | read.keys()):
        if not certain[label] <= read[label] <= certain[label] + doubtful[label]:
            yield _disagreement(path, census, label, certain, read)


def _label(census: Census, note: Met) -> str:
    return census.definitions[note.rank].label if note.rank is not None else ""


def _disagreement(
    path: str, census: Census, label: str, certain: Mapping[str, int], read: Mapping[str, int]
) -> Problem:
    name = f"Calls of the note [^{label}]" if label else "Inline notes (`^[…]`)"
    return Problem(
        path,
        census.line_of(label),
        f"{name}: {certain[label]} in the source, but pandoc reads {read[label]}.",
        "Look for a code fence, a table or HTML around a call, and set empty lines around it.",
    )
