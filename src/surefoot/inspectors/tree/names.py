"""What an element is called, and what it says it is."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

__all__ = [
    "HEADINGS",
    "NO_ROLE",
    "Element",
    "classes",
    "extent",
    "is_block",
    "is_folded",
    "is_heading",
    "kinds",
    "name",
]

_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
# What begins on a line of its own (HTML, section 15.3), cells and captions among it.
_BLOCKS = frozenset(
    (
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
        "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre "
        "search section summary table tbody td tfoot th thead tr ul"
    ).split()
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
NO_ROLE = frozenset({"none", "presentation"})
"""Roles that take from an element what its name says it is (WAI-ARIA, 5.4)."""


def name(element: Element) -> str:
    """Return the element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def kinds(element: Element) -> set[str]:
    """Return what the element says it is, ``noteref`` standing for ``doc-noteref`` as well.

    The tokens of ``role`` (WAI-ARIA, Digital Publishing WAI-ARIA) and of
    ``epub:type`` (EPUB Structural Semantics Vocabulary).
    """
    roles = element.get("role", "").lower().split()
    return {role.removeprefix("doc-") for role in roles} | set(element.get(_EPUB_TYPE, "").split())


def classes(element: Element) -> set[str]:
    """Return the classes that the element is given."""
    return set(element.get("class", "").split())


def is_block(element: Element) -> bool:
    """Whether words in ``element`` are certainly parted from those around it."""
    return name(element) in _BLOCKS


def is_heading(element: Element) -> bool:
    """Whether ``element`` is a heading, by its name or by its role (WAI-ARIA)."""
    said = kinds(element)
    return "heading" in said or (name(element) in HEADINGS and said.isdisjoint(NO_ROLE))


def is_folded(element: Element, *, around: bool, further: bool) -> bool:
    """Whether what is in ``element`` is folded away until a reader opens it (HTML, 4.11.1).

    A closed ``details`` shows its first summary alone.

    Args:
        element: the element.
        around: the same of the element around it.
        further: the same of the next one.
    """
    parent = element.getparent()
    if name(element) == "details" and element.get("open") is None:
        return True
    if name(element) == "summary" and parent is not None and element is parent.find("{*}summary"):
        return further
    return around


def extent(element: Element) -> Iterator[Element]:
    """Yield what stands where ``element`` stands: itself, what is in it, and what is around it alone."""
    yield from element.iter("*")
    around = element
    while (parent := around.getparent()) is not None and _holds_only(parent, around):
        yield parent
        around = parent


def _holds_only(parent: Element, child: Element) -> bool:
    return len(parent) == 1 and not (parent.text or "").strip() and not (child.tail or "").strip()
