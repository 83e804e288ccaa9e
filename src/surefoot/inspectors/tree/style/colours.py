"""What values of CSS say of colour (CSS Color, level 4)."""

from __future__ import annotations

from typing import Any, TypeAlias

from tinycss2 import color4

Colour: TypeAlias = tuple[float, float, float, float]
"""Red, green, blue and opacity, each from 0 to 1."""
_Three: TypeAlias = tuple[float, float, float]
_Matrix: TypeAlias = tuple[_Three, _Three, _Three]

_CLOSE = 0.002
"""So far beyond red, green and blue is a rounding; a screen shows what is farther as it can."""

# CSS Color, level 4, section 18: sample code for conversions.
_TO_RED_GREEN_BLUE: _Matrix = (
    (3.2409699419045213, -1.5373831775700935, -0.4986107602930033),
    (-0.9692436362808798, 1.8759675015077206, 0.04155505740717561),
    (0.05563007969699361, -0.20397695888897657, 1.0569715142428786),
)
_TO_DAYLIGHT: _Matrix = (
    (0.955473421488075, -0.02309845494876471, 0.06325924320057072),
    (-0.0283697093338637, 1.0099953980813041, 0.021041441191917323),
    (0.012314014864481998, -0.020507649298898964, 1.330365926242124),
)
_FROM_DISPLAY: _Matrix = (
    (0.4865709486482162, 0.26566769316909306, 0.1982172852343625),
    (0.2289745640697488, 0.6917385218365064, 0.079286914093745),
    (0.0, 0.04511338185890264, 1.043944368900976),
)


def colour(token: Any) -> Colour | None:
    """Return a colour that is given in full; None for any other value.

    None as well for a colour that no ordinary screen shows as it is, or of a space that is not read.
    """
    try:
        found = color4.parse_color(token)
        if not isinstance(found, color4.Color):
            return None
        red, green, blue = _on_screen(found)
    except (ArithmeticError, NotImplementedError, ValueError):  # also numbers beyond reason
        return None
    return red, green, blue, float(found.alpha)


def _on_screen(given: Any) -> _Three:
    """Return red, green and blue of a colour.

    Raises:
        NotImplementedError: its space is not read.
        ValueError: it has none.
    """
    if given.space in {"srgb", "hsl", "hwb"}:
        red, green, blue = given.to("srgb").coordinates
    else:
        red, green, blue = map(_screened, _times(_TO_RED_GREEN_BLUE, _daylight(given)))
    return red, green, blue


def _daylight(given: Any) -> _Three:
    """Return a colour as XYZ under daylight."""
    x, y, z = given.to(given.space).coordinates
    if given.space == "display-p3":
        return _times(_FROM_DISPLAY, (_linear(x), _linear(y), _linear(z)))
    if given.space in {"lab", "lch", "xyz-d50"}:
        return _times(_TO_DAYLIGHT, given.to("xyz-d50").coordinates)
    x, y, z = given.to("xyz-d65").coordinates
    return x, y, z


def _linear(part: float) -> float:
    """Return how much light a part of a colour is (CSS Color, section 10.2)."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004


def _screened(light: float) -> float:
    """Return which part of a colour so much light is.

    Raises:
        ValueError: no ordinary screen shows so much, or so little.
    """
    part = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055  # noqa: PLR2004
    if not -_CLOSE <= part <= 1 + _CLOSE:
        raise ValueError(part)
    return min(max(part, 0.0), 1.0)


def _times(matrix: _Matrix, numbers: _Three) -> _Three:
    x, y, z = (sum(a * b for a, b in zip(row, numbers, strict=True)) for row in matrix)
    return x, y, z
