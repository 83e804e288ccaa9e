"""Long notes: cut where a reader may pause, and nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from xml.etree.ElementTree import Element, fromstring

from weasyprint.formatting_structure.boxes import FootnoteAreaBox, LineBox

from paged import WORDS
from surefoot.writers.pdf.boxes import parts as areas
from surefoot.writers.pdf.boxes import walk
from surefoot.writers.pdf.layout import lay_out
from surefoot.writers.pdf.sheet import parts


def test_a_long_note_is_cut_between_sentences_and_loses_nothing() -> None:
    note = fromstring(f"<fn-note><p>{WORDS * 20}<em>{WORDS}</em> end</p><p>Short.</p></fn-note>")
    whole = "".join(note.itertext())
    rest = parts.split(note)
    pieces: list[Element] = [note, *rest.parts]
    assert "".join("".join(piece.itertext()) for piece in pieces) == whole
    assert all(len("".join(piece.itertext())) <= parts.LIMIT * 1.1 for piece in pieces)
    assert all("".join(piece.itertext()).rstrip()[-1] in ".d" for piece in pieces)
    assert set(rest.continued) == {piece[0] for piece in rest.parts}


def test_words_behind_a_paragraph_that_is_cut_are_kept() -> None:
    note = fromstring(f"<fn-note><p>{WORDS * 20}</p>behind<p>Short.</p></fn-note>")
    whole = "".join(note.itertext())
    rest = parts.split(note)
    assert "".join("".join(piece.itertext()) for piece in (note, *rest.parts)) == whole


def test_no_cut_goes_through_a_word() -> None:
    note = fromstring(f"<fn-note><p>{'word ' * 219}half<em>half</em> {'word ' * 200}</p></fn-note>")
    rest = parts.split(note)
    assert rest.parts
    assert "halfhalf" in [*"".join(note.itertext()).split(), *"".join(rest.parts[0].itertext()).split()]


def test_the_lines_of_a_paragraph_that_is_cut_keep_their_distance(composed: Callable) -> None:
    layout = lay_out(composed(f"Here.[^a]\n\n[^a]: {WORDS * 25}\n"))
    boxes = (
        box
        for part in areas(layout.rendering.pages[0])
        if isinstance(part, FootnoteAreaBox)
        for box in walk(part)
    )
    tops = [box.position_y for box in boxes if isinstance(box, LineBox) and box.element.tag == "p"]
    assert len(tops) > 20
    assert len({round(below - above, 2) for above, below in pairwise(tops)}) == 1
