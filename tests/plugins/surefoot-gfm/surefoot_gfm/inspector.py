"""The notes of a Markdown file, read back by GitHub's syntax alone."""

from __future__ import annotations

import re

from surefoot.errors import UnreadableError
from surefoot.promise import Citation, Facet, Recovered
from surefoot.text import address, claim, fold

_FACETS = frozenset({Facet.MARK, Facet.CLAIM, Facet.NOTE, Facet.LINKS})
"""Where a call leads is for whatever renders the Markdown."""
_NOTE = re.compile(r"^\[\^(\d+)\]: (.*(?:\n+    .*)*)\n*", re.MULTILINE)
_CALL = re.compile(r"\[\^(\d+)\]")
_LINK = re.compile(r"\[((?:[^\]\\]|\\.)*)\]\(<([^>]*)>\)|<([^>]*)>")
_HEADING = re.compile(r"^#+ ", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<!\\)\*")
_ESCAPE = re.compile(r"\\(.)")


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
        notes = {note[1]: note[2] for note in _NOTE.finditer(text)}
        prose = _NOTE.sub("", text)
        return Recovered(tuple(_citation(prose, call, notes) for call in _CALL.finditer(prose)), _FACETS)


def _citation(prose: str, call: re.Match[str], notes: dict[str, str]) -> Citation:
    note = notes.get(call[1], "")
    links = tuple(address(link[2] or link[3]) for link in _LINK.finditer(note))
    before = _CALL.sub("", prose[: call.start()])
    return Citation(call[1], claim(_plain(before)), fold(_plain(note)), links)


def _plain(text: str) -> str:
    unlinked = _LINK.sub(lambda link: link[1] or "", _HEADING.sub("", text))
    return _ESCAPE.sub(r"\1", _EMPHASIS.sub("", unlinked))
