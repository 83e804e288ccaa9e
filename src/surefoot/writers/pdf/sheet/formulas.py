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
_BINARY = frozenset("∧∨⊻⊼⊽∩∪⊓⊔⊎*\\•∐×⋅·∙∘∗⋆⋄÷∖⊕⊖⊗⊘⊙⊚⊛⊞⊟⊠⊡")
"""Operators between two values, for which ziamath has too little space or none."""
_SPACE = "mediummathspace"
"""On both sides of them, as of a plus (MathML Core, appendix B, category B)."""
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
    """Take annotations and namespaces out of ``math``, which ziamath stumbles at, and space operators."""
    math.tail = None
    for parent in list(math.iter()):
        for name in [name for name in parent.attrib if name.startswith(("{", "xmlns"))]:
            del parent.attrib[name]
        for place, child in enumerate(list(parent)):
            if child.tag == "semantics" and len(child):
                parent[place] = child[0]
    for row in math.iter():
        for before, operator, _ in zip(row, row[1:], row[2:], strict=False):
            if row.tag in _ROWS and operator.text in _BINARY and operator.tag == "mo" != before.tag:
                operator.attrib |= {"lspace": _SPACE, "rspace": _SPACE}
    return math
