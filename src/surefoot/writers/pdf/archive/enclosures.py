"""What a file carries with it: its source, its references, its promises (ISO 32000-2, 14.13)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import pydyf

from surefoot import declaration
from surefoot.model import Document


class Relationship(StrEnum):
    """What an enclosed file is to the one that carries it (ISO 19005-3, 6.8; ISO 32000-2, table 43)."""

    SOURCE = "Source"
    DATA = "Data"
    SUPPLEMENT = "Supplement"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file within the file."""

    name: str
    media_type: str
    relationship: Relationship
    description: str
    data: bytes

    @property
    def sha256(self) -> str:
        """Of its bytes, as hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()


def enclosures(document: Document) -> tuple[Enclosure, ...]:
    """Return what proves ``document`` to whoever has only the PDF."""
    stem = document.path.stem
    references = declaration.references(document)
    source = Enclosure(
        document.path.name,
        "text/markdown",
        Relationship.SOURCE,
        "The source that this document was made of",
        document.text,
    )
    promises = Enclosure(
        f"{stem}.promises.json",
        "application/json",
        Relationship.SUPPLEMENT,
        "What the source promises of its citations and of its prose",
        declaration.as_json(declaration.promises(document)).encode(),
    )
    cited = Enclosure(
        f"{stem}.references.json",
        "application/vnd.citationstyles.csl+json",
        Relationship.DATA,
        "The cited works as CSL-JSON",
        declaration.as_json(references).encode(),
    )
    return (source, promises, cited) if references else (source, promises)


def embed(pdf: pydyf.PDF, enclosed: Sequence[Enclosure], moment: str) -> None:
    """Put ``enclosed`` into ``pdf``: into the tree of embedded files, and as associated files of all of it.

    Args:
        pdf: the file that carries them.
        enclosed: files with different names.
        moment: the date of the files as PDF writes it; empty if none is known.
    """
    # A name tree is sorted by the bytes of its keys (ISO 32000-1, 7.9.6).
    entries = sorted((_plain(each.name), _specification(pdf, each, moment)) for each in enclosed)
    names = pydyf.Array(part for key, file in entries for part in (pydyf.String(key), file))
    pdf.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = pydyf.Dictionary({"Names": names})
    pdf.catalog["AF"] = pydyf.Array(file for _, file in entries)


def associated(pdf: pydyf.PDF, file: Enclosure) -> bytes:
    """Put ``file`` into ``pdf`` for one element only, and return the reference to it."""
    return _specification(pdf, file, "")


def _specification(pdf: pydyf.PDF, file: Enclosure, moment: str) -> bytes:
    """Add a file specification (ISO 32000-1, 7.11.3) and its stream; return the reference to it."""
    parameters = pydyf.Dictionary({"Size": len(file.data), "CheckSum": _checksum(file.data)})
    if moment:
        parameters["ModDate"] = pydyf.String(moment)
    extra = {"Type": "/EmbeddedFile", "Subtype": pydyf.name(file.media_type), "Params": parameters}
    stream = pydyf.Stream([file.data], extra, compress=True)
    pdf.add_object(stream)
    specification = pydyf.Dictionary(
        {
            "Type": "/Filespec",
            "F": pydyf.String(_plain(file.name)),
            "UF": pydyf.String(file.name),
            "EF": pydyf.Dictionary({"F": stream.reference, "UF": stream.reference}),
            "AFRelationship": f"/{file.relationship}",
            "Desc": pydyf.String(file.description),
        }
    )
    pdf.add_object(specification)
    return bytes(specification.reference)


def _checksum(data: bytes) -> str:
    """Return the MD5 digest that PDF wants (ISO 32000-1, table 46), as a hexadecimal string."""
    return f"<{hashlib.md5(data, usedforsecurity=False).hexdigest()}>"


def _plain(name: str) -> str:
    """Return ``name`` for readers that know no letters but ASCII."""
    return name.encode("ascii", "replace").decode().replace("?", "_")
