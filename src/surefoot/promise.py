"""What a source promises, what an inspector found, what a judge says: all of the same few shapes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""The rank of the first of some blocks, and that of the first behind them: none, where the two are one."""


class Facet(StrEnum):
    """One thing about a file's citations that can be proved."""

    MARK = "mark"
    CLAIM = "claim"
    NOTE = "note"
    SPACES = "spaces"
    LINKS = "links"
    SHOWN = "shown"
    JUMP = "jump"
    BACK = "back"
    SEEN = "seen"
    APART = "apart"
    NEAR = "near"
    RANK = "rank"
    ALONE = "alone"
    """Of the whole file: among its notes stands nothing that nobody wrote."""
    IDS = "ids"
    """Of the whole file: every name of a place is given once."""


class Aspect(StrEnum):
    """One thing about a file's prose that can be proved."""

    WORDS = "words"
    SPACES = "spaces"
    HEADINGS = "headings"
    LINKS = "links"
    IMAGES = "images"
    CELLS = "cells"
    ITEMS = "items"
    QUOTATIONS = "quotations"


class Fault(StrEnum):
    """The kind of a difference between promise and testimony (see :mod:`surefoot.faults`)."""

    LOST = "lost"
    INVENTED = "invented"
    DOUBLED = "doubled"
    ORDER = "order"
    MARK = "mark"
    CLAIM = "claim"
    NOTE = "note"
    ADDED = "added"
    SPACES = "spaces"
    LINKS = "links"
    MISLEADING = "misleading"
    JUMP = "jump"
    BACK = "back"
    HIDDEN = "hidden"
    TOGETHER = "together"
    AFAR = "afar"
    RANK = "rank"
    STRAY = "stray"
    IDS = "ids"
    PROSE = "prose"


class Kind(StrEnum):
    """What stands behind a citation."""

    NOTE = "note"
    """A note, apart from the prose; its call is a number."""
    ENTRY = "entry"
    """An entry of the bibliography; its call is a citation in the text: ``(Doe 2020, p. 3)``."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One call together with its note or entry: the same shape as promise and as testimony."""

    mark: str
    """What the call prints, folded, without brackets at its ends: ``3``, or ``Doe2020,p.3`` in the text."""
    claim: str
    """The folded end of the prose before the call (see :func:`surefoot.text.claim`)."""
    note: str
    """The text of the whole note or entry, less the addresses that its links print.

    Folded, with the spaces between its words (see :func:`surefoot.text.spaced`).
    """
    links: tuple[str, ...] = ()
    """The note's addresses in order (see :func:`surefoot.text.address`)."""
    shown: tuple[str, ...] = ()
    """For each of ``links`` the address that it prints; empty where it prints words."""
    jump: bool = True
    """The call leads to the note."""
    back: bool = True
    """The note leads back to this very call; and an entry, where those of the file lead back."""
    seen: bool = True
    """A reader can see call and note: neither hidden, nor covered, nor off the page."""
    apart: bool = True
    """The mark can be told from a mark right before it: no "1" and "2" that read as "12"."""
    near: bool = True
    """On paper: the note begins on the page of its call or on the next."""
    rank: int = field(default=0, compare=False)
    """Of the note among all notes, in reading order from 1; 0 of an entry, or where there is no note.

    Only the order of ranks is compared.
    """
    kind: Kind = Kind.NOTE


