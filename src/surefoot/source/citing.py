"""How a source wants its citations resolved: its style, its bibliographies, the lines of its keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from surefoot import theme
from surefoot.errors import Problem
from surefoot.pandoc import BIBLIOGRAPHY_SUFFIXES, Citeproc
from surefoot.source.frontmatter import Front

_IN_TEXT_OR_NOTE = re.compile(r'<style\b[^>]*\bclass="(note|in-text)"', re.DOTALL)


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
    csl: Path | None = None


NOTHING_GIVEN = Given()


def citing(path: Path, yaml: Front, given: Given) -> Citing:
    """Return how to resolve the citations of the source at ``path``.

    What the source names is looked for beside it.
    """
    problems: list[Problem] = []
    bibliographies = given.bibliographies or tuple(_bibliographies(path, yaml, problems))
    if not bibliographies and not yaml.fields.get("references"):
        return Citing(None, notes=False, problems=tuple(problems))
    csl = _style(path, yaml, given.csl, problems)
    notes = _is_note_style(csl)
    ours = csl == theme.path("note.csl")
    return Citing(Citeproc(csl, bibliographies, links=not notes, verbatim=ours), notes, tuple(problems))


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


def _style(path: Path, yaml: Front, given: Path | None, problems: list[Problem]) -> Path:
    name = str(given or yaml.fields.get("csl") or yaml.fields.get("citation-style") or "")
    if not name:
        return theme.path("note.csl")
    file = given or path.parent / name
    if file.is_file() and _IN_TEXT_OR_NOTE.search(_text(file)):
        return file
    what = f"The citation style “{name}” is " + ("no CSL style." if file.is_file() else "not there.")
    mend = (
        "Save the CSL file beside the source and name it, or leave `csl` out for Surefoot's own note style."
    )
    problems.append(Problem(str(path), 0 if given else yaml.line_of("csl"), what, mend))
    return theme.path("note.csl")


def _is_note_style(csl: Path) -> bool:
    """Whether a CSL file says of itself that it sets notes (CSL 1.0.2, cs:style)."""
    found = _IN_TEXT_OR_NOTE.search(_text(csl))
    return bool(found and found[1] == "note")


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")
