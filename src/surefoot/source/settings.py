"""How the author wants the document to look, from the front matter and from what is given beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from surefoot import design, pictures, values
from surefoot.contrast import LEAST
from surefoot.errors import Problem
from surefoot.model import PAPERS, PDF_VARIANTS, Settings, Stylesheet
from surefoot.source import stylesheet
from surefoot.source.frontmatter import Front

_STYLESHEETS = "css"
"""The one field of ``theme`` that is no variable."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a user asks for beside the source; it takes the place of what the source asks for."""

    paper: str = ""
    pdf_variant: str = ""
    stylesheets: tuple[Path, ...] = ()
    fonts: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """How the document shall look, and what cannot be granted."""

    settings: Settings
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    """Of what may be meant for another tool."""


def wish(path: Path, yaml: Front, look: Look) -> Wish:
    """Return how the source at ``path`` shall look.

    Files that the source names are looked for beside it. Fields of the same
    names that other tools fill with something else are theirs.
    """
    asked = _Asked(path, yaml, [], [])
    given = yaml.fields.get("theme")
    ours = given if isinstance(given, Mapping) else {}
    found = Settings(
        paper=look.paper or asked.paper(),
        contents=asked.flag("toc"),
        cover=asked.flag("cover"),
        cover_image=asked.picture("cover-image"),
        cover_words=asked.words("cover-image-alt"),
        variables=asked.legible(dict(asked.variables(ours))),
        stylesheets=tuple(map(asked.stylesheet, look.stylesheets or asked.files(ours.get(_STYLESHEETS)))),
        pdf_variant=look.pdf_variant or asked.variant(),
        fonts=look.fonts or tuple(asked.folders(yaml.fields.get("fonts"))),
        epub_fonts=bool(asked.flag("epub-fonts")),
    )
    return Wish(found, tuple(asked.problems), tuple(asked.warnings))


@dataclass(frozen=True, slots=True)
class _Asked:
    """The fields of one source."""

    path: Path
    yaml: Front
    problems: list[Problem]
    warnings: list[Problem]

    def paper(self) -> str:
        """Return the size of the page."""
        word = str(self.yaml.fields.get("papersize") or PAPERS[0]).lower()
        if word in PAPERS:
            return word
        known = " and ".join(PAPERS)
        self.warnings.append(
            self._problem(
                "papersize", f"The design is made for {known}, not for “{word}”.", f"{PAPERS[0]} is set."
            )
        )
        return PAPERS[0]

    def variant(self) -> str:
        """Return the variant of PDF."""
        word = str(self.yaml.fields.get("pdf-variant") or PDF_VARIANTS[0]).lower()
        if word not in PDF_VARIANTS:
            known = ", ".join(PDF_VARIANTS)
            self.problems.append(
                self._problem("pdf-variant", f"“{word}” is no variant of PDF.", f"Write one of: {known}.")
            )
        return word

    def flag(self, field: str) -> bool | None:
        """Return what a field decides; None where it says neither yes nor no."""
        value = self.yaml.fields.get(field)
        return value if isinstance(value, bool) else None

    def picture(self, field: str) -> Path | None:
        """Return the picture that a field names, if it can be had; other tools take it from elsewhere."""
        name = self.yaml.fields.get(field)
        if not isinstance(name, str) or not name:
            return None
        file = self.path.parent / name
        if pictures.load(file, field):
            return file
        what = f"The picture “{name}” cannot be had."
        mend = "Put a PNG, JPEG, GIF, WebP or SVG beside the source; until then a cover is drawn."
        self.warnings.append(self._problem(field, what, mend))
        return None

    def words(self, field: str) -> str:
        """Return a text, on one line."""
        value = self.yaml.fields.get(field)
        return " ".join(value.split()) if isinstance(value, str) else ""

    def variables(self, ours: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
        """Yield the variables that the theme sets."""
        known = design.variables()
        for name, value in ((str(name), str(value)) for name, value in ours.items() if name != _STYLESHEETS):
            if name not in known:
                what = f"The theme sets “{name}”, which is no variable of the design."
                self.warnings.append(self._problem("theme", what, "`surefoot theme` lists them.", name))
            elif not values.fits(name, value, known[name]):
                what = f"The theme sets “{name}” to “{value}”."
                mend = f"Give it {values.kind(name, known[name])}."
                self.problems.append(self._problem("theme", what, mend, name))
            else:
                yield name, value

    def legible(self, variables: dict[str, str]) -> dict[str, str]:
        """Return the variables, and warn of colours that a reader can hardly tell from their ground."""
        for text, ground, contrast in design.faint(variables):
            what = f"The theme brings “{text}” and “{ground}” to a contrast of {contrast:.1f} to 1."
            name = text if text in variables else ground
            self.warnings.append(self._problem("theme", what, f"Readers need {LEAST} to 1.", name))
        return variables

    def files(self, value: Any) -> Iterator[Path]:
        """Yield the files that a field of the theme names, those that are there."""
        for name in _names(value):
            if (file := self.path.parent / name).is_file():
                yield file
            else:
                what = f"The style sheet “{name}” is not there."
                mend = "Put the file beside the source, or correct its path."
                self.problems.append(self._problem("theme", what, mend))

    def folders(self, value: Any) -> Iterator[Path]:
        """Yield the folders of fonts that a field names, those that are there; other tools name fonts."""
        for name in _names(value):
            if (folder := self.path.parent / name).is_dir():
                yield folder

    def stylesheet(self, file: Path) -> Stylesheet:
        """Return a style sheet, read."""
        return stylesheet.load(
            file, lambda what, mend: self.problems.append(self._problem("theme", what, mend))
        )

    def _problem(self, field: str, what: str, mend: str, within: str = "") -> Problem:
        return Problem(str(self.path), self.yaml.line_of(field, within), what, mend)


def _names(value: Any) -> list[str]:
    given = value if isinstance(value, list) else [value] if value else []
    return [name for name in given if isinstance(name, str)]
