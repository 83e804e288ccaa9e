"""Where lines of text end: there nobody can tell whether a space stood.

A space within a line is a glyph. Where a line ends, engines drop it. So between
two strings stands a :data:`surefoot.text.LINE_END`, unless the second surely
goes on where the first ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from surefoot.inspectors.pdf.content import Piece, combines
from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.runs import Run
from surefoot.inspectors.pdf.sight import Sight
from surefoot.inspectors.pdf.structure import NOTES, Content, Element
from surefoot.text import LINE_END, fold

_RISE = 0.6
"""Of the font's size, by which a superscript stands above its line; lines are farther apart."""
_GAP = 0.1
"""Of the font's size: more white than this between two strings may be a space."""
_OVERLAP = 0.5
"""Of the font's size, by which letters may reach over the next one."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows of a marked-content sequence."""

    text: str
    """All of it, also what cannot be seen."""
    visible: str
    """What of it can be seen."""
    seen: bool
    """Whether that is all."""
    box: Box | None
    """Of its ink; None if it has none."""
    ends: tuple[Run, Run] | None
    """Its first and its last string, where they can be told."""


Pages: TypeAlias = Mapping[Content, Shown]
"""What the pages show."""


def shown(mcid: int, pieces: Sequence[Piece], sight: Sight) -> Shown:
    """Return a sequence as it reads: ``pieces`` are its strings, ``sight`` the page."""
    runs, box = sight.runs[mcid], sight.boxes.get(mcid)
    if not pieces:
        seen = box is None or box.within(sight.visible)
        return Shown("", "", seen, box, None)
    if pieces[-1].last + 1 != len(runs):
        # Two readers of one content stream: where they differ on its strings, no geometry is certain.
        text = LINE_END.join(piece.text for piece in pieces)
        seen = not fold(text) or (bool(runs) and all(run.seen or run.box.empty for run in runs))
        return Shown(text, text if seen else "", seen, box, None)
    visible = [piece for piece in pieces if _is_seen(piece, runs)]
    text = _text(pieces, runs)
    seen = len(visible) == len(pieces)
    return Shown(text, text if seen else _text(visible, runs), seen, box, (runs[0], runs[-1]))


def _is_seen(piece: Piece, runs: Sequence[Run]) -> bool:
    strings = runs[piece.first : piece.last + 1]
    # Of several strings that one text stands for, some may be spaces.
    return not fold(piece.text) or (
        any(run.seen for run in strings) and all(run.seen or run.box.empty for run in strings)
    )


def _text(pieces: Sequence[Piece], runs: Sequence[Run]) -> str:
    parts = [piece.text for piece in pieces[:1]]
    for one, other in pairwise(pieces):
        goes_on = combines(other.text) or _goes_on(runs[one.last], runs[other.first])
        parts += ["" if goes_on else LINE_END, other.text]
    return "".join(parts)


def contents(element: Element, pages: Pages) -> Iterator[tuple[Content, Shown]]:
    """Yield all content of ``element`` that the pages have, in reading order."""
    for leaf in element.leaves():
        if isinstance(leaf, Content) and leaf in pages:
            yield leaf, pages[leaf]


def sighted(pages: Pages) -> Pages:
    """Return only what of ``pages`` can be seen."""
    return {leaf: each if each.seen else replace(each, text=each.visible) for leaf, each in pages.items()}


def joined(root: Element, pages: Pages) -> Pages:
    """Return ``pages`` with a line's end before all content that does not go on where the last ended.

    The order is that of the structure tree below ``root``; each note has its own.
    """
    texts = dict(pages)
    sequences: list[list[Content]] = [[]]
    _gather(root, sequences[0], sequences)
    for sequence in sequences:
        for before, leaf in pairwise(leaf for leaf in sequence if leaf in pages):
            one, other = pages[before].ends, pages[leaf].ends
            if not (one and other and before.page == leaf.page and _goes_on(one[-1], other[0])):
                texts[leaf] = _after_line_end(pages[leaf])
    return texts


def _after_line_end(shown: Shown) -> Shown:
    return replace(shown, text=LINE_END + shown.text, visible=LINE_END + shown.visible)


def _gather(element: Element, sequence: list[Content], sequences: list[list[Content]]) -> None:
    """Put the content of ``element`` at the end of ``sequence``, that of each note in one of its own."""
    for kid in element.kids:
        if isinstance(kid, Content):
            sequence.append(kid)
        elif isinstance(kid, Element) and kid.tag in NOTES:
            sequences.append([])
            _gather(kid, sequences[-1], sequences)
        elif isinstance(kid, Element) and kid.tag != "Artifact":
            _gather(kid, sequence, sequences)


def _goes_on(one: Run, other: Run) -> bool:
    """Whether ``other`` surely stands on the line of ``one`` with no space between their letters."""
    size = max(one.size, other.size)
    return (
        one.level
        and other.level
        and abs(other.up - one.up) < _RISE * size
        and -_OVERLAP * size < other.right - one.box.right <= _GAP * size
    )
