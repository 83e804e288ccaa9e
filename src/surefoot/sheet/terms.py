"""What the names of the facets mean, for those who read a proof sheet and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from surefoot.promise import Facet

MEANINGS: Mapping[Facet, str] = {
    Facet.MARK: "the call prints its own number",
    Facet.CLAIM: "the call stands behind its own words",
    Facet.NOTE: "the note is there, every letter of it and nothing else",
    Facet.SPACES: "so are the spaces between its words",
    Facet.LINKS: "its addresses can be followed, in their order",
    Facet.SHOWN: "an address that is printed is the one that is followed",
    Facet.JUMP: "the call leads to its note",
    Facet.BACK: "the note leads back to its call",
    Facet.SEEN: "both can be seen",
    Facet.APART: "the mark does not run into the mark before it",
    Facet.NEAR: "on paper, the note begins on the page of its call or on the next",
    Facet.ALONE: "among the notes stands nothing that nobody wrote",
    Facet.IDS: "no two places of the file have one name",
}
