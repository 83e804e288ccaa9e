"""The prose and notes of a Markdown file, read back by GitHub's syntax alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from surefoot.errors import UnreadableError
from surefoot.promise import Aspect, Citation, Facet, Prose, Recovered
from surefoot.text import address, claim, printed_address, spaced, told, without_address

_FACETS = frozenset(
    {
        *(Facet.MARK, Facet.CLAIM, Facet.NOTE, Facet.SPACES),
        *(Facet.LINKS, Facet.SHOWN, Facet.ALONE, Facet.IDS),
    }
)
"""Where a call leads, and whether it can be seen, is for whatever renders the Markdown."""
_ASPECTS = frozenset({Aspect.WORDS, Aspect.SPACES, Aspect.HEADINGS, Aspect.LINKS})
"""As the writer knows no pictures, tables, lists or quotations, the inspector claims none of them."""
_NOTE = re.compile(r"^\[\^(\d+)\]: (.*(?:\n+    .*)*)\n*", re.MULTILINE)
_CALL = re.compile(r"\[\^(\d+)\]")
_LINK = re.compile(r"\[((?:[^\]\\]|\\.)*)\]\(<([^>]*)>\)|<([^>]*)>")
_HEADING = re.compile(r"(#+) (.*)")
_EMPHASIS = re.compile(r"(?<!\\)\*")
_ESCAPE = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class _Text:
    """What a piece of Markdown says."""

    words: str
    """Spaced, less the addresses that its links print."""
    links: tuple[str, ...]
    shown: tuple[str, ...]
    """For each link the address that it prints, or nothing."""


class GfmInspector:
    """Keeps :class:`surefoot.contracts.Inspector`."""

    def inspect(self, data: bytes) -> Recovered:
        """Return what the file carries.

        Raises:
            UnreadableError: the bytes are no UTF-8.
        """
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            raise UnreadableError(f"The file is not UTF-8: {error}.") from None
        notes = [(note[1], _read(note[2])) for note in _NOTE.finditer(text)]
        body = _NOTE.sub("", text)
        citations = tuple(_citations(body, dict(reversed(notes))))
        numbers = Counter(number for number, _ in notes)
        called = {citation.mark for citation in citations}
        return Recovered(
            citations,
            _FACETS,
            strays=tuple(note.words for number, note in notes if number not in called),
            repeated=tuple(number for number, times in numbers.items() if times > 1),
            prose=_prose(body),
            aspects=_ASPECTS,
        )


def _citations(body: str, notes: dict[str, _Text]) -> Iterator[Citation]:
    for call in _CALL.finditer(body):
        note = notes.get(call[1], _Text("", (), ()))
        before = _read(body[: call.start()]).words
        yield Citation(call[1], claim(before), note.words, note.links, note.shown)


def _prose(body: str) -> Prose:
    blocks = [block for block in body.split("\n\n") if block.strip()]
    texts = [_read(block) for block in blocks]
    levels = [_HEADING.match(block) for block in blocks]
    return Prose(
        blocks=tuple(text.words for text in texts),
        headings=tuple(
            f"{len(level[1])} {text.words}" for level, text in zip(levels, texts, strict=True) if level
        ),
        links=tuple(told(*pair) for text in texts for pair in zip(text.shown, text.links, strict=True)),
    )


def _read(markdown: str) -> _Text:
    """Return what a piece of Markdown says; it may be many blocks."""
    text = _CALL.sub("", re.sub(r"^#+ ", "", markdown, flags=re.MULTILINE))
    found = [(link[2] or link[3], _plain(link[1] or link[3])) for link in _LINK.finditer(text)]
    words = _LINK.sub(lambda link: without_address(link[1] or "", link[2] or ""), text)
    return _Text(
        words=spaced(_plain(words)),
        links=tuple(address(target) for target, _ in found),
        shown=tuple(printed_address(said, target) for target, said in found),
    )


def _plain(text: str) -> str:
    return _ESCAPE.sub(r"\1", _EMPHASIS.sub("", text))
