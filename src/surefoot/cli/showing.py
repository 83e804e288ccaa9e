"""Shows what came of a command: tables, lines, progress."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from surefoot.examine import Edition
    from surefoot.model import Document


def tell(document: Document, editions: Sequence[Edition], *, quiet: bool) -> None:
    """Print the outcome: the table of citations and formats, or findings only."""
    from surefoot import report

    shown = [edition for edition in editions if edition.exit_code] if quiet else editions
    judged = any(edition.verdict for edition in editions)
    if document.citations and judged and not quiet:
        print_table(report.matrix(document, editions))
    for line in report.summary(document, shown):
        click.echo(line)


def show(document: Document, editions: Sequence[Edition], path: Path, *, quiet: bool) -> None:
    """Write the proof sheet, and say where it is."""
    from surefoot.disk import put
    from surefoot.sheet import sheet

    put(path, sheet(document, editions))
    if not quiet:
        click.echo(f"proof sheet: {path}")


def print_table(table: Table) -> None:
    """Print a table."""
    _console().print(table)


def _console(*, stderr: bool = False) -> Console:
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    # A pipe has no width of its own; a table that wraps at 80 columns is hard to grep.
    return Console(stderr=stderr, width=None if stream.isatty() else 160)


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[str, str], None]]:
    """Show what is being built while it takes its time, on a terminal only."""
    if quiet or not sys.stderr.isatty():
        yield lambda *_: None
        return
    with _console(stderr=True).status("…") as status:
        yield lambda source, name: status.update(f"Building and proving {source} as {name}")
