"""The structure tree as objects of a PDF, with the ways back into it (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import pydyf

from surefoot.writers.pdf.tagging.structure import Annotation, Mark, Node

Pdf: TypeAlias = pydyf.PDF
Written: TypeAlias = dict[Node, Any]
"""Each element, and its dictionary."""


def write(pdf: Pdf, document: Node, pages: int) -> Written:
    """Write the tree below ``document`` into ``pdf``, with parent tree and ID tree.

    Args:
        pdf: the file, its pages and annotations present.
        document: the root; every piece of marked content of every page hangs below it.
        pages: how many there are.
    """
    document.prune()
    root = added(pdf, Type="/StructTreeRoot")
    written = {node: added(pdf, Type="/StructElem", S=f"/{node.role}") for node in document.nodes()}
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
    return written


def added(pdf: Pdf, **entries: Any) -> Any:
    """Return a new indirect dictionary of ``pdf``."""
    dictionary = pydyf.Dictionary(entries)
    pdf.add_object(dictionary)
    return dictionary


def _said(node: Node) -> dict[str, Any]:
    """Return what ``node`` says of itself."""
    texts = {"ID": node.id, "Lang": node.language, "E": node.expansion, "ActualText": node.spoken}
    said: dict[str, Any] = {key: pydyf.String(text) for key, text in texts.items() if text}
    if node.alt is not None:
        said["Alt"] = pydyf.String(node.alt)
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
    return added(pdf, Nums=numbers)


def _names(written: Mapping[Node, Any]) -> Any:
    """Return the elements by their IDs, sorted as a name tree must be."""
    named = sorted((node.id, element.reference) for node, element in written.items() if node.id)
    return pydyf.Array([entry for name, reference in named for entry in (pydyf.String(name), reference)])
