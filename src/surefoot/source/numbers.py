"""The identifiers that a source gives its document: one ISBN, and all others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from stdnum import isbn
from stdnum.exceptions import InvalidChecksum, InvalidFormat, InvalidLength, ValidationError

from surefoot.identifiers import doi, is_isbn, urn, uuid
from surefoot.source.frontmatter import Front

_FIELDS = ("doi", "identifier", "identifiers")
_SPELLED = re.compile(r"(?:urn:isbn:|isbn(?:-1[03])?[:\s])\s*", re.IGNORECASE)
"""How an ISBN is announced; RFC 8254 has the first."""
_EDITION = re.compile(r"\s*\([^()]*\)$")
"""What booksellers write behind it: (hardback)."""
# The prefixes that GS1 keeps for books (ISO 2108, 4.3).
_OF_A_BOOK = re.compile(r"97[89](?:[ \-‐‑–]?[0-9]){10}")


@dataclass(frozen=True, slots=True)
class Fault:
    """A number that is none: the field it stands in, and what to say of it."""

    field: str
    what: str
    mend: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """The identifiers of a document."""

    isbn: str = ""
    """With hyphens and of 13 digits (ISO 2108)."""
    others: tuple[str, ...] = ()
    """Each once, a DOI first."""
    faults: tuple[Fault, ...] = ()


def numbers(yaml: Front) -> Numbers:
    """Return the identifiers that the front matter gives, as words, mappings or lists of these."""
    given = list(_given(yaml))
    books = [(name, text) for name, text, is_book in given if is_book]
    read = [_isbn(name, text) for name, text in books]
    known = list(dict.fromkeys(each for each in read if isinstance(each, str)))
    first = known[0] if known else ""
    further = list(map(urn, known[1:]))
    others = [text for _, text, is_book in given if not is_book and not is_isbn(text, first)]
    faults = [each for each in read if isinstance(each, Fault)]
    ordered = sorted(dict.fromkeys(others + further), key=lambda each: not doi(each))
    return Numbers(first, tuple(ordered), tuple(faults))


def _given(yaml: Front) -> Iterator[tuple[str, str, bool]]:
    """Yield each identifier with its field, and whether it is meant to be an ISBN."""
    for each in _listed(yaml.fields.get("isbn")):
        if text := word(each):
            yield "isbn", text, True
    for name in _FIELDS:
        for each in _listed(yaml.fields.get(name)):
            within = each if isinstance(each, Mapping) else {}
            scheme, text = word(within.get("scheme")).upper(), word(within.get("text") or each)
            if text:
                is_book = scheme.startswith("ISBN") or bool(
                    _SPELLED.match(text) or _OF_A_BOOK.fullmatch(text)
                )
                yield name, (scheme == "UUID" and uuid(text)) or text, is_book


def _isbn(name: str, given: str) -> str | Fault:
    bare = _EDITION.sub("", _SPELLED.sub("", given))
    try:
        return str(isbn.format(isbn.validate(bare, convert=True)))
    except InvalidChecksum:
        what = "its digits do not agree with the check digit."
        return Fault(name, f"“{given}” is no ISBN: {what}", "Correct the number.")
    except (InvalidLength, InvalidFormat) as error:
        what = "it is not 10 or 13 digits." if isinstance(error, InvalidLength) else "it is no number."
        return Fault(name, f"“{given}” is no ISBN: {what}", "Leave the field out until you have the number.")
    except ValidationError:
        what = "of 13 digits, the first are 978 or 979."
        return Fault(name, f"“{given}” is no ISBN: {what}", "Correct the number.")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def word(value: Any) -> str:
    """Return a value of YAML that is words or a number; nothing for lists, mappings, yes and no."""
    return " ".join(value.split()) if isinstance(value, str) else ""
