"""Those who made a document: who signs it, who helped, and what each of them did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from surefoot.model import Author, Json
from surefoot.source import relators
from surefoot.source.fields import items, plain, text

_GIVEN, _FAMILY = ("given", "given-names"), ("family", "surname", "literal")
_PARTICLES = ("dropping-particle", "non-dropping-particle", "suffix")
"""Parts of names, as CSL and Quarto, and JATS, call them."""


def people(value: Json, affiliations: Mapping[str, str], relator: str) -> Iterator[Author]:
    """Yield those whom a field names, as names or as mappings.

    Args:
        value: of the field.
        affiliations: by the keys that may stand for them.
        relator: what they did, as a code of MARC, where their role is none that it knows.
    """
    for item in items(value):
        fields = item["c"] if item["t"] == "MetaMap" else {}
        name, filed = _named(item, fields)
        places = [
            affiliations.get(key, key)
            for place in items(
                fields.get("affiliation") or fields.get("affiliations") or fields.get("institute")
            )
            for key in _keys(plain(place), affiliations)
        ]
        roles = list(filter(None, map(plain, items(fields.get("role") or fields.get("position")))))
        if name:
            yield Author(
                name,
                ", ".join(role for role in roles if not relators.is_code(role)),
                ", ".join(filter(None, places)),
                text(fields, "file-as", "sort") or filed,
                relators.codes(roles, relator),
            )


def _named(item: Json, fields: Mapping[str, Json]) -> tuple[str, str]:
    """Return a name as it is printed, and as an index files it if it is given in parts."""
    within = fields.get("name")
    parts = within["c"] if within and within["t"] == "MetaMap" else fields
    given, family = text(parts, *_GIVEN), text(parts, *_FAMILY)
    dropping, particle, suffix = (text(parts, name) for name in _PARTICLES)
    if given and family:
        behind = (family, ", ".join(filter(None, [_joined(given, dropping, particle), suffix])))
        return _joined(given, dropping, particle, family, suffix), ", ".join(behind)
    return plain(item) or _joined(given, dropping, particle, family, suffix), ""


def _joined(*parts: str) -> str:
    """Return the parts of a name, of which one that ends in an apostrophe elides: d’Alembert."""
    return re.sub(r"(?<=\bd['’]) ", "", " ".join(filter(None, parts)))


def _keys(given: str, affiliations: Mapping[str, str]) -> list[str]:
    """Return ``"1, 2"`` as two keys where both are known, any other text whole."""
    keys = [part.strip() for part in given.split(",")]
    return keys if all(key in affiliations for key in keys) else [given]


def numbered(value: Json) -> Iterator[tuple[str, str]]:
    """Yield affiliations with their keys, as JOSS and Quarto list them."""
    for item in items(value):
        if item["t"] == "MetaMap" and (key := text(item["c"], "index", "id", "ref")):
            yield key, plain(item)
