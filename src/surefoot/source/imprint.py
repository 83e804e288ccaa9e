"""What a publisher says of a document in its front matter: numbers, series, evaluation of accessibility."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from surefoot.dates import iso
from surefoot.errors import Problem
from surefoot.model import Evaluation, Json, Series
from surefoot.source.fields import first, text
from surefoot.source.frontmatter import Front
from surefoot.source.numbers import Numbers, numbers, word

_STANDARD = re.compile(
    r"(?:EPUB Accessibility 1\.1\s*-\s*)?WCAG (2\.[0-2])(?: Level)? (A{1,3})", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_ACCESSIBILITY = "accessibility"
_CLAIM, _BY, _DATE, _CREDENTIAL, _REPORT = (
    "conforms-to",
    "certified-by",
    "certified-on",
    "credential",
    "report",
)
_KNOWN = (_CLAIM, _BY, _DATE, _CREDENTIAL, _REPORT)
_SERIES = ("belongs-to-collection", "series")


@dataclass(frozen=True, slots=True)
class Imprint:
    """What is said, and what is wrong with it."""

    numbers: Numbers
    series: Series | None
    evaluation: Evaluation | None
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    """Of what may be meant for another tool."""


def imprint(path: Path, yaml: Front, meta: Mapping[str, Json]) -> Imprint:
    """Return what the front matter of the source at ``path`` says.

    Fields of the same names that other tools fill with something else are theirs.

    Args:
        path: of the source, for the messages.
        yaml: its fields as they are written: numbers are taken from here.
        meta: the same fields as pandoc reads them: words are taken from here, without the signs of Markdown.
    """
    said = _Said(path, yaml, meta, [], [])
    return Imprint(
        said.numbers(), said.series(), said.evaluation(), tuple(said.problems), tuple(said.warnings)
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """The fields of one source."""

    path: Path
    yaml: Front
    meta: Mapping[str, Json]
    problems: list[Problem]
    warnings: list[Problem]

    def numbers(self) -> Numbers:
        """Return the identifiers."""
        found = numbers(self.yaml)
        self.problems.extend(self._problem(each.what, each.mend, each.field) for each in found.faults)
        return found

    def series(self) -> Series | None:
        """Return the series, as pandoc and others name it."""
        given = first(self.meta, *_SERIES)
        if given is None or given["t"] == "MetaList":
            return None
        title = text(given["c"], "title", "name") if given["t"] == "MetaMap" else text(self.meta, *_SERIES)
        fields = self.yaml.fields
        within: Mapping[str, Any] = next(
            (fields[name] for name in _SERIES if isinstance(fields.get(name), Mapping)), {}
        )
        position = within.get("position") or fields.get("group-position") or fields.get("series-number")
        return Series(title, word(position)) if title else None

    def evaluation(self) -> Evaluation | None:
        """Return who evaluated the e-book."""
        given = self.yaml.fields.get(_ACCESSIBILITY)
        if not isinstance(given, Mapping) or not given.keys() & set(_KNOWN):
            if given:
                self._warn("says nothing that an e-book could state")
            return None
        for name in map(str, given.keys() - set(_KNOWN)):
            self._warn(f"has a field “{name}” that is none of ours", name)
        return self._evaluation(given)

    def _evaluation(self, given: Mapping[str, Any]) -> Evaluation | None:
        claim, by, date, credential, report = (word(given.get(name)) for name in _KNOWN)
        standard = _STANDARD.fullmatch(claim)
        if not claim:
            mend = f"Name the standard: `{_CLAIM}: WCAG 2.2 AA`."
            self._refuse("The evaluation does not say what the e-book conforms to.", mend)
        elif standard is None:
            mend = "Name the version and the level: `WCAG 2.2 AA`."
            self._refuse(f"“{claim}” is no standard that an e-book conforms to.", mend, _CLAIM)
        elif not by:
            what = f"The document claims to conform to {claim}, but does not say who found that."
            self._refuse(what, f"Name them in `{_BY}:`, or leave the claim out.", _CLAIM)
        elif date and not iso(date):
            self._refuse(f"“{date}” is no date.", "Write it as 2026-11-23.", _DATE)
        elif report and not _ADDRESS.fullmatch(report):
            mend = "Give a whole address: https://…."
            self._refuse(f"“{report}” is no address of a report.", mend, _REPORT)
        else:
            name = f"EPUB Accessibility 1.1 - WCAG {standard[1]} Level {standard[2].upper()}"
            words = self.meta[_ACCESSIBILITY]["c"]
            by, credential = text(words, _BY) or by, text(words, _CREDENTIAL) or credential
            return Evaluation(name, by, iso(date), credential, report)
        return None

    def _warn(self, what: str, within: str = "") -> None:
        mend = f"It may have {', '.join(f'`{name}`' for name in _KNOWN)}."
        self.warnings.append(self._problem(f"`{_ACCESSIBILITY}` {what}.", mend, _ACCESSIBILITY, within))

    def _refuse(self, what: str, mend: str, within: str = "") -> None:
        self.problems.append(self._problem(what, mend, _ACCESSIBILITY, within))

    def _problem(self, what: str, mend: str, field: str, within: str = "") -> Problem:
        return Problem(str(self.path), self.yaml.line_of(field, within), what, mend)
