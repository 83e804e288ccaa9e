"""The attributes of structure elements (ISO 32000-1, 14.7.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf


def array(found: pikepdf.Object | None) -> Iterator[Any]:
    """Yield the members of an array, or the one thing that stands in its place."""
    if isinstance(found, pikepdf.Array):
        yield from found
    elif found is not None:
        yield found


def attributes(element: pikepdf.Object) -> Sequence[pikepdf.Object]:
    """Return the element's attribute objects; revision numbers stand between them (14.7.5.3)."""
    return [each for each in array(element.get("/A")) if isinstance(each, pikepdf.Dictionary)]


def named(held: Sequence[pikepdf.Object], key: str) -> str:
    """Return an attribute that is a name, without its slash; empty where it is not given."""
    return next((str(each[key])[1:] for each in held if key in each), "")


def span(held: Sequence[pikepdf.Object], key: str) -> int:
    """Return an attribute that says over how many columns or rows a cell reaches (14.8.5.7)."""
    given: list[Any] = [each[key] for each in held if key in each]
    return given[0] if given and isinstance(given[0], int) and given[0] > 0 else 1
