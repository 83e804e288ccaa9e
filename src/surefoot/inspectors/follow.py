"""Follow each call to its note and back: the rules of a citation, whatever the format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from surefoot.promise import Citation


@dataclass(frozen=True, slots=True)
class FoundCall:
    """A call as a file shows it."""

    mark: str
    claim: str
    note: int | None
    """Rank of the note that it leads to; None if it leads to none."""
    page: str = ""
    """The content document that it stands in, where a file has several."""


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note as a file shows it."""

    label: str
    """Empty where it bears none."""
    text: str
    links: tuple[str, ...]
    back: frozenset[int]
    """Ranks of the calls that its ways back lead to."""
    page: str = ""
    """The content document that it stands in: numbers may begin anew in each."""
    counted: str = ""
    """The number that a reader gives it who counts, where it bears no label."""


def citations(calls: Sequence[FoundCall], notes: Sequence[FoundNote]) -> Iterator[Citation]:
    """Yield one citation for each call, in order.

    A call leads to its note if that bears its mark, or leads back to it, or
    bears no label that could gainsay. Otherwise a reader must be content with
    the note that bears the mark, if there is one: on the call's page, or else
    anywhere.
    """
    bearing: dict[tuple[str | None, str], FoundNote] = {}
    for note in notes:
        for page in (note.page, None):
            bearing.setdefault((page, note.label or note.counted), note)
    for rank, call in enumerate(calls):
        reached = notes[call.note] if call.note is not None else None
        if reached is not None and (reached.label in {"", call.mark} or rank in reached.back):
            yield _citation(call, reached, rank, jump=True)
        else:
            borne = bearing.get((call.page, call.mark)) or bearing.get((None, call.mark))
            yield _citation(call, borne, rank, jump=False)


def _citation(call: FoundCall, note: FoundNote | None, rank: int, *, jump: bool) -> Citation:
    if note is None:
        return Citation(call.mark, call.claim, "", (), jump=jump, back=False)
    # Two numbers for one note: the testimony has both, and so equals no promise.
    mark = call.mark if note.label in {"", call.mark} else f"{call.mark} ≠ {note.label}"
    return Citation(mark, call.claim, note.text, note.links, jump=jump, back=rank in note.back)
