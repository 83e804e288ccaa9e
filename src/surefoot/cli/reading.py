"""Reads the sources that a command names: warnings told, problems of all at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from surefoot.errors import Problem, SourceError

if TYPE_CHECKING:
    from surefoot.model import Document
    from surefoot.source import Given


def read_one(source: Path, given: Given, *, strict: bool, quiet: bool) -> Document:
    """Read one source, and tell its warnings unless ``quiet``.

    Raises:
        SourceError: the source cannot be promised, or earns a warning where that is ``strict``.
    """
    from surefoot.source import read

    document = read(source, given)
    if strict and document.warnings:
        raise SourceError(document.warnings)
    if not quiet:
        for warning in document.warnings:
            click.echo(f"warning: {warning}", err=True)
    return document


def read_all(sources: Sequence[Path], given: Given, *, strict: bool, quiet: bool) -> list[Document]:
    """Read all sources.

    Raises:
        SourceError: some are refused; carries the problems of all.
    """
    documents, problems = [], list[Problem]()
    for source in sources:
        try:
            documents.append(read_one(source, given, strict=strict, quiet=quiet))
        except SourceError as error:
            problems += error.problems
    if problems:
        raise SourceError(problems)
    return documents
