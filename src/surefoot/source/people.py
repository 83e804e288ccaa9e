"""Those who made a document: who signs it, who helped, and what each of them did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from surefoot.model import Author, Json
from surefoot.source.fields import items, plain, text

RELATORS = {
    "author": "aut",
    "author of introduction": "aui",
    "compiler": "com",
    "contributor": "ctb",
    "cover designer": "cov",
    "designer": "dsr",
    "editor": "edt",
    "funder": "fnd",
    "illustrator": "ill",
    "photographer": "pht",
    "proofreader": "pfr",
    "researcher": "res",
    "reviewer": "rev",
    "sponsor": "spn",
    "translator": "trl",
}
"""MARC relators that reports and small books name, by their terms."""


def people(value: Json, affiliations: Mapping[str, str], relator: str) -> Iterator[Author]:
    """Yield those whom a field names, as names or as mappings.

    Args:
        value: of the field.
        affiliations: by the keys that may stand for them.
        relator: what they did, where their role is none that MARC knows.
    """
    for item in items(value):
        fields = item["c"] if item["t"] == "MetaMap" else {}
        name = _name(fields) or plain(item)
        places = [
            affiliations.get(key, key)
            for place in items(
                fields.get("affiliation") or fields.get("affiliations") or fields.get("institute")
            )
            for key in _keys(plain(place), affiliations)
        ]
        role = text(fields, "role", "position")
        if name:
            yield Author(
                name,
                # A code is for machines.
                "" if role in RELATORS.values() else role,
                ", ".join(filter(None, places)),
                text(fields, "file-as", "sort") or _sorted(fields),
                role if role in RELATORS.values() else RELATORS.get(role.lower(), relator),
            )


def _name(fields: Mapping[str, Json]) -> str:
    """Return a name given in parts; empty where it is given whole."""
    return next((f"{given} {family}" for given, family in _in_parts(fields)), "")


def _sorted(fields: Mapping[str, Json]) -> str:
    """Return a name given in parts as an index files it; empty where it is given whole."""
    return next((f"{family}, {given}" for given, family in _in_parts(fields)), "")


def _in_parts(fields: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    for one, two in (("given", "family"), ("given-names", "surname"), ("given", "literal")):
        if (given := text(fields, one)) and (family := text(fields, two)):
            yield given, family


def _keys(given: str, affiliations: Mapping[str, str]) -> list[str]:
    """Return ``"1, 2"`` as two keys where both are known, any other text whole."""
    keys = [part.strip() for part in given.split(",")]
    return keys if all(key in affiliations for key in keys) else [given]


def numbered(value: Json) -> Iterator[tuple[str, str]]:
    """Yield affiliations with their keys, as JOSS and Quarto list them."""
    for item in items(value):
        if item["t"] == "MetaMap" and (key := text(item["c"], "index", "id", "ref")):
            yield key, plain(item)
