"""How a source wants its citations resolved: its style and its bibliographies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from surefoot import theme
from surefoot.errors import Problem
from surefoot.pandoc import BIBLIOGRAPHY_SUFFIXES, Citeproc
from surefoot.source.frontmatter import Front
from surefoot.source.settings import Look
from surefoot.source.styles import Style, find


@dataclass(frozen=True, slots=True)
class Citing:
    """What resolves a source's citations."""

    citeproc: Citeproc | None
    """None where the source gives no references: then ``@name`` is a name."""
    notes: bool
    """Whether the style sets citations as notes."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """What a user gives beside the source; it takes the place of what the source names."""

    bibliographies: tuple[Path, ...] = ()
    csl: str = ""
    """A CSL file, or the name of a style of the installed collection."""
    look: Look = field(default_factory=Look)


NOTHING_GIVEN = Given()


def citing(path: Path, yaml: Front, given: Given) -> Citing:
    """Return how to resolve the citations of the source at ``path``.

    What the source names is looked for beside it.
    """
    problems: list[Problem] = []
    bibliographies = given.bibliographies or tuple(_bibliographies(path, yaml, problems))
    if not bibliographies and not yaml.fields.get("references"):
        return Citing(None, notes=False, problems=tuple(problems))
    style = _style(path, yaml, given.csl, problems)
    ours = style.path == theme.path("note.csl")
    citeproc = Citeproc(style.path, bibliographies, links=not style.notes, verbatim=ours)
    return Citing(citeproc, style.notes, tuple(problems))


def _bibliographies(path: Path, yaml: Front, problems: list[Problem]) -> Iterator[Path]:
    given = yaml.fields.get("bibliography") or []
    named = given if isinstance(given, list) else list(given.values()) if isinstance(given, dict) else [given]
    for name in map(str, named):
        file = path.parent / name
        if file.suffix.lower() not in BIBLIOGRAPHY_SUFFIXES:
            what, mend = (
                f"The bibliography “{name}” is of no known kind.",
                "Give a .bib, .json, .yaml or .ris file.",
            )
        elif not file.is_file():
            what, mend = (
                f"The bibliography “{name}” is not there.",
                "Put the file beside the source, or correct its path.",
            )
        else:
            yield file
            continue
        problems.append(Problem(str(path), yaml.line_of("bibliography"), what, mend))


def _style(path: Path, yaml: Front, given: str, problems: list[Problem]) -> Style:
    """Return the style that is given, else the one that the source names, else our own."""
    name = given or str(yaml.fields.get("csl") or yaml.fields.get("citation-style") or "")
    ours = Style(theme.path("note.csl"), notes=True)
    if not name:
        return ours
    found = find(name, Path() if given else path.parent)
    if isinstance(found, Style):
        return found
    what, line = f"The citation style “{name}” {found.what}.", 0 if given else yaml.line_of("csl")
    problems.append(Problem(str(path), line, what, found.mend))
    return ours
