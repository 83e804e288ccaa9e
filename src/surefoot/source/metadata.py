"""What the front matter says of the document, from pandoc's metadata."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from surefoot.model import Author, Json, Metadata
from surefoot.source.prose import words

_NAMES = {
    "language": ("lang", "language"),
    "subtitle": ("subtitle",),
    "authors": ("author", "authors"),
    "affiliations": ("affiliations",),
    "publisher": ("publisher", "institution", "institute", "organization"),
    "date": ("date", "issued"),
    "rights": ("rights", "copyright", "license"),
    "abstract": ("abstract", "description", "summary"),
    "keywords": ("keywords", "tags"),
    "identifier": ("doi", "identifier", "isbn"),
}
"""The names under which authors and other tools keep a field; the first that is given counts."""
PRINTED = frozenset(name for names in _NAMES.values() for name in names) - {"abstract"}
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


def metadata(meta: Mapping[str, Json], title: str, prose: str) -> Metadata:
    """Return the document's metadata.

    Args:
        meta: pandoc's ``meta``.
        title: the title found, plain.
        prose: a good part of the text, to guess the language by where none is given.
    """
    return Metadata(
        title=title,
        language=_text(meta, *_NAMES["language"]).replace("_", "-") or guess_language(prose),
        subtitle=_text(meta, *_NAMES["subtitle"]),
        authors=tuple(_authors(meta)),
        publisher=_text(meta, *_NAMES["publisher"]),
        date=_text(meta, *_NAMES["date"]),
        rights=_text(meta, *_NAMES["rights"]),
        abstract=_text(meta, *_NAMES["abstract"]),
        keywords=tuple(filter(None, map(_plain, _items(_first(meta, *_NAMES["keywords"]))))),
        identifier=_text(meta, *_NAMES["identifier"]),
    )


def guess_language(prose: str) -> str:
    """Return the language that the script of ``prose`` suggests; English for Latin letters."""
    letters = [char for char in prose if char.isalpha()]
    for language, first, last in _SCRIPTS:
        if sum(first <= char <= last for char in letters) > _SHARES.get(language, _SHARE) * len(letters):
            return language
    return "en"


def _text(meta: Mapping[str, Json], *names: str) -> str:
    return next((text for name in names if (text := _plain(meta.get(name)))), "")


def _first(meta: Mapping[str, Json], *names: str) -> Json:
    return next((meta[name] for name in names if meta.get(name)), None)


def _plain(value: Json) -> str:
    """Return a metadata value as plain text on one line."""
    if value is None:
        return ""
    if value["t"] == "MetaBool":
        return ""
    if value["t"] == "MetaList":
        return ", ".join(filter(None, map(_plain, value["c"])))
    if value["t"] == "MetaMap":
        return next(
            (text for name in ("name", "text", "value", "literal") if (text := _plain(value["c"].get(name)))),
            "",
        )
    return " ".join((value["c"] if value["t"] == "MetaString" else words(value["c"])).split())


def _items(value: Json) -> Sequence[Json]:
    if value is None:
        return ()
    return value["c"] if value["t"] == "MetaList" else (value,)


def _authors(meta: Mapping[str, Json]) -> Iterator[Author]:
    """Authors as names or as mappings, with the affiliations that JOSS and Quarto number."""
    affiliations = dict(_numbered(_first(meta, *_NAMES["affiliations"])))
    for item in _items(_first(meta, *_NAMES["authors"])):
        fields = item["c"] if item["t"] == "MetaMap" else {}
        name = _name(fields) or _plain(item)
        places = [
            affiliations.get(key, key)
            for place in _items(
                fields.get("affiliation") or fields.get("affiliations") or fields.get("institute")
            )
            for key in _keys(_plain(place), affiliations)
        ]
        if name:
            yield Author(name, _text(fields, "role", "position"), ", ".join(filter(None, places)))


def _name(fields: Mapping[str, Json]) -> str:
    """Return a name given in parts; empty where it is given whole."""
    parts = (("given", "family"), ("given-names", "surname"), ("given", "literal"))
    return next(
        (
            f"{given} {family}"
            for one, two in parts
            if (given := _text(fields, one)) and (family := _text(fields, two))
        ),
        "",
    )


def _keys(text: str, affiliations: Mapping[str, str]) -> list[str]:
    """Return ``"1, 2"`` as two keys where both are known, any other text whole."""
    keys = [part.strip() for part in text.split(",")]
    return keys if all(key in affiliations for key in keys) else [text]


def _numbered(value: Json) -> Iterator[tuple[str, str]]:
    for item in _items(value):
        if item["t"] == "MetaMap" and (key := _text(item["c"], "index", "id", "ref")):
            yield key, _plain(item)
