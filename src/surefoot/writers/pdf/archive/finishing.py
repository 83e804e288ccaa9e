"""The last hand on a PDF: what it claims, says of itself, carries, and means by its colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import pydyf

from surefoot.writers.pdf.archive import press
from surefoot.writers.pdf.archive.enclosures import Enclosure, embed
from surefoot.writers.pdf.archive.imprint import Imprint
from surefoot.writers.pdf.boxes import Rendering

_PRINT = 4
"""The flag of an annotation that is printed, and neither hidden nor invisible (ISO 32000-1, table 165)."""


@dataclass(frozen=True, slots=True)
class Finish:
    """What is done to a file before its last line is written."""

    imprint: Imprint
    enclosed: Sequence[Enclosure]
    labels: Sequence[str]
    """What each page calls itself."""

    def __call__(self, rendering: Rendering, pdf: pydyf.PDF) -> None:
        """Finish ``pdf``; in the form of WeasyPrint's own finishers."""
        variant = self.imprint.variant
        for each in pdf.objects:
            _settle(each)
        if variant.archival:
            pdf.catalog["OutputIntents"] = pydyf.Array([_screen(pdf)])
        pdf.info.clear()
        pdf.info.update(self.imprint.information())
        if not variant.linked:
            press.prepare(pdf, rendering, self.imprint)
        pdf.catalog["Lang"] = pydyf.String(self.imprint.metadata.language)
        if list(self.labels) != [str(rank) for rank in range(1, len(self.labels) + 1)]:
            pdf.catalog["PageLabels"] = _labelled(self.labels)
        if variant.encloses and self.enclosed:
            embed(pdf, self.enclosed, self.imprint.moment())
        pressed = not variant.linked and press.claims(rendering, self.imprint)
        _describe(pdf, self.imprint.packet(pressed=pressed))


def _settle(thing: pydyf.Object) -> None:
    """Make one object what PDF/A wants it to be."""
    if isinstance(thing, dict) and thing.get("Type") == "/Annot":
        thing["F"] = _PRINT
    elif isinstance(thing, pydyf.Stream):
        # Every pixel is shown as it is (ISO 19005-3, 6.2.8.2).
        thing.extra.pop("Interpolate", None)


def _screen(pdf: pydyf.PDF) -> pydyf.Dictionary:
    """Return the output intent that says what the numbers of a colour mean (ISO 19005-3, 6.2.3)."""
    said = {"Type": "/OutputIntent", "S": "/GTS_PDFA1", "DestOutputProfile": press.srgb(pdf)}
    name = pydyf.String("sRGB IEC61966-2.1")
    return pydyf.Dictionary({**said, "OutputConditionIdentifier": name, "Info": name})


def _labelled(labels: Sequence[str]) -> pydyf.Dictionary:
    """Return what viewers call the pages (ISO 32000-1, 12.4.2): each by a prefix that no number follows."""
    ranges = ([rank, pydyf.Dictionary({"P": pydyf.String(label)})] for rank, label in enumerate(labels))
    return pydyf.Dictionary({"Nums": pydyf.Array(chain.from_iterable(ranges))})


def _describe(pdf: pydyf.PDF, packet: bytes) -> None:
    """Put the XMP into ``pdf``, uncompressed: so that programs that know nothing of PDF find it."""
    stream = pydyf.Stream([packet], {"Type": "/Metadata", "Subtype": "/XML"})
    pdf.add_object(stream)
    pdf.catalog["Metadata"] = stream.reference
