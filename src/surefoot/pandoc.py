"""The only door to pandoc: Markdown to its tree, its tree to HTML, its warnings as data."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypandoc

from surefoot import bibtex
from surefoot.errors import WriterError
from surefoot.model import Json

SECONDS = 300
"""No document of a person's hand takes longer; a pathological one must not hang a shop."""
_HEAP = "4g"
# Addresses in notes are mostly written bare, and meant to be followed.
_MARKDOWN = "markdown+autolink_bare_uris"
_BIBLIOGRAPHY_FORMATS = {
    ".bib": "biblatex",
    ".bibtex": "bibtex",
    ".biblatex": "biblatex",
    ".json": "csljson",
    ".ris": "ris",
    ".yaml": "markdown",
    ".yml": "markdown",
}
# TeX that MathML cannot say is printed as TeX: ugly, not lost.
_TOLD = frozenset({"CouldNotConvertTeXMath"})
_BIBTEX = frozenset({".bib", ".bibtex", ".biblatex"})
_NOCASE = re.compile(r'<span class=\\"nocase\\">(.*?)</span>')
BIBLIOGRAPHY_SUFFIXES = frozenset(_BIBLIOGRAPHY_FORMATS)
"""Of the bibliography files that pandoc reads."""


class PandocError(WriterError):
    """Pandoc failed on this input; the message is pandoc's own."""


@dataclass(frozen=True, slots=True)
class Message:
    """One line of pandoc's log."""

    kind: str
    """Pandoc's name for it: ``DuplicateNoteReference``."""
    level: str
    """``WARNING``, ``INFO`` or ``ERROR``."""
    text: str
    line: int
    """One-based line in what pandoc was given; 0 if unknown."""


@dataclass(frozen=True, slots=True)
class Citeproc:
    """What resolves the citations: a style and bibliographies."""

    csl: Path
    bibliographies: tuple[Path, ...]
    links: bool
    """Whether in-text citations link to their entries."""
    verbatim: bool
    """Whether titles are printed as the bibliography writes them; else the style decides on their case."""


@cache
def executable() -> str:
    """Return the path of the pandoc that came with ``pypandoc_binary``.

    Pypandoc itself looks for newer ones on the machine, which would make other files of a source.
    """
    return str(Path(pypandoc.__file__).with_name("files") / "pandoc")


@cache
def version() -> str:
    """Return pandoc's version, such as ``3.9``."""
    command = [executable(), "--version"]
    told = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - as below
    return told.stdout.split(maxsplit=2)[1]


def parse(markdown: str, citeproc: Citeproc | None) -> tuple[Json, tuple[Message, ...]]:
    """Return pandoc's tree of ``markdown``, and its warnings.

    Args:
        markdown: the source's text.
        citeproc: how to resolve citations; None leaves them as written.

    Raises:
        PandocError: pandoc failed, or needed more time or memory than is sane.
    """
    with _arguments(citeproc) as resolving:
        output, messages = _run([f"--from={_MARKDOWN}", "--to=json", *resolving], markdown)
    return json.loads(output), messages


def cite(tree: Json, citeproc: Citeproc) -> tuple[Json, tuple[Message, ...]]:
    """Return ``tree`` with its citations resolved, and the warnings.

    Raises:
        PandocError: pandoc failed.
    """
    with _arguments(citeproc) as resolving:
        output, messages = _run(["--from=json", "--to=json", *resolving], json.dumps(tree))
    return json.loads(output), messages


@contextmanager
def _arguments(how: Citeproc | None) -> Iterator[list[str]]:
    """Give the arguments that resolve citations, for as long as the files that they name are there."""
    if not how:
        yield []
        return
    links = (f"--metadata=link-citations:{str(how.links).lower()}", "--metadata=link-bibliography:true")
    with tempfile.TemporaryDirectory(prefix="surefoot-") as scratch:
        paths = [_kept(path, Path(scratch)) if how.verbatim else path for path in how.bibliographies]
        yield ["--citeproc", f"--csl={how.csl}", *(f"--bibliography={path}" for path in paths), *links]


def _kept(path: Path, scratch: Path) -> Path:
    """Return a bibliography whose titles keep their case: a copy of a BibTeX file, any other file itself."""
    if path.suffix.lower() not in _BIBTEX:
        return path
    copy = scratch / path.name
    copy.write_text(bibtex.verbatim_titles(path.read_text(encoding="utf-8")), encoding="utf-8")
    return copy


def references(yaml: str, bibliographies: Sequence[Path]) -> tuple[Json, ...]:
    """Return the CSL-JSON items of a YAML metadata block and of bibliography files.

    Raises:
        PandocError: a file is not of the format that its name says.
    """
    items = _items("markdown", yaml) if yaml else []
    for path in bibliographies:
        text, form = path.read_text(encoding="utf-8"), _BIBLIOGRAPHY_FORMATS[path.suffix.lower()]
        # A file of YAML may leave out the marks that a block of it has within Markdown.
        bare = form == "markdown" and not text.startswith("---")
        text = bibtex.verbatim_titles(text) if path.suffix.lower() in _BIBTEX else text
        items += _items(form, f"---\n{text}\n---\n" if bare else text)
    return tuple(items)


def _items(form: str, text: str) -> list[Json]:
    output, _ = _run([f"--from={form}", "--to=csljson"], text)
    return list(json.loads(_NOCASE.sub(r"\1", output)))


def render(tree: Json) -> str:
    """Return ``tree`` as an HTML fragment, mathematics as MathML with its TeX beside.

    Raises:
        PandocError: pandoc failed, or warned that it lost something.
    """
    output, messages = _run(
        ["--from=json", "--to=html5", "--mathml", "--wrap=none", "--syntax-highlighting=none"],
        json.dumps(tree),
    )
    if losses := [
        message.text for message in messages if message.level == "WARNING" and message.kind not in _TOLD
    ]:
        raise PandocError("\n".join(losses))
    return output


def _run(arguments: Sequence[str], text: str) -> tuple[str, tuple[Message, ...]]:
    """Run pandoc in its sandbox, within bounds of time and memory."""
    with tempfile.TemporaryDirectory(prefix="surefoot-") as scratch:
        log = Path(scratch, "log.json")
        command = [
            executable(),
            *arguments,
            "--sandbox",
            "--quiet",
            f"--log={log}",
            "+RTS",
            f"-M{_HEAP}",
            "-RTS",
        ]
        try:
            done = subprocess.run(  # noqa: S603 - our own pandoc, no shell
                command, input=text.encode(), capture_output=True, timeout=SECONDS, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise PandocError(f"Pandoc was not done with this document after {SECONDS} seconds.") from error
        if done.returncode:
            raise PandocError(_complaint(done))
        return done.stdout.decode(), _messages(log)


def _complaint(done: subprocess.CompletedProcess[bytes]) -> str:
    """Say why pandoc gave up: its own words, or the memory bound."""
    said = done.stderr.decode(errors="replace").strip()
    if "heap" in said.lower():
        return f"Pandoc needed more than {_HEAP} of memory for this document."
    return said or f"Pandoc ended with exit code {done.returncode} and said nothing."


def _messages(log: Path) -> tuple[Message, ...]:
    """Read pandoc's log file."""
    if not log.exists() or not (text := log.read_text(encoding="utf-8").strip()):
        return ()
    return tuple(
        Message(entry["type"], entry["verbosity"], entry["pretty"], entry.get("line", 0))
        for entry in json.loads(text)
    )
