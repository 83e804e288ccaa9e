"""The forms in which a language, a date and a role must be given, so that machines can read them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from surefoot.dates import iso
from surefoot.errors import Problem
from surefoot.model import Author
from surefoot.source import relators
from surefoot.source.frontmatter import Front

# RFC 5646, section 2.1: a language and its extensions, a script, a region, variants, extensions, private
# use. No language of four to eight letters is registered, and of the old irregular tags these remain.
_TAG = re.compile(
    r"[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(-[0-9a-wy-z](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?|x(-[a-z0-9]{1,8})+|i-[a-z]+|sgn-[a-z]{2}-[a-z]{2}",
    re.IGNORECASE,
)
_LANGUAGE, _DATE = ("lang", "language"), ("date", "issued")


def problems(path: str, yaml: Front) -> Iterator[Problem]:
    """Yield why the language that is given is none: it would lead speech and hyphenation astray."""
    field = next(
        (field for field in _LANGUAGE if yaml.fields.get(field) or yaml.fields.get(field) is False), ""
    )
    given = yaml.fields.get(field)
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
        field = next((field for field in _DATE if yaml.fields.get(field)), "")
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
