"""What to try next where a layout is in trouble: the least that may help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from surefoot.writers.pdf import gate, parts
from surefoot.writers.pdf.gate import Ill, Trouble
from surefoot.writers.pdf.ground import Ground, table_of
from surefoot.writers.pdf.placement import Placement, Standing


@dataclass(frozen=True, slots=True)
class Patient:
    """A layout in trouble."""

    placement: Placement
    ground: Ground
    parents: Mapping[Element, Element]
    """Of the elements that were laid out."""
    at_foot: Mapping[int, frozenset[str]]
    """The ids of the notes in the note area of each page that has trouble."""


def remedy(patient: Patient, troubles: Sequence[Trouble]) -> Placement:
    """Return what to try next; the same placement again, if nothing is left to try.

    A table that is too wide may break words, and one with too tall a row may
    break rows. Only where no table can be helped, the notes that suffer, or
    else all notes on the page, go a step further away from its foot.
    """
    placement = _tables(patient, troubles)
    if placement != patient.placement:
        return placement
    ills: dict[str, Ill] = {}
    for trouble in troubles:
        if trouble.note != gate.BODY:
            ills[trouble.note] = trouble.ill
        elif at_foot := patient.at_foot.get(trouble.page):
            ills |= dict.fromkeys(_guilty(at_foot, patient.ground), trouble.ill)
        else:
            placement = replace(placement, plain=True)
    raised = {note: _raised(note, ill, patient) for note, ill in ills.items()}
    return replace(placement, standings={**placement.standings, **raised})


def _tables(patient: Patient, troubles: Sequence[Trouble]) -> Placement:
    """Return the placement with those tables relaxed whose own words suffer."""
    narrow, loose = set(patient.placement.narrow), set(patient.placement.loose)
    for trouble in troubles:
        rank = table_of(trouble.element, patient.parents)
        if rank is not None and trouble.ill is Ill.ASIDE:
            narrow.add(rank)
        elif rank is not None and trouble.note == gate.BODY:
            loose.add(rank)
    return replace(patient.placement, narrow=frozenset(narrow), loose=frozenset(loose))


def _guilty(notes: Iterable[str], ground: Ground) -> Iterable[str]:
    """Return those of the notes on a page that are long, if there are any."""
    return [note for note in notes if _is_long(note, ground)] or notes


def _is_long(note: str, ground: Ground) -> bool:
    return ground.sizes[note] > parts.SMALL * parts.SLACK


def _raised(note: str, ill: Ill, patient: Patient) -> Standing:
    """Return where a note stands next: parts help only a long one that begins where it should."""
    standing = Standing(min(patient.placement.of(note) + 1, Standing.END))
    if standing is Standing.PARTS and (ill is Ill.AWAY or not _is_long(note, patient.ground)):
        standing = Standing.BLOCK
    if standing is Standing.CELL and note not in patient.ground.in_cells:
        standing = Standing.SECTION
    return standing
