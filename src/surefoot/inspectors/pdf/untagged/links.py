"""Which letters each link annotation covers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pikepdf

from surefoot.inspectors.pdf.destinations import Link, Links
from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.untagged.glyphs import Glyph
from surefoot.inspectors.pdf.untagged.lines import Line
from surefoot.text import absolute


@dataclass(frozen=True, slots=True, eq=False)
class Area:
    """What a link out of the file covers."""

    page: int
    target: str
    glyphs: Sequence[Glyph]


@dataclass(slots=True)
class Covered:
    """What the links of a file cover."""

    within: dict[Glyph, Link] = field(default_factory=dict)
    """For each letter under a link within the file that link."""
    outward: list[Area] = field(default_factory=list)
    """The links out of the file, in the order in which its pages list them."""


def links(pdf: pikepdf.Pdf) -> Iterator[Link]:
    """Yield the links of every page, in the order in which the page lists them."""
    for page in pdf.pages:
        listed = page.obj.get("/Annots")
        if isinstance(listed, pikepdf.Array):
            # What stands in the array itself has no number by which it could be known.
            page.obj.Annots = pikepdf.Array([_known(pdf, annotation) for annotation in listed])
    reader = Links(pdf)
    for page in pdf.pages:
        listed = page.obj.get("/Annots")
        for annotation in listed if isinstance(listed, pikepdf.Array) else ():
            if isinstance(annotation, pikepdf.Dictionary) and (link := reader.read(annotation)):
                yield link


def _known(pdf: pikepdf.Pdf, annotation: pikepdf.Object) -> pikepdf.Object:
    bare = isinstance(annotation, pikepdf.Dictionary) and not annotation.is_indirect
    return pdf.make_indirect(annotation) if bare else annotation


def covered(found: Iterable[Link], lines: Mapping[int, Sequence[Line]]) -> Covered:
    """Return what the links ``found`` cover of the ``lines`` of each page."""
    result = Covered()
    for link in found:
        glyphs = list(_under(link, lines.get(link.page, ())))
        if absolute(link.address) and glyphs:
            result.outward.append(Area(link.page, link.address, glyphs))
        elif not link.address:
            for glyph in glyphs:
                # Of two areas over one letter, the first is the narrower or the same.
                result.within.setdefault(glyph, link)
    return result


def _under(link: Link, lines: Iterable[Line]) -> Iterator[Glyph]:
    area = link.area
    for line in lines:
        if area.beside(Box(line.left, line.up, line.right, line.up + line.size)):
            for glyph in line.glyphs:
                across, up = glyph.middle
                if area.left <= across <= area.right and area.bottom <= up <= area.top:
                    yield glyph
