"""What the front matter must say in one form, so that machines can read it and nothing of it is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from surefoot.dates import iso
from surefoot.errors import Problem
from surefoot.identifiers import doi
from surefoot.model import Author, Json, Series
from surefoot.source import relators
from surefoot.source.fields import items
from surefoot.source.frontmatter import Front
from surefoot.source.metadata import NAMES, PRINTED
from surefoot.source.numbers import word
from surefoot.source.people import people

# RFC 5646, section 2.1: a language and its extensions, a script, a region, variants, extensions, private
# use. No language of four to eight letters is registered, and of the old irregular tags these remain.
_TAG = re.compile(
    r"[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(-[0-9a-wy-z](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?|x(-[a-z0-9]{1,8})+|i-[a-z]+|sgn-[a-z]{2}-[a-z]{2}",
    re.IGNORECASE,
)
# EPUB 3.3, D.3.6.
_POSITION = re.compile(r"[0-9]+(\.[0-9]+)*")


def problems(path: str, yaml: Front) -> Iterator[Problem]:
    """Yield why the language that is given is none: it would lead speech and hyphenation astray."""
    fields, names = yaml.fields, NAMES["language"]
    field = next((name for name in names if fields.get(name) or fields.get(name) is False), "")
    given = fields.get(field)
    if given is False:
        what, mend = f"`{field}: no` means “false” in YAML.", f'Set it in quotation marks: `{field}: "no"`.'
        yield Problem(path, yaml.line_of(field), what, mend)
    elif field and not _TAG.fullmatch(str(given).strip().replace("_", "-")):
        what, mend = (
            f"“{given}” is no language tag (BCP 47).",
            "Write one such as `en-GB`, `de` or `zh-Hant`.",
        )
        yield Problem(path, yaml.line_of(field), what, mend)


def undated(path: str, yaml: Front, date: str) -> Iterator[Problem]:
    """Yield a warning for a ``date`` that is printed as it stands, and that no catalogue can read."""
    if date and not iso(date):
        field = next((name for name in NAMES["date"] if yaml.fields.get(name)), "")
        what = f"The date “{date}” is printed as it stands, but catalogues and e-book shops cannot read it."
        yield Problem(path, yaml.line_of(field), what, "Write it as 2026-11-23, 2026-11 or 2026.")


def strange_roles(path: str, yaml: Front, contributors: Sequence[Author]) -> Iterator[Problem]:
    """Yield a warning for each role that an e-book cannot state: it says no more than “contributor”."""
    for each in contributors:
        if each.role and each.relators == (relators.CONTRIBUTOR,) and not relators.code(each.role):
            what = f"“{each.role}” is no role that libraries know; catalogues call {each.name} a contributor."
            mend = "Write a term of the MARC relators, such as `narrator` or `writer of preface`."
            line = yaml.line_of("contributor") or yaml.line_of("contributors")
            yield Problem(path, line, what, mend)


def no_doi(path: str, yaml: Front) -> Iterator[Problem]:
    """Yield a warning for a field ``doi`` that holds something else."""
    given = word(yaml.fields.get("doi"))
    if given and not doi(given):
        what = f"“{given}” is no DOI, so nothing leads there."
        yield Problem(path, yaml.line_of("doi"), what, "Write it as 10.1234/abc.")


def nameless(path: str, yaml: Front, meta: Mapping[str, Json]) -> Iterator[Problem]:
    """Yield a warning for each field of people in which somebody has no name: nobody would be printed."""
    for field in (*NAMES["authors"], *NAMES["contributors"]):
        given = items(meta.get(field))
        if any(item["t"] == "MetaMap" and not list(people(item, {}, relators.AUTHOR)) for item in given):
            what = f"Somebody in `{field}` has no name, and is not printed."
            mend = "Give `name`, or `given` and `family`."
            yield Problem(path, yaml.line_of(field), what, mend)


def lost_series(path: str, yaml: Front, series: Series | None) -> Iterator[Problem]:
    """Yield a warning for a series, or for the number in one, that an e-book cannot state."""
    collection, position = "belongs-to-collection", "group-position"
    if series is None and isinstance(yaml.fields.get(collection), list):
        what = "A document is in one series here, not in several; none is printed."
        yield Problem(
            path, yaml.line_of(collection), what, f"Write the series’ title: `{collection}: Title`."
        )
    elif series is None and yaml.fields.get(position):
        what = "There is a number in a series, but no series."
        yield Problem(path, yaml.line_of(position), what, f"Name it in `{collection}:`.")
    elif series and series.position and not _POSITION.fullmatch(series.position):
        what = f"“{series.position}” is no number in a series; catalogues leave it out."
        field = next(
            name for name in (position, "series-number", collection, "series") if name in yaml.fields
        )
        yield Problem(path, yaml.line_of(field, "position"), what, "Write it in figures: 7 or 2.1.")


def printed(meta: Mapping[str, Json]) -> list[Json]:
    """Return the fields that are printed as plain text."""
    return [meta[name] for name in sorted(PRINTED & meta.keys())]