class Begins(StrEnum):
    """What a cell is the first of."""

    TABLE = "table"
    ROW = "row"
    NOTHING = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a table's cell is beside its text."""

    begins: Begins = Begins.NOTHING
    header: bool = False
    columns: int = 1
    """Over how many columns it reaches."""
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Prose:
    """The body of a document without its notes: the same shape as promise and as testimony.

    Every text is spaced (see :func:`surefoot.text.spaced`), without the marks
    of calls and without the addresses that links print.
    """

    title: str = ""
    """Of the document; a file shows it before its first block. Only a promise has it."""
    front: tuple[str, ...] = ()
    """What is said beside the title. In a promise, the subtitle and the name of each author.

    In a testimony, what a title block says that is none of ``blocks``.
    """
    blocks: tuple[str, ...] = ()
    """The words of each innermost block, in reading order: paragraphs, headings, cells, captions, code.

    An image is its alternative text, a formula its TeX.
    """
    counted: tuple[str, ...] | None = None
    """For each of ``blocks`` the numbers of the items that begin with it: ``7``, or ``1 a``; mostly none.

    Only a promise and a medium have it to which the numbers of lists are words. None where they are unknown.
    """
    headings: tuple[str, ...] = ()
    """Level and text: ``2 Method``. The title's level is 1."""
    links: tuple[str, ...] = ()
    """The absolute addresses of its links, in order (see :func:`surefoot.text.told`)."""
    linked: tuple[Span, ...] | None = None
    """For each of ``links`` the blocks that it stands in; none where it stands between two, without words.

    None where the file does not tell.
    """
    images: tuple[str, ...] = ()
    """The alternative texts of its pictures, in order; empty for one that has none."""
    pictured: tuple[Span, ...] | None = None
    """For each of ``images`` the blocks that it stands in, as for links. Only a testimony has it.

    None where the file does not tell of pictures that have no alternative text.
    """
    cells: tuple[str, ...] = ()
    """The text of each table cell, row by row."""
    shapes: tuple[Shape, ...] | None = None
    """What each of ``cells`` is beside its text; None where the file does not tell."""
    items: tuple[str, ...] = ()
    """The whole text of each list item, what is nested in it included, in the order of their beginnings."""
    numbers: tuple[str, ...] | None = None
    """The number that each of ``items`` bears, without signs around it; empty where it bears none.

    None where the file does not tell.
    """
    quotations: tuple[str, ...] = ()
    """The whole text of each block quotation."""
    labels: frozenset[int] = frozenset()
    """Ranks of those blocks that are header cells: a linear medium may say them again for each row.

    Only a promise has them.
    """
    echoes: frozenset[int] = frozenset()
    """Ranks of those blocks that are captions and say what their picture says.

    A linear medium may leave them out. Only a promise has them.
    """


@dataclass(frozen=True, slots=True)
class Recovered:
    """What an inspector found in a finished file."""

    citations: tuple[Citation, ...]
    """One for each call, in reading order: first those in the prose, then those in the notes, note by note.

    So the order is one and the same where notes stand at the foot of pages and where they stand at the end.
    """
    facets: frozenset[Facet]
    """What this file can be asked about; the other facets are not carried by its medium."""
    strays: tuple[str, ...] = ()
    """Spaced texts that stand among the notes and belong to no note that is called."""
    repeated: tuple[str, ...] = ()
    """Names of places (ids) that the file gives to more than one."""
    prose: Prose = Prose()
    aspects: frozenset[Aspect] = frozenset()
    """What the file can be asked about its prose."""
    entries: frozenset[Facet] = frozenset()
    """What the file can be asked about citations in the text.

    Where this is empty, they are words of the prose and looked for there.
    """


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference between a promise and what was found."""

    fault: Fault
    mark: str
    """Of the promised citation; of the recovered one where nothing was promised. Empty for prose."""
    place: int
    """One-based rank of the citation among the promised ones; 0 for what was not promised."""
    promised: str
    found: str
    aspect: Aspect | None = None
    """Of the prose, where it is at fault."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """All of a file's findings, and what was proved."""

    format: str
    file: str
    """The file's name, without folders."""
    file_sha256: str
    promised: int
    facets: tuple[Facet, ...]
    """The facets that were compared, for every note."""
    findings: tuple[Finding, ...]
    tools: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Versions of what made and read the file."""
    entries: tuple[Facet, ...] = ()
    """The facets that were compared for every citation in the text, if there is one."""
    aspects: tuple[Aspect, ...] = ()
    """The aspects of the prose that were compared."""
    prose: tuple[Finding, ...] = ()
    """The differences in the prose around the citations."""

    @property
    def holds(self) -> bool:
        """Whether every promise was kept."""
        return not self.findings and not self.prose
