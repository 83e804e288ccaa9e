"""What a format must bring: a writer that makes files, an inspector that reads them back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from surefoot.exhibit import Exhibition
from surefoot.model import Document
from surefoot.pages import Page, Pagination
from surefoot.promise import Recovered


@dataclass(frozen=True, slots=True)
class Written:
    """A finished file, and what its author should know of it."""

    data: bytes
    remarks: tuple[str, ...] = ()
    """What is set otherwise than asked for so that nothing is lost, a sentence each."""
    pages: tuple[Page, ...] = ()
    """Where its pages begin, if it has any."""


@runtime_checkable
class Writer(Protocol):
    """Sets a document in one format. Found by entry point ``surefoot.writers``."""

    suffix: str
    """Of the files it makes, with the dot: ``.epub``."""

    def write(self, document: Document) -> Written:
        """Return the finished file.

        A writer touches no file of its own accord, adds no clock and no random
        number, and raises :class:`surefoot.errors.WriterError` rather than lose
        a word.
        """


@runtime_checkable
class Follower(Protocol):
    """Tells in its file where the pages of another edition begin. A writer may be one too."""

    def follow(self, document: Document, pagination: Pagination) -> Written:
        """Return the finished file with the places and numbers of those pages; else as a writer does.

        Args:
            document: what to set.
            pagination: of an edition of the same document that has been proved.
        """


@runtime_checkable
class Inspector(Protocol):
    """Testifies what a finished file carries. Found by entry point ``surefoot.inspectors``."""

    def inspect(self, data: bytes) -> Recovered:
        """Return what the file's bytes carry, by the format's open standard only.

        It must recover mark, claim and note at least, and raises
        :class:`surefoot.errors.UnreadableError` where it cannot read the file.
        """


@runtime_checkable
class Exhibitor(Protocol):
    """Shows what an inspector speaks of. An inspector may be one too, for the sake of proof sheets."""

    def exhibit(self, data: bytes, ranks: Sequence[int]) -> Exhibition:
        """Return what a reader of the file sees of some of its citations.

        Args:
            data: the file, which has been inspected.
            ranks: of citations among those that the inspector found, from 0.
        """
