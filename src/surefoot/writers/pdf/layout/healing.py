"""What to try next where a layout is in trouble: the least that may help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from surefoot.composition import is_call
from surefoot.writers.pdf.layout import gate
from surefoot.writers.pdf.layout.gate import Ill, Trouble
from surefoot.writers.pdf.sheet.ground import Ground, table_of
from surefoot.writers.pdf.sheet.placement import Placement, Standing

_LONG = 360
"""Characters of a note that is rather to blame for a crowded page than others."""


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

    A table that is too wide even in small type may break words anywhere. The
    notes of a row that is too tall with them go behind the table, and one that
    is still too tall is broken. Only where no table can be helped, the notes
    that suffer, or else all notes on the page, go a step further away; those that
    fill the pages between a note and its call come nearer to theirs.
    """
    placement = _tables(patient, troubles)
    if placement != patient.placement:
        return placement
    ills: dict[str, Ill] = {}
    for trouble in troubles:
        at_foot = patient.at_foot.get(trouble.page)
        if between := _between(patient, trouble):
            ills |= dict.fromkeys(_guilty(between, patient.ground), trouble.ill)
        elif trouble.note != gate.BODY and (placement.plain or placement.of(trouble.note) != Standing.CALL):
            ills[trouble.note] = trouble.ill
        elif trouble.note == gate.BODY and at_foot:
            ills |= dict.fromkeys(_guilty(at_foot, patient.ground), trouble.ill)
        else:
            placement = replace(placement, plain=True)
    raised = {note: _raised(note, ill, patient) for note, ill in ills.items()}
    return replace(placement, standings={**placement.standings, **raised})


def _tables(patient: Patient, troubles: Sequence[Trouble]) -> Placement:
    """Return the placement with those tables relaxed whose own words suffer."""
    placement = patient.placement
    for trouble in troubles:
        rank = table_of(trouble.element, patient.parents)
        in_text = trouble.note == gate.BODY or placement.of(trouble.note) != Standing.FOOT
        if rank is None or not (trouble.ill is Ill.ASIDE or in_text):
            continue
        row = _row(trouble.element, patient.parents)
        if trouble.ill is Ill.ASIDE:
            kind = "narrow"
        elif row is not None and patient.parents[row].tag == "thead":
            # Behind a long table the notes of its head would be far away.
            kind = "headless"
        elif notes := [note for note in _called(row) if patient.placement.of(note) < Standing.BLOCK]:
            standings = {**placement.standings, **dict.fromkeys(notes, Standing.BLOCK)}
            placement = replace(placement, standings=standings)
            continue
        else:
            kind = "loose"
        placement = replace(placement, **{kind: getattr(placement, kind) | {rank}})
    return placement


def _row(element: Element | None, parents: Mapping[Element, Element]) -> Element | None:
    """Return the row of a table that ``element`` stands in."""
    while element is not None and element.tag != "tr":
        element = parents.get(element)
    return element


def _between(patient: Patient, trouble: Trouble) -> frozenset[str]:
    """Return the notes of the pages that lie between a note in the text and its call: they keep it away."""
    if patient.placement.of(trouble.note) < Standing.CALL:
        return frozenset()
    return frozenset().union(*(patient.at_foot[page] for page in trouble.between))


def _called(row: Element | None) -> Iterator[str]:
    """Yield the ids of the notes that are called in ``row``."""
    calls = (call for call in ([] if row is None else row.iter("a")) if is_call(call))
    yield from (call.get("href", "").removeprefix("#") for call in calls)


def _guilty(notes: Iterable[str], ground: Ground) -> Iterable[str]:
    """Return those of the notes on a page that are long, if there are any."""
    return [note for note in notes if _is_long(note, ground)] or notes


def _is_long(note: str, ground: Ground) -> bool:
    return ground.sizes[note] > _LONG


_FURTHER = {
    Standing.FOOT: Standing.BLOCK,
    Standing.BLOCK: Standing.CELL,
    Standing.CELL: Standing.CALL,
    Standing.CALL: Standing.SECTION,
    Standing.SECTION: Standing.END,
    Standing.END: Standing.END,
}
"""Where a note stands next."""
_NEARER = {Standing.FOOT: Standing.BLOCK, Standing.BLOCK: Standing.CALL}
"""Where a note stands next that strayed from its call."""


def _raised(note: str, ill: Ill, patient: Patient) -> Standing:
    standing, ground = patient.placement.of(note), patient.ground
    if ill is Ill.AWAY and standing in _NEARER:
        # A table may run over many pages.
        return Standing.CALL if note in ground.in_cells else _NEARER[standing]
    standing = _FURTHER[standing]
    return Standing.CALL if standing is Standing.CELL and note not in ground.in_cells else standing
