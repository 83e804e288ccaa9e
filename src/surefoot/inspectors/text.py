"""Read a plain text file back: marks in brackets, and the notes that begin with them.

The convention is ordinary usage, written down:

* The notes are the last run of paragraphs that begin at the line's start with
  a label, ``[3]`` and a space. What continues a note is indented by four
  columns. A heading or any other paragraph at the margin ends the run.
* The labels show what a mark looks like: ``[3]``, or ``[^3]``, ``[fn 3]``,
  ``{3}`` where the prose has figures in brackets of its own. Whatever looks so
  in the prose is a call.
* An address stands in angle brackets (RFC 3986, appendix C), a picture as
  ``[Image: alternative text]`` in whatever language. The marker of a list item
  at a line's start is no text, nor is a last paragraph that begins with ``↑``,
  the way back. A WORD JOINER (U+2060) keeps words that merely look like one of
  these from being taken for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from surefoot.errors import UnreadableError
from surefoot.inspectors.prose import Prose
from surefoot.model import Citation, Facet, Recovered
from surefoot.text import address, fold

_FACETS = frozenset({Facet.MARK, Facet.CLAIM, Facet.NOTE, Facet.LINKS})
"""A medium without links cannot jump."""
_LABEL = re.compile(r"(?P<before>\[\^|\[fn |\[|\{)(?P<number>[0-9]+)(?P<behind>[\]}])(?: |$)")
_INDENT = "    "
_WAY_BACK = re.compile(r"\s*↑")
_MARKER = re.compile(
    r"^[ \t]*(?:(?:[-*+•‣◦]|\(?(?:[0-9]{1,9}|[a-z]|[ivxlcdm]{1,9})[.)])(?:[ \t]+|$))+",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(r"<((?:[a-z][a-z0-9+.-]*://|(?:mailto|tel|urn|doi):)[^<>\s]+)>", re.IGNORECASE)
# Either the beginning of a picture, one or two words and a colon, or any other bracket.
_BRACKET = re.compile(r"\[(?:\w{1,30}(?:\s\w{1,30})?\s?[:\uff1a](?=[\s\]]))?|\]")


@dataclass(frozen=True, slots=True)
class _Form:
    """What the file's marks look like: what stands before and behind the number."""

    before: str
    behind: str

    @classmethod
    def of(cls, line: str) -> _Form:
        """Return the form of the label that begins ``line``."""
        label = _LABEL.match(line)
        return cls(label["before"], label["behind"]) if label else cls("[", "]")

    def begins(self, line: str) -> bool:
        """Whether a label of this form begins ``line``."""
        return bool(_LABEL.match(line)) and _Form.of(line) == self

    def calls(self, prose: str) -> Iterator[re.Match[str]]:
        """Yield the calls in ``prose``, the number first among their groups."""
        before = re.escape(self.before).replace("\\ ", r"\s+")
        return re.finditer(f"{before}([0-9]+){re.escape(self.behind)}", prose)


@dataclass(frozen=True, slots=True)
class _Note:
    text: str
    links: tuple[str, ...]


_NO_NOTE = _Note("", ())


class TextInspector:
    """Testifies what a plain text file carries, by its brackets."""

    def inspect(self, data: bytes) -> Recovered:
        """Return what the file carries: every facet but the two that need links.

        Raises:
            UnreadableError: the bytes are no UTF-8, or no text.
        """
        lines = re.split(r"\r\n|\r|\n", _decoded(data))
        labelled = [at for at, line in enumerate(lines) if _LABEL.match(line)]
        if not labelled:
            return Recovered((), _FACETS)
        form = _Form.of(lines[labelled[-1]])
        first, end = _run(lines, labelled[-1], form)
        notes = _notes(lines[first:end], form)
        prose = "\n".join([*lines[:first], *lines[end:]])
        return Recovered(tuple(_citations(prose, form, notes)), _FACETS)


def _decoded(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(f"The file is not UTF-8: {error}.") from None
    if "\0" in text:
        raise UnreadableError("The file holds NUL characters: it is no plain text.")
    if not text.strip():
        raise UnreadableError("The file is empty.")
    return text


def _run(lines: Sequence[str], last: int, form: _Form) -> tuple[int, int]:
    """Return where the run of notes begins and ends whose last label is on line ``last``."""
    end = last + 1
    while end < len(lines) and _continues(lines[end]):
        end += 1
    first = at = last
    while at and (_continues(lines[at - 1]) or form.begins(lines[at - 1])):
        at -= 1
        first = at if form.begins(lines[at]) else first
    return first, end


def _continues(line: str) -> bool:
    return not line.strip() or line.startswith(_INDENT)


def _notes(lines: Sequence[str], form: _Form) -> Mapping[str, _Note]:
    """Return the notes of a run by their numbers; of two that bear one number the first."""
    starts = [at for at, line in enumerate(lines) if form.begins(line)]
    notes: dict[str, _Note] = {}
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        label = _LABEL.match(lines[start])
        if label:
            notes.setdefault(label["number"], _note([lines[start][label.end() :], *lines[start + 1 : end]]))
    return notes


def _note(lines: Sequence[str]) -> _Note:
    text = "\n".join(_without_way_back(lines))
    links = tuple(address(found[1]) for found in _ADDRESS.finditer(text))
    return _Note(fold(_words(_MARKER.sub("", text))), links)


def _without_way_back(lines: Sequence[str]) -> Sequence[str]:
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    for at in range(end - 1, -1, -1):
        if _WAY_BACK.match(lines[at]):
            return lines[:at]
        if not lines[at].strip():
            break
    return lines


def _citations(prose: str, form: _Form, notes: Mapping[str, _Note]) -> Iterator[Citation]:
    read = Prose()
    end = 0
    for call in form.calls(prose):
        read.read(_words(prose[end : call.start()]))
        end = call.end()
        note = notes.get(call[1], _NO_NOTE)
        yield Citation(call[1], read.claim(), note.text, note.links)


def _words(text: str) -> str:
    """Return ``text`` with pictures as their alternative texts, and without the addresses of links."""
    cuts: list[tuple[int, int]] = []
    opened: list[re.Match[str]] = []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] != "]":
            opened.append(bracket)
        elif opened and len(opened[-1][0]) > 1:
            cuts += [opened.pop().span(), bracket.span()]
        elif opened:
            opened.pop()
    kept: list[str] = []
    end = 0
    for start, following in sorted(cuts):
        kept.append(text[end:start])
        end = following
    return _ADDRESS.sub("", "".join([*kept, text[end:]]))
