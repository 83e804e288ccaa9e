"""Writes, proves, and only then puts in place: a file that does not hold never takes its name."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from surefoot import pandoc, verify
from surefoot.contracts import Inspector, Writer
from surefoot.errors import DOES_NOT_HOLD, HOLDS, SurefootError, UnreadableError, UsageError, WriterError
from surefoot.formats import Format
from surefoot.model import Document
from surefoot.promise import Recovered, Verdict

_WRITERS = ("weasyprint", "ebooklib")
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

    @property
    def exit_code(self) -> int:
        """The exit code that this edition alone would earn."""
        if self.error:
            return self.error.exit_code
        return HOLDS if not self.verdict or self.verdict.holds else DOES_NOT_HOLD


@dataclass(frozen=True, slots=True)
class _Press:
    """A format with its writer and inspector loaded, and the place of the file that it is to make."""

    form: Format
    writer: Writer
    inspector: Inspector | None
    target: Path


@dataclass(frozen=True, slots=True)
class _Draft:
    """A finished file under a temporary name, with what is known of it."""

    edition: Edition
    file: Path | None


def publish(
    document: Document,
    formats: Sequence[Format],
    folder: Path,
    *,
    allow_unverified: bool = False,
    progress: Callable[[str], None] = lambda _: None,
) -> tuple[Edition, ...]:
    """Build ``document`` in each format, prove each file, and put those that hold in ``folder``.

    A file that does not hold is kept beside as ``NAME.rejected.EXT``; what was
    published before under its name stays untouched. One format's failure does not
    keep the others back.

    Raises:
        UsageError: the folder cannot be written, a format cannot be proved, or a file
            would take the place of another or of the source itself.
    """
    presses = [_press(form, document, folder, allow_unverified=allow_unverified) for form in formats]
    _refuse_clashes(presses, document)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".surefoot-", dir=folder) as scratch:
            drafts = []
            for press in presses:
                progress(press.form.name)
                drafts.append(_draft(document, press, Path(scratch)))
            return tuple(_place(draft) for draft in drafts)
    except OSError as error:
        raise UsageError(f"The folder {folder} cannot be written: {error.strerror or error}.") from error


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
        findings=verify.compare(document.citations, recovered),
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


def put(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, even if the power fails.

    Raises:
        UsageError: the file cannot be written.
    """
    scratch = path.with_name(f".surefoot-{os.getpid()}-{path.name}")
    try:
        _write_through(scratch, data)
        _rename(scratch, path)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        raise UsageError(f"{path} cannot be written: {error.strerror or error}.") from error


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


def _press(form: Format, document: Document, folder: Path, *, allow_unverified: bool) -> _Press:
    unverified = allow_unverified and not form.inspector_point
    writer, inspector = form.writer(), None if unverified else form.inspector()
    return _Press(form, writer, inspector, folder / f"{document.path.stem}{writer.suffix}")


def _refuse_clashes(presses: Sequence[_Press], document: Document) -> None:
    taken = {document.path.resolve(): "the source"}
    for press in presses:
        target = press.target.resolve()
        if target in taken:
            raise UsageError(
                f"The format “{press.form.name}” would write {press.target}, which is {taken[target]}. "
                "Choose another folder, or build one of them at a time."
            )
        taken[target] = f"the file of “{press.form.name}”"


def _draft(document: Document, press: _Press, scratch: Path) -> _Draft:
    """Write a file in ``scratch``, prove it there, and say under which name it belongs."""
    edition = Edition(press.form.name, press.target)
    file = scratch / press.target.name
    try:
        _write_through(file, _write(press.writer, press.form.name, document))
        if not press.inspector:
            return _Draft(edition, file)
        judged = examine(document, press.form, file, press.inspector, (*_WRITERS, *READERS))
        return _Draft(replace(judged, path=press.target), file)
    except (WriterError, UnreadableError) as error:
        return _Draft(replace(edition, error=error), file if file.exists() else None)


def _write(writer: Writer, name: str, document: Document) -> bytes:
    try:
        return writer.write(document)
    except WriterError:
        raise
    except Exception as error:
        raise WriterError(f"The writer of “{name}” failed: {type(error).__name__}: {error}") from error


def _place(draft: _Draft) -> Edition:
    """Give the file its name, or the name of a rejected one."""
    edition = draft.edition
    rejected = edition.path.with_name(f"{edition.path.stem}.rejected{edition.path.suffix}")
    rejected.unlink(missing_ok=True)
    if draft.file is None:
        return edition
    if edition.exit_code == HOLDS:
        _rename(draft.file, edition.path)
        return edition
    _rename(draft.file, rejected)
    verdict = edition.verdict and replace(edition.verdict, file=rejected.name)
    return replace(edition, path=rejected, verdict=verdict)


def _write_through(file: Path, data: bytes) -> None:
    """Write a new file with the permissions of its time, down to the disk."""
    with file.open("xb") as scratch:
        scratch.write(data)
        scratch.flush()
        os.fsync(scratch.fileno())


def _rename(file: Path, target: Path) -> None:
    """Give a file its final name at once; the folder's entry goes down to the disk too."""
    file.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


# Each look-up reads a distribution's files, and every edition asks for the same.
_version = cache(version)


def _versions(form: Format, libraries: Sequence[str]) -> Mapping[str, str]:
    """Return the versions of what made and read a file."""
    return {"format": form.provider, "pandoc": pandoc.version()} | {
        name: _version(name) for name in libraries
    }
