"""Where each laid-out page begins in the text, and which number is printed on it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure.boxes import MarginBox, ReplacedBox, TextBox

from surefoot.pages import Page, Stretch, letters, stretches
from surefoot.writers.pdf.boxes import Box, Rendering, parts, unwrapped, walk
from surefoot.writers.pdf.sheet import Sheet


def paged(rendering: Rendering, sheet: Sheet, furniture: Collection[Box]) -> tuple[Page, ...]:
    """Return the pages of ``rendering`` with their labels and the places where their text begins.

    The first bears the title, and so begins before the text. One that bears nothing
    of the text, but contents or the rest of notes, begins where the next one does.
    """
    reading = _Reading.of(sheet)
    begins = [reading.begin(page, furniture) for page in rendering.pages]
    following = reading.end
    for number in reversed(range(len(begins))):
        begins[number] = following = following if (own := begins[number]) is None else own
    places = [None, *begins[1:]]
    known = zip(labels(rendering), places, strict=True)
    return tuple(Page(label, place) for label, place in known if label)


def labels(rendering: Rendering) -> tuple[str, ...]:
    """Return the number that each page prints, or else its rank; nothing where that is another's number."""
    printed = [_printed(page._page_box) for page in rendering.pages]  # noqa: SLF001 - there is no other way
    ranks = map(str, range(1, len(printed) + 1))
    return tuple(
        label or ("" if rank in printed else rank) for label, rank in zip(printed, ranks, strict=True)
    )


@dataclass(slots=True)
class _Reading:
    """How far the text has been read, page by page."""

    own: dict[Element, list[Stretch]]
    """The letters of each element, or the one that it counts as."""
    end: int
    """How many there are in all."""
    laid: Counter[Element] = field(default_factory=Counter)
    """How many letters of each element stand on the pages so far."""
    place: int = 0
    """Where the last page began that bears some."""

    @classmethod
    def of(cls, sheet: Sheet) -> _Reading:
        """Return a reading that has not begun."""
        own, end = defaultdict[Element, list[Stretch]](list), 0
        for stretch in stretches(sheet.root[1], sheet.added):
            own[stretch.owner].append(stretch)
            end = stretch.place + stretch.size
        return cls(dict(own), end)

    def begin(self, page: Box, furniture: Collection[Box]) -> int | None:
        """Return the place of the first letter on the next ``page``; None if it bears none."""
        found = None
        for box in _flow(page):
            if box.element in self.own and box not in furniture:
                # What was on a page before may go on here: a row, all of whose cells are cut.
                if found is None and (place := self._place(box)) >= self.place:
                    self.place = found = place
                self.laid[box.element] += letters(getattr(box, "text", ""))
        return found

    def _place(self, box: Box) -> int:
        """Return the place of the next letter of a box's element; before all, if it has no more."""
        read = self.laid[box.element] if letters(getattr(box, "text", "-")) else self.end
        for stretch in self.own[box.element]:
            if stretch.whole or read < stretch.size:
                return stretch.place + (0 if stretch.whole else read)
            read -= stretch.size
        return -1


def _flow(page: Box) -> Iterator[Box]:
    """Yield the texts and pictures of a page, in reading order, without its margins."""
    for part in parts(page):
        if not isinstance(part, MarginBox):
            yield from _shown(part)


def _shown(box: Box) -> Iterator[Box]:
    """Yield the texts and pictures below ``box``, but not what a style sheet generated."""
    box = unwrapped(box)
    if "::" in (box.element_tag or ""):
        return
    if isinstance(box, (ReplacedBox, TextBox)):
        yield box
    for child in box.children:
        yield from _shown(child)


def _printed(page: Box) -> str:
    """Return the number that stands in a margin of ``page``; nothing, if none does."""
    for box in page.children:
        if isinstance(box, MarginBox) and box.children:
            text = "".join(each.text for each in walk(box) if isinstance(each, TextBox))
            if found := re.fullmatch(_pattern(box.style["content"]), text.strip(), re.DOTALL | re.IGNORECASE):
                return found["page"]
    return ""


def _pattern(content: Sequence[tuple[str, object]]) -> str:
    """Return a pattern for what the property ``content`` prints, with a group for the number of the page."""
    pieces, known = [], False
    for kind, value in content:
        if kind == "string":
            pieces.append(r"\s*".join(map(re.escape, str(value).split())))
        elif kind == "counter()" and not known and isinstance(value, tuple) and value[0] == "page":
            pieces.append(r"(?P<page>\S+?)")
            known = True
        else:
            pieces.append(".*?")
    return r"\s*".join(pieces) if known else r"(?!)"
