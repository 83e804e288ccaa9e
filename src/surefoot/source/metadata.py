"""What the front matter says of the document, from pandoc's metadata."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from surefoot.model import Author, Json, Metadata
from surefoot.source import relators, titles
from surefoot.source.fields import first, items, plain, text, with_addresses
from surefoot.source.imprint import Imprint
from surefoot.source.people import numbered, people

NAMES = {
    "language": ("lang", "language"),
    "subtitle": ("subtitle",),
    "authors": ("author", "authors", "creator"),
    "affiliations": ("affiliations",),
    "publisher": ("publisher", "institution", "institute", "organization"),
    "date": ("date", "issued"),
    "rights": ("rights", "copyright", "license"),
    "abstract": ("abstract", "description", "summary"),
    "keywords": ("keywords", "tags"),
    "subjects": ("subject", "subjects"),
    "source": ("source",),
    "contributors": (
        "editor",
        "editors",
        "translator",
        "translators",
        "illustrator",
        "illustrators",
        "contributor",
        "contributors",
    ),
}
"""The names under which authors and other tools keep a field; the first that is given counts."""
PRINTED = frozenset(name for names in NAMES.values() for name in names) - {"abstract"} | {
    *("belongs-to-collection", "series", "accessibility", "isbn", "doi", "identifier")
}
"""The fields that are printed as plain text, where no call can stand."""
_SCRIPTS = (
    ("fa", "\u06a9", "\u06cc"),
    ("ar", "\u0600", "\u06ff"),
    ("he", "\u0590", "\u05ff"),
    ("ru", "\u0400", "\u04ff"),
    ("el", "\u0370", "\u03ff"),
    ("ja", "\u3040", "\u30ff"),
    ("ko", "\uac00", "\ud7af"),
    ("hi", "\u0900", "\u097f"),
    ("zh", "\u4e00", "\u9fff"),
)
_SHARES = {"fa": 0.05}
_SHARE = 0.3
"""Of the letters: so many in a script of its own say the language better than a default."""


def metadata(meta: Mapping[str, Json], imprint: Imprint, title: str, prose: str) -> Metadata:
    """Return the document's metadata.

    Args:
        meta: pandoc's ``meta``.
        imprint: what the publisher says besides.
        title: the title found, plain.
        prose: a good part of the text, to guess the language by where none is given.
    """
    return Metadata(
        title=title,
        language=text(meta, *NAMES["language"]).replace("_", "-") or guess_language(prose),
        subtitle=text(meta, *NAMES["subtitle"]) or titles.subtitle(meta.get("title")),
        sort=titles.sort(meta.get("title")),
        titles=tuple(titles.others(meta.get("title"))),
        authors=tuple(_authors(meta)),
        contributors=tuple(_contributors(meta)),
        publisher=text(meta, *NAMES["publisher"]),
        date=text(meta, *NAMES["date"]),
        rights=plain(with_addresses(first(meta, *NAMES["rights"]))),
        abstract=text(meta, *NAMES["abstract"]),
        keywords=tuple(dict.fromkeys((*_each(meta, "keywords"), *_each(meta, "subjects")))),
        source=text(meta, *NAMES["source"]),
        identifiers=imprint.numbers.others,
        isbn=imprint.numbers.isbn,
        series=imprint.series,
        evaluation=imprint.evaluation,
    )


def guess_language(prose: str) -> str:
    """Return the language that the script of ``prose`` suggests; English for Latin letters."""
    letters = [char for char in prose if char.isalpha()]
    for language, lowest, highest in _SCRIPTS:
        if sum(lowest <= char <= highest for char in letters) > _SHARES.get(language, _SHARE) * len(letters):
            return language
    return "en"


def _each(meta: Mapping[str, Json], name: str) -> Iterator[str]:
    return filter(None, map(plain, items(first(meta, *NAMES[name]))))


def _authors(meta: Mapping[str, Json]) -> Iterator[Author]:
    """Authors as names or as mappings, with the affiliations that JOSS and Quarto number."""
    affiliations = dict(numbered(first(meta, *NAMES["affiliations"])))
    return people(first(meta, *NAMES["authors"]), affiliations, relators.AUTHOR)


def _contributors(meta: Mapping[str, Json]) -> Iterator[Author]:
    for name in NAMES["contributors"]:
        yield from people(meta.get(name), {}, relators.code(name.removesuffix("s")))
