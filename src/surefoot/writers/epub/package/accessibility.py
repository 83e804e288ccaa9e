"""What the package says of the book's accessibility: each word only where it is true.

The vocabulary is that of schema.org, as EPUB Accessibility 1.1 (2.2) asks for it.
Conformance is claimed only where the source names who evaluated it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from surefoot.composition import Composition
from surefoot.model import Evaluation, Metadata
from surefoot.pictures import Image
from surefoot.words import Words, words
from surefoot.writers.epub.items import Statement
from surefoot.writers.epub.package import depicted
from surefoot.writers.epub.package.motion import drawing_moves, picture_moves, style_moves

_ALWAYS = {"ARIA", "readingOrder", "tableOfContents", "unlocked"}


@dataclass(frozen=True, slots=True)
class Access:
    """What is true of a finished book."""

    visual: bool
    """It has pictures that say something. A cover is no content: its words are those of the title page."""
    described: bool
    """Each of them has words."""
    explained: bool
    """One of them has a long description."""
    moving: bool
    """Something moves, the cover included, or is not known to stand still."""
    adaptable: bool
    """The text follows its reader: our style does, an author's is not known to."""
    structured: bool
    noted: bool
    formulas: bool
    paged: bool


def assess(book: Composition, pictures: Sequence[Image], *, paged: bool) -> Access:
    """Return what is true of ``book``.

    Args:
        book: as its documents show it.
        pictures: all that are in it, the cover too.
        paged: whether it lists the pages of another edition.
    """
    telling = depicted.telling(book)
    sheets = book.settings.stylesheets
    drawings = (drawing for tree in book.parts for drawing in tree.iter("svg"))
    return Access(
        visual=bool(telling),
        described=all(map(depicted.has_words, telling)),
        explained=any(map(depicted.has_long_description, telling)),
        moving=any(map(picture_moves, pictures))
        or any(map(drawing_moves, drawings))
        or any(style_moves(sheet.text) for sheet in sheets),
        adaptable=not sheets,
        structured=bool(book.headings),
        noted=bool(book.notes),
        formulas=any(True for tree in book.parts for _ in tree.iter("math")),
        paged=paged,
    )


def properties(access: Access) -> list[tuple[str, str]]:
    """Return the properties of a book and their values, in order."""
    return [
        ("accessMode", "textual"),
        *([("accessMode", "visual")] if access.visual else []),
        *([("accessModeSufficient", "textual")] if access.described else []),
        *([("accessModeSufficient", "textual,visual")] if access.visual else []),
        *(("accessibilityFeature", feature) for feature in sorted(_features(access))),
        ("accessibilityHazard", "unknown" if access.moving else "none"),
    ]


def summary(access: Access, spoken: Words) -> str:
    """Return what the properties cannot say, in a few sentences for people; never the claim to conform.

    So EPUB Accessibility Techniques 1.1 (“Include an accessibility summary”) ask for it.
    """
    pictures = spoken.all_described if access.described else spoken.some_described
    sentences = [
        spoken.adaptable if access.adaptable else "",
        spoken.linked_notes if access.noted else "",
        pictures if access.visual else "",
        spoken.formulas if access.formulas else "",
        spoken.page_numbers if access.paged else "",
        spoken.moving if access.moving else "",
    ]
    return _joined(*sentences)


def notice(access: Access, metadata: Metadata) -> str:
    """Return what the colophon says: the summary, and who found that the book conforms to a standard."""
    spoken, evaluation = words(metadata.language), metadata.evaluation
    found = spoken.evaluated.format(evaluation.by, evaluation.standard) if evaluation else ""
    return _joined(summary(access, spoken), found)


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


def _joined(*sentences: str) -> str:
    """Return the sentences that there are; Chinese and Japanese set no space behind a full stop."""
    return " ".join(filter(None, sentences)).replace("。 ", "。")


def _features(access: Access) -> set[str]:
    facts = {
        "MathML": access.formulas,
        "alternativeText": access.visual and access.described,
        "displayTransformability": access.adaptable,
        "longDescription": access.explained,
        "pageBreakMarkers": access.paged,
        "pageNavigation": access.paged,
        "structuralNavigation": access.structured,
    }
    return _ALWAYS | {feature for feature, true in facts.items() if true}
