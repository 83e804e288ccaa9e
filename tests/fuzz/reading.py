"""Read where every note stands from the finished file alone: letters, places, pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import pypdfium2

_SIGN = re.compile(r"([NC])(\d{3,})([SEC])")
_SLACK = 1.0
"""Points that a letter may stand out."""
_COVERED = 0.5
"""Of the lower one of two lines, in each direction: what no two lines of a page may share."""


@dataclass(frozen=True, slots=True)
class Notes:
    """What became of the notes of a document."""

    lost: int
    """Their first or last word is nowhere."""
    doubled: int
    next_page: int
    """They begin on the page behind the one of their call."""
    away: int
    """They begin further away than that."""
    off_page: int
    """Lines, of notes or of the text."""
    covered: int
    """Pairs of lines."""
    pages: int

    @property
    def sound(self) -> bool:
        """Whether nothing is lost, doubled, off the page, covered, or far from its call."""
        return not (self.lost or self.doubled or self.away or self.off_page or self.covered)


def notes(data: bytes, expected: int) -> Notes:
    """Return what became of the ``expected`` notes of a document."""
    pages = list(pypdfium2.PdfDocument(data))
    found = _found(pages)
    distances = [
        min(abs(found["N", number, "S"][0] - page) for page in found["C", number, "C"])
        for number in range(1, expected + 1)
        if found["N", number, "S"] and found["C", number, "C"]
    ]
    lines = [list(_lines(page)) for page in pages]
    return Notes(
        lost=sum(not _whole(found, number) for number in range(1, expected + 1)),
        doubled=sum(len(found["N", number, end]) > 1 for number in range(1, expected + 1) for end in "SE"),
        next_page=distances.count(1),
        away=sum(distance > 1 for distance in distances),
        off_page=sum(
            not _is_on(line, page) for page, several in zip(pages, lines, strict=True) for line in several
        ),
        covered=sum(_cover(*pair) for several in lines for pair in combinations(several, 2)),
        pages=len(pages),
    )


def _found(pages: Sequence[pypdfium2.PdfPage]) -> defaultdict[tuple[str, int, str], list[int]]:
    """Return the pages of each sign, in order."""
    found: defaultdict[tuple[str, int, str], list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        for kind, note, end in _SIGN.findall("".join(page.get_textpage().get_text_range().split())):
            found[kind, int(note), end].append(number)
    return found


def _whole(found: defaultdict[tuple[str, int, str], list[int]], number: int) -> bool:
    return all(found[sign] for sign in (("N", number, "S"), ("N", number, "E"), ("C", number, "C")))


@dataclass(frozen=True, slots=True)
class _Line:
    left: float
    bottom: float
    right: float
    top: float


def _lines(page: pypdfium2.PdfPage) -> Iterator[_Line]:
    """Yield the places of the runs of letters on ``page``, in points."""
    text = page.get_textpage()
    for rank in range(text.count_rects()):
        yield _Line(*text.get_rect(rank))


def _is_on(line: _Line, page: pypdfium2.PdfPage) -> bool:
    width, height = page.get_size()
    across = line.left > -_SLACK and line.right < width + _SLACK
    return across and line.bottom > -_SLACK and line.top < height + _SLACK


def _cover(one: _Line, other: _Line) -> bool:
    """Whether two runs of letters stand on each other; those that touch do not."""
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.top, other.top) - max(one.bottom, other.bottom)
    lower = min(one.top - one.bottom, other.top - other.bottom)
    return width > _SLACK and height > lower * _COVERED
