"""Pictures made of pixels, in the kinds of colour that a PDF for screens and archives can hold."""

from __future__ import annotations

import io
from contextlib import suppress

from PIL import Image as Raster

from surefoot.pictures import Image
from surefoot.writers.pdf.sheet.resources import Resource

_DEEP = frozenset({"I", "I;16", "I;16B", "I;16L"})
"""Pillow's names for greys of sixteen bits, which the layout engine cannot set."""
_INKS = "CMYK"


def resource(image: Image, *, inks: bool) -> Resource:
    """Return ``image`` as it goes into the PDF.

    Args:
        image: of any kind.
        inks: whether the file may hold colours of ink. Beside colours of a screen
            PDF/A forbids them (ISO 19005-3, 6.2.4.3), so they become such colours.
    """
    # What Pillow cannot read is left to the layout engine, which says so.
    with suppress(OSError), Raster.open(io.BytesIO(image.data)) as raster:
        if raster.mode in _DEEP:
            return _png(raster.convert("I").point(lambda grey: grey / 256).convert("L"))
        if raster.mode == _INKS and not inks:
            return _png(raster.convert("RGB"))
    return Resource(image.media_type, image.data)


def _png(raster: Raster.Image) -> Resource:
    written = io.BytesIO()
    raster.save(written, "PNG")
    return Resource("image/png", written.getvalue())
