"""How well a colour can be read on another (WCAG 2.2, relative luminance and contrast ratio)."""

from __future__ import annotations

import re

_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
LEAST = 4.5
"""For text of any size (WCAG 2.2, 1.4.3)."""


def ratio(text: str, ground: str) -> float | None:
    """Return the contrast of two colours given as ``#rgb`` or ``#rrggbb``; None where one is not."""
    if not (_HEX.fullmatch(text) and _HEX.fullmatch(ground)):
        return None
    darker, lighter = sorted(map(_luminance, (text, ground)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) > 4 else "".join(2 * digit for digit in colour[1:])  # noqa: PLR2004
    red, green, blue = (_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    # The threshold is sRGB's own, not the rounded one of the recommendation; no ratio of 8 bits differs.
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
