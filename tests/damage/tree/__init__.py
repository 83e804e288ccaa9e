"""Damages to the element trees of HTML and EPUB."""

from __future__ import annotations

from damage import Damage, listing
from damage.tree import chance, citations, entries, hiding, prose
from damage.tree.publication import Publication

__all__ = ["Publication", "damages"]


def damages(inflict: listing.Inflict) -> tuple[Damage, ...]:
    """Return every damage to a publication that ``inflict`` opens and closes again."""
    return listing.damages(
        inflict,
        citations=(*citations.EDITS, *hiding.EDITS),
        entries=entries.EDITS,
        prose=prose.EDITS,
        chance=chance.EDITS,
    )
