"""What every edition would be better for, though nothing is lost: warnings."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from surefoot.errors import Problem
from surefoot.model import Document, Json, Note
from surefoot.pictures import available, unreadable
from surefoot.source import media, prose, rawhtml
from surefoot.source.citing import Citing
from surefoot.source.frontmatter import Front
from surefoot.source.outline import Outline
from surefoot.source.text import line_of
from surefoot.source.tree import identifier, nodes, of_kind
from surefoot.text import absolute


def undescribed(path: str, parts: Outline, yaml: Front) -> Iterator[Problem]:
    """Yield a warning for what every edition needs and the front matter does not say."""
    if not parts.titled:
        what = "The document has no title; its file name stands in."
        yield Problem(path, 0, what, "Give `title:` in the front matter.")
    if not yaml.fields.keys() & {"lang", "language"}:
        what = "The document does not say its language; Surefoot guesses it by the script."
        yield Problem(path, 0, what, "Give `lang:` in the front matter, such as `lang: en-GB`.")


def empty_notes(path: str, document: Document) -> Iterator[Problem]:
    """Yield a warning for each note that has nothing to read, and is no accidental list."""
    said = {citation.mark for citation in document.citations if citation.note or citation.links}
    for note in document.notes:
        if str(note.number) not in said and not _is_list_of_one(note):
            yield Problem(path, note.line, f"Note {note.number} is empty.", "Write what it says.")


def without_entries(path: str, how: Citing, document: Document, yaml: Front) -> Iterator[Problem]:
    """Yield a warning where citations stand in the text, but no bibliography says what they cite."""
    if how.citeproc and not how.notes and document.references and not document.entries:
        what = "Works are cited in the text, but there is no bibliography: no reader learns what they are."
        mend = "Choose a style that has one, and do not suppress it."
        yield Problem(path, yaml.line_of("csl"), what, mend)


def unknown_tags(path: str, body: Json, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a warning for each tag that HTML does not know: often code that lacks its backticks."""
    for tag in dict.fromkeys(rawhtml.unknown(body)):
        line = line_of(tag, lines)
        what = f"{tag} is read as HTML, but HTML has no such element, so it prints nothing."
        yield Problem(path, line, what, "Set it in backticks if it is code.")


def silent_media(path: str, body: Json, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a warning for what plays or is embedded, and has no words in its place."""
    for tag in dict.fromkeys(media.silent(body)):
        what = f"{textwrap.shorten(tag, 80, placeholder='…>')} prints nothing in any edition."
        yield Problem(path, line_of(tag, lines), what, "Say what it shows in words, and link to it.")


def missing_pictures(path: Path, body: Json, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a warning for each picture that no edition can show: its alternative text stands in."""
    for address in dict.fromkeys(prose.pictures(body)):
        if not available(address, path.parent):
            line = line_of(address, lines)
            what = f"The picture “{address[:80]}” cannot be had; its alternative text stands in."
            mend = "Save it beside the source and give its path from there."
            if unreadable(address, path.parent):
                what = f"The file “{address[:80]}” is no whole picture; its alternative text stands in."
                mend = "Save it as PNG, JPEG, GIF, WebP or SVG."
            yield Problem(str(path), line, what, mend)


def unmet_claim(path: str, body: Json, document: Document, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a warning for each picture without words where WCAG is claimed, whose level A asks for them."""
    if not (claim := document.metadata.evaluation):
        return
    silent = (image for image in of_kind(body, "Image") if not _has_words(image))
    for address in dict.fromkeys(image["c"][2][0] for image in silent):
        what = (
            f"The document claims to conform to “{claim.standard}”, but its picture “{address[:80]}” "
            "has no alternative text (WCAG, 1.1.1)."
        )
        mend = (
            "Write one in the brackets before its address, or `{role=presentation}` behind it if it adorns."
        )
        yield Problem(path, line_of(address, lines), what, mend)


def _has_words(image: Json) -> bool:
    """Whether a picture has an alternative text, or is marked as one that needs none."""
    (_, _, attributes), words, _ = image["c"]
    return dict(attributes).get("role") in {"none", "presentation"} or bool(prose.words(words).strip())


def dead_links(path: str, body: Json, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a warning for each link that leads nowhere from a published file: its words are printed alone."""
    ids = {name for node in nodes(body) if (name := identifier(node))}
    for target in dict.fromkeys(link["c"][2][0] for link in of_kind(body, "Link")):
        if absolute(target) or (target.startswith("#") and target[1:] in ids):
            continue
        what = f"The link to “{target}” leads nowhere from a published file; its words are printed alone."
        yield Problem(
            path, line_of(target, lines), what, "Give the whole address, or an id of this document."
        )


def unclosed(path: str, body: Json, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a warning for each ``^[`` that is printed as it stands."""
    if any("^[" in word["c"] for word in of_kind(body, "Str")):
        yield Problem(
            path,
            line_of("^[", lines),
            "An inline note is opened with `^[`, but not closed.",
            "Close it with `]`.",
        )


def accidental_lists(path: str, document: Document) -> Iterator[Problem]:
    """Yield a warning for each note that is a list of one item: mostly initials or a date, “c. 1900”."""
    for note in filter(_is_list_of_one, document.notes):
        words = " ".join(note.text.split())[:20]
        what = f"Note {note.number} begins as a numbered list" + (f", with “{words}…”." if words else ".")
        mend = "If no list is meant, write a backslash before the full stop: `c\\. 1900`."
        yield Problem(path, note.line, what, mend)


def _is_list_of_one(note: Note) -> bool:
    match note.blocks:
        case [{"t": "OrderedList", "c": [_, [_]]}, *_]:
            return True
    return False
