"""Line figures up that stand at the right of their column, where notes are called behind some of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from xml.etree.ElementTree import Element

from surefoot.composition import is_call
from surefoot.writers.pdf.sheet.notes import NOTE


def line_up(body: Element) -> None:
    """Give cells room for the longest number of a note in their column, which would shift only its figure."""
    for table in body.iter("table"):
        for column in _columns(table):
            lines = [_line(cell) for cell in column if "right" in cell.get("class", "").split()]
            rooms = [_room(line) for line in lines]
            for line, own in zip(lines, rooms, strict=True):
                if room := max(rooms) - own:
                    line.set("data-room", "0" * room)


def _columns(table: Element) -> Collection[list[Element]]:
    """Return the cells of each column of ``table``, without those that stand in several."""
    columns: defaultdict[int, list[Element]] = defaultdict(list)
    for group in table:
        taken: defaultdict[int, int] = defaultdict(int)
        for row in group.iter("tr"):
            place = 0
            for cell in row:
                while taken[place]:
                    place += 1
                wide = int(cell.get("colspan", "1"))
                if wide == 1:
                    columns[place].append(cell)
                taken.update(dict.fromkeys(range(place, place + wide), int(cell.get("rowspan", "1"))))
                place += wide
            taken.update({place: max(0, rows - 1) for place, rows in taken.items()})
    return columns.values()


def _line(cell: Element) -> Element:
    """Return what holds the words of a cell: its only paragraph, or itself."""
    return cell[0] if [child.tag for child in cell] == ["p"] else cell


def _room(line: Element) -> int:
    """Return how many figures would fill the room of the numbers of notes at the end of a line."""
    return len(" ".join(call.text or "" for call in _last_calls(line)))


def _last_calls(line: Element) -> Iterable[Element]:
    """Yield the calls behind the last word of a line, the last first."""
    for child in reversed(line):
        if (child.tail or "").strip() or not (is_call(child) or child.tag == NOTE):
            return
        if is_call(child):
            yield child
