"""A source, read: its tree, its notes, and everything it promises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from surefoot.errors import Problem
from surefoot.promise import Citation, Prose

Json: TypeAlias = Any
"""A part of pandoc's JSON tree, or of a CSL item, as the json module gives it."""

PAPERS = ("a4", "letter")
"""The sizes of page that the design is made for."""
PDF_VARIANTS = ("ua-1", "ua-2", "plain", "print")
"""PDF/UA-1 and PDF/A-3a; PDF/UA-2 and PDF/A-4f; neither claim nor attachment; PDF/X."""


@dataclass(frozen=True, slots=True)
class Author:
    """A person or body that signs the document."""

    name: str
    role: str = ""
    """As printed."""
    affiliation: str = ""
    sort: str = ""
    """The name as an index files it, ``Doe, Jane``; empty where the source does not tell."""
    relators: tuple[str, ...] = ("aut",)
    """What this one did, as codes of the MARC relators."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title beside the main one and the subtitle."""

    kind: str
    """As EPUB 3.3 (D.3.10) calls it: ``short``, ``collection``, ``edition`` or ``expanded``."""
    text: str


@dataclass(frozen=True, slots=True)
class Series:
    """What the document is one of."""

    title: str
    position: str = ""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Who found that the e-book conforms to a standard of accessibility: nobody else may claim it."""

    standard: str
    """As EPUB Accessibility 1.1 (4.3) spells it: ``EPUB Accessibility 1.1 - WCAG 2.2 Level AA``."""
    by: str
    date: str = ""
    """ISO 8601."""
    credential: str = ""
    report: str = ""
    """Where the evaluation can be read: an address."""


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
    identifiers: tuple[str, ...] = ()
    """DOI, URN and others, where the author gave them."""
    isbn: str = ""
    """With hyphens, and 13 digits."""
    contributors: tuple[Author, ...] = ()
    """Editors, translators and others that do not sign the document."""
    series: Series | None = None
    evaluation: Evaluation | None = None
    source: str = ""
    """What it is made from: a printed edition, an address."""
    sort: str = ""
    """The title as an index files it; empty where the source does not tell."""
    titles: tuple[Title, ...] = ()
    """Of other kinds."""

    @property
    def identifier(self) -> str:
        """The first identifier; without one the ISBN."""
        return next(iter(self.identifiers), f"ISBN {self.isbn}" if self.isbn else "")

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


@dataclass(frozen=True, slots=True)
class Place:
    """Where a citation stands in the source, in words that its author would recognise."""

    mark: str
    """What the call prints, with its spaces and without brackets."""
    label: str
    """Of the note, or the key of the entry; empty for an inline note."""
    line: int
    """One-based source line of the note's definition, or of the call; 0 if unknown."""
    before: str
    """The end of the words before the call."""
    note: str
    """The words of the note or entry, as written."""


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """A style sheet of the author's own."""

    name: str
    """Of its file."""
    text: str
    """What it names is in it, as addresses of the scheme ``data``."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the author wants the document to look; the words are none of its business."""

    paper: str = PAPERS[0]
    """One of :data:`PAPERS`."""
    contents: bool | None = None
    """Whether a table of contents stands before the text; None leaves it to the writer."""
    cover: bool | None = None
    """Whether the title has a page of its own, an e-book a cover; None leaves it to the writer."""
    cover_image: Path | None = None
    """A picture for the cover of an e-book, in the place of one that is drawn."""
    cover_words: str = ""
    """Its alternative text."""
    variables: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Values of the design's variables, by their names without hyphens before them."""
    stylesheets: tuple[Stylesheet, ...] = ()
    """They come after the design's own."""
    pdf_variant: str = PDF_VARIANTS[0]
    """One of :data:`PDF_VARIANTS`."""
    fonts: tuple[Path, ...] = ()
    """Folders with fonts for what ours cannot print."""
    epub_fonts: bool = False
    """Whether the design's faces travel in an e-book."""


@dataclass(frozen=True, eq=False, slots=True)
class Document:
    """A source, read: its tree with the notes lifted out, and everything it promises."""

    path: Path
    text: bytes
    """The source itself."""
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
    places: tuple[Place, ...] = ()
    """For each of ``citations`` where it stands in the source."""
    prose: Prose = field(default_factory=Prose)
    """The promise of the prose around the citations."""
    entries: tuple[str, ...] = ()
    """Ids of the bibliography's entries: Divs of class ``entry`` in a Div of class ``bibliography``.

    A link of class ``biblioref`` to one of them is a citation in the text.
    """
    references: tuple[Reference, ...] = ()
    warnings: tuple[Problem, ...] = ()
    inputs: tuple[tuple[str, str], ...] = ()
    """Names and SHA-256 of the other files that decide the promise: style and bibliographies."""
    settings: Settings = field(default_factory=Settings)
    pandoc_api: tuple[int, ...] = ()
    """The version of the tree's format, which pandoc wants back."""
