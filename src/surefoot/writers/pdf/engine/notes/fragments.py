"""What a page holds of a note: the whole of it, or its lines up to where the room ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf
from typing import Any, TypeAlias

from weasyprint.draw.color import get_color
from weasyprint.formatting_structure.boxes import BlockLevelBox, LineBox, ReplacedBox, TableCellBox
from weasyprint.formatting_structure.build import create_anonymous_boxes
from weasyprint.layout import block
from weasyprint.layout.absolute import AbsolutePlaceholder

from surefoot.writers.pdf.boxes import Box

Layout: TypeAlias = Any
"""WeasyPrint's layout context."""
ROUNDING = 0.01
"""CSS pixels that heights may differ by without meaning anything."""
_CANVAS = frozenset({"html", "body"})
"""Elements whose background is that of the page."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where a note, or what is left of it, is to be laid out; heights are in CSS pixels."""

    start: Any = None
    """Where the note goes on; None at its beginning."""
    height: float = inf
    forced: bool = True
    """It begins the page: something must stand there, however little room there is."""


@dataclass(frozen=True, slots=True, eq=False)
class Fragment:
    """A note, or what a page holds of it, laid out."""

    note: Box
    inset: float
    """How far its margins push it down."""
    height: float
    resume_at: Any
    """Where it goes on on the next page; None if it ends here."""
    positioned: list[Box]
    """The boxes in it that have a position of their own."""

    @property
    def feet(self) -> list[float]:
        """How far down its lines end."""
        top = self.note.position_y - self.inset
        return sorted({round(bottom(line) - top, 2) for line in shown(self.note, painted=False)})

    def put(self, area: Box) -> None:
        """Let it stand at the end of a laid-out note area, which grows."""
        top = self.note.position_y - self.inset
        self.note.translate(
            area.content_box_x() - self.note.position_x, area.content_box_y() + area.height - top
        )
        area.children.append(self.note)
        area.height += self.height


def empty(context: Layout) -> Box:
    """Return the laid-out note area of a page, without notes."""
    area = context.current_footnote_area.copy_with_children([])
    return block.block_level_layout(context, area, -inf, None, area.page)[0]


def laid(context: Layout, area: Box, footnote: Box, room: Room) -> Fragment | None:
    """Lay a note out at the top of an empty ``area``, as far as there is room; None, if nothing fits."""
    note = create_anonymous_boxes(area.copy_with_children([footnote]).deepcopy()).children[0]
    note.position_x, note.position_y = area.content_box_x(), area.content_box_y()
    top, boxes = note.position_y, list[Box]()
    space = -inf if room.height == inf else context.page_bottom - top - room.height - ROUNDING
    note, resume_at, *_ = block.block_level_layout(
        context, note, space, room.start, area, room.forced, boxes, boxes
    )
    if note is None:
        return None
    inset = note.position_y - top
    height = room.height if resume_at else inset + note.margin_height()
    return Fragment(note, inset, height, resume_at, boxes)


def head(context: Layout, area: Box, footnote: Box, room: Room) -> Fragment | None:
    """Return what of a note fits into ``room``; None, if nothing does or all of it."""
    found, top = laid(context, area, footnote, room), area.content_box_y()
    if found is None or found.resume_at is None or foot(found.note) <= top:
        return None
    last = found.note.children[-1]
    # The paddings below the last line may want their room.
    for low in (foot(found.note), last.position_y + last.margin_height()):
        snug = laid(context, area, footnote, replace(room, height=min(low - top, room.height)))
        if snug and snug.resume_at == found.resume_at:
            return snug
    return found


def foot(box: Box, *, painted: bool = True) -> float:
    """Return how far down the page lines, pictures and perhaps painted boxes below ``box`` reach."""
    return max(map(bottom, shown(box, painted=painted)), default=0.0)


def bottom(box: Box) -> float:
    """Return where the lower edge of a line, or of another box with its border, is."""
    is_line = isinstance(box, LineBox)
    return float(box.border_box_y() + (box.height if is_line else box.border_height()))


def shown(box: Box, *, painted: bool) -> Iterator[Box]:
    """Yield the lines, pictures and painted boxes; what has a position of its own comes later."""
    if isinstance(box, AbsolutePlaceholder):
        return
    if isinstance(box, LineBox | ReplacedBox) or (painted and _is_painted(box)):
        yield box
    if not isinstance(box, LineBox):
        for child in box.children:
            yield from shown(child, painted=painted)


def _is_painted(box: Box) -> bool:
    """Return whether the edges of ``box`` can be seen; what is behind the whole page has none."""
    has_edges = isinstance(box, BlockLevelBox | TableCellBox) and box.element_tag not in _CANVAS
    return has_edges and bool(
        box.border_top_width or box.border_bottom_width or get_color(box.style, "background_color").alpha
    )
