"""What a line says, where its glyphs alone do not (ISO 32000-1, 14.8.2.3 and 14.9.4)."""

from __future__ import annotations

from fontTools import unicodedata

HYPHEN = "‐"
"""U+2010: what WeasyPrint puts at the end of a line where it breaks a word."""
_SOFT_HYPHEN = "\u00ad"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_CLUSTERED = frozenset("Beng Deva Gujr Guru Khmr Knda Laoo Mlym Mymr Orya Sinh Taml Telu Thai Tibt".split())
"""Scripts (ISO 15924) in which one letter may be several glyphs, and several letters one."""


def runs_backwards(line: str, direction: str) -> bool:
    """Whether a ``line`` is painted in another order than it is read.

    Letters that run from right to left are. In a text whose ``direction`` is
    ``rtl``, so are the signs at the ends of any line.
    """
    if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in line):
        return True
    return direction == "rtl" and any(not letter.isalnum() and not letter.isspace() for letter in line)


def actual_text(line: str) -> str:
    """Return the replacement text of a ``line``; empty if its glyphs say it all.

    In our faces U+002D and U+2010 are one glyph, which reads as U+002D, so a
    broken word would seem to be hyphenated. Where a letter has several glyphs,
    one of them says it, and the others a sign without effect.
    """
    if line.endswith(HYPHEN):
        return line.removesuffix(HYPHEN) + _SOFT_HYPHEN
    if HYPHEN in line or any(unicodedata.script(letter) in _CLUSTERED for letter in line):
        return line
    return ""
