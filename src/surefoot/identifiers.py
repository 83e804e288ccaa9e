"""Identifiers of a document: a DOI or an ISBN is one, however it is written."""

from __future__ import annotations

import re

# The prefix of a registrant, and anything behind it (ISO 26324, DOI Handbook 2.2).
_DOI = re.compile(r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?(10\.[0-9]{4,9}/\S+)", re.IGNORECASE)


def doi(identifier: str) -> str:
    """Return the DOI that an ``identifier`` is, without what stands before it; empty if it is none."""
    found = _DOI.fullmatch(identifier)
    return found[1] if found else ""


def followed(address: str) -> str:
    """Return where a link to ``address`` is to lead: ``doi:``, which nothing opens, to its resolver."""
    found = doi(address) if address.lower().startswith("doi:") else ""
    return f"https://doi.org/{found}" if found else address


def is_isbn(identifier: str, isbn: str) -> bool:
    """Whether an ``identifier`` is the ``isbn``, which has 13 digits: in its old form it has 10."""
    given, known = (re.sub(r"[^0-9X]", "", each.upper()) for each in (identifier, isbn))
    old = len("0306406152")
    return bool(known) and (given == known or (len(given) == old and given[:-1] == known[3:-1]))
