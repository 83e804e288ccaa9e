"""The document as plain text, from its title block to its last note."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from surefoot.compose import compose
from surefoot.composition import Composition
from surefoot.contracts import Written
from surefoot.model import Document
from surefoot.text import absolute
from surefoot.words import words
from surefoot.writers.text.blocks import flow, paragraph
from surefoot.writers.text.forms import free_form
from surefoot.writers.text.gate import refuse_lost_marks, refuse_lost_words
from surefoot.writers.text.notes import note_block
from surefoot.writers.text.setting import Form, Setting
from surefoot.writers.text.stacking import Block, stack
from surefoot.writers.text.title import title_block

_COLUMNS = 72


class TextWriter:
    """Sets a document as plain text: UTF-8, NFC, LF, no line longer than 72 columns but for an address.

    After WCAG 2.2, techniques T1 to T3: blank lines alone part paragraphs, list
    items and headings. Notes stand at the end, their marks in the text in
    brackets; addresses in angle brackets and never broken.
    """

    suffix = ".txt"

    def write(self, document: Document) -> Written:
        """Return the text, UTF-8.

        Raises:
            WriterError: no form of a mark is free in this text, or words would be lost.
        """
        composition = compose(document)
        form = free_form(_text(composition, None)) if composition.notes else None
        return Written(_text(composition, form).encode())


def _text(composition: Composition, form: Form | None) -> str:
    """Return the whole file, its marks in this form, or without marks."""
    setting = Setting(words(composition.metadata.language), form, _COLUMNS, _has_links(composition))
    body = list(flow(composition.body, setting))
    refuse_lost_words(composition.body, stack(body), setting)
    lines = stack([*title_block(composition, setting), *body, *_notes(composition, setting)])
    text = unicodedata.normalize("NFC", "\n".join(lines) + "\n")
    if form:
        refuse_lost_marks(composition, text, setting)
    return text


def _has_links(composition: Composition) -> bool:
    return any(absolute(link.get("href", "")) for part in composition.parts for link in part.iter("a"))


def _notes(composition: Composition, setting: Setting) -> Iterator[Block]:
    if composition.notes:
        yield from paragraph(setting.words.notes, setting, heading=True)
        yield from (note_block(note, composition.metadata.title, setting) for note in composition.notes)
