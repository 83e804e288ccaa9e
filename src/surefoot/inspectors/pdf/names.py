"""The named destinations of a file (ISO 32000-1, 12.3.2.3)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

_DEEPEST = 50
"""Levels of a name tree: more would hold more names than there are."""


def named(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    """Yield each with its name: names of PDF 1.1 with their slash, strings of the name tree without."""
    names, old = pdf.Root.get("/Names"), pdf.Root.get("/Dests")
    if isinstance(names, pikepdf.Dictionary) and isinstance(names.get("/Dests"), pikepdf.Dictionary):
        yield from _leaves(names.Dests, 0)
    if isinstance(old, pikepdf.Dictionary):
        yield from old.items()


def _leaves(tree: pikepdf.Object, depth: int) -> Iterator[tuple[str, pikepdf.Object]]:
    """Yield what a name tree holds (7.9.6)."""
    entries, kids = tree.get("/Names"), tree.get("/Kids")
    if isinstance(entries, pikepdf.Array):
        for name, found in zip(entries[::2], entries[1::2], strict=False):
            yield str(name), found
    if isinstance(kids, pikepdf.Array) and depth < _DEEPEST:
        for kid in kids:
            yield from _leaves(kid, depth + 1)
