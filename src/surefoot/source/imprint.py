"""What a publisher says of a document in its front matter: ISBN, series, who evaluated its accessibility."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stdnum import isbn
from stdnum.exceptions import ValidationError

from surefoot.dates import iso
from surefoot.errors import Problem
from surefoot.model import Evaluation, Series
from surefoot.source.frontmatter import Front
from surefoot.text import absolute

_STANDARD = re.compile(
    r"(?:EPUB Accessibility 1\.1\s*-\s*)?WCAG (2\.[0-2])(?: Level)? (A{1,3})", re.IGNORECASE
)
_CLAIM, _BY, _DATE, _REPORT = "conforms-to", "certified-by", "certified-on", "report"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What is said, and what is wrong with it."""

    isbn: str
    series: Series | None
    evaluation: Evaluation | None
    problems: tuple[Problem, ...]


def imprint(path: Path, yaml: Front) -> Imprint:
    """Return what the front matter of the source at ``path`` says.

    Fields of the same names that other tools fill with something else are theirs.
    """
    said = _Said(path, yaml, [])
    return Imprint(said.isbn(), said.series(), said.evaluation(), tuple(said.problems))


@dataclass(frozen=True, slots=True)
class _Said:
    """The fields of one source."""

    path: Path
    yaml: Front
    problems: list[Problem]

    def isbn(self) -> str:
        """Return the ISBN, with hyphens and of 13 digits (ISO 2108)."""
        for field, given in self._isbns():
            try:
                return isbn.format(isbn.validate(given, convert=True))
            except ValidationError:
                what = f"“{given}” is no ISBN: its digits do not agree with the check digit."
                self._refuse(what, "Correct the number.", field)
        return ""

    def _isbns(self) -> Iterator[tuple[str, str]]:
        if given := self.yaml.fields.get("isbn"):
            yield "isbn", _word(given)
        for each in _listed(self.yaml.fields.get("identifier")):
            if isinstance(each, Mapping) and str(each.get("scheme", "")).upper().startswith("ISBN"):
                yield "identifier", _word(each.get("text"))

    def series(self) -> Series | None:
        """Return the series, as pandoc and others name it."""
        fields = self.yaml.fields
        given = fields.get("belongs-to-collection") or fields.get("series")
        within = given if isinstance(given, Mapping) else {}
        title = _word(within.get("title") or within.get("name") or given)
        position = within.get("position") or fields.get("group-position") or fields.get("series-number")
        return Series(title, _word(position)) if title else None

    def evaluation(self) -> Evaluation | None:
        """Return who evaluated the e-book."""
        given = self.yaml.fields.get("accessibility")
        if not isinstance(given, Mapping) or not (claim := _word(given.get(_CLAIM))):
            return None
        standard = _STANDARD.fullmatch(claim)
        by, date, report = (_word(given.get(name)) for name in (_BY, _DATE, _REPORT))
        if standard is None:
            mend = "Name the version and the level: `WCAG 2.2 AA`."
            self._refuse(f"“{claim}” is no standard that an e-book conforms to.", mend, _CLAIM)
        elif not by:
            what = f"The document claims to conform to {claim}, but does not say who found that."
            self._refuse(what, f"Name them in `{_BY}:`, or leave the claim out.", _CLAIM)
        elif date and not iso(date):
            self._refuse(f"“{date}” is no date.", "Write it as 2026-11-23.", _DATE)
        elif report and not absolute(report):
            self._refuse(
                f"“{report}” is no address of a report.", "Give a whole address: https://….", _REPORT
            )
        else:
            name = f"EPUB Accessibility 1.1 - WCAG {standard[1]} Level {standard[2].upper()}"
            return Evaluation(name, by, iso(date), _word(given.get("credential")), report)
        return None

    def _refuse(self, what: str, mend: str, field: str) -> None:
        top, within = (field, "") if field in self.yaml.fields else ("accessibility", field)
        self.problems.append(Problem(str(self.path), self.yaml.line_of(top, within), what, mend))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _word(value: Any) -> str:
    """Return a value that is one word or number; nothing for lists, mappings, yes and no."""
    plain = isinstance(value, str | int | float) and not isinstance(value, bool)
    return " ".join(str(value).split()) if plain else ""
