"""Rectangles and transformations in a page's own space, in points (ISO 32000-1, 8.3)."""

from __future__ import annotations

from dataclasses import dataclass

_OVERHANG = 2.0
"""Points by which ink may leave the page box: a slanted letter's, not a whole letter's."""

_CROSSED = 0.5
"""Of the height of the smaller of two lines, from which the one stands in the other."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    bottom: float
    right: float
    top: float

    def __or__(self, other: Box) -> Box:
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    def __and__(self, other: Box) -> Box:
        return Box(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )

    @property
    def empty(self) -> bool:
        """Whether the box has no area."""
        return not (self.right > self.left and self.top > self.bottom)

    @property
    def width(self) -> float:
        """From its left edge to its right one."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From its lower edge to its upper one."""
        return self.top - self.bottom

    def within(self, outer: Box) -> bool:
        """Whether the box lies in ``outer``, overhang apart."""
        return (
            self.left >= outer.left - _OVERHANG
            and self.bottom >= outer.bottom - _OVERHANG
            and self.right <= outer.right + _OVERHANG
            and self.top <= outer.top + _OVERHANG
        )

    def beside(self, other: Box) -> bool:
        """Whether the two boxes have a height in common, as in one line."""
        return min(self.top, other.top) > max(self.bottom, other.bottom)

    def shared_width(self, other: Box) -> float:
        """Return how much of their widths the two have in common; below zero, how far they are apart."""
        return min(self.right, other.right) - max(self.left, other.left)

    def touches(self, other: Box) -> bool:
        """Whether the two boxes have an area in common."""
        return self.shared_width(other) > 0 and self.beside(other)

    def crosses(self, other: Box, width: float) -> bool:
        """Whether the two boxes have so much ``width`` in common, and much of the smaller height."""
        up = min(self.top, other.top) - max(self.bottom, other.bottom)
        return self.shared_width(other) >= width and up >= _CROSSED * min(self.height, other.height)

    def share(self, other: Box) -> float:
        """Return how much of ``other``, which is not empty, lies in the box: 0 to 1."""
        if not self.touches(other):
            return 0.0
        height = min(self.top, other.top) - max(self.bottom, other.bottom)
        return self.shared_width(other) * height / (other.width * other.height)


@dataclass(frozen=True, slots=True)
class Matrix:
    """A transformation (8.3.4)."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def __matmul__(self, inner: Matrix) -> Matrix:
        """Return the transformation that does ``inner`` first."""
        return Matrix(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            *self.moved(inner.e, inner.f),
        )

    def moved(self, x: float, y: float) -> tuple[float, float]:
        """Return where the point ``x``, ``y`` comes to lie."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, box: Box) -> Box:
        """Return the box around ``box``, transformed."""
        corners = [self.moved(x, y) for x in (box.left, box.right) for y in (box.bottom, box.top)]
        (left, right), (bottom, top) = ((min(edge), max(edge)) for edge in zip(*corners, strict=True))
        return Box(left, bottom, right, top)
