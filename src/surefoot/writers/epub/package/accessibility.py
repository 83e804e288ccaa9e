"""What the package says of the book's accessibility: each word only where it is true.

The vocabulary is that of schema.org, as EPUB Accessibility 1.1 asks for it. No
conformance is claimed: that takes somebody who certifies it.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from surefoot.composition import Composition
from surefoot.pictures import Image

_ALWAYS = {
    "ARIA",
    "displayTransformability",
    "readingOrder",
    "structuralNavigation",
    "tableOfContents",
    "unlocked",
}


def accessibility(book: Composition) -> list[tuple[str, str]]:
    """Return the properties of ``book`` and their values, in order."""
    visual, described = _visual(book), _described(book)
    pictures = {"alternativeText"} if visual and described else set()
    formulas = {"MathML"} if any(True for _ in _all(book, "math")) else set()
    return [
        ("accessMode", "textual"),
        *([("accessMode", "visual")] if visual else []),
        *([("accessModeSufficient", "textual")] if described else []),
        *([("accessModeSufficient", "textual,visual")] if visual else []),
        *(("accessibilityFeature", feature) for feature in sorted(_ALWAYS | pictures | formulas)),
        ("accessibilityHazard", "unknown" if any(map(_may_flash, book.images)) else "none"),
    ]


def summary(book: Composition) -> str:
    """Return the facts in a few English sentences."""
    pictures = "All images have" if _described(book) else "Some images have no"
    sentences = [
        "The text reflows, and headings give its structure.",
        "Every note is linked with each of its references, both ways." if book.notes else "",
        f"{pictures} alternative text." if _visual(book) else "",
    ]
    return " ".join(filter(None, sentences))


def _all(book: Composition, tag: str) -> Iterator[Element]:
    for tree in book.parts:
        yield from tree.iter(tag)


def _visual(book: Composition) -> bool:
    return any(True for tag in ("img", "svg") for _ in _all(book, tag))


def _described(book: Composition) -> bool:
    """Whether each picture has words; a drawing within the text is not known to have any."""
    return all(image.get("alt", "").strip() for image in _all(book, "img")) and not any(
        True for _ in _all(book, "svg")
    )


def _may_flash(image: Image) -> bool:
    """Whether a picture's format can move, and its bytes do not say otherwise."""
    if image.media_type == "image/png":
        return b"acTL" in image.data
    return image.media_type != "image/jpeg"
