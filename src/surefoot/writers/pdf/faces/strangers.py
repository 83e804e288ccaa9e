"""Say which fonts a style asks for that are not here."""

from __future__ import annotations

from collections.abc import Iterator

from surefoot.faces.companions import BRING, like
from surefoot.writers.pdf.boxes import Rendering


def remarks(rendering: Rendering) -> tuple[str, ...]:
    """Return a sentence for each list of families, in a style sheet or a drawing, of which none is here."""
    return tuple(_sentences(rendering))


def _sentences(rendering: Rendering) -> Iterator[str]:
    for families in rendering.font_config.absent:
        named = " or ".join(f"“{family}”" for family in families)
        advice = BRING.format("it" if len(families) == 1 else "one of them")
        yield f"There is no font {named} here; text that asks for it is set in {like(families)[0]}: {advice}."
