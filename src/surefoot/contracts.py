"""What a format must bring: a writer that makes files, an inspector that reads them back."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from surefoot.model import Document
from surefoot.promise import Recovered


@runtime_checkable
class Writer(Protocol):
    """Sets a document in one format. Found by entry point ``surefoot.writers``."""

    suffix: str
    """Of the files it makes, with the dot: ``.epub``."""

    def write(self, document: Document) -> bytes:
        """Return the finished file.

        A writer touches no file of its own accord, adds no clock and no random
        number, and raises :class:`surefoot.errors.WriterError` rather than lose
        a word.
        """


@runtime_checkable
class Inspector(Protocol):
    """Testifies what a finished file carries. Found by entry point ``surefoot.inspectors``."""

    def inspect(self, data: bytes) -> Recovered:
        """Return what the file's bytes carry, by the format's open standard only.

        It must recover mark, claim and note at least, and raises
        :class:`surefoot.errors.UnreadableError` where it cannot read the file.
        """
