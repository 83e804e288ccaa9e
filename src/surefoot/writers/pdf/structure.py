"""A structure tree in memory, and its form in PDF (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import pydyf

Pdf: TypeAlias = pydyf.PDF


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of marked content on a page."""

    page: int
    """Zero-based."""
    mcid: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link that can be clicked on a page."""

    page: int
    dictionary: Any
    """The annotation's own dictionary, which gets a place in the parent tree."""


@dataclass(eq=False, slots=True)
class Node:
    """A structure element."""

    role: str
    """A standard structure type (ISO 32000-1, 14.8.4)."""
    parent: Node | None = None
    kids: list[Node | Mark | Annotation] = field(default_factory=list)
    id: str = ""
    alt: str | None = None
    language: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    """One attribute object, with its owner: ``{"O": "/Table", "Scope": "/Row"}``."""
    may_be_empty: bool = False
    """It keeps its place without content: an empty table cell."""

    def add(self, role: str, **more: Any) -> Node:
        """Append a new child and return it."""
        child = Node(role, self, **more)
        self.kids.append(child)
        return child

    def prune(self) -> bool:
        """Drop all elements below that hold nothing; return whether this one holds something."""
        self.kids = [kid for kid in self.kids if not isinstance(kid, Node) or kid.prune()]
        return bool(self.kids) or self.may_be_empty

    def nodes(self) -> Iterator[Node]:
        """Yield this element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.nodes()


def write(pdf: Pdf, document: Node, pages: int) -> None:
    """Write the tree below ``document`` into ``pdf``, with parent tree and ID tree.

    Args:
        pdf: the file, its pages and annotations present.
        document: the root; every piece of marked content of every page hangs below it.
        pages: how many there are.
    """
    document.prune()
    root = _added(pdf, Type="/StructTreeRoot")
    written = {node: _added(pdf, Type="/StructElem", S=f"/{node.role}") for node in document.nodes()}
    page_references = pdf.page_references
    for node, element in written.items():
        element["P"] = (written[node.parent] if node.parent else root).reference
        element["K"] = pydyf.Array([_kid(kid, written, page_references) for kid in node.kids])
        element.update(_said(node))
    root["K"] = pydyf.Array([written[document].reference])
    root["ParentTree"] = _parent_tree(pdf, written, pages).reference
    root["ParentTreeNextKey"] = pages + sum(1 for _ in _annotations(written))
    if names := _names(written):
        root["IDTree"] = pydyf.Dictionary({"Names": names})
    pdf.catalog["StructTreeRoot"] = root.reference
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})


def _added(pdf: Pdf, **entries: Any) -> Any:
    dictionary = pydyf.Dictionary(entries)
    pdf.add_object(dictionary)
    return dictionary


def _said(node: Node) -> dict[str, Any]:
    """Return what ``node`` says of itself."""
    said: dict[str, Any] = {}
    if node.id:
        said["ID"] = pydyf.String(node.id)
    if node.alt is not None:
        said["Alt"] = pydyf.String(node.alt)
    if node.language:
        said["Lang"] = pydyf.String(node.language)
    if node.attributes:
        said["A"] = pydyf.Dictionary(node.attributes)
    return said


def _kid(kid: Node | Mark | Annotation, written: Mapping[Node, Any], pages: Sequence[bytes]) -> Any:
    if isinstance(kid, Node):
        return written[kid].reference
    if isinstance(kid, Mark):
        return pydyf.Dictionary({"Type": "/MCR", "Pg": pages[kid.page], "MCID": kid.mcid})
    return pydyf.Dictionary({"Type": "/OBJR", "Pg": pages[kid.page], "Obj": kid.dictionary.reference})


def _annotations(written: Mapping[Node, Any]) -> Iterator[tuple[Annotation, Any]]:
    for node, element in written.items():
        for kid in node.kids:
            if isinstance(kid, Annotation):
                yield kid, element


def _parent_tree(pdf: Pdf, written: Mapping[Node, Any], pages: int) -> Any:
    """Write the way from content back to its element: first the pages, then the annotations."""
    owners: list[dict[int, Any]] = [{} for _ in range(pages)]
    for node, element in written.items():
        for kid in node.kids:
            if isinstance(kid, Mark):
                owners[kid.page][kid.mcid] = element.reference
    numbers = pydyf.Array()
    for page, owned in enumerate(owners):
        numbers.extend((page, pydyf.Array([owned[mcid] for mcid in sorted(owned)])))
    for key, (annotation, element) in enumerate(_annotations(written), start=pages):
        annotation.dictionary["StructParent"] = key
        numbers.extend((key, element.reference))
    return _added(pdf, Nums=numbers)


def _names(written: Mapping[Node, Any]) -> Any:
    """Return the elements by their IDs, sorted as a name tree must be."""
    named = sorted((node.id, element.reference) for node, element in written.items() if node.id)
    return pydyf.Array([entry for name, reference in named for entry in (pydyf.String(name), reference)])
