"""Writes, proves, and only then puts in place: a file that does not hold never takes its name."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from surefoot.contracts import Follower, Inspector, Writer, Written
from surefoot.disk import rename, write_through
from surefoot.errors import HOLDS, UnreadableError, UsageError, WriterError
from surefoot.examine import READERS, Edition, examine
from surefoot.formats import Format
from surefoot.model import Document
from surefoot.pages import Page, Pagination

_WRITERS = ("weasyprint", "ebooklib")


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
    pages: tuple[Page, ...] = ()

    @property
    def pagination(self) -> Pagination | None:
        """Its pages, if it has any and is proved."""
        proved = self.edition.verdict is not None and self.edition.verdict.holds
        return Pagination(self.edition.path.name, self.pages) if proved and self.pages else None


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
    keep the others back. Writers that follow the pages of another edition come last,
    and follow the first by name of those that hold.

    Raises:
        UsageError: the folder cannot be written, a format cannot be proved, or a file
            would take the place of another or of the source itself.
    """
    presses = [_press(form, document, folder, allow_unverified=allow_unverified) for form in formats]
    _refuse_clashes(presses, document)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".surefoot-", dir=folder) as scratch:
            drafts: dict[Path, _Draft] = {}
            for press in sorted(presses, key=_follows):
                progress(press.form.name)
                pagination = _pagination(drafts.values()) if _follows(press) else None
                drafts[press.target] = _draft(document, press, Path(scratch), pagination)
            return tuple(_place(drafts[press.target]) for press in presses)
    except OSError as error:
        raise UsageError(f"The folder {folder} cannot be written: {error.strerror or error}.") from error


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


def _follows(press: _Press) -> bool:
    return isinstance(press.writer, Follower)


def _pagination(drafts: Iterable[_Draft]) -> Pagination | None:
    """Return the pages of the first edition by name that has some and holds."""
    by_name = sorted(drafts, key=lambda draft: draft.edition.format)
    return next((pages for draft in by_name if (pages := draft.pagination)), None)


def _draft(document: Document, press: _Press, scratch: Path, pagination: Pagination | None) -> _Draft:
    """Write a file in ``scratch``, prove it there, and say under which name it belongs."""
    edition = Edition(press.form.name, press.target)
    file = scratch / press.target.name
    try:
        written = _write(press, document, pagination)
        write_through(file, written.data)
        edition = replace(edition, remarks=written.remarks)
        if not press.inspector:
            return _Draft(edition, file)
        judged = examine(document, press.form, file, press.inspector, (*_WRITERS, *READERS))
        return _Draft(replace(judged, path=press.target, remarks=written.remarks), file, written.pages)
    except (WriterError, UnreadableError) as error:
        return _Draft(replace(edition, error=error), file if file.exists() else None)


def _write(press: _Press, document: Document, pagination: Pagination | None) -> Written:
    writer, name = press.writer, press.form.name
    try:
        if pagination and isinstance(writer, Follower):
            return writer.follow(document, pagination)
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
        rename(draft.file, edition.path)
        return edition
    rename(draft.file, rejected)
    verdict = edition.verdict and replace(edition.verdict, file=rejected.name)
    return replace(edition, path=rejected, verdict=verdict)
