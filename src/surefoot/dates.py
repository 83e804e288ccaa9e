"""Dates: what counts as one, and how a reader of the document's language writes it."""

from __future__ import annotations

import re
from datetime import date

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

# ISO 8601, extended format: a year, a month, or a day, by how long they are written.
_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_MONTH, _DAY = len("2021-04"), len("2021-04-15")


def iso(written: str) -> str:
    """Return ``written`` where it is a year, month or day of ISO 8601, extended format, or nothing.

    These are the dates that HTML's ``time`` (4.5.14), EPUB's ``dc:date`` and schema.org take alike.
    """
    return written if begin(written) else ""


def begin(written: str) -> date | None:
    """Return the first day of what :func:`iso` knows; nothing for anything else."""
    if not _ISO.fullmatch(written):
        return None
    try:
        return date.fromisoformat(f"{written}-01-01"[:_DAY])
    except ValueError:
        return None


def printed(written: str, language: str) -> str:
    """Return what :func:`iso` knows in words: ``15 April 2021``, ``April 2021``; anything else as written.

    Args:
        written: the date, as the front matter gives it.
        language: of the document, BCP 47; English stands in for one that CLDR does not know.
    """
    first = begin(written)
    if first is None:
        return written
    locale = _locale(language)
    if len(written) == _DAY:
        return format_date(first, format="long", locale=locale)
    return format_skeleton("yMMMM" if len(written) == _MONTH else "y", first, locale=locale)


def _locale(language: str) -> Locale:
    for tag in (language, language.partition("-")[0], "en"):
        try:
            return Locale.parse(tag, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    raise AssertionError("CLDR knows English.")
