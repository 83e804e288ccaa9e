"""Which elements' own words are invisible, though what stands in them may be seen: what is inherited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from surefoot.inspectors.tree.names import Element, name
from surefoot.inspectors.tree.style.cascade import Cascade
from surefoot.inspectors.tree.style.colours import Colour, colour
from surefoot.inspectors.tree.style.hiding import ALL_BUT
from surefoot.inspectors.tree.style.values import Tokens, number, pixels, word

ASKED = frozenset(
    (
        "background-clip background-color background-image color font-size position text-shadow visibility "
        "-webkit-background-clip -webkit-text-fill-color"
    ).split()
)
SMALLEST = 4.0
"""Pixels: nobody reads smaller letters, and no screen shows them."""
_ALIKE = 4 / 255
"""Two colours that differ less, in each of red, green and blue, are one to the eye."""
_WHITE, _BLACK, _BLUE = (1.0, 1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 1.0), (0.0, 0.0, 0.93, 1.0)
_COLOURED: dict[str, tuple[Colour | None, Colour | None]] = {
    "a": (_BLUE, None),
    "mark": (_BLACK, (1.0, 1.0, 0.0, 1.0)),
}
"""Letters and paper that a browser gives an element of itself (HTML, section 15.3)."""
_ATTRIBUTES = frozenset({"bgcolor", "color", "text", "link"})
"""Colours by which HTML was once dressed."""
_USUAL = 16.0
_SIZES = {"xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "smaller": 13.0}


@dataclass(frozen=True, slots=True)
class Ink:
    """How words would look right in an element. None is what cannot be told."""

    visible: bool | None = True
    size: float | None = _USUAL
    letters: Colour | None = _BLACK
    paper: Colour | None = _WHITE
    filled: bool = False
    """The letters are filled with another colour than their own."""
    fill: Colour | None = None

    @property
    def fails(self) -> bool:
        """Whether words in it are surely invisible."""
        letters = self.fill if self.filled else self.letters
        return (
            self.visible is False
            or (self.size is not None and self.size < SMALLEST)
            or (letters is not None and letters[3] <= ALL_BUT)
            or (letters is not None and self.paper is not None and _are_alike(letters, self.paper))
        )


def _are_alike(letters: Colour, paper: Colour) -> bool:
    return letters[3] == 1 and all(
        abs(one - other) <= _ALIKE for one, other in zip(letters, paper, strict=True)
    )


def inks(root: Element, cascade: Cascade) -> Mapping[Element | None, Ink]:
    """Return how words would look right in each element of a document."""
    touched = {element for name in ASKED for element in cascade.declared(name)}
    found: dict[Element | None, Ink] = {None: Ink()}
    for element in root.iter("*"):
        ink = found[element.getparent()]
        if element in touched or name(element) in _COLOURED or not _ATTRIBUTES.isdisjoint(element.keys()):
            ink = _in(cascade, element, ink)
        found[element] = ink
    return found


def unseen(found: Mapping[Element | None, Ink]) -> Iterator[Element]:
    """Yield the elements whose own words are surely invisible."""
    yield from (element for element, ink in found.items() if element is not None and ink.fails)


def _in(cascade: Cascade, element: Element, around: Ink) -> Ink:
    fill = cascade.value(element, "-webkit-text-fill-color")
    inherits = fill == () or (fill is not None and word(fill) in {"inherit", "unset"})
    letters = _letters(cascade, element, around)
    given = colour(fill[0]) if fill and len(fill) == 1 else None
    return Ink(
        visible=_visible(cascade.value(element, "visibility"), around),
        size=_size(cascade.value(element, "font-size"), around),
        letters=letters,
        paper=_paper(cascade, element, around),
        filled=around.filled if inherits else True,
        # Where letters are cut out of a picture or cast a shadow, they show without a colour.
        fill=around.fill if inherits else given if letters is not None else None,
    )


def _visible(value: Tokens | None, around: Ink) -> bool | None:
    if value is None:
        return None
    return {"visible": True, "hidden": False, "collapse": False}.get(word(value), around.visible)


def _size(value: Tokens | None, around: Ink) -> float | None:
    if value == () or (value and word(value) == "inherit"):
        return around.size
    if not value or len(value) > 1:
        return None
    (token,) = value
    relative = token.type == "percentage" or (token.type == "dimension" and token.lower_unit == "em")
    if relative:
        part = number(token) if token.type == "percentage" else float(token.value)
        return None if around.size is None or part is None else around.size * part
    return _SIZES.get(word(value), pixels(token))


def _letters(cascade: Cascade, element: Element, around: Ink) -> Colour | None:
    clips = (cascade.value(element, each) for each in ("background-clip", "-webkit-background-clip"))
    shadow = cascade.value(element, "text-shadow")
    # Letters that are cut out of a picture, or cast a shadow, show without a colour of their own.
    if any(value is None or word(value) == "text" for value in clips) or (
        shadow != () and (shadow is None or word(shadow) != "none")
    ):
        return None
    value = cascade.value(element, "color")
    if value == ():
        if element.get("color") or element.get("text") or element.get("link"):
            return None
        usual = _COLOURED.get(name(element), (None, None))[0]
        return usual if usual and (name(element) != "a" or element.get("href")) else around.letters
    if value is not None and word(value) in {"inherit", "currentcolor", "unset"}:
        return around.letters
    return colour(value[0]) if value and len(value) == 1 else None


def _paper(cascade: Cascade, element: Element, around: Ink) -> Colour | None:
    image = cascade.value(element, "background-image")
    if image != () and (image is None or word(image) != "none"):
        return None
    value = cascade.value(element, "background-color")
    position = cascade.value(element, "position")
    if value == () and element.get("bgcolor") is None:
        placed = position is None or word(position) in {"absolute", "fixed"}
        return None if placed else _COLOURED.get(name(element), (None, None))[1] or around.paper
    found = colour(value[0]) if value and len(value) == 1 else None
    if found is None or 0 < found[3] < 1:
        return None
    return found if found[3] else around.paper
