"""Damages to the element trees of HTML and EPUB."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from random import Random
from typing import Any

from damage import MOVE_WORDS, Damage
from damage.tree import chance, citations, entries, hiding, prose
from damage.tree.publication import Publication
from surefoot.promise import Fault

__all__ = ["Publication", "damages"]


def damages(inflict: Callable[[Any, bytes, int, Random], bytes]) -> tuple[Damage, ...]:
    """Return every damage to a publication that ``inflict`` opens and closes again."""
    return (
        *(Damage(name, fault, partial(inflict, edit)) for name, fault, edit in citations.EDITS),
        *(Damage(name, fault, partial(inflict, edit)) for name, fault, edit in hiding.EDITS),
        *(
            Damage(name, fault, partial(inflict, _anywhere(edit)), anywhere=True)
            for name, fault, edit in entries.EDITS
        ),
        *(
            Damage(
                name,
                Fault.PROSE,
                partial(inflict, _anywhere(edit)),
                aspect,
                moves_words=name.endswith(MOVE_WORDS),
            )
            for name, aspect, edit in prose.EDITS
        ),
        *(Damage(name, None, partial(inflict, _anywhere(edit))) for name, edit in chance.EDITS),
    )


def _anywhere(edit: prose.ProseEdit) -> Callable[[Publication, int], None]:
    return lambda publication, _: edit(publication)
