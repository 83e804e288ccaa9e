"""Show call and note of a citation as the pages have them: pieces of pages, with both outlined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

import pypdfium2

from surefoot.exhibit import Exhibition, Outline, Part, Picture
from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.lines import Pages, contents
from surefoot.inspectors.pdf.pictures import Stripe, on_screen, picture
from surefoot.inspectors.pdf.structure import Element

_ABOVE, _BELOW = 80, 46
"""Pixels of the page around a call: a few lines."""
_AROUND = 7
"""Pixels around a note: as far as its outline reaches."""
_TALLEST = 570
"""Pixels of a note that are shown of a page."""
_TOGETHER = 170
"""Pixels between call and note up to which they are shown in one piece."""
_PADDING = 5
"""Pixels between ink and outline."""


@dataclass(frozen=True, slots=True)
class Located:
    """Where a citation stands: the box of its ink on each page that has some of it."""

    call: Mapping[int, Box]
    note: Mapping[int, Box]


def by_page(boxes: Iterable[tuple[int, Box]]) -> dict[int, Box]:
    """Return one box for each page, around all that it has, in the order of pages."""
    found = sorted(boxes, key=lambda each: each[0])
    pages = dict.fromkeys(page for page, _ in found)
    return {page: reduce(or_, (box for number, box in found if number == page)) for page in pages}


def located(call: Element, note: Element | None, pages: Pages) -> Located:
    """Return where the elements of a call and of its note are on the pages of a tagged file."""
    return Located(by_page(_boxes(call, pages)), by_page(_boxes(note, pages)) if note else {})


def _boxes(element: Element, pages: Pages) -> Iterator[tuple[int, Box]]:
    return ((leaf.page, shown.box) for leaf, shown in contents(element, pages) if shown.box)


def exhibition(document: pypdfium2.PdfDocument, found: Iterable[Located]) -> Exhibition:
    """Return pictures of each of the citations ``found``."""
    return Exhibition(tuple(tuple(_pictures(document, each)) for each in found))


def _pictures(document: pypdfium2.PdfDocument, found: Located) -> Iterator[Picture]:
    calls = (_stripe(document, page, box, Part.CALL) for page, box in found.call.items())
    notes = (_stripe(document, page, box, Part.NOTE) for page, box in found.note.items())
    for stripe in _joined(filter(None, (*calls, *notes))):
        yield picture(document, stripe)


def _stripe(document: pypdfium2.PdfDocument, page: int, box: Box, part: Part) -> Stripe | None:
    """Return the piece of a page that shows ``box``; None where that is off the page."""
    edges = on_screen(document, page, box)
    if edges is None:
        return None
    left, top, right, bottom = edges
    width, height = right - left + 2 * _PADDING, bottom - top + 2 * _PADDING
    outline = Outline(part, left - _PADDING, top - _PADDING, width, height)
    if part is Part.CALL:
        return Stripe(page, top - _ABOVE, bottom + _BELOW, (outline,))
    end = min(bottom, top + _TALLEST)
    return Stripe(page, top - _AROUND, end + _AROUND, (outline,), cut=end < bottom)


def _joined(stripes: Iterable[Stripe]) -> Iterator[Stripe]:
    """Yield one stripe for those that are close to each other."""
    last: Stripe | None = None
    for stripe in sorted(stripes, key=lambda each: (each.page, each.top)):
        if last and last.page == stripe.page and stripe.top - last.bottom < _TOGETHER:
            bottom, cut = max(last.bottom, stripe.bottom), last.cut or stripe.cut
            last = replace(last, bottom=bottom, outlines=last.outlines + stripe.outlines, cut=cut)
            continue
        if last:
            yield last
        last = stripe
    if last:
        yield last
