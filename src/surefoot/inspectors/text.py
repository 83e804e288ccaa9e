"""Read a plain text file back: marks in brackets, and the notes that begin with them.

The convention is ordinary usage, written down:

* The notes begin with the last line at whose start stands the label of note 1,
  ``[1]`` and a space. Each goes on to the next label, the last one to the first
  paragraph behind its own that is not indented by four columns.
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
from itertools import pairwise
from typing import TypeAlias

from surefoot.errors import UnreadableError
from surefoot.inspectors.prose import Prose
from surefoot.promise import Citation, Facet, Recovered
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
# Behind the scheme's colon there is no second one: <std::string> is no address.
_ADDRESS = re.compile(r"<([a-z][a-z0-9+.-]*:(?!:)[^<>\s]+)>", re.IGNORECASE)
# Either the beginning of a picture, one or two words and a colon, or any other bracket.
_BRACKET = re.compile(r"\[(?:\w{1,30}(?:\s\w{1,30})?\s?[:\uff1a](?=[\s\]]))?|\]")


_Labels: TypeAlias = Mapping[int, re.Match[str]]
"""The labels of one form, by the number of the line that each begins."""


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
        labels = _labels(lines)
        if not labels:
            return Recovered((), _FACETS)
        first, end = _section(lines, labels)
        notes = _notes(lines[:end], {at: label for at, label in labels.items() if at >= first})
        prose = _words("\n".join([*lines[:first], *lines[end:]]))
        mark = _mark(labels[first])
        return Recovered(tuple(_citations(prose, mark, notes)), _FACETS)


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


def _labels(lines: Sequence[str]) -> _Labels:
    """Return the labels that begin lines, of the form of the last one."""
    found = {at: label for at, line in enumerate(lines) if (label := _LABEL.match(line))}
    form = found[max(found)].group("before", "behind") if found else None
    return {at: label for at, label in found.items() if label.group("before", "behind") == form}


def _section(lines: Sequence[str], labels: _Labels) -> tuple[int, int]:
    """Return on which line the notes begin, and the line behind them."""
    first = max((at for at, label in labels.items() if label["number"] == "1"), default=min(labels))
    end = max(labels)
    while end < len(lines) and lines[end].strip():
        end += 1
    while end < len(lines) and (not lines[end].strip() or lines[end].startswith(_INDENT)):
        end += 1
    return first, end


def _notes(lines: Sequence[str], labels: _Labels) -> Mapping[str, _Note]:
    """Return the notes by their numbers; of two that bear one number the first."""
    notes: dict[str, _Note] = {}
    for at, following in pairwise([*labels, len(lines)]):
        label = labels[at]
        note = _note([lines[at][label.end() :], *lines[at + 1 : following]])
        notes.setdefault(label["number"], note)
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


def _mark(label: re.Match[str]) -> re.Pattern[str]:
    """Return what a mark looks like, where labels look like ``label``."""
    before = re.escape(label["before"]).replace(r"\ ", r"\s+")
    return re.compile(f"{before}([0-9]+){re.escape(label['behind'])}")


def _citations(prose: str, mark: re.Pattern[str], notes: Mapping[str, _Note]) -> Iterator[Citation]:
    read = Prose()
    end = 0
    for call in mark.finditer(prose):
        read.read(prose[end : call.start()])
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
