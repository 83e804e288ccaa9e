"""Say what stands elsewhere than an author asks for, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from surefoot.writers.pdf.engine.tables.fit import Fit
from surefoot.writers.pdf.sheet.ground import Ground
from surefoot.writers.pdf.sheet.placement import Placement, Standing

_WIDE = "it would have been wider than the page. Between `::: landscape` and `:::` it has a page on its side."
_READABLE = 7
"""Points; smaller type in a table is worth a word."""
_SHOWN = 12
"""Notes or tables that a sentence names."""
_WHERE = {
    Standing.BLOCK: "behind the paragraph or table with its call",
    Standing.CELL: "in the table cell with its call",
    Standing.CALL: "in the text, right behind its call",
    Standing.SECTION: "at the end of the section with its call",
    Standing.END: "at the end of the document",
}
_REASON = "the foot of the page could not hold it whole, apart from the text, and near its call"


_REASONS = "the foot of the page could not hold them whole, apart from the text, and near their calls"


def remarks(placement: Placement, ground: Ground, fits: Mapping[int, Fit]) -> tuple[str, ...]:
    """Return a sentence for each kind of thing that a reader will notice; none, if there is nothing.

    Args:
        placement: what stands elsewhere than it should.
        ground: the names of what the sentences speak of.
        fits: what became of tables, by their ranks.
    """
    return (*_moved(placement, ground), *_tightened(placement, ground, fits), *_cut(placement, ground))


def _moved(placement: Placement, ground: Ground) -> Iterator[str]:
    for standing, where in _WHERE.items():
        moved = [int(note.removeprefix("fn-")) for note in ground.sizes if placement.of(note) == standing]
        if moved:
            named = _listed("Note", "Notes", [str(number) for number in sorted(moved)])
            one = f"{named} stands {where}: {_REASON}."
            yield one if len(moved) == 1 else f"{named} stand {where}, each: {_REASONS}."


def _tightened(placement: Placement, ground: Ground, fits: Mapping[int, Fit]) -> Iterator[str]:
    broken = placement.narrow | {rank for rank, fit in fits.items() if fit.broken}
    small = {rank for rank, fit in fits.items() if fit.size and fit.size < _READABLE} - broken
    if small:
        yield f"{_tables(small, ground)}, the type is smaller: {_WIDE}"
    if broken:
        yield f"{_tables(broken, ground)}, the type is smaller, and words are broken: {_WIDE}"


def _cut(placement: Placement, ground: Ground) -> Iterator[str]:
    if placement.headless:
        named = _tables(placement.headless, ground)
        yield f"{named}, the head is not repeated: with its notes it is too tall for some page."
    if placement.plain:
        yield "Tables and figures are broken wherever a page ends: some are taller than a page."
    elif placement.loose:
        named = _tables(placement.loose, ground)
        yield f"{named}, rows are broken where a page ends: one is taller than a page."


def _tables(ranks: Collection[int], ground: Ground) -> str:
    return _listed(
        "In the table", "In each of the tables", [f"“{ground.tables[rank]}”" for rank in sorted(ranks)]
    )


def _listed(one: str, several: str, names: Sequence[str]) -> str:
    """Return ``names`` as a list in a sentence, after what they are."""
    more = [f"{len(names) - _SHOWN} more"] if len(names) > _SHOWN else []
    *first, last = [*names[:_SHOWN], *more]
    return f"{several} {', '.join(first)} and {last}" if first else f"{one} {last}"
