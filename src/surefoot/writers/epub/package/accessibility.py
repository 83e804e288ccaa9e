"""What the package says of the book's accessibility: each word only where it is true.

The vocabulary is that of schema.org, as EPUB Accessibility 1.1 (2.2) asks for it.
Conformance is claimed only where the source names who evaluated it.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from surefoot.composition import Composition
from surefoot.model import Evaluation
from surefoot.pictures import Image
from surefoot.words import Words
from surefoot.writers.epub.items import Statement

_ALWAYS = {"ARIA", "readingOrder", "tableOfContents", "unlocked"}
_DESCRIBED = ("aria-describedby", "aria-details")


def accessibility(book: Composition, *, paged: bool) -> list[tuple[str, str]]:
    """Return the properties of ``book``, which may be ``paged``, and their values, in order.

    A cover is no content: its words are those of the title page.
    """
    visual, described = _visual(book), _described(book)
    return [
        ("accessMode", "textual"),
        *([("accessMode", "visual")] if visual else []),
        *([("accessModeSufficient", "textual")] if described else []),
        *([("accessModeSufficient", "textual,visual")] if visual else []),
        *(("accessibilityFeature", feature) for feature in sorted(_features(book, paged=paged))),
        ("accessibilityHazard", "unknown" if any(map(_may_flash, book.images)) else "none"),
    ]


def summary(book: Composition, spoken: Words, *, paged: bool) -> str:
    """Return the facts in a few sentences for people."""
    pictures = spoken.all_described if _described(book) else spoken.some_described
    evaluation = book.metadata.evaluation
    sentences = [
        spoken.adaptable if _adaptable(book) else "",
        spoken.structured if book.headings else "",
        spoken.linked_notes if book.notes else "",
        pictures if _visual(book) else "",
        spoken.formulas if _has(book, "math") else "",
        spoken.page_numbers if paged else "",
        spoken.evaluated.format(evaluation.by, evaluation.standard) if evaluation else "",
    ]
    return " ".join(filter(None, sentences))


def conformance(evaluation: Evaluation) -> Iterator[Statement]:
    """Yield the claim to conform, and who made it (EPUB Accessibility 1.1, 4.3 and 4.4)."""
    yield Statement("meta", evaluation.standard, {"property": "dcterms:conformsTo", "id": "conformance"})
    refining = {"refines": "#conformance"}
    yield Statement("meta", evaluation.by, refining | {"property": "a11y:certifiedBy", "id": "certifier"})
    if evaluation.date:
        yield Statement("meta", evaluation.date, {"refines": "#certifier", "property": "dcterms:date"})
    if evaluation.credential:
        attributes = {"refines": "#certifier", "property": "a11y:certifierCredential"}
        yield Statement("meta", evaluation.credential, attributes)
    if evaluation.report:
        attributes = {"refines": "#certifier", "rel": "a11y:certifierReport", "href": evaluation.report}
        yield Statement("link", "", attributes)


def _features(book: Composition, *, paged: bool) -> set[str]:
    facts = {
        "MathML": _has(book, "math"),
        "alternativeText": _visual(book) and _described(book),
        "displayTransformability": _adaptable(book),
        "longDescription": any(image.get(name) for image in _all(book, "img") for name in _DESCRIBED),
        "pageBreakMarkers": paged,
        "pageNavigation": paged,
        "structuralNavigation": bool(book.headings),
    }
    return _ALWAYS | {feature for feature, true in facts.items() if true}


def _adaptable(book: Composition) -> bool:
    """Whether the text follows its reader: our style does, an author's is not known to."""
    return not book.settings.stylesheets


def _all(book: Composition, tag: str) -> Iterator[Element]:
    for tree in book.parts:
        yield from tree.iter(tag)


def _has(book: Composition, tag: str) -> bool:
    return any(True for _ in _all(book, tag))


def _visual(book: Composition) -> bool:
    return _has(book, "img") or _has(book, "svg")


def _described(book: Composition) -> bool:
    """Whether each picture has words; a drawing within the text is not known to have any."""
    return all(image.get("alt", "").strip() for image in _all(book, "img")) and not _has(book, "svg")


def _may_flash(image: Image) -> bool:
    """Whether a picture's format can move, and its bytes do not say otherwise."""
    if image.media_type == "image/png":
        return b"acTL" in image.data
    return image.media_type != "image/jpeg"
