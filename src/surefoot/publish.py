"""Writes, proves, and only then puts in place: a file that does not hold never takes its name."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from surefoot import pandoc, verify
from surefoot.contracts import Inspector, Writer
from surefoot.errors import DOES_NOT_HOLD, HOLDS, SurefootError, UnreadableError, UsageError, WriterError
from surefoot.formats import Format
from surefoot.model import Document, Recovered, Verdict


@dataclass(frozen=True, slots=True)
class Edition:
    """What came of one format: a verdict on its file, or the error that prevented it."""

    format: str
    path: Path
    """Where the file is now; where it would be, if there is none."""
    verdict: Verdict | None = None
    """None where the file could not be made or read back, or has no inspector."""
    error: SurefootError | None = None

    @property
    def exit_code(self) -> int:
        """The exit code that this edition alone would earn."""
        if self.error:
            return self.error.exit_code
        return HOLDS if not self.verdict or self.verdict.holds else DOES_NOT_HOLD


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
        UsageError: the folder cannot be written, or a format cannot be proved.
    """
    pairs = [_pair(form, allow_unverified=allow_unverified) for form in formats]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".surefoot-", dir=folder) as scratch:
            drafts = []
            for form, (writer, inspector) in zip(formats, pairs, strict=True):
                progress(form.name)
                drafts.append(
                    _draft(document, Edition(form.name, folder), (writer, inspector), Path(scratch))
                )
            return tuple(_place(draft) for draft in drafts)
    except OSError as error:
        raise UsageError(f"The folder {folder} cannot be written: {error.strerror}.") from error


def examine(document: Document, name: str, file: Path, inspector: Inspector) -> Verdict:
    """Return the verdict on a finished file, whoever made it.

    Raises:
        UnreadableError: the file cannot be read back.
    """
    data = _bytes(file)
    recovered = _inspected(data, file, inspector)
    return Verdict(
        format=name,
        file=file.name,
        source_sha256=document.sha256,
        file_sha256=hashlib.sha256(data).hexdigest(),
        promised=len(document.citations),
        facets=verify.facets(recovered),
        findings=verify.compare(document.citations, recovered),
        tools=_tools(),
    )


def recover(file: Path, inspector: Inspector) -> Recovered:
    """Return what a finished file carries.

    Raises:
        UnreadableError: the file cannot be read back.
    """
    return _inspected(_bytes(file), file, inspector)


def put(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, even if the power fails."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".surefoot-", delete=False) as scratch:
        scratch.write(data)
        _settle(scratch.fileno())
    Path(scratch.name).chmod(0o666 & ~_umask())
    _rename(Path(scratch.name), path)


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


def _pair(form: Format, *, allow_unverified: bool) -> tuple[Writer, Inspector | None]:
    unverified = allow_unverified and not form.inspector_point
    return form.writer(), None if unverified else form.inspector()


def _draft(
    document: Document, edition: Edition, pair: tuple[Writer, Inspector | None], scratch: Path
) -> _Draft:
    """Write a file in ``scratch``, prove it there, and say under which name it belongs."""
    writer, inspector = pair
    edition = replace(edition, path=edition.path / f"{document.path.stem}{writer.suffix}")
    file = scratch / edition.path.name
    try:
        put(file, _write(writer, edition.format, document))
        verdict = examine(document, edition.format, file, inspector) if inspector else None
        return _Draft(replace(edition, verdict=verdict), file)
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


def _rename(file: Path, target: Path) -> None:
    file.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        _settle(folder)
    finally:
        os.close(folder)


def _settle(descriptor: int) -> None:
    os.fsync(descriptor)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _tools() -> Mapping[str, str]:
    """Return the versions of everything that decides a file's bytes, or reads them."""
    libraries = ("surefoot", "weasyprint", "ebooklib", "lxml", "pikepdf", "pypdfium2")
    return {"pandoc": pandoc.version()} | {name: version(name) for name in libraries}
