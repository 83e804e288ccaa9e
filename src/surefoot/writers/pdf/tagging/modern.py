"""The tags of PDF 2.0: other types, references both ways, links to elements (ISO 32000-2; ISO 14289-2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any
from xml.etree.ElementTree import Element

import pydyf

from surefoot.writers.pdf.archive.enclosures import Enclosure, Relationship, associated
from surefoot.writers.pdf.boxes import Rendering, parts, walk
from surefoot.writers.pdf.tagging.elements import Elements
from surefoot.writers.pdf.tagging.objects import Pdf, Written, added
from surefoot.writers.pdf.tagging.structure import Annotation, Node

NAMESPACE = "http://iso.org/pdf2/ssn"
"""Of the types below; those that are not among them are of PDF 1.7 (ISO 32000-2, 14.8.6)."""
TYPES = frozenset(
    (
        "Document Sect Div Aside P H1 H2 H3 H4 H5 H6 Title FENote Lbl Span Em Strong Link "
        "L LI LBody Table THead TBody TFoot TR TH TD Caption Figure Formula"
    ).split()
)
_NAMES = {"Note": "FENote", "H1": "Title", **{f"H{level}": f"H{level - 1}" for level in range(2, 7)}}
_MATHML = "application/mathml+xml"


def rename(document: Node) -> None:
    """Give the elements below ``document`` the types of PDF 2.0, where there is a better one.

    The title of a document is no heading any more, so the headings below it move up.
    """
    for node in document.nodes():
        node.role = _NAMES.get(node.role, node.role)
        if node.attributes.get("ListNumbering") == "/None":
            node.attributes["ListNumbering"] = "/Description"


def enrich(pdf: Pdf, elements: Elements, written: Written, bookmarks: Sequence[Element]) -> None:
    """Say what only PDF 2.0 can say.

    Args:
        pdf: the file.
        elements: what was tagged.
        written: its structure elements.
        bookmarks: the elements that the outline leads to, in its order.
    """
    _enclose_sources(pdf, written)
    _name_types(pdf, written)
    refer(elements, written)
    _aim(pdf, elements, written)
    _aim_outline(pdf, [written[elements.node(element)] for element in bookmarks])


def refer(elements: Elements, written: Written) -> None:
    """Let each reference name what it refers to, and each note its references (ISO 32000-2, 14.7.2).

    Without links, nothing else says which note a call means.
    """
    for reference, end in elements.references():
        target = _kept(end, written)
        reference.refers.append(target)
        if target.role in {"FENote", "Note"}:
            target.refers.append(reference)
    for node, element in written.items():
        if node.refers:
            element["Ref"] = pydyf.Array(written[each].reference for each in node.refers)


def _kept(node: Node, written: Written) -> Node:
    """Return ``node``, or what it stood in if it held nothing and is gone."""
    while node not in written:
        assert node.parent is not None, "the document is written"  # noqa: S101
        node = node.parent
    return node


def bookmarked(rendering: Rendering) -> list[Element]:
    """Return the elements that have a bookmark, in the order of the outline."""
    boxes = (box for page in rendering.pages for part in parts(page) for box in walk(part))
    return [box.element for box in boxes if box.bookmark_label and box.style["bookmark_level"] != "none"]


def _name_types(pdf: Pdf, written: Written) -> None:
    """Say of which standard each type is (ISO 32000-2, 14.7.4)."""
    space = added(pdf, Type="/Namespace", NS=pydyf.String(NAMESPACE))
    root = pdf.objects[int(pdf.catalog["StructTreeRoot"].split()[0])]
    root["Namespaces"] = pydyf.Array([space.reference])
    for node, element in written.items():
        if node.role in TYPES:
            element["NS"] = space.reference


def _enclose_sources(pdf: Pdf, written: Written) -> None:
    """Let each formula carry its MathML (ISO 14289-2, 8.2.5.29)."""
    numbers = count(1)
    for node, element in written.items():
        if node.source:
            name = f"formula-{next(numbers)}.mml"
            file = Enclosure(name, _MATHML, Relationship.SUPPLEMENT, "A formula", node.source.encode())
            element["AF"] = pydyf.Array([associated(pdf, file)])


def _aim(pdf: Pdf, elements: Elements, written: Written) -> None:
    """Let every link within the file lead to an element as well as to a place (ISO 14289-2, 8.8)."""
    names = pdf.catalog.get("Names", {}).pop("Dests", {}).get("Names", [])
    places = {name.string: place for name, place in zip(names[::2], names[1::2], strict=True)}
    for annotation in _annotations(written):
        if "Dest" in annotation:
            name = annotation.pop("Dest").string
            annotation["A"] = _jump(places[name], written[_kept(elements.target(name), written)])


def _aim_outline(pdf: Pdf, targets: Sequence[Any]) -> None:
    items = [each for each in pdf.objects if isinstance(each, dict) and "Title" in each and "Dest" in each]
    for item, target in zip(items, targets, strict=True):
        item["A"] = _jump(item.pop("Dest"), target)


def _annotations(written: Written) -> Iterator[Any]:
    return (kid.dictionary for node in written for kid in node.kids if isinstance(kid, Annotation))


def _jump(place: Sequence[Any], element: Any) -> pydyf.Dictionary:
    """Return the action that leads to a ``place`` and to an ``element`` (ISO 32000-2, 12.6.4.2)."""
    where = pydyf.Array([element.reference, *place[1:]])
    return pydyf.Dictionary({"Type": "/Action", "S": "/GoTo", "D": pydyf.Array(place), "SD": where})
