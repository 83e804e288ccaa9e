"""What in a book moves, or is not known to stand still: to some readers flashing is a danger."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable
from xml.etree.ElementTree import Element, ParseError, fromstring

from surefoot.drawings import local_name
from surefoot.pictures import Image, held

# SVG Animations 2; animateColor was of SVG 1.1.
_ANIMATIONS = frozenset("animate animateColor animateMotion animateTransform discard set".split())
_NO_STYLE = re.compile(r"""/\*.*?\*/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""", re.DOTALL)
"""Comments and strings."""
# An escape can spell any property (CSS Syntax 3, 4.3.7).
_STYLED = re.compile(
    r"\\|(?<![\w.#-])(?:-[a-z]+-)?(?:animation|transition)(?:-[a-z]+)*\s*:(?!\s*none\b)", re.IGNORECASE
)
_HELD = re.compile(r"""(?<=")data:image/[^"]*|(?<=')data:image/[^']*|data:image/[^"'()\s]*""", re.IGNORECASE)


def picture_moves(image: Image) -> bool:
    """Whether a picture moves, or cannot be read to the end."""
    if image.media_type == "image/svg+xml":
        try:
            return drawing_moves(fromstring(image.data))
        except ParseError:
            return True
    # Frames of a PNG are announced before the first (PNG 3, 11.3.6.1); a JPEG has none.
    still = image.media_type == "image/jpeg" or (
        image.media_type == "image/png" and b"acTL" not in image.data
    )
    return not still and _has_frames(image.data)


def drawing_moves(root: Element) -> bool:
    """Whether anything within an SVG moves: by elements, by style, or in a picture that it holds."""
    return any(
        local_name(element.tag) in _ANIMATIONS
        or style_moves(element.get("style", ""))
        or (local_name(element.tag) == "style" and style_moves("".join(element.itertext())))
        or _any_moves(value for value in element.attrib.values() if value.startswith("data:"))
        for element in root.iter()
    )


def style_moves(css: str) -> bool:
    """Whether style sets anything in motion, or shows a picture that moves."""
    return bool(_STYLED.search(_NO_STYLE.sub("", css))) or _any_moves(_HELD.findall(css))


def _any_moves(addresses: Iterable[str]) -> bool:
    """Whether a picture in addresses of the scheme ``data`` moves, or is of no kind that we read."""
    return any((image := held(address)) is None or picture_moves(image) for address in addresses)


def _has_frames(data: bytes) -> bool:
    """Whether a GIF, PNG or WebP has more than one frame."""
    from PIL import Image as Raster  # noqa: PLC0415 (few books need it, and it takes time to load)

    try:
        # Nothing is decoded that is large: frames are counted.
        with warnings.catch_warnings(action="ignore"), Raster.open(io.BytesIO(data)) as raster:
            return bool(getattr(raster, "is_animated", False))
    except (OSError, SyntaxError, ValueError, Raster.DecompressionBombError):
        return True
