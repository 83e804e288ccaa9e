"""Damages to a tagged PDF that follow no plan."""

from __future__ import annotations

from typing import Any

from pikepdf import Array

from damage.pdf.citations import alter
from damage.pdf.prose import ProseEdit
from damage.pdf.tagged import Piece, Tagged, annotations
from surefoot.text import fold


def _pieces(tagged: Tagged) -> list[Piece]:
    """Return what shows the words of the body and of the notes."""
    places = range(1, len(tagged.calls()) + 1)
    notes = {tagged.note(place).objgen: tagged.note(place) for place in places}
    without = frozenset({"/Lbl", "/Link", "/Formula", "/Figure"})
    return tagged.words_of_prose() + [
        each for note in notes.values() for each in tagged.pieces(note, without)
    ]


def _alter_letters(tagged: Tagged) -> None:
    spelled = [piece for piece in _pieces(tagged) if len(set(filter(str.isalpha, piece.letters()))) > 1]
    piece = tagged.pick(spelled)
    for _ in range(tagged.chance.randint(1, 2)):
        before = piece.letters()
        alter(tagged, piece, tagged.pick([at for at, letter in enumerate(before) if letter.isalpha()]))


def _lose_a_text(tagged: Tagged) -> None:
    tagged.pick([piece for piece in _pieces(tagged) if fold("".join(piece.letters()))]).show([])


def _exchange_texts(tagged: Tagged) -> None:
    found = _pieces(tagged)
    one = tagged.pick(found)
    others = [
        each
        for each in found
        if each.font() == one.font() and fold("".join(each.letters())) != fold("".join(one.letters()))
    ]
    other = tagged.pick(others)
    mine, theirs = one.codes(), other.codes()
    one.show(theirs)
    other.show(mine)


def _elements(tagged: Tagged) -> list[Any]:
    """Return elements of the body and of the notes that have words."""
    found = [*tagged.prose(), *tagged.elements("Note"), *tagged.calls()]
    return [each for each in found if fold(tagged.text(each))]


def _remove_an_element(tagged: Tagged) -> None:
    tagged.remove(tagged.pick(_elements(tagged)))


def _untag_an_element(tagged: Tagged) -> None:
    """Take an element out of the tree, and leave what it shows."""
    tagged.detach(tagged.pick(_elements(tagged)))


def _remove_a_page(tagged: Tagged) -> None:
    shown = {piece.sheet.page.objgen for piece in _pieces(tagged)}
    at = tagged.pick([at for at, page in enumerate(tagged.pdf.pages) if page.obj.objgen in shown])
    del tagged.pdf.pages[at]


def _remove_an_annotation(tagged: Tagged) -> None:
    """Take a call, a way back or a link out from its page; one of several leaves the others to be pressed."""
    links = [
        link for each in (*tagged.calls(), *tagged.elements("Note")) for link in tagged.elements("Link", each)
    ]
    out = [
        link
        for link in tagged.of_prose("Link")
        if any("/URI" in each.get("/A", {}) for each in annotations(link))
    ]
    single = [held[0] for held in map(list, map(annotations, [*links, *out])) if len(held) == 1]
    gone = tagged.pick(single)
    for page in tagged.pdf.pages:
        held = page.obj.get("/Annots", Array())
        page.obj.Annots = Array([each for each in held if each.objgen != gone.objgen])


EDITS: tuple[tuple[str, ProseEdit], ...] = (
    ("letters altered at random", _alter_letters),
    ("a text lost at random", _lose_a_text),
    ("two texts exchanged at random", _exchange_texts),
    ("an element removed at random", _remove_an_element),
    ("an element left out of the tags at random", _untag_an_element),
    ("an annotation removed at random", _remove_an_annotation),
    ("a page removed at random", _remove_a_page),
)
