"""A mend of hyphenation's speed: of a language's thousands of patterns, a word's own are parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from weasyprint.text import line_break

from surefoot.writers.pdf.engine.mending import Mend

_pyphen: Any = line_break.pyphen
_dictionary: Any = _pyphen.HyphDict
_DIGITS = re.compile(r"\d")
_UNKNOWN = {"microsoft-cp1251": "cp1251"}
"""What Python calls encodings that it does not know by their names in dictionaries."""


def mends() -> tuple[Mend, ...]:
    """Return what must be in force while pages are laid out."""
    return (Mend(_pyphen, "HyphDict", Patterns),)


class Patterns:
    """What Pyphen knows of a language. It would parse all patterns: 0.1 s in English, 0.5 s in German."""

    def __init__(self, path: Path) -> None:
        """Read the dictionary ``path``, whose first line names its encoding."""
        with path.open("rb") as file:
            encoding = file.readline().decode().strip()
        text = path.read_text(_UNKNOWN.get(encoding.lower(), encoding))
        self._lines = dict(_by_letters(text.split("\n")[1:]))
        self._longest = max(map(len, self._lines))
        self._known: dict[str, Sequence[int]] = {}

    def positions(self, word: str) -> Sequence[int]:
        """Return where ``word`` may be hyphenated, as Pyphen says."""
        word = word.lower()
        if word not in self._known:
            lines = [self._lines[part] for part in _parts(f".{word}.", self._longest) if part in self._lines]
            self._known[word] = _dictionary(_File(lines)).positions(word) if lines else ()
        return self._known[word]


def _by_letters(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the patterns, by the letters that they are about; one without digits says nothing."""
    stripped = [line.strip() for line in lines]
    for line, letters in zip(stripped, _DIGITS.sub("", "\n".join(stripped)).split("\n"), strict=True):
        if letters != line and not line.startswith(_pyphen.ignored):
            # What stands behind a stroke says how the word is spelled when it is broken there.
            yield letters.partition("/")[0] if "=" in letters else letters, line


def _parts(word: str, longest: int) -> Iterator[str]:
    for start in range(len(word)):
        for stop in range(start + 1, min(len(word), start + longest) + 1):
            yield word[start:stop]


class _File:
    """As much of a file as Pyphen asks for."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._text = "\n".join(("UTF-8", *lines))

    def open(self, _: str) -> BytesIO:
        return BytesIO(self._text.encode())

    def read_text(self, _: str) -> str:
        return self._text
