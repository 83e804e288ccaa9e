"""The XML dialect of EPUB's content documents: what the shared tree needs to speak it."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, tostring

from surefoot.bibliography import is_citation
from surefoot.composition import Composition
from surefoot.formulas import tex
from surefoot.words import tongue

# The void elements of HTML (13.1.2) that a composition can hold.
_VOID = re.compile(r"></(?:br|col|hr|img|wbr)>")
_KINDS = {"abstract": "abstract", "epigraph": "epigraph", "pull-quote": "pullquote"}
"""By the names that authors give to parts which stand out."""


def language_of_ours(language: str) -> dict[str, str]:
    """Return the attributes of Surefoot's own words in a document of ``language``."""
    ours = tongue(language)
    return {"lang": ours, "xml:lang": ours} if ours else {}


def conform(book: Composition) -> None:
    """Give in place what EPUB asks for beyond HTML: ``xml:lang``, names of formulas, roles."""
    for element in (element for tree in book.parts for element in tree.iter()):
        if language := element.get("lang"):
            element.set("xml:lang", language)
        if element.tag == "math":
            _name_formula(element)
        elif element.tag == "figure":
            _conform_figure(element)
        elif kind := _kind(element):
            element.attrib |= {"epub:type": kind, "role": f"doc-{kind}"}
        elif is_citation(element):
            element.attrib |= {"epub:type": "biblioref", "role": "doc-biblioref"}
        elif element.get("role") == "doc-bibliography":
            element.set("epub:type", "bibliography")


def serialise(element: Element) -> str:
    """Return ``element`` as XHTML that parsers of HTML read alike: only void elements close themselves."""
    return _VOID.sub("/>", tostring(element, encoding="unicode", short_empty_elements=False))


def _kind(element: Element) -> str:
    """Return what a part that stands out is (EPUB 3 Structural Semantics Vocabulary 1.1, DPUB-ARIA 1.1)."""
    classes = element.get("class", "").split() if element.tag in {"div", "section"} else []
    if any(name.startswith("callout") for name in classes):
        return "tip" if "callout-tip" in classes else "notice"
    return next((_KINDS[name] for name in classes if name in _KINDS), "")


def _conform_figure(figure: Element) -> None:
    """Let a figure of raw HTML whose caption stands between other content be a mere group (HTML, 4.4.12)."""
    captions = [child for child in figure if child.tag == "figcaption"]
    if any(caption not in (figure[0], figure[-1]) for caption in captions):
        for element in (figure, *captions):
            element.tag = "div"


def _name_formula(formula: Element) -> None:
    """Name a formula by its TeX, for readers without MathML (EPUB Accessibility Techniques 1.1, 4.3)."""
    if (source := tex(formula)) and not formula.get("alttext"):
        formula.set("alttext", source)
