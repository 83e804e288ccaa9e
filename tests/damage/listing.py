"""Lists the damages of a format: what each must earn follows from what is edited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from random import Random
from typing import Any

from damage import MOVE_WORDS, Damage
from surefoot.promise import Aspect, Fault

Inflict = Callable[[Callable[[Any, int], None], bytes, int, Random], bytes]
"""Opens a file, lets it be edited at a citation, and closes it again."""


def damages(
    inflict: Inflict,
    *,
    citations: Sequence[tuple[str, Fault, Callable[[Any, int], None]]],
    entries: Sequence[tuple[str, Fault, Callable[[Any], None]]],
    prose: Sequence[tuple[str, Aspect, Callable[[Any], None]]],
    chance: Sequence[tuple[str, Callable[[Any], None]]],
) -> tuple[Damage, ...]:
    """Return the damages by these edits: of citations at their places, of all else where chance will."""
    return (
        *(Damage(name, fault, partial(inflict, edit)) for name, fault, edit in citations),
        *(
            Damage(name, fault, partial(inflict, _anywhere(edit)), anywhere=True)
            for name, fault, edit in entries
        ),
        *(
            Damage(
                name,
                Fault.PROSE,
                partial(inflict, _anywhere(edit)),
                aspect,
                moves_words=name.endswith(MOVE_WORDS),
            )
            for name, aspect, edit in prose
        ),
        *(Damage(name, None, partial(inflict, _anywhere(edit))) for name, edit in chance),
    )


def _anywhere(edit: Callable[[Any], None]) -> Callable[[Any, int], None]:
    return lambda opened, _: edit(opened)
