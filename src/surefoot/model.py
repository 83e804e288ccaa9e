"""The vocabulary: what a source promises, what an inspector found, what a judge says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeAlias

from surefoot.errors import Problem

Json: TypeAlias = Any
"""A part of pandoc's JSON tree, or of a CSL item, as the json module gives it."""


class Facet(StrEnum):
    """One aspect of a citation that a file can be shown to carry."""

    MARK = "mark"
    CLAIM = "claim"
    NOTE = "note"
    LINKS = "links"
    JUMP = "jump"
    BACK = "back"


class Fault(StrEnum):
    """The kind of a difference between promise and testimony."""

    LOST = "lost"
    INVENTED = "invented"
    MARK = "mark"
    CLAIM = "claim"
    NOTE = "note"
    LINKS = "links"
    JUMP = "jump"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Citation:
    """One call together with its note: the same shape as promise and as testimony."""

    mark: str
    """The mark as printed, without brackets: ``3``."""
    claim: str
    """The folded end of the prose before the call (see :func:`surefoot.text.claim`)."""
    note: str
    """The folded text of the whole note, less the addresses that it prints as links."""
    links: tuple[str, ...] = ()
    """The note's addresses in order (see :func:`surefoot.text.address`)."""
    jump: bool = True
    """The call leads to the note."""
    back: bool = True
    """The note leads back to this very call."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """What an inspector found in a finished file."""

    citations: tuple[Citation, ...]
    """In reading order, one for each call."""
    facets: frozenset[Facet]
    """What this file can be asked about; the other facets are not carried by its medium."""


@dataclass(frozen=True, slots=True)
class Author:
    """A person or body that signs the document."""

    name: str
    role: str = ""
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the front matter says of the document, as plain text."""

    title: str
    language: str = "en"
    """BCP 47."""
    subtitle: str = ""
    authors: tuple[Author, ...] = ()
    publisher: str = ""
    date: str = ""
    """As written, ISO 8601 where the author gave it so."""
    rights: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    identifier: str = ""
    """DOI, ISBN or URN, where the author gave one."""

    @property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return self.language.partition("-")[0].lower() in {
            "ar",
            "he",
            "fa",
            "ur",
            "yi",
            "ps",
            "sd",
            "ug",
            "dv",
            "ckb",
        }


@dataclass(frozen=True, slots=True)
class Reference:
    """A cited work: its key and its CSL-JSON data."""

    key: str
    csl: Mapping[str, Json] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Call:
    """A note reference in the prose."""

    id: str
    """``fnref-3-1``: the first call of note 3. Letters, digits and hyphens only."""
    before: str
    """The end of the words before it, as an editor would recognise them."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: one label, one number, one way back for each call."""

    number: int
    label: str
    """The author's label or citation keys; empty for an inline note."""
    line: int
    """One-based source line of the definition; 0 if unknown."""
    blocks: Json = field(hash=False)
    """Its content as pandoc blocks."""
    text: str
    """Its words as written, less the addresses that it prints as links."""
    calls: tuple[Call, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Document:
    """A source, read: its tree with the notes lifted out, and everything it promises."""

    path: Path
    sha256: str
    """Of the source's bytes."""
    metadata: Metadata
    title: Json
    """The title as pandoc inlines: it may call notes."""
    blocks: Json
    """Abstract and body as pandoc blocks; each call is a Span ``fnref-N-K`` of class ``noteref``."""
    notes: tuple[Note, ...]
    citations: tuple[Citation, ...]
    """The promise: one for each call, in reading order."""
    references: tuple[Reference, ...] = ()
    warnings: tuple[Problem, ...] = ()
    inputs: tuple[tuple[str, str], ...] = ()
    """Names and SHA-256 of the other files that decide the promise: style and bibliographies."""
    pandoc_api: tuple[int, ...] = ()
    """The version of the tree's format, which pandoc wants back."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference between a promise and what was found."""

    fault: Fault
    mark: str
    """Of the promised citation; of the recovered one where nothing was promised."""
    place: int
    """One-based rank of the citation among the promised ones; 0 for an invention."""
    promised: str
    found: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """All of a file's findings, and what was proved."""

    format: str
    file: str
    """The file's name, without folders."""
    file_sha256: str
    promised: int
    facets: tuple[Facet, ...]
    """The facets that were compared, for every citation."""
    findings: tuple[Finding, ...]
    tools: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Versions of what made and read the file."""

    @property
    def holds(self) -> bool:
        """Whether every promise was kept."""
        return not self.findings
