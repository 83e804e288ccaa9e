"""The structure tree of a tagged PDF as plain elements (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import pikepdf

from surefoot.errors import UnreadableError
from surefoot.inspectors.pdf import formulas
from surefoot.inspectors.pdf.attributes import array, attributes, named, span

NOTES = frozenset({"Note", "FENote"})
"""The structure types of notes (ISO 32000-1, 14.8.4.4; ISO 32000-2, 14.8.4.7)."""
_TEXTS = NOTES | {
    "P",
    "LI",
    "LBody",
    "TH",
    "TD",
    "Caption",
    "BlockQuote",
    *(f"H{level}" for level in range(1, 7)),
}
Key: TypeAlias = tuple[int, int]
"""Number and generation of an indirect object; ``(0, 0)`` for a direct one."""

_DEPTH = 200
"""Deeper nesting is no document but an attack on whoever reads it."""
DIRECT = (0, 0)


@dataclass(frozen=True, slots=True)
class Content:
    """A leaf: a marked-content sequence of a page."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True, eq=False)
class Annotation:
    """A leaf: an annotation, such as the active area of a link."""

    object: pikepdf.Object


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """A structure element."""

    tag: str
    """The standard structure type, without its slash: ``Note``."""
    key: Key
    kids: tuple[Element | Content | Annotation, ...]
    alternative: str
    """Its /Alt, else its /ActualText; of a formula that has neither, the TeX of its MathML."""
    refs: frozenset[Key]
    """The elements that its /Ref names (ISO 32000-2, 14.7.2)."""
    numbering: str
    """A list's /ListNumbering; empty where none is given."""
    replacement: str = ""
    """What is said in the place of its words: its /ActualText, or the /Alt of a block of text (14.9)."""
    name: bytes = b""
    """Its /ID, unique in the file (14.7.2, table 323)."""
    note: str = ""
    """A note's /NoteType: ``Footnote``, ``Endnote`` (ISO 32000-2, 14.8.5.5)."""
    leftward: bool = False
    """Its lines run from right to left: its /WritingMode (14.8.5.4.1)."""
    spans: tuple[int, int] = (1, 1)
    """Over how many columns and rows a cell reaches: its /ColSpan and /RowSpan (14.8.5.7)."""

    def descendants(self) -> Iterator[Element]:
        """Yield the element itself and every element below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.descendants()

    def leaves(self) -> Iterator[Content | Annotation]:
        """Yield the content and the annotations of the element and of all below it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.leaves()
            else:
                yield kid


def read(pdf: pikepdf.Pdf) -> Element | None:
    """Return the whole structure tree below one element of our own; None where the file is not tagged.

    Raises:
        UnreadableError: the structure tree is empty, or it is not a tree.
    """
    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary) or "/K" not in root:
        return None
    return _Reader(pdf, root).root()


@dataclass(slots=True)
class _Reader:
    pdf: pikepdf.Pdf
    tree: pikepdf.Object
    _pages: dict[Key, int] = field(init=False)
    _roles: dict[tuple[str, Key], str] = field(default_factory=dict)
    _seen: set[Key] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._pages = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}

    def root(self) -> Element:
        kids = tuple(self._kids(self.tree, None, 0))
        if not kids:
            raise UnreadableError(
                "The PDF's structure tree is empty: nothing says what is a note and what is text."
            )
        return Element("Document", self.tree.objgen, kids, "", frozenset(), "")

    def _kids(
        self, parent: pikepdf.Object, page: int | None, depth: int
    ) -> Iterator[Element | Content | Annotation]:
        for child in array(parent.get("/K")):
            if isinstance(child, int):
                if page is not None:
                    yield Content(page, child)
            elif isinstance(child, pikepdf.Dictionary):
                yield from self._kid(child, page, depth)

    def _kid(
        self, child: pikepdf.Object, page: int | None, depth: int
    ) -> Iterator[Element | Content | Annotation]:
        kind = child.get("/Type")
        if kind == "/OBJR":
            if isinstance(child.get("/Obj"), pikepdf.Dictionary):
                yield Annotation(child.Obj)
        elif kind == "/MCR":
            number = self._page(child, page)
            # Content of a form with marks of its own (/Stm) is left out: better unread than mistaken.
            if number is not None and "/Stm" not in child and isinstance(child.get("/MCID"), int):
                yield Content(number, int(child.MCID))
        elif "/S" in child:
            yield self._element(child, page, depth + 1)

    def _element(self, found: pikepdf.Object, page: int | None, depth: int) -> Element:
        key = found.objgen
        if depth > _DEPTH:
            raise UnreadableError(f"The PDF's structure tree is more than {_DEPTH} elements deep.")
        if key in self._seen:
            raise UnreadableError("The PDF's structure tree is no tree: an element stands in two places.")
        if key != DIRECT:
            self._seen.add(key)
        held = attributes(found)
        return Element(
            tag=self._role(found),
            key=key,
            kids=tuple(self._kids(found, self._page(found, page), depth)),
            alternative=self._alternative(found),
            refs=frozenset(
                ref.objgen for ref in array(found.get("/Ref")) if isinstance(ref, pikepdf.Dictionary)
            ),
            numbering=named(held, "/ListNumbering"),
            replacement=self._replacement(found),
            name=bytes(found.ID) if isinstance(found.get("/ID"), pikepdf.String) else b"",
            note=named(held, "/NoteType"),
            leftward=named(held, "/WritingMode") == "RlTb",
            spans=(span(held, "/ColSpan"), span(held, "/RowSpan")),
        )

    def _alternative(self, found: pikepdf.Object) -> str:
        text = str(found.get("/Alt", found.get("/ActualText", "")))
        return formulas.tex(found) if not text and self._role(found) == "Formula" else text

    def _replacement(self, found: pikepdf.Object) -> str:
        text = found.get("/ActualText", found.get("/Alt") if self._role(found) in _TEXTS else None)
        return str(text) if isinstance(text, pikepdf.String) else ""

    def _page(self, found: pikepdf.Object, inherited: int | None) -> int | None:
        page = found.get("/Pg")
        return inherited if page is None else self._pages.get(page.objgen)

    def _role(self, found: pikepdf.Object) -> str:
        """Map the element's type to a standard one, by role map and by namespace (14.8.4, 14.7.4)."""
        name, namespace = str(found.S), found.get("/NS")
        start = name, namespace.objgen if namespace is not None else DIRECT
        if start not in self._roles:
            self._roles[start] = self._mapped(name, namespace)
        return self._roles[start]

    def _mapped(self, name: str, namespace: pikepdf.Object | None) -> str:
        met = set()
        while name not in met:
            met.add(name)
            roles = self.tree.get("/RoleMap") if namespace is None else namespace.get("/RoleMapNS")
            role = roles.get(name) if isinstance(roles, pikepdf.Dictionary) else None
            if isinstance(role, pikepdf.Array):
                name, namespace = str(role[0]), role[1]
            elif role is not None:
                name, namespace = str(role), None
        return name[1:]
