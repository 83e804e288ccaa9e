"""What every edition would be better for, though nothing is lost: warnings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from surefoot.errors import Problem
from surefoot.model import Document
from surefoot.pictures import available
from surefoot.source import prose, rawhtml
from surefoot.source.citing import Citing
from surefoot.source.frontmatter import Front
from surefoot.source.outline import Outline


def undescribed(path: str, parts: Outline, yaml: Front) -> Iterator[Problem]:
    """Yield a warning for what every edition needs and the front matter does not say."""
    if not parts.titled:
        what = "The document has no title; its file name stands in."
        yield Problem(path, 0, what, "Give `title:` in the front matter.")
    if not yaml.fields.keys() & {"lang", "language"}:
        what = "The document does not say its language; Surefoot guesses it by the script."
        yield Problem(path, 0, what, "Give `lang:` in the front matter, such as `lang: en-GB`.")


def empty_notes(path: str, document: Document) -> Iterator[Problem]:
    """Yield a warning for each note that has nothing to read."""
    said = {citation.mark for citation in document.citations if citation.note or citation.links}
    for note in document.notes:
        if str(note.number) not in said:
            what = f"Note {note.number} is empty."
            yield Problem(path, note.line, what, "A lone “A.” or “1.” is an empty list item.")


def in_text(path: str, how: Citing, yaml: Front) -> Iterator[Problem]:
    """Yield a warning where citations stand in the text itself."""
    if how.citeproc and not how.notes:
        what = "This style sets citations in the text. They are printed, but only notes are proved."
        yield Problem(path, yaml.line_of("csl"), what, "A note style sets them as notes.")


def unknown_tags(path: str, parts: Outline, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a warning for each tag that HTML does not know: often code that lacks its backticks."""
    for tag in dict.fromkeys(rawhtml.unknown([parts.title, parts.blocks])):
        line = next((number for number, text in enumerate(lines, 1) if tag in text), 0)
        what = f"{tag} is read as HTML, but HTML has no such element, so it prints nothing."
        yield Problem(path, line, what, "Set it in backticks if it is code.")


def missing_pictures(path: Path, parts: Outline, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a warning for each picture that no edition can show: its alternative text stands in."""
    for address in dict.fromkeys(prose.pictures(parts.blocks)):
        if not available(address, path.parent):
            line = next((number for number, text in enumerate(lines, 1) if address in text), 0)
            what = f"The picture “{address[:80]}” cannot be had; its alternative text stands in."
            yield Problem(str(path), line, what, "Save it beside the source and give its path from there.")
