"""Texts that are to be read in the place of what is shown (ISO 32000-1, 14.9.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import bidirectional, normalize

from surefoot.inspectors.pdf import fonts
from surefoot.text import LINE_END, fold

_BACKWARDS = frozenset({"R", "AL", "AN"})
"""Bidirectional classes of letters that run from right to left (UAX 9)."""
_WORD = re.compile(r"[^\W_]+")
_ONE_WAY = str.maketrans("([{<", ")]}>")


def says(replacement: str, shown: str, *, leftward: bool = False) -> bool:
    """Whether a replacement text says what is shown, less line-end hyphens.

    It is there for hyphens of the layout, and for the order of text that runs
    from right to left; in other text only signs may stand elsewhere. Where it
    tells letters that nobody sees, what is seen counts and it besides; where other
    spaces, only what is seen.

    Args:
        replacement: what is said.
        shown: what is seen, in the order of painting.
        leftward: whether the line runs from right to left, whatever its letters do. Its
            brackets are mirrored.
    """
    said, seen = (fold(text).replace("-", "") for text in (replacement, shown))
    if leftward:
        said, seen = (text.translate(_ONE_WAY) for text in (said, seen))
    least, most = (len(shown.replace(LINE_END, gap).split()) for gap in ("", " "))
    if sorted(said) != sorted(seen) or not least <= len(replacement.split()) <= most:
        return False
    if leftward and not _runs_backwards(said):
        # Words of other letters stand in another order, each whole.
        return sorted(_WORD.findall(replacement)) == sorted(_WORD.findall(shown))
    return _runs_backwards(said) or [*filter(str.isalpha, said)] == [*filter(str.isalpha, seen)]


def contradicts(replacement: str, shown: str) -> bool:
    """Whether who hears the replacement of words hears letters other than those ``shown``.

    Words that the file does not tell, and signs without a letter, may be given any others.
    """
    if fonts.UNKNOWN in shown:
        return False
    said, seen = ([*filter(str.isalnum, normalize("NFKC", text).casefold())] for text in (replacement, shown))
    if _runs_backwards(said):
        said, seen = sorted(said), sorted(seen)
    return bool(seen and said) and said != seen


def _runs_backwards(letters: Iterable[str]) -> bool:
    return any(bidirectional(letter) in _BACKWARDS for letter in letters)
