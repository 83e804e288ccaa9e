"""No letter may come out as a box: name what no font could set."""

from __future__ import annotations

from fontTools import unicodedata

from surefoot.errors import WriterError
from surefoot.writers.pdf.boxes import Rendering

_NAMED = 12
"""Missing characters that a message lists; a whole missing script has thousands."""


def check(rendering: Rendering) -> None:
    """Make sure that every character of the painted ``rendering`` had a glyph.

    Raises:
        WriterError: some had none. It names them and their scripts, and says what to do.
    """
    missing = sorted({codepoint for font in rendering.fonts.values() for codepoint in font.missing})
    if not missing:
        return
    scripts = {unicodedata.script_name(unicodedata.script(chr(codepoint))) for codepoint in missing}
    wanted = " and ".join(sorted(scripts - {"Common", "Inherited", "Unknown"})) or "such symbols"
    named = ", ".join(_named(codepoint) for codepoint in missing[:_NAMED])
    more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    raise WriterError(
        f"No installed font has the characters {named}{more}. "
        f"Install one for {wanted}; the Noto fonts cover nearly all there are."
    )


def _named(codepoint: int) -> str:
    return f"{chr(codepoint)} (U+{codepoint:04X} {unicodedata.name(chr(codepoint), 'unnamed')})"
