"""Draw mathematics: MathML to pictures that stand on the baseline, each with its TeX."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from surefoot.formulas import tex as typed

_PIXELS = 16.0
"""To the em, in the drawings."""
_ROWS = {"math", "mrow", "mstyle", "mpadded", "mphantom", "menclose", "merror", "mfenced"}
_TOKENS = {"mi", "mn", "mo", "mtext", "ms", "mspace"}
_SCRIPTS = {
    "msub",
    "msup",
    "msubsup",
    "munder",
    "mover",
    "munderover",
    "mmultiscripts",
    "mprescripts",
    "none",
}
_DRAWN = _ROWS | _TOKENS | _SCRIPTS | {"mfrac", "msqrt", "mroot", "mtable", "mtr", "mtd"}
"""What ziamath sets; of anything else it logs a warning and loses the meaning."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A formula as a picture, measured in em of the text around it."""

    svg: bytes
    width: float
    height: float
    depth: float
    """Below the baseline, as a negative number."""


def draw(math: Element) -> Drawing | None:
    """Return the picture of an element ``math``; None where it cannot be drawn in full."""
    bare = _presentation(copy.deepcopy(math))
    if not _DRAWN.issuperset(element.tag for element in bare.iter()):
        return None
    # Most documents have no formula, and need not wait for its fonts and parsers.
    import ziamath  # noqa: PLC0415

    # As paths, not as <symbol> and <use>: one reference less to be resolved in every glyph.
    ziamath.config.svg2 = False
    formula = ziamath.Math(bare, size=_PIXELS, margin=0)
    if any(
        formula.font.glyphindex(letter) == 0 for letter in "".join(bare.itertext()) if letter.isprintable()
    ):
        return None
    width, height = formula.getsize()
    return Drawing(formula.svg().encode(), width / _PIXELS, height / _PIXELS, formula.getyofst() / _PIXELS)


def tex(math: Element) -> str:
    """Return the TeX that an element ``math`` is annotated with, or else its characters."""
    return typed(math) or "".join(math.itertext()).strip()


def _presentation(math: Element) -> Element:
    """Take out of ``math`` what ziamath would print or stumble over: annotations, namespaces."""
    math.tail = None
    for parent in list(math.iter()):
        for name in [name for name in parent.attrib if name.startswith(("{", "xmlns"))]:
            del parent.attrib[name]
        for place, child in enumerate(list(parent)):
            if child.tag == "semantics" and len(child):
                parent[place] = child[0]
    return math
