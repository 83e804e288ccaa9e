"""Damages to citations in the text and to their entries in a tagged PDF."""

from __future__ import annotations

from itertools import chain
from typing import Any

from pikepdf import String

from damage.pdf.citations import alter_a_letter
from damage.pdf.prose import ProseEdit
from damage.pdf.tagged import Tagged, annotations, kill
from surefoot.promise import Fault
from surefoot.text import fold


def _citation(tagged: Tagged) -> Any:
    """Return a reference that bears no label of a note, and leads somewhere."""
    notes = {call.objgen for call in tagged.calls()}
    found = tagged.elements("Reference", without=frozenset({"/BibEntry", "/Note", "/TOC"}))
    return tagged.pick([each for each in found if each.objgen not in notes and any(annotations(each))])


def _cited_entry(tagged: Tagged) -> Any:
    """Return an entry whose words are a citation's: its first is the author's name."""
    names = {fold(tagged.text(each))[:3] for each in tagged.elements("Reference")}
    return tagged.pick([each for each in tagged.elements("BibEntry") if fold(tagged.text(each))[:3] in names])


def _alter_a_letter(tagged: Tagged) -> None:
    alter_a_letter(tagged, tagged.pieces(_citation(tagged)))


def _alter_a_letter_of_the_entry(tagged: Tagged) -> None:
    without = frozenset({"/Lbl", "/Link", "/Reference"})
    alter_a_letter(tagged, tagged.pieces(_cited_entry(tagged), without))


def _lead_an_address_elsewhere(tagged: Tagged) -> None:
    links = tagged.elements("Link", _cited_entry(tagged))
    outward = [each for each in links if "/URI" in next(annotations(each)).get("/A", {})]
    for annotation in annotations(tagged.pick(outward)):
        annotation.A.URI = String("https://elsewhere.example/")


def _kill_the_jump(tagged: Tagged) -> None:
    for annotation in annotations(_citation(tagged)):
        kill(annotation)


def _kill_a_way_back(tagged: Tagged) -> None:
    links = chain.from_iterable(tagged.elements("Link", each) for each in tagged.elements("BibEntry"))
    kill(tagged.pick([way for link in links for way in annotations(link) if "/URI" not in way.get("/A", {})]))


EDITS: tuple[tuple[str, Fault, ProseEdit], ...] = (
    ("a letter of a citation in the text altered", Fault.MARK, _alter_a_letter),
    ("a letter of an entry altered", Fault.NOTE, _alter_a_letter_of_the_entry),
    ("an address of an entry led elsewhere", Fault.MISLEADING, _lead_an_address_elsewhere),
    ("the jump of a citation in the text killed", Fault.JUMP, _kill_the_jump),
    ("a way back of an entry killed", Fault.BACK, _kill_a_way_back),
)
