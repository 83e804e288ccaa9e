"""What tests ask of a PDF of ours: its objects and its tags."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf

EVERYTHING = """
# Heading with a note[^h]

A paragraph with three calls of one note: first[^same], second[^same], third[^same].

1. List item[^l]
   - nested item

> A quotation with a note.[^q]

| Column A[^th] | Column B |
|---------------|----------|
| cell one[^td] | cell two |

: A caption with a note[^cap]

Term[^dt]

:   Definition with a note[^dd]

    ``` python
    print("a line of code that is rather long, so long that it must be carried over to the next line")
    ```

Mathematics $E=mc^2$ and *emphasis*, [words](https://example.org/a(b)?c=d&e=[f]#g).

$$\\sum_{i=0}^n x_i$$

[^h]: Of the heading.
[^same]: Cited three times.
[^l]: Of a list.
[^q]: Of a quotation.
[^th]: Of a table's head.
[^td]: Of a cell.
[^cap]: Of a caption.
[^dt]: Of a term.
[^dd]: Of a definition:

    - bullet
    - bullet

    End.
"""


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.Pdf.open(io.BytesIO(data))


def kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    found = element.get("/K", [])
    return [kid for kid in found if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """All structure elements, in reading order."""
    waiting = [pdf.Root.StructTreeRoot.K[0]]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += reversed(kids(element))


def outline(parent: pikepdf.Object, depth: int = 0) -> Iterator[str]:
    for kid in kids(parent):
        name = f" {kid.ID}" if "/ID" in kid else ""
        yield f"{'  ' * depth}{str(kid.S)[1:]}{name}"
        yield from outline(kid, depth + 1)


def structure(data: bytes) -> list[str]:
    """The tags, a line for each element, with the IDs that elements bear."""
    with opened(data) as pdf:
        return list(outline(pdf.Root.StructTreeRoot.K[0]))
