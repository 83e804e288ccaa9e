"""What a formula says by its own markup: MathML that is associated with it (ISO 32000-2, 14.13)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import pikepdf
from lxml import etree

from surefoot.inspectors.pdf.attributes import array

_MATHML = "/application/mathml+xml"
_TEX = frozenset({"application/x-tex", "TeX", "LaTeX"})
"""How an annotation of MathML says that it is the TeX of the formula (MathML 4, 6.1.1 and 6.3)."""


def tex(formula: pikepdf.Object) -> str:
    """Return the TeX that the MathML of a structure element is annotated with; empty if there is none."""
    annotations = chain.from_iterable(map(_annotations, _markups(formula)))
    return next(((each.text or "").strip() for each in annotations if each.get("encoding") in _TEX), "")


def _markups(formula: pikepdf.Object) -> Iterator[bytes]:
    for file in array(formula.get("/AF")):
        held = file.get("/EF") if isinstance(file, pikepdf.Dictionary) else None
        stream = held.get("/UF", held.get("/F")) if isinstance(held, pikepdf.Dictionary) else None
        if isinstance(stream, pikepdf.Stream) and stream.get("/Subtype") == _MATHML:
            yield stream.read_bytes()


def _annotations(markup: bytes) -> Iterator[etree._Element]:
    try:
        root = etree.fromstring(markup, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return
    yield from root.iter("{*}annotation")
