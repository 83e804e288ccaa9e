"""Identifiers of a document: a DOI, an ISBN or a UUID is one, however it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable

# The prefix of a registrant, and anything behind it (ISO 26324, DOI Handbook 2.2).
_DOI = re.compile(r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?(10\.[0-9]{4,9}/\S+)", re.IGNORECASE)
# ISO 2108, and as a URN (RFC 8254).
_ISBN = re.compile(r"(?:urn:isbn:|isbn(?:-1[03])?:?)?\s*([0-9][0-9 \-‐‑–]*[0-9X])", re.IGNORECASE)
_UUID = re.compile(r"(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.IGNORECASE)


def doi(identifier: str) -> str:
    """Return the DOI that an ``identifier`` is, without what stands before it; empty if it is none."""
    found = _DOI.fullmatch(identifier)
    return found[1] if found else ""


def followed(address: str) -> str:
    """Return where a link to ``address`` is to lead: ``doi:``, which nothing opens, to its resolver."""
    found = doi(address) if address.lower().startswith("doi:") else ""
    return resolver(found) if found else address


def resolver(doi: str) -> str:
    """Return the address that leads to what a ``doi`` names (DOI Handbook, 3.8)."""
    return f"https://doi.org/{doi}"


def urn(isbn: str) -> str:
    """Return an ``isbn``, hyphens or not, as a URN (RFC 8254)."""
    return f"urn:isbn:{isbn.replace('-', '')}"


def dois(identifiers: Iterable[str]) -> list[str]:
    """Return the DOIs among ``identifiers``, each once: case says nothing in them (DOI Handbook, 2.4)."""
    found: dict[str, str] = {}
    for each in filter(None, map(doi, identifiers)):
        found.setdefault(each.lower(), each)
    return list(found.values())


def uuid(identifier: str) -> str:
    """Return the UUID that an ``identifier`` is, as a URN (RFC 9562, 4); empty if it is none."""
    found = _UUID.fullmatch(identifier)
    return f"urn:uuid:{found[1].lower()}" if found else ""


def is_isbn(identifier: str, isbn: str) -> bool:
    """Whether an ``identifier`` is the ``isbn``, which has 13 digits: in its old form it has 10."""
    found = _ISBN.fullmatch(identifier)
    given, known = (re.sub(r"[^0-9X]", "", each.upper()) for each in (found[1] if found else "", isbn))
    old = len("0306406152")
    return bool(given and known) and (given == known or (len(given) == old and given[:-1] == known[3:-1]))
