"""Where a link annotation leads: an address, or a place in the file (ISO 32000-1, 12.3.2 and 12.6.4)."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

import pikepdf

from surefoot.inspectors.pdf import names
from surefoot.inspectors.pdf.geometry import Box
from surefoot.inspectors.pdf.structure import Key

_HIDDEN = 2 | 32
"""Annotation flags Hidden and NoView (table 165): nobody can press it."""
_OUTWARD = frozenset({"/Launch", "/JavaScript", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData"})
"""Actions that leave the file or change it, beside those that open an address (table 198)."""
_COVERED = 0.9
"""Of a link's area: under another that covers so much of it, it cannot be pressed."""
_LEFT = {"/XYZ": 2, "/FitR": 2}
_TOP = {"/XYZ": 3, "/FitH": 2, "/FitBH": 2, "/FitR": 5}
"""At which rank a destination of each kind with a top says its left and its top edge (table 151)."""
_CORNERS = 4
_QUADRILATERAL = 8


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the file a link leads."""

    page: int
    left: float | None
    """None where the destination leaves it open."""
    top: float | None


@dataclass(frozen=True, slots=True)
class Link:
    """A link annotation that can be pressed."""

    page: int
    area: Box
    address: str = ""
    """Of a URI action, as written."""
    place: Place | None = None
    element: Key | None = None
    """The structure element that a structure destination names (ISO 32000-2, 12.3.2.3)."""


@dataclass(slots=True)
class Links:
    """The link annotations of one file."""

    pdf: pikepdf.Pdf
    on_paper: bool = False
    """There are none to be expected (see :mod:`.paper`)."""
    _pages: dict[Key, int] = field(init=False)
    _homes: dict[Key, int] = field(init=False)
    _named: dict[str, pikepdf.Object] = field(init=False)
    repeated: list[str] = field(default_factory=list)
    """Names of destinations that the name tree has twice (7.9.6)."""
    _known: dict[Key, Link | None] = field(default_factory=dict)
    _pressed: dict[Key, Link | None] = field(default_factory=dict)
    _others: dict[int, list[pikepdf.Object]] = field(default_factory=dict)
    """The annotations of each page, the topmost first."""

    def __post_init__(self) -> None:
        self._pages, self._homes = {}, {}
        for number, page in enumerate(self.pdf.pages):
            self._pages[page.obj.objgen] = number
            annotations = page.obj.get("/Annots")
            if isinstance(annotations, pikepdf.Array):
                self._homes.update((annotation.objgen, number) for annotation in annotations)
                self._others[number] = [*annotations][::-1]
        self._named = {}
        for name, destination in names.named(self.pdf):
            if name in self._named:
                self.repeated.append(str(name))
            self._named.setdefault(name, destination)

    def read(self, annotation: pikepdf.Object) -> Link | None:
        """Return the link, or None if it is no link or stands on no page with an area to be pressed.

        Under another that covers it, it is what that one does: the last that a page has is on top.
        """
        if annotation.objgen not in self._pressed:
            self._pressed[annotation.objgen] = self._topmost(annotation)
        return self._pressed[annotation.objgen]

    def _topmost(self, annotation: pikepdf.Object) -> Link | None:
        link = self._own(annotation)
        for other in self._others[link.page] if link else ():
            if other.objgen == annotation.objgen:
                break
            above = self._own(other)
            if link and above and above.area.touches(link.area) and _covers(other, link.area):
                return replace(above, area=link.area)
        return link

    def followed(self, item: pikepdf.Object) -> Link:
        """Return where an item of the outline leads (12.3.3), which stands on no page."""
        return self._led(-1, Box(0, 0, 0, 0), item)

    def outward(self, tagged: Container[Key]) -> Iterator[Link]:
        """Yield the links out of the file that are not among those ``tagged``, each with an address."""
        for annotation in (each for page in self._others.values() for each in reversed(page)):
            link = None if annotation.objgen in tagged else self._own(annotation)
            action = str(annotation.A.get("/S")) if link and "/A" in annotation else ""
            if link and link.address:
                yield link
            elif link and action in _OUTWARD:
                yield replace(link, address=f"{action[1:].lower()}:")

    def _own(self, annotation: pikepdf.Object) -> Link | None:
        if annotation.objgen not in self._known:
            self._known[annotation.objgen] = self._read(annotation)
        return self._known[annotation.objgen]

    def _read(self, annotation: pikepdf.Object) -> Link | None:
        page, area = self._homes.get(annotation.objgen), _area(annotation)
        hidden = int(annotation.get("/F", 0)) & _HIDDEN
        if annotation.get("/Subtype") != "/Link" or page is None or area is None or hidden:
            return None
        return self._led(page, area, annotation)

    def _led(self, page: int, area: Box, holder: pikepdf.Object) -> Link:
        action = holder.get("/A")
        if not isinstance(action, pikepdf.Dictionary):
            return self._inward(page, area, holder.get("/Dest"), holder.get("/SE"))
        if action.get("/S") == "/URI":
            return Link(page, area, address=str(action.get("/URI", "")))
        if action.get("/S") != "/GoTo":
            return Link(page, area)
        return self._inward(page, area, action.get("/D"), action.get("/SD"))

    def _inward(
        self, page: int, area: Box, destination: pikepdf.Object | None, structure: pikepdf.Object | None
    ) -> Link:
        """Return a link within the file; what a name stands for may say both destinations as well."""
        if isinstance(destination, pikepdf.String | pikepdf.Name):
            destination = self._named.get(str(destination))
        if isinstance(destination, pikepdf.Dictionary):
            structure = structure or destination.get("/SD")
            destination = destination.get("/D")
        element = _element(structure) or _element(destination)
        return Link(page, area, place=self._place(destination), element=element)

    def _place(self, destination: pikepdf.Object | None) -> Place | None:
        if not isinstance(destination, pikepdf.Array) or len(destination) <= 1:
            return None
        first, kind, *_ = destination
        page = self._pages.get(first.objgen) if isinstance(first, pikepdf.Dictionary) else None
        if page is None:
            return None
        return Place(
            page, _number(destination, _LEFT.get(str(kind))), _number(destination, _TOP.get(str(kind)))
        )


def _element(destination: pikepdf.Object | None) -> Key | None:
    """Return the element that a structure destination begins with, where another names a page."""
    first = destination[0] if isinstance(destination, pikepdf.Array) and len(destination) else None
    return first.objgen if isinstance(first, pikepdf.Dictionary) and "/S" in first else None


def _covers(annotation: pikepdf.Object, area: Box) -> bool:
    """Whether nearly all of ``area`` is in the area or the quadrilaterals of an annotation (12.5.6.5)."""
    points, whole = annotation.get("/QuadPoints"), _area(annotation)
    if not isinstance(points, pikepdf.Array):
        return whole is not None and whole.share(area) >= _COVERED
    edges = [*map(float, points)]
    quads = (edges[at : at + _QUADRILATERAL] for at in range(0, len(edges), _QUADRILATERAL))
    boxes = (Box(min(each[::2]), min(each[1::2]), max(each[::2]), max(each[1::2])) for each in quads)
    return any(box.share(area) >= _COVERED for box in boxes)


def _area(annotation: pikepdf.Object) -> Box | None:
    edges = annotation.get("/Rect")
    if not isinstance(edges, pikepdf.Array) or len(edges) != _CORNERS:
        return None
    left, right = sorted((float(edges[0]), float(edges[2])))
    bottom, top = sorted((float(edges[1]), float(edges[3])))
    area = Box(left, bottom, right, top)
    return None if area.empty else area


def _number(destination: pikepdf.Array, rank: int | None) -> float | None:
    """Return one coordinate; null is none (table 151)."""
    found = next(islice(destination, rank, None), None) if rank is not None else None
    return None if found is None else float(found)
