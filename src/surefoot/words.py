"""The few words that Surefoot itself sets, in the language of the document."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from surefoot import theme


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words. ``{}`` stands for numbers and titles, in the order given."""

    notes: str
    footnote: str
    """{number}"""
    back_one: str
    """Where a note is called once."""
    back: str
    """{rank} {total}"""
    contents: str
    cited_in: str
    """{sections}"""
    image: str
    skip: str
    published: str
    pages: str
    """Above the list of the pages of the paginated edition."""
    pdf_edition: str
    """That edition, within a list of facts."""
    start: str
    """Of the text, among the landmarks."""
    cover: str
    title_page: str
    colophon: str
    """The page at the end of a book that says how it was made."""
    fonts: str
    """Those in it; so is the next."""
    accessibility: str
    figure: str
    """{number}; so the next three."""
    table: str
    equation: str
    listing: str
    references: str
    """Above the bibliography, where the source gives it no heading."""
    edited: str
    """What somebody did for the document, behind the name; so the next two."""
    translated: str
    illustrated: str
    adaptable: str
    """A sentence about a book's accessibility; so the next seven."""
    linked_notes: str
    all_described: str
    some_described: str
    formulas: str
    page_numbers: str
    moving: str
    """Where something moves, or is not known to stand still."""
    evaluated: str
    """{evaluator} {standard}"""

    def way_back(self, rank: int, total: int) -> str:
        """Return the words of a note's way back to the ``rank``-th of its ``total`` calls."""
        return self.back_one if total == 1 else self.back.format(rank, total)


def words(language: str) -> Words:
    """Return the words for a BCP 47 ``language``; English where we have none."""
    known = _words()
    return known.get(_primary(language), known["en"])


def tongue(language: str) -> str:
    """Return the language of our own words where it is not the document's ``language``; else nothing."""
    return "" if _primary(language) in _words() else "en"


def _primary(language: str) -> str:
    """Return the primary subtag; case says nothing in a tag (RFC 5646, section 2.1.1)."""
    return language.partition("-")[0].lower()


@cache
def _words() -> dict[str, Words]:
    return {language: Words(**given) for language, given in tomllib.loads(theme.text("words.toml")).items()}
