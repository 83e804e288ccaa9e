"""Cut long notes into parts that can go over to the next page.

WeasyPrint never breaks a footnote over pages: one that is taller than the page
runs off it. A long note therefore becomes several footnotes in a row, cut where
a block or a sentence ends; in the structure tree they are one note again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias
from xml.etree.ElementTree import Element

LIMIT = 1100
"""Characters in a part: about a dozen lines. Longer parts leave holes at the foot of pages."""
SMALL = 260
"""Characters in a small part, where no page can hold the others."""
SLACK = 1.4
"""A note is left whole up to this much over the limit."""
_PAGE = 4
"""Parts that fill a page. Of longer notes the parts are half as long: many pages would have holes."""
_NEAR = 0.8
"""A sentence that ends beyond this share of the limit ends the part."""
_WORD = re.compile(r"\s*[^\s。！？]+[。！？]*\s*|\s*[。！？]+\s*|\s+")
_WORD_END = re.compile(r"[\s。！？]$")
_SENTENCE_END = re.compile(r"[.!?]['\"”’»)\]]*\s+$|[。！？]\s*$")

Piece: TypeAlias = str | Element
"""Of a paragraph: a word with the space behind it, or an element, which is never cut."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What was cut from the end of a note."""

    parts: tuple[Element, ...]
    continued: dict[Element, Element]
    """Each paragraph that continues another one, and the one it continues."""


def split(note: Element, limit: int = LIMIT) -> Rest:
    """Cut a long ``note`` down to its first part of about ``limit`` characters, and return the rest."""
    size = _size(note)
    if size <= limit * SLACK:
        return Rest((), {})
    if size > limit * _PAGE:
        limit //= 2
    continued: dict[Element, Element] = {}
    blocks = [fragment for block in note for fragment in _fragments(block, continued, limit)]
    first, *others = _gathered(blocks, limit)
    note[:] = first
    return Rest(tuple(_part(note, group) for group in others), continued)


def _size(piece: Piece) -> int:
    return len(piece) if isinstance(piece, str) else sum(map(len, piece.itertext()))


def _gathered(blocks: Sequence[Element], limit: int) -> list[list[Element]]:
    """Gather blocks to groups of about the limit, never an empty one."""
    groups: list[list[Element]] = [[]]
    for block in blocks:
        if groups[-1] and sum(map(_size, groups[-1])) + _size(block) > limit:
            groups.append([])
        groups[-1].append(block)
    return groups


def _part(note: Element, blocks: Sequence[Element]) -> Element:
    part = Element(note.tag, {"class": "continued"})
    part.extend(blocks)
    return part


def _fragments(block: Element, continued: dict[Element, Element], limit: int) -> list[Element]:
    """Return a paragraph in fragments of about the limit; any other block whole."""
    if block.tag != "p" or _size(block) <= limit:
        return [block]
    runs = list(_runs(block, limit))
    fragments = [_paragraph(block, run) for run in runs]
    for before, after in pairwise(fragments):
        before.set("class", f"{before.get('class', '')} cut".strip())
        after.set("class", "continued")
        continued[after] = before
    fragments[-1].tail = block.tail
    return fragments


def _runs(paragraph: Element, limit: int) -> Iterator[list[Piece]]:
    """Yield the pieces of ``paragraph`` in runs of about the limit, up to a sentence's end if one is near."""
    run: list[Piece] = []
    for piece in _pieces(paragraph):
        size = sum(map(_size, run))
        near = size > limit * _NEAR and _ends(_SENTENCE_END, run[-1])
        if near or (size + _size(piece) > limit and _ends(_WORD_END, run[-1])):
            yield run
            run = []
        run.append(piece)
    yield run


def _ends(pattern: re.Pattern[str], piece: Piece) -> bool:
    return isinstance(piece, str) and bool(pattern.search(piece))


def _pieces(paragraph: Element) -> Iterator[Piece]:
    yield from _words(paragraph.text)
    for child in paragraph:
        tail, child.tail = child.tail, None
        yield child
        yield from _words(tail)


def _words(text: str | None) -> list[str]:
    return _WORD.findall(text or "")


def _paragraph(original: Element, pieces: Sequence[Piece]) -> Element:
    paragraph = Element("p", original.attrib)
    paragraph.text = ""
    for piece in pieces:
        if isinstance(piece, Element):
            paragraph.append(piece)
        elif len(paragraph):
            paragraph[-1].tail = (paragraph[-1].tail or "") + piece
        else:
            paragraph.text += piece
    return paragraph
