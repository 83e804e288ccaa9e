"""Dates as a reader of the document's language writes them."""

from __future__ import annotations

from datetime import date

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date


def printed(written: str, language: str) -> str:
    """Return an ISO 8601 date in words: ``15 April 2021``; anything else as it was written.

    Args:
        written: the date, as the front matter gives it.
        language: of the document, BCP 47; English stands in for one that CLDR does not know.
    """
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return written
    return format_date(day, format="long", locale=_locale(language))


def _locale(language: str) -> Locale:
    for tag in (language, language.partition("-")[0], "en"):
        try:
            return Locale.parse(tag, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    raise AssertionError("CLDR knows English.")
