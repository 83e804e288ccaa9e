"""What can go wrong, and the exit code that each kind of failure earns.

::

    SurefootError
    ├── UsageError          2   unknown format, clash of names, nothing to do
    ├── SourceError         3   the source cannot be promised; carries every Problem
    ├── WriterError         4   a writer or a tool failed, or warned of loss
    └── UnreadableError     5   a finished file cannot be read back: never a pass

A verdict that does not hold is no exception but data: the command line ends
with exit code 1 (:data:`DOES_NOT_HOLD`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

HOLDS = 0
DOES_NOT_HOLD = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with a source: where, what, and how to mend it."""

    path: str
    line: int
    """One-based line in the file; 0 where no single line is to blame."""
    what: str
    """A sentence: what is wrong."""
    mend: str = ""
    """A sentence: how to mend it."""

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{where}: {self.what} {self.mend}".rstrip()


class SurefootError(Exception):
    """Root of everything that Surefoot raises on purpose."""

    exit_code: ClassVar[int]


class UsageError(SurefootError):
    """The command cannot mean what it says: a format, a name, a destination."""

    exit_code = 2


class SourceError(SurefootError):
    """The source cannot be promised. All its problems at once."""

    exit_code = 3

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


class WriterError(SurefootError):
    """A writer or a tool behind it failed, or warned of lost content."""

    exit_code = 4


class UnreadableError(SurefootError):
    """A finished file cannot be read back, so nothing is proved of it."""

    exit_code = 5
