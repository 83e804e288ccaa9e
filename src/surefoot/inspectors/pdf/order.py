"""Whether the pages show blocks in the order in which the tags name them, as far as that is certain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise, takewhile
from operator import or_
from typing import TypeAlias

from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.kinds import is_block
from surefoot.inspectors.pdf.lines import Pages
from surefoot.inspectors.pdf.structure import NOTES, Content, Element

_FLOATS = frozenset({"Table", "Figure", "Formula", "Caption", "Aside"})
"""What a page may hold elsewhere than where it is read."""
_APART = _FLOATS | NOTES | {"Artifact"}
_CELLS = ("TD", "TH")
_COLUMN = 0.5
"""Of the width of the narrower of two blocks, from which the two stand in one column."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block begins."""

    page: int
    box: Box | None
    """Of all its ink on that page; None where its lines are not level."""
    around: tuple[Element, ...]
    """The blocks that it stands in, from the outermost."""

    def innermost(self, *tags: str) -> Element | None:
        """Return the innermost of the blocks around that has one of ``tags``."""
        return next((each for each in reversed(self.around) if each.tag in tags), None)

    def precedes(self, other: Place) -> bool:
        """Whether this surely stands before ``other``: on an earlier page, or above it in one column.

        A row that goes over a page is read cell by cell, and each of them may begin there or here.
        """
        if self.page != other.page:
            return self.page < other.page and not self._beside(other)
        if not self.box or not other.box or self.box.bottom < other.box.top:
            return False
        return self.box.shared_width(other.box) >= _COLUMN * min(self.box.width, other.box.width)

    def along(self, other: Place) -> int:
        """Return 1 where the next cell of a row stands on the right, -1 on the left, 0 where that is open."""
        if not self._beside(other) or self.page != other.page or not self.box or not other.box:
            return 0
        return (self.box.right <= other.box.left) - (other.box.right <= self.box.left)

    def _beside(self, other: Place) -> bool:
        """Whether the two stand in different cells of one row."""
        row = self.innermost("TR")
        return (
            row is not None
            and row is other.innermost("TR")
            and self.innermost(*_CELLS) is not other.innermost(*_CELLS)
        )


@dataclass(frozen=True, slots=True)
class Block:
    """The words of a block."""

    text: str
    place: Place | None
    """None where a page may show it anywhere: it floats, or goes on behind another block."""


def place(around: Sequence[Element], pages: Pages) -> Place | None:
    """Return where the last of ``around`` begins, with the words that are its own.

    Args:
        around: the blocks that have begun, from the outermost.
        pages: what can be seen.
    """
    floating = next((each.tag for each in reversed(around) if each.tag in _FLOATS), "Table")
    # A table's foot may be named before its rows (HTML 4.01, 11.2.3).
    if floating != "Table" or any(each.tag == "TFoot" for each in around):
        return None
    leaves = [leaf for leaf in _own(around[-1]) if leaf in pages and pages[leaf].seen and pages[leaf].box]
    if not leaves:
        return None
    page = leaves[0].page
    shown = [pages[leaf] for leaf in leaves if leaf.page == page]
    level = all(each.ends and all(run.level for run in each.ends) for each in shown)
    box = reduce(or_, (each.box for each in shown if each.box)) if level else None
    return Place(page, box, tuple(around))


def _own(element: Element) -> Iterator[Content]:
    """Yield the content of a block without the blocks in it, notes, and what floats."""
    for kid in element.kids:
        if isinstance(kid, Content):
            yield kid
        elif isinstance(kid, Element) and kid.tag not in _APART and not is_block(kid):
            yield from _own(kid)


def told(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the texts of ``blocks``, which come in the order of the tags; one may be empty.

    One that the pages show elsewhere is told in two halves, one where the tags
    name it and one where the pages show it: one of the two orders is wrong, the file
    does not say which, and so it stands whole at neither place. What stands in a
    table is compared with what stands in the same.
    """
    placed: dict[Element | None, _Ranked] = {}
    for rank, block in enumerate(blocks):
        if block.place:
            placed.setdefault(block.place.innermost("Table"), []).append((rank, block.place))
    goals = {rank: goal for each in placed.values() for rank, goal in (*_crossed(each), *_moved(each))}
    before: dict[int, list[str]] = {}
    for rank, goal in goals.items():
        before.setdefault(goal, []).append(_halves(blocks[rank].text)[1])
    for rank, block in enumerate(blocks):
        yield from before.get(rank, ())
        yield _halves(block.text)[0] if rank in goals else block.text
    yield from before.get(len(blocks), ())


def _halves(text: str) -> tuple[str, str]:
    middle = len(text) // 2
    cut = max(text.find(" ", middle), middle)
    return text[:cut], text[cut:].lstrip()


_Ranked: TypeAlias = list[tuple[int, Place]]
"""Places with their ranks among the blocks."""


def _moved(ranked: _Ranked) -> Iterator[tuple[int, int]]:
    """Yield the rank of each that pages and tags do not name in one order, and before which the pages do."""
    kept: _Ranked = []
    moved: _Ranked = []
    for each in ranked:
        behind = [other for other in _since(each[1].page, kept) if each[1].precedes(other[1])]
        if len(behind) > 1:
            moved.append(each)
            continue
        # Where only one stands behind this, and this behind all others, it is that one which is out of place.
        for other in behind:
            kept.remove(other)
            moved.append(other)
        kept.append(each)
    for rank, where in moved:
        yield rank, next((at for at, other in kept if where.precedes(other)), kept[-1][0] + 1)


def _since(page: int, ranked: _Ranked) -> Iterator[tuple[int, Place]]:
    """Yield those of ``ranked``, from the last, that stand on ``page`` or behind it."""
    return takewhile(lambda each: each[1].page >= page, reversed(ranked))


def _crossed(ranked: _Ranked) -> Iterator[tuple[int, int]]:
    """Yield the rank of each cell that stands before the last one of its row, and the rank of that.

    Whether a table runs to the right or to the left is what most of its cells do.
    """
    pairs = [(one, other, there.along(here)) for (one, there), (other, here) in pairwise(ranked)]
    course = sum(along for _, _, along in pairs)
    return ((other, one) for one, other, along in pairs if along * course < 0)
