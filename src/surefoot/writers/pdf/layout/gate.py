"""The gate before anything is written: every word laid out, once, where it can be read.

A layout engine that drops a line says nothing. So the words of the laid-out
boxes are compared with the words of the tree, element by element, and every
line must lie inside its page, and the body above the notes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from itertools import takewhile
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure.boxes import FootnoteAreaBox, TableBox, TextBox

from surefoot.composition import is_call
from surefoot.text import fold
from surefoot.writers.pdf.boxes import Box, Rendering, parts, unwrapped

BODY = ""
"""Stands for the body where others have the id of their note."""
_SLACK = 1.0
"""CSS pixels that a line may stand out, for accents and for rounding."""
_QUOTED = 40
"""Characters of a passage that a message shows."""
_UNSHOWN = frozenset({"rp"})
"""Elements for readers that do not know another element: ours does."""


class Ill(Enum):
    """A kind of trouble."""

    WORDS = auto()
    """They are lost, doubled, or others."""
    ASIDE = auto()
    """They run off the side of the page."""
    OFF = auto()
    """They run off its foot or head."""
    COVERED = auto()
    """They stand where the notes stand."""
    AWAY = auto()
    """A note begins before the page of its call, or later than on the next one."""


_SAID = {
    Ill.ASIDE: "runs off the side of the page",
    Ill.OFF: "runs off the foot or head of the page",
    Ill.COVERED: "stands where the notes stand",
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """What would be lost or unreadable."""

    ill: Ill
    what: str
    """A sentence."""
    page: int
    """One-based; 0 if it is on none."""
    note: str = BODY
    """The id of the note that suffers."""
    element: Element | None = None
    """Whose words they are."""
    between: range = range(0)
    """The pages between the call of a note and a note that is away."""


def check(
    rendering: Rendering, notes: Mapping[Element, str], furniture: Collection[Box]
) -> tuple[Trouble, ...]:
    """Return everything that is wrong with the laid-out pages; nothing, if they can be written.

    Args:
        rendering: the laid-out pages.
        notes: each element that holds a note or a part of one, and the note's id.
        furniture: boxes that are no content.
    """
    laid: defaultdict[Element, list[str]] = defaultdict(list)
    pages: dict[str, int] = {}
    troubles: list[Trouble] = []
    for number, page in enumerate(rendering.pages, start=1):
        lines = [line for line in _lines(page, notes) if line.box not in furniture]
        troubles += _misplaced(page._page_box, number, lines)  # noqa: SLF001
        for line in lines:
            laid[line.box.element].append(line.box.text)
            pages.setdefault(_whose(line), number)
    body = rendering._html.etree_element.find("body")  # noqa: SLF001
    return (*_differences(body, BODY, notes, laid), *troubles, *_strayed(pages))


@dataclass(frozen=True, slots=True)
class _Line:
    """One text box: a line, or a part of one."""

    box: Box
    owner: str
    at_foot: bool
    """It stands in the note area."""
    in_table: bool

    @property
    def top(self) -> float:
        """Where its letters begin, or the line itself where it is set tight: then some reach out of it."""
        return float(self.box.position_y + max(self.box.margin_top, 0))


def _whose(line: _Line) -> str:
    """Return the id of the note that a line is of, and the address of the note that it calls."""
    element = line.box.element
    return str(element.get("href")) if is_call(element) else line.owner


def _strayed(pages: Mapping[str, int]) -> Iterator[Trouble]:
    """Yield the notes that do not begin on the page of their first call, or on the next."""
    for note, page in pages.items():
        call = pages.get(f"#{note}", page)
        if page - call not in {0, 1}:
            what = f"Note {note.removeprefix('fn-')} is called on page {call} and stands on page {page}."
            yield Trouble(Ill.AWAY, what, page, note, between=range(call + 1, page))


def _lines(page: Box, notes: Mapping[Element, str]) -> Iterator[_Line]:
    for part in parts(page):
        at_foot = isinstance(part, FootnoteAreaBox)
        yield from _texts(part, _Line(part, BODY, at_foot, in_table=False), notes)


def _texts(box: Box, around: _Line, notes: Mapping[Element, str]) -> Iterator[_Line]:
    """Yield the text boxes below ``box``, which stands in ``around``; not what a stylesheet generated."""
    box = unwrapped(box)
    if "::" in (box.element_tag or ""):
        return
    in_table = around.in_table or isinstance(box, TableBox)
    line = _Line(box, notes.get(box.element, around.owner), around.at_foot, in_table)
    if isinstance(box, TextBox):
        yield line
    for child in box.children:
        yield from _texts(child, line, notes)


def _misplaced(page: Box, number: int, lines: Collection[_Line]) -> Iterator[Trouble]:
    """Yield lines that stand off the page, in its margins, or over the notes."""
    top, bottom = page.content_box_y(), page.content_box_y() + page.height
    notes_begin = min((line.top for line in lines if line.at_foot), default=bottom)
    for line in lines:
        box = line.box
        if not box.text.strip():
            continue
        end = line.top + min(box.height, box.margin_height())
        left, right = _sides(page, line)
        if box.position_x < left - _SLACK or box.position_x + box.width > right + _SLACK:
            ill = Ill.ASIDE
        elif line.top < top - _SLACK or end > bottom + _SLACK:
            ill = Ill.OFF
        elif not line.at_foot and end > notes_begin + _SLACK:
            ill = Ill.COVERED
        else:
            continue
        yield Trouble(ill, f"{_quoted(box.text)} {_SAID[ill]}.", number, line.owner, box.element)


def _sides(page: Box, line: _Line) -> tuple[float, float]:
    """Return what a line must stand between: those of a table keep out of the margins."""
    if line.in_table:
        return page.content_box_x(), page.content_box_x() + page.width
    return 0, page.margin_width()


def _differences(
    element: Element, owner: str, notes: Mapping[Element, str], laid: Mapping[Element, list[str]]
) -> Iterator[Trouble]:
    """Yield where the words right inside ``element``, or inside those below, are not those laid out."""
    if element.tag in _UNSHOWN:
        return
    owner = notes.get(element, owner)
    wanted = _comparable([element.text or "", *(child.tail or "" for child in element)])
    got = _comparable(laid.get(element, []))
    if wanted != got:
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(wanted, got, strict=False)))
        where = f"note {owner.removeprefix('fn-')}" if owner else "the text"
        what = f"In {where}, {_quoted(wanted[same:])} was laid out as {_quoted(got[same:])}."
        yield Trouble(Ill.WORDS, what, 0, owner, element)
    for child in element:
        yield from _differences(child, owner, notes, laid)


def _comparable(texts: Collection[str]) -> str:
    # Capitals may be the stylesheet's; case is no word lost.
    # The engine breaks words with U+2010; where an author wrote one it is none of the gate's business.
    return fold("".join(texts).replace("\u2010", "")).casefold()


def _quoted(text: str) -> str:
    words = text.strip()
    return f"“{words[:_QUOTED]}…”" if len(words) > _QUOTED else f"“{words}”"
