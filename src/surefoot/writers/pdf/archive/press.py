"""What a printing house wants of a file: PDF/X-4 (ISO 15930-7), as far as the document gives it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
from xml.etree.ElementTree import Element

import pydyf
from PIL import ImageCms

from surefoot.writers.pdf.archive.imprint import Imprint
from surefoot.writers.pdf.archive.variants import Variant
from surefoot.writers.pdf.boxes import Rendering

SRGB = files("weasyprint") / "pdf" / "sRGB2014.icc"
"""The profile of the colours of screens (ICC sRGB 2014) that WeasyPrint brings."""
_INKS = "device-cmyk"
"""What a style sheet calls the inks of the press (CSS Color 5, 10)."""
_OUTPUT, _FOUR = b"prtr", b"CMYK"
"""Class and colour space of the profile of a press, and where its header says them (ICC.1, 7.2)."""
_CLASS, _SPACE = slice(12, 16), slice(16, 20)


def remarks(rendering: Rendering, imprint: Imprint) -> Iterator[str]:
    """Yield what a file for print lacks, a sentence each; nothing of any other file."""
    if imprint.variant.linked:
        return
    yield "The PDF is for print and has no links, as PDF/X demands."
    if hidden := sum(map(_hides, rendering._html.etree_element.iter("a"))):  # noqa: SLF001
        yield f"The PDF shows the addresses of {hidden} of its links nowhere: words stand in their place."
    if lacking := " and ".join(_lacking(rendering, imprint)):
        yield f"The PDF does not claim to be PDF/X-4: that needs {lacking}."


def _hides(link: Element) -> bool:
    """Whether words stand in the place of the address of a ``link`` that leads out of the file."""
    address = link.get("href", "#")
    return address[0] != "#" and address.partition(":")[2].strip("/") not in "".join(link.itertext())


def claims(rendering: Rendering, imprint: Imprint) -> bool:
    """Return whether the file may say that it is PDF/X-4."""
    return not any(_lacking(rendering, imprint))


def _lacking(rendering: Rendering, imprint: Imprint) -> Iterator[str]:
    if not _profile(rendering):
        yield "the profile of the press, by a style sheet with @color-profile device-cmyk { src: url(…) }"
    if not imprint.day:
        yield "a date with year, month and day in the front matter"


def drop_ways_back(body: Element) -> None:
    """Take out of ``body`` the ways back at the ends of notes: on paper nobody can go them."""
    for parent in list(body.iter()):
        for way in [child for child in parent if child.get("class") == "backlink"]:
            place = list(parent).index(way)
            if place:
                parent[place - 1].tail = (parent[place - 1].tail or "").rstrip() + (way.tail or "")
            else:
                parent.text = (parent.text or "").rstrip() + (way.tail or "")
            parent.remove(way)


def settle(rendering: Rendering, variant: Variant) -> None:
    """Leave ``rendering`` the profiles of a press only where it is for one.

    A profile need not say how many inks it has (CSS Color 5, 10); WeasyPrint wants to know.
    """
    if variant.linked:
        rendering.color_profiles.clear()
    for profile in rendering.color_profiles.values():
        profile.components = profile.components or profile.content[_SPACE].decode("ascii").strip()


def prepare(pdf: pydyf.PDF, rendering: Rendering, imprint: Imprint) -> None:
    """Say in ``pdf`` for which press it is, and what the numbers of the colours of screens mean there."""
    pdf.info["Trapped"] = "/False"
    pdf.catalog.pop("OutputIntents", None)
    if not claims(rendering, imprint):
        return
    profile = rendering.color_profiles[_INKS]
    name = pydyf.String(ImageCms.getProfileDescription(BytesIO(profile.content)).strip() or "Custom")
    intent = {"Type": "/OutputIntent", "S": "/GTS_PDFX", "DestOutputProfile": profile.pdf_reference}
    pdf.catalog["OutputIntents"] = pydyf.Array(
        [pydyf.Dictionary({**intent, "OutputConditionIdentifier": name, "Info": name})]
    )
    # Beside inks, colours of screens are only allowed with their profile (ISO 15930-7, 6.2.3).
    screen = pydyf.Array(("/ICCBased", srgb(pdf)))
    for each in pdf.objects:
        if isinstance(each, dict) and "lab-d50" in each:
            each["DefaultRGB"] = screen


def srgb(pdf: pydyf.PDF) -> bytes:
    """Put the profile of the colours of screens into ``pdf``, and return the reference to it."""
    profile = pydyf.Stream([SRGB.read_bytes()], {"N": 3}, compress=True)
    pdf.add_object(profile)
    return bytes(profile.reference)


def _profile(rendering: Rendering) -> bytes:
    """Return the profile of a press with four inks that the author's style sheet names; empty if none."""
    found = rendering.color_profiles.get(_INKS)
    data = bytes(found.content) if found else b""
    return data if (data[_CLASS], data[_SPACE]) == (_OUTPUT, _FOUR) else b""
