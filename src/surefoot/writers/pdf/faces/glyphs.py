"""No letter may come out as a box: name what no font could set, and what to do."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from fontTools import unicodedata

from surefoot.errors import WriterError
from surefoot.faces.companions import BRING, COMPANIONS, EXTRA
from surefoot.writers.pdf.boxes import Rendering

_NAMED = 8
"""Missing characters that a message lists; a whole missing script has thousands."""
_ANY = frozenset({"Zinh", "Zyyy", "Zzzz"})
"""Codes (ISO 15924) of what is written in several scripts, or in none."""
_FOLDER = f"{BRING.format('a font that has them')}."
_EASTERN = ("CJK", "Enclosed CJK", "Halfwidth and Fullwidth", "Ideographic", "Kanbun")
"""How the names of the Unicode blocks of eastern signs begin, whose script is none."""


def check(rendering: Rendering) -> None:
    """Make sure that every character of the painted ``rendering`` had a glyph.

    Raises:
        WriterError: some had none. It names them and their scripts, and says what to do.
    """
    missing = sorted({codepoint for font in rendering.fonts.values() for codepoint in font.missing})
    if not missing:
        return
    named = ", ".join(_named(codepoint) for codepoint in missing[:_NAMED])
    more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    scripts = frozenset[str]().union(*(_scripts(chr(codepoint)) for codepoint in missing))
    raise WriterError(f"No font here has the characters {named}{more}. {' '.join(_advice(scripts))}")


def _named(codepoint: int) -> str:
    return f"{chr(codepoint)} (U+{codepoint:04X} {unicodedata.name(chr(codepoint), 'unnamed')})"


def _scripts(character: str) -> frozenset[str]:
    """Return the codes of a character's scripts: Han for what eastern scripts share, none for a symbol."""
    scripts = frozenset(unicodedata.script_extension(character)) - _ANY
    if "Hani" in scripts or unicodedata.block(character).startswith(_EASTERN):
        return frozenset({"Hani"})
    return scripts


def _advice(scripts: Collection[str]) -> Iterable[str]:
    """Yield a sentence for the ``scripts`` that the extra has, and one for all others."""
    brought = {code for each in COMPANIONS if not each.folder for code in each.scripts.intersection(scripts)}
    if brought:
        yield f'For {_listed(brought)}: pip install "{EXTRA}".'
    if others := set(scripts) - brought:
        yield f"For {_listed(others)}: {_FOLDER}"
    elif not brought:
        yield f"Find a font that does: {_FOLDER}"


_FOLDER = (
    "put a font that has them into a folder, and name it by --fonts FOLDER or in the front matter, by fonts."
)


def _listed(codes: Iterable[str]) -> str:
    *others, last = sorted(unicodedata.script_name(code) for code in codes)
    return f"{', '.join(others)} and {last}" if others else last
