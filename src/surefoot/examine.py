"""Reads a finished file back and judges it, whoever made it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from surefoot import pandoc, verify
from surefoot.contracts import Inspector
from surefoot.errors import DOES_NOT_HOLD, HOLDS, SurefootError, UnreadableError
from surefoot.formats import Format
from surefoot.model import Document
from surefoot.promise import Recovered, Verdict

READERS = ("lxml", "pikepdf", "pypdfium2")
"""The libraries that read a finished file back."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What came of one format: a verdict on its file, or the error that prevented it."""

    format: str
    path: Path
    """Where the file is now; where it would be, if there is none."""
    verdict: Verdict | None = None
    """None where the file could not be made or read back, or has no inspector."""
    error: SurefootError | None = None
    recovered: Recovered | None = None
    """What the verdict is about."""
    remarks: tuple[str, ...] = ()
    """What the writer set otherwise than asked for so that nothing was lost."""

    @property
    def exit_code(self) -> int:
        """The exit code that this edition alone would earn."""
        if self.error:
            return self.error.exit_code
        return HOLDS if not self.verdict or self.verdict.holds else DOES_NOT_HOLD


def examine(
    document: Document, form: Format, file: Path, inspector: Inspector, libraries: Sequence[str] = READERS
) -> Edition:
    """Judge a finished file, whoever made it. The verdict names the versions of ``libraries``.

    Raises:
        UnreadableError: the file cannot be read back.
    """
    data = _bytes(file)
    recovered = _inspected(data, file, inspector)
    verdict = Verdict(
        format=form.name,
        file=file.name,
        file_sha256=hashlib.sha256(data).hexdigest(),
        promised=len(document.citations),
        facets=verify.facets(recovered),
        findings=verify.compare(document.citations, recovered, document.prose),
        tools=_versions(form, libraries),
        entries=verify.entries(recovered),
        aspects=verify.aspects(recovered),
        prose=verify.compare_prose(document.prose, recovered),
    )
    return Edition(form.name, file, verdict, recovered=recovered)


def recover(file: Path, inspector: Inspector) -> Recovered:
    """Return what a finished file carries.

    Raises:
        UnreadableError: the file cannot be read back.
    """
    return _inspected(_bytes(file), file, inspector)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{file}: {error.strerror}.") from error


def _inspected(data: bytes, file: Path, inspector: Inspector) -> Recovered:
    try:
        return inspector.inspect(data)
    except UnreadableError as error:
        raise UnreadableError(f"{file.name}: {error}") from error
    except Exception as error:
        raise UnreadableError(
            f"{file.name}: the inspector failed: {type(error).__name__}: {error}"
        ) from error


# Each look-up reads a distribution's files, and every edition asks for the same.
_version = cache(version)


def _versions(form: Format, libraries: Sequence[str]) -> Mapping[str, str]:
    """Return the versions of what made and read a file."""
    return {"format": form.provider, "pandoc": pandoc.version()} | {
        name: _version(name) for name in libraries
    }
