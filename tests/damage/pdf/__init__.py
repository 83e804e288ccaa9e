"""Damages to a finished PDF."""

from __future__ import annotations

import io
from random import Random

import pikepdf

from damage import Damage
from damage.chance import cut
from damage.listing import damages
from damage.pdf import chance as random
from damage.pdf import citations, entries, hiding, prose
from damage.pdf.tagged import Edit, Tagged


def _inflict(edit: Edit, data: bytes, place: int, chance: Random) -> bytes:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tagged = Tagged(pdf, chance)
        edit(tagged, place)
        tagged.write()
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def _cut(data: bytes, _: int, chance: Random) -> bytes:
    """Lose a quarter of the file at least: less may be what a reader can mend."""
    return cut(data, 0.75, chance)


PDF: tuple[Damage, ...] = (
    *damages(
        _inflict,
        citations=(*citations.EDITS, *hiding.EDITS),
        entries=entries.EDITS,
        prose=prose.EDITS,
        chance=random.EDITS,
    ),
    Damage("the end of the file lost", None, _cut),
)
