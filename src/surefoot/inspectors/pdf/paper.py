"""Files that are for paper alone: a printing house takes none with links (PDF/X, ISO 15930-7)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from surefoot.inspectors.pdf.attributes import array
from surefoot.inspectors.pdf.structure import Element

_ACCESSIBLE = b"http://www.aiim.org/pdfua/ns/id/"
"""The namespace of metadata that claim PDF/UA (ISO 14289-1, clause 5)."""


def is_for_paper(pdf: pikepdf.Pdf, root: Element) -> bool:
    """Whether a file does without links, and means to.

    It has none, does not claim to be a file for everybody, and it either is for a
    certain press, or says by its tags alone what refers to what.

    Args:
        pdf: the file.
        root: of its structure tree.
    """
    if "/Link" in _annotations(pdf) or _claims_access(pdf):
        return False
    return "/GTS_PDFX" in _intents(pdf) or any(each.refs for each in root.descendants())


def _annotations(pdf: pikepdf.Pdf) -> Iterator[str]:
    for page in pdf.pages:
        for each in array(page.obj.get("/Annots")):
            yield str(each.get("/Subtype"))


def _intents(pdf: pikepdf.Pdf) -> Iterator[str]:
    return (str(each.get("/S")) for each in array(pdf.Root.get("/OutputIntents")))


def _claims_access(pdf: pikepdf.Pdf) -> bool:
    metadata = pdf.Root.get("/Metadata")
    return isinstance(metadata, pikepdf.Stream) and _ACCESSIBLE in metadata.read_bytes()
