"""Damages to a finished PDF."""

from __future__ import annotations

import io
from functools import partial
from random import Random

import pikepdf

from damage import MOVE_WORDS, Damage
from damage.chance import cut
from damage.pdf import chance as random
from damage.pdf import citations, entries, hiding, prose
from damage.pdf.tagged import Edit, Tagged
from surefoot.promise import Fault


def _inflict(edit: Edit, data: bytes, place: int, chance: Random) -> bytes:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tagged = Tagged(pdf, chance)
        edit(tagged, place)
        tagged.write()
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def _anywhere(edit: prose.ProseEdit) -> Edit:
    return lambda tagged, _: edit(tagged)


def _cut(data: bytes, _: int, chance: Random) -> bytes:
    """Lose a quarter of the file at least: less may be what a reader can mend."""
    return cut(data, 0.75, chance)


PDF: tuple[Damage, ...] = (
    *(Damage(name, fault, partial(_inflict, edit)) for name, fault, edit in citations.EDITS),
    *(Damage(name, fault, partial(_inflict, edit)) for name, fault, edit in hiding.EDITS),
    *(
        Damage(name, fault, partial(_inflict, _anywhere(edit)), anywhere=True)
        for name, fault, edit in entries.EDITS
    ),
    *(
        Damage(
            name,
            Fault.PROSE,
            partial(_inflict, _anywhere(edit)),
            aspect,
            moves_words=name.endswith(MOVE_WORDS),
        )
        for name, aspect, edit in prose.EDITS
    ),
    *(Damage(name, None, partial(_inflict, _anywhere(edit))) for name, edit in random.EDITS),
    Damage("the end of the file lost", None, _cut),
)
