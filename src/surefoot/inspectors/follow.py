"""Follow each call to its note and back: the rules of a citation, whatever the format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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
    seen: bool = True
    apart: bool = True
    sheet: int | None = None
    """The page of paper that it stands on; None where there is none."""
    told: str = ""
    """The mark that is told to those who listen, where that is another."""


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
    shown: tuple[str, ...] = ()
    """For each of ``links`` the address that it prints."""
    seen: bool = True
    sheet: int | None = None
    """The page of paper that it begins on; None where there is none."""


_NO_NOTE = FoundNote("", "", (), frozenset())


def citations(calls: Sequence[FoundCall], notes: Sequence[FoundNote]) -> Iterator[Citation]:
    """Yield one citation for each call, in order."""
    for rank, (call, (found, jump)) in enumerate(zip(calls, followed(calls, notes), strict=True)):
        if found is None:
            yield _citation(call, _NO_NOTE, rank, jump=jump)
        else:
            yield replace(_citation(call, notes[found], rank, jump=jump), rank=found + 1)


def uncalled(calls: Sequence[FoundCall], notes: Sequence[FoundNote]) -> Iterator[FoundNote]:
    """Yield the notes that no call has for its own, in order."""
    called = {found for found, _ in followed(calls, notes)}
    yield from (note for rank, note in enumerate(notes) if rank not in called)


def followed(calls: Sequence[FoundCall], notes: Sequence[FoundNote]) -> Iterator[tuple[int | None, bool]]:
    """Yield for each call the rank of its note, and whether the call leads there.

    A call leads to its note if that bears its mark, or leads back to it, or
    bears no label that could gainsay. Otherwise a reader must be content with
    the note that bears the mark, if there is one: on the call's page, or else
    anywhere.
    """
    bearing: dict[tuple[str | None, str], int] = {}
    for rank, note in enumerate(notes):
        for page in (note.page, None):
            bearing.setdefault((page, note.label or note.counted), rank)
    for rank, call in enumerate(calls):
        reached = notes[call.note] if call.note is not None else None
        if reached is not None and (reached.label in {"", call.mark} or rank in reached.back):
            yield call.note, True
        else:
            borne = bearing.get((call.page, call.mark))
            yield bearing.get((None, call.mark)) if borne is None else borne, False


def _citation(call: FoundCall, note: FoundNote, rank: int, *, jump: bool) -> Citation:
    # Two numbers for one note: the testimony has both, and so equals no promise. Nor does a call without any.
    marks = dict.fromkeys(filter(None, (call.mark, note.label, call.told))) if call.mark else ()
    return Citation(
        " ≠ ".join(marks),
        call.claim,
        note.text,
        note.links,
        note.shown,
        jump=jump,
        back=rank in note.back,
        seen=call.seen and note.seen,
        apart=call.apart,
        near=_near(call, note),
    )


def _near(call: FoundCall, note: FoundNote) -> bool:
    """Whether a note begins on the page of its call, or on the next; where there is no paper, it does."""
    return call.sheet is None or note.sheet is None or note.sheet - call.sheet in {0, 1}
