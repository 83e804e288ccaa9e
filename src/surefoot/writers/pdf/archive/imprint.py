"""What a PDF says of itself, twice: in XMP and in the document information dictionary."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

import pydyf
import weasyprint

from surefoot import __version__, dates
from surefoot.model import Metadata
from surefoot.templating import template
from surefoot.writers.pdf.archive.variants import Variant

NAMESPACE = "urn:surefoot:xmp:1.0/"
"""Of the one property that no public vocabulary has."""
_DAY = len("2021-04-15")
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class _Schema:
    """A vocabulary that PDF/A does not know, and wants described in the file (ISO 19005-3, 6.6.2.3.3)."""

    title: str
    namespace: str
    prefix: str
    name: str
    """Of its only property."""
    type: str
    category: str
    description: str


_ACCESSIBLE = _Schema(
    "PDF/UA identification schema",
    "http://www.aiim.org/pdfua/ns/id/",
    "pdfuaid",
    "part",
    "Integer",
    "internal",
    "Part of ISO 14289 to which the file conforms",
)
_PROOF = _Schema(
    "Surefoot proof schema",
    NAMESPACE,
    "surefoot",
    "sourceSHA256",
    "Text",
    "external",
    "SHA-256 of the source that the file was made of, as hexadecimal digits",
)


@dataclass(frozen=True, slots=True)
class Imprint:
    """What is known of a file that is being written."""

    metadata: Metadata
    variant: Variant
    source: str = ""
    """SHA-256 of the document's source, as hexadecimal digits; empty where there is no source."""

    @property
    def day(self) -> str:
        """The document's date where it is a whole one: no clock is asked for another."""
        date = dates.iso(self.metadata.date)
        return date if len(date) == _DAY else ""

    def information(self) -> dict[str, pydyf.String]:
        """Return the document information dictionary (ISO 32000-1, 14.3.3); it agrees with the XMP.

        PDF/A-4 has none (ISO 19005-4, 6.1.3).
        """
        if self.variant.modern:
            return {}
        metadata = self.metadata
        told = {
            "Title": metadata.title,
            "Author": ", ".join(author.name for author in metadata.authors),
            "Subject": metadata.abstract,
            "Keywords": ", ".join(metadata.keywords),
            "Creator": _creator(),
            "Producer": _producer(),
            "CreationDate": self.moment(),
            "ModDate": self.moment(),
        }
        return {key: pydyf.String(text) for key, text in told.items() if text}

    def moment(self) -> str:
        """Return the document's day as PDF writes it (ISO 32000-1, 7.9.4); empty if it has none."""
        return f"D:{self.day.replace('-', '')}" if self.day else ""

    def packet(self, *, pressed: bool = False) -> bytes:
        """Return the XMP packet (ISO 16684-1), in UTF-8.

        Args:
            pressed: whether the file is PDF/X-4.
        """
        # PDF/A-4 has done away with the descriptions of schemas.
        described = () if self.variant.modern or not self.variant.archival else self._schemas()
        text = template("metadata.xmp.j2").render(
            mark=_BYTE_ORDER_MARK,
            metadata=self.metadata,
            date=dates.iso(self.metadata.date),
            day=self.day,
            creator=_creator(),
            producer=_producer(),
            variant=self.variant,
            source=self.source,
            namespace=NAMESPACE,
            name=f"uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'sha256:{self.source}')}",
            schemas=described,
            pressed=pressed,
        )
        return text.encode()

    def _schemas(self) -> tuple[_Schema, ...]:
        return (_ACCESSIBLE, _PROOF) if self.source else (_ACCESSIBLE,)


def _creator() -> str:
    return f"Surefoot {__version__}"


def _producer() -> str:
    return f"WeasyPrint {weasyprint.__version__}"
