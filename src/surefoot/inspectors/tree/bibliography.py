"""What is a bibliography, and what is an entry of one.

By Digital Publishing WAI-ARIA and EPUB Structural Semantics a list that says it
is a ``bibliography``; else, as pandoc and others set what CSL makes of it, a box
of class ``csl-bib-body`` with one of class ``csl-entry`` for each entry.
"""

from __future__ import annotations

from collections.abc import Collection

from surefoot.inspectors.tree.names import Element, classes

_ENTRY = frozenset({"li", "listitem", "biblioentry"})


def is_bibliography(element: Element, said: Collection[str]) -> bool:
    """Whether an element, which is what is ``said``, holds the entries of a bibliography."""
    return "bibliography" in said or "csl-bib-body" in classes(element)


def is_entry(element: Element, said: Collection[str]) -> bool:
    """Whether an element in a bibliography is one of its entries."""
    return not _ENTRY.isdisjoint(said) or "csl-entry" in classes(element)
