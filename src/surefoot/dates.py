"""Dates: what counts as one, and how a reader of the document's language writes it."""

from __future__ import annotations

import re
from datetime import date

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

# ISO 8601, extended format: a year, a month, or a day, by how long they are written. Site generators
# write the time of day behind it, with a T or, as RFC 3339 (5.6) allows, a space.
_ISO = re.compile(
    r"(?P<date>[0-9]{4}(?:-[0-9]{2}){0,2})"
    r"(?:(?<=-..-..)[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)? ?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_MONTH, _DAY = len("2021-04"), len("2021-04-15")


def iso(written: str) -> str:
    """Return the year, month or day of ISO 8601, extended format, that is ``written``, or nothing.

    A time of day behind it is left out: a document bears the day that its author's clock showed.
    These are the dates that HTML's ``time`` (4.5.14), EPUB's ``dc:date`` and schema.org take alike.
    """
    return _read(written)[0]


def begin(written: str) -> date | None:
    """Return the first day of what :func:`iso` knows; nothing for anything else."""
    return _read(written)[1]


def printed(written: str, language: str) -> str:
    """Return what :func:`iso` knows in words: ``15 April 2021``, ``April 2021``; anything else as written.

    Args:
        written: the date, as the front matter gives it.
        language: of the document, BCP 47; English stands in for one that CLDR does not know.
    """
    known, first = _read(written)
    if first is None:
        return written
    locale = _locale(language)
    if len(known) == _DAY:
        return format_date(first, format="long", locale=locale)
    return format_skeleton("yMMMM" if len(known) == _MONTH else "y", first, locale=locale)


def _read(written: str) -> tuple[str, date | None]:
    """Return a date without the time of day, and its first day; nothing where it is none."""
    found = _ISO.fullmatch(written)
    try:
        return (found["date"], date.fromisoformat(f"{found['date']}-01-01"[:_DAY])) if found else ("", None)
    except ValueError:
        return "", None


def _locale(language: str) -> Locale:
    for tag in (language, language.partition("-")[0], "en"):
        try:
            return Locale.parse(tag, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    raise AssertionError("CLDR knows English.")
