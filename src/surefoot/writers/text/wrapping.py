"""Breaks a paragraph into lines: by columns, between words, never before what must not begin a line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from wcwidth import iter_graphemes, width

WORD_JOINER = "\u2060"
NO_BREAK_SPACE = "\u00a0"
LINE_BREAK = "\u2028"
"""Unicode's LINE SEPARATOR: where the author broke a line."""

_HTML_SPACE = re.compile(r"[ \t\n\r\f]+")
_LABEL = r"\[\^?\d+\]|\{\d+\}|\[fn"
_MARKER = r"[-*+•‣◦–—↑]|\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdm]{1,9})[.)]"
_RULE = r"[-=_*~]{2,}"
_LIKE_LABEL = re.compile(rf"(?:{_LABEL})(?: .*)?")
_LIKE_MORE = re.compile(rf"(?:{_LABEL}|{_MARKER})(?: .*)?|(?:{_RULE} *)+", re.IGNORECASE)
# Likewise the second half of "[fn 3]".
_NEVER_FIRST = re.compile(rf"{_LABEL}|{_MARKER}|{_RULE}|\d+\]\S*", re.IGNORECASE)
_OPENING = {"Ps", "Pi"}
_NOT_BEFORE = {"Pe", "Pf", "Po", "Lm", "Mn", "Mc", "Sk"}
_SMALL_KANA = set("ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ")
_MARK_OPENS = set("[{")


def collapse(text: str) -> str:
    """Return ``text`` with white space as HTML shows it; spaces that do not break stay."""
    lines = _HTML_SPACE.sub(" ", text).split(LINE_BREAK)
    return LINE_BREAK.join(line.strip(" ") for line in lines).strip(LINE_BREAK + " ")


def wrap(text: str, columns: int) -> list[str]:
    """Return the lines of ``text`` (see :func:`collapse`), each of ``columns`` at most.

    East Asian wide characters count two columns (UAX 11), and lines may break
    between them. A word that is wider than a line, such as an address, stays
    whole on a line of its own.
    """
    return [line for part in text.split(LINE_BREAK) for line in _fill(part, columns)]


def guarded(line: str, *, heading: bool = False) -> str:
    """Return ``line`` so that nothing but words is seen in it.

    Its beginning could be taken for a note's label, a list's marker or a way
    back, all of it for a rule; a heading's number is known by the blank lines
    before it. The WORD JOINER in front is invisible and has no width.
    """
    words = line.lstrip(" ")
    inset = line[: len(line) - len(words)]
    like = _LIKE_LABEL if heading else _LIKE_MORE
    return inset + WORD_JOINER + words if like.fullmatch(words) else line


def _fill(text: str, columns: int) -> Iterator[str]:
    line = ""
    room = columns
    for piece in _pieces(text):
        needed = width(piece.rstrip(" "))
        if line and needed > room:
            yield line.rstrip()
            line, room = "", columns
        line += piece
        room -= width(piece)
    yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """Cut ``text`` wherever a line may end; a space stays with what is before it."""
    held = ""
    for word in text.split(" "):
        if held and not _NEVER_FIRST.fullmatch(word):
            yield from _parts(held)
            held = ""
        held += word + " "
    yield from _parts(held.removesuffix(" "))


def _parts(word: str) -> list[str]:
    """Cut ``word`` between wide characters, by the rules of JIS X 4051 on what may end and begin a line."""
    if word.isascii():
        return [word]
    graphemes = list(iter_graphemes(word))
    parts = [graphemes[0]]
    for before, after in pairwise(graphemes):
        if _breaks_between(before, after):
            parts.append(after)
        else:
            parts[-1] += after
    return parts


def _breaks_between(before: str, after: str) -> bool:
    wide = _is_wide(before) or _is_wide(after)
    return (
        wide
        and unicodedata.category(before[0]) not in _OPENING
        and unicodedata.category(after[0]) not in _NOT_BEFORE
        and after[0] not in _SMALL_KANA | _MARK_OPENS | {" ", NO_BREAK_SPACE}
        and WORD_JOINER not in before + after
    )


def _is_wide(grapheme: str) -> bool:
    return unicodedata.east_asian_width(grapheme[0]) in {"W", "F"}
