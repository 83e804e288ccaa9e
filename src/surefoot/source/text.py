"""A source file as lines that both witnesses can read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from surefoot.errors import Problem, SourceError
from surefoot.source import labels

# knitr and Quarto: ```{r name, echo=FALSE}. To pandoc these attributes are none, the fence does not
# open, and its closing fence turns the prose behind it into code.
_CHUNK = re.compile(r"^(\s*(?:`{3,}|~{3,}))\s*\{\s*([A-Za-z][\w-]*)\s*(?:[\s,].*)?\}\s*$")


@dataclass(frozen=True, slots=True)
class Lines:
    """A source, decoded."""

    data: bytes
    """As it lies in the file."""
    lines: tuple[str, ...]
    warnings: tuple[Problem, ...]


def load(path: Path) -> Lines:
    """Return the lines of a source file.

    Raises:
        SourceError: there is no such file, it is not UTF-8, or it holds characters that no text has.
    """
    if not path.name.isprintable() or any("\ud800" <= char <= "\udfff" for char in path.name):
        raise SourceError(
            [
                Problem(
                    path.name.encode("utf-8", "replace").decode(),
                    0,
                    "The file's name is not UTF-8.",
                    "Rename it.",
                )
            ]
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError([Problem(str(path), 0, f"The source cannot be read: {error.strerror}.")]) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError(
            [Problem(str(path), line, "This is not UTF-8.", "Save the file as UTF-8.")]
        ) from error
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if problems := list(_unprintable(path, lines)):
        raise SourceError(problems)
    return Lines(data, tuple(_with_plain_fences(lines)), tuple(_chunks(path, lines)))


def _unprintable(path: Path, lines: Sequence[str]) -> Iterator[Problem]:
    for number, line in enumerate(lines, 1):
        if "\0" in line:
            yield Problem(str(path), number, "The line holds a NUL character.", "Delete it.")
    for number in labels.clashes(lines):
        yield Problem(
            str(path), number, "The line holds the private-use character U+F8F0 or U+F8F1.", "Delete it."
        )


def _with_plain_fences(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        chunk = _CHUNK.match(line)
        yield f"{chunk[1]} {{.{chunk[2]}}}" if chunk else line


def _chunks(path: Path, lines: Sequence[str]) -> Iterator[Problem]:
    for number, line in enumerate(lines, 1):
        if chunk := _CHUNK.match(line):
            what = f"Code of {chunk[2]} that wants to be run is printed as it stands."
            yield Problem(
                str(path), number, what, "Knit or render the document first, to publish its results."
            )


def line_of(text: str, lines: Sequence[str]) -> int:
    """Return the one-based line that first holds ``text``; 0 if none does."""
    return next((number for number, line in enumerate(lines, 1) if text in line), 0)
